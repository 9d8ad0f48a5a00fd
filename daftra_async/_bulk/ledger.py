"""The ledger: what was intended and what is known of every draft, durable before anything leaves.

One SQLite file (write-ahead log, flushed on every commit, readable by its owner only). One run holds it at a time; a
second is refused. A row takes about 60 bytes, plus the key where the draft brought its own.
"""

# ruff: noqa: S608 - the statements are put together from this file's own constants and question keys only
from __future__ import annotations

import os
import sqlite3
import weakref
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self, TypeVar

import msgspec

from .entry import Entry, Finding, Outcomes, State, decode_reason, encode_reason, refuse_repeated
from .errors import LedgerBusy, LedgerDamaged, LedgerError, LedgerMismatch
from .keys import new_ledger_id

FORMAT: Final = 1
APPLICATION: Final = 0x44414654

_SCHEMA = f"""
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE drafts (
    position INTEGER PRIMARY KEY,
    digest BLOB NOT NULL,
    key TEXT,
    total TEXT,
    state INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    record_id INTEGER,
    number TEXT,
    reason TEXT
);
CREATE UNIQUE INDEX by_key ON drafts (key) WHERE key IS NOT NULL AND state <> {State.REFUSED.value};
CREATE UNIQUE INDEX by_record ON drafts (record_id) WHERE record_id IS NOT NULL;
CREATE INDEX still_open ON drafts (position) WHERE state IN (0, 1, 4);
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {FORMAT};
"""
_COLUMNS = "position, digest, key, total, state, attempts, record_id, number, reason"
_INSERT = f"INSERT INTO drafts ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, NULL, NULL, ?)"
_LOOKUP = 500

Result = TypeVar("Result")


class Ledger:
    """A bulk run's memory, in the file at ``path``, or in this process only where ``path`` is None.

    Opening creates the file or takes hold of it. Raises ``LedgerBusy`` while another run holds it, ``LedgerDamaged``
    for a file that is no ledger or fails SQLite's own check, ``LedgerMismatch`` for another format version.
    """

    def __init__(self, path: str | os.PathLike[str] | None) -> None:
        self.path = None if path is None else Path(path)
        self._id = ""
        self._in_use = False
        with _explained(self.path):
            self._connection: sqlite3.Connection | None = _connect(self.path)
            try:
                self._prepare()
            except BaseException:
                self._connection.close()
                raise
        if path is None:
            # Its outcomes are readable as long as anybody holds it, so nobody else can know when it may go.
            weakref.finalize(self, self._connection.close)

    def _prepare(self) -> None:
        database = self._database
        application, version = _pragma(database, "application_id"), _pragma(database, "user_version")
        tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
        if not tables and not application:
            first = f"INSERT INTO facts VALUES ('id', '{new_ledger_id()}');"
            database.executescript(f"BEGIN IMMEDIATE;{_SCHEMA}{first}COMMIT;")
        elif application != APPLICATION:
            raise LedgerDamaged(f"{self.path} is a database, but no bulk ledger: choose another path")
        elif version != FORMAT:
            raise LedgerMismatch(f"{self.path} has ledger format {version}, this version of the SDK writes {FORMAT}")
        elif (result := database.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
            raise LedgerDamaged(f"{self.path} is damaged ({result}): restore a copy, do not start over blindly")
        self._id = self.fact("id") or ""
        if not self._id:
            raise LedgerDamaged(f"{self.path} has no id: restore a copy, do not start over blindly")

    @property
    def id(self) -> str:
        """The text that every key derived by this ledger begins with."""
        return self._id

    @property
    def in_memory(self) -> bool:
        return self.path is None

    @property
    def _database(self) -> sqlite3.Connection:
        if self._connection is None:
            raise LedgerError(f"the ledger {self.path} is closed")
        return self._connection

    @contextmanager
    def held(self) -> Iterator[None]:
        """For the length of a run: raises ``LedgerBusy`` while another run of this process has it."""
        if self._in_use:
            raise LedgerBusy(f"another run uses the ledger {self.path or 'in memory'}: wait for it to end, or stop it")
        self._in_use = True
        try:
            yield
        finally:
            self._in_use = False

    def close(self) -> None:
        """Let go of the file. What it holds stays readable through this object; an in-memory ledger stays open."""
        if self._connection is not None and self.path is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def bind(self, **facts: str) -> None:
        """Tie the ledger to its account, resource and key. Raises ``LedgerMismatch`` if it is tied to others."""
        known = {name: self.fact(name) for name in facts}
        for name, value in facts.items():
            if known[name] not in (None, value):
                raise LedgerMismatch(f"the ledger's {name} is {known[name]!r}, this run's is {value!r}")
        if None in known.values():
            self.transact([partial(self.set_fact, name, value) for name, value in facts.items()])

    def transact(self, operations: Sequence[Callable[[], Result]]) -> list[Result]:
        """Run the operations in one transaction, flushed to the disk when this returns; all of them or none."""
        with _explained(self.path):
            database = self._database
            database.execute("BEGIN IMMEDIATE")
            try:
                results = [operation() for operation in operations]
                database.execute("COMMIT")
            except BaseException:
                if database.in_transaction:
                    database.execute("ROLLBACK")
                raise
            return results

    # Operations: to be run inside ``transact``.

    def intend(self, entries: Sequence[Entry]) -> list[Entry]:
        """Record drafts that are about to be sent for the first time; returns them as recorded.

        A draft whose key an earlier one has already is recorded as refused.
        """
        recorded = []
        keys: dict[str, int] = {}
        for entry in entries:
            if entry.key is None or entry.state is State.REFUSED:
                recorded.append(entry)
                continue
            first = keys.get(entry.key, self._holder(entry.key))
            recorded.append(entry if first is None else refuse_repeated(entry, first))
            keys.setdefault(entry.key, entry.position)
        self._database.executemany(_INSERT, [_row(entry) for entry in recorded])
        return recorded

    def intend_again(self, positions: Iterable[int]) -> None:
        """Record that drafts proved absent are about to be sent once more."""
        self._database.executemany(
            "UPDATE drafts SET state = ?, attempts = attempts + 1, reason = NULL WHERE position = ?",
            [(State.SENT.value, position) for position in positions],
        )

    def conclude(self, findings: Sequence[Finding]) -> set[int]:
        """Record what became known: all of it, or nothing if a record id belongs to another draft already.

        Returns the ids that do; none if all was recorded.
        """
        claimed = [finding.record_id for finding in findings if finding.record_id is not None]
        taken = self.known_ids(claimed) if claimed else set()
        if len(set(claimed)) < len(claimed):
            taken |= {identity for identity, times in Counter(claimed).items() if times > 1}
        if taken:
            return taken
        self._database.executemany(
            "UPDATE drafts SET state = ?, record_id = ?, number = ?, reason = ? WHERE position = ?",
            [(int(f.state), f.record_id, f.number, encode_reason(f.reason), f.position) for f in findings],
        )
        return set()

    def note_existing(self, found: Iterable[tuple[str, int]]) -> None:
        """Remember, until the ledger is closed, keys that were on the server before."""
        self._database.executemany("INSERT OR IGNORE INTO existing VALUES (?, ?)", found)

    def complete_input(self, size: int) -> None:
        """Remember that the input has been read to its end."""
        self.set_fact("size", str(size))

    def set_fact(self, name: str, value: str) -> None:
        self._database.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))

    # Reading.

    def fact(self, name: str) -> str | None:
        with self._reading() as database:
            row = database.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return None if row is None else row[0]

    def input_size(self) -> int | None:
        """How many drafts the input has; None until it was read to its end once."""
        size = self.fact("size")
        return None if size is None else int(size)

    def size(self) -> int:
        """How many drafts are recorded."""
        with self._reading() as database:
            return int(database.execute("SELECT coalesce(max(position) + 1, 0) FROM drafts").fetchone()[0])

    def entries(self, first: int, count: int) -> list[Entry]:
        """The rows of positions ``first`` to ``first + count - 1``, as far as they exist."""
        return self._entries("WHERE position >= ? AND position < ? ORDER BY position", (first, first + count))

    def open_entries(self) -> list[Entry]:
        """The rows without a final outcome."""
        return self._entries("WHERE state IN (0, 1, 4) ORDER BY position", ())

    def entries_at(self, positions: Sequence[int]) -> list[Entry]:
        """The rows of these positions."""
        return self._entries_in("position", positions)

    def entries_with_keys(self, keys: Sequence[str]) -> list[Entry]:
        """The rows of these keys, which drafts brought along."""
        return [entry for entry in self._entries_in("key", keys) if entry.state is not State.REFUSED]

    def entries_with_ids(self, record_ids: Sequence[int]) -> list[Entry]:
        """The rows whose records have these ids."""
        return self._entries_in("record_id", record_ids)

    def scopes(self) -> list[tuple[tuple[str, str], ...]]:
        """The list parameters under which the run's records show up; the plain list first."""
        return [(), *msgspec.json.decode(self.fact("scopes") or "[]", type=list[tuple[tuple[str, str], ...]])]

    def add_scope(self, scope: tuple[tuple[str, str], ...]) -> None:
        known = self.scopes()
        if scope not in known:
            self.set_fact("scopes", msgspec.json.encode([*known[1:], scope]).decode())

    def counts(self) -> dict[State, int]:
        """How many drafts stand where."""
        with self._reading() as database:
            rows = database.execute("SELECT state, count(*) FROM drafts GROUP BY state").fetchall()
        return {State(state): count for state, count in rows}

    def known_ids(self, ids: Sequence[int]) -> set[int]:
        """Those of the record ids that belong to a draft of this ledger already."""
        found: set[int] = set()
        with self._reading() as database:
            for part in _parts(ids):
                holes = ",".join("?" * len(part))
                found.update(
                    row[0]
                    for row in database.execute(
                        f"SELECT record_id FROM drafts WHERE record_id IN ({holes})",
                        part,
                    )
                )
        return found

    def _entries_in(self, column: str, values: Sequence[Any]) -> list[Entry]:
        return [
            entry
            for part in _parts(values)
            for entry in self._entries(f"WHERE {column} IN ({','.join('?' * len(part))})", part)
        ]

    def existing(self, keys: Sequence[str]) -> dict[str, int]:
        """Those of the keys that were on the server before, with the record that carries each."""
        found: dict[str, int] = {}
        with self._reading() as database:
            for part in _parts(keys):
                holes = ",".join("?" * len(part))
                found.update(
                    database.execute(f"SELECT key, record_id FROM existing WHERE key IN ({holes})", part).fetchall()
                )
        return found

    def outcomes(self) -> Outcomes:
        """A view of every draft's outcome, in input order."""
        return Outcomes(self)

    def _entries(self, where: str, arguments: Sequence[object]) -> list[Entry]:
        with self._reading() as database:
            rows = database.execute(f"SELECT {_COLUMNS} FROM drafts {where}", arguments).fetchall()
        return [_entry(row) for row in rows]

    def _holder(self, key: str) -> int | None:
        row = self._database.execute(
            f"SELECT position FROM drafts WHERE key = ? AND state <> {State.REFUSED.value}",
            (key,),
        ).fetchone()
        return None if row is None else row[0]

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with _explained(self.path):
            if self._connection is not None:
                yield self._connection
                return
            database = sqlite3.connect(f"{_existing(self.path).as_uri()}?mode=ro", uri=True, timeout=0)
            try:
                yield database
            finally:
                database.close()


def _connect(path: Path | None) -> sqlite3.Connection:
    if path is not None:
        _make_private(path)
    database = sqlite3.connect(path or ":memory:", timeout=0, isolation_level=None, check_same_thread=False)
    try:
        # The exclusive mode keeps the file's lock until the connection or the process ends, kill -9 included.
        database.execute("PRAGMA locking_mode = EXCLUSIVE")
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.execute("PRAGMA cache_size = -4000")
        database.execute("CREATE TEMP TABLE existing (key TEXT PRIMARY KEY, record_id INTEGER) WITHOUT ROWID")
        database.execute("BEGIN IMMEDIATE")
        database.execute("COMMIT")
    except BaseException:
        database.close()
        raise
    return database


def _make_private(path: Path) -> None:
    """See that the database is there for its owner only: SQLite gives its log the same mode.

    A file that exists is never opened here. To close it would drop every lock that this process holds on it, and
    another process could take a ledger that is in use.
    """
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        if not path.is_file():
            raise LedgerError(f"the ledger {path} is no file: choose another path") from None
        path.chmod(0o600)


@contextmanager
def _explained(path: Path | None) -> Iterator[None]:
    """Turn SQLite's errors into the ledger's, with what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise LedgerBusy(f"another run holds the ledger {path}: wait for it to end, or stop it") from error
        raise LedgerError(f"the ledger {path} cannot be used: {error}") from error
    except sqlite3.DatabaseError as error:
        raise LedgerDamaged(f"{path} is no usable ledger ({error}): choose another path or restore a copy") from error
    except OSError as error:
        raise LedgerError(f"the ledger {path} cannot be opened: {error.strerror}") from error


def _pragma(database: sqlite3.Connection, name: str) -> int:
    return int(database.execute(f"PRAGMA {name}").fetchone()[0])


def _existing(path: Path | None) -> Path:
    if path is None or not path.exists():
        raise LedgerError(f"there is no ledger at {path}")
    return path.resolve()


def _entry(row: tuple[Any, ...]) -> Entry:
    position, digest, key, total, state, attempts, record_id, number, reason = row
    return Entry(
        position=position,
        digest=digest,
        key=key,
        total=total,
        state=State(state),
        attempts=attempts,
        record_id=record_id,
        number=number,
        reason=decode_reason(reason),
    )


def _row(entry: Entry) -> tuple[Any, ...]:
    reason = encode_reason(entry.reason)
    return entry.position, entry.digest, entry.key, entry.total, int(entry.state), entry.attempts, reason


def _parts(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (values[start : start + _LOOKUP] for start in range(0, len(values), _LOOKUP))
