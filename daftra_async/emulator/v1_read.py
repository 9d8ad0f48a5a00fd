"""v1's answers to lists and single reads, in its envelopes and with its children."""

from __future__ import annotations

from base64 import b64encode
from typing import Any

import msgspec

from .account import Account, belongs, first_segment, in_branch
from .answers import Incoming, Reply, v1_failed
from .schema import Shape
from .store import Values
from .tables import Collection, Relation, relations, v1_collection
from .v1_filters import in_sort_order, select
from .wireforms import View, encode

_DEFAULT_LIMIT = 20
_WITH_CLIENT = frozenset({"invoice"})


class V1Reads:
    """Reads of one account. Rendered list rows are kept until the record or its client changes."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._rendered: dict[tuple[str, int], tuple[int, int, msgspec.Raw]] = {}

    def page(self, incoming: Incoming) -> Reply:
        """A page: ``data`` of wrapped rows and ``pagination``; past the end an empty page."""
        segment = first_segment(incoming.path)
        collection = self._collection(segment, incoming)
        rows = self._selected(segment, collection, incoming)
        limit, page = self._paging(incoming)
        chosen = rows[(page - 1) * limit : page * limit]
        shape = self._account.shape(segment)
        key = model_key(incoming, segment)
        recursive = incoming.parameter("recursive") == "1"
        data = [
            {
                key: self.detail(shape, collection.table, row, view="list")
                if recursive
                else self._row(shape, collection, row)
            }
            for row in chosen
        ]
        return Reply(
            status=200,
            body=encode(
                {
                    "code": 200,
                    "result": "successful",
                    "data": data,
                    "pagination": _pagination(segment, page, limit, len(rows)),
                }
            ),
        )

    def get(self, incoming: Incoming) -> Reply:
        """One record with its children inside, or beside it under the switch for older answers."""
        segment = first_segment(incoming.path)
        row = self.find(segment, incoming.arguments.get("id"), incoming.branch_id)
        if row is None:
            return v1_failed(404, self._account.words["not_found"])
        collection = v1_collection(segment)
        shape = self._account.shape(segment)
        key = model_key(incoming, segment)
        links = self._links(segment, row, incoming.origin)
        if self._account.switches.children_inside:
            data = {key: {**self.detail(shape, collection.table, row, view="detail"), **links}}
        else:
            children = self.children(shape, collection.table, row)
            data = {key: {**self._account.forms.record(shape, row, view="detail"), **links}, **children}
        return Reply(status=200, body=encode({"result": "successful", "code": 200, "data": data}))

    def find(self, segment: str, id: str | None, branch_id: int | None = None) -> Values | None:
        """The live record of the path's own kind: another document type's id is not found."""
        if id is None or not id.isdecimal():
            return None
        collection = v1_collection(segment)
        row = self._account.store.get(collection.table, int(id))
        if row is None or not any(in_branch([row], branch_id)):
            return None
        if self._account.switches.standard_invoices_only and not belongs(row, collection):
            return None
        return row

    def detail(self, shape: Shape | None, table: str, row: Values, *, view: View) -> Values:
        return {**self._account.forms.record(shape, row, view=view), **self.children(shape, table, row)}

    def _links(self, segment: str, row: Values, origin: str) -> Values:
        """Where a person sees the invoice: pages behind a login, and the e-invoice's code for a scanner."""
        if v1_collection(segment).table != "invoice":
            return {}
        payload = f"{row.get('no')}|{row.get('date')}|{row.get('summary_total')}"
        return {
            "invoice_html_url": f"{origin}/owner/invoices/view/{row['id']}",
            "invoice_pdf_url": f"{origin}/owner/invoices/view/{row['id']}.pdf",
            "qr_code_url": f"{origin}/qr/?d64={b64encode(payload.encode()).decode()}",
        }

    def children(self, shape: Shape | None, table: str, row: Values) -> Values:
        """The related records by wire key; ``[]`` for none."""
        children: Values = {}
        for relation in relations(table, row):
            if relation.v1 is not None:
                children[relation.v1] = self._related(shape, relation, row)
        for field in shape.fields.values() if shape else ():
            if field.kind in {"one", "many"} and field.name not in children:
                children[field.name] = row.get(field.name) or self._nothing(many=field.kind == "many")
        return {key: value for key, value in children.items() if value is not msgspec.UNSET}

    def _related(self, shape: Shape | None, relation: Relation, row: Values) -> Any:
        store = self._account.store
        field = shape.fields.get(relation.v1 or "") if shape else None
        target = self._account.schema.shapes.get((field.target if field else None) or relation.v1 or "")
        if relation.many:
            related = store.find(relation.table, relation.column, row["id"])
            return [self.detail(target, relation.table, one, view="list") for one in related]
        owner_id = row.get(relation.column)
        owner = store.get(relation.table, owner_id, deleted=True) if isinstance(owner_id, int) else None
        if owner is None:
            return self._nothing(many=False)
        shape = target or self._account.table_shape(relation.table)
        written = self._account.forms.record(shape, owner, view="list")
        return [written] if self._account.switches.single_relations == "list" else written

    def _nothing(self, *, many: bool) -> Any:
        if many or self._account.switches.empty_relations == "list":
            return []
        return None if self._account.switches.empty_relations == "null" else msgspec.UNSET

    def _row(self, shape: Shape | None, collection: Collection, row: Values) -> msgspec.Raw:
        store = self._account.store
        with_client = collection.table in _WITH_CLIENT and self._account.switches.list_clients
        client_version = store.version("client", row.get("client_id") or 0) if with_client else 0
        key = (shape.name if shape else collection.table, row["id"])
        version = store.version(collection.table, row["id"])
        kept = self._rendered.get(key)
        if kept is not None and kept[0] == version and kept[1] == client_version:
            return kept[2]
        written = self._account.forms.record(shape, row, view="list")
        client = self._related(shape, relations("invoice", row)[0], row) if with_client else msgspec.UNSET
        if client is not msgspec.UNSET:
            written["Client"] = client
        raw = msgspec.Raw(encode(written))
        self._rendered[key] = version, client_version, raw
        return raw

    def _collection(self, segment: str, incoming: Incoming) -> Collection:
        collection = v1_collection(segment)
        asked = incoming.parameter("type")
        if segment == "invoices" and asked is not None and asked.isdecimal():
            return Collection(collection.table, {"type": int(asked)})
        return collection

    def _selected(self, segment: str, collection: Collection, incoming: Incoming) -> list[Values]:
        rows = self._account.in_order(collection)
        if incoming.branch_id is not None:
            rows = list(in_branch(rows, incoming.branch_id))
        hides_credit = self._account.switches.hide_client_credit and incoming.parameter("include_client_credit") != "1"
        if segment == "invoice_payments" and hides_credit:
            rows = [row for row in rows if row.get("payment_method") != "client_credit"]
        if len(incoming.query) == 0:
            return rows
        return in_sort_order(incoming, select(self._account, incoming, rows))

    def _paging(self, incoming: Incoming) -> tuple[int, int]:
        limit = _positive(incoming.parameter("limit"), _DEFAULT_LIMIT)
        cap = self._account.switches.limit_cap
        return min(limit, cap) if cap else limit, _positive(incoming.parameter("page"), 1)


def model_key(incoming: Incoming, segment: str) -> str:
    """The wrapper that the path's records carry."""
    known = incoming.call.model_key if incoming.call else None
    return known or "".join(word.capitalize() for word in v1_collection(segment).table.split("_"))


def _pagination(segment: str, page: int, limit: int, total: int) -> Values:
    page_count = max(1, -(-total // limit))
    return {
        "prev": f"/api2/{segment}/?page={page - 1}" if page > 1 else None,
        "next": f"/api2/{segment}/?page={page + 1}" if page < page_count else None,
        "page": page,
        "page_count": page_count,
        "total_results": total,
    }


def _positive(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdecimal() and int(text) > 0 else default
