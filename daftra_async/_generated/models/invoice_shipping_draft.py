from __future__ import annotations

from decimal import Decimal
from typing import ClassVar, TypedDict

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


class InvoiceShippingDict(TypedDict, total=False):
    """``InvoiceShippingDraft`` as a plain dict, by its attributes; they are described there."""

    shipping_option_id: int | None
    shipping_amount: Decimal | int | str | None
    shipping_tax_id: int | None
    shipping_number: str | None


class InvoiceShippingBody(InvoiceShippingDict, total=False):
    """``InvoiceShippingDraft`` as a plain dict, in the documented shape as well."""

    Invoice: InvoiceShippingBody
