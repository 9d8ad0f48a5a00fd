"""The two faces of the merged document: what the generator works with, and what is really on the wire.

The generator knows an amount as a decimal. A server that sends ``"35000"``, ``35000`` or ``null`` for it is told to
readers of ``specs/openapi.yaml`` in unions (``WireDecimal``), so that types made of it hold for real answers. Only
answers are loose: requests are written as they are documented. ``x-daftra-plain`` keeps, as JSON text that no
other tool looks into, what a union stands for.
Source of the forms: ``BEHAVIOUR.md``, section 1.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Iterable, Mapping
from typing import Any

from .openapi import SCHEMA_REF, operations, reached

PLAIN = "x-daftra-plain"
OPEN = "x-daftra-open"
"""Marks a record whose further fields are part of the documentation, not only of the wire."""
_NULL_TEXT: dict[str, Any] = {"type": "string", "nullable": True}

FORMS: dict[str, dict[str, Any]] = {
    "WireInteger": {
        "description": "A whole number, also written as text; null or an empty text for none.",
        "anyOf": [{"type": "integer", "nullable": True}, {"type": "string"}],
    },
    "WireDecimal": {
        "description": "An amount with up to four decimals, as text or as a number; null or an empty text for none.",
        "anyOf": [{"type": "number", "nullable": True}, {"type": "string"}],
    },
    "WireBoolean": {
        "description": "A yes or no: true and false, 1 and 0, or one of them as text; null or an empty text for none.",
        "anyOf": [{"type": "boolean", "nullable": True}, {"type": "integer"}, {"type": "string"}],
    },
    "WireDate": {
        "description": "A day or a time without zone: ISO, in v1 also in the account's display format; "
        "null, an empty text or 0000-00-00 for none.",
        **_NULL_TEXT,
    },
    "WireText": {
        "description": "Text; phone numbers and codes also arrive as numbers.",
        "anyOf": [_NULL_TEXT, {"type": "number"}],
    },
    "WireObject": {
        "description": "An object with keys of its own; an empty one also arrives as an empty list, or as JSON text.",
        "anyOf": [
            {"type": "object", "additionalProperties": True, "nullable": True},
            {"type": "array", "items": {}},
            {"type": "string"},
        ],
    },
}
"""Name of a shared schema → how a value of its kind arrives."""

_SCALARS = {"integer": "WireInteger", "number": "WireDecimal", "boolean": "WireBoolean", "string": "WireText"}
_DATES = frozenset({"date", "datetime", "date-time"})
_TOLD = frozenset({"description", "readOnly", "writeOnly", "deprecated", "title"})


def as_on_the_wire(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document for its readers: every value of an answer in all the forms in which it arrives."""
    result = copy.deepcopy(dict(document))
    schemas: dict[str, Any] = result["components"]["schemas"]
    answered = _answered(result)
    for name in answered:
        if "properties" in schemas[name]:
            schemas[name]["properties"] = {
                field: _wire(schema, schemas) for field, schema in schemas[name]["properties"].items()
            }
            if "additionalProperties" in schemas[name]:
                schemas[name][OPEN] = True
            schemas[name]["additionalProperties"] = True  # Fields that nobody documented are normal.
    for name, schema in schemas.items():
        draft = f"{name.removesuffix('Update')}Draft"
        if name.endswith("Update") and draft in schemas:
            schemas[name] = _changed(schema, draft)
        elif name not in answered and "properties" in schema:
            schema["properties"] = {field: _without_bare_null(one) for field, one in schema["properties"].items()}
    for response in _responses(result):
        for media in response.get("content", {}).values():
            media["schema"] = _envelope(media["schema"], schemas)
    result["components"]["schemas"] = dict(sorted({**schemas, **copy.deepcopy(FORMS)}.items()))
    return result


def _without_bare_null(schema: dict[str, Any]) -> dict[str, Any]:
    """What a request holds; a null needs a type beside it, which neither a reference nor an open value has."""
    if "nullable" not in schema or "type" in schema:
        return schema
    return {**{key: value for key, value in schema.items() if key == "allOf"}, **_kept(schema)}


def _changed(update: Mapping[str, Any], draft: str) -> dict[str, Any]:
    """A draft that says which record it changes."""
    number = {"type": "object", "required": ["id"], "properties": {"id": update["properties"]["id"]}}
    return {"allOf": [{"$ref": f"{SCHEMA_REF}{draft}"}, number], **_kept(update)}


def as_generated(document: Mapping[str, Any]) -> dict[str, Any]:
    """The document that the generator works with: every union is again what it stands for."""
    if not FORMS.keys() <= document["components"]["schemas"].keys():
        return dict(document)
    result: dict[str, Any] = _plain(document)
    schemas = result["components"]["schemas"]
    for name in FORMS:
        del schemas[name]
    for name in _answered(result):
        if not schemas[name].pop(OPEN, False):
            schemas[name].pop("additionalProperties", None)
    return result


def _answered(document: Mapping[str, Any]) -> set[str]:
    """The schemas that answers consist of, and requests do not."""
    schemas = document["components"]["schemas"]
    calls = [operation for _, _, operation in operations(document)]
    sent = reached([[call.get("requestBody"), call.get("parameters")] for call in calls], schemas)
    return reached([list(_responses(document))], schemas) - sent


def _responses(document: Mapping[str, Any]) -> Iterable[dict[str, Any]]:
    yield from document["components"].get("responses", {}).values()
    for _, _, operation in operations(document):
        yield from operation["responses"].values()


def _wire(schema: dict[str, Any], schemas: Mapping[str, Any]) -> dict[str, Any]:
    """One value of a record. What is told about it stays beside the union, what constrains it is kept for us."""
    name = _reference(schema)
    many = schema.get("items") if schema.get("type") == "array" else None
    if name is not None:
        union = _any_value(name, schemas[name]) if "enum" in schemas[name] else _relation(name)
    elif many is not None:
        rows = _wire(many, schemas) if _reference(many) is None else dict(many)
        rows_or_none = {"type": "array", "items": rows, "nullable": True}
        if _reference(many) is None:
            return {**rows_or_none, **_kept(schema)}
        union = [rows_or_none, rows]
    elif "properties" in schema:
        inner = {field: _wire(one, schemas) for field, one in schema["properties"].items()}
        union = [{"type": "object", "properties": inner, "nullable": True}, {"type": "array", "items": {}}]
    elif "nullable" in schema and "type" not in schema:
        return _kept(schema)
    elif _form(schema) is not None:
        return {"allOf": [{"$ref": f"{SCHEMA_REF}{_form(schema)}"}], **_kept(schema)}
    else:
        return schema
    return {"anyOf": union, **_kept(schema)}


def _form(schema: Mapping[str, Any]) -> str | None:
    if schema.get("format") in _DATES:
        return "WireDate"
    return "WireObject" if schema.get("type") == "object" else _SCALARS.get(schema.get("type", ""))


def _any_value(name: str, enum: Mapping[str, Any]) -> list[dict[str, Any]]:
    """An enum's value, as a number or as text, and values that nobody documented."""
    return [{"$ref": f"{SCHEMA_REF}{name}"}, {"$ref": f"{SCHEMA_REF}{_SCALARS[enum['type']]}"}]


def _relation(name: str) -> list[dict[str, Any]]:
    """A related record: itself, a list of one, an empty list or null for none."""
    reference = {"$ref": f"{SCHEMA_REF}{name}"}
    return [reference, {"type": "array", "items": reference, "nullable": True}]


def _kept(schema: Mapping[str, Any]) -> dict[str, Any]:
    told = _told(schema)
    return {**told, PLAIN: json.dumps({key: value for key, value in schema.items() if key not in told})}


def _told(schema: Mapping[str, Any]) -> dict[str, Any]:
    """What a schema says about a value, beside its form."""
    told = {key: value for key, value in schema.items() if key in _TOLD or key.startswith("x-")}
    return {key: value for key, value in told.items() if key != PLAIN}


def _reference(schema: Mapping[str, Any]) -> str | None:
    """The component that a schema is, bare or with words beside it."""
    inner = schema["allOf"][0] if len(schema.get("allOf", ())) == 1 else schema
    target = inner.get("$ref", "")
    return target.removeprefix(SCHEMA_REF) if target.startswith(SCHEMA_REF) else None


def _envelope(schema: dict[str, Any], schemas: Mapping[str, Any]) -> dict[str, Any]:
    """What stands around records: its scalars in their forms, its lists and records as they are."""
    if "properties" in schema:
        return {**schema, "properties": {name: _envelope(one, schemas) for name, one in schema["properties"].items()}}
    if schema.get("type") == "array":
        return {**schema, "items": _envelope(schema["items"], schemas)}
    return _wire(schema, schemas) if _form(schema) is not None else schema


def _plain(node: Any) -> Any:
    if isinstance(node, Mapping):
        if PLAIN in node:
            return {**_told(node), **json.loads(node[PLAIN])}
        return {key: _plain(value) for key, value in node.items()}
    return [_plain(value) for value in node] if isinstance(node, list) else node
