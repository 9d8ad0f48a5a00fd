"""Types that OpenAPI 3.0 does not have, or that a sample's value suggested."""

from __future__ import annotations

import re
from typing import Any

from ..endpoint import Place, Schema

_SPELLED: dict[str, Schema] = {
    "double": {"type": "number"},
    "float": {"type": "number"},
    "date-time": {"type": "string", "format": "datetime"},
    "datetime": {"type": "string", "format": "datetime"},
    "date": {"type": "string", "format": "date"},
    "time": {"type": "string"},
    "int": {"type": "integer"},
    "int32": {"type": "integer"},
    "int64": {"type": "integer"},
    "long": {"type": "integer"},
    "bool": {"type": "boolean"},
    "decimal": {"type": "number"},
    "str": {"type": "string"},
    "text": {"type": "string"},
    "uuid": {"type": "string"},
    "email": {"type": "string"},
    "url": {"type": "string"},
    "file": {"type": "string"},
    "any": {},
    "mixed": {},
    "list": {"type": "array"},
    "map": {"type": "object"},
}
_CARRIERS = ("boolean", "number", "integer", "string")
"""Scalar types: v1 sends each as any of those behind it, so the first of several is what is meant."""

_NUMBER_FORMATS = frozenset({"int32", "int64", "double", "float"})


def type_list(schema: Schema, place: Place) -> Schema:
    """``type: [integer, 'null']`` is a nullable integer; of scalar types the one that carries the others is meant."""
    del place
    kinds = schema.get("type")
    if not isinstance(kinds, list):
        return schema
    named = [kind for kind in kinds if kind != "null"]
    if len(named) > 1:
        named = [kind for kind in _CARRIERS if kind in named][:1] if set(named) <= set(_CARRIERS) else []
    rest = {key: value for key, value in schema.items() if key != "type"}
    return {**({"type": named[0]} if named else {}), **rest, **({"nullable": True} if "null" in kinds else {})}


def null_from_sample(schema: Schema, place: Place) -> Schema:
    """``type: 'null'`` says that the sample held null: the type is open, null is allowed."""
    del place
    if schema.get("type") != "null":
        return schema
    return {**{key: value for key, value in schema.items() if key != "type"}, "nullable": True}


def number_or_time_by_its_own_name(schema: Schema, place: Place) -> Schema:
    """``type: double``, ``date-time``, ``datetime``: names of formats, or of other languages' types, used as types."""
    del place
    spelled = _SPELLED.get(schema["type"].lower()) if isinstance(schema.get("type"), str) else None
    if spelled is None:
        return schema
    return {**spelled, **{key: value for key, value in schema.items() if key not in {"type", "format"}}}


def integer_or_array(schema: Schema, place: Place) -> Schema:
    """``integer||array``: one id when read, one or several when written (left open there)."""
    if schema.get("type") != "integer||array":
        return schema
    rest = {key: value for key, value in schema.items() if key not in {"type", "format"}}
    return rest if place.side == "request" else {"type": "integer", **rest}


def number_format(schema: Schema, place: Place) -> Schema:
    """``int32``, ``int64``, ``double``, ``float`` say nothing that holds: ids are integers, the rest exact decimals."""
    del place
    if schema.get("format") not in _NUMBER_FORMATS:
        return schema
    return {key: value for key, value in schema.items() if key != "format"}


def empty_format(schema: Schema, place: Place) -> Schema:
    """``format: ''``."""
    del place
    return schema if schema.get("format") != "" else {key: value for key, value in schema.items() if key != "format"}


def naive_time(schema: Schema, place: Place) -> Schema:
    """``format: date-time`` promises a zone; the server sends ``YYYY-MM-DD HH:MM:SS`` without one."""
    del place
    return schema if schema.get("format") != "date-time" else {**schema, "format": "datetime"}


def length_of_no_text(schema: Schema, place: Place) -> Schema:
    """A length or a pattern on something that is no text."""
    del place
    stray = {"maxLength", "minLength", "pattern"} & schema.keys()
    if not stray or schema.get("type") == "string":
        return schema
    return {key: value for key, value in schema.items() if key not in stray}


def default_of_wrong_type(schema: Schema, place: Place) -> Schema:
    """``default: The primary store id`` on an integer, ``default: 0`` on a flag, ``default: null``."""
    del place
    if "default" not in schema or (schema["default"] is not None and fits(schema["default"], schema)):
        return schema
    return {key: value for key, value in schema.items() if key != "default"}


def array_without_items(schema: Schema, place: Place) -> Schema:
    """``type: array`` without items: of ids where the name says so, of text in a query, else of anything."""
    if schema.get("type") != "array" or "items" in schema:
        return schema
    if place.side == "parameter":
        return {**schema, "items": {"type": "integer" if place.name.endswith("_id") else "string"}}
    return {**schema, "items": {}}


def fits(value: Any, schema: Schema) -> bool:
    """Whether a value is of the schema's simple type."""
    kind = schema.get("type")
    if kind == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if kind == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if kind == "string" and schema.get("format") in {"date", "datetime"}:
        length = r"\d{4}-\d\d-\d\d" + (r" \d\d:\d\d:\d\d" if schema["format"] == "datetime" else "")
        return isinstance(value, str) and re.fullmatch(length, value) is not None
    return (kind == "string" and isinstance(value, str)) or (kind == "boolean" and isinstance(value, bool))
