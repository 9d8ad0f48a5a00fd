"""JSON text to plain values, exact: numbers with a fraction become ``Decimal``, never ``float``."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

import msgspec


class NotJson(ValueError):
    """The text is no JSON; the argument says why, without quoting the text."""


class SpellingNeeded(Exception):
    """A number stands where text belongs, and its spelling on the wire was lost: parse again with ``spellings``."""


class Spelled(Decimal):
    """A number that remembers its spelling on the wire: ``1e3``, which ``str`` would give as ``1E+3``."""

    spelling: str


def parse(text: bytes | bytearray | memoryview | str | msgspec.Raw, *, spellings: bool = False) -> Any:
    """The value of a JSON text. Raises ``NotJson``, also for nesting beyond the interpreter's limit.

    What the fast parser refuses though it is JSON (a lone surrogate, an integer of thousands of digits) is read by
    the standard library's parser; a number that no type can hold stays as its text. With ``spellings`` numbers keep
    how they were written; it takes longer.
    """
    try:
        return (_spelling_decoder if spellings else _decoder).decode(text)
    except RecursionError:
        raise NotJson("it is nested too deeply") from None
    except UnicodeDecodeError:
        raise NotJson("it is not UTF-8") from None
    except (msgspec.MsgspecError, ArithmeticError, ValueError):
        return _parse_slowly(text if isinstance(text, str) else bytes(text), _spelled if spellings else _exact)


def _parse_slowly(text: bytes | str, fraction: Callable[[str], Decimal | str]) -> Any:
    try:
        unicode = text.decode("utf-8-sig") if isinstance(text, bytes) else text
        return json.loads(unicode, parse_float=fraction, parse_int=_whole, parse_constant=_constant)
    except RecursionError:
        raise NotJson("it is nested too deeply") from None
    except UnicodeDecodeError:
        raise NotJson("it is not UTF-8") from None
    except json.JSONDecodeError as error:
        raise NotJson(f"{error.msg} at character {error.pos}") from None


def _exact(digits: str) -> Decimal | str:
    try:
        return Decimal(digits)
    except InvalidOperation:
        return digits


def _spelled(digits: str) -> Spelled | str:
    try:
        number = Spelled(digits)
    except InvalidOperation:
        return digits
    number.spelling = digits
    return number


def _whole(digits: str) -> int | str:
    try:
        return int(digits)
    except ValueError:
        return digits


def _constant(name: str) -> Any:
    raise json.JSONDecodeError(f"{name} is no JSON number", name, 0)


def written(value: Any) -> bytes:
    """The JSON text of what ``parse`` gave, whatever that holds: an amount beyond any float, half a surrogate pair."""
    try:
        return _encoder.encode(value)
    except UnicodeEncodeError:
        return _in_ascii(value).encode()


def _in_ascii(value: Any) -> str:
    if isinstance(value, dict):
        return "{" + ",".join(f"{json.dumps(key)}:{_in_ascii(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_in_ascii, value)) + "]"
    return str(value) if isinstance(value, Decimal) else json.dumps(value)


_encoder = msgspec.json.Encoder(decimal_format="number")
_decoder = msgspec.json.Decoder(float_hook=Decimal)
_spelling_decoder = msgspec.json.Decoder(float_hook=_spelled)
