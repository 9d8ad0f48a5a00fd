"""What v1's list parameters select: exact, partial and ranged ones; a name the server does not know selects nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from .account import Account
from .answers import Incoming
from .store import Values
from .unknown_names import SHAPING

Test = Callable[[Values], bool]

_PARTIAL = frozenset({"name", "business_name"})
_KEYWORD_COLUMNS = ("no", "name", "business_name", "first_name", "last_name", "email", "client_business_name", "notes")


def select(account: Account, incoming: Incoming, rows: Iterable[Values]) -> list[Values]:
    """The rows that pass every parameter the call documents; all others are ignored without a word."""
    known = incoming.call.parameters if incoming.call else frozenset()
    tests = [
        _test(account, incoming, name.removesuffix("[]"), value)
        for name, value in incoming.query
        if name.removesuffix("[]") in known and name not in SHAPING and value != ""
    ]
    return [row for row in rows if all(test(row) for test in tests)]


def in_sort_order(incoming: Incoming, rows: list[Values]) -> list[Values]:
    """The rows by ``sort`` and ``direction``; unsorted if the column is unknown."""
    column = incoming.parameter("sort")
    if not column or not any(column in row for row in rows):
        return rows
    return sorted(rows, key=lambda row: sort_key(row.get(column)), reverse=incoming.parameter("direction") == "desc")


def _test(account: Account, incoming: Incoming, name: str, value: str) -> Test:
    if name.endswith(("_from", "_to")):
        return _range_test(name, value)
    special = _SPECIAL.get(name)
    if special is not None:
        return special(account, incoming, value)
    if name in _PARTIAL or (name == "no" and account.switches.partial_number_match):
        return lambda row: _contains(row.get(name), value)
    return lambda row: _equals(row.get(name), value)


def _keyword_test(account: Account, incoming: Incoming, value: str) -> Test:
    return lambda row: any(_contains(row.get(column), value) for column in _KEYWORD_COLUMNS)


def _item_test(account: Account, incoming: Incoming, value: str) -> Test:
    find = account.store.find
    return lambda row: any(_contains(line.get("item"), value) for line in find("invoice_item", "invoice_id", row["id"]))


def _custom_field_test(account: Account, incoming: Incoming, value: str) -> Test:
    label = incoming.parameter("custom_field_label")
    return lambda row: _custom_field_matches(row.get("InvoiceCustomField"), label, value)


def _client_type_test(account: Account, incoming: Incoming, value: str) -> Test:
    return lambda row: _equals((account.store.get("client", row.get("client_id") or 0) or {}).get("type"), value)


_SPECIAL: Mapping[str, Callable[[Account, Incoming, str], Test]] = {
    "keywords": _keyword_test,
    "item": _item_test,
    "custom_field": _custom_field_test,
    "client_type": _client_type_test,
}


def _range_test(name: str, value: str) -> Test:
    lower = name.endswith("_from")
    column = name.removesuffix("_from").removesuffix("_to")
    try:
        amount: Decimal | None = Decimal(value)
    except InvalidOperation:
        amount = None

    def test(row: Values) -> bool:
        actual = _due_date(row) if column == "due_date" else row.get(column)
        if actual is None:
            return False
        if amount is not None:
            return _decimal(actual) >= amount if lower else _decimal(actual) <= amount
        text = str(actual)[: len(value)]
        return text >= value if lower else text <= value

    return test


def _due_date(row: Values) -> str | None:
    try:
        issued = date.fromisoformat(str(row.get("date"))[:10])
        return (issued + timedelta(days=int(row.get("due_after") or 0))).isoformat()
    except (ValueError, TypeError, OverflowError):
        return None


def _custom_field_matches(fields: Any, label: str | None, value: str) -> bool:
    if isinstance(fields, dict):
        pairs = fields.items()
        return any(
            _equals(held, value) for name, held in pairs if label in (None, name) and not isinstance(held, dict)
        ) or (_custom_field_matches(list(fields.values()), label, value))
    if isinstance(fields, list):
        entries = [entry for entry in fields if isinstance(entry, dict)]
        return any(_equals(entry.get("value"), value) for entry in entries if label in (None, entry.get("label")))
    return False


def _contains(held: Any, part: str) -> bool:
    return held is not None and part.casefold() in str(held).casefold()


def _equals(held: Any, value: str) -> bool:
    if held is None:
        return value == "0"
    if isinstance(held, (int, Decimal)):
        try:
            return Decimal(value) == held
        except InvalidOperation:
            return False
    return str(held).casefold() == value.casefold()


def _decimal(value: Any) -> Decimal:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return Decimal(0)


def sort_key(value: Any) -> tuple[int, Any]:
    """Orders empty before numbers before texts, so that mixed columns can be sorted."""
    if value is None:
        return 0, 0
    return (1, value) if isinstance(value, (int, Decimal)) else (2, str(value))
