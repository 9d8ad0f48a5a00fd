"""The ledger: what was intended and what is known of every draft, durable before anything leaves.

One SQLite file (write-ahead log, flushed on every commit, readable by its owner only). One run holds it at a time; a
second is refused. A row takes about 70 bytes, plus the key where the draft brought its own.
"""

# ruff: noqa: S608 - the statements are put together from constants of this package and question marks only
from __future__ import annotations

import os
import sqlite3
import weakref
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import msgspec

from .._wire.text import parse, written
from .entry import (
    FINAL,
    Entry,
    Finding,
    Outcomes,
    State,
    decode_reason,
    encode_reason,
    refuse_existing,
    refuse_repeated,
)
from .errors import LedgerBusy, LedgerDamaged, LedgerError, LedgerMismatch
from .keys import place_of, random_name, run_id
from .ledger_file import ADVICE, COLUMNS, connect, explained, open_to_read, settle_into_main_file

_VALUES = "?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9"
_INSERT = f"INSERT INTO drafts ({COLUMNS}, sum) VALUES ({_VALUES}, row_sum({_VALUES}))"
_CONCLUDE = """UPDATE drafts SET state = ?2, record_id = ?3, number = ?4, reason = ?5,
    sum = row_sum(position, digest, key, total, ?2, attempts, ?3, ?4, ?5) WHERE position = ?1"""
_INTEND_AGAIN = f"""UPDATE drafts SET state = {State.SENT.value}, attempts = attempts + 1, reason = NULL,
    sum = row_sum(position, digest, key, total, {State.SENT.value}, attempts + 1, record_id, number, NULL)
    WHERE position = ?1"""
_AT_PLACE = "SELECT key FROM found WHERE key > ? AND key < ? LIMIT 1"
_LOOKUP = 500

Result = TypeVar("Result")
Row = tuple[str, int, Mapping[str, Any]]
"""A key, the id of a record that carries it, and what the list says of that record."""


class Ledger:
    """A bulk run's memory, in the file at ``path``, or in this process only where ``path`` is None.

    Opening creates the file or takes hold of it. Raises ``LedgerBusy`` while another run holds it, ``LedgerDamaged``
    for a file that is no ledger, was altered or is torn, ``LedgerMismatch`` for another format version.
    """

    def __init__(self, path: str | os.PathLike[str] | None) -> None:
        self.path = None if path is None else Path(path)
        self._in_use = False
        self._connection: sqlite3.Connection | None = connect(self.path)
        self._facts: dict[str, str] = self._read_facts()
        if path is None:
            # Its outcomes are readable as long as anybody holds it, so nobody else can know when it may go.
            weakref.finalize(self, self._connection.close)

    @property
    def run(self) -> str:
        """The text that every key derived by this run begins with; empty before the ledger was bound to a run."""
        return run_id(self._facts["account"], self._facts["resource"], self._facts["name"]) if self.bound else ""

    @property
    def bound(self) -> bool:
        """Whether the ledger belongs to a run."""
        return "name" in self._facts

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

    def bind(self, *, account: str, resource: str, key: str, name: str | None, begun: str) -> None:
        """Tie the ledger to its run, in the main file itself.

        ``name`` is the run's; where none is given, it is that of the file, or one of its own in memory. ``begun`` is an
        ISO date before the run's first request. Raises ``LedgerMismatch`` if the ledger is tied to another run.
        """
        default = random_name() if self.path is None else self.path.stem
        wanted = {"account": account, "resource": resource, "key": key, "name": name}
        for fact, value in wanted.items():
            known = self._facts.get(fact)
            if known is not None and value not in (None, known):
                raise LedgerMismatch(f"the ledger's {fact} is {known!r}, this run's is {value!r}")
        if self.bound:
            return
        facts = {**wanted, "name": name or default, "begun": begun}
        self.transact([partial(self.set_fact, fact, str(value)) for fact, value in facts.items()])
        with explained(self.path):
            settle_into_main_file(self._database)

    def date_back(self, day: str) -> None:
        """The run turns out to have begun on an earlier day, an ISO date."""
        if day < (self.fact("begun") or day):
            self.transact([lambda: self.set_fact("begun", day)])

    def transact(self, operations: Sequence[Callable[[], Result]]) -> list[Result]:
        """Run the operations in one transaction, flushed to the disk when this returns; all of them or none."""
        with explained(self.path):
            database = self._database
            database.execute("BEGIN IMMEDIATE")
            try:
                results = [operation() for operation in operations]
                database.execute("COMMIT")
            except BaseException:
                if database.in_transaction:
                    database.execute("ROLLBACK")
                self._facts = self._read_facts()
                raise
            return results

    # Operations: to be run inside ``transact``.

    def intend(self, entries: Sequence[Entry]) -> list[Entry]:
        """Record drafts for the first time: about to be sent, refused, or adopted. Returns them as recorded.

        A draft whose key an earlier one has already is recorded as refused, and so is one that would adopt the record
        of another.
        """
        recorded = []
        keys: dict[str, int] = {}
        taken = self.known_ids([entry.record_id for entry in entries if entry.record_id is not None])
        for entry in entries:
            if entry.record_id in taken and entry.record_id is not None:
                recorded.append(refuse_existing(entry, [entry.record_id]))
                continue
            if entry.record_id is not None:
                taken.add(entry.record_id)
            if entry.key is None or entry.state is State.REFUSED:
                recorded.append(entry)
                continue
            first = keys.get(entry.key, self._holder(entry.key))
            recorded.append(entry if first is None else refuse_repeated(entry, first))
            keys.setdefault(entry.key, entry.position)
        self._database.executemany(_INSERT, [row_of(entry) for entry in recorded])
        return recorded

    def intend_again(self, positions: Iterable[int]) -> None:
        """Record that drafts proved absent are about to be sent once more."""
        self._database.executemany(_INTEND_AGAIN, [(position,) for position in positions])

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
            _CONCLUDE, [(f.position, int(f.state), f.record_id, f.number, encode_reason(f.reason)) for f in findings]
        )
        return set()

    def complete_input(self, size: int) -> None:
        """Remember that the input has been read to its end."""
        self.set_fact("size", str(size))

    def set_fact(self, name: str, value: str) -> None:
        self._database.execute("INSERT OR REPLACE INTO facts VALUES (?1, ?2, row_sum(?1, ?2))", (name, value))
        self._facts[name] = value

    def note_found(self, rows: Iterable[Row]) -> None:
        """Remember, until the ledger is closed, which records of the account carry which keys."""
        self._database.executemany(
            "INSERT OR REPLACE INTO found VALUES (?, ?, ?)",
            [(key, record_id, _kept(row)) for key, record_id, row in rows],
        )

    # Reading.

    def fact(self, name: str) -> str | None:
        return self._facts.get(name)

    def _read_facts(self) -> dict[str, str]:
        with self._reading() as database:
            return dict(database.execute("SELECT name, value FROM facts").fetchall())

    def input_size(self) -> int | None:
        """How many drafts the input has; None until it was read to its end once."""
        size = self.fact("size")
        return None if size is None else int(size)

    def size(self) -> int:
        """How many drafts are recorded."""
        with self._reading() as database:
            return int(database.execute("SELECT coalesce(max(position) + 1, 0) FROM drafts").fetchone()[0])

    def unfinished(self) -> bool:
        """Whether the run may still have to send something."""
        return self.input_size() is None or not self.counts().keys() <= FINAL

    def entries(self, first: int, count: int) -> list[Entry]:
        """The rows of positions ``first`` to ``first + count - 1``, as far as they exist."""
        return self._entries("WHERE position >= ? AND position < ? ORDER BY position", (first, first + count))

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

    def adopted(self) -> int:
        """How many records were found on the server before this ledger sent their drafts."""
        with self._reading() as database:
            created = State.CREATED.value
            statement = f"SELECT count(*) FROM drafts WHERE state = {created} AND attempts = 0"
            return int(database.execute(statement).fetchone()[0])

    def known_ids(self, ids: Sequence[int]) -> set[int]:
        """Those of the record ids that belong to a draft of this ledger already."""
        return {row[0] for row in self._select_in("SELECT record_id FROM drafts WHERE record_id", ids)}

    def found(self, keys: Sequence[str]) -> dict[str, list[Mapping[str, Any]]]:
        """What was noted of these keys: the records that carry each."""
        records: dict[str, list[Mapping[str, Any]]] = {}
        for key, row in self._select_in("SELECT key, row FROM found WHERE key", keys):
            records.setdefault(key, []).append(parse(row))
        return records

    def found_places(self, keys: Sequence[str]) -> dict[str, str]:
        """Those derived keys at whose position a record was noted under another key, with that key."""
        found = {}
        with self._reading() as database:
            for key in keys:
                stem = place_of(key)
                row = database.execute(_AT_PLACE, (stem, stem + "~")).fetchone()
                if row is not None:
                    found[key] = str(row[0])
        return found

    def outcomes(self) -> Outcomes:
        """A view of every draft's outcome, in input order."""
        return Outcomes(self)

    def _select_in(self, statement: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = []
        with self._reading() as database:
            for part in (values[start : start + _LOOKUP] for start in range(0, len(values), _LOOKUP)):
                rows += database.execute(f"{statement} IN ({','.join('?' * len(part))})", part).fetchall()
        return rows

    def _entries_in(self, column: str, values: Sequence[Any]) -> list[Entry]:
        return [entry_of(row) for row in self._select_in(f"SELECT {COLUMNS} FROM drafts WHERE {column}", values)]

    def _entries(self, where: str, arguments: Sequence[object]) -> list[Entry]:
        with self._reading() as database:
            rows = database.execute(f"SELECT {COLUMNS} FROM drafts {where}", arguments).fetchall()
        return [entry_of(row) for row in rows]

    def _holder(self, key: str) -> int | None:
        statement = f"SELECT position FROM drafts WHERE key = ? AND state <> {State.REFUSED.value}"
        row = self._database.execute(statement, (key,)).fetchone()
        return None if row is None else row[0]

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with explained(self.path):
            if self._connection is not None or self.path is None:
                yield self._database
                return
            database = open_to_read(self.path)
            try:
                yield database
            finally:
                database.close()


KEPT = ("id", "no", "client_id", "date", "created", "summary_total")
"""What is kept of a record that was found: enough to tell whether it is a draft's."""


def _kept(record: Mapping[str, Any]) -> str:
    return written({name: record[name] for name in KEPT if name in record}).decode()


def entry_of(row: tuple[Any, ...]) -> Entry:
    """The entry that a row of the table holds. Raises ``LedgerDamaged`` for one that holds none."""
    position, digest, key, total, state, attempts, record_id, number, reason = row
    try:
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
    except (ValueError, msgspec.MsgspecError) as error:
        raise LedgerDamaged(f"row {position} of the ledger cannot be read ({error}): {ADVICE}") from error


def row_of(entry: Entry) -> tuple[Any, ...]:
    """The values of the table's columns for an entry."""
    return (
        entry.position,
        entry.digest,
        entry.key,
        entry.total,
        int(entry.state),
        entry.attempts,
        entry.record_id,
        entry.number,
        encode_reason(entry.reason),
    )
