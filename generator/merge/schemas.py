"""Making one schema of several descriptions of the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ..openapi import SCHEMA_REF
from ..words import constant_name
from .endpoint import Schema
from .quirks.fields import GUESS

_SAME = ("readOnly", "writeOnly", "deprecated", "pattern", "minimum", "maximum", "default", "example")


def ref(name: str) -> Schema:
    return {"$ref": SCHEMA_REF + name}


def free_object() -> Schema:
    return {"type": "object", "additionalProperties": True}


def is_open(schema: Schema) -> bool:
    """Whether a schema says nothing but, perhaps, that null is allowed."""
    return not set(schema) - {"nullable", "description", "readOnly", "deprecated"}


def is_scalar(schema: Schema) -> bool:
    return schema.get("type") in {"integer", "number", "string", "boolean"}


def unify(one: Schema, other: Schema) -> Schema:
    """One schema for a field that two pages describe.

    Null from a sample yields to a type; a flag wins over the numbers and texts that carry it, a decimal over an
    integer, an integer over the text v1 sends it as, a format over none, a time over a date, a list over its only
    element. Where nothing fits (an object here, a text there) the field is left open.
    """
    if one == other:
        return one
    if is_open(one) or is_open(other):
        kept, lost = (other, one) if is_open(one) else (one, other)
        return {**kept, **({"nullable": True} if lost.get("nullable") and "$ref" not in kept else {})}
    if (GUESS in one) != (GUESS in other):
        known = other if GUESS in one else one
        return known if "$ref" in known else {**known, "nullable": True}
    if "$ref" in one or "$ref" in other:
        return _related(one, other)
    if one.get("type") == "array" or other.get("type") == "array":
        return _listed(one, other)
    if is_scalar(one) and is_scalar(other):
        return _scalar(one, other)
    if one.get("type") == other.get("type") == "object":
        return one
    return {}


def _related(one: Schema, other: Schema) -> Schema:
    if one.get("type") == "array" or other.get("type") == "array":
        return _listed(one, other)
    if "$ref" in one:
        return one if "$ref" in other or other.get("type") == "object" else {}
    return other if one.get("type") == "object" else {}


def _listed(one: Schema, other: Schema) -> Schema:
    first = one.get("items", {}) if one.get("type") == "array" else one
    second = other.get("items", {}) if other.get("type") == "array" else other
    kept = one if one.get("type") == "array" else other
    if is_scalar(one) or is_scalar(other):
        return {}
    return {**kept, "items": unify(first, second)}


def _scalar(one: Schema, other: Schema) -> Schema:
    kinds = {one["type"], other["type"]}
    winner = next(kind for kind in ("boolean", "number", "integer", "string") if kind in kinds)
    base, added = (one, other) if one["type"] == winner else (other, one)
    result = dict(base)
    if base["type"] == added["type"]:
        result.update({key: added[key] for key in _SAME if key in added and key not in base})
        formats = {value["format"] for value in (base, added) if "format" in value}
        if formats:
            result["format"] = "datetime" if formats == {"date", "datetime"} else base.get("format") or added["format"]
        lengths = [value["maxLength"] for value in (base, added) if "maxLength" in value]
        if lengths:
            result["maxLength"] = max(lengths)
    if "enum" in one or "enum" in other:
        result = unify_enums(result, added if "enum" in added else base)
    if one.get("nullable") or other.get("nullable"):
        result["nullable"] = True
    return result


def unify_enums(one: Schema, other: Schema) -> Schema:
    """The values of both; a value that both label keeps the first label of which a name can be made."""
    labels: dict[Any, str] = {}
    for schema in (one, other):
        for value, label in zip(schema.get("enum", ()), schema.get("x-enum-labels", ()), strict=False):
            if value not in labels or constant_name(labels[value]) is None or labels[value] == str(value):
                labels[value] = label
    values = list(labels)
    if all(isinstance(value, int) for value in values):
        values.sort(key=lambda value: (value < 0, abs(value)))
    shown = [labels[value] for value in values]
    rest = {key: value for key, value in one.items() if key != "default" or value in values}
    return {**rest, "enum": values, "x-enum-labels": shown}


def differences(parts: Sequence[dict[str, Schema]]) -> tuple[int, list[str]]:
    """How many properties are described in several ways, and the names of those that could not be united."""
    kept: dict[str, Schema] = {}
    differing: set[str] = set()
    for part in parts:
        for name, schema in part.items():
            if name in kept and kept[name] != schema:
                differing.add(name)
                kept[name] = unify(kept[name], schema)
            kept.setdefault(name, schema)
    first = {name: schema for part in reversed(parts) for name, schema in part.items()}
    return len(differing), sorted(name for name in differing if kept[name] == {} and first[name] != {})


def union(parts: Iterable[dict[str, Schema]]) -> dict[str, Schema]:
    """The properties of several descriptions of one record, in the order of their first appearance."""
    result: dict[str, Schema] = {}
    for part in parts:
        for name, schema in part.items():
            result[name] = unify(result[name], schema) if name in result else schema
    return result
