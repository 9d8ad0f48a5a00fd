"""Relations under the names of the v2 API, read into the models' own.

v1 and the models name a relation after its class (``InvoiceItem``), v2 in snake case (``invoice_item``), in one of
several ways. Of several names in one record the first counts under which records stand, v2's before the model's own;
text or a number under such a name is another field. An answer of v2 is decoded by the names that the last one used, in
one pass; ``unread_row`` then tells whether another name counts in some row, and that row is read again from parsed
JSON. What was sent stays what ``raw``, ``unknown`` and ``json()`` show. An answer of v1 is left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

import attrs
import msgspec

from .shape import Field, relations, shape
from .source import View
from .wrapper import full_rows, holds_objects, holds_records

Model = type[msgspec.Struct]

Relation = tuple[Model, str]
"""A model, and its own name of a relation."""

Names = frozenset[tuple[Model, str, str]]
"""The same, each with the name that v2 sends it under."""

_KNOWN_NAMES: Mapping[str, tuple[str, ...]] = {
    "Client": ("clients", "invoice_client"),
    "InvoicePayment": ("payment",),
}
"""Names that are known, before those that a rule gives. Source: the page of the v2 invoice (32868805) and BEHAVIOUR.md,
section 2."""


@cache
def v2_names(relation: str) -> tuple[str, ...]:
    """What v2 calls a relation: ``InvoiceItem`` is ``invoice_item`` or its plural, ``Client`` is ``clients``, too.

    The documented v2 pages use both numbers (``store`` beside ``work_orders``), so either is understood.
    """
    name = _CAPITAL.sub("_", relation).lower()
    return tuple(dict.fromkeys((*_KNOWN_NAMES.get(relation, ()), name, _plural(name))))


_CAPITAL = re.compile(r"(?<!^)(?=[A-Z])")


def _plural(name: str) -> str:
    if name.endswith("y"):
        return f"{name[:-1]}ies"
    return f"{name}es" if name.endswith(("s", "x")) else f"{name}s"


@attrs.frozen
class Spelling:
    """A relation with names of its own in v2: the model's, and all that it may have, the model's own last.

    ``typed`` tells whether its records are; some relations are documented without their fields.
    """

    own: str
    names: tuple[str, ...]
    typed: bool

    def counted(self, row: Mapping[str, Any]) -> str | None:
        """The name that counts in a record: the first under which records stand, or any object where none is typed."""
        stands = holds_records if self.typed else holds_objects
        return next((name for name in self.names if stands(row.get(name))), None)


@cache
def spellings(model: Model) -> tuple[Spelling, ...]:
    """The relations of a model with names of their own in v2, which are told by their capital letter."""
    own = [field.name for field in shape(model)]
    return tuple(
        Spelling(field.name, (*names, field.name), typed=field.kind in ("record", "records"))
        for field in shape(model)
        if field.name[:1].isupper() and field.kind in ("record", "records", "dict", "any")
        if (names := [name for name in v2_names(field.name) if name not in own])
    )


@cache
def is_concerned(model: Model) -> bool:
    """Whether the model, or one that it leads to, has relations with names of their own in v2."""
    reached = [model]
    for one in reached:
        reached += [field.type for field in relations(one) if field.type not in reached]
    return any(map(spellings, reached))


@cache
def sent_names(model: Model) -> frozenset[str]:
    """The names that the model's fields have on the wire of v2, its own among them."""
    return frozenset(field.name for field in shape(model)).union(*(one.names for one in spellings(model)))


@cache
def usual_names(model: Model) -> Names:
    """The names that v2 is expected to use for the relations of a model and of those inside it."""
    return frozenset((level, one.own, one.names[0]) for level in _levels(model) for one in spellings(level))


def _levels(model: Model) -> Iterator[Model]:
    """The model and those of its relations to many, down to the last: what one text is decoded into at once."""
    yield model
    for field in relations(model):
        if field.many:
            yield from _levels(field.type)


def renamed(row: dict[str, Any], model: Model) -> dict[str, Any]:
    """The record as v1 would send it, with the relations at every level under the model's names."""
    found = {**row, **chosen(row, model)}
    for field in relations(model):
        if field.name in found and is_concerned(field.type):
            found[field.name] = renamed_relation(found[field.name], field)
    return found


def renamed_relation(value: Any, field: Field) -> Any:
    """The same for what stands in the place of a relation."""
    if isinstance(value, list):
        return [renamed_relation(item, field) for item in value]
    if not isinstance(value, dict):
        return value
    if all(name.isdecimal() and isinstance(item, dict) for name, item in value.items()):
        return {name: renamed(item, field.type) for name, item in value.items()}
    return renamed(value, field.type)


def chosen(row: Mapping[str, Any], model: Model) -> dict[str, Any]:
    """The relations of a record by the model's own names; ``None`` for those of which no name counts."""
    return {
        one.own: None if (name := one.counted(row)) is None else row[name]
        for one in spellings(model)
        if not row.keys().isdisjoint(one.names)
    }


def names_used(rows: Sequence[Any], model: Model) -> Names:
    """The names that count most often in these records, at every level that one text is decoded into."""
    used: Counter[tuple[Model, str, str]] = Counter()
    _count_names(rows, model, used)
    most = {(one, own): sent for (one, own, sent), _ in reversed(used.most_common())}
    return frozenset((one, own, most.get((one, own), sent)) for one, own, sent in usual_names(model))


def _count_names(rows: Sequence[Any], model: Model, used: Counter[tuple[Model, str, str]]) -> None:
    for row in rows:
        if not isinstance(row, dict):
            continue
        for one in spellings(model):
            name = one.counted(row)
            if name is not None:
                used[model, one.own, name] += 1
        for field in relations(model):
            if field.many:
                _count_names(full_rows({**row, **chosen(row, model)}.get(field.name)), field.type, used)


@attrs.frozen
class Renamed:
    """The JSON of another view's records with their relations renamed: where those relations are found again."""

    sent: View = attrs.field(repr=False)
    model: Model
    v2: bool = True

    def load(self, place: Any) -> Any:
        row = self.sent.load(place)
        return {**row, **chosen(row, self.model)} if isinstance(row, dict) else row


_Plain = str | bool | int | float | None


@lru_cache(maxsize=256)
def unread_row(model: Model, names: Names, full: frozenset[Relation]) -> Model:
    """A class that refuses a row in which another name counts than these; it has no fields where there is none to find.

    ``full`` are the relations that every row brought under its name: what comes after that does not count then.
    """
    return _unread_row(model, {(one, own): sent for one, own, sent in names}, full)


def _unread_row(model: Model, sent: Mapping[Relation, str], full: frozenset[Relation]) -> type[Any]:
    fields: list[Any] = []
    renames: dict[str, str] = {}

    def add(name: str, kind: Any) -> None:
        renames[f"f{len(fields)}"] = name
        fields.append((f"f{len(fields)}", kind, None))

    for one in spellings(model):
        read = sent[model, one.own]
        before = one.names[: one.names.index(read)] if (model, one.own) in full else one.names
        for name in before:
            if name != read:
                add(name, list[_Plain] | _Plain)
    for field in relations(model):
        if field.many and any(map(spellings, _levels(field.type))):
            inner: Any = _unread_row(field.type, sent, full)
            if inner.__struct_fields__:
                add(sent.get((model, field.name), field.name), list[inner | _Plain] | inner | _Plain)
    return msgspec.defstruct("Unread", fields, rename=renames, gc=False)
