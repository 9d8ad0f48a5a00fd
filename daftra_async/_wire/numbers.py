"""Numbers, flags and texts in every form the server gives them. Values that carry nothing become ``None``."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from .text import Spelled, SpellingNeeded


class Untypable(ValueError):
    """The value is none of the forms of the wanted type."""


_MOST_DIGITS = 4000
"""Longer integers are refused: the interpreter limits the conversion, and no id or count has them."""

_ASCII_DIGITS = {ord("٫"): ".", ord("٬"): ",", ord("−"): "-", ord("\u00a0"): "", ord("\u200e"): "", ord("\u200f"): ""}
_ASCII_DIGITS |= {
    ord(digit): str(value) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for value, digit in enumerate(digits)
}

PLAIN = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,9})?", re.ASCII)
_GROUPED = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d*)?", re.ASCII)

_NOTHING = frozenset({"", "null", "NULL", "Null"})
"""Texts that carry no number and no flag."""

_TRUE = frozenset({"1", "true", "yes", "on"})
_FALSE = frozenset({"0", "false", "no", "off"})


def normalise_digits(text: str) -> str:
    """The text with Arabic-Indic and Persian digits and separators as ASCII ones, stripped of surrounding space."""
    return text.strip() if text.isascii() else text.translate(_ASCII_DIGITS).strip()


def to_decimal(value: Any) -> Decimal | None:
    """An exact amount, rate or quantity, from a number or its text: ``"1,250.00"`` and Arabic-Indic digits included.

    ``"1_000"`` is a thousand, as ``Decimal`` reads it: the fast path has no say in that, and all paths read alike.
    Raises ``Untypable``, also for NaN, for infinities and for a comma that cannot be a thousands separator.
    """
    if isinstance(value, bool):
        raise Untypable
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, Decimal):
        return _finite(value)
    if isinstance(value, str):
        text = normalise_digits(value)
        if text in _NOTHING:
            return None
        if _GROUPED.fullmatch(text):
            text = text.replace(",", "")
        elif not PLAIN.fullmatch(text.replace("_", "")):
            raise Untypable
        try:
            return _finite(Decimal(text))
        except InvalidOperation:
            raise Untypable from None
    _check_nothing(value)
    return None


def to_int(value: Any) -> int | None:
    """An id or a count, from a whole number in any form (``7``, ``"7"``, ``7.0``, ``"7.00"``). Raises ``Untypable``."""
    if isinstance(value, int):
        return int(value)
    if isinstance(value, str) and (len(value) > _MOST_DIGITS or "_" in value):
        raise Untypable
    number = to_decimal(value)
    if number is None:
        return None
    if number.adjusted() > _MOST_DIGITS or number != number.to_integral_value():
        raise Untypable
    return int(number)


def as_id(value: object) -> int | None:
    """An id or a code as an answer's envelope names it: an integer or its digits; ``None`` for anything else.

    Stricter than a field: what is not plainly an id must not pass for the proof that something was created.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= _MOST_ID_DIGITS:
        return int(value)
    return None


_MOST_ID_DIGITS = 18


def to_bool(value: Any) -> bool | None:
    """A flag from ``true``, ``0``/``1``, ``"0"``/``"1"`` or a word for yes or no. Raises ``Untypable``."""
    if isinstance(value, bool):
        return value
    if isinstance(value, (int, Decimal)):
        if value in (0, 1):
            return value == 1
        raise Untypable
    if isinstance(value, str):
        return _flag(normalise_digits(value).lower())
    _check_nothing(value)
    return None


def _flag(text: str) -> bool | None:
    if text in _NOTHING:
        return None
    if text not in _TRUE and text not in _FALSE:
        raise Untypable
    return text in _TRUE


def to_text(value: Any) -> str | None:
    """Text; a number or a flag becomes its JSON text, as it was written.

    Raises ``Untypable``, and ``SpellingNeeded`` for a fraction: it may have been written in several ways.
    """
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Spelled):
        return value.spelling
    if isinstance(value, Decimal):
        raise SpellingNeeded
    if isinstance(value, int):
        return str(value)
    _check_nothing(value)
    return None


def _check_nothing(value: Any) -> None:
    if value is not None and (not isinstance(value, (list, dict)) or value):
        raise Untypable


def _finite(value: Decimal) -> Decimal:
    if not value.is_finite():
        raise Untypable
    return value if type(value) is Decimal else Decimal(value)
