"""The last look at a normalised page: what no rule understood is left out and told, or stops the build here."""

from __future__ import annotations

import re
from typing import Any

import attrs

from ..openapi import JSON
from ..report import Report
from .endpoint import Answer, Body, Endpoint, Place, Schema

TYPES = frozenset({"string", "integer", "number", "boolean", "object", "array"})
FORMATS: dict[str, frozenset[str]] = {
    "string": frozenset({"date", "datetime", "email"}),
    "number": frozenset({"decimal"}),
}
CONSTRAINTS = frozenset({
    "maxLength", "minLength", "minimum", "maximum", "pattern", "multipleOf", "minItems", "maxItems", "uniqueItems",
})  # fmt: skip
SCHEMA_KEYS = CONSTRAINTS | frozenset({
    "type", "format", "nullable", "readOnly", "writeOnly", "deprecated", "properties", "items", "required",
    "additionalProperties", "enum", "x-enum-varnames", "x-enum-labels", "default", "x-guess",
})  # fmt: skip
PARAMETER_KEYS = frozenset({"name", "in", "required", "schema", "deprecated", "description", "style", "explode"})
MEDIA_TYPES = (JSON, "application/x-www-form-urlencoded", "multipart/form-data")
_PROPERTY = re.compile(r"[A-Za-z0-9_-]{1,100}")
_PARAMETER = re.compile(r"[A-Za-z_][A-Za-z0-9_-]{0,99}")
_PATH = re.compile(r"/[A-Za-z0-9_./{}-]+")
_RULE = "write a quirk rule for it in generator/merge/quirks, or a correction in specs/corrections.yaml"


def plain_endpoint(endpoint: Endpoint, report: Report) -> Endpoint:
    """The endpoint in the plain subset of OpenAPI that the generator knows.

    What can be left out without harm is a note, what changes what a caller may do is a doubt. Raises ``PageError`` for
    a path or a body that cannot be sent.
    """
    check_path(endpoint)
    parameters = tuple(one for raw in endpoint.parameters if (one := _parameter(raw, endpoint, report)))
    body = endpoint.body and _body(endpoint.body, endpoint.place / "requestBody", report)
    answers = tuple(_answer(one, endpoint.place / "responses" / one.status, report) for one in endpoint.answers)
    return attrs.evolve(endpoint, parameters=parameters, body=body, answers=answers)


def check_path(endpoint: Endpoint) -> None:
    """Raise ``PageError`` for a path that holds anything but plain segments and placeholders."""
    place = endpoint.place / "paths" / endpoint.path
    if not _PATH.fullmatch(endpoint.path) or "//" in endpoint.path or "/." in endpoint.path:
        raise place.refuse("the path holds something else than segments and {placeholders}", _RULE)


def _parameter(raw: dict[str, Any], endpoint: Endpoint, report: Report) -> dict[str, Any] | None:
    place = endpoint.place / "parameters" / raw["name"]
    where = f"{place.file} at {place.pointer}"
    if raw["in"] not in {"path", "query"}:
        told = f"{where}: a parameter in {raw['in']!r} that no rule knows is left out"
        if raw.get("required"):
            report.doubt(f"{told}, though it is required: {_RULE}")
        else:
            report.note(told)
        return None
    if not _PARAMETER.fullmatch(raw["name"]):
        report.note(f"{where}: the parameter's name {raw['name']!r} is no name: left out")
        return None
    for key in raw.keys() - PARAMETER_KEYS:
        report.note(f"{where}: the parameter's key {key!r} is left out")
    schema = plain_schema(raw["schema"], place, report)
    return {**{key: value for key, value in raw.items() if key in PARAMETER_KEYS}, "schema": schema}


def _body(body: Body, place: Place, report: Report) -> Body:
    known = tuple(one for one in MEDIA_TYPES if one in body.media_types)
    if not known:
        raise (place / body.media_types[0]).refuse("a body that is no JSON", _RULE)
    if set(known) != set(body.media_types):
        report.note(f"{place.file}: of the body's media types only {', '.join(known)} is taken")
    media_types = tuple(one for one in body.media_types if one in known)
    return attrs.evolve(body, media_types=media_types, schema=plain_schema(body.schema, place, report))


def _answer(answer: Answer, place: Place, report: Report) -> Answer:
    return answer if answer.schema is None else attrs.evolve(answer, schema=plain_schema(answer.schema, place, report))


def plain_schema(schema: Schema, place: Place, report: Report) -> Schema:
    """The same for one schema and all inside it."""
    found = _known_keys(schema, place, report)
    kind, form = found.get("type"), found.get("format")
    if kind is not None and kind not in TYPES:
        report.doubt(f"{place.file} at {(place / 'type').pointer}: unknown type {kind!r}: {_RULE}")
        return {"nullable": True} if found.get("nullable") else {}
    if form is not None and form not in FORMATS.get(str(kind), ()):
        report.note(f"{place.file} at {(place / 'format').pointer}: unknown format {form!r} of {kind!r}: left out")
        del found["format"]
    if "properties" in found:
        found["properties"] = {
            name: plain_schema(value, place / "properties" / name, report)
            for name, value in found["properties"].items()
            if _is_name(name, place, report)
        }
    for key in ("items", "additionalProperties"):
        if isinstance(found.get(key), dict):
            found[key] = plain_schema(found[key], place / key, report)
    return found


def _known_keys(schema: Schema, place: Place, report: Report) -> Schema:
    for key in sorted(str(key) for key in schema if key not in SCHEMA_KEYS):
        report.note(f"{place.file} at {(place / key).pointer}: no rule understands the schema key {key!r}: left out")
    return {key: value for key, value in schema.items() if key in SCHEMA_KEYS}


def _is_name(name: str, place: Place, report: Report) -> bool:
    if _PROPERTY.fullmatch(name):
        return True
    report.note(f"{place.file} at {(place / 'properties' / name).pointer}: the property {name!r} is no name: left out")
    return False
