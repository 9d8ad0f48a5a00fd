from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from ...wire import Draft


@attrs.define(kw_only=True)
class TokenRequest(Draft):
    """What can be written of token requests."""

    client_secret: str | None | UnsetType = UNSET
    client_id: int | None | UnsetType = UNSET
    grant_type: str | None | UnsetType = UNSET
    username: str | None | UnsetType = UNSET
    password: str | None | UnsetType = UNSET
