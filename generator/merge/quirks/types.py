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
    "int": {"type": "integer"},
}
_NUMBER_FORMATS = frozenset({"int32", "int64", "double", "float"})


def type_list(schema: Schema, place: Place) -> Schema:
    """``type: [integer, 'null']`` is a nullable integer."""
    kinds = schema.get("type")
    if not isinstance(kinds, list):
        return schema
    named = [kind for kind in kinds if kind != "null"]
    if len(named) > 1:
        raise (place / "type").refuse(f"the types {named} in one place", "write a rule that says which one is meant")
    rest = {key: value for key, value in schema.items() if key != "type"}
    return {**({"type": named[0]} if named else {}), **rest, **({"nullable": True} if len(named) < len(kinds) else {})}


def null_from_sample(schema: Schema, place: Place) -> Schema:
    """``type: 'null'`` says that the sample held null: the type is open, null is allowed."""
    del place
    if schema.get("type") != "null":
        return schema
    return {**{key: value for key, value in schema.items() if key != "type"}, "nullable": True}


def number_or_time_by_its_own_name(schema: Schema, place: Place) -> Schema:
    """``type: double``, ``date-time``, ``datetime``: names of formats used as types."""
    del place
    spelled = _SPELLED.get(schema["type"]) if isinstance(schema.get("type"), str) else None
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


def text_max_length(schema: Schema, place: Place) -> Schema:
    """``maxLength: '255'``, or a length on something that is no text."""
    limit = schema.get("maxLength")
    if limit is None or (isinstance(limit, int) and schema.get("type") == "string"):
        return schema
    rest = {key: value for key, value in schema.items() if key != "maxLength"}
    if schema.get("type") != "string":
        return rest
    if not re.fullmatch(r"\d+", str(limit)):
        raise (place / "maxLength").refuse(f"no length: {limit!r}", "write a number")
    return {**rest, "maxLength": int(limit)}


def examples_of_openapi_31(schema: Schema, place: Place) -> Schema:
    """``examples: […]`` belongs to OpenAPI 3.1; 3.0 takes one ``example``, and only one of the right type is useful."""
    del place
    if "examples" not in schema:
        return schema
    rest = {key: value for key, value in schema.items() if key != "examples"}
    values = schema["examples"] if isinstance(schema["examples"], list) else []
    fitting = [value for value in values if value != "" and fits(value, rest)]
    return {**rest, "example": fitting[0]} if fitting else rest


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
