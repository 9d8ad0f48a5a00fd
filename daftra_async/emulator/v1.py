"""The v1 API: which rule answers which documented call."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from .account import Account, first_segment
from .answers import Incoming, Reply, v1_done, v1_failed
from .bulk import add_bulk
from .router import Router
from .schema import DocumentedCall
from .store import Values
from .tables import BOOKING, v1_collection
from .unknown_names import hint, unknown_parameters
from .v1_actions import Special, V1Actions, invoice_of
from .v1_read import V1Reads
from .v1_write import V1Writes
from .wireforms import encode


class V1Api:
    """The v1 calls of one account."""

    def __init__(self, account: Account) -> None:
        self._account = account
        self._router = Router(account.schema)
        self._parameters = frozenset(name for call in account.schema.calls for name in call.parameters)
        self.reads = V1Reads(account)
        self.writes = V1Writes(account, self.reads)
        self._special: Mapping[tuple[str, str], Special] = {
            ("GET", "/api2/site_info"): self._site_info,
            ("GET", "/api2/listing/{model}"): self._listing,
            ("POST", "/api2/invoices/add_bulk"): self._bulk_of("invoices"),
            ("POST", "/api2/invoices/add_bulk_refund_receipts"): self._bulk_of("refund_receipts"),
            ("POST", "/api2/clients/add_bulk"): self._bulk_of("clients"),
            ("POST", "/api2/notes/{type}/{id}"): self._add_note,
            ("POST", "/api2/bookings/add"): self._add_booking,
            ("GET", "/api2/bookings/change_status/{id}/{status}"): self._change_booking,
            ("GET", "/api2/bookings/convert_to_invoice/{id}"): self._convert_booking,
            **V1Actions(account, self.reads, self.writes).handlers,
        }

    async def answer(self, incoming: Incoming) -> Reply:
        """Find the documented call and apply its rule; 404 "Invalid Endpoint" for anything else."""
        route = self._router.find(incoming.method, incoming.path)
        if route is None:
            return v1_failed(404, self._account.words["invalid_endpoint"])
        refusal = self._unknown_parameters(incoming, route.call)
        if refusal is not None:
            return refusal
        arguments = _canonical(route.arguments)
        request = attrs.evolve(incoming, call=route.call, arguments=arguments)
        special = self._special.get((incoming.method, _canonical_template(route.template)))
        if special is not None:
            return await special(request)
        if incoming.method == "GET":
            single = "id" in arguments and (arguments["id"].isdecimal() or "{id}" in route.template)
            return self.reads.get(request) if single else self.reads.page(request)
        if incoming.method == "POST" and route.call.kind != "update":
            return self.writes.create(request)
        return self.writes.update(request) if incoming.method in {"PUT", "POST"} else self.writes.delete(request)

    def _unknown_parameters(self, incoming: Incoming, call: DocumentedCall) -> Reply | None:
        if not self._account.switches.refuse_unknown_parameters:
            return None
        shape = self._account.shape(first_segment(call.path))
        # Whoever looks for a record may ask for what another list documents, or for a column: no typing mistake.
        known = self._parameters | (shape.fields.keys() if shape else frozenset())
        found = unknown_parameters(incoming.query, known)
        if not found:
            return None
        word = self._account.words["unknown_parameter"]
        reasons = {name: [word + hint(name, call.parameters)] for name in found}
        return v1_failed(400, word, validation_errors=reasons)

    async def _site_info(self, incoming: Incoming) -> Reply:
        rows = list(self._account.store.rows("site"))
        site: Values = {key: value for key, value in rows[0].items() if key != "deleted_at"} if rows else {}
        formats = {
            "id": str(site.get("id", 1)),
            "date_format": self._account.switches.moment_format,
            "moment_format": self._account.switches.moment_format,
            "numberFormat": [2, ".", ","],
        }
        body = {"code": 200, "result": "successful", "data": {"Site": {**site, **formats}}}
        return Reply(status=200, body=encode(body))

    async def _listing(self, incoming: Incoming) -> Reply:
        model = incoming.arguments["model"]
        table = v1_collection(model.lower()).table
        rows = list(self._account.store.rows(table))
        if not rows:
            return v1_failed(404, self._account.words["invalid_endpoint"])
        listing = {str(row["id"]): {"item_id": row["id"], "title": _title(row)} for row in rows}
        return Reply(status=200, body={"code": 200, "result": "successful", "data": {"Listing": listing}})

    def _bulk_of(self, segment: str) -> Special:
        async def answer(incoming: Incoming) -> Reply:
            one = self._router.find("POST", f"/api2/{segment}")
            single = attrs.evolve(incoming, path=f"/api2/{segment}", call=one.call if one else None)
            return await add_bulk(self._account, self.writes, incoming, single)

        return answer

    async def _add_note(self, incoming: Incoming) -> Reply:
        return self.writes.add_note(incoming)

    async def _add_booking(self, incoming: Incoming) -> Reply:
        return self.writes.create(attrs.evolve(incoming, path="/api2/bookings"))

    async def _change_booking(self, incoming: Incoming) -> Reply:
        row = self._booking(incoming)
        if row is None:
            return v1_failed(404, self._account.words["not_found"])
        self._account.store.update("invoice", row["id"], {"booking_status": incoming.arguments["status"]})
        return v1_done(effect="updated")

    async def _convert_booking(self, incoming: Incoming) -> Reply:
        row = self._booking(incoming)
        if row is None:
            return v1_failed(404, self._account.words["not_found"])
        new_id = invoice_of(self._account, row, source=BOOKING)
        return Reply(
            status=200, body={"code": 200, "result": "successful", "id": new_id}, effect="created", ids=(new_id,)
        )

    def _booking(self, incoming: Incoming) -> Values | None:
        return self.reads.find("bookings", incoming.arguments.get("id"), incoming.branch_id)


def _canonical(arguments: Mapping[str, str]) -> dict[str, str]:
    return {_canonical_name(name): value for name, value in arguments.items()}


def _canonical_name(name: str) -> str:
    if name in {"type", "model"}:
        return name
    return "status" if name.endswith("status") else "id"


def _canonical_template(template: str) -> str:
    parts = (f"{{{_canonical_name(part[1:-1])}}}" if part.startswith("{") else part for part in template.split("/"))
    return "/".join(parts)


def _title(row: Values) -> str:
    return str(row.get("name") or row.get("business_name") or row.get("no") or row.get("title") or row["id"])
