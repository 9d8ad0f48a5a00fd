"""The ledger's file: made so that it is whole before anything is sent, and opened only if it is exactly a ledger.

What the run is stands in the main file itself before the first byte of a request leaves, not in the log beside it: a
file that was moved without its log still knows its run. Every row carries a checksum, for SQLite has none: a flipped
bit is damage and never another outcome.
"""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

import msgspec

from .._files import sync_folder
from .entry import State
from .errors import LedgerBusy, LedgerDamaged, LedgerError, LedgerMismatch

FORMAT: Final = 2
APPLICATION: Final = 0x44414654

COLUMNS = "position, digest, key, total, state, attempts, record_id, number, reason"

_SCHEMA = f"""
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL, sum INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE drafts (
    position INTEGER PRIMARY KEY,
    digest BLOB NOT NULL,
    key TEXT,
    total TEXT,
    state INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    record_id INTEGER,
    number TEXT,
    reason TEXT,
    sum INTEGER NOT NULL
);
CREATE UNIQUE INDEX by_key ON drafts (key) WHERE key IS NOT NULL AND state <> {State.REFUSED.value};
CREATE UNIQUE INDEX by_record ON drafts (record_id) WHERE record_id IS NOT NULL;
PRAGMA application_id = {APPLICATION};
PRAGMA user_version = {FORMAT};
"""

_FOUND = """
CREATE TEMP TABLE found (key TEXT, record_id INTEGER, row TEXT, PRIMARY KEY (key, record_id)) WITHOUT ROWID;
"""

FACTS = frozenset({"account", "resource", "key", "name", "begun"})
"""What a ledger that belongs to a run knows of it."""

ADVICE = "move it away and run the same call again: what was created is found on the server by its key"


def connect(path: Path | None) -> sqlite3.Connection:
    """A connection that holds the ledger for itself; the file is created if there is none.

    Raises ``LedgerBusy``, ``LedgerDamaged``, ``LedgerMismatch`` and ``LedgerError``.
    """
    with explained(path):
        if path is not None:
            make_private(path)
        database = sqlite3.connect(path or ":memory:", timeout=0, isolation_level=None, check_same_thread=False)
        try:
            _open(database, path)
        except BaseException:
            database.close()
            raise
        return database


def _open(database: sqlite3.Connection, path: Path | None) -> None:
    # The exclusive mode keeps the file's lock until the connection or the process ends, kill -9 included.
    database.execute("PRAGMA locking_mode = EXCLUSIVE")
    database.execute("PRAGMA synchronous = FULL")
    database.execute("PRAGMA trusted_schema = OFF")
    database.execute("PRAGMA cache_size = -4000")
    database.create_function("row_sum", -1, checksum, deterministic=True)
    database.execute("BEGIN IMMEDIATE")
    database.execute("COMMIT")
    if _is_new(database):
        # Under a rollback journal, which leaves everything in the main file; only then does the log begin.
        database.executescript(f"BEGIN IMMEDIATE;{_SCHEMA}COMMIT;")
        if path is not None:
            sync_folder(path.resolve().parent)
    else:
        _check(database, path)
    database.execute("PRAGMA journal_mode = WAL")
    database.execute(_FOUND)


def _is_new(database: sqlite3.Connection) -> bool:
    tables = database.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    return not tables and not _pragma(database, "application_id") and not _pragma(database, "user_version")


def _check(database: sqlite3.Connection, path: Path | None) -> None:
    """Refuse whatever is not exactly what this version would have written."""
    if _pragma(database, "application_id") != APPLICATION:
        raise LedgerDamaged(f"{path} is a database, but no bulk ledger: choose another path")
    version = _pragma(database, "user_version")
    if version != FORMAT:
        raise LedgerMismatch(f"{path} has ledger format {version}, this version of the SDK writes {FORMAT}")
    if _schema_of(database) != _expected_schema():
        raise LedgerDamaged(f"{path} has other tables, indexes or triggers than a ledger: {ADVICE}")
    if (problem := database.execute("PRAGMA integrity_check(1)").fetchone()[0]) != "ok":
        raise LedgerDamaged(f"{path} is damaged ({problem}): {ADVICE}")
    for table, columns in (("facts", "name, value"), ("drafts", COLUMNS)):
        wrong = database.execute(f"SELECT count(*) FROM {table} WHERE sum IS NOT row_sum({columns})").fetchone()[0]  # noqa: S608
        if wrong:
            raise LedgerDamaged(f"{path} is damaged ({wrong} rows of {table} were altered): {ADVICE}")
    facts = dict(database.execute("SELECT name, value FROM facts").fetchall())
    rows, end = database.execute("SELECT count(*), coalesce(max(position) + 1, 0) FROM drafts").fetchone()
    known = facts.keys() & FACTS
    if rows != end or rows < int(facts.get("size", 0)) or (known != FACTS and (known or rows)):
        raise LedgerDamaged(f"{path} is damaged (rows are missing): {ADVICE}")


def _schema_of(database: sqlite3.Connection) -> list[tuple[Any, ...]]:
    return database.execute("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").fetchall()


def _expected_schema() -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(":memory:")) as database:
        database.executescript(_SCHEMA)
        return _schema_of(database)


def checksum(*values: Any) -> int:
    """Of the values of a row; any change of a single bit changes it."""
    return zlib.crc32(msgspec.msgpack.encode(values))


def settle_into_main_file(database: sqlite3.Connection) -> None:
    """Move what stands in the log into the main file, on the disk when this returns."""
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def open_to_read(path: Path) -> sqlite3.Connection:
    """A second connection that only reads, for a ledger that was closed. Raises ``LedgerError`` where there is none."""
    if not path.exists():
        raise LedgerError(f"there is no ledger at {path}")
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=0)


def make_private(path: Path) -> None:
    """See that the file is there, for its owner only: SQLite gives its log the same mode.

    A file that exists is never opened here. To close it would drop every lock that this process holds on it, and
    another process could take a ledger that is in use.
    """
    if path.is_symlink():
        raise LedgerError(f"the ledger {path} is a link: name the file itself")
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    except FileExistsError:
        if not path.is_file():
            raise LedgerError(f"the ledger {path} is no file: choose another path") from None
        path.chmod(0o600)


@contextmanager
def explained(path: Path | None) -> Iterator[None]:
    """Turn SQLite's errors into the ledger's, with what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise LedgerBusy(f"another run holds the ledger {path}: wait for it to end, or stop it") from error
        if not hasattr(error, "sqlite_errorcode"):
            # Not SQLite's word but Python's: a text that is no UTF-8.
            raise LedgerDamaged(f"{path} is damaged (a text cannot be read): {ADVICE}") from error
        raise LedgerError(f"the ledger {path} cannot be used: {error}") from error
    except (sqlite3.DatabaseError, UnicodeDecodeError) as error:
        raise LedgerDamaged(f"{path} is no usable ledger ({error}): {ADVICE}, or choose another path") from error
    except OSError as error:
        raise LedgerError(f"the ledger {path} cannot be opened: {error.strerror}") from error


def _pragma(database: sqlite3.Connection, name: str) -> int:
    return int(database.execute(f"PRAGMA {name}").fetchone()[0])
