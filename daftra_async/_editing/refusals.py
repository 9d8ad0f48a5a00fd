"""What the server is known to refuse when a record is edited, and which of it the record itself shows.

One table per resource. ``edit`` refuses by it before anything is written, but only what is certain: a reason without
``shown`` cannot be told from a record (nothing documented names the state of an e-invoice, of a period or of a shift),
so there the server decides, and its bare "no" is explained by the table.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from .._wire.wrapper import carries_nothing

_STANDARD = 0
_ACCEPTED = 3
_OWN_RESOURCES: Mapping[int, str] = {
    3: "estimates",
    5: "credit_notes",
    6: "refund_receipts",
    8: "bookings",
    19: "advance_payments",
}
"""The resources of the document types, by the number that ``type`` holds."""

_INSTALLMENTS = ("InvoiceInstallmentAgreement", "invoice_installment_agreement", "invoice_installment_agreements")


@attrs.frozen(kw_only=True)
class Refusal:
    """One reason for which the server does not edit a record.

    ``reason`` completes "the server does not edit invoices …". ``shown`` tells from a record, and from the branch that
    the client's calls are routed to, why this one is concerned and what to do; it gives ``None`` where that is not
    certain. ``source`` says where the rule was learnt.
    """

    reason: str
    source: str
    shown: Callable[[Any, int | None], str | None] | None = None


def _other_type(invoice: Any, branch_id: int | None) -> str | None:
    if invoice.type is None or invoice.type == _STANDARD or not invoice.type.known:
        return None
    resource = _OWN_RESOURCES.get(int(invoice.type))
    return f"it is no standard invoice but a document of type {int(invoice.type)}, {invoice.type.label}" + (
        f": edit it by daftra.{resource}" if resource else ", which this resource does not serve"
    )


def _other_branch(invoice: Any, branch_id: int | None) -> str | None:
    if branch_id is None or not invoice.branch_id or invoice.branch_id == branch_id:
        return None
    return (
        f"it belongs to branch {invoice.branch_id} and this client calls branch {branch_id}: "
        f"edit it by daftra.with_options(branch_id={invoice.branch_id})"
    )


def _received(invoice: Any, branch_id: int | None) -> str | None:
    if invoice.requisition_delivery_status != _ACCEPTED:
        return None
    return "its requisition was accepted, so the goods are booked: undo the requisition first, or issue a credit note"


def _in_installments(invoice: Any, branch_id: int | None) -> str | None:
    raw = invoice.raw
    if all(carries_nothing(raw.get(name)) for name in _INSTALLMENTS):
        return None
    return "it is paid in installments: cancel its installment agreement first"


_PROSE = "BEHAVIOUR.md, section 6 (the documentation's page of the invoice's edit, 15115239)"

REFUSALS: Mapping[str, tuple[Refusal, ...]] = {
    "invoices": (
        Refusal(
            reason="of another document type",
            shown=_other_type,
            source="BEHAVIOUR.md, section 6; the types are those of page 15115238",
        ),
        Refusal(reason="of another branch", shown=_other_branch, source=_PROSE),
        Refusal(
            reason="whose e-invoice was submitted or accepted",
            source=f"{_PROSE}; seen on the wire. No page shows the state: the list only filters by einvoice_status",
        ),
        Refusal(reason="with related credit charges", source=_PROSE),
        Refusal(
            reason="with installments",
            shown=_in_installments,
            source=f"{_PROSE}; the v2 invoice shows them as invoice_installment_agreements (page 32868805)",
        ),
        Refusal(reason="with renewals", source=_PROSE),
        Refusal(reason="in a closed period", source=_PROSE),
        Refusal(
            reason="of a POS shift that is closed",
            source=f"{_PROSE}. pos_shift_id names the shift, not whether it is closed",
        ),
        Refusal(
            reason="whose requisition was received",
            shown=_received,
            source=f"{_PROSE}; requisition_delivery_status 3 is Accepted (page 15115238)",
        ),
    ),
}
"""By the resource's name."""


def refusal_shown(resource: str, record: Any, branch_id: int | None) -> str | None:
    """Why the server will certainly not edit this record, and what to do; ``None`` where the record shows nothing."""
    shown = (row.shown(record, branch_id) for row in REFUSALS.get(resource, ()) if row.shown is not None)
    return next((why for why in shown if why is not None), None)


def known_reasons(resource: str) -> str:
    """One line for a refusal that names no field; empty for a resource of which nothing is known."""
    reasons = [row.reason for row in REFUSALS.get(resource, ())]
    if not reasons:
        return ""
    told = f"{', '.join(reasons[:-1])} or {reasons[-1]}"
    return f"The server does not edit {resource} {told}: see in Daftra which of these it is."
