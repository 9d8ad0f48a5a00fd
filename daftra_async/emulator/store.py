"""The emulated account's records: in memory, indexed on demand, and mirrored to one SQLite file if asked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec

from .clock import Clock

Values = dict[str, Any]

_reading: ContextVar[bool] = ContextVar("reading", default=False)
_lag: ContextVar[float] = ContextVar("lag", default=0.0)

_encoder = msgspec.json.Encoder(decimal_format="number")
_decoder = msgspec.json.Decoder(float_hook=Decimal)


_OWN = frozenset({"id", "created", "modified", "deleted_at"})


class Store:
    """Tables of records by id. A record is a dict of plain values: ints, Decimals, texts, ISO dates, 0/1 flags.

    Records are changed through the methods only: they keep ids counting up, the indexes right and the file written.
    Deleting leaves the record with its ``deleted_at``, as the server does; ``erase`` removes every trace.
    """

    def __init__(self, *, clock: Clock, path: str | Path | None = None) -> None:
        self.clock = clock
        self._tables: dict[str, dict[int, Values]] = {}
        self._last_ids: dict[str, int] = {}
        self._revisions: dict[str, int] = {}
        self._versions: dict[tuple[str, int], int] = {}
        self._changes = 0
        self._indexes: dict[tuple[str, str], dict[Any, dict[int, None]]] = {}
        self._hidden_until: dict[tuple[str, int], float] = {}
        self._dirty: dict[tuple[str, int], None] = {}
        self._file = _File(path) if path is not None else None
        if self._file:
            for table, row_id, body in self._file.read():
                self._place(table, row_id, _decoder.decode(body))

    @property
    def empty(self) -> bool:
        return not any(self._tables.values())

    def tables(self) -> list[str]:
        return sorted(name for name, rows in self._tables.items() if rows)

    def revision(self, table: str) -> int:
        """A number that changes with every change of the table."""
        return self._revisions.get(table, 0)

    def version(self, table: str, id: int) -> int:
        """A number that changes with every change of the record; 0 for one that never was."""
        return self._versions.get((table, id), 0)

    @property
    def lagging(self) -> bool:
        """Whether some record does not show in reads yet."""
        return bool(self._hidden_until)

    @contextmanager
    def request(self, *, reading: bool, lag: float) -> Iterator[None]:
        """One request's view: a reading one does not see records that lag, a writing one makes records that lag."""
        tokens = _reading.set(reading), _lag.set(lag)
        try:
            yield
        finally:
            _reading.reset(tokens[0])
            _lag.reset(tokens[1])

    def insert(self, table: str, values: Mapping[str, Any], *, id: int | None = None) -> int:
        """Add a record and return its id: the next one, or the one given (which then must be free)."""
        new_id = id if id is not None else self._last_ids.get(table, 0) + 1
        if new_id in self._tables.get(table, {}):
            raise ValueError(f"{table} {new_id} exists already: leave the id out or take another")
        stamp = self.clock.stamp()
        plain = {name: value for name, value in values.items() if name not in _OWN}
        own = {
            "created": values.get("created") or stamp,
            "modified": values.get("modified") or stamp,
            "deleted_at": None,
        }
        self._place(table, new_id, {"id": new_id, **plain, **own})
        if lag := _lag.get():
            self._hidden_until[table, new_id] = self.clock.seconds() + lag
        self._touch(table, new_id)
        return new_id

    def update(self, table: str, id: int, values: Mapping[str, Any], *, touch: bool = True) -> None:
        """Change the given fields of a record; ``touch=False`` leaves ``modified`` alone."""
        row = self._tables[table][id]
        stamp = {"modified": self.clock.stamp()} if touch else {}
        self._unindex(table, id, row)
        row.update(values, id=id, **stamp)
        self._index(table, id, row)
        self._touch(table, id)

    def delete(self, table: str, id: int) -> None:
        """Mark a record as deleted: only the reads that include deleted rows still see it."""
        self.update(table, id, {"deleted_at": self.clock.stamp()}, touch=False)

    def erase(self, table: str, id: int) -> None:
        """Remove a record without a trace, as if it had never been."""
        row = self._tables[table].pop(id)
        self._unindex(table, id, row)
        self._touch(table, id)

    def get(self, table: str, id: int, *, deleted: bool = False) -> Values | None:
        row = self._tables.get(table, {}).get(id)
        return row if row is not None and (deleted or row["deleted_at"] is None) and self._visible(table, id) else None

    def rows(self, table: str, *, deleted: bool = False) -> Iterator[Values]:
        """The visible records in the order of their making."""
        for row_id, row in list(self._tables.get(table, {}).items()):
            if (deleted or row["deleted_at"] is None) and self._visible(table, row_id):
                yield row

    def find(self, table: str, column: str, value: Any, *, deleted: bool = False) -> list[Values]:
        """The visible records whose column equals the value, through an index that is built on first use."""
        index = self._indexes.get((table, column))
        if index is None:
            index = self._indexes[table, column] = {}
            for row_id, row in self._tables.get(table, {}).items():
                index.setdefault(_index_key(row.get(column)), {})[row_id] = None
        found = (self.get(table, row_id, deleted=deleted) for row_id in index.get(_index_key(value), ()))
        return [row for row in found if row is not None]

    def count(self, table: str, *, deleted: bool = False) -> int:
        return sum(1 for _ in self.rows(table, deleted=deleted))

    def next_id(self, table: str) -> int:
        return self._last_ids.get(table, 0) + 1

    def snapshot(self) -> bytes:
        """The whole state as JSON, for ``restore``."""
        return _encoder.encode(
            {"tables": {name: list(rows.values()) for name, rows in self._tables.items()}, "last_ids": self._last_ids}
        )

    def restore(self, snapshot: bytes) -> None:
        """Go back to a snapshot. Raises ``ValueError`` for bytes that are none."""
        try:
            state = _decoder.decode(snapshot)
            tables = {str(name): [dict(row) for row in rows] for name, rows in state["tables"].items()}
            last_ids = {str(name): int(last) for name, last in state["last_ids"].items()}
        except (msgspec.DecodeError, TypeError, KeyError, AttributeError) as error:
            raise ValueError("this is no snapshot of an emulator: pass what snapshot() returned") from error
        for table, rows in self._tables.items():
            for row_id in rows:
                self._touch(table, row_id)
        self._tables, self._indexes, self._last_ids, self._hidden_until = {}, {}, {}, {}
        for table, restored in tables.items():
            for row in restored:
                self._place(table, row["id"], row)
                self._touch(table, row["id"])
        self._last_ids.update(last_ids)
        self.commit()

    def commit(self) -> None:
        """Write what changed since the last commit to the file, if there is one."""
        if self._file and self._dirty:
            self._file.write((table, row_id, self._tables.get(table, {}).get(row_id)) for table, row_id in self._dirty)
        self._dirty.clear()

    def close(self) -> None:
        self.commit()
        if self._file:
            self._file.close()
            self._file = None

    def _place(self, table: str, id: int, row: Values) -> None:
        self._tables.setdefault(table, {})[id] = row
        self._last_ids[table] = max(id, self._last_ids.get(table, 0))
        self._index(table, id, row)

    def _touch(self, table: str, id: int) -> None:
        self._changes += 1
        self._revisions[table] = self._versions[table, id] = self._changes
        if self._file:
            self._dirty[table, id] = None

    def _visible(self, table: str, id: int) -> bool:
        if not self._hidden_until or not _reading.get():
            return True
        until = self._hidden_until.get((table, id))
        if until is not None and self.clock.seconds() < until:
            return False
        if until is not None:
            del self._hidden_until[table, id]
            self._changes += 1
            self._revisions[table] = self._changes
        return True

    def _index(self, table: str, id: int, row: Values) -> None:
        for (indexed, column), index in self._indexes.items():
            if indexed == table:
                index.setdefault(_index_key(row.get(column)), {})[id] = None

    def _unindex(self, table: str, id: int, row: Values) -> None:
        for (indexed, column), index in self._indexes.items():
            if indexed == table:
                index.get(_index_key(row.get(column)), {}).pop(id, None)


def _index_key(value: Any) -> Any:
    return value if isinstance(value, (int, str)) else str(value)


class _File:
    """One SQLite table of records, written through at every commit."""

    def __init__(self, path: str | Path) -> None:
        self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=WAL")
        self._connection.execute("PRAGMA synchronous=OFF")
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS record"
            " (entity TEXT, id INTEGER, body BLOB, PRIMARY KEY (entity, id)) WITHOUT ROWID"
        )

    def read(self) -> Iterator[tuple[str, int, bytes]]:
        yield from self._connection.execute("SELECT entity, id, body FROM record ORDER BY entity, id").fetchall()

    def write(self, rows: Iterator[tuple[str, int, Values | None]]) -> None:
        self._connection.execute("BEGIN")
        for table, row_id, row in rows:
            if row is None:
                self._connection.execute("DELETE FROM record WHERE entity = ? AND id = ?", (table, row_id))
            else:
                self._connection.execute(
                    "INSERT OR REPLACE INTO record VALUES (?, ?, ?)", (table, row_id, _encoder.encode(row))
                )
        self._connection.execute("COMMIT")

    def close(self) -> None:
        self._connection.close()
