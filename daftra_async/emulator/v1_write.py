"""v1's creates, replacing updates and deletes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .account import Account, first_segment
from .answers import Incoming, Reply, v1_done, v1_failed
from .documents import DOCUMENTS
from .schema import DraftShape, Shape
from .store import Values
from .tables import GUARDED, v1_collection
from .v1_checks import RefusedError, V1Checks, column_of
from .v1_read import V1Reads
from .v1_sections import V1Sections
from .values import EPOCH_DATE

_KEPT_ON_PUT = frozenset(
    {"id", "created", "modified", "deleted_at", "type", "item_type", "branch_id", "summary_refund"}
)
_CREATED_WITH_200 = frozenset({"requisitions", "bookings", "product_categories"})
_CLIENT_COPIES = ("business_name", "first_name", "last_name", "email", "address1", "city", "country_code")


class V1Writes:
    """Writes to one account."""

    def __init__(self, account: Account, reads: V1Reads) -> None:
        self._account = account
        self._reads = reads
        self._checks = V1Checks(account)
        self._sections = V1Sections(account)

    def create(self, incoming: Incoming) -> Reply:
        """202 with the new id; 400 with the reasons; or 202 with ``id: null`` where the server pretends."""
        try:
            body = self.created(incoming, incoming.data)
        except RefusedError as refused:
            return refused.answer
        if not self._account.switches.number_in_create:
            body.pop("invoice_number", None)
        ids = () if body["id"] is None else (body["id"],)
        if first_segment(incoming.path) in _CREATED_WITH_200:
            return Reply(status=200, body={**body, "code": 200}, effect="created", ids=ids)
        return Reply(status=202, body=body, effect="created" if ids else "nothing", ids=ids)

    def created(self, incoming: Incoming, body: Any) -> Values:
        """Create one record from one body and say so in v1's words. Raises ``RefusedError``."""
        segment = first_segment(incoming.path)
        collection = v1_collection(segment)
        key, main = self._checks.main_section(incoming, segment, body)
        shape = self._account.shape(segment)
        draft = incoming.call.draft if incoming.call else None
        self._checks.nested(collection.table, main)
        self._checks.names(key, body, draft, creating=True)
        values = self._checks.readable(key, main, shape, draft)
        fixed = {
            **collection.fixed,
            **({"type": values["type"]} if segment == "invoices" and values.get("type") else {}),
        }
        values = {**self._defaults(collection.table, incoming), **_present(values), **fixed}
        if self._account.switches.pseudo_success and segment == "client_payments" and _lacks_means(values):
            return {"code": 202, "result": "successful", "id": None}
        self._checks.record(key, collection.table, values)
        self._checks.lines(collection.table, body)
        self._complete(collection.table, values)
        new_id = self._account.store.insert(collection.table, values)
        self._sections.write(collection.table, new_id, key, body)
        self._sections.settle(collection.table, new_id)
        answer: Values = {"code": 202, "result": "successful", "id": new_id}
        return {**answer, "invoice_number": values["no"]} if "no" in values else answer

    def update(self, incoming: Incoming) -> Reply:
        """Replace a record: what the body leaves out is reset, dates to 1970 and the number to a new one."""
        segment = first_segment(incoming.path)
        collection = v1_collection(segment)
        row = self._reads.find(segment, incoming.arguments.get("id"))
        if row is None or self._elsewhere(row, incoming):
            return v1_failed(404, self._account.words["not_found"])
        try:
            self._checks.locked(collection.table, row)
            key, main = self._checks.main_section(incoming, segment, incoming.data)
            draft = incoming.call.draft if incoming.call else None
            self._checks.names(key, incoming.data, draft, creating=False)
            shape = self._account.shape(segment)
            values = {**self._checks.readable(key, main, shape, draft), **collection.fixed}
            resets = self._reset(row, shape, draft) if self._account.switches.put_resets else {}
            after = {**resets, **values}
            self._checks.record(key, collection.table, {**row, **after})
            self._checks.lines(collection.table, incoming.data)
        except RefusedError as refused:
            return refused.answer
        self._account.store.update(collection.table, row["id"], after)
        self._sections.write(collection.table, row["id"], key, incoming.data, replace=self._account.switches.put_resets)
        self._sections.settle(collection.table, row["id"])
        if segment == "requisitions":
            return Reply(status=200, body={}, effect="updated")
        return v1_done(effect="updated")

    def delete(self, incoming: Incoming) -> Reply:
        """Mark a record as deleted, unless other records name it."""
        segment = first_segment(incoming.path)
        table = v1_collection(segment).table
        row = self._reads.find(segment, incoming.arguments.get("id"))
        if row is None or self._elsewhere(row, incoming):
            return v1_failed(404, self._account.words["not_found"])
        find = self._account.store.find
        if any(
            self._alive(other, related)
            for other, column in GUARDED.get(table, ())
            for related in find(other, column, row["id"])
        ):
            return v1_failed(self._account.switches.refused_delete_status, self._account.words["not_deleted"])
        self._account.store.delete(table, row["id"])
        self._sections.delete(table, row)
        self._sections.settle_owner(table, row)
        if segment == "requisitions":
            return Reply(status=200, body={}, effect="deleted")
        return v1_done(effect="deleted", message=self._account.words["deleted"])

    def add_note(self, incoming: Incoming) -> Reply:
        """A note on the record that the path names by type and id."""
        main = incoming.data.get("Note") if isinstance(incoming.data, Mapping) else None
        if not isinstance(main, Mapping):
            return self._checks.invalid("Note", {"body": [self._account.words["required"]]})
        owner = incoming.arguments
        item_id = int(owner["id"]) if owner["id"].isdecimal() else None
        try:
            draft = incoming.call.draft if incoming.call else None
            self._checks.names("Note", incoming.data, draft, creating=True)
            values = self._checks.readable("Note", main, self._account.shape("notes"), draft)
        except RefusedError as refused:
            return refused.answer
        new_id = self._account.store.insert(
            "post", {**values, "item_type": values.get("item_type") or owner["type"], "item_id": item_id}
        )
        return Reply(
            status=202, body={"code": 202, "result": "successful", "id": new_id}, effect="created", ids=(new_id,)
        )

    def _defaults(self, table: str, incoming: Incoming) -> Values:
        today = self._account.clock.now().date().isoformat()
        values: Values = {"branch_id": incoming.branch_id or 1}
        if table in DOCUMENTS:
            values.update(date=today, currency_code="EGP", draft=0, staff_id=-1, is_offline=1)
        elif table in {"invoice_payment", "client_payment"}:
            values.update(date=today, status=1, currency_code="EGP")
        return values

    def _complete(self, table: str, values: Values) -> None:
        if table in DOCUMENTS:
            values["no"] = values.get("no") or f"{self._account.store.next_id(table):06d}"
        client = self._account.store.get("client", values["client_id"]) if table == "invoice" else None
        for name in _CLIENT_COPIES if client else ():
            if values.get(f"client_{name}") is None:
                values[f"client_{name}"] = (client or {}).get(name)

    def _reset(self, row: Values, shape: Shape | None, draft: DraftShape | None) -> Values:
        named = draft.fields if draft is not None and draft.fields else frozenset(row)
        writable = {column_of(name, shape) for name in named}
        blank: Values = {name: None for name in row if name in writable and name not in _KEPT_ON_PUT}
        for name in blank:
            if shape is not None and shape.kind(name) == "date":
                blank[name] = EPOCH_DATE
        if "no" in row:
            blank["no"] = f"{self._account.store.next_id('invoice'):06d}"
        if blank.get("draft", 0) is None:
            blank["draft"] = 0
        return blank

    def _alive(self, table: str, row: Values) -> bool:
        return row["deleted_at"] is None and not (
            table == "invoice_item" and self._account.store.get("invoice", row["invoice_id"]) is None
        )

    def _elsewhere(self, row: Values, incoming: Incoming) -> bool:
        return row.get("branch_id") not in (None, incoming.branch_id or 1)


def _present(values: Values) -> Values:
    return {name: value for name, value in values.items() if value is not None}


def _lacks_means(values: Values) -> bool:
    return not values.get("treasury_id") and not values.get("payment_method")
