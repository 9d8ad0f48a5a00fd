"""The tokens of an account: what they are and where they are kept."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import secrets
import sys
from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any, Protocol

import attrs

from ..errors import ConfigurationError
from .redaction import Secret

_LOCK_POLL = 0.02
LOCK_PATIENCE = 300.0
"""Seconds after which whoever holds the lock of a token file is taken to hang: a refresh is over long before."""


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


class TokenStore(Protocol):
    """Where tokens are kept; ``account`` tells apart the accounts that share a store."""

    def lock(self) -> AbstractAsyncContextManager[None]:
        """Held while a token is replaced: nobody else who shares the store replaces one meanwhile."""
        ...

    async def load(self, account: str) -> Token | None: ...

    async def save(self, account: str, token: Token) -> None:
        """Keep the token. Returns once it is safe: the token is used only afterwards."""
        ...


class MemoryTokenStore:
    """Tokens for the life of this object."""

    def __init__(self) -> None:
        self._tokens: dict[str, Token] = {}

    @contextlib.asynccontextmanager
    async def lock(self) -> AsyncIterator[None]:
        yield

    async def load(self, account: str) -> Token | None:
        return self._tokens.get(account)

    async def save(self, account: str, token: Token) -> None:
        self._tokens[account] = token

    def __repr__(self) -> str:
        return "MemoryTokenStore()"


class FileTokenStore:
    """Tokens in a file that processes of one machine share: mode 0600, replaced atomically, locked while refreshed.

    The lock is a file beside it (``….lock``) that the operating system releases when its holder dies.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)

    def __repr__(self) -> str:
        return f"FileTokenStore({str(self._path)!r})"

    @contextlib.asynccontextmanager
    async def lock(self) -> AsyncIterator[None]:
        descriptor = os.open(f"{self._path}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            # Asking again instead of waiting keeps the event loop free and leaves no thread behind a cancelled waiter.
            clock = asyncio.get_running_loop().time
            patient_until = clock() + LOCK_PATIENCE
            while not _try_lock(descriptor):
                if clock() > patient_until:
                    raise ConfigurationError(f"{self._path}.lock is held by another process that seems to hang: end it")
                await asyncio.sleep(_LOCK_POLL)
            yield
        finally:
            os.close(descriptor)

    async def load(self, account: str) -> Token | None:
        return _token(self._read().get(account))

    async def save(self, account: str, token: Token) -> None:
        await asyncio.to_thread(self._write, {**self._read(), account: _plain(token)})

    def _read(self) -> dict[str, Any]:
        try:
            text = self._path.read_bytes()
        except FileNotFoundError:
            return {}
        try:
            content = json.loads(text) if text.strip() else {}
            if not isinstance(content, dict) or not all(isinstance(value, dict) for value in content.values()):
                raise ValueError
        except (ValueError, RecursionError):
            raise ConfigurationError(f"{self._path} is no token file: name another, or remove it") from None
        return content

    def _write(self, content: dict[str, Any]) -> None:
        draft = self._path.with_name(f".{self._path.name}.{os.getpid()}.{secrets.token_hex(4)}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(descriptor, "w", encoding="utf-8") as file:
                json.dump(content, file)
                file.flush()
                os.fsync(file.fileno())
            draft.replace(self._path)
        except BaseException:
            draft.unlink(missing_ok=True)
            raise


def _plain(token: Token) -> dict[str, Any]:
    return {
        "access_token": token.access.reveal(),
        "refresh_token": token.refresh.reveal() if token.refresh else None,
        "expires_at": token.expires_at,
        "lifetime": token.lifetime,
    }


def is_token(value: object) -> bool:
    """Whether this can be a token: a text that a header can carry."""
    return isinstance(value, str) and bool(value) and all("!" <= character <= "~" for character in value)


def _token(content: dict[str, Any] | None) -> Token | None:
    if not content or not is_token(content.get("access_token")):
        return None
    refresh, expires_at, lifetime = (content.get(name) for name in ("refresh_token", "expires_at", "lifetime"))
    return Token(
        access=Secret(content["access_token"]),
        refresh=Secret(refresh) if isinstance(refresh, str) else None,
        expires_at=expires_at if isinstance(expires_at, (int, float)) else None,
        lifetime=lifetime if isinstance(lifetime, (int, float)) else None,
    )


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True
