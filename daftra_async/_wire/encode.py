"""How Python values are written for the server: paths, query strings and JSON bodies."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from math import isfinite
from urllib.parse import quote, unquote, urlencode

import msgspec

from ..errors import ConfigurationError

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


def path_arguments(template: str) -> tuple[str, ...]:
    """The names of a path's ``{placeholders}``."""
    return tuple(_PLACEHOLDER.findall(template))


def encode_path(template: str, arguments: Mapping[str, object]) -> str:
    """Fill ``{placeholders}`` with percent-encoded arguments.

    Raises ``ConfigurationError`` for a missing argument and for one that could leave its place in the path: empty, a
    dot segment, a slash or a control character, raw, percent-encoded (also twice) or in a look-alike form.
    """

    # Text and the names of placeholders by turns.
    parts = list(_parts(template))
    for place in range(1, len(parts), 2):
        parts[place] = _segment(parts[place], arguments.get(parts[place]))
    return "".join(parts)


@functools.lru_cache(maxsize=1024)
def _parts(template: str) -> tuple[str, ...]:
    return tuple(_PLACEHOLDER.split(template))


def _segment(name: str, value: object) -> str:
    if type(value) is int:
        return str(value)
    value = value.value if isinstance(value, Enum) else value
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise ConfigurationError(f"{name} is a {type(value).__name__}: a path takes one id or name")
    text = encode_scalar(value)
    if not _is_segment(text):
        raise ConfigurationError(f"{name}={text[:80]!r} is no usable path segment: pass an id or a plain name")
    return quote(text, safe="")


def _is_segment(text: str) -> bool:
    """Whether the text stays one segment however often a proxy or server decodes it."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    bare = text
    for _ in range(_MOST_DECODINGS):
        decoded = unquote(bare)
        if decoded == bare:
            break
        bare = decoded
    else:
        return False
    folded = unicodedata.normalize("NFKC", bare)
    return folded.strip(". ") != "" and not _FORBIDDEN.search(folded)


_MOST_DECODINGS = 5
_FORBIDDEN = re.compile(r"[/\\\x00-\x1f\x7f\u2028\u2029\u2215\u2044\u29f8]")
"""Slashes in any of their looks, control characters and line ends."""


def encode_query(arguments: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """Query pairs in PHP's bracket form: lists as ``key[]``, mappings as ``key[inner]``; ``None`` is left out.

    Raises ``ConfigurationError`` for what has no form in a query: the server ignores what it does not understand, and
    gives everything.
    """
    if not isinstance(arguments, Mapping):
        raise ConfigurationError(f"a query is a mapping of names to values, not a {type(arguments).__name__}")
    try:
        return tuple(pair for key, value in arguments.items() for pair in _pairs(key, value))
    except RecursionError:
        raise ConfigurationError("a query argument contains itself or is nested too deeply") from None


def _pairs(key: str, value: object) -> Iterator[tuple[str, str]]:
    if value is None:
        return
    if isinstance(value, Mapping):
        for inner, item in value.items():
            yield from _pairs(f"{key}[{inner}]", item)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for item in value:
            yield from _pairs(f"{key}[]", item)
    elif isinstance(value, (str, int, date, Enum)) or (isinstance(value, (float, Decimal)) and isfinite(value)):
        yield key, encode_scalar(value)
    else:
        shown = value if isinstance(value, (float, Decimal)) else f"a {type(value).__name__}"
        raise ConfigurationError(f"{key} is {shown}: a query takes text, numbers, dates and flags, or lists of them")


def encode_scalar(value: object) -> str:
    """One value as text: booleans as ``1``/``0``, dates as ISO, decimals without an exponent."""
    if isinstance(value, Enum):
        return encode_scalar(value.value)
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, date):
        return _iso(value)
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, float):
        return format(Decimal(repr(value)), "f")
    return str(value)


def encode_form(fields: Mapping[str, object]) -> bytes:
    """A form's fields as ``application/x-www-form-urlencoded``."""
    return urlencode(encode_query(fields)).encode()


def encode_body(value: object) -> bytes:
    """JSON with exact decimals (as numbers), ISO dates and naive ``YYYY-MM-DD HH:MM:SS`` times.

    Drafts are written as their body. Raises ``ConfigurationError`` for what JSON cannot say: a NaN or infinite number,
    a value of another kind.
    """
    try:
        return _encoder.encode(_plain(value))
    except RecursionError:
        raise ConfigurationError("the body contains itself or is nested too deeply: pass plain values") from None
    except UnicodeEncodeError:
        raise ConfigurationError("a text holds half a surrogate pair: pass text that can be written as UTF-8") from None


_AS_IT_IS = frozenset((str, int, bool, type(None)))
"""The types whose values JSON writes as they are; a subclass may be an enumeration."""


def _plain(value: object) -> object:
    if type(value) in _AS_IT_IS:
        return value
    if isinstance(value, (dict, Mapping)):  # the concrete class first: asking an abstract one takes longer
        return {
            key if type(key) is str else _key(key): item if type(item) in _AS_IT_IS else _plain(item)
            for key, item in value.items()
            if item is not msgspec.UNSET
        }
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    if isinstance(value, (set, frozenset)):
        return [_plain(item) for item in sorted(value, key=repr)]
    to_wire = getattr(value, "to_wire", None)
    if callable(to_wire):
        return _plain(to_wire())
    return encode_value(value)


def _key(key: object) -> str:
    if isinstance(key, str):
        return str(key)
    if isinstance(key, (int, Enum)):
        return encode_scalar(key)
    raise ConfigurationError(f"a key of type {type(key).__name__} cannot be written: use text")


def encode_value(value: object) -> str | int | float | Decimal | None:
    """One value as JSON can hold it. Raises ``ConfigurationError`` with what to pass instead."""
    if isinstance(value, Enum):
        return encode_value(value.value)
    if isinstance(value, (date, datetime)):
        return _iso(value)
    if isinstance(value, (Decimal, float)) and not isfinite(value):
        raise ConfigurationError(f"{value} is no amount that can be sent: pass a finite number, or None")
    if isinstance(value, Decimal):
        return Decimal(value)
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    raise ConfigurationError(
        f"a value of type {type(value).__name__} cannot be sent: pass text, a number, a date, a list or a dict"
    )


def _iso(value: date) -> str:
    """ISO days and naive times: the server stores a display-format date as 01/01/1970."""
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(" ", "seconds")
    return value.isoformat()


_encoder = msgspec.json.Encoder(decimal_format="number")
