"""Days and times in every form the server gives them; what is written back is always ISO."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Any

from .numbers import Untypable, normalise_digits
from .settings import DateFormatNeeded

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(.*))?", re.ASCII)
_SLASHED = re.compile(_ISO.pattern.replace("-(", "/("), re.ASCII)
_TIME = re.compile(
    r"(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*([AaPp])?\.?[Mm]?\.?\s*(?:Z|z|UTC|GMT|[+-]\d{2}:?\d{2})?",
    re.ASCII,
)
_EMPTY = re.compile(r"[0\s:./TZ-]*", re.ASCII)


def to_date(value: Any, date_format: str | None) -> date | None:
    """A day from ISO text, from a time (its day) or from the account's display format.

    Empty texts, zeros and zero dates are ``None``. Raises ``Untypable``; raises ``DateFormatNeeded`` for what may be a
    display date while ``date_format`` is None. An empty ``date_format`` says that none is to be had.
    """
    found = _split(value, date_format)
    return None if found is None else found[0]


def to_datetime(value: Any, date_format: str | None) -> datetime | None:
    """A naive time from ISO text or from the account's display format; a zone is dropped, a bare day is its midnight.

    Otherwise as ``to_date``.
    """
    found = _split(value, date_format)
    return None if found is None else datetime.combine(*found)


def _split(value: Any, date_format: str | None) -> tuple[date, time] | None:
    if value is None or (isinstance(value, (list, dict)) and not value):
        return None
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool) and not value:
        return None
    if not isinstance(value, str):
        raise Untypable
    return _split_text(value, date_format)


@lru_cache(maxsize=4096)
def _split_text(value: str, date_format: str | None) -> tuple[date, time] | None:
    """Kept for the texts seen last: a page repeats its days, and the next page repeats them again."""
    text = normalise_digits(value)
    if _EMPTY.fullmatch(text):
        return None
    if match := _ISO.fullmatch(text):
        return _iso(match)
    if not any(character.isdigit() for character in text) or text.isdecimal():
        raise Untypable
    if date_format is None:
        raise DateFormatNeeded
    match = _SLASHED.fullmatch(text)
    try:
        return _display_parser(date_format)(text)
    except Untypable:
        if match is None:
            raise
        # The year first and slashes: the order of ISO, unless the account's form says another.
        return _iso(match)


def _iso(match: re.Match[str]) -> tuple[date, time]:
    year, month, day, rest = match.groups()
    return _day(int(year), int(month), int(day)), _time(rest)


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise Untypable from None


def _time(text: str | None) -> time:
    if not text:
        return time()
    match = _TIME.fullmatch(text)
    if not match:
        raise Untypable
    hour, minute, second, fraction, half = match.groups()
    try:
        return time(_hour(int(hour), half), int(minute), int(second or 0), int((fraction or "0")[:6].ljust(6, "0")))
    except ValueError:
        raise Untypable from None


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    if not 1 <= hour <= 12:
        raise Untypable
    return hour % 12 + (12 if half in "Pp" else 0)


_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TOKENS = {
    "YYYY": r"(?P<year>\d{4})",
    "YY": r"(?P<short>\d{2})",
    "MMMM": r"(?P<name>[A-Za-z]{3,9})\.?",
    "MMM": r"(?P<name>[A-Za-z]{3,9})\.?",
    "MM": r"(?P<month>\d{1,2})",
    "M": r"(?P<month>\d{1,2})",
    "Do": r"(?P<day>\d{1,2})(?:st|nd|rd|th)",
    "DD": r"(?P<day>\d{1,2})",
    "D": r"(?P<day>\d{1,2})",
    "dddd": r"[A-Za-z]+",
    "ddd": r"[A-Za-z]+",
}
_TOKEN = re.compile("|".join(_TOKENS) + r"|\[[^\]]*\]|.", re.DOTALL)


@lru_cache(maxsize=64)
def _display_parser(date_format: str) -> Callable[[str], tuple[date, time]]:
    """The reader of one display format, in the notation of moment.js (``DD/MM/YYYY``, ``D MMM YYYY``…)."""
    seen: set[str] = set()
    parts = []
    for token in _TOKEN.findall(date_format.strip()):
        pattern = _TOKENS.get(token) or re.escape(token.strip("[]") if len(token) > 1 else token)
        group = re.search(r"\?P<(\w+)>", pattern)
        if group and group[1] in seen:
            pattern = rf"(?P={group[1]})"
        elif group:
            seen.add(group[1])
        parts.append(pattern)
    expression = re.compile("".join(parts) + r"(?:[T ,]+(?P<rest>\d.*))?", re.ASCII | re.IGNORECASE)
    if not {"day"} <= seen or not seen & {"month", "name"} or not seen & {"year", "short"}:
        return _refuse

    def read(text: str) -> tuple[date, time]:
        match = expression.fullmatch(text)
        if not match:
            raise Untypable
        groups = match.groupdict()
        year = int(groups["year"]) if groups.get("year") else _year(int(groups["short"]))
        month = int(groups["month"]) if groups.get("month") else _month(groups["name"])
        return _day(year, month, int(groups["day"])), _time(groups["rest"])

    return read


def _refuse(text: str) -> tuple[date, time]:
    raise Untypable


def _year(short: int) -> int:
    """The year that moment.js means by two digits."""
    return short + (1900 if short > 68 else 2000)


def _month(name: str) -> int:
    short = name[:3].lower()
    if short not in _MONTHS:
        raise Untypable
    return _MONTHS.index(short) + 1
