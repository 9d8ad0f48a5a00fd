"""Quirks that only show when pages are seen together, and those that merging itself takes care of."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import attrs

from ..report import Report
from .catalogue import KEPT_SECTIONS, WRITE_ONLY_SECTIONS
from .endpoint import Endpoint, Schema
from .quirks.paths import V1, V2
from .schemas import differences

if TYPE_CHECKING:
    from .library import Library
    from .operations import Call


def paths_that_differ_in_a_name(endpoint: Endpoint, others: frozenset[tuple[str, str]]) -> Endpoint:
    """``/follow_up_actions/{type}`` and ``…/{id}`` are one path to HTTP: its parameter bears both names."""
    placeholders = re.findall(r"\{(\w+)\}", endpoint.path)
    for name in placeholders:
        pattern = re.compile(re.escape(endpoint.path).replace(r"\{" + name + r"\}", r"\{(\w+)\}") + r"\Z")
        rivals = {match.group(1) for _, path in others if (match := pattern.match(path))}
        if len(rivals) > 1:
            joint = "_or_".join(sorted(rivals, key=lambda one: (one == "id", one)))
            parameters = tuple(
                {**one, "name": joint, "schema": {"type": "string"}} if one["name"] == name else one
                for one in endpoint.parameters
            )
            path = endpoint.path.replace("{" + name + "}", "{" + joint + "}")
            return attrs.evolve(endpoint, path=path, parameters=parameters, names={joint: name})
    return endpoint


def unpaged_list(endpoint: Endpoint) -> Endpoint:
    """Lists take their page and its size, whether their page says so or not; v2 lists also filter and sort."""
    if endpoint.method != "get" or endpoint.named is None or endpoint.named.kind != "list":
        return endpoint
    known = {one["name"] for one in endpoint.parameters}
    added = [one for one in (_V2_LIST if endpoint.base == V2 else _V1_LIST) if one["name"] not in known]
    return attrs.evolve(endpoint, parameters=(*endpoint.parameters, *added)) if added else endpoint


def _query(name: str, schema: Schema, **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": False, **more, "schema": schema}


_OPEN: Schema = {"type": "object", "additionalProperties": True}
_PAGE = _query("page", {"type": "integer", "minimum": 1, "default": 1})
_V1_LIST = (_PAGE, _query("limit", {"type": "integer", "minimum": 1, "default": 20}))
_V2_LIST = (
    _PAGE,
    _query("per_page", {"type": "integer", "minimum": 1, "default": 20}),
    _query("filter", _OPEN, style="deepObject", explode=True),
    _query("sort", _OPEN, style="deepObject", explode=True),
)


RULES = ("paths_that_differ_in_a_name", "unpaged_list")
"""The rules' names in their order, for the report."""

CENSUS = ("operation_without_id", "wrapper_named_like_its_record", "shared_method_and_path", "schema_that_differs")
"""Quirks that merging itself takes care of: they are only counted."""


def operation_without_id(endpoints: Sequence[Endpoint]) -> int:
    """Pages give their operations no id: names come from us."""
    return sum(not endpoint.operation_id for endpoint in endpoints)


def wrapper_named_like_its_record(endpoints: Sequence[Endpoint]) -> int:
    """``Client: {properties: {Client: …}}`` clashes with the record it wraps: pages are merged without such names."""
    return sum(
        list(schema.get("properties") or {}) == [name]
        for endpoint in endpoints
        for name, schema in endpoint.schemas.items()
    )


def shared_method_and_path(calls: Sequence[Call]) -> int:
    """Calls beyond the first of an operation: "add" and "edit" of credits, actions by type or id."""
    return len(calls) - len({(call.endpoint.method, call.path) for call in calls})


def schema_that_differs(library: Library, report: Report) -> int:
    """Fields of one record that pages describe differently: united, and named in the report where that failed."""
    total = 0
    for name, parts in library.parts.items():
        count, lost = differences(parts)
        total += count
        for field in lost:
            report.note(f"{name}.{field} is described in ways that do not fit together: left open")
    return total


def apply(endpoints: Sequence[Endpoint], report: Report) -> list[Endpoint]:
    """The rules above over all endpoints, each change counted."""
    paths = frozenset((endpoint.method, endpoint.path) for endpoint in endpoints if endpoint.base == V1)
    rules: tuple[Callable[[Endpoint], Endpoint], ...] = (
        lambda endpoint: paths_that_differ_in_a_name(endpoint, paths),
        unpaged_list,
    )
    return [_through(endpoint, rules, report) for endpoint in endpoints]


def _through(endpoint: Endpoint, rules: Sequence[Callable[[Endpoint], Endpoint]], report: Report) -> Endpoint:
    for rule, name in zip(rules, RULES, strict=True):
        changed = rule(endpoint)
        if changed is not endpoint:
            report.count(name)
        endpoint = changed
    return endpoint


def sections_as_children(calls: Sequence[Call], bodies: dict[str, Schema], library: Library) -> None:
    """Sections beside the main one of a body come back inside the record: it gets them, where no answer shows them."""
    read_as_v1 = {call.named.resource for call in calls if call.named.kind == "get" and call.endpoint.base == V1}
    for call in calls:
        write = bodies.get(call.body or "")
        if write is None or call.section is None or call.named.resource not in read_as_v1:
            continue
        for key, schema in write.get("properties", {}).items():
            hidden = key in WRITE_ONLY_SECTIONS or (call.named.record, key) in KEPT_SECTIONS
            if key != call.section and not hidden and schema.get("type") == "array":
                library.children.setdefault(call.named.record, {}).setdefault(key, schema)


def unknown_records(calls: Sequence[Call], library: Library) -> None:
    """A resource that is read but that no page describes gets a record with an id: the rest is in its raw data."""
    for call in calls:
        record = call.named.record
        if call.named.kind in {"list", "get"} and not {record, record + "Draft"} & set(library.parts):
            library.add_record(record, {"properties": {"id": {"type": "integer"}}})
