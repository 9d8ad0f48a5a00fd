"""v2's creates, updates and deletions, each answered with a message."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .account import Account
from .answers import Incoming, Reply, v2_message
from .documents import DOCUMENTS, settle
from .schema import DraftShape
from .store import Values
from .tables import GUARDED, REFERENCES, relations, v2_collection
from .unknown_names import hint
from .v2_read import V2Reads
from .values import NotReadableError, read
from .wireforms import encode

_DISPLAY_DATE = re.compile(r"(\d{2})/(\d{2})/(\d{4})\Z")
_REFUSED_WITH_400 = frozenset({("PUT", "brand")})
_RECORD_ON_UPDATE = frozenset({"designation"})


class V2Writes:
    """Writes to one account."""

    def __init__(self, account: Account, reads: V2Reads) -> None:
        self._account = account
        self._reads = reads

    def create(self, incoming: Incoming) -> Reply:
        """A new record; with an id in the body the change of an existing one, as the documentation's edits by POST."""
        entity = incoming.arguments["entity"]
        named = incoming.data.get("id") if isinstance(incoming.data, Mapping) else None
        if named and str(named).isdecimal():
            return self._change(entity, str(named), incoming)
        values = self._checked(entity, incoming, row=None)
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
        row = self._reads.find(entity, incoming.arguments["id"], incoming.branch_id)
        if row is None or row.get("deleted_at"):
            return v2_message(400, self._account.words["record_not_found"])
        table = v2_collection(entity).table
        if any(self._account.store.find(other, column, row["id"]) for other, column in GUARDED.get(table, ())):
            return v2_message(400, self._account.words["not_deleted"])
        self._account.store.delete(table, row["id"])
        return Reply(status=200, body={"message": self._account.words["deleted"]}, effect="deleted")

    def _change(self, entity: str, id: str, incoming: Incoming) -> Reply:
        row = self._reads.find(entity, id, incoming.branch_id)
        if row is None:
            return v2_message(400, self._account.words["record_not_found"])
        values = self._checked(entity, incoming, row=row)
        if isinstance(values, Reply):
            return values
        table = v2_collection(entity).table
        lines = self._take_lines(table, values)
        self._account.store.update(table, row["id"], values)
        self._write_lines(table, row["id"], lines)
        if entity in _RECORD_ON_UPDATE:
            return Reply(status=200, body=encode(self._reads.record(table, row, 0)), effect="updated")
        body = {"message": self._account.words["saved"], "id": row["id"]}
        return Reply(status=200, body=body, effect="updated")

    def _checked(self, entity: str, incoming: Incoming, *, row: Values | None) -> Values | Reply:
        """The values to store, or the refusal; ``row`` is the record that is changed."""
        if not isinstance(incoming.data, Mapping):
            return v2_message(422, self._account.words["invalid"], errors={"body": [self._account.words["required"]]})
        table = v2_collection(entity).table
        draft = incoming.call.draft if incoming.call else None
        known = self._known(table, draft, row)
        given = {name: value for name, value in incoming.data.items() if name != "id" and (not known or name in known)}
        values, errors = self._read(table, given)
        if self._account.switches.refuse_unknown_fields and known:
            strangers = [name for name in incoming.data if name != "id" and name not in known]
            errors |= {name: [self._account.words["unknown_field"] + hint(name, known)] for name in strangers}
        for name in _required(draft):
            if not (row is not None and name not in values) and _blank(values.get(name)) and name not in errors:
                errors[name] = [self._account.words["required"]]
        if errors:
            status = 400 if (incoming.method, entity) in _REFUSED_WITH_400 else 422
            return v2_message(status, self._account.words["invalid"], errors=errors)
        return values

    def _known(self, table: str, draft: DraftShape | None, row: Values | None) -> frozenset[str]:
        """The names that can be written; none where nothing is known of them."""
        lines = {relation.v2 for relation in relations(table, {}) if relation.many and relation.v2}
        if draft is not None and draft.fields:
            return draft.fields | lines | draft.sections.keys()
        shape = self._account.table_shape(table)
        return frozenset() if shape is None else frozenset({*shape.fields, *(row or ()), *lines, "branch_id"})

    def _read(self, table: str, given: Mapping[str, Any]) -> tuple[Values, dict[str, list[str]]]:
        """The stored forms, and what cannot be stored."""
        shape = self._account.table_shape(table)
        values: Values = {}
        errors: dict[str, list[str]] = {}
        for name, value in given.items():
            try:
                values[name] = read(_iso(value), shape.kind(name) if shape else "any", self._account.switches)
            except NotReadableError as error:
                errors[name] = [self._account.words[error.reason]]
        for name, referenced in REFERENCES.get(table, {}).items():
            if name not in values:
                continue
            named = values[name] = _as_id(values[name])
            if named is not None and self._account.store.get(referenced, named) is None:
                errors[name] = [self._account.words["unknown_record"]]
        return values, errors

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


def _required(draft: DraftShape | None) -> frozenset[str]:
    if draft is None:
        return frozenset()
    return draft.required | ({"name"} & draft.fields)


def _iso(value: Any) -> Any:
    """A date written ``31/10/2025``, which some v2 bodies are documented with, as ISO; anything else as it is."""
    match = _DISPLAY_DATE.match(value) if isinstance(value, str) else None
    return f"{match[3]}-{match[2]}-{match[1]}" if match else value


def _blank(value: Any) -> bool:
    return value is None or value == ""


def _as_id(value: Any) -> int | None:
    return int(value) if isinstance(value, (int, str)) and str(value).isdecimal() else None
