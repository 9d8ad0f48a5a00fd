"""What differs between two documents without showing in the Python API, so that no difference goes unnamed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from ..differences import leaves, shortened
from ..openapi import METHODS, operations
from .facts import Change
from .surface import Surface

RULE = "document detail"
_SHOWN_ELSEWHERE = frozenset({"x-daftra", "summary", "description", "parameters", "tags"})
"""Keys of an operation that the findings about its call tell, if there are any."""


def details(
    old: Mapping[str, Any], new: Mapping[str, Any], surfaces: tuple[Surface, Surface], found: tuple[Change, ...]
) -> tuple[Change, ...]:
    """One finding per field, parameter, operation or part of the document that differs and has no finding yet."""
    named = {change.name for change in found} | {change.after for change in found}
    return (
        *_operations(_by_call(old), _by_call(new), named),
        *_schemas(old["components"]["schemas"], new["components"]["schemas"], surfaces, named),
        *_rest(old, new),
    )


def _by_call(document: Mapping[str, Any]) -> dict[str, tuple[str, Mapping[str, Any]]]:
    """Every call with the document's operation behind it."""
    return {
        f"{call['resource']}.{call['name']}": (f"{method.upper()} {path}", operation)
        for path, method, operation in operations(document)
        for call in operation.get("x-daftra", {}).get("calls", ())
    }


def _operations(
    old: Mapping[str, tuple[str, Mapping[str, Any]]], new: Mapping[str, tuple[str, Mapping[str, Any]]], named: set[str]
) -> Iterator[Change]:
    for call in sorted(old.keys() & new.keys()):
        before, after = old[call][1], new[call][1]
        parameters = [{one["name"]: one for one in side.get("parameters", ())} for side in (before, after)]
        for name in sorted(parameters[0].keys() & parameters[1].keys()):
            if f"{call}({name})" not in named:
                yield from _difference(f"{call}({name})", parameters[0][name], parameters[1][name])
        told = any(name == call or name.startswith(f"{call}(") for name in named)
        covered = _SHOWN_ELSEWHERE if told else frozenset({"parameters"})
        rest = [{key: value for key, value in side.items() if key not in covered} for side in (before, after)]
        yield from _difference(call, *(_without_examples(side) for side in rest))
        if not told and [*parameters[0]] != [*parameters[1]]:
            yield Change(rule=RULE, name=call, before=", ".join(parameters[0]), after=", ".join(parameters[1]))


def _without_examples(node: Any) -> Any:
    """A piece of the document without the examples, which are ours and promise nothing."""
    if isinstance(node, Mapping):
        return {key: _without_examples(value) for key, value in node.items() if key != "example"}
    return [_without_examples(value) for value in node] if isinstance(node, list) else node


def _schemas(
    old: Mapping[str, Any], new: Mapping[str, Any], surfaces: tuple[Surface, Surface], named: set[str]
) -> Iterator[Change]:
    shown = {name for surface in surfaces for name in (*surface.models, *surface.enums)}
    for name in sorted((old.keys() ^ new.keys()) - shown):
        yield Change(rule=RULE, name=name, before="a schema" * (name in old), after="a schema" * (name in new))
    for name in sorted(old.keys() & new.keys()):
        if any(name in surface.enums for surface in surfaces):
            if not any(known == name or known.startswith(f"{name}.") for known in named):
                yield from _difference(name, old[name], new[name])
            continue
        fields = [schema.get("properties", {}) for schema in (old[name], new[name])]
        for wire in sorted(fields[0].keys() & fields[1].keys()):
            attribute = _attribute(name, wire, surfaces[1])
            if f"{name}.{attribute}" not in named:
                yield from _difference(f"{name}.{attribute}", fields[0][wire], fields[1][wire])
        if name not in shown:
            for wire in sorted(fields[0].keys() ^ fields[1].keys()):
                before, after = (("there" if wire in side else "not there") for side in fields)
                yield Change(rule=RULE, name=f"{name}.{wire}", before=before, after=after)
        covered = {"properties", "required", "description"} if name in shown else {"properties"}
        rest = [
            {key: value for key, value in schema.items() if key not in covered} for schema in (old[name], new[name])
        ]
        yield from _difference(name, *rest)


def _attribute(model: str, wire: str, surface: Surface) -> str:
    fields = surface.models[model].fields if model in surface.models else {}
    return next((name for name, face in fields.items() if face.wire[1] == wire), wire)


def _rest(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    resources = [{call.partition(".")[0] for call in _by_call(document)} for document in (old, new)]
    told = {"paths", "components", *(["tags"] if resources[0] != resources[1] else [])}
    for key in sorted((old.keys() | new.keys()) - told):
        yield from _difference(f"({key})", old.get(key), new.get(key))
    items = [
        {
            path: {key: value for key, value in item.items() if key not in METHODS}
            for path, item in document["paths"].items()
        }
        for document in (old, new)
    ]
    for path in sorted(items[0].keys() & items[1].keys()):
        yield from _difference(f"({path})", items[0][path], items[1][path])
    parts = [
        {key: value for key, value in document["components"].items() if key != "schemas"} for document in (old, new)
    ]
    for key in sorted(parts[0].keys() | parts[1].keys()):
        yield from _difference(f"({key})", parts[0].get(key), parts[1].get(key))


def _difference(name: str, old: Any, new: Any) -> Iterator[Change]:
    """One finding for all that differs below one name, told by the places that differ."""
    found = list(leaves(old, new))
    if found:
        before, after = (", ".join(f"{leaf[0]}: {leaf[side]}" for leaf in found) for side in (1, 2))
        yield Change(rule=RULE, name=name, before=shortened(before), after=shortened(after))
