"""The first look at a page's schemas: every keyword holds the kind of value that rules may rely on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from .endpoint import Place

MAX_DEPTH = 40
_FIX = "write the keyword as OpenAPI has it"


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


_KEYWORDS: dict[str, Callable[[Any], bool]] = {
    "type": lambda value: _is_text(value) or _is_texts(value),
    "format": _is_text,
    "required": _is_texts,
    "enum": _is_scalars,
    "x-labels": _is_labels,
    "pattern": _is_text,
    "maxLength": lambda value: _is_number(value) or _is_text(value),
    "minLength": _is_number,
    "minimum": _is_number,
    "maximum": _is_number,
    "nullable": lambda value: isinstance(value, bool),
    "readOnly": lambda value: isinstance(value, bool),
    "writeOnly": lambda value: isinstance(value, bool),
    "deprecated": lambda value: isinstance(value, bool),
    "examples": lambda value: isinstance(value, (list, dict)),
    "$ref": _is_text,
}
_SCHEMA_MAPS = ("properties", "x-apidog-refs", "x-apidog-overrides")
_SCHEMA_LISTS = ("allOf", "oneOf", "anyOf")
_SCHEMAS = ("items", "additionalProperties")


def check_wellformed(schema: Any, place: Place, depth: int = 0) -> None:
    """Raise ``PageError`` for a schema that is no object, or whose keywords hold something else than they must."""
    if not isinstance(schema, dict):
        raise place.refuse(f"a schema was expected, not {schema!r:.40}", "write an object with a type")
    if depth > MAX_DEPTH:
        raise place.refuse("schemas nested without end", f"a page nests at most {MAX_DEPTH} schemas")
    for key, fits in _KEYWORDS.items():
        if key in schema and not fits(schema[key]):
            raise (place / key).refuse(f"{schema[key]!r:.60} is no value of {key!r}", _FIX)
    for inner, spot in _inside(schema, place):
        check_wellformed(inner, spot, depth + 1)


def _inside(schema: dict[str, Any], place: Place) -> Iterator[tuple[Any, Place]]:
    """The schemas directly inside one, with their places."""
    for key in _SCHEMA_MAPS:
        if not isinstance(schema.get(key, {}), dict):
            raise (place / key).refuse(f"{key!r} is no map of schemas", _FIX)
        for name, value in schema.get(key, {}).items():
            if value is not None or key != "x-apidog-overrides":
                yield value, place / key / name
    for key in _SCHEMA_LISTS:
        if not isinstance(schema.get(key, [{}]), list) or not schema.get(key, [{}]):
            raise (place / key).refuse(f"{key!r} is no list of schemas", _FIX)
        for number, value in enumerate(schema.get(key, ())):
            yield value, place / key / number
    for key in _SCHEMAS:
        if key in schema and not (key == "additionalProperties" and isinstance(schema[key], bool)):
            yield schema[key], place / key
