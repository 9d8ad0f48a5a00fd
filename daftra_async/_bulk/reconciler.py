"""Carries every unresolved batch to its end: settle, prove that keys can be read, read until stable, act on it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Iterable, Sequence
from typing import Any

import attrs

from .chunks import Chunk, Chunks
from .clock import Clock
from .entry import Finding, State
from .errors import BulkError, KeyUnreadable
from .key_probe import KeyProbe, prove
from .key_search import DocumentKind, KeySearch, Record, Scope, SearchResult, client_of, id_of
from .keys import is_derived, keys_of, position_of
from .options import BulkOptions
from .prepare import PreparedDraft, document_kind
from .read_retrier import ReadRetrier
from .results import Next
from .run_state import RunState
from .unresolved import MOST_READS, UnresolvedBatch, halves, read_result, unconfirmed

Spawn = Callable[[Coroutine[Any, Any, None]], object]


class Reconciler:
    """One per run."""

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

    def take(self, batch: UnresolvedBatch) -> None:
        """Take over drafts of which nobody knows whether they exist."""
        self._state.doubtful.update(item.position for item in batch.items)
        for kind in sorted({item.kind for item in batch.items}):
            items = tuple(item for item in batch.items if item.kind == kind)
            self._spawn(self._reconcile(attrs.evolve(batch, items=items)))

    async def _searched(self, keys: Sequence[str], scope: Scope) -> SearchResult:
        return await self._retrier.ask(lambda: self._search.search(keys, scope))

    async def _reconcile(self, batch: UnresolvedBatch) -> None:
        batch = attrs.evolve(batch, scanned=self._search.must_scan)
        options, (scope, _) = self._options, batch.items[0].kind
        pause = options.poll_interval if batch.answered else max(options.poll_interval, options.settle / 4)
        await self._clock.sleep(0 if batch.answered else options.settle)
        # The records of an answered request may be visible at once; that they are not proves nothing yet.
        early = batch.answered
        needed = 1 if batch.next is Next.REJECT else 2
        left: Sequence[PreparedDraft] = batch.items
        absent: Sequence[PreparedDraft] = ()
        stable = 0
        for _ in range(MOST_READS):
            reading = read_result(batch, left, await self._searched([item.key for item in left], scope))
            self._note_readable(reading.created, left)
            taken = await self._state.conclude(left, reading.created)
            await self._state.conclude(left, reading.contested)
            if taken:
                claimed = [item for item in left if item not in reading.absent and item not in reading.unclear]
                await self._give_up(claimed, batch, f"the records found belong to other drafts: {sorted(taken)}")
            stable = 1 if reading.created or reading.contested else stable + 1
            absent = reading.absent
            left = (*absent, *reading.unclear)
            if not left:
                break
            if early:
                early, stable = False, 0
            elif stable >= needed and not reading.unclear:
                break
            await self._clock.sleep(pause)
        await self._after(batch, absent if stable >= needed else (), left)

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
        if self._probe.known(left[0].kind, _longest(left)) is None and await self._witnessed(left):
            await self._absent(batch, left)
            return
        scope, _ = left[0].kind
        begun, floor = self._state.ledger.fact("begun"), self._state.floor
        newer, _ = await self._retrier.ask(
            lambda: self._search.select(lambda record: id_of(record) > floor, scope, since=begun)
        )
        shown = {key for record in newer for key in keys_of(record, self._options.key_field) or ()}
        if not self._search.must_scan and any(item.key in shown for item in left):
            # The list shows what the search misses.
            self._search.must_scan = True
            await self._reconcile(attrs.evolve(batch, items=tuple(left)))
            return
        clients = await self._clients_of_strangers(newer)
        if self._witnesses.get(left[0].kind, 0) not in {0, *map(id_of, newer)}:
            # The list hides a record of this kind that is known to exist: it tells nothing about the others.
            clients = {None}
        possible = [item for item in left if clients and (item.client_id is None or clients & {item.client_id, None})]
        if possible:
            await self._give_up(possible, batch, "nothing showed that its key can be read back at all")
        if absent := [item for item in left if item not in possible]:
            await self._absent(batch, absent)

    async def _witnessed(self, left: Sequence[PreparedDraft]) -> bool:
        """Whether a record of any run is found by a key as long as these: then theirs could be found, too."""
        kind, length = left[0].kind, _longest(left)
        for record in (await self._search.newest(kind[0])).records:
            key = next(filter(is_derived, keys_of(record, self._options.key_field) or ()), "")
            if len(key) < length or document_kind(record) != kind:
                continue
            found = (await self._searched([key], kind[0])).found.get(key, ())
            if any(id_of(one) == id_of(record) for one in found):
                self._probe.settle(kind, length, readable=True)
                return True
        return False

    async def _clients_of_strangers(self, records: Sequence[Record]) -> set[str | None]:
        """The clients of the records that the ledger does not know, by id or by key."""
        read, ledger, field = self._state.writer.read, self._state.ledger, self._options.key_field
        known = await read(ledger.known_ids, sorted(map(id_of, records)))
        strangers = [record for record in records if id_of(record) not in known]
        keys = sorted({key for record in strangers for key in keys_of(record, field) or ()})
        ours = {entry.key for entry in await read(ledger.entries_with_keys, keys)}
        return {
            client_of(record)
            for record in strangers
            if not any(key in ours or position_of(ledger.run, key) is not None for key in keys_of(record, field) or ())
        }

    async def _absent(self, batch: UnresolvedBatch, left: Sequence[PreparedDraft]) -> None:
        """What follows for drafts that are certainly not there."""
        if self._search.must_scan and not batch.scanned:
            # The search that missed them was found out meanwhile: what the list proves, it must also be asked for.
            await self._reconcile(attrs.evolve(batch, items=tuple(left)))
            return
        match batch.next:
            case Next.REJECT:
                await self._reject(left, batch)
            case Next.SPLIT | Next.BLAME if len(batch.items) == 1:
                await self._reject(left, batch)
            case Next.SPLIT | Next.BLAME:
                await self._again(halves(left))
            case Next.WAIT:
                await self._again([left])
            case Next.STOP:
                await self._state.forget_intent(left)
                raise BulkError(f"the server refuses this run altogether: HTTP {batch.reason.code}, {batch.reason}")
            case Next.RESEND:
                await self._resend(batch, left)

    async def _resend(self, batch: UnresolvedBatch, left: Sequence[PreparedDraft]) -> None:
        for item in left:
            item.attempts += 1
        spent = [item for item in left if item.attempts >= self._options.max_attempts]
        if spent:
            why = f"it was absent after each of {self._options.max_attempts} attempts"
            await self._give_up(spent, batch, why)
        if again := [item for item in left if item not in spent]:
            await self._again([again])

    async def _again(self, parts: Sequence[Sequence[PreparedDraft]]) -> None:
        await self._chunks.put_again(*[Chunk(part, recorded=False) for part in parts])
        self._state.doubtful.difference_update(item.position for part in parts for item in part)

    async def _reject(self, items: Sequence[PreparedDraft], batch: UnresolvedBatch) -> None:
        findings = [
            Finding(position=item.position, state=State.REJECTED, reason=batch.reason_of(item)) for item in items
        ]
        await self._state.conclude(items, findings)
        self.check_stuck()

    async def _give_up(self, items: Sequence[PreparedDraft], batch: UnresolvedBatch, why: str) -> None:
        await self._state.conclude(items, [unconfirmed(item, batch.reason_of(item), why) for item in items])
        self.check_stuck()

    # Whether keys can be read back.

    def _note_readable(self, found: Sequence[Finding], items: Sequence[PreparedDraft]) -> None:
        positions = {finding.position for finding in found}
        if keys := [item.key for item in items if item.position in positions]:
            self._probe.settle(items[0].kind, len(max(keys, key=len)), readable=True)

    async def _readable(self, items: Sequence[PreparedDraft]) -> bool:
        self._awaiting_proof += len(items)
        try:
            finding = self._probe.finding(items[0].kind, _longest(items))
            self.check_stuck()
            return await asyncio.shield(finding)
        finally:
            self._awaiting_proof -= len(items)

    def check_stuck(self) -> None:
        """End the wait for proof once every open draft waits for it."""
        waiting_for_us = self._state.input_ended or self._state.crowded
        if waiting_for_us and not self._probe.proving and self._awaiting_proof >= self._state.open:
            self._probe.give_up()

    def created(self, records: Iterable[tuple[PreparedDraft, int]]) -> None:
        """Records are known to exist: prove the key by one of each kind and length, if nobody has."""
        samples = {(item.kind, len(item.key)): (item, record_id) for item, record_id in records}
        for (kind, length), (item, record_id) in samples.items():
            self._witnesses.setdefault(kind, record_id)
            if not self._options.single and self._probe.begin(kind, length):
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
        if readable is not None:
            self._probe.settle(kind, len(key), readable=readable)
            if not readable and self._options.require_readable:
                raise KeyUnreadable(
                    f"record {record_id} was created with the key {key!r} and cannot be found by it: this account does "
                    "not keep or list that field as it is written. Choose another key=, or pass require_readable=False "
                    "to go on and have every doubt end as unconfirmed"
                )
        self.check_stuck()

    async def _is_ours(self, texts: Sequence[str]) -> bool:
        ledger = self._state.ledger
        if any(position_of(ledger.run, text) is not None for text in texts):
            return True
        return bool(await self._state.writer.read(ledger.entries_with_keys, texts))

    async def confirmed(self, items: Sequence[PreparedDraft], ids: Sequence[int]) -> bool:
        """Whether these drafts are the ones behind these ids, as the keys on the server tell.

        False for an id that carries another key, and for one that does not show up while an unresolved batch settles.
        """
        until, pause = self._clock.now() + self._options.settle, 0.25
        while True:
            result = await self._searched([item.key for item in items], items[0].scope)
            seen = [{id_of(record) for record in result.found.get(item.key, ())} for item in items]
            if all(record_id in found for found, record_id in zip(seen, ids, strict=True)):
                for item in items:
                    self._probe.settle(item.kind, len(item.key), readable=True)
                return True
            if any(found and record_id not in found for found, record_id in zip(seen, ids, strict=True)):
                return False
            if self._clock.now() >= until:
                return False
            await self._clock.sleep(pause)
            pause = min(pause * 2, 10.0)

    def may_read(self, item: PreparedDraft) -> bool:
        """Whether this run may try to read the key back: not if that was seen to fail."""
        return self._probe.known(item.kind, len(item.key)) is not False


def _longest(items: Sequence[PreparedDraft]) -> int:
    return max(len(item.key) for item in items)
