"""How secrets are kept out of everything that can be seen."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import NoReturn, TypeVar
from urllib.parse import quote_plus

from ..errors import ResponseError

MASK = "***"


class Secret:
    """A text that shows itself to nobody: its repr is a mask and it refuses to be pickled."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        return self._text

    def __repr__(self) -> str:
        return f"Secret('{MASK}')"

    __str__ = __repr__

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        from hmac import compare_digest

        return compare_digest(self._text.encode(), other._text.encode())

    def __hash__(self) -> int:
        return hash(self._text)

    def __bool__(self) -> bool:
        return bool(self._text)

    def __copy__(self) -> Secret:
        return self

    def __deepcopy__(self, memo: object) -> Secret:
        return self

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not pickled: build the client again where it is needed")


SHORTEST = 8
"""Shorter ones are no real secrets, and masking them would tear ordinary words apart."""


def masked(text: str, secrets: Iterable[Secret]) -> str:
    """The text with every occurrence of a secret replaced by ``***``, as it is or as forms and JSON write it."""
    for form in _forms(secrets):
        text = text.replace(form, MASK)
    return text


def masked_bytes(data: bytes, secrets: Iterable[Secret]) -> bytes:
    """The same for bytes."""
    for form in _forms(secrets):
        data = data.replace(form.encode(), MASK.encode())
    return data


E = TypeVar("E", bound=ResponseError)


def masked_error(error: E, secrets: Iterable[Secret]) -> E:
    """The error with every secret masked in what it says, and without the frames and causes that led to it."""
    known = list(secrets)
    error.message = masked(error.message, known)
    error.args = (error.message,)
    error.body = masked(error.body, known)
    error.headers = {name: masked(value, known) for name, value in error.headers.items()}
    error.validation_errors = {
        masked(name, known): [masked(text, known) for text in texts] for name, texts in error.validation_errors.items()
    }
    error.request_id = None if error.request_id is None else masked(error.request_id, known)
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)


def masked_link(url: str) -> str:
    """A link without its query, which is where presigned links carry their signature."""
    place, mark, _ = url.partition("?")
    return f"{place}?{MASK}" if mark else place


def _forms(secrets: Iterable[Secret]) -> Iterator[str]:
    for secret in secrets:
        text = secret.reveal()
        if len(text) >= SHORTEST:
            yield from {text, quote_plus(text), json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]}
