"""Whether a record says what a draft says: client, day, total and lines, as far as both tell them.

Two records of one content are how a duplicate shows, whatever keys they carry; and a record under a key that the caller
chose is this draft's only if it says the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import attrs

from .._wire.dates import to_date
from .._wire.encode import encode_scalar
from .._wire.numbers import Untypable, to_decimal

LINES = "InvoiceItem"
CENT = Decimal("0.01")
_DISPLAY_FORMS = ("DD/MM/YYYY", "MM/DD/YYYY")
"""The account's display form is not known here: a day may be read in either way."""


@attrs.frozen(kw_only=True)
class Content:
    """What is compared. ``days`` are all the days that the date can mean; empty where there is none to be read: a draft
    without a date says nothing of its day.

    A line is its text or product, its quantity and its price; ``lines`` is None where they are not shown.
    """

    client: str | None
    days: frozenset[date]
    total: Decimal | None
    lines: tuple[tuple[str, Decimal, Decimal], ...] | None = None

    def same(self, record: Content) -> bool | None:
        """Whether a record says this; None where it does not show enough to tell."""
        if None not in (self.client, record.client) and self.client != record.client:
            return False
        if self.days and record.days and self.days.isdisjoint(record.days):
            return False
        if self.total is not None and record.total is not None and abs(self.total - record.total) >= CENT:
            return False
        if self.lines is not None and record.lines is not None and self.lines != record.lines:
            return False
        known = self.client is not None and record.client is not None and (record.days or not self.days)
        told = (self.total is not None and record.total is not None) or record.lines is not None
        return True if known and told else None


def content_of_draft(wire: Mapping[str, Any], section: str, total: str | None) -> Content:
    """What a draft will say."""
    main = wire.get(section)
    main = main if isinstance(main, Mapping) else {}
    return Content(
        client=encode_scalar(main.get("client_id")) or None,
        days=date_of(main.get("date")),
        total=None if total is None else Decimal(total),
        lines=_lines(wire.get(LINES)),
    )


def content_of_record(record: Mapping[str, Any]) -> Content:
    """What a record says: a row of a list shows no lines."""
    return Content(
        client=encode_scalar(record.get("client_id")) or None,
        days=date_of(record.get("date")),
        total=amount(record.get("summary_total")),
        lines=_lines(record.get(LINES)) if record.get(LINES) else None,
    )


def date_of(value: object) -> frozenset[date]:
    """Every day that a date may mean; none for what is no date."""
    found: set[date] = set()
    for form in _DISPLAY_FORMS:
        try:
            day = to_date(value, form)
        except Untypable:
            continue
        if day is not None:
            found.add(day)
    return frozenset(found)


def amount(value: object) -> Decimal | None:
    """An amount as the server writes it; None for what is none."""
    try:
        return to_decimal(encode_scalar(value) if isinstance(value, (float, Decimal)) else value)
    except Untypable:
        return None


def _lines(lines: object) -> tuple[tuple[str, Decimal, Decimal], ...] | None:
    if not isinstance(lines, Sequence) or isinstance(lines, str):
        return None
    read = [_line(line) for line in lines]
    return tuple(line for line in read if line is not None) if None not in read else None


def _line(line: object) -> tuple[str, Decimal, Decimal] | None:
    if not isinstance(line, Mapping):
        return None
    what = encode_scalar(line.get("product_id") or line.get("item")).strip()
    quantity, price = amount(line.get("quantity", 1)), amount(line.get("unit_price"))
    if quantity is None or price is None or not what:
        return None
    return what, quantity, price
