"""Reads the input chunk by chunk, compares it with the ledger's, and records what is new before it is sent."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Sequence

import attrs

from .api import BulkApi
from .chunks import Chunk, Chunks
from .content import content_of_draft, content_of_record
from .entry import FINAL, Entry, State, finding_of, refuse_existing
from .errors import LedgerMismatch
from .existing import Existing, Found
from .inputs import Drafts, Given, read_drafts
from .key_search import KeySearch, Record, Scope, id_of, number_of
from .options import BulkOptions
from .outcome import Reason
from .prepare import Preparation, PreparedDraft, prepare
from .reconciler import Reconciler
from .run_state import RunState
from .sizing import Sizing
from .unresolved import UnresolvedBatch, contested_by, same_client

logger = logging.getLogger("daftra_async.bulk")

_LEAST_WINDOW = 2000


class Producer:
    """``consumed`` is how far the caller has taken the outcomes in input order; None if nobody does."""

    def __init__(
        self,
        *,
        api: BulkApi,
        state: RunState,
        chunks: Chunks,
        reconciler: Reconciler,
        sizing: Sizing,
        existing: Existing,
        search: KeySearch,
        options: BulkOptions,
    ) -> None:
        self._api = api
        self._state = state
        self._chunks = chunks
        self._reconciler = reconciler
        self._sizing = sizing
        self._existing = existing
        self._search = search
        self._options = options
        self._known = 0
        self._size: int | None = None
        self._held: Chunk | None = None
        self._scopes: set[Scope] = {()}
        self._adopting = False
        self.consumed: int | None = None

    @property
    def window(self) -> int:
        """How many drafts may wait for the caller, or for the end of an unresolved batch."""
        return max(_LEAST_WINDOW, 4 * self._options.chunk_size * self._options.concurrency)

    async def feed(self, drafts: Drafts | str) -> None:
        """Read to the end. Raises ``LedgerMismatch`` as soon as the input differs from the one recorded."""
        state = self._state
        self._known = await state.writer.read(state.ledger.size)
        self._size = state.ledger.input_size()
        batch: list[Given] = []
        async for given in read_drafts(drafts):
            batch.append(given)
            if len(batch) >= self._sizing.current:
                await self._take(batch)
                batch = []
        if batch:
            await self._take(batch)
        recorded = self._size if self._size is not None else self._known
        if state.read < recorded or (self._size is not None and state.read != self._size):
            raise LedgerMismatch(f"the input has {state.read} drafts, the ledger's had {recorded}: {self._remedy()}")
        await self._release(alone=True)
        await state.end_input()
        self._reconciler.check_stuck()

    async def _take(self, batch: Sequence[Given]) -> None:
        await self._room()
        state, ledger = self._state, self._state.ledger
        first = state.read
        if self._size is not None and first + len(batch) > self._size:
            place = batch[self._size - first].place
            raise LedgerMismatch(f"the input goes on at {place}, where the ledger's ended: {self._remedy()}")
        preparations = [
            prepare(
                given.draft,
                position,
                kind=self._options.draft,
                section=self._api.section,
                key_field=self._options.key_field,
                run=ledger.run,
            )
            for position, given in enumerate(batch, start=first)
        ]
        entries: list[Entry] = []
        if first < self._known:
            entries = await state.writer.read(ledger.entries, first, len(batch))
        self._compare(entries, preparations, batch)
        # Open before they are read: the frontier must not pass a draft whose outcome is not known yet.
        state.enter(range(first, first + len(batch)))
        state.read = first + len(batch)
        await self._resume(entries, preparations[: len(entries)])
        await self._begin(preparations[len(entries) :])

    async def _room(self) -> None:
        state = self._state
        while True:
            seen = state.changed.count
            if len(state.doubtful) <= self.window and self._waiting_for_caller() <= self.window:
                state.crowded = False
                return
            state.crowded = True
            self._reconciler.check_stuck()
            await state.changed.beyond(seen)

    def _waiting_for_caller(self) -> int:
        return 0 if self.consumed is None else self._state.frontier() - self.consumed

    def _compare(self, entries: Sequence[Entry], preparations: Sequence[Preparation], batch: Sequence[Given]) -> None:
        for entry, preparation, given in zip(entries, preparations, batch, strict=False):
            if entry.digest != preparation.entry.digest:
                raise LedgerMismatch(f"{given.place} is not the draft that the ledger has there: {self._remedy()}")

    def _remedy(self) -> str:
        return (
            f"this is another input than that of the run {self._state.ledger.fact('name')!r}. Run it again with the "
            "input as it was; corrected or new drafts go into a run of their own, with another ledger and name="
        )

    async def _resume(self, entries: Sequence[Entry], preparations: Sequence[Preparation]) -> None:
        """Take up drafts where an earlier run left them."""
        await self._state.recall([entry for entry in entries if entry.state in FINAL])
        unsent: list[PreparedDraft] = []
        doubtful: list[PreparedDraft] = []
        for entry, preparation in zip(entries, preparations, strict=True):
            item = preparation.item
            if item is None:
                continue
            if entry.state is State.CREATED and entry.record_id is not None:
                self._reconciler.created([(item, entry.record_id)])
            elif entry.state is State.UNSENT:
                unsent.append(item)
            elif entry.state not in FINAL:
                doubtful.append(item)
        if unsent:
            await self._begin_again(unsent)
        if doubtful:
            reason = Reason(kind="unresolved", message="an earlier run ended before the answer was known")
            self._reconciler.take(UnresolvedBatch(items=tuple(doubtful), reason=reason))

    async def _begin_again(self, items: Sequence[PreparedDraft]) -> None:
        """Queue drafts that this ledger never sent, unless the account shows that they were sent all the same."""
        existing = await self._existing.of(items)
        found = await self._entries(
            await self._state.entries([item for item in items if item.position in existing]), existing
        )
        await self._state.conclude(items, [finding_of(entry) for entry in found])
        self._note_adopted(found, items)
        if rest := [item for item in items if item.position not in existing]:
            await self._chunks.put(Chunk(rest, recorded=False))

    async def _begin(self, preparations: Sequence[Preparation]) -> None:
        """Record new drafts and queue them; what the account holds already is adopted, or refused."""
        if not preparations:
            return
        items = [preparation.item for preparation in preparations if preparation.item]
        await self._note_scopes({item.scope for item in items})
        existing = await self._existing.of(await self._unrepeated(items))
        entries = await self._entries([(one.entry, one.item) for one in preparations], existing)
        recorded = await self._state.intend(entries)
        self._note_adopted(recorded, items)
        to_send = [
            preparation.item
            for entry, preparation in zip(recorded, preparations, strict=True)
            if entry.state is State.SENT and preparation.item is not None
        ]
        if not to_send:
            return
        chunk = Chunk(to_send, recorded=True)
        if self._held is None and preparations[0].entry.position == 0:
            self._held = chunk
        else:
            await self._release(alone=False)
            await self._chunks.put(chunk)

    def _note_adopted(self, entries: Sequence[Entry], items: Sequence[PreparedDraft]) -> None:
        """A record that was adopted shows whether keys can be read back, like one that was created."""
        made = {entry.position: entry.record_id for entry in entries if entry.state is State.CREATED}
        records = [(item, record_id) for item in items if (record_id := made.get(item.position)) is not None]
        self._reconciler.created(records)
        if records and not self._adopting and not self._options.single:
            self._adopting = True
            logger.warning(
                "drafts of this run exist on the server already, as record %d and others: they are adopted, not sent. "
                "If they are meant once more, give the run another name= or the drafts keys of their own",
                records[0][1],
            )

    async def _unrepeated(self, items: Sequence[PreparedDraft]) -> list[PreparedDraft]:
        """Those drafts whose key no earlier one has brought: the ledger refuses the others."""
        given = [item.key for item in items if item.given]
        if not given:
            return [*items]
        entries = await self._state.writer.read(self._state.ledger.entries_with_keys, given)
        known = {entry.key for entry in entries}
        return [item for item in items if item.key not in known]

    async def _entries(self, rows: Iterable[tuple[Entry, PreparedDraft | None]], existing: Found) -> list[Entry]:
        """How drafts are recorded, given what the account holds already."""
        if not existing:
            return [entry for entry, _ in rows]

        async def entry_of(entry: Entry, item: PreparedDraft | None) -> Entry:
            if item is None or item.position not in existing:
                return entry
            return await self._entry(entry, item, existing[item.position])

        return await asyncio.gather(*(entry_of(entry, item) for entry, item in rows))

    async def _entry(self, entry: Entry, item: PreparedDraft, records: Sequence[Record] | None) -> Entry:
        """How a draft is recorded whose key is on the server already."""
        if not records:
            return refuse_existing(entry, [])
        if item.given:
            if len(records) > 1 or not await self._says_the_same(item, records[0]):
                return refuse_existing(entry, [id_of(record) for record in records])
        elif len(records) > 1 or not same_client(item, records[0]):
            finding = contested_by(item, records, None)
            return attrs.evolve(entry, state=State.UNCONFIRMED, attempts=0, reason=finding.reason)
        record = records[0]
        return attrs.evolve(entry, state=State.CREATED, attempts=0, record_id=id_of(record), number=number_of(record))

    async def _says_the_same(self, item: PreparedDraft, record: Record) -> bool:
        """Whether a record under a key of the caller's own is this draft's, by all that it says."""
        draft = content_of_draft(item.wire, item.section, item.total)
        same = draft.same(content_of_record(record))
        if same is None or (same and draft.lines):
            whole = await self._search.record(id_of(record))
            same = None if whole is None else draft.same(content_of_record({**record, **whole}))
        return bool(same)

    async def _note_scopes(self, scopes: set[Scope]) -> None:
        for scope in sorted(scopes - self._scopes):
            await self._state.writer.write(self._state.ledger.add_scope, scope)
            self._scopes.add(scope)

    async def _release(self, *, alone: bool) -> None:
        """Queue the first chunk, which waits for a second.

        A run of one request would have no record to prove the key by if that request were lost: a lone chunk goes as
        two.
        """
        held, self._held = self._held, None
        if held is None:
            return
        parts = (held.items[:1], held.items[1:]) if alone else (held.items,)
        for part in parts:
            if part:
                await self._chunks.put(Chunk(part, held.recorded))

    def unsent(self) -> list[PreparedDraft]:
        """Drafts that were recorded and not queued yet."""
        return [*self._held.items] if self._held else []
