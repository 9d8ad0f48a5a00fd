"""Property names that are no names: generated junk, placeholders, templates, numbers; and lists copied from samples."""

from __future__ import annotations

import re
from typing import Any

import attrs

from ..endpoint import Endpoint, Place, Schema
from .bodies import JUNK

PLACEHOLDERS = frozenset({"Attribute that caused the error", "Responses"})
_TEMPLATE = re.compile(r"\{\{.*\}\}")
_SAMPLED_SHARE = 0.6
_SAMPLED_LEAST = 3


def _without(schema: Schema, names: set[str]) -> Schema:
    properties = {name: value for name, value in schema["properties"].items() if name not in names}
    required = [name for name in schema.get("required") or () if name not in names]
    rest = {key: value for key, value in schema.items() if key not in {"properties", "required"}}
    return {**rest, "properties": properties, **({"required": required} if required else {})}


def generated_junk_property(schema: Schema, place: Place) -> Schema:
    """``01JRSR8P77AX0WG65ZHFX3Q0R1``: an id that the documentation's editor left as a property."""
    del place
    junk = {name for name in schema.get("properties") or {} if isinstance(name, str) and JUNK.match(name)}
    return _without(schema, junk) if junk else schema


def placeholder_property(schema: Schema, place: Place) -> Schema:
    """A key that stands for any key: ``Attribute that caused the error``."""
    del place
    found = {name for name in schema.get("properties") or {} if name in PLACEHOLDERS}
    return {**_without(schema, found), "additionalProperties": True} if found else schema


def template_property(schema: Schema, place: Place) -> Schema:
    """``le_workflow-type-entity-{{workflow_id}}_custom_data``: the name depends on the record, so any name may come."""
    del place
    found = {name for name in schema.get("properties") or {} if _TEMPLATE.search(str(name))}
    return {**_without(schema, found), "additionalProperties": True} if found else schema


def numbered_properties(schema: Schema, place: Place) -> Schema:
    """``0``, ``1``, ``2`` as names: PHP's way to write a list, so an object of anything."""
    del place
    names = list(schema.get("properties") or {})
    if not names or not all(re.fullmatch(r"\d+", str(name)) for name in names):
        return schema
    rest = {key: value for key, value in schema.items() if key not in {"properties", "required"}}
    return {**rest, "type": "object", "additionalProperties": True}


def required_without_property(schema: Schema, place: Place) -> Schema:
    """``required`` names that the object does not have."""
    del place
    required = schema.get("required")
    if not isinstance(required, list) or "properties" not in schema:
        return schema
    kept = [name for name in required if name in schema["properties"]]
    if len(kept) == len(required):
        return schema
    rest = {key: value for key, value in schema.items() if key != "required"}
    return {**rest, **({"required": kept} if kept else {})}


def required_from_sample(schema: Schema, place: Place) -> Schema:
    """A ``required`` list that names (nearly) everything was copied from a sample and means nothing.

    So do all of an answer's: nothing that the server sends is certain to be there.
    """
    required = schema.get("required")
    if required is None:
        return schema
    share = len(required) / max(1, len(schema.get("properties") or {}))
    sampled = len(required) >= _SAMPLED_LEAST and share >= _SAMPLED_SHARE
    if required and not sampled and place.side == "request":
        return schema
    return {key: value for key, value in schema.items() if key != "required"}


def empty_array_from_sample(schema: Schema, place: Place) -> Schema:
    """In an answer derived from a sample, ``array of string`` without an example was an empty list: of anything."""
    if place.side != "response" or not schema.get("properties"):
        return schema
    sampled = set(schema.get("required") or ()) >= set(schema["properties"])
    empty = {name: value for name, value in schema["properties"].items() if value.get("items") == {"type": "string"}}
    if not sampled or not empty:
        return schema
    opened: dict[str, Any] = {name: {**value, "items": {}} for name, value in empty.items()}
    return {**schema, "properties": {**schema["properties"], **opened}}


def format_in_example(endpoint: Endpoint) -> Endpoint:
    """The example body shows a date or a time where the schema says only ``string``."""
    if endpoint.body is None or not endpoint.body.shapes:
        return endpoint
    schema = endpoint.body.schema
    for shape in endpoint.body.shapes:
        schema = _with_formats(schema, shape)
    return (
        endpoint
        if schema is endpoint.body.schema
        else attrs.evolve(endpoint, body=attrs.evolve(endpoint.body, schema=schema))
    )


_FORMATS = {"yyyy-mm-dd": "date", "dd/mm/yyyy": "date", "yyyy-mm-dd hh:mm:ss": "datetime"}


def _with_formats(schema: Schema, shape: Any) -> Schema:
    if isinstance(shape, str) and schema.get("type") == "string" and "format" not in schema:
        found = _FORMATS.get(shape.partition(" (")[2].rstrip(")"))
        return {**schema, "format": found} if found else schema
    if isinstance(shape, list) and shape and isinstance(schema.get("items"), dict):
        items = _with_formats(schema["items"], shape[0])
        return schema if items is schema["items"] else {**schema, "items": items}
    if isinstance(shape, dict) and schema.get("properties"):
        properties = {
            name: _with_formats(value, shape[name]) if name in shape else value
            for name, value in schema["properties"].items()
        }
        if any(value is not schema["properties"][name] for name, value in properties.items()):
            return {**schema, "properties": properties}
    return schema
