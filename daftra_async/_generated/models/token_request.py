from __future__ import annotations

from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class TokenRequest(Draft):
    """What can be written of token requests."""

    client_secret: str | None | UnsetType = attrs.field(default=UNSET, repr=False)
    client_id: str | None | UnsetType = UNSET
    """The id of the application that asks for the token, as the account's API settings show it."""
    grant_type: str
    """password, client_credentials, refresh_token, or authorization_code for marketplace apps."""
    username: str | None | UnsetType = UNSET
    password: str | None | UnsetType = attrs.field(default=UNSET, repr=False)
    """A new password; never answered."""
    refresh_token: str | None | UnsetType = attrs.field(default=UNSET, repr=False)
    code: str | None | UnsetType = attrs.field(default=UNSET, repr=False)
    """Its code."""
    redirect_uri: str | None | UnsetType = UNSET


class TokenRequestDict(TypedDict, total=False):
    """``TokenRequest`` as a plain dict, by its attributes; they are described there."""

    client_secret: str | None
    client_id: str | None
    grant_type: str
    username: str | None
    password: str | None
    refresh_token: str | None
    code: str | None
    redirect_uri: str | None
