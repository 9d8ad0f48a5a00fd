"""From named endpoints to the document's operations: paths, parameters, bodies, answers, and ``x-daftra``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from ..openapi import JSON
from ..report import Report
from .answer_examples import example
from .catalogue import BODIES, BODY_KEYS, DRAFT_STEMS, NO_RECORD, WIRE_KEYS
from .endpoint import Body, CallName, Endpoint, Schema
from .envelopes import Shape, list_answer, read_answer, record_answer
from .frame import ERRORS, error_answer
from .library import Library
from .quirks.paths import V1, V2
from .schemas import ref, unify
from .wording import explanation, summary

CUSTOM_DATA = "le_custom_data_"
"""What the key of an account's own fields begins with: a section beside the record, though in small letters."""


@attrs.frozen
class Call:
    """One documented call with its names and its shapes settled."""

    endpoint: Endpoint
    path: str
    shape: Shape
    body: str | None = None
    draft: str | None = None
    section: str | None = None
    id_in_body: bool = False

    @property
    def named(self) -> CallName:
        assert self.endpoint.named is not None  # noqa: S101
        return self.endpoint.named

    @property
    def id(self) -> str:
        return self.named.id


def wrapper_keys(endpoints: Sequence[Endpoint]) -> dict[str, str]:
    """Resource → the key around its records on the wire; resources whose records come bare are missing.

    Where pages name different keys, most of them are right; the record's own name wins among equals.
    """
    votes: dict[str, Counter[str]] = {}
    for endpoint in endpoints:
        if endpoint.named is None or endpoint.base != V1:
            continue
        shape = read_answer(endpoint.success.schema if endpoint.success else None)
        main = main_section(endpoint.body.schema) if endpoint.body else None
        for key in filter(None, (shape.key, main)):
            votes.setdefault(endpoint.named.resource, Counter())[key] += 1
    records = {endpoint.named.resource: endpoint.named.record for endpoint in endpoints if endpoint.named}
    found = {
        resource: min(counted, key=lambda key: (-counted[key], key != records[resource], key))
        for resource, counted in votes.items()
    }
    return {**found, **{key: value for key, value in WIRE_KEYS.items() if key in records}}


def main_section(schema: Schema) -> str | None:
    """The section of a body that holds the record: the first one with fields."""
    row = schema.get("items", {}) if schema.get("type") == "array" else schema
    if not _is_sectioned(row):
        return None
    return next((key for key, value in row["properties"].items() if value.get("properties")), None)


def settle_call(endpoint: Endpoint, library: Library, bodies: dict[str, Schema], keys: Mapping[str, str]) -> Call:
    """Collect what one named endpoint says of records (``library``) and of wire bodies (``bodies``)."""
    shape = read_answer(endpoint.success.schema if endpoint.success else None)
    call = Call(endpoint, endpoint.whole_path, shape)
    named = call.named
    if named.resource not in NO_RECORD and shape.record and shape.case in {"list", "record"}:
        library.add_record(named.record, shape.record)
    elif shape.case == "batch" and shape.record:
        library.add_record("BulkResult", shape.record)
    return _with_body(call, endpoint.body, library, bodies, keys) if endpoint.body else call


def _with_body(call: Call, body: Body, library: Library, bodies: dict[str, Schema], keys: Mapping[str, str]) -> Call:
    schema, record = body.schema, call.named.record
    many = schema.get("type") == "array"
    row: Schema = schema.get("items", {}) if many else schema
    plain = BODIES.get((call.named.resource, call.named.name))
    if _is_sectioned(row):
        call, name = _sectioned(call, row, library, bodies, keys)
    elif plain:
        library.add_body(plain, row)
        name = plain
    else:
        record = DRAFT_STEMS.get((call.named.resource, call.named.name), record)
        draft = library.add_draft(record, row)
        call = attrs.evolve(
            call, draft=draft, id_in_body="id" in (row.get("properties") or {}) and call.named.kind == "update"
        )
        name = record + "Update" if call.id_in_body else draft
    if many:
        bodies[name + "Batch"] = {"type": "array", "items": ref(name)}
        return attrs.evolve(call, body=name + "Batch", draft=None)
    return attrs.evolve(call, body=name)


def _is_sectioned(row: Schema) -> bool:
    """Whether a body holds sections beside each other (``{Invoice: …, InvoiceItem: […]}``)."""
    names = [name for name in row.get("properties") or {} if not name.startswith(CUSTOM_DATA)]
    return bool(names) and all(name[:1].isupper() for name in names)


def _sectioned(
    call: Call, row: Schema, library: Library, bodies: dict[str, Schema], keys: Mapping[str, str]
) -> tuple[Call, str]:
    own = BODIES.get((call.named.resource, call.named.name))
    record = own or call.named.record
    main = main_section(row)
    if main is None:
        raise call.endpoint.place.refuse("no section of the body holds a record", "describe the main section")
    key = main if own else BODY_KEYS.get(call.named.resource) or keys.get(call.named.resource) or main
    if key != main and row["properties"].get(key, {}).get("properties"):
        main = key
    draft = library.add_draft(record, row["properties"][main])
    sections: dict[str, Schema] = {key: ref(draft)}
    for name, value in row["properties"].items():
        if name != main:
            sections[name] = library.section(record, name, value)
    write = bodies.setdefault(record + "Write", {"type": "object", "required": [key], "properties": {}})
    for name, value in sections.items():
        write["properties"].setdefault(name, value)
    return attrs.evolve(call, draft=draft, section=key), record + "Write"


def paths_of(calls: Sequence[Call], records: set[str], keys: Mapping[str, str], report: Report) -> dict[str, Any]:
    """The document's ``paths``, sorted; calls that share method and path become one operation."""
    groups: dict[str, dict[str, list[Call]]] = {}
    for call in calls:
        groups.setdefault(call.path, {}).setdefault(call.endpoint.method, []).append(call)
    return {
        path: {method: _operation(group, keys, records, report) for method, group in sorted(methods.items())}
        for path, methods in sorted(groups.items())
    }


def _operation(group: list[Call], keys: Mapping[str, str], records: set[str], report: Report) -> dict[str, Any]:
    group = sorted(group, key=lambda call: (call.named.kind == "update", int(call.endpoint.page_id)))
    first = group[0]
    described = [_call(call, keys, records) for call in group]
    operation: dict[str, Any] = {
        "operationId": f"{first.named.resource}_{first.named.name}",
        "tags": [first.named.resource],
        "summary": " / ".join(dict.fromkeys(call["summary"] for call in described)),
    }
    parameters = _parameters(group, report)
    if parameters:
        operation["parameters"] = parameters
    body = _request_body(group)
    if body:
        operation["requestBody"] = body
    operation["responses"] = _responses(group, described)
    if first.named.resource == "authorization":
        operation["security"] = []
    if all(call.endpoint.deprecated for call in group):
        operation["deprecated"] = True
    base = first.endpoint.base
    operation["x-daftra"] = {"base": "" if base == "/" else base, "calls": described}
    return operation


def _call(call: Call, keys: Mapping[str, str], records: set[str]) -> dict[str, Any]:
    named = call.named
    reads = named.kind == "list" or (named.kind == "get" and (named.name == "get" or call.shape.case == "record"))
    returns = reads or (named.kind == "action" and call.shape.case == "record")
    record = named.record if returns and named.resource not in NO_RECORD and named.record in records else None
    return {
        "resource": named.resource,
        "name": named.name,
        "kind": named.kind,
        "summary": summary(named, replaces=call.endpoint.base == V1),
        "description": explanation(named, method=call.endpoint.method, v1=call.endpoint.base == V1),
        "pages": [call.endpoint.page_id, *call.endpoint.pages],
        "model_key": call.section or keys.get(named.resource) if call.endpoint.base == V1 else None,
        "record": record,
        "body": call.body,
        "draft": call.draft,
        "id_in_body": call.id_in_body,
        "parameters": [one["name"] for one in _in_order(call.endpoint)],
        "fixed": dict(call.endpoint.fixed),
        **({"names": dict(call.endpoint.names)} if call.endpoint.names else {}),
    }


def _in_order(endpoint: Endpoint) -> list[dict[str, Any]]:
    """Path parameters as the path has them, then the query's as documented."""
    inside = re.findall(r"\{(\w+)\}", endpoint.path)
    return sorted(
        endpoint.parameters, key=lambda one: inside.index(one["name"]) if one["in"] == "path" else len(inside)
    )


def _parameters(group: list[Call], report: Report) -> list[dict[str, Any]]:
    """The parameters of all calls, path before query; of two descriptions of one, the union."""
    merged: dict[tuple[str, str], dict[str, Any]] = {}
    for call in group:
        for one in _in_order(call.endpoint):
            known = merged.setdefault((one["in"], one["name"]), one)
            if known != one:
                report.note(f"{call.id}: the parameter {one['name']!r} differs between pages of one operation")
                both = bool(known.get("required") and one.get("required"))
                schema = unify(known["schema"], one["schema"])
                merged[one["in"], one["name"]] = {**known, "required": both, "schema": schema}
    fixed: list[dict[str, Any]] = [
        {"name": name, "in": "query", "required": False, "schema": {"type": "string", "enum": [value]}}
        for call in group
        for name, value in call.endpoint.fixed.items()
    ]
    return sorted(merged.values(), key=lambda one: one["in"] != "path") + fixed


def _request_body(group: list[Call]) -> dict[str, Any] | None:
    names = list(dict.fromkeys(call.body for call in group if call.body))
    if not names:
        return None
    schema: Schema = ref(names[0]) if len(names) == 1 else {"anyOf": [ref(name) for name in names]}
    media_types = next(call.endpoint.body.media_types for call in group if call.endpoint.body) or (JSON,)
    return {"required": True, "content": {media_type: {"schema": schema} for media_type in media_types}}


def _responses(group: list[Call], described: list[dict[str, Any]]) -> dict[str, Any]:
    responses: dict[str, Any] = {}
    for call, description in zip(group, described, strict=True):
        for answer in call.endpoint.answers:
            if answer.status.startswith("2"):
                responses.setdefault(answer.status, _success(call, description))
            elif answer.status in ERRORS:
                responses.setdefault(answer.status, {"$ref": f"#/components/responses/{ERRORS[answer.status][0]}"})
            elif answer.status[:1] in {"3", "4", "5"}:
                responses.setdefault(answer.status, error_answer(answer.status))
    if not responses:
        responses["200"] = _success(group[0], described[0])
    elif all(status.startswith("3") for status in responses):
        responses["200"] = {"description": "The page that the redirection leads to, for whoever follows it."}
    unauthorised = ERRORS["401"][0]
    responses.setdefault("401", {"$ref": f"#/components/responses/{unauthorised}"})
    return dict(sorted(responses.items()))


_WORKED = {
    "list": "A page of records.",
    "record": "The record.",
    "created": "Created.",
    "done": "Done.",
    "batch": "One result per element, in order.",
}


def _success(call: Call, description: dict[str, Any]) -> dict[str, Any]:
    base, key, record = call.endpoint.base, description["model_key"], description["record"]
    case = {"list": "list", "get": "record", "create": "created", "update": "done", "delete": "done"}.get(
        call.named.kind, call.shape.case
    )
    schema: Schema = {}
    if case == "list":
        schema = list_answer(base, key, record, payload=call.shape.payload)
    elif case == "record" and record:
        schema = record_answer(base, key, record, payload=call.shape.payload)
    elif case == "batch":
        schema = {"type": "array", "items": ref("BulkResult") if call.shape.record else {"type": "object"}}
    elif case in {"created", "done"}:
        schema = ref("CreatedAnswer" if case == "created" or base == V2 else "DoneAnswer")
    content: dict[str, Any] = {"schema": schema}
    shown = example(case, base, key) if schema and not call.shape.payload else None
    if shown is not None:
        content["example"] = shown
    return {"description": _WORKED.get(case, "The answer."), "content": {JSON: content}}
