from __future__ import annotations

from ..._wire.record import Record


class FormattedTime(Record, frozen=True, kw_only=True):
    """One of the account's formatted times."""

    hours: int | None = None
    minutes: int | None = None
    seconds: int | None = None
    string: str | None = None
