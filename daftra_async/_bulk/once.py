"""One write that may be repeated: by a retry, after a crash, by another process. However often, it makes one record.

A write is a bulk run of one draft whose name is the caller's ``once``. Many of them share one ledger file, each a row
of its own, so that a service keeps one file; each is locked by itself, so that they run side by side.
"""

from __future__ import annotations

import asyncio
import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from .._wire.confirmation import Created
from ..errors import ConfigurationError, ValidationError
from .api import BulkApi
from .clock import Clock
from .errors import KeyTaken, LedgerBusy, LedgerDamaged, WriteUnconfirmed
from .keys import run_id
from .ledger import Ledger, entry_of, row_of
from .ledger_file import ADVICE, checksum, explained, make_private
from .options import BulkOptions
from .outcome import Outcome, Reason
from .run import BulkRun
from .run_lock import RunLock

_SCHEMA = """CREATE TABLE IF NOT EXISTS writes (
    account TEXT NOT NULL, resource TEXT NOT NULL, once TEXT NOT NULL, content TEXT NOT NULL, sum INTEGER NOT NULL,
    PRIMARY KEY (account, resource, once)) WITHOUT ROWID"""
_SAVE = "INSERT OR REPLACE INTO writes VALUES (?, ?, ?, ?, ?)"
_LOAD = "SELECT content, sum FROM writes WHERE account = ? AND resource = ? AND once = ?"
_BUSY_SECONDS = 30.0
_POLL_SECONDS = 0.05

Result = TypeVar("Result")


async def create_once(
    api: BulkApi,
    draft: object,
    *,
    once: str,
    path: str | os.PathLike[str] | None,
    options: BulkOptions,
    clock: Clock | None = None,
) -> Created:
    """The record of this ``once``, made now or before. ``options.name`` is the run's name, made of ``once``.

    Waits while another task or process is at the same write. Raises what ``Bulk.create_once`` says.
    """
    name = options.name or once
    lock = RunLock()
    run = run_id(api.account, api.resource, name)
    waited = 0.0
    while True:
        try:
            await asyncio.to_thread(lock.acquire, run)
            break
        except LedgerBusy:
            if waited > 2 * options.settle + _BUSY_SECONDS:
                raise
            await asyncio.sleep(_POLL_SECONDS)
            waited += _POLL_SECONDS
    try:
        ledger = await asyncio.to_thread(OnceLedger, path, account=api.account, resource=api.resource, name=name)
        work = BulkRun(api, [draft], ledger=ledger, options=options, clock=clock, lock=lock)
        (outcome,) = [outcome async for outcome in work]
    finally:
        lock.release()
    return _created(outcome, once)


def _created(outcome: Outcome, once: str) -> Created:
    if outcome.status == "created" and outcome.id is not None:
        return Created(id=outcome.id, number=outcome.number)
    reason = outcome.error or Reason(kind="unresolved", message="nobody can tell why")
    match reason.kind:
        case "server":
            status = reason.code or 200
            raise ValidationError(reason.message, status=status, validation_errors=reason.validation_errors)
        case "invalid_draft":
            raise ConfigurationError(reason.message)
        case "existing_key" | "repeated_key":
            raise KeyTaken(reason.message)
    raise WriteUnconfirmed(
        f"once={once!r}: whether the record exists is not known ({reason}): make the same call again"
    )


class OnceLedger(Ledger):
    """The ledger of one write: in memory, and written through to its row of the shared file before anything leaves."""

    def __init__(self, path: str | os.PathLike[str] | None, *, account: str, resource: str, name: str) -> None:
        self._file = None if path is None else Path(path)
        self._row = (account, resource, name)
        self._loading = True
        super().__init__(None)
        if self._file is not None:
            with explained(self._file):
                make_private(self._file)
                with closing(self._connect()) as database:
                    database.execute(_SCHEMA)
                    found = database.execute(_LOAD, self._row).fetchone()
            if found is not None:
                self._load(*found)
        self._loading = False

    @property
    def in_memory(self) -> bool:
        return self._file is None

    def _connect(self) -> sqlite3.Connection:
        database = sqlite3.connect(str(self._file), timeout=_BUSY_SECONDS, isolation_level=None)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        return database

    def _load(self, content: str, total: int) -> None:
        if checksum(*self._row, content) != total:
            raise LedgerDamaged(f"{self._file}: the row of {self._row[2]!r} was altered: {ADVICE}")
        facts, rows = msgspec.json.decode(content)
        operations: list[Callable[[], Any]] = [partial(self.set_fact, *fact) for fact in facts.items()]
        operations.append(partial(self.intend, [entry_of(_with_bytes(row)) for row in rows]))
        super().transact(operations)

    def transact(self, operations: Sequence[Callable[[], Result]]) -> list[Result]:
        results = super().transact(operations)
        if self._file is not None and not self._loading:
            self._save(self._file)
        return results

    def _save(self, path: Path) -> None:
        rows = [_without_bytes(row_of(entry)) for entry in self.entries(0, 1)]
        content = msgspec.json.encode((dict(self._facts), rows)).decode()
        with explained(path), closing(self._connect()) as database:
            database.execute(_SAVE, (*self._row, content, checksum(*self._row, content)))


def _without_bytes(row: tuple[Any, ...]) -> list[Any]:
    position, digest, *rest = row
    return [position, digest.hex(), *rest]


def _with_bytes(row: list[Any]) -> tuple[Any, ...]:
    position, digest, *rest = row
    return (position, bytes.fromhex(digest), *rest)
