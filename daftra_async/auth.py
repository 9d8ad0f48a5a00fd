"""Who is calling: the credentials that the server knows, and how an app of the marketplace gets them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import attrs

from ._http.credentials import ApiKey, AppCredential, Auth, BearerToken, ClientCredentials, PasswordGrant, Tenant
from ._http.token_store import MemoryTokenStore, TokenStore


@attrs.frozen
class AppGrant(AppCredential):
    """An app of the marketplace, which users of many sites let into their accounts.

    Send a user to ``authorise_url()``; the browser comes back to ``redirect_url`` with a ``code``, which ``exchange``
    turns into the site's first pair of tokens. From then on ``Daftra(auth=app, site_id=…)`` calls ``base_url``, the one
    host of all apps, with the site's token and its ``Site-Id``; one client serves all sites with
    ``with_options(site_id=…)``. Tokens are refreshed like any other, each site's by itself.

    ``base_url`` is the host that the app's page in the developers' portal names. ``store`` keeps the tokens of all
    sites: give one that outlives the process, or every user has to let the app in again.
    """

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
