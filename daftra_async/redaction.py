"""How secrets are kept out of everything that can be seen."""

from __future__ import annotations

import hmac
from collections.abc import Iterable
from typing import NoReturn

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
        return hmac.compare_digest(self._text.encode(), other._text.encode())

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


def masked(text: str, secrets: Iterable[Secret]) -> str:
    """The text with every occurrence of a secret replaced by ``***``."""
    for secret in secrets:
        if secret:
            text = text.replace(secret.reveal(), MASK)
    return text


def masked_bytes(data: bytes, secrets: Iterable[Secret]) -> bytes:
    """The bytes with every occurrence of a secret replaced by ``***``."""
    for secret in secrets:
        if secret:
            data = data.replace(secret.reveal().encode(), MASK.encode())
    return data
