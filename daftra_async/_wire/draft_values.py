"""What a value of a draft is written as, and which values are refused: those that the server would take for others.

The server stores a day in any form but ISO as the first of January 1970, reads an amount that it does not understand as
zero, and ignores what has the wrong shape. So it is told here, with what to pass instead.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from math import isfinite
from typing import Any, NoReturn

from ..errors import ConfigurationError
from .numbers import PLAIN, Untypable, to_bool
from .shape import Field

NESTED = frozenset({"record", "records"})
"""Kinds of fields that hold other drafts."""


def written(field: Field, value: Any, place: str) -> Any:
    """The value as JSON holds it; ``place`` names the field in messages.

    Raises ``ConfigurationError`` for a value that cannot stand in the field.
    """
    if isinstance(value, Enum):
        value = value.value
    if value is None:
        return None
    if value == "" and field.kind not in ("text", "any"):
        return _empty(field, place)
    return _WRITERS[field.kind](field, value, place)


def _empty(field: Field, place: str) -> str:
    if field.kind in ("date", "datetime", "list", "dict"):
        refuse(field, "", place)
    return ""


def refuse(field: Field, value: Any, place: str) -> NoReturn:
    """Raises ``ConfigurationError``: what stands there, and what the field takes."""
    shown = repr(value) if isinstance(value, (str, int, float, Decimal)) else f"a {type(value).__name__}"
    shown = shown if len(shown) <= 60 else f"{shown[:59]}…"
    raise ConfigurationError(f"{place} is {shown}: pass {EXPECTED[field.kind]}")


EXPECTED: Mapping[str, str] = {
    "int": "a whole number",
    "decimal": "a Decimal, a whole number, or its text such as '12.50'",
    "bool": "True or False",
    "text": "text",
    "date": "a date, or its ISO text such as 2026-01-31",
    "datetime": "a datetime, or its ISO text such as 2026-01-31 14:30:00",
    "enum": "one of its values",
    "record": "one draft, or one dict",
    "records": "a list of drafts or dicts",
    "list": "a list",
    "dict": "a dict",
}


def _whole(field: Field, value: Any, place: str) -> Any:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return value
    if not isinstance(value, str) or not value.strip().lstrip("+-").isdecimal():
        refuse(field, value, place)
    return value


def _amount(field: Field, value: Any, place: str) -> Any:
    if isinstance(value, float) and isfinite(value):
        raise ConfigurationError(
            f"{place} is the float {value!r}, which may be another amount than was meant: "
            f"pass Decimal({str(value)!r}), or the text {str(value)!r}"
        )
    plain = isinstance(value, int) and not isinstance(value, bool)
    plain = plain or (isinstance(value, Decimal) and value.is_finite())
    if not plain and not (isinstance(value, str) and PLAIN.fullmatch(value.strip())):
        refuse(field, value, place)
    return value


def _flag(field: Field, value: Any, place: str) -> Any:
    try:
        flag = to_bool(value) if isinstance(value, (bool, int, str)) else None
    except Untypable:
        flag = None
    if flag is None:
        refuse(field, value, place)
    return value if isinstance(value, int) else flag


def _text(field: Field, value: Any, place: str) -> Any:
    if isinstance(value, bool) or not isinstance(value, (str, int, Decimal)):
        refuse(field, value, place)
    return value


def _moment(field: Field, value: Any, place: str) -> str:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        refuse(field, value, place)
    return _iso(value.strip(), place)


def _iso(text: str, place: str) -> str:
    if not _is_iso(text):
        raise ConfigurationError(
            f"{place}={text!r} is no ISO day or time: write 2026-01-31, or pass a date. The server takes any other "
            "form for the first of January 1970"
        )
    return text


@lru_cache(maxsize=1024)
def _is_iso(text: str) -> bool:
    from dateutil.parser import isoparse

    try:
        isoparse(text.replace(" ", "T", 1))
    except ValueError:
        return False
    return len(text) >= len("2026-01-31")


def _choice(field: Field, value: Any, place: str) -> Any:
    """A documented value by its name, too; one that the documentation does not know stays as it is."""
    whole = issubclass(field.type, int)
    if isinstance(value, str):
        named = next((member for member in field.type if member.name.lower() == value.strip().lower()), None)
        if named is not None:
            return named.value
    if whole:
        return _whole(field, value, place)
    return _text(field, value, place)


def _list(field: Field, value: Any, place: str) -> list[Any]:
    if not isinstance(value, (list, tuple, set, frozenset)):
        refuse(field, value, place)
    return [written(field.type, item, f"{place}[{index}]") for index, item in enumerate(value)]


def _object(field: Field, value: Any, place: str) -> Any:
    if not isinstance(value, Mapping):
        refuse(field, value, place)
    return free(value)


def free(value: Any) -> Any:
    """A value of which nothing is documented, as JSON holds it; amounts and unknown objects are left to the encoder."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): free(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [free(item) for item in value]
    return value


_WRITERS: Mapping[str, Callable[[Field, Any, str], Any]] = {
    "int": _whole,
    "decimal": _amount,
    "bool": _flag,
    "text": _text,
    "date": _moment,
    "datetime": _moment,
    "enum": _choice,
    "list": _list,
    "dict": _object,
    "any": lambda field, value, place: free(value),
}
