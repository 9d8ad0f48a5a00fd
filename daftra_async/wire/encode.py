"""How Python values are written for the server: paths, query strings and JSON bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from urllib.parse import quote, unquote, urlencode

import msgspec

from ..errors import ConfigurationError

_PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


def encode_path(template: str, arguments: Mapping[str, object]) -> str:
    """Fill ``{placeholders}`` with percent-encoded arguments.

    Raises ``ConfigurationError`` for a missing argument and for one that would leave its place in the path: empty,
    or a dot segment, raw or percent-encoded.
    """

    def fill(match: re.Match[str]) -> str:
        name = match.group(1)
        text = encode_scalar(arguments.get(name))
        bare = unquote(unquote(text))
        if not text or bare.strip(". ") == "" or "/" in bare or "\\" in bare:
            raise ConfigurationError(f"{name}={text!r} is no usable path segment: pass an id or a name without slashes")
        return quote(text, safe="")

    return _PLACEHOLDER.sub(fill, template)


def encode_query(arguments: Mapping[str, object]) -> tuple[tuple[str, str], ...]:
    """Query pairs in PHP's bracket form: lists as ``key[]``, mappings as ``key[inner]``; ``None`` is left out."""
    return tuple(pair for key, value in arguments.items() for pair in _pairs(key, value))


def _pairs(key: str, value: object) -> Iterator[tuple[str, str]]:
    if value is None:
        return
    if isinstance(value, Mapping):
        for inner, item in value.items():
            yield from _pairs(f"{key}[{inner}]", item)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for item in value:
            yield from _pairs(f"{key}[]", item)
    else:
        yield key, encode_scalar(value)


def encode_scalar(value: object) -> str:
    """One value as text: booleans as ``1``/``0``, dates as ISO, decimals without an exponent."""
    if value is None:
        return ""
    if isinstance(value, Enum):
        return encode_scalar(value.value)
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    return str(value)


def encode_form(fields: Mapping[str, object]) -> bytes:
    """A form's fields as ``application/x-www-form-urlencoded``."""
    return urlencode(encode_query(fields)).encode()


def encode_body(value: object) -> bytes:
    """JSON with exact decimals (as numbers), ISO dates and naive ``YYYY-MM-DD HH:MM:SS`` times."""
    return _encoder.encode(_plain(value))


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value


_encoder = msgspec.json.Encoder(decimal_format="number")
