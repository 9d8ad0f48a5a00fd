"""v2's answers to lists and single reads: records by level, with their relations."""

from __future__ import annotations

import re
from typing import Any

from .account import Account, belongs, in_branch
from .answers import Incoming, Reply, v2_message
from .schema import Shape
from .store import Values
from .tables import RELATIONS, Collection, Relation, relations, v2_collection
from .unknown_names import hint, unknown_parameters
from .v1_filters import sort_key
from .v2_filters import Condition, parse_filters, select, unknown_conditions
from .v2_pages import paginator, payload_page, with_meta
from .wireforms import encode, v2_record

_DEFAULT_PER_PAGE = 20
_LIST_PARAMETERS = frozenset({"filter", "page", "per_page", "sort"})
_SORT = re.compile(r"sort\[([^\[\]]+)\]\Z")
_PAYLOAD_ENTITIES = frozenset({"employee_asset"})
DEEPEST = 4


class V2Reads:
    """Reads of one account."""

    def __init__(self, account: Account) -> None:
        self._account = account

    def page(self, incoming: Incoming) -> Reply:
        """A page of the entity at the level the path asks for."""
        entity = incoming.arguments["entity"]
        refusal = self._unknown_names(entity, incoming)
        if refusal is not None:
            return refusal
        rows = self.rows(entity, parse_filters(incoming.query), incoming)
        rows = _sorted(rows, incoming)
        page, per_page = self._paging(incoming)
        chosen = rows[(page - 1) * per_page : page * per_page]
        table = v2_collection(entity).table
        data = [self.record(table, row, _level(incoming)) for row in chosen]
        if entity in _PAYLOAD_ENTITIES:
            return Reply(status=200, body=encode(payload_page(data, page, per_page, len(rows))))
        envelope = paginator(data, page, per_page, len(rows), incoming.origin + incoming.path)
        if self._account.switches.v2_envelope == "meta":
            envelope = with_meta(envelope)
        return Reply(status=200, body=encode(envelope))

    def _unknown_names(self, entity: str, incoming: Incoming) -> Reply | None:
        if not self._account.switches.refuse_unknown_parameters:
            return None
        collection = v2_collection(entity)
        known = incoming.call.parameters | _LIST_PARAMETERS if incoming.call else _LIST_PARAMETERS
        found = {name: hint(name, known) for name in unknown_parameters(incoming.query, known)}
        found |= unknown_conditions(
            self._account, collection.table, self._account.members(collection, deleted=True), incoming.query
        )
        if not found:
            return None
        word = self._account.words["unknown_parameter"]
        return v2_message(422, word, errors={name: [word + near] for name, near in found.items()})

    def get(self, incoming: Incoming) -> Reply:
        """The bare record; 400 for one that does not exist."""
        entity = incoming.arguments["entity"]
        row = self.find(entity, incoming.arguments["id"], incoming.branch_id)
        if row is None:
            return v2_message(400, self._account.words["record_not_found"])
        record = self.record(v2_collection(entity).table, row, _level(incoming))
        if entity in _PAYLOAD_ENTITIES:
            return Reply(status=200, body=encode({"payload": {"data": record}, "version": "v2", "message": None}))
        return Reply(status=200, body=encode({"data": record} if self._account.switches.v2_singles_wrapped else record))

    def rows(self, entity: str, conditions: list[Condition], incoming: Incoming) -> list[Values]:
        """The entity's records that hold the conditions."""
        collection = v2_collection(entity)
        rows = self._account.members(collection, deleted=self._account.switches.include_deleted)
        chosen = list(in_branch(rows, incoming.branch_id))
        return select(self._account, collection.table, chosen, conditions) if conditions else chosen

    def find(self, entity: str, id: str, branch_id: int | None) -> Values | None:
        """One record of the entity, if there is one."""
        collection: Collection = v2_collection(entity)
        if not id.isdecimal():
            return None
        row = self._account.store.get(collection.table, int(id), deleted=self._account.switches.include_deleted)
        if row is None or not belongs(row, collection) or not any(True for _ in in_branch([row], branch_id)):
            return None
        return row

    def record(self, table: str, row: Values, level: int, *, inside: str | None = None) -> Values:
        """A record with its relations down to the level: ``-1`` and ``0`` are bare. Keys in v1's CamelCase never show.

        ``inside`` is the table of the record that holds this one: a line does not show its invoice once more.
        """
        written = v2_record(row)
        if level <= 0:
            return written
        shape = self._account.table_shape(table)
        for relation in ties(table, row, shape):
            key = relation.v2 or relation.table
            if key in row or (relation.table == inside and not relation.many):
                continue
            if relation.many:
                related = self._account.store.find(relation.table, relation.column, row["id"])
                written[key] = [self.record(relation.table, one, level - 1, inside=table) for one in related]
            else:
                owner_id = row.get(relation.column)
                owner = (
                    self._account.store.get(relation.table, owner_id, deleted=True)
                    if isinstance(owner_id, int)
                    else None
                )
                written[key] = self.record(relation.table, owner, level - 1) if owner else self._nothing(relation.table)
        for field in shape.fields.values() if shape else ():
            if field.kind in {"one", "many"} and field.name not in written and field.name.islower():
                written[field.name] = [] if field.kind == "many" else None
        return written

    def _nothing(self, table: str) -> Any:
        form = self._account.switches.v2_empty_relations
        if form == "nulls":
            shape = self._account.table_shape(table)
            return dict.fromkeys(shape.fields if shape else ("id", "name"))
        return [] if form == "list" else None

    def _paging(self, incoming: Incoming) -> tuple[int, int]:
        asked = incoming.parameter("per_page")
        if asked is None and not self._account.switches.v2_limit_ignored:
            asked = incoming.parameter("limit")
        per_page = _positive(asked, _DEFAULT_PER_PAGE)
        cap = self._account.switches.limit_cap
        return _positive(incoming.parameter("page"), 1), min(per_page, cap) if cap else per_page


def ties(table: str, row: Values, shape: Shape | None) -> tuple[Relation, ...]:
    """The relations that a v2 record shows: declared ones, else those of its shape whose ``*_id`` it holds, else all.

    A shape's key may be longer than its column's: ``asset_location_branch`` is told by ``branch_id``.
    """
    if table in RELATIONS or shape is None:
        return relations(table, row)
    found = []
    for field in shape.fields.values():
        words = field.name.split("_") if field.kind == "one" else []
        for start in range(len(words)):
            related = "_".join(words[start:])
            if f"{related}_id" in row:
                found.append(Relation(related, f"{related}_id", many=False, v1=None, v2=field.name))
                break
    return tuple(found)


def _sorted(rows: list[Values], incoming: Incoming) -> list[Values]:
    for key, direction in reversed(incoming.query):
        match = _SORT.match(key)
        if match and any(match.group(1) in row for row in rows):
            column = match.group(1)
            rows = sorted(rows, key=lambda row, column=column: sort_key(row.get(column)), reverse=direction == "desc")  # type: ignore[misc]
    return rows


def _level(incoming: Incoming) -> int:
    text = incoming.arguments.get("level", "1")
    return min(int(text), DEEPEST) if text.lstrip("-").isdecimal() and text.count("-") < 2 else 1


def _positive(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdecimal() and int(text) > 0 else default
