from __future__ import annotations

from typing import Any, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class PaymentGatewayDraft(Draft):
    """What can be written of payment gateways."""

    payment_gateway: str | None | UnsetType = UNSET
    label: str | None | UnsetType = UNSET
    username: str | None | UnsetType = UNSET
    option1: str | None | UnsetType = UNSET
    option2: str | None | UnsetType = UNSET
    option3: str | None | UnsetType = UNSET
    default: bool | None | UnsetType = UNSET
    active: bool | None | UnsetType = UNSET
    """Whether it can be used."""
    manually_added: bool | None | UnsetType = UNSET
    disable_for_client: bool | None | UnsetType = UNSET
    settings: Any = UNSET
    treasury_id: int | None | UnsetType = UNSET
    """The treasury or bank account the money goes to."""
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""


class PaymentGatewayDict(TypedDict, total=False):
    """``PaymentGatewayDraft`` as a plain dict, by its attributes; they are described there."""

    payment_gateway: str | None
    label: str | None
    username: str | None
    option1: str | None
    option2: str | None
    option3: str | None
    default: bool | None
    active: bool | None
    manually_added: bool | None
    disable_for_client: bool | None
    settings: Any
    treasury_id: int | None
    branch_id: int | None
