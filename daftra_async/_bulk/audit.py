"""After the run: is what the ledger calls created really there, once, with the right key and amount?

The ledger may have failed, so it is not the only witness: whatever was made since the run began is compared by what it
says, too. A record that says the same as one of the run's and is not the run's is a duplicate, whatever its key.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import aclosing
from decimal import Decimal

import attrs

from .._wire.encode import encode_scalar
from .clock import Clock
from .content import CENT, amount, content_of_record
from .entry import Entry, State
from .key_search import KeySearch, Record, id_of
from .keys import KeyField, derive, keys_of, position_of
from .ledger import Ledger
from .lookalikes import Lookalikes

_ROWS = 500
_MOST_COMPARED = 200
"""How many lookalikes are read whole to compare their lines; the others are reported with that said."""


@attrs.frozen(kw_only=True)
class Discrepancy:
    """One draft whose records are not what the ledger says."""

    index: int
    key: str
    expected_id: int | None
    found_ids: tuple[int, ...]
    message: str


@attrs.frozen(kw_only=True)
class AuditReport:
    """``ok`` if every created draft was found once, with its own id and the expected amount, and nothing else was.

    ``missing``: called created, not found. ``duplicates``: more than one record under a key, or another record of the
    same content made since the run began, whoever made it. ``strangers``: records under a key of ours that the ledger
    does not call created. ``amounts``: another total than the lines make (checked where no tax, discount or product
    decides it). ``checked`` counts created drafts, ``uncompared`` those of which the list showed nothing but the key,
    ``records`` the records read, ``requests`` what that took.
    """

    checked: int
    uncompared: int
    records: int
    requests: int
    missing: tuple[Discrepancy, ...]
    duplicates: tuple[Discrepancy, ...]
    strangers: tuple[Discrepancy, ...]
    amounts: tuple[Discrepancy, ...]

    @property
    def ok(self) -> bool:
        return not (self.missing or self.duplicates or self.strangers or self.amounts)


async def audit(ledger: Ledger, search: KeySearch, key_field: KeyField, *, clock: Clock, pause: float) -> AuditReport:
    """Read the list back and compare.

    Only what was made since the ledger began is asked for; if anything seems to be missing, the whole list is read
    after a ``pause`` before that is said. Takes a request per page of the list, and one for each record whose lines
    must be compared; memory is one byte per draft, and what the records say is kept in a temporary file.
    """
    with Lookalikes() as lookalikes:
        comparison = _Comparison(ledger, search, key_field, lookalikes)
        await comparison.read(ledger.fact("begun"))
        if any(True for _ in comparison.missing()):
            await clock.sleep(pause)
            await comparison.read(None)
        await comparison.compare_lookalikes()
        return comparison.report()


class _Comparison:
    """What was met so far: a mark in ``_met`` per draft found under its own id, everything else by name."""

    def __init__(self, ledger: Ledger, search: KeySearch, key_field: KeyField, lookalikes: Lookalikes) -> None:
        self._ledger = ledger
        self._search = search
        self._key_field: KeyField = key_field
        self._met = bytearray(ledger.size())
        self._others: dict[int, set[int]] = {}
        self._amounts: dict[int, Discrepancy] = {}
        self._noted = lookalikes
        self._lookalikes: dict[int, dict[int, str]] = {}
        self._uncompared = 0
        self._records = 0

    async def read(self, since: str | None) -> None:
        """Read every page of the list, for each kind of document that the run created."""
        for scope in self._ledger.scopes():
            async with aclosing(self._search.everything(scope, since=since)) as pages:
                async for page in pages:
                    self._meet(page)

    def _meet(self, records: Sequence[Record]) -> None:
        self._records += len(records)
        positions: dict[int, list[Record]] = {}
        given: dict[str, list[Record]] = {}
        hidden: dict[int, Record] = {}
        for record in records:
            keys = keys_of(record, self._key_field)
            if keys is None:
                hidden[id_of(record)] = record
            for key in keys or ():
                position = position_of(self._ledger.run, key)
                if position is not None:
                    positions.setdefault(position, []).append(record)
                elif key:
                    given.setdefault(key, []).append(record)
        for entry in self._ledger.entries_at(list(positions)):
            if entry.key is None:
                self._compare(entry, positions[entry.position])
        for entry in self._ledger.entries_with_keys(list(given)):
            self._compare(entry, given[entry.key or ""])
        # A list that leaves the key out still tells by its ids whether a record exists.
        for entry in self._ledger.entries_with_ids(list(hidden)):
            self._compare(entry, [hidden[entry.record_id or 0]])
        self._note_contents(records)

    def _compare(self, entry: Entry, records: Sequence[Record]) -> None:
        for record in records:
            if entry.state is State.CREATED and id_of(record) == entry.record_id:
                self._met[entry.position] = 1
                self._compare_amount(entry, record)
            else:
                self._others.setdefault(entry.position, set()).add(id_of(record))

    def _compare_amount(self, entry: Entry, record: Record) -> None:
        shown = encode_scalar(record.get("summary_total"))
        total = amount(shown)
        if entry.total is None or not shown:
            self._uncompared += 1
        elif total is None or abs(Decimal(entry.total) - total) >= CENT:
            message = f"the total is {shown}, the lines make {entry.total}"
            self._amounts[entry.position] = self._discrepancy(entry, (), message)

    def _note_contents(self, records: Sequence[Record]) -> None:
        ours = {entry.record_id: entry.position for entry in self._ledger.entries_with_ids([*map(id_of, records)])}
        floor = int(self._ledger.fact("floor") or 0)
        self._noted.note(
            (record, id_of(record), ours.get(id_of(record)))
            for record in records
            if id_of(record) in ours or id_of(record) > floor
        )

    async def compare_lookalikes(self) -> None:
        """Read the lines of records that look like one of the run's and are not of the run."""
        compared = 0
        for position, own, other in self._noted.pairs():
            if other in self._others.get(position, ()):
                continue
            compared += 1
            same: bool | None = None
            if compared <= _MOST_COMPARED:
                same = await self._same_lines(own, other)
            if same is not False:
                said = "" if same else ", though its lines were not compared"
                self._lookalikes.setdefault(position, {})[other] = f"another record says the same{said}"

    async def _same_lines(self, own: int, other: int) -> bool | None:
        records = [await self._search.record(record_id) for record_id in (own, other)]
        if None in records:
            return None
        mine, theirs = (content_of_record(record or {}) for record in records)
        return mine.lines == theirs.lines

    def missing(self) -> Iterator[Entry]:
        """Drafts that the ledger calls created and that were not met."""
        for first in range(0, len(self._met), _ROWS):
            if all(self._met[first : first + _ROWS]):
                continue
            for entry in self._ledger.entries(first, _ROWS):
                if entry.state is State.CREATED and not self._met[entry.position]:
                    yield entry

    def report(self) -> AuditReport:
        places = sorted({*self._others, *self._lookalikes})
        entries = {entry.position: entry for entry in self._ledger.entries_at(places)}
        duplicates: list[Discrepancy] = []
        strangers: list[Discrepancy] = []
        for place, others in self._others.items():
            entry = entries[place]
            if entry.state is State.CREATED:
                duplicates.append(self._discrepancy(entry, others, "other records carry its key"))
            else:
                message = f"the ledger calls it {entry.state.name.lower()}"
                strangers.append(self._discrepancy(entry, others, message))
        for place, told in self._lookalikes.items():
            duplicates += [self._discrepancy(entries[place], (other,), message) for other, message in told.items()]
        return AuditReport(
            checked=self._ledger.counts().get(State.CREATED, 0),
            uncompared=self._uncompared,
            records=self._records,
            requests=self._search.requests,
            missing=tuple(self._discrepancy(entry, (), "the record is not in the list") for entry in self.missing()),
            duplicates=tuple(duplicates),
            strangers=tuple(strangers),
            amounts=tuple(self._amounts.values()),
        )

    def _discrepancy(self, entry: Entry, found: Iterable[int], message: str) -> Discrepancy:
        return Discrepancy(
            index=entry.position,
            key=entry.key or derive(self._ledger.run, entry.position, entry.digest),
            expected_id=entry.record_id,
            found_ids=tuple(sorted(found)),
            message=message,
        )
