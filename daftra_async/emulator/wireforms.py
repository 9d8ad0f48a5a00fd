"""How the server writes values: v1 mixes strings and numbers in one record, v2 is mostly native."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any, Literal
from zlib import crc32

import msgspec

from .schema import Field, FieldKind, Shape
from .store import Values
from .switches import Switches

View = Literal["list", "detail"]
Writer = Callable[[Any], Any]

_encoder = msgspec.json.Encoder(decimal_format="number")

_MOMENT_TOKEN = re.compile("YYYY|YY|MMMM|MMM|MM|M|DD|D")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DISPLAYED_DATES = frozenset({"date", "issue_date"})
_PAYMENT_SHAPES = frozenset({"InvoicePayment", "ClientPayment", "PurchaseOrderPayment"})
_BLANKABLE: frozenset[FieldKind] = frozenset({"text", "date", "datetime", "number", "any"})
_NOTHINGS: Mapping[FieldKind, str] = {"date": "0000-00-00", "datetime": "0000-00-00 00:00:00"}
_BOOLEAN_FORMS: tuple[Writer, ...] = (bool, int, str)
_TEXT_FLAGS = frozenset({"draft", "is_offline", "suspend"})
_HIDDEN = frozenset({"deleted_at"})
_SITE_ID = "5000000"


def encode(value: Any) -> bytes:
    """JSON as the server sends it; amounts are exact numbers."""
    return _encoder.encode(value)


def plain_number(value: Any) -> Any:
    """An amount without trailing zeros after the point; whole ones as integers."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else value.normalize()
    return value


def number_text(value: Any) -> str:
    """An amount as text, without an exponent: ``"35000"``, ``"32999.9961"``; a zero as it was written, ``"0.00"``."""
    plain = plain_number(value) if value else value
    return format(plain, "f") if isinstance(plain, Decimal) else str(plain)


def display_date(iso: str, moment_format: str) -> str:
    """``2026-09-25`` in the account's display format, given in the server's moment form (``DD MMM YYYY``)."""
    year, month, day = iso[:10].split("-")
    written = {
        "YYYY": year,
        "YY": year[2:],
        "MMMM": _MONTHS[int(month) - 1],
        "MMM": _MONTHS[int(month) - 1][:3],
        "MM": month,
        "M": str(int(month)),
        "DD": day,
        "D": str(int(day)),
    }
    return _MOMENT_TOKEN.sub(lambda token: written[token[0]], moment_format)


class V1Forms:
    """Writes records in v1's forms under the given switches."""

    def __init__(self, switches: Switches) -> None:
        self._switches = switches
        self._writers: dict[tuple[str, View], tuple[tuple[str, Writer, bool], ...]] = {}

    def record(self, shape: Shape | None, row: Values, *, view: View) -> Values:
        """The record's own columns, in the order of the documentation; without a shape, every column as text."""
        if shape is None:
            return {key: _untyped(value) for key, value in row.items() if key not in _HIDDEN}
        written: Values = {}
        empties = self._switches.empties
        salt = row["id"] if isinstance(row.get("id"), int) else 0
        for position, (name, write, blankable) in enumerate(self._compiled(shape, view)):
            value = row.get(name)
            if value is not None:
                written[name] = write(value)
            elif not blankable or empties == "null":
                written[name] = None
            elif empties == "blank":
                written[name] = ""
            elif empties == "mixed" and (turn := (salt + position) % 3) < 2:
                written[name] = _NOTHINGS.get(shape.fields[name].kind, "") if turn else None
        if self._switches.unknown_fields and "site_id" not in shape.fields:
            written["site_id"] = _SITE_ID
        return written

    def _compiled(self, shape: Shape, view: View) -> tuple[tuple[str, Writer, bool], ...]:
        key = (shape.name, view)
        if key not in self._writers:
            columns = (field for field in shape.fields.values() if field.kind not in {"one", "many"})
            self._writers[key] = tuple(
                (field.name, self._writer(shape, field, view), field.kind in _BLANKABLE) for field in columns
            )
        return self._writers[key]

    def _writer(self, shape: Shape, field: Field, view: View) -> Writer:
        if field.kind == "number":
            return plain_number if self._native(field) else number_text
        if field.kind == "boolean" and self._switches.numbers == "mixed" and field.name not in _TEXT_FLAGS:
            return _BOOLEAN_FORMS[crc32(field.name.encode()) % 3]
        if field.kind in {"integer", "boolean"}:
            return int if self._native(field) else _flag_or_id_text
        if field.kind == "date":
            return self._date_writer(shape, field, view)
        if field.name == "date" and shape.name in _PAYMENT_SHAPES:
            return _as_time
        return _as_is

    def _native(self, field: Field) -> bool:
        if self._switches.numbers != "mixed":
            return self._switches.numbers == "native"
        return field.name.startswith("summary_") or field.name in {"payment_status", "subtotal"}

    def _date_writer(self, shape: Shape, field: Field, view: View) -> Writer:
        if shape.name in _PAYMENT_SHAPES:
            return _as_time
        shown = self._switches.display_dates == "everywhere" or (
            self._switches.display_dates == "detail" and view == "detail"
        )
        if shown and field.name in _DISPLAYED_DATES:
            moment_format = self._switches.moment_format
            return lambda value: display_date(value, moment_format) if _is_day(value) else value
        return _as_is


def v2_record(row: Values) -> Values:
    """A record in v2's forms: native ids and amounts, ISO dates, ``null`` for empty."""
    return {key: plain_number(value) for key, value in row.items()}


def _is_iso(value: Any) -> bool:
    return isinstance(value, str) and len(value) >= 10 and value[4] == "-" and value[7] == "-"


def _is_day(value: Any) -> bool:
    return _is_iso(value) and not value.startswith("0000")


def _as_is(value: Any) -> Any:
    return value


def _as_time(value: Any) -> Any:
    return f"{value} 00:00:00" if _is_iso(value) and len(value) == 10 else value


def _flag_or_id_text(value: Any) -> Any:
    return value if isinstance(value, (list, dict)) else str(int(value)) if isinstance(value, bool) else str(value)


def _untyped(value: Any) -> Any:
    return number_text(value) if isinstance(value, (int, Decimal)) and not isinstance(value, bool) else value
