from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date
from .invoice_item_draft import InvoiceItemDict, InvoiceItemDraft


@attrs.define(kw_only=True)
class SalesOrderConversionDraft(Draft):
    """What can be written of sales order conversions."""

    _wire_section: ClassVar[str | None] = "Invoice"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "items": ("InvoiceItem", ""),
    }

    date: Date | str | None | UnsetType = UNSET
    """The date of the document."""
    store_id: int | None | UnsetType = UNSET
    """The warehouse that stock moves in or out of."""
    draft: bool | None | UnsetType = UNSET
    """A draft is not issued and not booked."""
    items: list[InvoiceItemDraft] | None | UnsetType = UNSET


class SalesOrderConversionDict(TypedDict, total=False):
    """``SalesOrderConversionDraft`` as a plain dict, by its attributes; they are described there."""

    date: Date | str | None
    store_id: int | None
    draft: bool | None
    items: Sequence[InvoiceItemDraft | InvoiceItemDict] | None


class SalesOrderConversionBody(SalesOrderConversionDict, total=False):
    """``SalesOrderConversionDraft`` as a plain dict, in the documented shape as well."""

    Invoice: SalesOrderConversionBody
    InvoiceItem: Sequence[InvoiceItemDraft | InvoiceItemDict] | None
