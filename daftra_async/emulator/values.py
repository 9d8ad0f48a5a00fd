"""How the server reads what a client writes: each field's text becomes a stored value, or a reason why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from .schema import FieldKind
from .switches import Switches

_ISO_DATE = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[ T]\d{2}:\d{2}(?::\d{2})?)?\Z", re.ASCII)
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d{1,3})?\Z", re.ASCII)
_TRUE, _FALSE = frozenset({"1", "true", "yes", "on"}), frozenset({"0", "false", "no", "off"})
_BEYOND_BOOKKEEPING = 10**15
EPOCH_DATE = "1970-01-01"


class NotReadableError(ValueError):
    """The value cannot be stored in this field; ``reason`` is the key of the server's words for it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def read(value: Any, kind: FieldKind, switches: Switches) -> Any:
    """The stored form of a written value.

    A date that is not ISO is stored as 1970-01-01, as the server does with display-format dates. Raises
    ``NotReadableError`` for a number that is none or beyond all bookkeeping, for a list or an object where one value
    belongs, and, as the switches say, for flags and days that are none.
    """
    if value is None or value == "":
        return None
    reader = _READERS.get(kind)
    if reader is None:
        return value
    if isinstance(value, (list, dict)):
        raise NotReadableError("not_a_value")
    return reader(value, switches)


def _integer(value: Any, switches: Switches) -> int:
    number = _number(value, switches)
    if number != number.to_integral_value():
        raise NotReadableError("not_a_number")
    return int(number)


def _number(value: Any, switches: Switches) -> Decimal:
    text = str(int(value) if isinstance(value, bool) else value).strip()
    if not _NUMBER.match(text) or abs(number := Decimal(text)) >= _BEYOND_BOOKKEEPING:
        raise NotReadableError("not_a_number")
    return number


def _boolean(value: Any, switches: Switches) -> int:
    text = str(value).strip().lower()
    if switches.refuse_absurd_values and text not in _TRUE | _FALSE:
        raise NotReadableError("not_a_flag")
    return int(text in _TRUE)


def _date(value: Any, switches: Switches) -> str:
    return _moment(value, switches)[:10]


def _moment(value: Any, switches: Switches) -> str:
    """An ISO time, or the beginning of 1970."""
    text = str(value)
    iso = _ISO_DATE.match(text)
    if iso is not None and _is_day(iso[1]):
        return f"{text} 00:00:00" if len(text) == 10 else text.replace("T", " ")
    if switches.refuse_unreadable_dates or (iso is not None and switches.refuse_absurd_values):
        raise NotReadableError("not_a_date")
    return f"{EPOCH_DATE} 00:00:00"


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _text(value: Any, switches: Switches) -> Any:
    return str(value) if isinstance(value, bool) else value


_READERS: Mapping[FieldKind, Callable[[Any, Switches], Any]] = {
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "date": _date,
    "datetime": _moment,
    "text": _text,
}
