"""The name that was meant by a misspelt one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """``": did you mean …?"`` where a known name is close, whatever its case; empty where none is."""
    by_case = {each.lower(): each for each in known}
    close = difflib.get_close_matches(name.lower(), by_case, n=1)
    return f": did you mean {by_case[close[0]]}?" if close else ""
