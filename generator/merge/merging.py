"""From the documentation's pages to one valid OpenAPI document."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs

from ..errors import MergeError
from ..fetch.pages import Page, read_pages
from ..openapi import operations
from ..places import OVERLAY, PAGES
from . import across, finishing
from .conformance import check_endpoint
from .endpoint import Endpoint, Schema, read_endpoint
from .enum_schemas import Enums, renamed
from .frame import document_of, shared_schemas
from .library import DRAFT, Library
from .normalise import normalise
from .operations import Call, paths_of, settle_call
from .overlay import OVERLAY_COUNTS, apply_overlay, read_overlay
from .quirks import rule_names
from .quirks.fields import GUESS
from .report import Report


@attrs.frozen
class MergeResult:
    """The merged document and what was done to get it."""

    document: dict[str, Any]
    report: Report


def merge(pages_dir: Path = PAGES, overlay: Path | None = OVERLAY) -> MergeResult:
    """Merge all pages of a directory and apply the overlay.

    Raises ``PageError`` (file, place, reason, remedy), ``MergeError`` for pages that contradict each other, and
    ``OverlayError`` for an overlay action without effect.
    """
    return merge_pages(read_pages(pages_dir), overlay)


def merge_pages(pages: Sequence[Page], overlay: Path | None = OVERLAY) -> MergeResult:
    """The same for pages already read; their order changes nothing."""
    report = Report(pages=len(pages))
    published = [read_endpoint(page) for page in pages]
    endpoints = [normalise(endpoint, report) for endpoint in published]
    report.count("operation_without_id", across.operation_without_id(published))
    report.count("wrapper_named_like_its_record", across.wrapper_named_like_its_record(published))
    endpoints = _one_per_page(sorted(endpoints, key=lambda one: (int(one.page_id), one.file)))
    for endpoint in endpoints:
        check_endpoint(endpoint)
    endpoints = across.apply(endpoints, report)
    document = _document(endpoints, report)
    if overlay is not None:
        document = apply_overlay(document, read_overlay(overlay), report)
    finishing.settle_parameters(document)
    finishing.flags_in_queries(document)
    schemas = document["components"]["schemas"]
    document["components"]["schemas"] = {name: schemas[name] for name in sorted(schemas)}
    report.operations = sum(len(item) for item in document["paths"].values())
    report.schemas = len(schemas)
    return MergeResult(document, report)


def _one_per_page(endpoints: list[Endpoint]) -> list[Endpoint]:
    seen: dict[str, str] = {}
    for endpoint in endpoints:
        if endpoint.page_id in seen:
            raise MergeError(
                f"page {endpoint.page_id} is there twice: {seen[endpoint.page_id]} and {endpoint.file}\n"
                "  what to do: delete the older file"
            )
        seen[endpoint.page_id] = endpoint.file
    return endpoints


def _document(endpoints: Sequence[Endpoint], report: Report) -> dict[str, Any]:
    library = Library()
    bodies: dict[str, Schema] = {}
    calls = [settle_call(endpoint, library, bodies) for endpoint in endpoints]
    _unique(calls)
    across.unknown_records(calls, library)
    schemas = _schemas(calls, library, bodies)
    paths = paths_of(calls, set(schemas))
    report.calls = len(calls)
    report.count("shared_method_and_path", across.shared_method_and_path(calls))
    report.count("schema_that_differs", across.schema_that_differs(library, report))
    enums = Enums()
    paths = _parameter_enums(paths, enums)
    schemas = {name: _with_named_enums(name, schemas[name], enums) for name in sorted(schemas)}
    enums.take_filtered_values()
    shared = enums.shared()
    named = {name: schema for name, schema in enums.schemas.items() if shared[name] == name}
    everything = renamed(_joined(schemas, named, shared_schemas()), shared)
    resources = [call.named.resource for call in calls]
    return finishing.only_reachable(document_of(renamed(paths, shared), everything, resources))


def _joined(*groups: dict[str, Schema]) -> dict[str, Schema]:
    """Records, drafts, enums and what all share, under one roof. Raises ``MergeError`` for a name taken twice."""
    result: dict[str, Schema] = {}
    for group in groups:
        for name, schema in group.items():
            if name in result:
                raise MergeError(
                    f"two schemas would be called {name}\n"
                    "  what to do: name one of them in catalogue.RECORDS, CHILDREN or ENUM_NAMES"
                )
            result[name] = schema
    return result


def _with_named_enums(name: str, schema: Schema, enums: Enums) -> Schema:
    if "properties" not in schema:
        return schema
    owner = name.removesuffix(DRAFT).removesuffix("Update")
    fields = {key: enums.lift(owner, key, _settled(value)) for key, value in schema["properties"].items()}
    return {**schema, "properties": fields}


def _unique(calls: Sequence[Call]) -> None:
    seen: dict[str, Call] = {}
    for call in calls:
        other = seen.setdefault(call.id, call)
        if other is not call:
            raise MergeError(
                f"{call.endpoint.file} and {other.endpoint.file} are both {call.id}\n"
                "  what to do: name one of them in catalogue.CALLS, or its folder in catalogue.RESOURCES"
            )


def _schemas(calls: Sequence[Call], library: Library, bodies: dict[str, Schema]) -> dict[str, Schema]:
    across.sections_as_children(calls, bodies, library)
    records = library.records()
    drafts = library.drafts(records)
    schemas: dict[str, Schema] = {}
    for name, fields in records.items():
        schemas[name] = library.schema(name, fields)
    schemas.update(drafts)
    schemas.update(bodies)
    for call in calls:
        if call.id_in_body and call.draft and call.body:
            draft = drafts[call.draft]
            schemas[call.body] = {
                **draft,
                "required": ["id", *draft.get("required", [])],
                "properties": {"id": {"type": "integer"}, **draft["properties"]},
            }
    return schemas


def _settled(schema: Schema) -> Schema:
    """Without what only helped to merge, and without defaults: what a draft leaves out is not sent."""
    return {key: value for key, value in schema.items() if key not in {"default", GUESS}}


def _parameter_enums(paths: dict[str, Any], enums: Enums) -> dict[str, Any]:
    for _, _, operation in operations({"paths": paths}):
        first = operation["x-daftra"]["calls"][0]
        for parameter in operation.get("parameters", ()):
            if "x-enum-varnames" in parameter["schema"]:
                owner = f"{first['resource']}.{first['name']}"
                parameter["schema"] = enums.lift(owner, parameter["name"], parameter["schema"])
    return paths


def rule_table(report: Report) -> str:
    """How often each rule worked, and what it left to say."""
    return report.table((*rule_names(), *across.RULES, *across.CENSUS, *OVERLAY_COUNTS))
