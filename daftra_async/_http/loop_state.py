"""What a client has on one event loop: an engine, and the state of each account that is called through it."""

from __future__ import annotations

from .account_state import AccountState, Shared
from .engine import Engine, engine_for


class LoopState:
    """Belongs to the event loop that it is made on; ``shared`` is what it has in common with the others.

    The connections go to one host and are shared; nothing else is between the sites that an app calls there.
    """

    def __init__(self, shared: Shared) -> None:
        settings = shared.settings
        self._shared = shared
        self._engine: Engine = engine_for(settings.base_url, settings.http_client, max_body=settings.max_body)
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
