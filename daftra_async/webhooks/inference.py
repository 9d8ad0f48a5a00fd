"""What a bare record says of itself: its kind by its fields, what happened to it by its times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import attrs

Action = Literal["created", "updated", "deleted"]

TELLTALES: Mapping[str, frozenset[str]] = {
    "invoice": frozenset(
        {"invoice_layout_id", "summary_total", "summary_unpaid", "payment_status", "invoice_item", "due_after"}
    ),
    "client": frozenset({"client_number", "group_price_id", "credit_limit", "credit_period", "starting_balance"}),
    "supplier": frozenset({"supplier_number"}),
    "product": frozenset({"product_code", "buy_price", "track_stock", "stock_balance", "low_stock_thershold"}),
    "tax": frozenset({"included"}),
}
"""Fields that one kind of record has and the others that are delivered do not.

Nobody has shown what is delivered for item groups, account resets and app status changes: those must be stated.
"""

REFUND_RECEIPT = 6
"""The ``type`` of an invoice record that is a refund receipt."""


@attrs.frozen(kw_only=True)
class Guess:
    """What a record suggests.

    ``sure``: it has at least two telltale fields of its kind, or the only one there is, and none of another kind.
    """

    entity: str | None = None
    sure: bool = False
    action: Action | None = None
    action_sure: bool = False
    because: Sequence[str] = ()


def infer(record: Mapping[str, Any]) -> Guess:
    """The most that can be said of a record."""
    found = {entity: sorted(fields & record.keys()) for entity, fields in TELLTALES.items()}
    ranked = sorted(((len(names), entity) for entity, names in found.items() if names), reverse=True)
    if not ranked:
        return Guess()
    (count, entity), rest = ranked[0], ranked[1:]
    if rest and rest[0][0] == count:
        return Guess(because=tuple(found[entity] + found[rest[0][1]]))
    action, action_sure = _action(record)
    sure = not rest and (count >= 2 or len(TELLTALES[entity]) == 1)
    if entity == "invoice":
        entity, sure = _document(record, sure=sure)
    return Guess(
        entity=entity,
        sure=sure,
        action=action,
        action_sure=action_sure,
        because=tuple(found.get(entity) or found["invoice"]),
    )


def _document(record: Mapping[str, Any], *, sure: bool) -> tuple[str, bool]:
    """Refund receipts, estimates and others are stored as invoices of another type."""
    kind = record.get("type")
    text = str(kind) if isinstance(kind, int | str) and not isinstance(kind, bool) else kind
    if text == str(REFUND_RECEIPT):
        return "refund_receipt", sure
    return "invoice", sure and text in (None, "", "0")


def _action(record: Mapping[str, Any]) -> tuple[Action | None, bool]:
    """What the times say; the second value is whether they leave no doubt.

    A record just created has ``modified`` equal to ``created``; so has one that was changed within the same second.
    """
    deleted, created, modified = (str(record.get(name) or "") for name in ("deleted_at", "created", "modified"))
    if deleted and not deleted.startswith("0000"):
        return "deleted", True
    if not created or not modified:
        return None, False
    return ("created", True) if created == modified else ("updated", modified > created)
