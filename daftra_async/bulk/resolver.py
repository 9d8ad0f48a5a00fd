"""Carries every doubt to its end: settle, prove that the mark can be read, read until stable, send again or give up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any

import attrs

from .book import Book
from .chunks import Chunk, Chunks
from .clock import Clock
from .doubts import MOST_READS, Doubt, client_of, could_have_lost_mark, halves, judge_sighting, unconfirmed
from .errors import MarkUnreadable
from .intake import Item
from .options import BulkOptions
from .patience import Patience
from .readback import Scope, Seeker, Sighting
from .trust import Trust, prove
from .verdicts import as_id

Spawn = Callable[[Coroutine[Any, Any, None]], object]


class Resolver:
    """One per run. ``input_ended`` is set by the feeder; until then more records may come to prove the mark by."""

    def __init__(
        self,
        *,
        book: Book,
        chunks: Chunks,
        seeker: Seeker,
        options: BulkOptions,
        clock: Clock,
        patience: Patience,
        spawn: Spawn,
    ) -> None:
        self._book = book
        self._chunks = chunks
        self._seeker = seeker
        self._options = options
        self._clock = clock
        self._patience = patience
        self._spawn = spawn
        self._trust = Trust()
        self._untrusting = 0
        self.input_ended = False

    def doubt(self, doubt: Doubt) -> None:
        """Take over drafts of which nobody knows whether they exist."""
        self._book.doubtful.update(item.position for item in doubt.items)
        for scope in sorted({item.scope for item in doubt.items}):
            items = tuple(item for item in doubt.items if item.scope == scope)
            self._spawn(self._resolve(attrs.evolve(doubt, items=items)))

    async def _look(self, items: Sequence[Item], scope: Scope) -> Sighting:
        return await self._patience.ask(lambda: self._seeker.look([item.mark for item in items], scope))

    async def _resolve(self, doubt: Doubt) -> None:
        options, scope = self._options, doubt.items[0].scope
        pause = options.reread if doubt.answered else max(options.reread, options.settle / 4)
        await self._clock.sleep(0 if doubt.answered else options.settle)
        # The records of an answered request may be visible at once; that they are not proves nothing yet.
        early = doubt.answered
        left: Sequence[Item] = doubt.items
        stable = 0
        for _ in range(MOST_READS):
            sighting = await self._look(left, scope)
            reading = judge_sighting(left, sighting, doubt.reason)
            if reading.created:
                self._trust.settle(scope, readable=True)
            taken = await self._book.conclude(left, reading.created)
            await self._book.conclude(left, reading.contested)
            if taken:
                await self._give_up(
                    [item for item in left if item not in reading.absent and item not in reading.unclear],
                    doubt,
                    f"the records found belong to other drafts: {sorted(taken)}",
                )
            stable = 1 if reading.created or reading.contested else stable + 1
            left = (*reading.absent, *reading.unclear)
            if not left:
                break
            if early:
                early, stable = False, 0
            elif stable >= 2 and not reading.unclear:
                break
            await self._clock.sleep(pause)
        await self._after(doubt, left, stable >= 2)

    async def _after(self, doubt: Doubt, left: Sequence[Item], stable: bool) -> None:
        if not left:
            self.check_stuck()
            return
        if not stable:
            await self._give_up(left, doubt, "its mark could not be read back clearly")
        elif await self._trusted(left[0].scope, len(left)):
            await self._absent(doubt, left)
        else:
            await self._after_distrust(doubt, left)

    async def _after_distrust(self, doubt: Doubt, left: Sequence[Item]) -> None:
        """Nothing shows that marks can be read back: go by what the drafts would look like if they had lost theirs."""
        scope = left[0].scope
        begun = await self._book.scribe.read(self._book.ledger.fact, "begun") or ""

        def suspect(record: Mapping[str, Any]) -> tuple[int, str | None] | None:
            suspicious = could_have_lost_mark(record, self._options.key, begun)
            return (as_id(record.get("id")) or 0, client_of(record)) if suspicious else None

        suspects = await self._patience.ask(lambda: self._seeker.everything(suspect, scope))
        known = await self._book.scribe.read(
            self._book.ledger.known_ids, sorted({record_id for record_id, _ in suspects})
        )
        clients = {client for record_id, client in suspects if record_id not in known}
        possible = [item for item in left if clients and (item.client_id is None or clients & {item.client_id, None})]
        if possible:
            await self._give_up(possible, doubt, "nothing showed that its mark can be read back at all")
        if absent := [item for item in left if item not in possible]:
            await self._absent(doubt, absent)

    async def _absent(self, doubt: Doubt, left: Sequence[Item]) -> None:
        if doubt.then == "resend":
            for item in left:
                item.tries += 1
        spent = [item for item in left if item.tries >= self._options.tries]
        again = [item for item in left if item.tries < self._options.tries]
        if spent:
            await self._give_up(spent, doubt, f"it was absent after each of {self._options.tries} tries")
        if again:
            parts = halves(again) if doubt.then == "halve" else (again,)
            await self._chunks.put_again(*[Chunk(part, recorded=False) for part in parts])
            self._book.doubtful.difference_update(item.position for item in again)

    async def _give_up(self, items: Sequence[Item], doubt: Doubt, why: str) -> None:
        await self._book.conclude(items, [unconfirmed(item, doubt.reason, why) for item in items])
        self.check_stuck()

    # Whether the mark can be read back.

    async def _trusted(self, scope: Scope, drafts: int) -> bool:
        self._untrusting += drafts
        try:
            finding = self._trust.finding(scope)
            self.check_stuck()
            return await asyncio.shield(finding)
        finally:
            self._untrusting -= drafts

    def check_stuck(self) -> None:
        """End the wait for proof once every open draft waits for it."""
        if self.input_ended and not self._trust.proving and self._untrusting >= self._book.open:
            self._trust.give_up()

    def created(self, scope: Scope, mark: str, record_id: int) -> None:
        """A record of this scope is known to exist: prove the mark by it, if nobody has."""
        if self._trust.begin(scope):
            self._spawn(self._prove(scope, mark, record_id))

    async def _prove(self, scope: Scope, mark: str, record_id: int) -> None:
        try:
            readable = await self._patience.ask(
                lambda: prove(
                    self._seeker,
                    self._options.key,
                    self._clock,
                    mark=mark,
                    record_id=record_id,
                    scope=scope,
                    within=self._options.settle,
                )
            )
        finally:
            self._trust.end(scope)
        if readable is None:
            self.check_stuck()
            return
        self._trust.settle(scope, readable=readable)
        if not readable and self._options.require_readable:
            raise MarkUnreadable(
                f"record {record_id} was created with the mark {mark!r} and cannot be found by it: this account does "
                "not keep or list that field. Choose another key=, or pass require_readable=False to go on and have "
                "every doubt end as unconfirmed"
            )
        self.check_stuck()

    async def confirmed(self, items: Sequence[Item], ids: Sequence[int]) -> bool:
        """Whether these drafts are the ones behind these ids, as the marks on the server tell.

        False for an id that carries another mark, and for one that does not show up while a doubt would settle.
        """
        until, pause = self._clock.now() + self._options.settle, 0.25
        while True:
            sighting = await self._look(items, items[0].scope)
            seen = [sighting.found.get(item.mark, ()) for item in items]
            if all(
                any(found.id == record_id for found in records) for records, record_id in zip(seen, ids, strict=True)
            ):
                self._trust.settle(items[0].scope, readable=True)
                return True
            if any(records for records, record_id in zip(seen, ids, strict=True) if record_id not in _ids(records)):
                return False
            if self._clock.now() >= until:
                return False
            await self._clock.sleep(pause)
            pause = min(pause * 2, 10.0)

    def readable(self, scope: Scope) -> bool:
        """Whether this run may try to read marks back: not if that was seen to fail."""
        return not self._trust.known(scope) or self._trust.finding(scope).result()


def _ids(records: Sequence[Any]) -> set[int]:
    return {record.id for record in records}
