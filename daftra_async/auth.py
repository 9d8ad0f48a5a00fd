"""Who is calling: the credentials that the server knows, and how an app of the marketplace gets them."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlencode, urlsplit

import attrs

from ._http.redaction import Secret
from ._http.token_store import LosslessStore, MemoryTokenStore, TokenStore
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


@attrs.frozen(kw_only=True)
class ClientCredentials:
    """An API client's own id and secret, exchanged for a token without a user (``grant_type=client_credentials``)."""

    client_id: str
    client_secret: Secret = attrs.field(converter=_secret, validator=_not_empty)
    store: TokenStore = attrs.field(factory=MemoryTokenStore, repr=False, eq=False)


def _app_host(value: str) -> str:
    from ._http.base_url import check_base_url

    return check_base_url(value)


def _redirect_url(owner: object, attribute: attrs.Attribute[str], value: object) -> None:
    from ._http.base_url import is_loopback

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
class AppGrant:
    """An app of the marketplace, which users of many sites let into their accounts.

    Send a user to ``authorise_url()``; the browser comes back to ``redirect_url`` with a ``code``, which ``exchange``
    turns into the site's first pair of tokens. From then on ``Daftra(auth=app, site_id=…)`` calls ``base_url``, the one
    host of all apps, with the site's token and its ``Site-Id``; one client serves all sites with
    ``with_options(site_id=…)``. Tokens are refreshed like any other, each site's by itself.

    ``base_url`` is the host that the app's page in the developers' portal names. ``store`` keeps the tokens of all
    sites: give one that outlives the process, or every user has to let the app in again.
    """

    client_id: str
    client_secret: Secret = attrs.field(converter=_secret, validator=_not_empty)
    redirect_url: str = attrs.field(validator=_redirect_url)
    base_url: str = attrs.field(converter=_app_host, kw_only=True)
    store: TokenStore = attrs.field(factory=MemoryTokenStore, kw_only=True, repr=False, eq=False)
    kept: LosslessStore = attrs.field(
        init=False, repr=False, eq=False, default=attrs.Factory(lambda app: LosslessStore(app.store), takes_self=True)
    )
    """The store, with what could not be written yet: the same for every client of the app."""

    def authorise_url(self) -> str:
        """Where to send the browser of a user who is to let the app in.

        The server takes no ``state`` and gives none back: believe a code only from a browser that your own page has
        sent there, which a cookie of yours can show.
        """
        return f"{self.base_url}/oauth?{urlencode({'app_id': self.client_id, 'redirect_url': self.redirect_url})}"

    async def exchange(self, code: str, *, http_client: Any = None) -> Tenant:
        """The site that a code is for; its tokens are in the store when this returns.

        A code serves once. Where the store cannot be locked nothing is asked; where the tokens cannot be written,
        ``TokenNotStored`` is warned of, and this app goes on with them.

        Raises:
            ConfigurationError: for a code that is none; nothing was sent.
            AuthenticationError: the server refused the code.
            UnexpectedResponse: the answer names no site.
        """
        from ._http.app_exchange import exchange

        return await exchange(self, code, http_client=http_client)


Auth = ApiKey | BearerToken | PasswordGrant | ClientCredentials | AppGrant

__all__ = [
    "ApiKey",
    "AppGrant",
    "Auth",
    "BearerToken",
    "ClientCredentials",
    "MemoryTokenStore",
    "PasswordGrant",
    "Tenant",
    "TokenStore",
]
