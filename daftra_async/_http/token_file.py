"""Tokens in a file that processes share: who may read it, how it is locked and how it is replaced."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import secrets
import stat
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Any

from .._files import sync_folder, try_lock
from ..errors import ConfigurationError
from .redaction import Secret
from .token_store import LOCK_POLL, Token, is_token

LOCK_PATIENCE = 300.0
"""Seconds after which whoever holds the lock of a token file is taken to hang: a refresh is over long before."""

OTHERS = stat.S_IRWXG | stat.S_IRWXO
_NOT_THROUGH_LINKS = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


class FileTokenStore:
    """Tokens in a file that processes of one machine share: mode 0600, replaced atomically, locked while refreshed.

    The lock is a file beside it (``….lock``) that the operating system releases when its holder dies. Before a token is
    exchanged, holding the lock proves that the next one can be written.

    A file that others may read is refused, as ssh refuses such keys: making it private again would hide that its tokens
    may be known. So is a link: what it leads to belongs to somebody else, or would be replaced by a file. Every failure
    of the file system is a ``ConfigurationError`` that names the file.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self._path = Path(path)

    def __repr__(self) -> str:
        return f"FileTokenStore({str(self._path)!r})"

    @contextlib.asynccontextmanager
    async def lock(self) -> AsyncIterator[None]:
        with self._told("cannot be locked"):
            descriptor = open_lock(self._path)
        try:
            await take(descriptor, self._path)
            self._prove_writable()
            yield
        finally:
            os.close(descriptor)

    async def load(self, account: str) -> Token | None:
        return token_of(self._read().get(account))

    async def save(self, account: str, token: Token) -> None:
        await asyncio.to_thread(self._write, {**self._read(), account: as_plain(token)})

    def _read(self) -> dict[str, Any]:
        with self._told("cannot be read"):
            try:
                # Without waiting: opening a pipe would hang.
                descriptor = os.open(self._path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _NOT_THROUGH_LINKS)
            except FileNotFoundError:
                refuse_link(self._path)
                return {}
            with os.fdopen(descriptor, "rb") as file:
                refuse_unless_private(self._path, os.fstat(descriptor))
                text = file.read()
        try:
            content = json.loads(text) if text.strip() else {}
            if not isinstance(content, dict) or not all(isinstance(value, dict) for value in content.values()):
                raise ValueError
        except (ValueError, RecursionError):
            raise ConfigurationError(f"{self._path} is no token file: name another, or remove it") from None
        return content

    def _prove_writable(self) -> None:
        """Raises unless a token could be written now: one that is exchanged and cannot be kept is lost for everyone."""
        with self._told("cannot be written"):
            refuse_link(self._path)
            draft = self._draft()
            try:
                _write_new(draft, b" " * 4096)
            finally:
                draft.unlink(missing_ok=True)

    def _write(self, content: dict[str, Any]) -> None:
        with self._told("cannot be written"):
            refuse_link(self._path)
            draft = self._draft()
            try:
                _write_new(draft, json.dumps(content).encode())
                draft.replace(self._path)
            except BaseException:
                draft.unlink(missing_ok=True)
                raise
            sync_folder(self._path.parent)

    def _draft(self) -> Path:
        return self._path.with_name(f".{self._path.name}.{os.getpid()}.{secrets.token_hex(4)}")

    @contextlib.contextmanager
    def _told(self, what: str) -> Iterator[None]:
        try:
            yield
        except (OSError, ValueError) as error:
            refuse_link(self._path)
            raise ConfigurationError(f"the token file {self._path} {what}: {error}") from None


def open_lock(path: Path) -> int:
    """The descriptor of the lock file beside a token file, private like it. Raises ``OSError``."""
    return os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT | _NOT_THROUGH_LINKS, 0o600)


async def take(descriptor: int, path: Path) -> None:
    """Wait for the lock. Raises ``ConfigurationError`` if its holder seems to hang.

    Asking again instead of waiting keeps the event loop free and leaves no thread behind a cancelled waiter.
    """
    clock = asyncio.get_running_loop().time
    patient_until = clock() + LOCK_PATIENCE
    while not try_lock(descriptor):
        if clock() > patient_until:
            raise ConfigurationError(f"{path}.lock is held by another process that seems to hang: end it")
        await asyncio.sleep(LOCK_POLL)


def refuse_unless_private(path: Path, found: os.stat_result) -> None:
    """Raises ``ConfigurationError`` for what is no file, and for a file with content that others may read."""
    if not stat.S_ISREG(found.st_mode):
        raise ConfigurationError(f"{path} is no file: name the file that is to keep the tokens")
    if sys.platform != "win32" and found.st_size and found.st_mode & OTHERS:
        raise ConfigurationError(
            f"{path} can be read by others (mode {stat.S_IMODE(found.st_mode):o}): its tokens may be known. "
            "Revoke them and remove the file, or take the rights of others away (chmod 600) if you know better"
        )


def refuse_link(path: Path) -> None:
    """Raises ``ConfigurationError`` for a link: what it leads to belongs to somebody else."""
    if os.path.islink(path):
        raise ConfigurationError(f"{path} is a link: name the file itself, which holds the tokens")


def _write_new(path: Path, content: bytes) -> None:
    """A new file that its owner alone can read, on the disk when this returns."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOT_THROUGH_LINKS, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def as_plain(token: Token) -> dict[str, Any]:
    """The token as JSON holds it."""
    return {
        "access_token": token.access.reveal(),
        "refresh_token": token.refresh.reveal() if token.refresh else None,
        "expires_at": token.expires_at,
        "lifetime": token.lifetime,
    }


def token_of(content: dict[str, Any] | None) -> Token | None:
    """The token in a file's JSON; ``None`` for what holds none."""
    if not content or not is_token(content.get("access_token")):
        return None
    refresh, expires_at, lifetime = (content.get(name) for name in ("refresh_token", "expires_at", "lifetime"))
    return Token(
        access=Secret(content["access_token"]),
        refresh=Secret(refresh) if isinstance(refresh, str) else None,
        expires_at=expires_at if isinstance(expires_at, (int, float)) else None,
        lifetime=lifetime if isinstance(lifetime, (int, float)) else None,
    )
