from __future__ import annotations

from typing import Any

import attrs

from ...wire.record import NO_ID, Record


@attrs.frozen(kw_only=True, repr=False)
class StaffCustomData(Record):
    """One of the account's staff custom data."""

    id: int = NO_ID
    allow_printing: bool | None = None
    reference_id: str | None = None
    time: Any | None = None
