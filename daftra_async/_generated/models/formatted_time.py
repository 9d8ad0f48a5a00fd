from __future__ import annotations

import attrs

from ...wire.record import Record


@attrs.frozen(kw_only=True, repr=False)
class FormattedTime(Record):
    """One of the account's formatted times."""

    hours: int | None = None
    minutes: int | None = None
    seconds: int | None = None
    string: str | None = None
