"""What a bare record says of itself: its kind by its fields, what happened to it by its times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import attrs

Action = Literal["created", "updated", "deleted"]

_DOCUMENT = "document"
TELLTALES: Mapping[str, frozenset[str]] = {
    _DOCUMENT: frozenset(
        {
            "invoice_layout_id", "summary_total", "summary_unpaid", "payment_status", "invoice_item", "due_after",
            "purchase_order_item", "is_received", "received_date",
        }
    ),
    "client": frozenset({"client_number", "group_price_id", "credit_limit", "credit_period", "starting_balance"}),
    "supplier": frozenset({"supplier_number"}),
    "product": frozenset({"product_code", "buy_price", "track_stock", "stock_balance", "low_stock_thershold"}),
    "tax": frozenset({"included"}),
    "journal": frozenset({"total_debit", "total_credit", "currency_debit", "currency_credit", "journal_transaction"}),
}  # fmt: skip
"""Fields that one kind of record has and the others that are delivered do not.

Documents of sale and of purchase share most of theirs: `_document` tells them apart. Nobody has shown what is delivered
for item groups, account resets and app status changes: those must be stated.
"""

_BOUGHT = frozenset({"supplier_id", "supplier_business_name", "purchase_order_item", "is_received", "received_date"})
_PURCHASES: Mapping[int, str] = {0: "purchase_order", 6: "purchase_refund", 16: "purchase_debit_note"}


@attrs.frozen(kw_only=True)
class Guess:
    """What a record suggests.

    ``sure``: it has at least two telltale fields of its kind, or the only one there is, and none of another kind.
    ``document``: it is a document of sale or purchase whose ``type`` says which; ``entity`` is ``None`` for a type that
    nobody knows.
    """

    entity: str | None = None
    sure: bool = False
    document: bool = False
    action: Action | None = None
    action_sure: bool = False
    because: Sequence[str] = ()


def infer(record: Mapping[str, Any]) -> Guess:
    """The most that can be said of a record."""
    found = {kind: sorted(fields & record.keys()) for kind, fields in TELLTALES.items()}
    ranked = sorted(((len(names), kind) for kind, names in found.items() if names), reverse=True)
    if not ranked:
        return Guess()
    (count, kind), rest = ranked[0], ranked[1:]
    if rest and rest[0][0] == count:
        return Guess(because=tuple(found[kind] + found[rest[0][1]]))
    action, action_sure = _action(record)
    entity, typed = _document(record) if kind == _DOCUMENT else (kind, False)
    telling = count >= 2 or len(TELLTALES[kind]) == 1
    return Guess(
        entity=entity,
        sure=telling and not rest and entity is not None and (typed or kind != _DOCUMENT),
        document=typed,
        action=action,
        action_sure=action_sure,
        because=tuple(found[kind]),
    )


def _document(record: Mapping[str, Any]) -> tuple[str | None, bool]:
    """Which document: all those of sale lie in one table and differ by ``type``, and so do those of purchase.

    The second value is whether ``type`` says it. A type that nobody knows is not taken for an invoice.
    """
    bought = bool(_BOUGHT & record.keys()) and "client_id" not in record
    number = _whole(record.get("type"))
    if number is None:
        return ("purchase_order" if bought else "invoice"), False
    return (_PURCHASES.get(number) if bought else _sale(number)), True


def _sale(number: int) -> str | None:
    from ..models import InvoiceType

    kind = InvoiceType(number)
    return kind.name.lower() if kind.known else None


def is_document(entity: str) -> bool:
    """Whether records of this kind lie in a table that they share with other documents."""
    from ..models import InvoiceType

    return entity in _PURCHASES.values() or any(kind.name.lower() == entity for kind in InvoiceType)


def _whole(value: object) -> int | None:
    if isinstance(value, str) and value.isascii() and value.isdigit() and len(value) < 4:
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


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
