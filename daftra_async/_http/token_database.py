"""Tokens of many accounts in one SQLite file: a row each, replaced alone, encrypted where a key is given."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import sqlite3
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from ..errors import ConfigurationError
from .token_file import as_plain, open_lock, refuse_link, refuse_unless_private, take, token_of
from .token_store import Token

if TYPE_CHECKING:
    from cryptography.fernet import MultiFernet

T = TypeVar("T")

_SCHEMA = "CREATE TABLE IF NOT EXISTS tokens (account TEXT PRIMARY KEY, content TEXT NOT NULL) WITHOUT ROWID"
_LOAD = "SELECT content FROM tokens WHERE account = ?"
_SAVE = "INSERT OR REPLACE INTO tokens VALUES (?, ?)"
_PROOF = "proof that the file can be written"
_BUSY_SECONDS = 30.0

_IN_TURN = threading.Lock()
"""Held for each piece of work: closing a file lets go of every lock that this process has on it, SQLite's too."""


class SqliteTokenStore:
    """Tokens of many accounts in a SQLite file that the processes of one machine share, mode 0600.

    Meant for apps with many sites: one row changes at a time, where a ``FileTokenStore`` writes all of them anew. The
    lock is a file beside it (``….lock``), and holding it proves that the next token can be written.

    With ``key`` (``Fernet.generate_key()`` of the package ``cryptography``; extra ``encryption``) the tokens are
    encrypted, and a row cannot be put in another account's place. Of several keys the first one writes and all can
    read, so that a key can be replaced. Tokens that were written before there was a key are read, and encrypted when
    they are next refreshed. Keep the key elsewhere than the file.

    A file that others may read, or a link, is refused. Every failure of the file, and a key that does not fit, is a
    ``ConfigurationError`` that names the file.
    """

    def __init__(self, path: str | os.PathLike[str], *, key: str | bytes | Sequence[str | bytes] | None = None) -> None:
        self._path = Path(path)
        self._cipher = None if key is None else _cipher([key] if isinstance(key, (str, bytes)) else key)

    def __repr__(self) -> str:
        return f"SqliteTokenStore({str(self._path)!r}{', key=***' if self._cipher else ''})"

    @contextlib.asynccontextmanager
    async def lock(self) -> AsyncIterator[None]:
        with self._told("cannot be locked"):
            descriptor = open_lock(self._path)
        try:
            await take(descriptor, self._path)
            await self._with_database(lambda database: database.execute(_SAVE, ("", _PROOF)), "cannot be written")
            yield
        finally:
            os.close(descriptor)

    async def load(self, account: str) -> Token | None:
        row = await self._with_database(
            lambda database: database.execute(_LOAD, (account,)).fetchone(), "cannot be read"
        )
        return None if row is None else token_of(self._read(account, row[0]))

    async def save(self, account: str, token: Token) -> None:
        content = self._written(account, token)
        await self._with_database(lambda database: database.execute(_SAVE, (account, content)), "cannot be written")

    async def _with_database(self, work: Callable[[sqlite3.Connection], T], what: str) -> T:
        def run() -> T:
            with self._told(what), _IN_TURN:
                self._make_private()
                with closing(sqlite3.connect(self._path, timeout=_BUSY_SECONDS)) as database:
                    database.execute("PRAGMA synchronous = FULL")
                    with database:
                        database.execute(_SCHEMA)
                        return work(database)

        return await asyncio.to_thread(run)

    def _make_private(self) -> None:
        refuse_link(self._path)
        try:
            refuse_unless_private(self._path, os.stat(self._path))
        except FileNotFoundError:
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600))

    def _written(self, account: str, token: Token) -> str:
        text = json.dumps({"account": account, **as_plain(token)})
        return text if self._cipher is None else self._cipher.encrypt(text.encode()).decode()

    def _read(self, account: str, content: str) -> dict[str, object]:
        encrypted = not content.startswith("{")
        if encrypted and self._cipher is None:
            raise ConfigurationError(f"the tokens in {self._path} are encrypted: give the key")
        try:
            found = json.loads(self._decrypted(content) if encrypted else content)
        except ValueError:
            found = None
        if not isinstance(found, dict) or found.get("account") != account:
            raise ConfigurationError(
                f"the token of an account in {self._path} was altered: remove the file, or its row"
            )
        return found

    def _decrypted(self, content: str) -> bytes:
        from cryptography.fernet import InvalidToken

        assert self._cipher is not None  # noqa: S101  # asked before
        try:
            return self._cipher.decrypt(content.encode())
        except InvalidToken:
            raise ConfigurationError(f"the tokens in {self._path} were written with another key, or altered") from None

    @contextlib.contextmanager
    def _told(self, what: str) -> Iterator[None]:
        try:
            yield
        except (OSError, sqlite3.Error) as error:
            refuse_link(self._path)
            raise ConfigurationError(f"the token file {self._path} {what}: {error}") from None


def _cipher(keys: Sequence[str | bytes]) -> MultiFernet:
    try:
        from cryptography.fernet import Fernet, MultiFernet
    except ImportError:
        raise ConfigurationError(
            "encrypted tokens need cryptography: install daftra-async with its extra encryption"
        ) from None
    try:
        return MultiFernet([Fernet(key) for key in keys])
    except (ValueError, TypeError):
        raise ConfigurationError("key= takes what Fernet.generate_key() gives, or a list of such keys") from None
