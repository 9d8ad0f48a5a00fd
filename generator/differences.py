"""Where two pieces of plain data differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any


def leaves(old: Any, new: Any, place: str = "") -> Iterator[tuple[str, str, str]]:
    """(place, before, after) for every value that differs; a key of one side only is one place."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in sorted(old.keys() | new.keys(), key=str):
            below = f"{place}/{key}" if place else str(key)
            if key in old and key in new:
                yield from leaves(old[key], new[key], below)
            else:
                yield below, "there" if key in old else "not there", "there" if key in new else "not there"
    elif old != new:
        yield place or "value", shortened(str(old)), shortened(str(new))


def shortened(text: str) -> str:
    return text if len(text) <= 120 else f"{text[:117]}..."
