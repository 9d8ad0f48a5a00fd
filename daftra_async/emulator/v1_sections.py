"""What stands beside the model in a v1 write: lines and payments as records of their own, the rest in the record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from .account import Account
from .documents import DOCUMENTS, settle
from .store import Values
from .tables import SECTION_RELATIONS, Relation, relations
from .values import read

_LINE_DEFAULTS: Mapping[str, Values] = {
    "invoice_item": {"quantity": Decimal(1), "unit_price": Decimal(0), "tax1": None, "tax2": None},
    "invoice_payment": {"status": 1, "currency_code": "EGP"},
}


class V1Sections:
    """The sections of one account's documents."""

    def __init__(self, account: Account) -> None:
        self._account = account

    def write(self, table: str, id: int, key: str, body: Mapping[str, Any], *, replace: bool = False) -> None:
        """Store everything beside the model; ``replace`` also empties what the body leaves out, as a PUT does."""
        ties = {relation.v1: relation for relation in relations(table, {}) if relation.many}
        written: Values = {}
        for section, content in _sections(body, key):
            tie = ties.get(SECTION_RELATIONS.get(section, section))
            if tie is None:
                written[section] = content
            elif not tie.table.endswith("_tax"):
                self._write_lines(tie, id, content)
        if replace:
            for tie in ties.values():
                if tie.v1 not in body and tie.table.endswith(("_item", "_transaction")):
                    self._write_lines(tie, id, [])
        if written:
            self._account.store.update(table, id, written, touch=False)

    def _write_lines(self, tie: Relation, owner_id: int, content: Any) -> None:
        store = self._account.store
        shape = self._account.schema.shapes.get(tie.v1 or "")
        kept = {row["id"] for row in store.find(tie.table, tie.column, owner_id)}
        for line in content if isinstance(content, list) else [content]:
            if not isinstance(line, Mapping) or not line:
                continue
            values = {
                name: read(value, shape.kind(name) if shape else "any", self._account.switches)
                for name, value in line.items()
                if name != "id"
            }
            values = {**_LINE_DEFAULTS.get(tie.table, {}), **values, tie.column: owner_id}
            line_id = line.get("id")
            if isinstance(line_id, (int, str)) and str(line_id).isdecimal() and int(line_id) in kept:
                kept.discard(int(line_id))
                store.update(tie.table, int(line_id), values)
            else:
                store.insert(tie.table, values)
        if tie.table.endswith("_payment"):
            return
        for line_id in kept:
            store.erase(tie.table, line_id)

    def delete(self, table: str, row: Values) -> None:
        """Mark what belongs to a deleted record as deleted too."""
        for tie in relations(table, row):
            if tie.many:
                for child in self._account.store.find(tie.table, tie.column, row["id"]):
                    self._account.store.delete(tie.table, child["id"])

    def settle(self, table: str, id: int) -> None:
        """Bring the totals of a document, or of the document that a payment is for, up to date."""
        if table in DOCUMENTS:
            settle(self._account.store, table, id)
        else:
            self.settle_owner(table, self._account.store.get(table, id, deleted=True) or {})

    def settle_owner(self, table: str, row: Values) -> None:
        """The same for the document that a row of payments names."""
        for tables in DOCUMENTS.values():
            if table == tables.payments and isinstance(row.get(tables.owner), int):
                settle(self._account.store, tables.document, row[tables.owner])


def _sections(body: Mapping[str, Any], key: str) -> Iterator[tuple[str, Any]]:
    return ((name, content) for name, content in body.items() if name != key)
