"""Sends chunks and turns each answer into findings and doubts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

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
from .errors import BulkError
from .outcome import Reason
from .prepare import PreparedDraft
from .reconciler import Reconciler, Spawn
from .results import BatchResult, ItemResult, read_answer
from .run_state import RunState
from .sizing import Sizing
from .unresolved import UnresolvedBatch, halves

_BUSY_PAUSE = 5.0
_LONGEST_BUSY_PAUSE = 300.0


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
        spawn: Spawn,
    ) -> None:
        self._api = api
        self._state = state
        self._chunks = chunks
        self._reconciler = reconciler
        self._sizing = sizing
        self._breaker = breaker
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
                    positions = [item.position for item in chunk.items]
                    await self._state.writer.write(self._state.ledger.intend_again, positions)
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
        """Send nothing more, and wait for the answers that are on their way: each one spares a doubt."""
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
            answer = await self._api.send([item.wire for item in items])
        except (AuthenticationError, ConfigurationError):
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
            result = read_answer(answer, len(items), batch=self._api.batch)
            if result.conclusion == "busy":
                await self._hold(items, answer.headers.get("retry-after"))
            elif result.conclusion == "forbidden":
                await self._apply(items, result)
            else:
                # The next request need not wait until this one's findings are on the disk.
                self._busy += 1
                self._spawn(self._apply_in_time(items, self._check_ids(result, newest)))

    async def _apply_in_time(self, items: Sequence[PreparedDraft], result: BatchResult) -> None:
        try:
            await self._apply(items, result)
        finally:
            self._done()

    def _check_ids(self, result: BatchResult, newest: int) -> BatchResult:
        """Doubt an answer that names records older than its request, or records that a doubtful answer named too."""
        if result.conclusion == "elements" and (
            self._doubted & result.ids or min(result.ids, default=newest + 1) <= newest
        ):
            reason = Reason(kind="unresolved", message="the answer names records that another request made")
            return BatchResult(conclusion="doubtful", reason=reason, ids=result.ids)
        return result

    async def _unreachable(self, items: Sequence[PreparedDraft]) -> None:
        """Nothing left this machine: the drafts wait until the server can be reached; their intent stays recorded."""
        self._breaker.unreachable()
        await self._chunks.put_again(Chunk(items, recorded=True))

    async def _hold(self, items: Sequence[PreparedDraft], retry_after: str | None) -> None:
        asked = (retry_after or "").strip()
        seconds = float(asked) if asked.isascii() and asked.isdigit() else _BUSY_PAUSE
        await self._chunks.put_again(Chunk(items, recorded=True))
        self._breaker.hold(min(seconds, _LONGEST_BUSY_PAUSE))

    def _lost(self, items: Sequence[PreparedDraft], error: TransportError | UnexpectedResponse) -> None:
        self._breaker.lost()
        reason = Reason(
            kind="unresolved", message=f"the answer was lost: {error.message}", evidence={"error": str(error)}
        )
        self._reconciler.take(UnresolvedBatch(items=tuple(items), reason=reason))

    async def _apply(self, items: Sequence[PreparedDraft], result: BatchResult) -> None:
        reason = result.reason or Reason(kind="unresolved", message="the answer does not tell what became of the draft")
        match result.conclusion:
            case "elements":
                self._breaker.answered()
                self._sizing.succeeded()
                await self._apply_results(items, result.results)
            case "too_large" if len(items) > 1:
                self._sizing.too_large(len(items))
                await self._chunks.put_again(*[Chunk(half, recorded=True) for half in halves(items)])
            case "refused" | "too_large" | "forbidden" if len(items) == 1 and self._may_blame_draft(result):
                self._breaker.answered()
                await self._reject(items[0], reason)
            case "refused" | "forbidden" if self._may_blame_draft(result):
                # The refusal may have come after some records were created: only what is absent goes again.
                self._breaker.answered()
                self._reconciler.take(UnresolvedBatch(items=tuple(items), reason=reason, answered=True, then="halve"))
            case "forbidden":
                await self._chunks.put_again(Chunk(items, recorded=True))
                raise BulkError(f"the server refuses this run altogether: HTTP {reason.code}, {reason}")
            case _:
                if result.answered:
                    self._breaker.answered()
                else:
                    self._breaker.lost()
                self._doubted |= result.ids
                self._reconciler.take(UnresolvedBatch(items=tuple(items), reason=reason, answered=result.answered))

    def _may_blame_draft(self, result: BatchResult) -> bool:
        """Whether a refusal can be one draft's fault: 403 and 404 can, once other drafts got through."""
        if result.conclusion != "forbidden":
            return True
        code = result.reason.code if result.reason else None
        return code in (403, 404) and self._state.counts["created"] > 0

    async def _reject(self, item: PreparedDraft, reason: Reason) -> None:
        await self._state.conclude([item], [Finding(position=item.position, state=State.REJECTED, reason=reason)])
        self._reconciler.check_stuck()

    async def _apply_results(self, items: Sequence[PreparedDraft], results: Sequence[ItemResult]) -> None:
        if not await self._belongs_together(items, results):
            reason = Reason(kind="unresolved", message="the results belong to other drafts than their places say")
            self._reconciler.take(UnresolvedBatch(items=tuple(items), reason=reason, answered=True))
            return
        findings = [
            _finding(item, result)
            for item, result in zip(items, results, strict=True)
            if result.certainty != "doubtful"
        ]
        taken = await self._state.conclude(items, findings)
        if taken:
            reason = Reason(kind="unresolved", message=f"the answer repeats ids of earlier records: {sorted(taken)}")
            self._reconciler.take(UnresolvedBatch(items=tuple(items), reason=reason, answered=True))
            return
        made: list[tuple[PreparedDraft, int]] = []
        for item, result in zip(items, results, strict=True):
            if result.id is not None and result.certainty == "created":
                made.append((item, result.id))
            elif result.certainty == "doubtful" and result.reason is not None:
                self._reconciler.take(UnresolvedBatch(items=(item,), reason=result.reason, answered=True))
        if made:
            self._newest = max(self._newest, made[-1][1])
            self._reconciler.created(made)
        self._reconciler.check_stuck()

    async def _belongs_together(self, items: Sequence[PreparedDraft], results: Sequence[ItemResult]) -> bool:
        """Whether created and not created are in the right places.

        Ids that rise leave one thing open: a result without an id may stand in the place of one with. Since records are
        created in request order, it is enough to find the neighbours of every such gap under their own ids.
        """
        witnesses = [
            (items[place], identity)
            for place in _beside_gaps(results)
            if (identity := results[place].id) is not None and self._reconciler.readable(items[place])
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


def _finding(item: PreparedDraft, result: ItemResult) -> Finding:
    state = State.CREATED if result.certainty == "created" else State.REJECTED
    return Finding(position=item.position, state=state, record_id=result.id, number=result.number, reason=result.reason)
