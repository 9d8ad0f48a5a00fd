"""A ledger's outcomes as lines of JSON, one per draft: for spreadsheets, for the books, for another program."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import msgspec

from .outcome import Outcome


def export_outcomes(outcomes: Iterable[Outcome], path: str | os.PathLike[str]) -> int:
    """Write the outcomes to a JSONL file, readable by its owner only; returns how many there were.

    Fields: ``index key status id number error``, the error with its message, code, reasons by field and evidence.
    """
    count = 0
    handle = os.open(Path(path), os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        for outcome in outcomes:
            file.write(msgspec.json.encode(outcome_fields(outcome)) + b"\n")
            count += 1
    return count


def outcome_fields(outcome: Outcome) -> dict[str, Any]:
    """An outcome as plain values."""
    fields: dict[str, Any] = msgspec.to_builtins(outcome)
    return fields
