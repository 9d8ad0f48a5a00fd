"""Enumerations that keep values the documentation does not name."""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum, StrEnum
from typing import Any, ClassVar, Self

_MOST_KEPT = 1024
"""How many unknown values are remembered for identity; beyond that each is made anew, so that memory stays bounded."""

_unknown_integers: dict[tuple[type, int], OpenIntEnum] = {}
_unknown_texts: dict[tuple[type, str], OpenStrEnum] = {}


class OpenIntEnum(IntEnum):
    """Integers with names where the documentation gives them; any other integer is kept as it came.

    A subclass names its members and may set ``__labels__`` (value → the server's own wording). ``Kind(99)`` gives a
    pseudo-member that equals ``99``, has ``known`` False and is no part of ``list(Kind)``.
    """

    __labels__: ClassVar[Mapping[int, str]] = {}

    @property
    def label(self) -> str:
        """The documentation's wording for this value; the value's digits where there is none."""
        labels: Mapping[Any, str] = type(self).__labels__
        return labels.get(self._value_, str(self._value_))

    @property
    def known(self) -> bool:
        """Whether the documentation names this value."""
        return self._name_ in type(self).__members__

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        found = _unknown_integers.get((cls, value))
        if isinstance(found, cls):
            return found
        member = int.__new__(cls, value)
        member._name_ = f"UNKNOWN_{value}".replace("-", "MINUS_")
        member._value_ = value
        if len(_unknown_integers) < _MOST_KEPT:
            _unknown_integers[cls, value] = member
        return member


class OpenStrEnum(StrEnum):
    """Texts with names where the documentation gives them; any other text is kept as it came.

    ``__labels__`` (value → wording), ``label`` and ``known`` as for ``OpenIntEnum``. The empty text is no value: it
    stands for nothing, as everywhere.
    """

    __labels__: ClassVar[Mapping[str, str]] = {}

    @property
    def label(self) -> str:
        """The documentation's wording for this value; the value itself where there is none."""
        labels: Mapping[Any, str] = type(self).__labels__
        return labels.get(self._value_, str(self._value_))

    @property
    def known(self) -> bool:
        """Whether the documentation names this value."""
        return self._name_ in type(self).__members__

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str) or not value:
            return None
        found = _unknown_texts.get((cls, value))
        if isinstance(found, cls):
            return found
        member = str.__new__(cls, value)
        member._name_ = f"UNKNOWN {value}"
        member._value_ = value
        if len(_unknown_texts) < _MOST_KEPT:
            _unknown_texts[cls, value] = member
        return member
