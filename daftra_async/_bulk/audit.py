"""After the run: is what the ledger calls created really there, once, with the right key and amount?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any

import attrs

from .._wire.encode import encode_scalar
from .api import BulkApi
from .clock import Clock
from .entry import Entry, State
from .keys import KeyField, derive, keys_of, position_of
from .ledger import Ledger
from .read_retrier import ReadRetrier
from .results import as_id

_PAGE = 1000
_ROWS = 500


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

    ``missing``: called created, not found. ``duplicates``: more than one record under a key, whoever made it.
    ``strangers``: records under a key of ours that the ledger does not call created. ``amounts``: another total than
    the lines make (checked where no tax, discount or product decides it). ``checked`` counts created drafts,
    ``records`` the records read, ``requests`` what that took.
    """

    checked: int
    records: int
    requests: int
    missing: tuple[Discrepancy, ...]
    duplicates: tuple[Discrepancy, ...]
    strangers: tuple[Discrepancy, ...]
    amounts: tuple[Discrepancy, ...]

    @property
    def ok(self) -> bool:
        return not (self.missing or self.duplicates or self.strangers or self.amounts)


async def audit(
    api: BulkApi, ledger: Ledger, key_field: KeyField, *, clock: Clock, pause: float, outage_timeout: float | None
) -> AuditReport:
    """Read the list back and compare.

    Only what was made since the ledger began is asked for; if anything seems to be missing, the whole list is read
    after a ``pause`` before that is said. Takes one request per page of up to 1000 records, and one byte of memory per
    draft.
    """
    count = _Count(api, ledger, key_field, ReadRetrier(clock, outage_timeout))
    begun = ledger.fact("begun")
    await count.read({} if begun is None else {"created_from": begun})
    if any(True for _ in count.missing()):
        await clock.sleep(pause)
        await count.read({})
    return count.report()


class _Count:
    """What was met so far: a key in ``_met`` per draft found under its own id, everything else by name."""

    def __init__(self, api: BulkApi, ledger: Ledger, key_field: KeyField, retrier: ReadRetrier) -> None:
        self._api = api
        self._retrier = retrier
        self._ledger = ledger
        self._key_field: KeyField = key_field
        self._met = bytearray(ledger.size())
        self._others: dict[int, set[int]] = {}
        self._amounts: dict[int, Discrepancy] = {}
        self._records = 0
        self._requests = 0

    async def read(self, parameters: Mapping[str, str]) -> None:
        """Read every page of the list, for each kind of document that the run created."""
        for scope in self._ledger.scopes():
            page, before = 1, frozenset[int]()
            while True:
                query = {**parameters, **dict(scope), "limit": str(_PAGE), "page": str(page)}
                listing = await self._retrier.ask(partial(self._api.find, query))
                self._requests += 1
                ids = frozenset(as_id(record.get("id")) or 0 for record in listing.records)
                if not ids or ids == before:
                    break
                self._meet(listing.records)
                if listing.page_count is not None and page >= listing.page_count:
                    break
                page, before = page + 1, ids

    def _meet(self, records: Sequence[Mapping[str, Any]]) -> None:
        self._records += len(records)
        positions: dict[int, list[Mapping[str, Any]]] = {}
        brought: dict[str, list[Mapping[str, Any]]] = {}
        hidden: dict[int, Mapping[str, Any]] = {}
        for record in records:
            keys = keys_of(record, self._key_field)
            if keys is None:
                hidden[as_id(record.get("id")) or 0] = record
            for key in keys or ():
                position = position_of(self._ledger.id, key)
                if position is not None:
                    positions.setdefault(position, []).append(record)
                elif key:
                    brought.setdefault(key, []).append(record)
        for entry in self._ledger.entries_at(list(positions)):
            if entry.key is None:
                self._compare(entry, positions[entry.position])
        for entry in self._ledger.entries_with_keys(list(brought)):
            self._compare(entry, brought[entry.key or ""])
        # A list that leaves the key out still tells by its ids whether a record exists.
        for entry in self._ledger.entries_with_ids(list(hidden)):
            self._compare(entry, [hidden[entry.record_id or 0]])

    def _compare(self, entry: Entry, records: Sequence[Mapping[str, Any]]) -> None:
        for record in records:
            identity = as_id(record.get("id"))
            if entry.state is State.CREATED and identity == entry.record_id:
                self._met[entry.position] = 1
                self._compare_amount(entry, record)
            elif identity is not None:
                self._others.setdefault(entry.position, set()).add(identity)

    def _compare_amount(self, entry: Entry, record: Mapping[str, Any]) -> None:
        shown = encode_scalar(record.get("summary_total"))
        if entry.total is None or not shown:
            return
        if not _same_amount(entry.total, shown):
            message = f"the total is {shown}, the lines make {entry.total}"
            self._amounts[entry.position] = self._discrepancy(entry, (), message)

    def missing(self) -> Iterator[Entry]:
        """Drafts that the ledger calls created and that were not met."""
        for first in range(0, len(self._met), _ROWS):
            if all(self._met[first : first + _ROWS]):
                continue
            for entry in self._ledger.entries(first, _ROWS):
                if entry.state is State.CREATED and not self._met[entry.position]:
                    yield entry

    def report(self) -> AuditReport:
        others = {entry.position: entry for entry in self._ledger.entries_at(sorted(self._others))}
        created = {place: entry for place, entry in others.items() if entry.state is State.CREATED}
        strangers = {place: entry for place, entry in others.items() if entry.state is not State.CREATED}
        return AuditReport(
            checked=self._ledger.counts().get(State.CREATED, 0),
            records=self._records,
            requests=self._requests,
            missing=tuple(self._discrepancy(entry, (), "the record is not in the list") for entry in self.missing()),
            duplicates=tuple(
                self._discrepancy(entry, self._others[place], "other records carry its key")
                for place, entry in created.items()
            ),
            strangers=tuple(
                self._discrepancy(entry, self._others[place], f"the ledger calls it {entry.state.name.lower()}")
                for place, entry in strangers.items()
            ),
            amounts=tuple(self._amounts.values()),
        )

    def _discrepancy(self, entry: Entry, found: Iterable[int], message: str) -> Discrepancy:
        return Discrepancy(
            index=entry.position,
            key=entry.key or derive(self._ledger.id, entry.position),
            expected_id=entry.record_id,
            found_ids=tuple(sorted(found)),
            message=message,
        )


def _same_amount(expected: str, shown: str) -> bool:
    """Equal to the cent: the server rounds lines to as many places as the account's currency has."""
    try:
        return abs(Decimal(expected) - Decimal(shown.replace(",", ""))) < Decimal("0.01")
    except InvalidOperation:
        return False
