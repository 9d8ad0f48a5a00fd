"""What the server knows: the records of one account, and the rules by which it takes new ones."""

from __future__ import annotations

import random
import time
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

from attrs import define, frozen

from tests.independent.drafts import UNKNOWN_CLIENT, make_drafts, tag_of
from tests.independent.rules import Rules
from tests.independent.truth import TruthLog

MODELS = {
    "invoices": "Invoice",
    "expenses": "Expense",
    "clients": "Client",
    "invoice_payments": "InvoicePayment",
}


@define
class Stored:
    """A record as it was submitted; lists show it from ``shown_from`` on (clock of ``time.monotonic``)."""

    id: int
    number: str
    fields: dict[str, Any]
    lines: list[dict[str, Any]]
    custom: Any
    created: datetime
    shown_from: float


@frozen
class Refusal:
    """Why an element was not taken, by field."""

    reasons: dict[str, list[str]]


class Account:
    """The records by kind. Some are older than any run, a few of them equal to drafts in all but their age."""

    def __init__(self, rules: Rules, log: TruthLog) -> None:
        self._rules = rules
        self._log = log
        self._random = random.Random(rules.seed)
        self.records: dict[str, dict[int, Stored]] = {kind: {} for kind in MODELS}
        self._last_id = dict.fromkeys(MODELS, 0)
        for kind in MODELS:
            self._fill(kind)

    def now(self) -> datetime:
        """The account's clock, without a zone."""
        return (datetime.now(UTC) + timedelta(hours=self._rules.zone)).replace(tzinfo=None, microsecond=0)

    def create(self, kind: str, element: Any, *, by: str = "client") -> Stored | Refusal:
        """Take one element, or say why not. Another user of the account may be quicker and take the id before it."""
        model = element.get(MODELS[kind]) if isinstance(element, dict) else None
        if not isinstance(model, dict) or not model:
            return Refusal({MODELS[kind]: [f"{MODELS[kind]} is empty"]})
        if kind == "invoices" and str(model.get("client_id", UNKNOWN_CLIENT)) == str(UNKNOWN_CLIENT):
            return Refusal({"client_id": ["no such client"]})
        if by == "client" and self._random.random() < 0.02:
            self.add_stranger(kind)
        return self._store(kind, element, self.now(), by=by)

    def add_stranger(self, kind: str) -> Stored:
        """What somebody else enters meanwhile."""
        return self._store(kind, self._ordinary(kind, self._random.randrange(10**6)), self.now(), by="stranger")

    def delete(self, kind: str, record_id: int) -> None:
        del self.records[kind][record_id]
        self._log.write("deleted", kind=kind, id=record_id)

    def shown(self, kind: str) -> list[Stored]:
        """The records that lists show by now, oldest first."""
        moment = time.monotonic()
        return [stored for stored in self.records[kind].values() if stored.shown_from <= moment]

    def _fill(self, kind: str) -> None:
        past = self.now() - timedelta(days=40)
        for number in range(self._rules.older):
            self._store(kind, self._ordinary(kind, number), past + timedelta(minutes=number), by="before")
        for draft in make_drafts(kind, self._rules.traps):
            if draft.valid:
                self._store(kind, draft.body, past + timedelta(days=2), by="before")

    def _ordinary(self, kind: str, number: int) -> dict[str, Any]:
        body = make_drafts(kind, 1)[0].body
        if kind != "invoices":
            return {model: {**fields, **_untagged(fields, number)} for model, fields in body.items()}
        invoice = {"client_id": 1 + number % 20, "date": "2026-10-05", "notes": f"old {number}"}
        if number % 3:
            invoice["po_number"] = f"ORD-{number}X"
        return {"Invoice": invoice, "InvoiceItem": [{"item": "Ink", "unit_price": "9.50", "quantity": 2}]}

    def _store(self, kind: str, element: dict[str, Any], created: datetime, *, by: str) -> Stored:
        self._last_id[kind] += 1 if by == "before" else self._random.choice((1, 1, 1, 2))
        record_id = self._last_id[kind]
        fields = dict(element[MODELS[kind]])
        lag = 0.0 if by == "before" else self._rules.lag
        stored = Stored(
            id=record_id,
            number=str(fields.get("no") or f"{record_id:06d}"),
            fields=fields,
            lines=[dict(line) for line in element.get("InvoiceItem") or []],
            custom=element.get("InvoiceCustomField"),
            created=created,
            shown_from=time.monotonic() + lag,
        )
        self.records[kind][record_id] = stored
        self._log.write("created", kind=kind, id=record_id, tag=tag_of(element), by=by)
        return stored


def _untagged(fields: dict[str, Any], number: int) -> dict[str, Any]:
    """The same fields with the tag gone."""
    return {name: f"other {number}" for name, value in fields.items() if tag_of(value)}


def total(stored: Stored) -> Decimal:
    """What the lines come to."""
    return sum(
        (Decimal(str(line.get("unit_price") or 0)) * Decimal(str(line.get("quantity") or 1)) for line in stored.lines),
        Decimal(0),
    )
