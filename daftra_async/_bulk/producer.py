"""Reads the input chunk by chunk, compares it with the ledger's, and records what is new before it is sent."""

from __future__ import annotations

from collections.abc import Sequence

from .api import BulkApi
from .chunks import Chunk, Chunks
from .entry import FINAL, Entry, State, refuse_existing
from .errors import LedgerMismatch
from .inputs import Drafts, read_drafts
from .key_search import Scope
from .options import BulkOptions
from .outcome import Reason
from .precheck import Precheck
from .prepare import Preparation, PreparedDraft, prepare
from .read_retrier import ReadRetrier
from .reconciler import Reconciler
from .run_state import RunState
from .sizing import Sizing
from .unresolved import UnresolvedBatch

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
        precheck: Precheck,
        options: BulkOptions,
        retrier: ReadRetrier,
    ) -> None:
        self._api = api
        self._state = state
        self._chunks = chunks
        self._reconciler = reconciler
        self._sizing = sizing
        self._precheck = precheck
        self._options = options
        self._retrier = retrier
        self._known = 0
        self._size: int | None = None
        self._held: Chunk | None = None
        self._scopes: set[Scope] = {()}
        self.consumed: int | None = None

    @property
    def window(self) -> int:
        """How many drafts may wait for the caller, or for the end of a doubt."""
        return max(_LEAST_WINDOW, 4 * self._options.chunk_size * self._options.concurrency)

    async def feed(self, drafts: Drafts | str) -> None:
        """Read to the end. Raises ``LedgerMismatch`` as soon as the input differs from the one recorded."""
        state = self._state
        self._known = await state.writer.read(state.ledger.size)
        self._size = await state.writer.read(state.ledger.input_size)
        batch: list[object] = []
        async for draft in read_drafts(drafts):
            batch.append(draft)
            if len(batch) >= self._sizing.current:
                await self._take(batch)
                batch = []
        if batch:
            await self._take(batch)
        recorded = self._size if self._size is not None else self._known
        if state.read < recorded or (self._size is not None and state.read != self._size):
            raise LedgerMismatch(
                f"the input has {state.read} drafts, the ledger's had {recorded}: this is another input"
            )
        await self._release(alone=True)
        await state.writer.write(state.ledger.complete_input, state.read)
        self._reconciler.input_ended = True
        state.changed.notify()
        self._reconciler.check_stuck()

    async def _take(self, batch: Sequence[object]) -> None:
        await self._room()
        first = self._state.read
        if self._size is not None and first + len(batch) > self._size:
            raise LedgerMismatch(f"the input goes on after draft {self._size}, where the ledger's ended")
        section, key_field, ledger = self._api.section, self._options.key_field, self._state.ledger
        preparations = [
            prepare(draft, position, section=section, key_field=key_field, ledger_id=ledger.id)
            for position, draft in enumerate(batch, start=first)
        ]
        entries: list[Entry] = []
        if first < self._known:
            entries = await self._state.writer.read(ledger.entries, first, len(batch))
        self._compare(entries, preparations)
        # Open before they are read: the frontier must not pass a draft whose outcome is not known yet.
        self._state.enter(range(first, first + len(batch)))
        self._state.read = first + len(batch)
        await self._resume(entries, preparations[: len(entries)])
        await self._begin(preparations[len(entries) :])

    async def _room(self) -> None:
        while True:
            seen = self._state.changed.count
            if len(self._state.doubtful) <= self.window and self._waiting_for_caller() <= self.window:
                return
            await self._state.changed.beyond(seen)

    def _waiting_for_caller(self) -> int:
        return 0 if self.consumed is None else self._state.frontier() - self.consumed

    def _compare(self, entries: Sequence[Entry], preparations: Sequence[Preparation]) -> None:
        for entry, preparation in zip(entries, preparations, strict=False):
            if entry.digest != preparation.entry.digest:
                raise LedgerMismatch(
                    f"draft {entry.position} is not the one that the ledger recorded there: this is another input"
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
            await self._chunks.put(Chunk(unsent, recorded=False))
        if doubtful:
            reason = Reason(kind="unresolved", message="an earlier run ended before the answer was known")
            self._reconciler.take(UnresolvedBatch(items=tuple(doubtful), reason=reason))

    async def _begin(self, preparations: Sequence[Preparation]) -> None:
        """Record new drafts and queue them."""
        if not preparations:
            return
        await self._note_scopes({preparation.item.scope for preparation in preparations if preparation.item})
        existing = await self._existing([preparation.item for preparation in preparations if preparation.item])
        entries = await self._state.intend(
            [
                refuse_existing(preparation.entry, existing[preparation.entry.position])
                if preparation.entry.position in existing
                else preparation.entry
                for preparation in preparations
            ]
        )
        items = [
            preparation.item
            for entry, preparation in zip(entries, preparations, strict=True)
            if entry.state is State.SENT and preparation.item is not None
        ]
        if not items:
            return
        chunk = Chunk(items, recorded=True)
        if self._held is None and preparations[0].entry.position == 0:
            self._held = chunk
        else:
            await self._release(alone=False)
            await self._chunks.put(chunk)

    async def _existing(self, items: Sequence[PreparedDraft]) -> dict[int, list[int]]:
        """The drafts whose own key is on the server already; keys of earlier drafts are the ledger's to refuse."""
        brought = [item for item in items if item.brought]
        if not brought:
            return {}
        writer, ledger = self._state.writer, self._state.ledger
        known = {entry.key for entry in await writer.read(ledger.entries_with_keys, [item.key for item in brought])}
        fresh = [item for item in brought if item.key not in known]
        return await self._retrier.ask(lambda: self._precheck.existing(fresh))

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
