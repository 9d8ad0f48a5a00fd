"""From the published document to the one the code generator reads.

``specs/openapi.yaml`` describes the HTTP API, so two documented calls that share method and path are one operation in
it, bodies have their wrappers, answers their envelopes. The SDK wants one method per call, and plain records. The
projection splits operations into calls, lays each draft flat (the main section's fields and the sibling sections side
by side) and keeps only the schemas that a call can reach.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from ..errors import GeneratorError
from ..openapi import JSON, SCHEMA_REF, operations, resolved, schema_names

CALL_MARK = "#"
"""Separates the real path from the call's name in the projected path keys, which must be unique."""


class ProjectionError(GeneratorError):
    """The document does not follow the conventions that the projection relies on; the message names the operation."""


@attrs.frozen(kw_only=True)
class Call:
    """One documented call: a method of a resource class."""

    resource: str
    name: str
    kind: str
    method: str
    base: str
    path: str
    pages: tuple[str, ...]
    summary: str
    description: str
    model_key: str | None
    record: str | None
    draft: str | None
    body: str | None
    media_type: str
    id_in_body: bool
    parameters: tuple[dict[str, Any], ...] = attrs.field(repr=False)
    names: Mapping[str, str]
    fixed: Mapping[str, Any]

    @property
    def id(self) -> str:
        return f"{self.resource}.{self.name}"


@attrs.frozen(kw_only=True)
class Projection:
    """What code is generated from.

    ``document`` is for openapi-python-client; ``siblings`` maps a draft to the body sections that stand beside its main
    one; ``sources`` holds each kept schema as published, for what the projected one no longer says.
    """

    document: dict[str, Any] = attrs.field(repr=False)
    calls: tuple[Call, ...]
    drafts: frozenset[str]
    records: frozenset[str]
    enums: frozenset[str]
    siblings: Mapping[str, frozenset[str]]
    sources: Mapping[str, dict[str, Any]] = attrs.field(repr=False)


def project(document: Mapping[str, Any]) -> Projection:
    """Split operations into calls and flatten drafts. Raises ``ProjectionError``."""
    schemas: dict[str, dict[str, Any]] = dict(document["components"]["schemas"])
    calls = tuple(_known(call, schemas) for call in sorted(_calls(document), key=lambda call: call.id))
    _refuse_doubles(calls)
    siblings: dict[str, frozenset[str]] = {}
    for call in calls:
        if call.draft and call.body and call.body != call.draft and not call.id_in_body:
            beside = _sections_beside(schemas[call.body], call.draft, call.id)
            draft = schemas[call.draft]
            schemas[call.draft] = {**draft, "properties": {**draft.get("properties", {}), **beside}}
            siblings[call.draft] = siblings.get(call.draft, frozenset()) | beside.keys()
    roots = [call.record for call in calls]
    roots += [call.draft or call.body for call in calls]
    roots += [name for call in calls for parameter in call.parameters for name in schema_names(parameter)]
    kept = _reachable(roots, schemas)
    drafts = _reachable([call.draft or call.body for call in calls], schemas)
    sources = {name: schemas[name] for name in sorted(kept)}
    return Projection(
        document=_projected(document, calls, sources),
        calls=calls,
        drafts=frozenset(name for name in drafts if not is_enum(schemas[name])),
        records=frozenset(name for name in kept - drafts if not is_enum(schemas[name])),
        enums=frozenset(name for name in kept if is_enum(schemas[name])),
        siblings=siblings,
        sources=sources,
    )


def is_enum(schema: Mapping[str, Any]) -> bool:
    return "enum" in schema


def is_free_object(schema: Mapping[str, Any]) -> bool:
    """An object of which nothing is documented: it stays a dict."""
    return schema.get("type") == "object" and not schema.get("properties")


def _calls(document: Mapping[str, Any]) -> Iterator[Call]:
    for path, method, operation in operations(document):
        where = f"{method.upper()} {path}"
        extension = operation.get("x-daftra")
        if not extension or not extension.get("calls"):
            raise ProjectionError(f"{where}: no x-daftra.calls: the merge names the methods of every operation")
        shared = {
            "method": method.upper(),
            "base": extension["base"],
            "media_type": next(iter(operation.get("requestBody", {}).get("content", ())), JSON),
        }
        if not path.startswith(shared["base"]):
            raise ProjectionError(f"{where}: the path does not begin with its base {shared['base']!r}")
        shared["path"] = path.removeprefix(shared["base"])
        parameters = {one["name"]: one for one in _parameters(document, document["paths"][path], operation)}
        for call in extension["calls"]:
            missing = [name for name in call["parameters"] if name not in parameters]
            if missing:
                raise ProjectionError(f"{where}: {call['resource']}.{call['name']} names unknown {missing}")
            yield _call(call, operation.get("summary", ""), parameters, shared)


def _known(call: Call, schemas: Mapping[str, dict[str, Any]]) -> Call:
    """The call without a record or draft of which nothing is documented: it reads and takes plain data."""
    shapeless = {name for name in (call.record, call.draft) if name and is_free_object(schemas.get(name, {}))}
    record = None if call.record in shapeless else call.record
    return attrs.evolve(call, record=record, draft=None if call.draft in shapeless else call.draft)


def _call(
    call: Mapping[str, Any], summary: str, parameters: Mapping[str, dict[str, Any]], shared: Mapping[str, str]
) -> Call:
    return Call(
        resource=call["resource"],
        name=call["name"],
        kind=call["kind"],
        pages=tuple(call["pages"]),
        summary=call.get("summary") or summary,
        description=call.get("description", ""),
        model_key=call["model_key"],
        record=call["record"],
        draft=call["draft"],
        body=call["body"],
        id_in_body=call["id_in_body"],
        parameters=tuple(parameters[name] for name in call["parameters"]),
        names=call.get("names", {}),
        fixed=call["fixed"],
        **shared,
    )


def _parameters(
    document: Mapping[str, Any], item: Mapping[str, Any], operation: Mapping[str, Any]
) -> Iterator[dict[str, Any]]:
    for parameter in (*item.get("parameters", ()), *operation.get("parameters", ())):
        yield dict(resolved(document, parameter))


def _refuse_doubles(calls: tuple[Call, ...]) -> None:
    seen: dict[str, Call] = {}
    for call in calls:
        other = seen.setdefault(call.id, call)
        if other is not call:
            raise ProjectionError(f"two calls are named {call.id}: pages {other.pages} and {call.pages}")


def _sections_beside(body: Mapping[str, Any], draft: str, call: str) -> dict[str, Any]:
    """The sections of a wrapped body that are not the draft itself."""
    sections = body.get("properties", {})
    beside = {key: schema for key, schema in sections.items() if schema.get("$ref") != SCHEMA_REF + draft}
    if len(beside) == len(sections):
        raise ProjectionError(f"{call}: the body has no section that is a {draft}")
    return beside


def _reachable(roots: list[str | None], schemas: Mapping[str, dict[str, Any]]) -> set[str]:
    found: set[str] = set()
    waiting = [name for name in roots if name]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        if name not in schemas:
            raise ProjectionError(f"schema {name!r} is referred to but not defined")
        found.add(name)
        waiting.extend(schema_names(schemas[name]))
    return found


def _projected(
    document: Mapping[str, Any], calls: tuple[Call, ...], sources: Mapping[str, dict[str, Any]]
) -> dict[str, Any]:
    paths = {f"{call.base}{call.path}{CALL_MARK}{call.id}": {call.method.lower(): _operation(call)} for call in calls}
    schemas = {name: _plain_schema(schema) for name, schema in sources.items()}
    return {"openapi": "3.0.3", "info": document["info"], "paths": paths, "components": {"schemas": schemas}}


def _operation(call: Call) -> dict[str, Any]:
    operation: dict[str, Any] = {
        "tags": [call.resource],
        "operationId": call.name,
        "summary": call.summary,
        "parameters": [{**parameter, "schema": _plain_schema(parameter["schema"])} for parameter in call.parameters],
        "responses": {"200": {"description": "the answer"}},
    }
    if call.record:
        content = {JSON: {"schema": {"$ref": SCHEMA_REF + call.record}}}
        operation["responses"]["200"]["content"] = content
    if call.draft:
        content = {JSON: {"schema": {"$ref": SCHEMA_REF + call.draft}}}
        operation["requestBody"] = {"required": True, "content": content}
    return operation


def _plain_schema(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The schema in the terms of the code generator: its date-time format, no nullables, no undocumented objects."""
    if schema.get("format") == "flag":
        return {"type": "boolean"}
    if is_free_object(schema):
        return {key: schema[key] for key in ("description",) if key in schema}
    plain: dict[str, Any] = {}
    for key, value in schema.items():
        if key in {"nullable", "default", "readOnly", "writeOnly", "example"}:
            continue
        if key == "properties":
            plain[key] = {name: _plain_schema(inner) for name, inner in value.items()}
        elif key == "items":
            plain[key] = _plain_schema(value)
        else:
            plain[key] = value
    if plain.get("type") == "string" and plain.get("format") == "datetime":
        plain["format"] = "date-time"
    elif plain.get("type") == "string" and plain.get("format") not in {None, "date"}:
        del plain["format"]
    return plain
