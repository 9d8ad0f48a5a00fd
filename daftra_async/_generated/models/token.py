from __future__ import annotations

import attrs

from ...wire.record import Record


@attrs.frozen(kw_only=True, repr=False)
class Token(Record):
    """One of the account's tokens."""

    token_type: str | None = None
    expires_in: int | None = None
    access_token: str | None = None
    refresh_token: str | None = None
