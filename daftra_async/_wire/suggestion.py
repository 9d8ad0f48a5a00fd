"""The name that was meant by a misspelt one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is closest, whatever its case; ``None`` where none is close."""
    by_case = {each.lower(): each for each in known}
    close = difflib.get_close_matches(name.lower(), by_case, n=1)
    return by_case[close[0]] if close else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """``": did you mean …?"`` where a known name is close, and nothing where none is."""
    close = nearest(name, known)
    return f": did you mean {close}?" if close else ""
