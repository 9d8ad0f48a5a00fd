"""Who is calling: the credentials that the server knows, as values."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import attrs

from ..errors import ConfigurationError
from .base_url import check_base_url, is_loopback
from .redaction import Secret
from .token_store import LosslessStore, MemoryTokenStore, TokenStore

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


@attrs.frozen(kw_only=True)
class ClientCredentials:
    """An API client's own id and secret, exchanged for a token without a user (``grant_type=client_credentials``)."""

    client_id: str
    client_secret: Secret = attrs.field(converter=_secret, validator=_not_empty)
    store: TokenStore = attrs.field(factory=MemoryTokenStore, repr=False, eq=False)


def _redirect_url(owner: object, attribute: attrs.Attribute[str], value: object) -> None:
    try:
        parts = urlsplit(value) if isinstance(value, str) and value.isascii() and value.isprintable() else None
        host = parts.hostname if parts else None
    except ValueError:
        parts = host = None
    safe = parts and host and (parts.scheme == "https" or (parts.scheme == "http" and is_loopback(host)))
    if not safe or not parts or parts.fragment or "@" in parts.netloc or " " in str(value):
        raise ConfigurationError(
            f"redirect_url={value!r}: give the https address of the app's own page that takes the code"
        )


@attrs.frozen(kw_only=True)
class Tenant:
    """A site whose user let the app in. ``site_id`` says whose account a call is for.

    ``host`` is the site's own (``"acme.daftra.com"``) and ``subdomain`` its first part, ``None`` for a domain of its
    own or where the server did not tell.
    """

    site_id: int
    subdomain: str | None = None
    host: str | None = None


@attrs.frozen
class AppCredential:
    """An app of the marketplace, as it is known to the one host of all apps; ``AppGrant`` says how it is let in."""

    client_id: str
    client_secret: Secret = attrs.field(converter=_secret, validator=_not_empty)
    redirect_url: str = attrs.field(validator=_redirect_url)
    base_url: str = attrs.field(converter=check_base_url, kw_only=True)
    store: TokenStore = attrs.field(factory=MemoryTokenStore, kw_only=True, repr=False, eq=False)
    kept: LosslessStore = attrs.field(
        init=False, repr=False, eq=False, default=attrs.Factory(lambda app: LosslessStore(app.store), takes_self=True)
    )
    """The store, with what could not be written yet: the same for every client of the app."""


Auth = ApiKey | BearerToken | PasswordGrant | ClientCredentials | AppCredential
