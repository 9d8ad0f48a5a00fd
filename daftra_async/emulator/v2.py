"""The v2 entity API: lists in Laravel's paginator, bare records by level, creates and updates with a message."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

import attrs

from .account import Account, belongs, first_segment, in_branch
from .answers import Incoming, Reply, v2_message
from .documents import DOCUMENTS, settle
from .schema import DocumentedCall, DraftShape, Shape
from .store import Values
from .tables import GUARDED, REFERENCES, RELATIONS, Collection, Relation, relations, v2_collection
from .v1_filters import sort_key
from .v2_filters import Condition, parse_filters, plain_conditions, select
from .values import NotReadableError, read
from .wireforms import encode, v2_record

_PREFIX = "/v2/api/entity/"
_DEFAULT_PER_PAGE = 20
_SORT = re.compile(r"sort\[([^\[\]]+)\]\Z")
_WORKFLOW_ENTITY = re.compile(r"le_workflow-type-entity-\d+\Z")
_DEEPEST = 4
_REFUSED_WITH_400 = frozenset({("PUT", "brand")})
_RECORD_ON_UPDATE = frozenset({"designation"})
_PAYLOAD_ENTITIES = frozenset({"employee_asset"})


_DISPLAY_DATE = re.compile(r"(\d{2})/(\d{2})/(\d{4})\Z")
_RULES: Mapping[tuple[str, int, bool], str] = {
    ("GET", 2, True): "list",
    ("GET", 3, True): "list",
    ("GET", 2, False): "get",
    ("GET", 3, False): "get",
    ("POST", 1, False): "create",
    ("PUT", 2, False): "update",
}


class EntityApi:
    """The v2 entities of one account."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._calls: dict[tuple[str, str], DocumentedCall] = {}
        for call in account.schema.calls:
            if call.path.startswith(_PREFIX):
                self._calls.setdefault((call.method, first_segment(call.path)), call)

    def answer(self, incoming: Incoming, parts: Sequence[str]) -> Reply:
        """Apply the rule of ``{entity}``, ``{entity}/{id}[/{level}]``, ``{entity}/list[/{level}]`` or ``delete/…``."""
        if incoming.method == "DELETE" and len(parts) == 3 and parts[0] == "delete":
            return self.delete(attrs.evolve(incoming, arguments={"entity": parts[1], "id": parts[2]}))
        rule = _RULES.get((incoming.method, len(parts), len(parts) > 1 and parts[1] == "list"))
        if rule is None or not parts[0]:
            return v2_message(404, self._account.words["invalid_endpoint"])
        names = ("entity", "id", "level")
        arguments = dict(zip(names, parts, strict=False))
        call = self._calls.get((incoming.method, parts[0]))
        request = attrs.evolve(incoming, arguments=arguments, call=call)
        if not self._exists(parts[0]):
            return Reply(status=200, body={"error": "Entity Not exists"}, effect="refused")
        if rule == "list":
            return self.page(request)
        return {"get": self.get, "create": self.create, "update": self.update}[rule](request)

    def page(self, incoming: Incoming) -> Reply:
        """A page of the entity at the level the path asks for."""
        entity = incoming.arguments["entity"]
        rows = self._rows(entity, parse_filters(incoming.query), incoming)
        rows = _sorted(rows, incoming)
        page, per_page = self._paging(incoming)
        chosen = rows[(page - 1) * per_page : page * per_page]
        table = v2_collection(entity).table
        data = [self.record(table, row, _level(incoming)) for row in chosen]
        if entity in _PAYLOAD_ENTITIES:
            return Reply(status=200, body=encode(_payload_page(data, page, per_page, len(rows))))
        envelope = paginator(data, page, per_page, len(rows), incoming.origin + incoming.path)
        if self._account.switches.v2_envelope == "meta":
            envelope = with_meta(envelope)
        return Reply(status=200, body=encode(envelope))

    def get(self, incoming: Incoming) -> Reply:
        """The bare record; 400 for one that does not exist."""
        entity = incoming.arguments["entity"]
        row = self._find(entity, incoming.arguments["id"], incoming.branch_id)
        if row is None:
            return v2_message(400, self._account.words["record_not_found"])
        record = self.record(v2_collection(entity).table, row, _level(incoming))
        if entity in _PAYLOAD_ENTITIES:
            return Reply(status=200, body=encode({"payload": {"data": record}, "version": "v2", "message": None}))
        return Reply(status=200, body=encode({"data": record} if self._account.switches.v2_singles_wrapped else record))

    def create(self, incoming: Incoming) -> Reply:
        """A new record; with an id in the body the change of an existing one, as the documentation's edits by POST."""
        entity = incoming.arguments["entity"]
        named = incoming.data.get("id") if isinstance(incoming.data, Mapping) else None
        if named and str(named).isdecimal():
            return self._change(entity, str(named), incoming)
        values = self._checked(entity, incoming, partial=False)
        if isinstance(values, Reply):
            return values
        collection = v2_collection(entity)
        lines = self._take_lines(collection.table, values)
        if collection.table in DOCUMENTS:
            values.setdefault("no", f"{self._account.store.next_id(collection.table):06d}")
        new_id = self._account.store.insert(
            collection.table, {"branch_id": incoming.branch_id or 1, **values, **collection.fixed}
        )
        self._write_lines(collection.table, new_id, lines)
        body = {"message": self._account.words["saved"], "id": new_id}
        return Reply(status=200, body=body, effect="created", ids=(new_id,))

    def update(self, incoming: Incoming) -> Reply:
        """The change of the record that the path names."""
        entity = incoming.arguments["entity"]
        return self._change(entity, incoming.arguments["id"], incoming)

    def delete(self, incoming: Incoming) -> Reply:
        """Mark a record as deleted; 400 while others name it or where there is none."""
        entity = incoming.arguments["entity"]
        row = self._find(entity, incoming.arguments["id"], incoming.branch_id) if self._exists(entity) else None
        if row is None or row.get("deleted_at"):
            return v2_message(400, self._account.words["record_not_found"])
        table = v2_collection(entity).table
        if any(self._account.store.find(other, column, row["id"]) for other, column in GUARDED.get(table, ())):
            return v2_message(400, self._account.words["not_deleted"])
        self._account.store.delete(table, row["id"])
        return Reply(status=200, body={"message": self._account.words["deleted"]}, effect="deleted")

    def multi(self, incoming: Incoming) -> Reply:
        """Several shows and lists in one request: an object keyed by alias or entity."""
        if not isinstance(incoming.data, list) or not all(isinstance(one, Mapping) for one in incoming.data):
            return v2_message(422, self._account.words["invalid"], errors={"0": [self._account.words["bad_request"]]})
        found = {str(one.get("alias") or one.get("key")): self._one_of_many(one, incoming) for one in incoming.data}
        return Reply(status=200, body=encode(found))

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

    def _change(self, entity: str, id: str, incoming: Incoming) -> Reply:
        row = self._find(entity, id, incoming.branch_id)
        if row is None:
            return v2_message(400, self._account.words["record_not_found"])
        values = self._checked(entity, incoming, partial=True)
        if isinstance(values, Reply):
            return values
        table = v2_collection(entity).table
        lines = self._take_lines(table, values)
        self._account.store.update(table, row["id"], values)
        self._write_lines(table, row["id"], lines)
        if entity in _RECORD_ON_UPDATE:
            return Reply(status=200, body=encode(self.record(table, row, 0)), effect="updated")
        body = {"message": self._account.words["saved"], "id": row["id"]}
        return Reply(status=200, body=body, effect="updated")

    def _checked(self, entity: str, incoming: Incoming, *, partial: bool) -> Values | Reply:
        if not isinstance(incoming.data, Mapping):
            return v2_message(422, self._account.words["invalid"], errors={"body": [self._account.words["required"]]})
        table = v2_collection(entity).table
        shape = self._account.table_shape(table)
        values: Values = {}
        errors: dict[str, list[str]] = {}
        for name, value in incoming.data.items():
            if name == "id":
                continue
            try:
                values[name] = read(_iso(value), shape.kind(name) if shape else "any")
            except NotReadableError:
                errors[name] = [self._account.words["not_a_number"]]
        draft = incoming.call.draft if incoming.call else None
        for name in _required(draft):
            if not (partial and name not in values) and _blank(values.get(name)) and name not in errors:
                errors[name] = [self._account.words["required"]]
        for name, referenced in REFERENCES.get(table, {}).items():
            named = values[name] = _as_id(values.get(name)) if name in values else None
            if named is not None and self._account.store.get(referenced, named) is None:
                errors[name] = [self._account.words["unknown_record"]]
            if name not in incoming.data:
                del values[name]
        if errors:
            status = 400 if (incoming.method, entity) in _REFUSED_WITH_400 else 422
            return v2_message(status, self._account.words["invalid"], errors=errors)
        return values

    def _take_lines(self, table: str, values: Values) -> dict[str, Any]:
        ties = {relation.v2: relation for relation in relations(table, {}) if relation.many}
        return {name: values.pop(name) for name in list(values) if name in ties and isinstance(values[name], list)}

    def _write_lines(self, table: str, id: int, lines: Mapping[str, Any]) -> None:
        for relation in relations(table, {}):
            if relation.v2 not in lines:
                continue
            for row in self._account.store.find(relation.table, relation.column, id):
                self._account.store.erase(relation.table, row["id"])
            for line in lines[relation.v2 or ""]:
                if isinstance(line, Mapping):
                    values = {name: value for name, value in line.items() if name != "id"}
                    self._account.store.insert(relation.table, {**values, relation.column: id})
        if table in DOCUMENTS:
            settle(self._account.store, table, id)

    def _one_of_many(self, one: Mapping[str, Any], incoming: Incoming) -> Any:
        entity, level = str(one.get("key")), one.get("data_level")
        if not self._exists(entity):
            return {"error": "Entity Not exists"}
        table = v2_collection(entity).table
        options = one.get("options")
        depth = min(level, _DEEPEST) if isinstance(level, int) else 1
        if one.get("action") == "show":
            named = options.get("id") if isinstance(options, Mapping) else options
            row = self._find(entity, str(named), incoming.branch_id)
            return self.record(table, row, depth) if row else {"message": self._account.words["record_not_found"]}
        conditions = plain_conditions(options) if isinstance(options, Mapping) else []
        rows = self._rows(entity, conditions, incoming)
        return [self.record(table, row, depth) for row in rows]

    def _rows(self, entity: str, conditions: list[Condition], incoming: Incoming) -> list[Values]:
        collection = v2_collection(entity)
        rows = self._account.members(collection, deleted=self._account.switches.include_deleted)
        chosen = list(in_branch(rows, incoming.branch_id))
        return select(self._account, collection.table, chosen, conditions) if conditions else chosen

    def _find(self, entity: str, id: str, branch_id: int | None) -> Values | None:
        collection: Collection = v2_collection(entity)
        if not id.isdecimal():
            return None
        row = self._account.store.get(collection.table, int(id), deleted=self._account.switches.include_deleted)
        if row is None or not belongs(row, collection) or not any(True for _ in in_branch([row], branch_id)):
            return None
        return row

    def _paging(self, incoming: Incoming) -> tuple[int, int]:
        asked = incoming.parameter("per_page")
        if asked is None and not self._account.switches.v2_limit_ignored:
            asked = incoming.parameter("limit")
        per_page = _positive(asked, _DEFAULT_PER_PAGE)
        cap = self._account.switches.limit_cap
        return _positive(incoming.parameter("page"), 1), min(per_page, cap) if cap else per_page

    def _exists(self, entity: str) -> bool:
        return entity in self._account.entities or _WORKFLOW_ENTITY.match(entity) is not None


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


def paginator(data: list[Values], page: int, per_page: int, total: int, path: str) -> Values:
    """Laravel's paginator, at the root of the answer."""
    last = max(1, -(-total // per_page))

    def url(number: int) -> str:
        return f"{path}?page={number}"

    previous, following = (url(page - 1) if page > 1 else None), (url(page + 1) if page < last else None)
    numbered = [{"url": url(n), "label": str(n), "page": n, "active": n == page} for n in range(1, min(last, 10) + 1)]
    first = (page - 1) * per_page + 1
    return {
        "current_page": page,
        "data": data,
        "first_page_url": url(1),
        "from": first if data else None,
        "last_page": last,
        "last_page_url": url(last),
        "links": [
            {"url": previous, "label": "pagination.previous", "page": page - 1 if previous else None, "active": False},
            *numbered,
            {"url": following, "label": "pagination.next", "page": page + 1 if following else None, "active": False},
        ],
        "next_page_url": following,
        "path": path,
        "per_page": per_page,
        "prev_page_url": previous,
        "to": first + len(data) - 1 if data else None,
        "total": total,
    }


def with_meta(envelope: Values) -> Values:
    """The same page in the documented shape: rows under ``data``, the rest in ``links`` and ``meta``."""
    named = {"first": "first_page_url", "last": "last_page_url", "prev": "prev_page_url", "next": "next_page_url"}
    links = {short: envelope[name] for short, name in named.items()}
    meta = {name: value for name, value in envelope.items() if name != "data" and name not in named.values()}
    return {"data": envelope["data"], "links": links, "meta": meta}


def _payload_page(data: list[Values], page: int, per_page: int, total: int) -> Values:
    pagination = {"total": total, "current_page": page, "per_page": per_page, "has_more_pages": page * per_page < total}
    permissions = {"can_add": True, "can_link": True, "can_delete_all": True}
    payload = {"data": data, "pagination": pagination, "permissions": permissions}
    return {"payload": payload, "version": "v2", "message": None}


def _sorted(rows: list[Values], incoming: Incoming) -> list[Values]:
    for key, direction in reversed(incoming.query):
        match = _SORT.match(key)
        if match and any(match.group(1) in row for row in rows):
            column = match.group(1)
            rows = sorted(rows, key=lambda row, column=column: sort_key(row.get(column)), reverse=direction == "desc")  # type: ignore[misc]
    return rows


def _required(draft: DraftShape | None) -> frozenset[str]:
    if draft is None:
        return frozenset()
    return draft.required | ({"name"} & draft.fields)


def _level(incoming: Incoming) -> int:
    text = incoming.arguments.get("level", "1")
    return min(int(text), _DEEPEST) if text.lstrip("-").isdecimal() and text.count("-") < 2 else 1


def _iso(value: Any) -> Any:
    """A date written ``31/10/2025``, which some v2 bodies are documented with, as ISO; anything else as it is."""
    match = _DISPLAY_DATE.match(value) if isinstance(value, str) else None
    return f"{match[3]}-{match[2]}-{match[1]}" if match else value


def _blank(value: Any) -> bool:
    return value is None or value == ""


def _as_id(value: Any) -> int | None:
    return int(value) if isinstance(value, (int, str)) and str(value).isdecimal() else None


def _positive(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdecimal() and int(text) > 0 else default
