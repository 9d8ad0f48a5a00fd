"""The last look at a normalised page: whatever no rule understood stops the build here."""

from __future__ import annotations

import re
from typing import Any

from ..characters import has_hidden_characters
from .endpoint import Endpoint, Place, Schema

TYPES = frozenset({"string", "integer", "number", "boolean", "object", "array"})
FORMATS: dict[str, frozenset[str]] = {
    "string": frozenset({"date", "datetime", "email"}),
    "number": frozenset({"decimal"}),
}
SCHEMA_KEYS = frozenset({
    "type", "format", "nullable", "readOnly", "writeOnly", "deprecated", "properties", "items", "required",
    "additionalProperties", "enum", "x-enum-varnames", "x-enum-labels", "maxLength", "minLength", "minimum",
    "maximum", "pattern", "default", "example", "x-guess",
})  # fmt: skip
PARAMETER_KEYS = frozenset({"name", "in", "required", "schema", "deprecated", "description", "style", "explode"})
_PROPERTY = re.compile(r"[A-Za-z0-9_-]{1,100}")
_PATH = re.compile(r"/[A-Za-z0-9_./{}-]+")
_TITLE = re.compile(r"[A-Za-z][A-Za-z0-9 _/&'’.,:()—–-]*")
_RULE = "write a quirk rule for it in generator/merge/quirks, or correct the page"


def check_endpoint(endpoint: Endpoint) -> None:
    """Raise ``PageError`` with the place and the reason for anything outside the plain subset the generator knows."""
    check_path(endpoint)
    for parameter in endpoint.parameters:
        place = endpoint.place / "parameters" / parameter["name"]
        unknown = sorted(set(parameter) - PARAMETER_KEYS)
        if unknown:
            raise (place / unknown[0]).refuse(f"unknown key {unknown[0]!r} of a parameter", _RULE)
        if parameter["in"] not in {"path", "query"}:
            raise place.refuse(f"a parameter in {parameter['in']!r} that no rule knows", _RULE)
        if not _is_name(parameter["name"]):
            raise place.refuse(f"the parameter's name {parameter['name']!r} is no name", _RULE)
        check_schema(parameter["schema"], place)
    if endpoint.body is not None:
        for media_type in endpoint.body.media_types:
            if media_type not in {"application/json", "application/x-www-form-urlencoded", "multipart/form-data"}:
                raise (endpoint.place / "requestBody" / media_type).refuse("a body that is no JSON", _RULE)
        check_schema(endpoint.body.schema, endpoint.place / "requestBody")
    for answer in endpoint.answers:
        if answer.schema is not None:
            check_schema(answer.schema, endpoint.place / "responses" / answer.status)


def check_path(endpoint: Endpoint) -> None:
    """Raise ``PageError`` for a path that holds anything but plain segments and placeholders."""
    place = endpoint.place / "paths" / endpoint.path
    if not _PATH.fullmatch(endpoint.path) or "//" in endpoint.path or "/." in endpoint.path:
        raise place.refuse("the path holds something else than segments and {placeholders}", _RULE)
    for text, what in ((endpoint.title, "title"), (endpoint.folder, "folder")):
        if has_hidden_characters(text) or not _TITLE.fullmatch(text):
            raise place.refuse(f"the {what} {text!r} cannot become a name", "write it in plain words")


def _is_name(name: str) -> bool:
    return _PROPERTY.fullmatch(name) is not None and not name[0].isdigit()


def check_schema(schema: Schema, place: Place) -> None:
    """The same for one schema and all inside it."""
    unknown = sorted(str(key) for key in schema if key not in SCHEMA_KEYS)
    if unknown:
        raise (place / unknown[0]).refuse(f"no rule understands the schema key {unknown[0]!r}", _RULE)
    kind = schema.get("type")
    if kind is not None and kind not in TYPES:
        raise (place / "type").refuse(f"unknown type {kind!r}", _RULE)
    form = schema.get("format")
    if form is not None and form not in FORMATS.get(str(kind), ()):
        raise (place / "format").refuse(f"unknown format {form!r} of {kind!r}", _RULE)
    for key, value in schema.items():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and has_hidden_characters(text):
                raise (place / key).refuse(
                    "a text with control or invisible characters", "write it in plain characters"
                )
    additional: Any = schema.get("additionalProperties")
    for name, value in (schema.get("properties") or {}).items():
        if not _PROPERTY.fullmatch(name):
            raise (place / "properties" / name).refuse(f"the property {name!r} is no name", _RULE)
        check_schema(value, place / "properties" / name)
    if isinstance(schema.get("items"), dict):
        check_schema(schema["items"], place / "items")
    if isinstance(additional, dict):
        check_schema(additional, place / "additionalProperties")
