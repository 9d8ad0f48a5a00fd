from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft
from ..._wire.record import Date
from .enums import SubscriptionUnit
from .invoice_item_draft import InvoiceItemDict, InvoiceItemDraft


@attrs.define(kw_only=True)
class SubscriptionDraft(Draft):
    """What can be written of subscriptions."""

    _wire_section: ClassVar[str | None] = "Invoice"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "items": ("InvoiceItem", ""),
    }

    name: str
    """Its name, as people know it."""
    subscription_period: int
    subscription_unit: SubscriptionUnit | str
    subscription_max_repeat: int | None | UnsetType = UNSET
    subscription_issue_before: int | None | UnsetType = UNSET
    active: bool | None | UnsetType = UNSET
    """Whether it can be used."""
    date: Date | str | None | UnsetType = UNSET
    """The date of the document."""
    client_id: int | None | UnsetType = UNSET
    """The client's id."""
    currency_code: str | None | UnsetType = UNSET
    """ISO 4217 code of the currency, such as USD."""
    items: list[InvoiceItemDraft] | None | UnsetType = UNSET


class SubscriptionDict(TypedDict, total=False):
    """``SubscriptionDraft`` as a plain dict, by its attributes; they are described there."""

    name: str
    subscription_period: int
    subscription_unit: SubscriptionUnit | str
    subscription_max_repeat: int | None
    subscription_issue_before: int | None
    active: bool | None
    date: Date | str | None
    client_id: int | None
    currency_code: str | None
    items: Sequence[InvoiceItemDraft | InvoiceItemDict] | None


class SubscriptionBody(SubscriptionDict, total=False):
    """``SubscriptionDraft`` as a plain dict, in the documented shape as well."""

    Invoice: SubscriptionBody
    InvoiceItem: Sequence[InvoiceItemDraft | InvoiceItemDict] | None
