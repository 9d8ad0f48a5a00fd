"""The first look at a page's schemas: every keyword holds the kind of value that rules may rely on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..report import Report
from .endpoint import Place, Schema

MAX_DEPTH = 40


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_scalar(value: Any) -> bool:
    return value is None or isinstance(value, (str, int, float, bool))


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_scalars(value: Any) -> bool:
    return isinstance(value, list) and all(_is_scalar(item) for item in value)


def _is_labels(value: Any) -> bool:
    return isinstance(value, dict) and all(_is_text(label) for label in value.values())


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_flag(value: Any) -> bool:
    return isinstance(value, bool)


_KEYWORDS: dict[str, Callable[[Any], bool]] = {
    "type": lambda value: _is_text(value) or _is_texts(value),
    "format": _is_text,
    "required": _is_texts,
    "enum": _is_scalars,
    "x-labels": _is_labels,
    "pattern": _is_text,
    "minimum": _is_number,
    "maximum": _is_number,
    "exclusiveMinimum": lambda value: _is_number(value) or _is_flag(value),
    "exclusiveMaximum": lambda value: _is_number(value) or _is_flag(value),
    "multipleOf": _is_number,
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"), _is_count),
    **dict.fromkeys(("nullable", "readOnly", "writeOnly", "deprecated", "uniqueItems"), _is_flag),
    "$ref": _is_text,
}
_GRAVE = frozenset({"type", "$ref"})
"""Keywords without which nothing is known of a field: another kind of value there is an error, not a note."""

_SCHEMA_MAPS = ("properties", "x-apidog-refs", "x-apidog-overrides")
_SCHEMA_LISTS = ("allOf", "oneOf", "anyOf")
_SCHEMAS = ("items", "additionalProperties")


def wellformed(schema: Any, place: Place, report: Report, depth: int = 0) -> Schema:
    """The schema without keywords that hold something else than they must, which are told.

    Raises ``PageError`` for schemas inside schemas without end.
    """
    if depth > MAX_DEPTH:
        raise place.refuse("schemas nested without end", f"a page nests at most {MAX_DEPTH} schemas")
    if not isinstance(schema, dict):
        if isinstance(schema, bool):
            return {}
        report.errors.append(place.refuse(f"a schema was expected, not {schema!r:.40}", "write an object with a type"))
        return {}
    found: Schema = {}
    for key, value in schema.items():
        fits = _KEYWORDS.get(key)
        if fits is None or fits(value):
            found[key] = _with_inside(key, value, place / key, report, depth)
        elif key in _GRAVE:
            refusal = (place / key).refuse(f"{value!r:.60} is no value of {key!r}", "write it as OpenAPI has it")
            report.errors.append(refusal)
        else:
            report.note(f"{place.file} at {(place / key).pointer}: {value!r:.60} is no value of {key!r}: left out")
    return {key: value for key, value in found.items() if value is not _NOTHING}


_NOTHING = object()


def _with_inside(key: str, value: Any, place: Place, report: Report, depth: int) -> Any:
    """A keyword's value, the schemas inside it wellformed too."""
    if key in _SCHEMA_MAPS:
        if not isinstance(value, dict):
            report.note(f"{place.file} at {place.pointer}: no map of schemas: left out")
            return _NOTHING
        return {
            name: one
            if one is None and key == "x-apidog-overrides"
            else wellformed(one, place / name, report, depth + 1)
            for name, one in value.items()
        }
    if key in _SCHEMA_LISTS:
        if not isinstance(value, list) or not value:
            report.note(f"{place.file} at {place.pointer}: no list of schemas: left out")
            return _NOTHING
        return [wellformed(one, place / number, report, depth + 1) for number, one in enumerate(value)]
    if key in _SCHEMAS and not (key == "additionalProperties" and isinstance(value, bool)):
        return wellformed(value, place, report, depth + 1)
    return value
