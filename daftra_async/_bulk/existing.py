"""What the account holds under this run's keys, before a draft is sent that no ledger remembers sending.

The ledger may have failed: lost, moved without its log, torn, or restored from an earlier copy. Then the account knows
more than the ledger does. A run that begins with an empty ledger therefore asks for a few of its keys first. If it
finds any, and whenever it goes on with a ledger of before, it lets what an earlier process sent come to its end
(``settle`` seconds) and reads what the account holds under its keys until two readings are alike. Only then anything is
sent.

A key that a draft brings along may stand on any older record, so those are always asked for: one by one at first; once
that has cost as many requests as reading the whole list, the list is read instead, once. So a hundred drafts cost a
hundred requests at most, and a hundred thousand cost two readings of the list at most.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping, Sequence
from contextlib import aclosing

from .clock import Clock
from .errors import BulkError, LedgerMismatch
from .key_search import Ignored, KeySearch, Record, Scope, id_of, together
from .keys import FREE_TEXT, keys_of, position_of
from .options import BulkOptions
from .prepare import PreparedDraft
from .run_state import RunState

logger = logging.getLogger("daftra_async.bulk")

_TRACES = "the account holds records of a run of this name"
_WORTH_KNOWING = 50
_MOST_READS = 12

Found = Mapping[int, Sequence[Record] | None]
"""By position: the records that carry a draft's key, None where nobody can tell. A position without any is left out."""


class Existing:
    """``suspect`` says why an earlier process may have sent what the ledger does not know; None for a new run."""

    def __init__(
        self,
        *,
        search: KeySearch,
        state: RunState,
        options: BulkOptions,
        clock: Clock,
        suspect: str | None,
    ) -> None:
        self._search = search
        self._state = state
        self._options = options
        self._clock = clock
        self._suspect = suspect
        self._since: str | None = None
        self._opened = False
        self._probed: set[Scope] = set()
        self._asked = 0
        self._pages: int | None = None
        self._list_tells = True
        self._read: set[Scope] = set()
        self._read_whole: set[Scope] = set()

    async def of(self, items: Sequence[PreparedDraft]) -> Found:
        """What exists already of drafts that are about to be sent for the first time under this ledger.

        Raises ``BulkError`` where another process goes on sending the same run, ``DaftraError`` where the server does
        not let itself be read.
        """
        derived = {item.scope: item for item in reversed(items) if not item.given}
        if not self._opened and items:
            await self._open(derived.get(items[0].scope), items[0].scope)
            self._opened = True
            self._probed |= derived.keys() & {items[0].scope}
        for scope in sorted(derived.keys() - self._probed):
            # The probe at the beginning told nothing about keys of this kind: there were none.
            if self._suspect is None and await self._key_shows_traces(derived[scope], scope):
                await self._let_come_to_rest(_TRACES)
            self._probed.add(scope)
        found: dict[int, Sequence[Record] | None] = {}
        for scope in sorted({item.scope for item in items}):
            mine = [item for item in items if item.scope == scope]
            found |= await self._in_scope(mine, scope)
        return found

    async def _open(self, derived: PreparedDraft | None, scope: Scope) -> None:
        """Find out whether the run has left traces, and let an earlier process come to its end if it may have."""
        if self._suspect is not None:
            await self._search.learn(await self._newest(scope), scope)
            self._since = self._state.ledger.fact("begun")
            await self._let_come_to_rest(self._suspect)
        elif await self._shows_traces(derived, scope):
            await self._let_come_to_rest(_TRACES)

    async def _let_come_to_rest(self, suspect: str) -> None:
        self._suspect = suspect
        logger.info("%s: reading what the account holds in %.0f s", suspect, self._options.settle)
        await self._clock.sleep(self._options.settle)

    async def _newest(self, scope: Scope) -> Sequence[Record]:
        newest = await self._search.newest(scope)
        if newest.server_time is not None:
            await self._state.note_clock(self._clock.wall() - newest.server_time)
        return newest.records

    # A probe, in one round of requests: the newest records, one key, and the text that the run's keys share. In a field
    # that people write in, the search itself is tried first.

    async def _shows_traces(self, derived: PreparedDraft | None, scope: Scope) -> bool:
        if self._options.key_field not in FREE_TEXT:
            return any(await together(self._in_newest(scope), self._key_shows_traces(derived, scope)))
        if await self._in_newest(scope):
            return True
        if self._search.must_scan:
            ours, _ = await self._search.select(self._is_ours, scope)
            return bool(ours)
        return await self._key_shows_traces(derived, scope)

    async def _key_shows_traces(self, derived: PreparedDraft | None, scope: Scope) -> bool:
        return derived is not None and any(await together(self._by_key(derived, scope), self._by_run(scope)))

    async def _in_newest(self, scope: Scope) -> bool:
        newest = await self._newest(scope)
        if any(self._is_ours(record) for record in newest):
            return True
        await self._state.note_floor(max(map(id_of, newest), default=0))
        await self._search.learn(newest, scope)
        return False

    async def _by_key(self, derived: PreparedDraft, scope: Scope) -> bool:
        return bool((await self._search.search([derived.key], scope)).found)

    async def _by_run(self, scope: Scope) -> bool:
        if self._options.single:
            return False
        try:
            return bool(await self._search.containing(f"{self._state.ledger.run}-", scope))
        except Ignored:
            self._search.must_scan = True
            ours, _ = await self._search.select(self._is_ours, scope)
            return bool(ours)

    def _is_ours(self, record: Record) -> bool:
        run, keys = self._state.ledger.run, keys_of(record, self._options.key_field) or ()
        return any(position_of(run, key) is not None for key in keys)

    async def _in_scope(self, items: Sequence[PreparedDraft], scope: Scope) -> Found:
        if self._suspect is not None and scope not in self._read:
            await self._read_until_stable(scope)
        given = [item for item in items if item.given]
        if given and scope not in self._read_whole and await self._list_is_cheaper(len(given)):
            await self._read_once(scope, since=None)
            self._read.add(scope)
        noted = [item for item in items if scope in self._read_whole or (scope in self._read and not item.given)]
        found = {**await self._noted(noted), **await self._searched([i for i in given if i not in noted], scope)}
        return {position: records for position, records in found.items() if records is None or records}

    async def _noted(self, items: Sequence[PreparedDraft]) -> Found:
        if not items:
            return {}
        read, ledger = self._state.writer.read, self._state.ledger
        records = await read(ledger.found, [item.key for item in items])
        others = {item.key: item for item in items if not item.given and item.key not in records}
        for key, other in (await read(ledger.found_places, [*others])).items():
            raise LedgerMismatch(
                f"the account holds a record of draft {others[key].position} of the run {ledger.fact('name')!r} that "
                f"was made from another draft ({other}): give this input a run of its own, with another name="
            )
        return {item.position: records[item.key] for item in items if item.key in records}

    async def _searched(self, items: Sequence[PreparedDraft], scope: Scope) -> Found:
        if not items:
            return {}
        self._asked += len(items)
        result = await self._search.search([item.key for item in items], scope)
        return {item.position: None if item.key in result.unclear else result.found.get(item.key, ()) for item in items}

    async def _list_is_cheaper(self, more: int) -> bool:
        if not self._list_tells:
            return False
        if self._search.must_scan:
            return True
        if self._asked + more < _WORTH_KNOWING:
            return False
        if self._pages is None:
            self._pages = await self._search.pages_of_everything()
        return self._pages is not None and self._asked + more > self._pages

    async def _read_until_stable(self, scope: Scope) -> None:
        """Read what was made since the run began until two readings are alike; note the last one."""
        before: int | None = None
        for _ in range(_MOST_READS):
            now = await self._read_once(scope, since=self._since)
            if now == before:
                self._read.add(scope)
                return
            before = now
            await self._clock.sleep(self._options.poll_interval)
        raise BulkError(
            "records under this run's keys keep appearing: another process sends the same run. End it, run this again"
        )

    async def _read_once(self, scope: Scope, *, since: str | None) -> int:
        """Note every record with its keys; what was read of this run, as a number that tells readings apart."""
        rows = shown = ours = 0
        run = self._state.ledger.run
        async with aclosing(self._search.everything(scope, since=since)) as pages:
            async for page in pages:
                rows += len(page)
                noted = []
                for record in page:
                    keys = keys_of(record, self._options.key_field)
                    shown += keys is not None
                    for key in filter(None, keys or ()):
                        noted.append((key, id_of(record), record))
                        ours ^= hash((key, id_of(record))) if position_of(run, key) is not None else 0
                await self._state.writer.write(self._state.ledger.note_found, noted)
        if rows and not shown:
            # The list does not show the field: only a search and the single records can tell.
            self._list_tells = False
        elif since is None:
            self._read_whole.add(scope)
        return ours
