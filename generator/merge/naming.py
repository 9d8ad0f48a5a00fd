"""Public names: what a page's call is named, what its records and enums are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Container, Sequence

import attrs

from ..report import Report
from ..words import pascal_case, singular, snake_case
from .catalogue import CHILDREN, CHILDREN_OF, ENUM_NAMES, RECORDS
from .endpoint import CallName, Endpoint, Schema
from .locked_names import LockedNames

_WRITES = {"put": "update", "patch": "update", "delete": "delete"}
"""HTTP method → name of the call; POST is told by the title, GET by path and title."""

_METHODS = {
    "list": {"get", "post"},
    "get": {"get", "post"},
    "create": {"post", "put"},
    "update": {"put", "patch", "post"},
    "delete": {"delete", "post"},
    "action": {"get", "post", "put", "patch", "delete"},
}
"""Kind of a call → the HTTP methods that can do it."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_FILLERS = frozenset({"list", "add", "edit", "delete", "index", "view", "id"})
"""Segments of a path that say what the method says already."""


def call_name(resource: str, name: str, kind: str) -> CallName:
    """A call's name with the record that its resource is about."""
    return CallName(resource, name, kind, RECORDS.get(resource) or pascal_case(singular(resource)))


@attrs.frozen
class Neighbours:
    """The named pages around one that has no name yet: they tell the resource."""

    by_folder: Counter[tuple[str, str]] = attrs.field(factory=Counter)
    by_segment: Counter[tuple[str, str]] = attrs.field(factory=Counter)

    def add(self, endpoint: Endpoint, resource: str) -> None:
        self.by_folder[endpoint.folder, resource] += 1
        self.by_segment[collection(endpoint), resource] += 1

    def resource(self, endpoint: Endpoint) -> str | None:
        """The resource of the pages with the same folder and the same collection, else with one of them."""
        folder = {resource for place, resource in self.by_folder if place == endpoint.folder}
        segment = {resource for place, resource in self.by_segment if place == collection(endpoint)}
        for found in (folder & segment, folder, segment):
            if len(found) == 1:
                return next(iter(found))
        return None


def collection(endpoint: Endpoint) -> str:
    """Base and first fixed segment of a path: ``/api2/invoices``."""
    parts = [part for part in endpoint.path.removesuffix(".json").split("/") if part and part != "delete"]
    return f"{endpoint.base}/{parts[0] if parts else ''}"


def proposed_name(endpoint: Endpoint, neighbours: Neighbours) -> CallName:
    """The name of a page that has none yet: the resource from its neighbours or folder, the rest from its request."""
    leaf = endpoint.folder.rpartition("/")[2]
    resource = neighbours.resource(endpoint) or snake_case(leaf) or snake_case(collection(endpoint))
    if not resource.isidentifier() or not resource.isascii():
        resource = snake_case(collection(endpoint).rpartition("/")[2]) or "endpoints"
    kind = _verb(endpoint)
    words = _own_words(endpoint, resource)
    if words:
        return call_name(resource, words, "action")
    return call_name(resource, kind, kind)


def _own_words(endpoint: Endpoint, resource: str) -> str:
    """The fixed segments of a path behind its collection: ``/clients/assign_staff/{id}`` → ``assign_staff``."""
    parts = [part for part in endpoint.path.removesuffix(".json").split("/") if part][1:]
    if endpoint.method == "delete" and endpoint.path.startswith("/delete/"):
        return ""
    words = [snake_case(part) for part in parts if not _PLACEHOLDER.search(part)]
    known = _FILLERS | {resource, singular(resource)}
    return "_".join(word for word in words if word not in known and word.isidentifier())


def _verb(endpoint: Endpoint) -> str:
    title = endpoint.title.lower()
    if endpoint.method == "get":
        return "list" if "/list/" in f"{endpoint.path}/" or title.startswith(("get all ", "list ")) else "get"
    if endpoint.method == "post":
        return "update" if title.startswith(("edit", "update")) else "create"
    return _WRITES[endpoint.method]


def child_record(owner: str, key: str) -> str:
    """The record that an owner's key holds: ``InvoiceItem`` → ``InvoiceItem``, ``clients`` → ``Client``."""
    told = CHILDREN_OF.get((owner, key)) or CHILDREN.get(key)
    if told:
        return told
    return key if re.fullmatch(r"[A-Z]\w*", key) and "_" not in key else pascal_case(singular(key))


def enum_name(owner: str, field: str) -> str:
    """The name of the enum of one field of one record."""
    told = ENUM_NAMES.get((owner, field)) or ENUM_NAMES.get(("*", field))
    return told or f"{pascal_case(owner.replace('.', '_'))}{pascal_case(field)}"


def with_locks(endpoints: Sequence[Endpoint], names: LockedNames, report: Report) -> list[Endpoint]:
    """Every page that the table knows with its name, before any rule works on it.

    A page under a new number takes the name of the page that it replaces: the one with the same request, which is gone.
    """
    free = names.missing(endpoint.page_id for endpoint in endpoints)
    result: list[Endpoint] = []
    for endpoint in endpoints:
        lock = names.calls.get(endpoint.page_id)
        if lock is None:
            lock = names.successor_of(endpoint.method, endpoint.path, free)
            if lock is not None:
                free.remove(lock)
                report.note(f"page {endpoint.page_id} is now what page {lock.number} was: {lock.resource}.{lock.name}")
        if lock is not None:
            if endpoint.method not in {*_METHODS[lock.kind], lock.method}:
                now = f"page {endpoint.page_id} documents {endpoint.method.upper()} {endpoint.path} now"
                told = f"which is not what {lock.resource}.{lock.name} does: give it its name in specs/names.yaml"
                report.doubt(f"{now}, {told}")
            call = call_name(lock.resource, lock.name, lock.kind)
            endpoint = attrs.evolve(endpoint, locked=lock.path, named=call)  # noqa: PLW2901
        result.append(endpoint)
    return result


def with_names(endpoints: Sequence[Endpoint], report: Report) -> list[Endpoint]:
    """Every normalised page with a name, pages about one call joined.

    A page without a name of its own that has the request and the name of another one is a further page about its call.
    Where only the name is the same it gets a number behind it, and a person has to name it.
    """
    neighbours = Neighbours()
    for endpoint in endpoints:
        if endpoint.named is not None:
            neighbours.add(endpoint, endpoint.named.resource)
    calls = {endpoint.named.id: endpoint for endpoint in endpoints if endpoint.named is not None}
    for endpoint in endpoints:
        if endpoint.named is not None:
            continue
        call = proposed_name(endpoint, neighbours)
        other = calls.get(call.id)
        if other is not None and (other.method, other.whole_path) == (endpoint.method, endpoint.whole_path):
            calls[call.id] = joined(other, endpoint)
            report.note(f"page {endpoint.page_id} is another page about {call.id}, like page {other.page_id}")
            continue
        if other is not None:
            call = free_name(call, calls)
            report.doubt(
                f"{endpoint.file} and {other.file} are both {other.named and other.named.id}: "
                f"name page {endpoint.page_id} in specs/names.yaml"
            )
        calls[call.id] = attrs.evolve(endpoint, named=call)
        neighbours.add(endpoint, call.resource)
    return sorted(calls.values(), key=lambda one: (int(one.page_id), one.file))


def joined(one: Endpoint, other: Endpoint) -> Endpoint:
    """One call that two pages describe: what either says of it."""
    known = {(parameter["in"], parameter["name"]) for parameter in one.parameters}
    added = tuple(two for two in other.parameters if (two["in"], two["name"]) not in known)
    statuses = {answer.status for answer in one.answers}
    body = one.body or other.body
    if one.body and other.body:
        body = attrs.evolve(one.body, schema=_united(one.body.schema, other.body.schema))
    return attrs.evolve(
        one,
        pages=(*one.pages, other.page_id),
        parameters=(*one.parameters, *added),
        answers=(*one.answers, *(answer for answer in other.answers if answer.status not in statuses)),
        body=body,
    )


def _united(one: Schema, other: Schema) -> Schema:
    """The properties of two descriptions of one body, at every depth."""
    if not (one.get("properties") and other.get("properties")):
        return one if one.get("properties") or one.get("items") else other
    mine, theirs = one["properties"], other["properties"]
    both = {name: _united(value, theirs[name]) if name in theirs else value for name, value in mine.items()}
    return {**one, "properties": {**both, **{name: value for name, value in theirs.items() if name not in mine}}}


def free_name(call: CallName, taken: Container[str]) -> CallName:
    """The name with a number behind it, where another page has it already."""
    number = 2
    while f"{call.resource}.{call.name}_{number}" in taken:
        number += 1
    return attrs.evolve(call, name=f"{call.name}_{number}", kind="action")
