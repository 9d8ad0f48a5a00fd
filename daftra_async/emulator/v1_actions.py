"""What v1 does beside reading and writing one record: conversions, switches and look-ups."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import attrs

from .account import Account
from .answers import Effect, Incoming, Reply, v1_done, v1_failed
from .documents import settle
from .store import Values
from .tables import INVOICE, SALES_ORDER
from .v1_read import V1Reads
from .v1_write import V1Writes
from .wireforms import encode

Special = Callable[[Incoming], Awaitable[Reply]]
_POSTED = frozenset({3, 5})
"""Requisitions that have moved stock: accepted and modified ones."""


class V1Actions:
    """The special calls of one account; ``handlers`` maps (method, path) to what answers."""

    def __init__(self, account: Account, reads: V1Reads, writes: V1Writes) -> None:
        self._account = account
        self._reads = reads
        self._writes = writes
        self.handlers: Mapping[tuple[str, str], Special] = {
            ("POST", "/api2/clients/assign_staff/{id}"): self._assign_staff,
            ("GET", "/api2/clients/client_attendance_barcode"): self._client_by_barcode,
            ("GET", "/api2/clients/client_has_membership"): self._membership,
            ("GET", "/api2/clients/loyalty-points/{id}"): self._loyalty_points,
            ("POST", "/api2/categories/update_category_items/{type}"): self._categories_changed,
            ("POST", "/api2/categories/update_display_order/{type}"): self._categories_changed,
            ("GET", "/api2/products/brands"): self._brands,
            ("GET", "/api2/pos_shifts"): self._open_shift,
            ("GET", "/api2/purchase_orders"): self._purchase_orders_page,
            ("POST", "/api2/invoices/add_shipping/{id}"): self._set_on_invoice,
            ("POST", "/api2/invoices/assign_work_order/{id}"): self._set_on_invoice,
            ("GET", "/api2/invoices/update_draft/{id}/{status}"): self._update_draft,
            ("GET", "/api2/invoices/subscription"): self._subscription,
            ("GET", "/api2/invoices/view_subscription/{id}"): self._subscription,
            ("POST", "/api2/invoices/add_subscription"): self._subscription,
            ("PUT", "/api2/invoices/edit_subscription/{id}"): self._subscription,
            ("DELETE", "/api2/invoices/delete_subscription/{id}"): self._subscription,
            ("GET", "/api2/requisitions/trigger_update/{id}"): self._post_again,
            ("POST", "/api2/sales_orders/convert_to_invoice/{id}"): self._convert_order,
            ("GET", "/api2/staff/send_login_details/{id}"): self._send_login_details,
        }

    async def _assign_staff(self, incoming: Incoming) -> Reply:
        section = incoming.data.get("ItemStaff") if isinstance(incoming.data, Mapping) else None
        staff = section.get("staff_id") if isinstance(section, Mapping) else None
        if staff is None:
            return v1_failed(400, self._account.words["bad_request"])
        return self._changed("clients", incoming, {"assigned_staff": staff}, body={"status": True})

    async def _client_by_barcode(self, incoming: Incoming) -> Reply:
        client = self._client_with(incoming.parameter("q"))
        if client is None:
            return _plain({"message": self._account.words["not_found"]})
        shape = self._account.shape("clients")
        return _plain({"client": self._reads.detail(shape, "client", client, view="detail")})

    async def _membership(self, incoming: Incoming) -> Reply:
        client = self._client_with(incoming.parameter("q"))
        found = {"message": self._account.words["not_found"] if client is None else "no membership"}
        return _plain(found)

    async def _loyalty_points(self, incoming: Incoming) -> Reply:
        if self._reads.find("clients", incoming.arguments["id"]) is None:
            return v1_failed(404, self._account.words["not_found"])
        return _plain({"points": 0, "factor": None, "creditType": {}, "checkSiteLimitLoyaltyPts": True})

    async def _categories_changed(self, incoming: Incoming) -> Reply:
        content: Mapping[Any, Any] = incoming.data if isinstance(incoming.data, Mapping) else {}
        values = [one for value in content.values() for one in (value if isinstance(value, list) else [value])]
        if not all(str(one).isdecimal() for one in [*content, *values]):
            return v1_failed(400, self._account.words["not_a_number"])
        return v1_done(effect="updated" if content else "nothing")

    async def _brands(self, incoming: Incoming) -> Reply:
        part = (incoming.parameter("brand") or "").lower()
        named = {str(row["brand"]) for row in self._account.store.rows("product") if row.get("brand")}
        return _plain({"brands": sorted(name for name in named if part in name.lower())})

    async def _open_shift(self, incoming: Incoming) -> Reply:
        shift = {"shift_id": 1, "store_id": 1, "branch_id": incoming.branch_id or 1, "staff_id": 0, "lang": "en"}
        return _plain({"code": 200, "result": "successful", "data": {"Shift": shift}})

    async def _purchase_orders_page(self, incoming: Incoming) -> Reply:
        location = f"{incoming.origin}/v2/owner/entity/purchase_order-13/list"
        return Reply(status=302, body=b"", content_type="text/html", headers={"location": location})

    async def _set_on_invoice(self, incoming: Incoming) -> Reply:
        section = incoming.data.get("Invoice") if isinstance(incoming.data, Mapping) else None
        if not isinstance(section, Mapping):
            return v1_failed(403, self._account.words["bad_request"])
        kept = {name: value for name, value in section.items() if value or name == "work_order_id"}
        return self._changed("invoices", incoming, kept)

    async def _update_draft(self, incoming: Incoming) -> Reply:
        return self._changed("invoices", incoming, {"draft": int(incoming.arguments["status"] == "1")})

    async def _subscription(self, incoming: Incoming) -> Reply:
        """A subscription is an invoice of a type of its own, at addresses among the invoices'."""
        number = incoming.arguments.get("id")
        request = attrs.evolve(incoming, path="/api2/subscriptions" + (f"/{number}" if number else ""))
        if incoming.method == "GET":
            return self._reads.get(request) if number else self._reads.page(request)
        rules = {"POST": self._writes.create, "PUT": self._writes.update, "DELETE": self._writes.delete}
        return rules[incoming.method](request)

    async def _post_again(self, incoming: Incoming) -> Reply:
        row = self._reads.find("requisitions", incoming.arguments["id"])
        if row is None or row.get("status") not in _POSTED:
            return _plain({"status": False, "errors": [self._account.words["not_found"]]}, effect="refused")
        return _plain({"status": True}, effect="updated")

    async def _convert_order(self, incoming: Incoming) -> Reply:
        row = self._reads.find("sales_orders", incoming.arguments["id"], incoming.branch_id)
        if row is None or row.get("converted"):
            return v1_failed(404, self._account.words["not_found"])
        new_id = invoice_of(self._account, row, source=SALES_ORDER)
        body = {"code": 202, "result": "successful", "id": new_id}
        return Reply(status=202, body=body, effect="created", ids=(new_id,))

    async def _send_login_details(self, incoming: Incoming) -> Reply:
        return self._changed("staff", incoming, {})

    def _changed(self, segment: str, incoming: Incoming, values: Values, *, body: Values | None = None) -> Reply:
        row = self._reads.find(segment, incoming.arguments["id"], incoming.branch_id)
        if row is None:
            return v1_failed(404, self._account.words["not_found"])
        self._account.store.update(segment.removesuffix("s"), row["id"], values)
        return _plain(body, effect="updated") if body else v1_done(effect="updated")

    def _client_with(self, barcode: str | None) -> Values | None:
        rows = self._account.store.rows("client")
        return next((row for row in rows if barcode and barcode == row.get("client_number")), None)


def invoice_of(account: Account, row: Values, *, source: int) -> int:
    """Make an invoice of another document, its lines included, and mark that one as converted; the invoice's id."""
    store = account.store
    copied = {key: value for key, value in row.items() if key not in {"id", "created", "modified", "no"}}
    number = f"{store.next_id('invoice'):06d}"
    new_id = store.insert(
        "invoice", {**copied, "type": INVOICE, "no": number, "source_type": source, "source_id": row["id"]}
    )
    for line in store.find("invoice_item", "invoice_id", row["id"]):
        store.insert("invoice_item", {**line, "invoice_id": new_id})
    store.update("invoice", row["id"], {"converted": 1})
    settle(store, "invoice", new_id)
    return new_id


def _plain(body: Values, *, effect: Effect = "read") -> Reply:
    return Reply(status=200, body=encode(body), effect=effect)
