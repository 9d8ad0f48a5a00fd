"""Carries every doubt to its end: settle, prove that the key can be read, read until stable, send again or give up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from typing import Any

import attrs

from .chunks import Chunk, Chunks
from .clock import Clock
from .entry import Finding
from .errors import KeyUnreadable
from .key_probe import KeyProbe, prove
from .key_search import DocumentKind, KeySearch, Scope, SearchResult
from .keys import keys_of, position_of
from .options import BulkOptions
from .prepare import PreparedDraft
from .read_retrier import ReadRetrier
from .results import as_id
from .run_state import RunState
from .unresolved import MOST_READS, UnresolvedBatch, client_of, halves, may_be_of_this_run, read_result, unconfirmed

Stranger = tuple[int, str | None, list[str]]
"""The id, the client and the keys of a record that nobody has accounted for."""

Spawn = Callable[[Coroutine[Any, Any, None]], object]


class Reconciler:
    """One per run. ``input_ended`` is set by the producer; until then more records may come to prove the key by."""

    def __init__(
        self,
        *,
        state: RunState,
        chunks: Chunks,
        search: KeySearch,
        options: BulkOptions,
        clock: Clock,
        retrier: ReadRetrier,
        spawn: Spawn,
    ) -> None:
        self._state = state
        self._chunks = chunks
        self._search = search
        self._options = options
        self._clock = clock
        self._retrier = retrier
        self._spawn = spawn
        self._probe = KeyProbe()
        self._awaiting_proof = 0
        self._witnesses: dict[DocumentKind, int] = {}
        self.input_ended = False

    def take(self, batch: UnresolvedBatch) -> None:
        """Take over drafts of which nobody knows whether they exist."""
        self._state.doubtful.update(item.position for item in batch.items)
        for kind in sorted({item.kind for item in batch.items}):
            items = tuple(item for item in batch.items if item.kind == kind)
            self._spawn(self._reconcile(attrs.evolve(batch, items=items)))

    async def _searched(self, items: Sequence[PreparedDraft], scope: Scope) -> SearchResult:
        return await self._retrier.ask(lambda: self._search.search([item.key for item in items], scope))

    async def _reconcile(self, batch: UnresolvedBatch) -> None:
        options, (scope, _) = self._options, batch.items[0].kind
        pause = options.poll_interval if batch.answered else max(options.poll_interval, options.settle / 4)
        await self._clock.sleep(0 if batch.answered else options.settle)
        # The records of an answered request may be visible at once; that they are not proves nothing yet.
        early = batch.answered
        left: Sequence[PreparedDraft] = batch.items
        absent: Sequence[PreparedDraft] = ()
        stable = 0
        for _ in range(MOST_READS):
            result = await self._searched(left, scope)
            reading = read_result(left, result, batch.reason)
            self._note_readable(reading.created, left)
            taken = await self._state.conclude(left, reading.created)
            await self._state.conclude(left, reading.contested)
            if taken:
                await self._give_up(
                    [item for item in left if item not in reading.absent and item not in reading.unclear],
                    batch,
                    f"the records found belong to other drafts: {sorted(taken)}",
                )
            stable = 1 if reading.created or reading.contested else stable + 1
            absent = reading.absent
            left = (*absent, *reading.unclear)
            if not left:
                break
            if early:
                early, stable = False, 0
            elif stable >= 2 and not reading.unclear:
                break
            await self._clock.sleep(pause)
        await self._after(batch, absent if stable >= 2 else (), left)

    async def _after(
        self, batch: UnresolvedBatch, absent: Sequence[PreparedDraft], left: Sequence[PreparedDraft]
    ) -> None:
        if unclear := [item for item in left if item not in absent]:
            await self._give_up(unclear, batch, "its key could not be read back clearly")
        if not absent:
            self.check_stuck()
        elif await self._readable(absent):
            await self._absent(batch, absent)
        else:
            await self._after_unreadable(batch, absent)

    async def _after_unreadable(self, batch: UnresolvedBatch, left: Sequence[PreparedDraft]) -> None:
        """Nothing shows that keys can be read back: absence is only proved where there is no record to be one of ours.

        The field may have been emptied, shortened or overwritten, so what a record carries there does not matter.
        """
        scope, _ = left[0].kind
        begun = await self._state.writer.read(self._state.ledger.fact, "begun") or ""

        def suspect(record: Mapping[str, Any]) -> Stranger | None:
            if not may_be_of_this_run(record, begun):
                return None
            return as_id(record.get("id")) or 0, client_of(record), keys_of(record, self._options.key_field) or []

        suspects = await self._retrier.ask(lambda: self._search.everything(suspect, scope))
        clients = await self._clients_of_strangers(suspects)
        if self._witnesses.get(left[0].kind, 0) not in {0, *(record_id for record_id, _, _ in suspects)}:
            # The list hides a record of this kind that is known to exist: it tells nothing about the others.
            clients = {None}
        possible = [item for item in left if clients and (item.client_id is None or clients & {item.client_id, None})]
        if possible:
            await self._give_up(possible, batch, "nothing showed that its key can be read back at all")
        if absent := [item for item in left if item not in possible]:
            await self._absent(batch, absent)

    async def _clients_of_strangers(self, suspects: Sequence[Stranger]) -> set[str | None]:
        """The clients of the records that the ledger does not know, by id or by key."""
        read, ledger = self._state.writer.read, self._state.ledger
        known = await read(ledger.known_ids, sorted({record_id for record_id, _, _ in suspects}))
        strangers = [suspect for suspect in suspects if suspect[0] not in known]
        brought = await read(ledger.entries_with_keys, sorted({key for _, _, keys in strangers for key in keys}))
        ours = {entry.key for entry in brought}
        return {
            client
            for _, client, keys in strangers
            if not any(key in ours or position_of(ledger.id, key) is not None for key in keys)
        }

    async def _absent(self, batch: UnresolvedBatch, left: Sequence[PreparedDraft]) -> None:
        if batch.then == "resend":
            for item in left:
                item.attempts += 1
        spent = [item for item in left if item.attempts >= self._options.max_attempts]
        again = [item for item in left if item.attempts < self._options.max_attempts]
        if spent:
            await self._give_up(spent, batch, f"it was absent after each of {self._options.max_attempts} attempts")
        if again:
            parts = halves(again) if batch.then == "halve" else (again,)
            await self._chunks.put_again(*[Chunk(part, recorded=False) for part in parts])
            self._state.doubtful.difference_update(item.position for item in again)

    async def _give_up(self, items: Sequence[PreparedDraft], batch: UnresolvedBatch, why: str) -> None:
        await self._state.conclude(items, [unconfirmed(item, batch.reason, why) for item in items])
        self.check_stuck()

    # Whether the key can be read back.

    def _note_readable(self, found: Sequence[Finding], items: Sequence[PreparedDraft]) -> None:
        positions = {finding.position for finding in found}
        if keys := [item.key for item in items if item.position in positions]:
            self._probe.settle(items[0].kind, len(max(keys, key=len)), readable=True)

    async def _readable(self, items: Sequence[PreparedDraft]) -> bool:
        self._awaiting_proof += len(items)
        try:
            finding = self._probe.finding(items[0].kind, max(len(item.key) for item in items))
            self.check_stuck()
            return await asyncio.shield(finding)
        finally:
            self._awaiting_proof -= len(items)

    def check_stuck(self) -> None:
        """End the wait for proof once every open draft waits for it."""
        if self.input_ended and not self._probe.proving and self._awaiting_proof >= self._state.open:
            self._probe.give_up()

    def created(self, records: Iterable[tuple[PreparedDraft, int]]) -> None:
        """Records are known to exist: prove the key by one of each kind and length, if nobody has."""
        samples = {(item.kind, len(item.key)): (item, record_id) for item, record_id in records}
        for (kind, length), (item, record_id) in samples.items():
            self._witnesses.setdefault(kind, record_id)
            if self._probe.begin(kind, length):
                self._spawn(self._prove(item, record_id))

    async def _prove(self, item: PreparedDraft, record_id: int) -> None:
        kind, key = item.kind, item.key
        try:
            readable = await self._retrier.ask(
                lambda: prove(
                    self._search,
                    self._options.key_field,
                    self._clock,
                    key=key,
                    record_id=record_id,
                    scope=item.scope,
                    within=self._options.settle,
                    ours=self._is_ours,
                )
            )
        finally:
            self._probe.end(kind, len(key))
        if readable is None:
            self.check_stuck()
            return
        self._probe.settle(kind, len(key), readable=readable)
        if not readable and self._options.require_readable:
            raise KeyUnreadable(
                f"record {record_id} was created with the key {key!r} and cannot be found by it: this account does "
                "not keep or list that field as it is written. Choose another key=, or pass require_readable=False to "
                "go on and have every doubt end as unconfirmed"
            )
        self.check_stuck()

    async def _is_ours(self, texts: Sequence[str]) -> bool:
        ledger = self._state.ledger
        if any(position_of(ledger.id, text) is not None for text in texts):
            return True
        return bool(await self._state.writer.read(ledger.entries_with_keys, texts))

    async def confirmed(self, items: Sequence[PreparedDraft], ids: Sequence[int]) -> bool:
        """Whether these drafts are the ones behind these ids, as the keys on the server tell.

        False for an id that carries another key, and for one that does not show up while a doubt would settle.
        """
        until, pause = self._clock.now() + self._options.settle, 0.25
        while True:
            result = await self._searched(items, items[0].scope)
            seen = [result.found.get(item.key, ()) for item in items]
            if all(
                any(found.id == record_id for found in records) for records, record_id in zip(seen, ids, strict=True)
            ):
                for item in items:
                    self._probe.settle(item.kind, len(item.key), readable=True)
                return True
            if any(records for records, record_id in zip(seen, ids, strict=True) if record_id not in _ids(records)):
                return False
            if self._clock.now() >= until:
                return False
            await self._clock.sleep(pause)
            pause = min(pause * 2, 10.0)

    def readable(self, item: PreparedDraft) -> bool:
        """Whether this run may try to read the key back: not if that was seen to fail."""
        return self._probe.known(item.kind, len(item.key)) is not False


def _ids(records: Sequence[Any]) -> set[int]:
    return {record.id for record in records}
