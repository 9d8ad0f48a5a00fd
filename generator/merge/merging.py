"""From the documentation's pages to one valid OpenAPI document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from ..errors import MergeError
from ..fetch.kept_form import kept_form
from ..fetch.numbers import settled_numbers
from ..fetch.pages import Page
from ..fetch.sources import read_source
from ..openapi import operations
from ..places import Places
from ..report import Report
from . import across, finishing
from .added import with_added
from .conformance import plain_endpoint
from .corrections import corrected
from .endpoint import Endpoint, Schema, read_endpoint
from .enum_schemas import Enums, renamed, with_former_names, with_member_names
from .frame import document_of, shared_schemas
from .glossary import apply_glossary
from .library import DRAFT, Library
from .locked_names import Lock, LockedNames
from .naming import with_locks, with_names
from .normalise import normalise
from .operations import Call, paths_of, settle_call, wrapper_keys
from .overlay import OURS, apply_overlay
from .quirks import rule_names
from .quirks.fields import GUESS
from .rulings import Rulings, read_rulings


@attrs.frozen
class MergeResult:
    """The merged document, the names in it, the facts of each page behind it, and what was done to get it."""

    document: dict[str, Any]
    report: Report
    names: LockedNames
    facts: Mapping[str, Mapping[str, Any]]


def merge(places: Places | None = None) -> MergeResult:
    """Merge all pages of a place with what is ours about them.

    Raises ``PageError`` (file, place, reason, remedy), ``MergeError`` for pages that contradict each other,
    ``OverlayError`` for rulings that are none, or ``ProblemsError`` for several of them.
    """
    where = places or Places()
    report = Report()
    return merge_pages(read_source(where.pages, report), read_rulings(where), report)


def merge_pages(pages: Sequence[Page], rulings: Rulings | None = None, report: Report | None = None) -> MergeResult:
    """The same for pages already read; their order changes nothing. Doubts are in the result's report."""
    ours = rulings or Rulings()
    told = report or Report()
    documented = settled_numbers(pages, [lock.known for lock in ours.names.calls.values()])
    numbered = with_added(documented, ours.added, ours.names, told)
    told.pages = len(numbered)
    facts, files = _facts(numbered, told)
    endpoints = _endpoints(corrected(facts, ours.corrections, told), files, ours.names, told)
    partial = bool(told.errors or ours.names.missing(facts))
    document, aliases = _document(endpoints, ours.names, told)
    with told.collecting():
        document = apply_overlay(document, ours.overlay, told, partial=partial)
    names = _with_member_names(document, aliases, ours.names, told)
    apply_glossary(document, ours.glossary, told, partial=partial)
    told.refuse_errors()
    finishing.settle_parameters(document)
    finishing.flags_in_queries(document)
    document = finishing.only_reachable(document)
    schemas = document["components"]["schemas"]
    document["components"]["schemas"] = {name: schemas[name] for name in sorted(schemas)}
    finishing.operation_descriptions(document)
    finishing.attribute_names(document, ours.names.fields)
    told.operations = sum(1 for _ in operations(document))
    told.schemas = len(schemas)
    return MergeResult(document, told, _all_names(names, endpoints), facts)


def _facts(numbered: Sequence[tuple[str, Page]], report: Report) -> tuple[dict[str, dict[str, Any]], dict[str, str]]:
    """Number → what the page says, and the file it came from. A number that two pages bear is an error."""
    facts: dict[str, dict[str, Any]] = {}
    files: dict[str, str] = {}
    for number, page in sorted(numbered, key=lambda pair: (len(pair[0]), pair[0], pair[1].file)):
        kept = kept_form(page.data, number=number)
        for remark in kept.remarks:
            report.note(remark, page.file)
        if number in facts and facts[number] != kept.data:
            report.errors.append(
                MergeError(
                    f"page {number} is there twice: {files[number]} and {page.file}\n"
                    "  what to do: delete the older file"
                )
            )
        facts.setdefault(number, kept.data)
        files.setdefault(number, page.file)
    return facts, files


def _endpoints(
    facts: Mapping[str, dict[str, Any]], files: Mapping[str, str], names: LockedNames, report: Report
) -> list[Endpoint]:
    """The pages as normalised, named endpoints; what is wrong with one of them is an error beside the others."""
    read: list[Endpoint] = []
    for number, data in facts.items():
        with report.collecting():
            read.append(read_endpoint(Page(files[number], data), number))
    report.count("operation_without_id", across.operation_without_id(read))
    report.count("wrapper_named_like_its_record", across.wrapper_named_like_its_record(read))
    plain: list[Endpoint] = []
    for endpoint in with_locks(read, names, report):
        with report.collecting():
            plain.append(plain_endpoint(normalise(endpoint, report), report))
    return across.apply(with_names(plain, report), report)


def normalised(number: str, data: Mapping[str, Any], names: LockedNames) -> Endpoint:
    """One page by itself as the rules leave it. Raises ``GeneratorError`` for a page that they refuse."""
    alone = Report()
    (endpoint,) = with_locks([read_endpoint(Page(f"{number}.yaml", dict(data)), number)], names, alone)
    result = plain_endpoint(normalise(endpoint, alone), alone)
    alone.refuse_errors()
    return result


def _document(
    endpoints: Sequence[Endpoint], names: LockedNames, report: Report
) -> tuple[dict[str, Any], dict[str, str]]:
    library = Library()
    bodies: dict[str, Schema] = {}
    calls: list[Call] = []
    keys = wrapper_keys(endpoints)
    for endpoint in endpoints:
        with report.collecting():
            calls.append(settle_call(endpoint, library, bodies, keys))
    across.unknown_records(calls, library)
    schemas = _schemas(calls, library, bodies)
    paths = paths_of(calls, set(schemas), keys, report)
    report.calls = len(calls)
    report.count("shared_method_and_path", across.shared_method_and_path(calls))
    report.count("schema_that_differs", across.schema_that_differs(library, report))
    enums = Enums(names.enums)
    paths = _parameter_enums(paths, enums)
    schemas = {name: _with_named_enums(name, schemas[name], enums) for name in sorted(schemas)}
    enums.take_filtered_values()
    shared = enums.shared(names.aliases)
    named = {name: enums.schemas[name] for name in sorted(set(shared.values()))}
    everything = renamed(_joined(report, schemas, named, shared_schemas()), shared)
    resources = [call.named.resource for call in calls]
    document = finishing.only_reachable(document_of(renamed(paths, shared), everything, resources))
    return document, {name: alias for name, alias in shared.items() if name != alias}


def _joined(report: Report, *groups: Mapping[str, Schema]) -> dict[str, Schema]:
    """Records, drafts, enums and what all share, under one roof; a name taken twice is an error."""
    result: dict[str, Schema] = {}
    for group in groups:
        for name, schema in group.items():
            if name in result:
                report.errors.append(
                    MergeError(
                        f"two schemas would be called {name}\n"
                        "  what to do: name one of them in catalogue.RECORDS, CHILDREN or ENUM_NAMES"
                    )
                )
            result[name] = schema
    return result


def _with_named_enums(name: str, schema: Schema, enums: Enums) -> Schema:
    if "properties" not in schema:
        return schema
    owner = name.removesuffix(DRAFT).removesuffix("Update")
    fields = {key: enums.lift(owner, key, _settled(value)) for key, value in schema["properties"].items()}
    return {**schema, "properties": fields}


def _with_member_names(
    document: dict[str, Any], aliases: Mapping[str, str], names: LockedNames, report: Report
) -> LockedNames:
    """Name the members of every enum in the document, in place; the names with those that are new."""
    found: dict[str, dict[str, str]] = {name: dict(members) for name, members in names.enums.items()}
    schemas = document["components"]["schemas"]
    for name, schema in schemas.items():
        if "enum" in schema and "x-enum-labels" in schema and "x-enum-varnames" not in schema:
            named, members = with_member_names(name, schema, names.enums.get(name, {}), report)
            schemas[name] = with_former_names(named, names.former.get(name, {}))
            found[name] = {**found.get(name, {}), **members}
    used = {name: alias for name, alias in aliases.items() if alias in found}
    return attrs.evolve(names, enums=found, aliases={**names.aliases, **used})


def _all_names(names: LockedNames, endpoints: Sequence[Endpoint]) -> LockedNames:
    """The names with those of pages that are new."""
    calls = dict(names.calls)
    for endpoint in endpoints:
        if endpoint.named is None:
            continue
        for number in (endpoint.page_id, *endpoint.pages):
            path = endpoint.whole_path
            for joint, name in endpoint.names.items():
                path = path.replace("{" + joint + "}", "{" + name + "}")
            call = endpoint.named
            calls.setdefault(number, Lock(number, call.resource, call.name, call.kind, endpoint.method, path))
    return attrs.evolve(names, calls=calls)


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
            if "x-enum-labels" in parameter["schema"]:
                owner = f"{first['resource']}.{first['name']}"
                parameter["schema"] = enums.lift(owner, parameter["name"], parameter["schema"])
    return paths


def rule_table(report: Report) -> str:
    """How often each rule worked, and everything that was found."""
    return report.table((*rule_names(), *across.RULES, *across.CENSUS, *OURS))
