"""What a client has on one event loop: an engine, and the state of each account that is called through it."""

from __future__ import annotations

from typing import Any

from .account_state import AccountState, Shared
from .engine import Engine
from .environment import proxy_for, verified_tls


class LoopState:
    """Belongs to the event loop that it is made on; ``shared`` is what it has in common with the others.

    The connections go to one host and are shared; nothing else is between the sites that an app calls there.
    """

    def __init__(self, shared: Shared) -> None:
        settings = shared.settings
        self._shared = shared
        self._engine: Engine = _engine_for(settings.base_url, settings.http_client, max_body=settings.max_body)
        self._accounts: dict[int | None, AccountState] = {}

    def account(self, site_id: int | None) -> AccountState:
        """The account of a site, ``None`` for the credential's own."""
        account = self._accounts.get(site_id)
        if account is None:
            account = self._accounts[site_id] = AccountState(self._shared, self._engine, site_id=site_id)
        return account

    async def aclose(self) -> None:
        for account in self._accounts.values():
            await account.aclose()
        await self._engine.aclose()


def _engine_for(base_url: str, http_client: Any, *, max_body: int) -> Engine:
    """The engine that sends through ``http_client``, or the default one. The imports happen here, at the first call."""
    if http_client is not None:
        from .httpx_engine import HttpxEngine

        return HttpxEngine(http_client, base_url, max_body=max_body)
    from .aiohttp_engine import AiohttpEngine

    tls = verified_tls() if base_url.startswith("https:") else None
    return AiohttpEngine(base_url, tls=tls, proxy=proxy_for(base_url), max_body=max_body)
