"""The findings between two surfaces: a pure comparison, in an order that depends on the names alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from ..emit.views import body_name, dict_name
from .annotations import accepts, renamed
from .facts import Change
from .limits import changed_limits
from .renames import alike_calls, alike_enums, alike_fields, alike_models, alike_names, guess_renames
from .surface import ArgumentFace, CallFace, EnumFace, FieldFace, ModelFace, Surface


@attrs.frozen
class Context:
    """What annotations need to be compared: classes under their new names, and what enums are besides."""

    names: Mapping[str, str]
    bases: Mapping[str, str]

    def same(self, old: str, new: str) -> bool:
        return renamed(old, self.names) == new

    def takes_all(self, old: str, new: str) -> bool:
        """Whether whoever wrote for the old annotation may write the same for the new one."""
        return accepts(new, renamed(old, self.names), self.bases, anything=True)

    def gives_only(self, old: str, new: str) -> bool:
        """Whether whoever read the old annotation can read the new one."""
        return accepts(renamed(old, self.names), new, self.bases, anything=False)


def compare(old: Surface, new: Surface) -> tuple[Change, ...]:
    """Every finding, breaking ones not first: order is by subject and name."""
    models = guess_renames(old.models, new.models, alike_models)
    enums = guess_renames(old.enums, new.enums, alike_enums)
    calls = guess_renames(old.calls, new.calls, alike_calls)
    bases = {name: {"OpenIntEnum": "int", "OpenStrEnum": "str"}[face.base] for name, face in new.enums.items()}
    context = Context({**models, **_dicts(models), **enums}, bases)
    return (
        *_calls(old, new, calls, context),
        *_abilities(old, new),
        *_models(old, new, models, context),
        *_enums(old, new, enums),
    )


def _dicts(models: Mapping[str, str]) -> dict[str, str]:
    """The renames of the drafts' dicts: they are named after their drafts."""
    return {of(name): of(now) for name, now in models.items() for of in (dict_name, body_name)}


def _calls(old: Surface, new: Surface, names: Mapping[str, str], context: Context) -> Iterator[Change]:
    for name, face in sorted(old.calls.items()):
        now = names.get(name, name)
        if now not in new.calls:
            yield Change(rule="call removed", name=name, before=_request(face))
            continue
        if now != name:
            yield Change(rule="call renamed", name=name, before=name, after=now, guessed=True)
        yield from _call(now, face, new.calls[now], context)
    for name in sorted(new.calls.keys() - old.calls.keys() - set(names.values())):
        yield Change(rule="call added", name=name, after=_request(new.calls[name]))


def _request(face: CallFace) -> str:
    return f"{face.method} {face.path}"


def _call(name: str, old: CallFace, new: CallFace, context: Context) -> Iterator[Change]:
    if _request(old) != _request(new):
        yield Change(rule="call moved", name=name, before=_request(old), after=_request(new))
    if not context.same(old.returns, new.returns):
        yield Change(rule="result changed", name=name, before=old.returns, after=new.returns)
    for (what, before), (_, after) in zip(old.wire, new.wire, strict=True):
        if before != after:
            yield Change(rule="call sent otherwise", name=name, before=f"{what}: {before}", after=f"{what}: {after}")
    if old.pages != new.pages:
        yield Change(
            rule="call documented elsewhere", name=name, before=", ".join(old.pages), after=", ".join(new.pages)
        )
    if old.summary != new.summary:
        yield Change(rule="call described", name=name, before=old.summary, after=new.summary)
    yield from _arguments(name, old.arguments, new.arguments, context)


def _arguments(
    call: str, old: Mapping[str, ArgumentFace], new: Mapping[str, ArgumentFace], context: Context
) -> Iterator[Change]:
    old_order = [name for name, face in old.items() if face.required]
    new_order = [name for name, face in new.items() if face.required]

    def alike(one: str, before: ArgumentFace, other: str, after: ArgumentFace) -> float:
        if before.place != after.place or before.required != after.required:
            return 0.0
        if before.required and old_order.index(one) == new_order.index(other):
            return 1.0
        return alike_names(one, other) if context.same(before.annotation, after.annotation) else 0.0

    names = guess_renames(old, new, alike)
    for name, face in old.items():
        now = names.get(name, name)
        if now not in new:
            yield Change(rule="argument removed", name=f"{call}({name})", before=face.annotation)
            continue
        if now != name:
            yield Change(rule="argument renamed", name=f"{call}({name})", before=name, after=now, guessed=True)
        yield from _argument(f"{call}({now})", face, new[now], context)
    for name in [name for name in new if name not in old and name not in names.values()]:
        rule = "required argument added" if new[name].required else "argument added"
        yield Change(rule=rule, name=f"{call}({name})", after=new[name].annotation)
    kept = [names.get(name, name) for name in old_order if names.get(name, name) in new_order]
    for place, name in enumerate(kept):
        if new_order[place] != name:
            yield Change(
                rule="argument order changed",
                name=f"{call}({name})",
                before=f"argument {place + 1}",
                after=f"argument {new_order.index(name) + 1}",
            )


def _argument(name: str, old: ArgumentFace, new: ArgumentFace, context: Context) -> Iterator[Change]:
    before, after = (_given(face) for face in (old, new)) if old.required != new.required else (
        old.annotation, new.annotation
    )  # fmt: skip
    if not context.same(before, after):
        rule = "argument widened" if context.takes_all(before, after) else "argument narrowed"
        yield Change(rule=rule, name=name, before=old.annotation, after=new.annotation)
    if old.required != new.required:
        rule = "argument required" if new.required else "argument optional"
        yield Change(rule=rule, name=name, before=f"default {old.default}", after=f"default {new.default}")
    elif old.default != new.default:
        yield Change(rule="default changed", name=name, before=str(old.default), after=str(new.default))
    for word, was, now in changed_limits(old.limits, new.limits):
        yield Change(rule=f"argument {word}", name=name, before=was, after=now)
    if (old.place, old.wire) != (new.place, new.wire):
        before, after = f"{old.place} {old.wire}", f"{new.place} {new.wire}"
        yield Change(rule="argument sent otherwise", name=name, before=before, after=after)
    if old.description != new.description:
        yield Change(rule="argument described", name=name, before=old.description, after=new.description)


def _given(face: ArgumentFace) -> str:
    """The type of what is passed: None stands for an argument that is left out."""
    return face.annotation.removesuffix(" | None")


def _abilities(old: Surface, new: Surface) -> Iterator[Change]:
    for resource in sorted(old.abilities.keys() & new.abilities.keys()):
        for ability in sorted(old.abilities[resource] - new.abilities[resource]):
            yield Change(rule="ability lost", name=f"{resource}.{ability}", before=ability)
        for ability in sorted(new.abilities[resource] - old.abilities[resource]):
            yield Change(rule="ability gained", name=f"{resource}.{ability}", after=ability)


def _models(old: Surface, new: Surface, names: Mapping[str, str], context: Context) -> Iterator[Change]:
    for name, face in sorted(old.models.items()):
        now = names.get(name, name)
        if now not in new.models:
            yield Change(rule="model removed", name=name)
            continue
        if now != name:
            yield Change(rule="model renamed", name=name, before=name, after=now, guessed=True)
        yield from _model(now, face, new.models[now], context)
    for name in sorted(new.models.keys() - old.models.keys() - set(names.values())):
        yield Change(rule="model added", name=name)


def _model(name: str, old: ModelFace, new: ModelFace, context: Context) -> Iterator[Change]:
    if old.is_draft != new.is_draft:
        words = {True: "draft", False: "record"}
        yield Change(rule="model turned", name=name, before=words[old.is_draft], after=words[new.is_draft])
    before = context.names.get(old.draft, old.draft) if old.draft else None
    if before != new.draft:
        rule = "draft gained" if before is None else "draft lost" if new.draft is None else "draft changed"
        yield Change(rule=rule, name=name, before=old.draft or "", after=new.draft or "")
    if old.section != new.section:
        yield Change(rule="model sent otherwise", name=name, before=str(old.section), after=str(new.section))
    if old.summary != new.summary:
        yield Change(rule="model described", name=name, before=old.summary, after=new.summary)
    yield from _fields(name, old, new, context)


def _fields(model: str, old: ModelFace, new: ModelFace, context: Context) -> Iterator[Change]:
    names = guess_renames(old.fields, new.fields, alike_fields)
    subject = "draft field" if new.is_draft else "attribute"
    for name, face in old.fields.items():
        now = names.get(name, name)
        if now not in new.fields:
            yield Change(rule=f"{subject} removed", name=f"{model}.{name}", before=face.annotation)
            continue
        if now != name:
            yield Change(rule=f"{subject} renamed", name=f"{model}.{name}", before=name, after=now, guessed=True)
        yield from _field(f"{model}.{now}", subject, face, new.fields[now], context)
    for name in [name for name in new.fields if name not in old.fields and name not in names.values()]:
        required = "required " if new.fields[name].required else ""
        yield Change(rule=f"{required}{subject} added", name=f"{model}.{name}", after=new.fields[name].annotation)


def _field(name: str, subject: str, old: FieldFace, new: FieldFace, context: Context) -> Iterator[Change]:
    if not context.same(old.annotation, new.annotation):
        if subject == "attribute":
            fits = context.gives_only(old.annotation, new.annotation)
            rule = "attribute narrowed" if fits else "attribute changed"
        else:
            fits = context.takes_all(old.annotation, new.annotation)
            rule = "draft field widened" if fits else "draft field narrowed"
        yield Change(rule=rule, name=name, before=old.annotation, after=new.annotation)
    if old.required != new.required:
        words = {True: "required", False: "optional"}
        rule = f"draft field {words[new.required]}"
        yield Change(rule=rule, name=name, before=words[old.required], after=words[new.required])
    for word, was, now in changed_limits(old.limits, new.limits):
        yield Change(rule=f"draft field {word}", name=name, before=was, after=now)
    if old.wire != new.wire:
        before, after = (".".join(filter(None, face.wire)) for face in (old, new))
        yield Change(rule=f"{subject} sent otherwise", name=name, before=before, after=after)
    if old.description != new.description:
        yield Change(rule=f"{subject} described", name=name, before=old.description, after=new.description)


def _enums(old: Surface, new: Surface, names: Mapping[str, str]) -> Iterator[Change]:
    for name, face in sorted(old.enums.items()):
        now = names.get(name, name)
        if now not in new.enums:
            yield Change(rule="enum removed", name=name)
            continue
        if now != name:
            yield Change(rule="enum renamed", name=name, before=name, after=now, guessed=True)
        yield from _enum(now, face, new.enums[now])
    for name in sorted(new.enums.keys() - old.enums.keys() - set(names.values())):
        yield Change(rule="enum added", name=name)


def _enum(name: str, old: EnumFace, new: EnumFace) -> Iterator[Change]:
    if old.base != new.base:
        yield Change(rule="enum base changed", name=name, before=old.base, after=new.base)
    if old.summary != new.summary:
        yield Change(rule="enum described", name=name, before=old.summary, after=new.summary)
    by_value = {value: member for member, (value, _) in new.members.items()}
    taken: set[str] = set()
    for member, (value, label) in old.members.items():
        if member in new.members:
            taken.add(member)
            now_value, now_label = new.members[member]
            if now_value != value:
                yield Change(rule="value changed", name=f"{name}.{member}", before=value, after=now_value)
        elif value in by_value and by_value[value] not in old.members:
            now = by_value[value]
            taken.add(now)
            now_label = new.members[now][1]
            yield Change(rule="member renamed", name=f"{name}.{member}", before=member, after=now)
        else:
            yield Change(rule="member removed", name=f"{name}.{member}", before=value)
            continue
        if now_label != label:
            others = {known.lower() for one, (_, known) in old.members.items() if one != member}
            rule = "meaning changed" if now_label.lower() in others - {label.lower()} else "label changed"
            yield Change(rule=rule, name=f"{name}.{member}", before=label, after=now_label)
    for member, (value, _) in new.members.items():
        if member not in taken:
            yield Change(rule="member added", name=f"{name}.{member}", after=value)
