"""One emulated account: its records, its rules' settings and the shapes of its tables, as every handler needs them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cached_property
from zlib import crc32

import attrs

from .clock import Clock
from .messages import Messages
from .schema import Schema, Shape
from .store import Store, Values
from .switches import Switches
from .tables import UNDOCUMENTED_CALLS_ENTITIES, Collection, v1_collection, v2_collection
from .wireforms import V1Forms

_V1 = "/api2/"
_V2 = "/v2/api/entity/"
_WORKFLOW_TABLE = re.compile(r"le_workflow-type-entity-\d+\Z")
_NEWEST_FIRST = frozenset({"invoice", "purchase_order"})


@attrs.define(slots=False, eq=False)
class Account:
    """What handlers work on. ``schema`` comes from the documentation, everything else is this account's own."""

    store: Store
    schema: Schema
    switches: Switches
    clock: Clock
    forms: V1Forms = attrs.field(init=False)
    words: Messages = attrs.field(init=False)
    _orders: dict[tuple[object, ...], tuple[int, list[Values]]] = attrs.field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self.forms = V1Forms(self.switches)
        self.words = Messages(self.switches.language)

    @cached_property
    def segment_shapes(self) -> dict[str, Shape]:
        """The record shape behind each first segment of a v1 path."""
        found: dict[str, Shape] = {}
        for call in self.schema.calls:
            if call.path.startswith(_V1) and call.record is not None:
                found.setdefault(first_segment(call.path), call.record)
        return found

    @cached_property
    def table_shapes(self) -> dict[str, Shape]:
        """The record shape of each table, v1's before v2's."""
        found: dict[str, Shape] = {}
        standard_first = sorted(self.segment_shapes, key=lambda segment: any(v1_collection(segment).fixed.values()))
        for segment in standard_first:
            found.setdefault(v1_collection(segment).table, self.segment_shapes[segment])
        for call in self.schema.calls:
            if call.path.startswith(_V2) and call.record is not None:
                found.setdefault(v2_collection(first_segment(call.path)).table, call.record)
        return found

    def shape(self, segment: str) -> Shape | None:
        """The record shape behind a v1 path, or the one of its table where the path documents none."""
        return self.segment_shapes.get(segment) or self.table_shapes.get(v1_collection(segment).table)

    def table_shape(self, table: str) -> Shape | None:
        """The record shape of a table; each workflow has a table of its own and shares the documented shape."""
        return self.table_shapes.get(_WORKFLOW_TABLE.sub("le_workflow-type-entity-{workflow_id}", table))

    @cached_property
    def entities(self) -> frozenset[str]:
        """The v2 entities that this account knows."""
        named = {first_segment(call.path) for call in self.schema.calls if call.path.startswith(_V2)}
        return frozenset(name for name in named if "{" not in name and name != "delete") | UNDOCUMENTED_CALLS_ENTITIES

    def members(self, collection: Collection, *, deleted: bool) -> list[Values]:
        """The collection's records in the order of their making."""
        return self._kept(("members", deleted), collection, lambda: self._rows(collection, deleted=deleted))

    def in_order(self, collection: Collection) -> list[Values]:
        """The live records of a collection in the order in which v1 lists them when not asked for another."""
        return self._kept(("in order",), collection, lambda: self._arranged(collection))

    def _kept(self, kind: tuple[object, ...], collection: Collection, make: Callable[[], list[Values]]) -> list[Values]:
        key = (*kind, collection.table, *sorted(collection.fixed.items()))
        revision = self.store.revision(collection.table)
        known = self._orders.get(key)
        if known is None or known[0] != revision or self.store.lagging:
            known = self._orders[key] = revision, make()
        return known[1]

    def _rows(self, collection: Collection, *, deleted: bool) -> list[Values]:
        return [row for row in self.store.rows(collection.table, deleted=deleted) if belongs(row, collection)]

    def _arranged(self, collection: Collection) -> list[Values]:
        rows = self._rows(collection, deleted=False)
        if collection.table == "client" and self.switches.arbitrary_client_order:
            return sorted(rows, key=lambda row: crc32(str(row["id"]).encode()))
        return rows[::-1] if collection.table in _NEWEST_FIRST else rows


def belongs(row: Values, collection: Collection) -> bool:
    """Whether a row of the table is one of the collection's records."""
    return all((row.get(column) or 0) == value for column, value in collection.fixed.items())


def first_segment(path: str) -> str:
    """``/api2/clients/{id}.json`` → ``clients``; the same for v2 entities."""
    rest = path.removeprefix(_V1).removeprefix(_V2)
    return rest.split("/", 1)[0].removesuffix(".json")


def in_branch(rows: Iterable[Values], branch_id: int | None) -> Iterable[Values]:
    """The rows of a branch; records without a branch belong to all."""
    if branch_id is None:
        return rows
    return (row for row in rows if row.get("branch_id") in (None, branch_id))
