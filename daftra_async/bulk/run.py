"""One bulk run as its caller holds it: iterate it for outcomes, or await it for the report."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Generator, Sequence
from typing import Any

from ..errors import DaftraError
from .api import BulkApi
from .inputs import DraftError, Drafts, read_drafts, to_wire
from .marks import Key, brought_mark, derive, key_name, new_ledger_id, with_mark
from .outcome import BulkReport, Outcome, Reason
from .verdicts import judge


def submit(
    api: BulkApi, drafts: Drafts | str, *, chunk_size: int = 50, concurrency: int = 4, key: Key = "po_number"
) -> BulkRun:
    """A run over ``drafts``; nothing is read or sent before it is iterated or awaited."""
    key_name(key)
    return BulkRun(api, drafts, chunk_size=chunk_size, concurrency=concurrency, key=key)


class BulkRun:
    """Async-iterable (one ``Outcome`` per draft, in input order) and awaitable (``BulkReport``)."""

    def __init__(self, api: BulkApi, drafts: Drafts | str, *, chunk_size: int, concurrency: int, key: Key) -> None:
        self._api = api
        self._drafts = drafts
        self._chunk_size = chunk_size if api.batch else 1
        self._concurrency = concurrency
        self._key = key
        self._ledger_id = new_ledger_id()

    def __await__(self) -> Generator[Any, None, BulkReport]:
        return self._report().__await__()

    async def _report(self) -> BulkReport:
        outcomes = [outcome async for outcome in self]
        counts = Counter(outcome.status for outcome in outcomes)
        return BulkReport(
            created=counts["created"],
            rejected=counts["rejected"],
            unconfirmed=counts["unconfirmed"],
            outcomes=outcomes,
        )

    async def __aiter__(self) -> AsyncIterator[Outcome]:
        waiting: list[asyncio.Task[list[Outcome]]] = []
        chunk: list[tuple[int, str, dict[str, Any]]] = []
        index = -1
        try:
            async for draft in read_drafts(self._drafts):
                index += 1
                try:
                    wire = to_wire(draft, self._api.section)
                except DraftError as error:
                    reason = Reason(kind="invalid_draft", message=str(error))
                    waiting.append(
                        asyncio.create_task(_now(Outcome(index=index, key=None, status="rejected", error=reason)))
                    )
                    continue
                mark = brought_mark(wire, self._api.section, self._key) or derive(self._ledger_id, index)
                chunk.append((index, mark, with_mark(wire, self._api.section, self._key, mark)))
                if len(chunk) == self._chunk_size:
                    waiting.append(asyncio.create_task(self._send(chunk)))
                    chunk = []
                while len(waiting) >= self._concurrency:
                    for outcome in await waiting.pop(0):
                        yield outcome
            if chunk:
                waiting.append(asyncio.create_task(self._send(chunk)))
            while waiting:
                for outcome in await waiting.pop(0):
                    yield outcome
        finally:
            for task in waiting:
                task.cancel()
            await asyncio.gather(*waiting, return_exceptions=True)

    async def _send(self, chunk: Sequence[tuple[int, str, dict[str, Any]]]) -> list[Outcome]:
        try:
            answer = await self._api.send([wire for _, _, wire in chunk])
        except DaftraError as error:
            reason = Reason(kind="doubt", message=str(error))
            return [Outcome(index=i, key=mark, status="unconfirmed", error=reason) for i, mark, _ in chunk]
        judgement = judge(answer, len(chunk), batch=self._api.batch)
        if judgement.ruling != "elements":
            return [Outcome(index=i, key=mark, status="unconfirmed", error=judgement.reason) for i, mark, _ in chunk]
        return [
            Outcome(
                index=i,
                key=mark,
                status="unconfirmed" if verdict.certainty == "doubtful" else verdict.certainty,
                id=verdict.id,
                number=verdict.number,
                error=verdict.reason,
            )
            for (i, mark, _), verdict in zip(chunk, judgement.verdicts, strict=True)
        ]


async def _now(outcome: Outcome) -> list[Outcome]:
    return [outcome]
