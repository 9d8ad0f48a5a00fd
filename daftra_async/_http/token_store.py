"""The tokens of an account: what they are, where they are kept, and that none is lost on the way."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
import warnings
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from typing import Protocol

import attrs
import msgspec

from ..errors import TokenNotStored
from .redaction import Secret

LOCK_POLL = 0.02
"""Seconds between two attempts to get a lock that somebody else holds."""

WRITE_AGAIN = 30.0
"""Seconds between two attempts to write a pair that could not be written."""

_log = logging.getLogger("daftra_async")


@attrs.frozen(kw_only=True)
class Token:
    """An access token, what refreshes it, and when it ends (seconds since 1970; ``None``: the server did not say)."""

    access: Secret
    refresh: Secret | None = None
    expires_at: float | None = None
    lifetime: float | None = None

    def fresh(self, now: float) -> bool:
        """Whether it can still be used: a tenth of its life, at most a minute, is kept as a margin."""
        if self.expires_at is None:
            return True
        margin = 60.0 if self.lifetime is None else min(60.0, self.lifetime / 10)
        return now < self.expires_at - margin


def is_token(value: object) -> bool:
    """Whether this can be a token: a text that a header can carry."""
    return isinstance(value, str) and bool(value) and all("!" <= character <= "~" for character in value)


class TokenStore(Protocol):
    """Where tokens are kept; ``account`` tells apart the accounts that share a store."""

    def lock(self) -> AbstractAsyncContextManager[None]:
        """Held while a token is replaced: nobody else who shares the store replaces one meanwhile.

        The best place to find out that nothing can be written, before a token is exchanged that cannot be kept.
        """
        ...

    async def load(self, account: str) -> Token | None: ...

    async def save(self, account: str, token: Token) -> None:
        """Keep the token. Returns once it is safe: the token is used only afterwards."""
        ...


class MemoryTokenStore:
    """Tokens for the life of this object, on whichever threads and event loops it is used."""

    def __init__(self) -> None:
        self._tokens: dict[str, Token] = {}
        self._busy = threading.Lock()

    @contextlib.asynccontextmanager
    async def lock(self) -> AsyncIterator[None]:
        # Its holder may be in another thread, and this loop has other work meanwhile.
        while not self._busy.acquire(blocking=False):  # noqa: ASYNC110
            await asyncio.sleep(LOCK_POLL)
        try:
            yield
        finally:
            self._busy.release()

    async def load(self, account: str) -> Token | None:
        return self._tokens.get(account)

    async def save(self, account: str, token: Token) -> None:
        self._tokens[account] = token

    def __repr__(self) -> str:
        return "MemoryTokenStore()"

    def __deepcopy__(self, memo: object) -> MemoryTokenStore:
        """The same one: two that each go on alone would both use a refresh token that serves once."""
        return self


class Unwritten(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """A pair that could not be written, what the store holds in its place, and when to try again."""

    token: Token
    replaces: Token | None
    write_at: float


class LosslessStore:
    """A store that loses no pair: one that cannot be written is kept here, used, and written later.

    The server has exchanged it by then, and the old pair is worth nothing: without this the account would be locked
    out. Shared by all event loops of a client, which keep the same time.
    """

    def __init__(self, store: TokenStore) -> None:
        self._store = store
        self._seen: dict[str, Token | None] = {}
        self._unwritten: dict[str, Unwritten] = {}

    def lock(self) -> AbstractAsyncContextManager[None]:
        return self._store.lock()

    async def load(self, account: str) -> Token | None:
        stored = self._seen[account] = await self._store.load(account)
        kept = self._unwritten.get(account)
        if kept is None:
            return stored
        if stored == kept.replaces:
            return kept.token
        # Somebody else has stored another pair since then, and that one is newer.
        del self._unwritten[account]
        return stored

    async def save(self, account: str, token: Token) -> None:
        """Keep the token: in the store, or here with a ``TokenNotStored`` warning."""
        self._keep(account, token)
        try:
            await self._store.save(account, token)
        except Exception as error:
            self._warn(error)
        else:
            del self._unwritten[account]

    def is_due(self, account: str) -> bool:
        """Whether a pair waits to be written, and it is time to try."""
        kept = self._unwritten.get(account)
        return kept is not None and asyncio.get_running_loop().time() >= kept.write_at

    async def write_again(self, account: str) -> None:
        """Write the pair that waits, if one does. Warns where it still cannot be written."""
        kept = self._unwritten.get(account)
        if kept is None:
            return
        self._keep(account, kept.token)
        try:
            async with self.lock():
                if await self.load(account) == kept.token and account in self._unwritten:
                    await self._store.save(account, kept.token)
                    del self._unwritten[account]
        except Exception as error:
            self._warn(error)

    def _keep(self, account: str, token: Token) -> None:
        write_at = asyncio.get_running_loop().time() + WRITE_AGAIN
        self._unwritten[account] = Unwritten(token=token, replaces=self._seen.get(account), write_at=write_at)

    def _warn(self, error: Exception) -> None:
        text = f"a new pair of tokens is in use and could not be written to {self._store!r}: {type(error).__name__}"
        _log.error("%s", text)
        warnings.warn(TokenNotStored(text), stacklevel=2)
