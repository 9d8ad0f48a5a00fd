"""Who is calling: the three credentials that the server knows."""

from __future__ import annotations

import re

import attrs

from ._http.redaction import Secret
from ._http.token_store import MemoryTokenStore, TokenStore
from .errors import ConfigurationError

_HEADER_SAFE = re.compile(r"[\x21-\x7e]+")


def _secret(value: str | Secret) -> Secret:
    return value if isinstance(value, Secret) else Secret(value.strip() if isinstance(value, str) else "")


def _optional_secret(value: str | Secret | None) -> Secret | None:
    return None if value is None else _secret(value)


def _header_safe(owner: object, attribute: attrs.Attribute[Secret], value: Secret) -> None:
    if not _HEADER_SAFE.fullmatch(value.reveal()):
        raise ConfigurationError(
            f"{type(owner).__name__}({attribute.name}=…) is empty or holds characters that no header can carry: "
            "pass it exactly as the account's API settings show it"
        )


def _not_empty(owner: object, attribute: attrs.Attribute[Secret], value: Secret) -> None:
    if not value:
        raise ConfigurationError(f"{type(owner).__name__}({attribute.name}=…) is empty")


@attrs.frozen
class ApiKey:
    """An API key from the account's settings, sent as the header ``apikey`` on both API versions."""

    key: Secret = attrs.field(converter=_secret, validator=_header_safe)


@attrs.frozen
class BearerToken:
    """An access token obtained elsewhere.

    With ``refresh_token``, ``client_id`` and ``client_secret`` it is refreshed like any other (``expires_at`` in
    seconds since 1970 lets that happen ahead of expiry); ``store`` then keeps what the server gives in exchange.
    """

    token: Secret = attrs.field(converter=_secret, validator=_header_safe)
    refresh_token: Secret | None = attrs.field(default=None, converter=_optional_secret, kw_only=True)
    client_id: str | None = attrs.field(default=None, kw_only=True)
    client_secret: Secret | None = attrs.field(default=None, converter=_optional_secret, kw_only=True)
    expires_at: float | None = attrs.field(default=None, kw_only=True)
    store: TokenStore = attrs.field(factory=MemoryTokenStore, kw_only=True, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        parts = (self.refresh_token, self.client_id, self.client_secret)
        if any(parts) and not all(parts):
            raise ConfigurationError("to refresh a BearerToken give refresh_token, client_id, client_secret together")


@attrs.frozen(kw_only=True)
class PasswordGrant:
    """A user's name and password, exchanged for tokens by an API client's id and secret.

    ``store`` keeps the tokens: in memory by default; a ``FileTokenStore`` shares them among processes and runs.
    """

    client_id: str
    client_secret: Secret = attrs.field(converter=_secret, validator=_not_empty)
    username: str = attrs.field(repr=False)
    password: Secret = attrs.field(converter=_secret, validator=_not_empty)
    store: TokenStore = attrs.field(factory=MemoryTokenStore, repr=False, eq=False)


Auth = ApiKey | BearerToken | PasswordGrant

__all__ = ["ApiKey", "Auth", "BearerToken", "MemoryTokenStore", "PasswordGrant", "TokenStore"]
