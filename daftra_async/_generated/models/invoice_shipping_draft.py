from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class InvoiceShippingDraft(Draft):
    """What can be written of invoice shippings."""

    _wire_section: ClassVar[str | None] = "Invoice"

    shipping_option_id: int | None | UnsetType = UNSET
    shipping_amount: Decimal | int | str | None | UnsetType = UNSET
    """What shipping costs."""
    shipping_tax_id: int | None | UnsetType = UNSET
    shipping_number: str | None | UnsetType = UNSET
