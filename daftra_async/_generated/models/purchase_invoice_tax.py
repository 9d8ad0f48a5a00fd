from __future__ import annotations

from decimal import Decimal

import attrs

from ...wire.record import NO_ID, DateTime, Record


@attrs.frozen(kw_only=True, repr=False)
class PurchaseInvoiceTax(Record):
    """One of the account's purchase invoice taxes."""

    id: int = NO_ID
    tax_id: int | None = None
    name: str | None = None
    value: Decimal | None = None
    description: str | None = None
    included: bool | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
