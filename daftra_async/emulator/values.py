"""How the server reads what a client writes: each field's text becomes a stored value, or a reason why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from .schema import FieldKind

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?)?\Z")
_BEYOND_BOOKKEEPING = 10**15
EPOCH_DATE = "1970-01-01"


class NotReadableError(ValueError):
    """The value cannot be stored in this field."""


def read(value: Any, kind: FieldKind) -> Any:
    """The stored form of a written value. Raises ``NotReadableError`` for a number that is none or beyond all
    bookkeeping, and for a list or an object where one value belongs.

    A date that is not ISO is stored as 1970-01-01, as the server does with display-format dates.
    """
    if value is None or value == "":
        return None
    reader = _READERS.get(kind)
    if reader is None:
        return value
    if isinstance(value, (list, dict)):
        raise NotReadableError(kind)
    return reader(value)


def _integer(value: Any) -> int:
    number = _number(value)
    if number != number.to_integral_value():
        raise NotReadableError(str(value))
    return int(number)


def _number(value: Any) -> Decimal:
    if isinstance(value, bool):
        return Decimal(int(value))
    try:
        number = Decimal(str(value).strip())
    except InvalidOperation:
        raise NotReadableError(str(value)) from None
    if not number.is_finite() or abs(number) >= _BEYOND_BOOKKEEPING:
        raise NotReadableError(str(value))
    return number


def _boolean(value: Any) -> int:
    return int(str(value).strip().lower() in {"1", "true", "yes", "on"})


def _date(value: Any) -> str:
    return str(value)[:10] if _ISO_DATE.match(str(value)) else EPOCH_DATE


def _datetime(value: Any) -> str:
    text = str(value)
    if not _ISO_DATE.match(text):
        return f"{EPOCH_DATE} 00:00:00"
    return f"{text} 00:00:00" if len(text) == 10 else text.replace("T", " ")


def _text(value: Any) -> Any:
    return str(value) if isinstance(value, bool) else value


_READERS: Mapping[FieldKind, Callable[[Any], Any]] = {
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "date": _date,
    "datetime": _datetime,
    "text": _text,
}
