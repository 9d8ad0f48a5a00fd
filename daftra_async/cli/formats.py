"""In which form results are written. Loaded with every command, so it loads nothing."""

from __future__ import annotations

import sys
from enum import StrEnum


class Format(StrEnum):
    """How results are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def chosen(format: Format | None) -> Format:
    """The format asked for, or the one for where stdout leads: a table on a terminal, JSON lines in a pipe."""
    return format or (Format.TABLE if sys.stdout.isatty() else Format.JSONL)
