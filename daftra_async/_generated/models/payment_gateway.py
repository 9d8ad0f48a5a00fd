from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..._wire.record import NO_ID, Record

if TYPE_CHECKING:
    from .payment_gateway_draft import PaymentGatewayDraft


class PaymentGateway(Record, frozen=True, kw_only=True):
    """One of the account's payment gateways."""

    id: int = NO_ID
    """The record's id, set by the server."""
    payment_gateway: str | None = None
    label: str | None = None
    username: str | None = None
    option1: str | None = None
    option2: str | None = None
    option3: str | None = None
    default: bool | None = None
    active: bool | None = None
    """Whether it can be used."""
    manually_added: bool | None = None
    disable_for_client: bool | None = None
    settings: Any = None
    treasury_id: int | None = None
    """The treasury or bank account the money goes to."""
    branch_id: int | None = None
    """The branch it belongs to."""

    def to_draft(self) -> PaymentGatewayDraft:
        """What the server would take to write this record again: its writable fields, dates in ISO form."""
        from .payment_gateway_draft import PaymentGatewayDraft

        return PaymentGatewayDraft.from_record(self)
