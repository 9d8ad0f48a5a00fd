from __future__ import annotations

from ..._wire.record import Record


class Token(Record, frozen=True, kw_only=True):
    """One of the account's tokens."""

    token_type: str | None = None
    expires_in: int | None = None
    access_token: str | None = None
    refresh_token: str | None = None
