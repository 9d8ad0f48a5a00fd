"""Where two pieces of plain data differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

ABSENT = object()
"""Stands for a value that one side does not have."""


def differing(old: Any, new: Any, way: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any, Any]]:
    """(keys that lead there, before, after) for every value that differs; a key of one side only is one place."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in sorted(old.keys() | new.keys(), key=str):
            yield from differing(old.get(key, ABSENT), new.get(key, ABSENT), (*way, key))
    elif _alike(old, new):
        for number, (one, other) in enumerate(zip(old, new, strict=True)):
            yield from differing(one, other, (*way, number))
    elif old is not new and (old is ABSENT or new is ABSENT or type(old) is not type(new) or old != new):
        yield way, old, new


def _alike(old: Any, new: Any) -> bool:
    """Whether two values are lists of as many objects, which are compared one by one."""
    if not (isinstance(old, list) and isinstance(new, list) and old and len(old) == len(new)):
        return False
    return all(isinstance(item, Mapping) for item in (*old, *new))


def leaves(old: Any, new: Any, place: str = "") -> Iterator[tuple[str, str, str]]:
    """The same as texts: the place with slashes, and what stands there."""
    for way, before, after in differing(old, new):
        one_side = before is ABSENT or after is ABSENT
        words = [("not there" if value is ABSENT else "there") if one_side else str(value) for value in (before, after)]
        yield "/".join(filter(None, (place, *map(str, way)))) or "value", shortened(words[0]), shortened(words[1])


def shortened(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:117]}..."
