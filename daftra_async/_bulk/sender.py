"""Sends chunks and turns each answer into outcomes and unresolved batches."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import attrs

from .._wire.messages import Response
from .._wire.retry_after import retry_after
from ..errors import (
    AuthenticationError,
    ConfigurationError,
    ConnectionFailed,
    RequestTimeout,
    TransportError,
    UnexpectedResponse,
)
from .api import BulkApi
from .chunks import Chunk, Chunks
from .circuit_breaker import CircuitBreaker
from .entry import Finding, State
from .outcome import Reason
from .prepare import PreparedDraft
from .reconciler import Reconciler, Spawn
from .results import BatchResult, ItemResult, Next, read_answer
from .run_lock import RunLock
from .run_state import RunState
from .sizing import Sizing
from .unresolved import UnresolvedBatch

_PAUSE = 5.0
_LONGEST_PAUSE = 300.0


class Sender:
    """``work`` runs once per request that may be in flight; all share the queue, the size and the circuit breaker."""

    def __init__(
        self,
        *,
        api: BulkApi,
        state: RunState,
        chunks: Chunks,
        reconciler: Reconciler,
        sizing: Sizing,
        breaker: CircuitBreaker,
        lock: RunLock,
        spawn: Spawn,
    ) -> None:
        self._api = api
        self._state = state
        self._chunks = chunks
        self._reconciler = reconciler
        self._sizing = sizing
        self._breaker = breaker
        self._lock = lock
        self._spawn = spawn
        self._newest = 0
        self._doubted: set[int] = set()
        self._busy = 0
        self._stopping = False

    async def work(self) -> None:
        """Send chunks until ``stop``, or until cancelled."""
        while not self._stopping:
            chunk = await self._chunks.get()
            try:
                await self._breaker.clear()
                if self._stopping:
                    self._chunks.put_back(chunk)
                    return
                if len(chunk.items) > self._sizing.current:
                    chunk = await self._cut(chunk)
                if not chunk.recorded:
                    await self._state.intend_again(chunk.items)
                if not self._state.sent:
                    self._lock.mark_open()
                    self._state.sent = True
            except BaseException:
                self._chunks.put_back(chunk)
                raise
            self._busy += 1
            try:
                await self._transmit(chunk.items)
            finally:
                self._done()

    def _done(self) -> None:
        self._busy -= 1
        if not self._busy:
            self._state.changed.notify()

    async def stop(self) -> None:
        """Send nothing more, and wait for the answers that are on their way: each one spares a search."""
        self._stopping = True
        while True:
            seen = self._state.changed.count
            if not self._busy:
                return
            await self._state.changed.beyond(seen)

    async def _cut(self, chunk: Chunk) -> Chunk:
        size = self._sizing.current
        await self._chunks.put_again(Chunk(chunk.items[size:], chunk.recorded))
        return Chunk(chunk.items[:size], chunk.recorded)

    async def _transmit(self, items: Sequence[PreparedDraft]) -> None:
        newest = self._newest
        try:
            response = await self._api.send([item.wire for item in items])
        except (AuthenticationError, ConfigurationError):
            # Raised before anything is sent: there is no token to send it with, or it cannot be written.
            await self._chunks.put_again(Chunk(items, recorded=True))
            raise
        except ConnectionFailed:
            await self._unreachable(items)
        except RequestTimeout as error:
            if not error.sent:
                await self._unreachable(items)
            else:
                self._sizing.stalled(len(items))
                self._lost(items, error)
        except (TransportError, UnexpectedResponse) as error:
            self._lost(items, error)
        else:
            result = self._read(response, items, newest)
            # The next request need not wait until this one's outcomes are on the disk.
            self._busy += 1
            self._spawn(self._apply_in_time(items, result))

    def _read(self, response: Response, items: Sequence[PreparedDraft], newest: int) -> BatchResult:
        """What an answer says, once the pace of the run has learnt from it."""
        result = read_answer(response, len(items), batch=self._api.batch)
        if result.items:
            return self._check_ids(result, newest)
        match result.next:
            case Next.WAIT:
                asked = retry_after(response.headers)
                self._breaker.hold(min(_PAUSE if asked is None else asked, _LONGEST_PAUSE))
            case Next.SPLIT:
                self._sizing.too_large(len(items))
            case Next.STOP if response.status in (403, 404) and self._state.counts["created"]:
                # Others got through: it can be the fault of one draft.
                result = attrs.evolve(result, next=Next.BLAME)
            case Next.STOP:
                self._breaker.unreachable()
        return result

    async def _apply_in_time(self, items: Sequence[PreparedDraft], result: BatchResult) -> None:
        try:
            await self._apply(items, result)
        finally:
            self._done()

    def _check_ids(self, result: BatchResult, newest: int) -> BatchResult:
        """Doubt an answer that names records older than its request, or records that a doubtful answer named too."""
        if self._doubted & result.ids or min(result.ids, default=newest + 1) <= newest:
            reason = Reason(kind="unresolved", message="the answer names records that another request made")
            return BatchResult(reason=reason, ids=result.ids)
        return result

    async def _unreachable(self, items: Sequence[PreparedDraft]) -> None:
        """Nothing left this machine: the drafts wait until the server can be reached; their intent stays recorded."""
        self._breaker.unreachable()
        await self._chunks.put_again(Chunk(items, recorded=True))

    def _lost(self, items: Sequence[PreparedDraft], error: TransportError | UnexpectedResponse) -> None:
        self._breaker.lost()
        message = f"the answer was lost: {error.message}"
        reason = Reason(kind="unresolved", message=message, evidence={"error": str(error)})
        self._reconciler.take(UnresolvedBatch(items=tuple(items), reason=reason))

    async def _apply(self, items: Sequence[PreparedDraft], result: BatchResult) -> None:
        if result.items and await self._belongs_together(items, result.items):
            self._breaker.answered()
            self._sizing.succeeded()
            await self._apply_items(items, result.items)
            return
        if result.next not in (Next.WAIT, Next.STOP):
            if result.answered:
                self._breaker.answered()
            else:
                self._breaker.lost()
        self._doubted |= result.ids
        untold = Reason(kind="unresolved", message="the results belong to other drafts than their places say")
        self._reconciler.take(
            UnresolvedBatch(
                items=tuple(items), reason=result.reason or untold, answered=result.answered, next=result.next
            )
        )

    async def _apply_items(self, items: Sequence[PreparedDraft], results: Sequence[ItemResult]) -> None:
        pairs = list(zip(items, results, strict=True))
        made = [(item, one.id) for item, one in pairs if one.certainty == "created" and one.id is not None]
        taken = await self._state.conclude(items, [_created(item, one) for item, one in pairs if one.id is not None])
        if taken:
            reason = Reason(kind="unresolved", message=f"the answer repeats ids of earlier records: {sorted(taken)}")
            self._reconciler.take(UnresolvedBatch(items=tuple(items), reason=reason, answered=True))
            return
        if made:
            self._newest = max(self._newest, made[-1][1])
            self._reconciler.created(made)
        for certainty, follows in (("refused", Next.REJECT), ("unresolved", Next.RESEND)):
            mine = {item: one.reason for item, one in pairs if one.certainty == certainty and one.reason is not None}
            if mine:
                reasons = {item.position: reason for item, reason in mine.items()}
                first = next(iter(reasons.values()))
                self._reconciler.take(
                    UnresolvedBatch(items=tuple(mine), reason=first, reasons=reasons, answered=True, next=follows)
                )
        self._reconciler.check_stuck()

    async def _belongs_together(self, items: Sequence[PreparedDraft], results: Sequence[ItemResult]) -> bool:
        """Whether created and not created are in the right places.

        Ids that rise leave one thing open: a result without an id may stand in the place of one with. Since records are
        created in request order, it is enough to find the neighbours of every such gap under their own ids.
        """
        witnesses = [
            (items[place], identity)
            for place in _beside_gaps(results)
            if (identity := results[place].id) is not None and self._reconciler.may_read(items[place])
        ]
        for scope in sorted({item.scope for item, _ in witnesses}):
            mine = {identity: item for item, identity in witnesses if item.scope == scope}
            if not await self._reconciler.confirmed(list(mine.values()), list(mine)):
                return False
        return True


def _beside_gaps(results: Sequence[ItemResult]) -> Iterable[int]:
    """The places of created drafts next to one that was not."""
    created = [result.certainty == "created" for result in results]
    last = len(created) - 1
    return [
        place
        for place, here in enumerate(created)
        if here and ((place > 0 and not created[place - 1]) or (place < last and not created[place + 1]))
    ]


def _created(item: PreparedDraft, result: ItemResult) -> Finding:
    return Finding(position=item.position, state=State.CREATED, record_id=result.id, number=result.number)
