"""A calm world in which chosen requests meet chosen faults, and a run against it in virtual time."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Coroutine, Mapping, Sequence
from typing import Any

from daftra_async import BulkReport, BulkRun, Ledger, Outcome
from daftra_async._bulk.outcome import Status
from daftra_async._wire.messages import Response
from daftra_async.errors import ConnectionFailed, ConnectionLost, RequestTimeout

from .answers import answer
from .submitting import submit
from .virtual import VirtualClock, run_virtually
from .world import POLL_INTERVAL, SETTLE, Conditions, World

CALM = Conditions(fault=0.0, lag=0.0)
Fault = Callable[[World, Sequence[Mapping[str, Any]]], Coroutine[Any, Any, Response]]


def invoice(place: int, **main: Any) -> dict[str, Any]:
    return {
        "Invoice": {"client_id": 1, "notes": f"draft {place}", **main},
        "InvoiceItem": [{"item": "paper", "quantity": 2, "unit_price": "2.50"}],
    }


def invoices(count: int) -> list[dict[str, Any]]:
    return [invoice(place) for place in range(count)]


class Scripted(World):
    """A calm world in which the n-th request meets a given fault."""

    def __init__(self, faults: Mapping[int, Fault] | None = None, conditions: Conditions = CALM, **world: Any) -> None:
        super().__init__(7, conditions, **world)
        self.faults: dict[int, Fault] = dict(faults or {})
        self.sizes: list[int] = []

    async def send(self, drafts: Sequence[Mapping[str, Any]]) -> Response:
        self.sizes.append(len(drafts))
        fault = self.faults.pop(len(self.sizes), None)
        if fault is not None:
            return await fault(self, drafts)
        return await super().send(drafts)


class Visited(Scripted):
    """Somebody else makes a record while the run goes on: it could be one of the run's whose key was lost on the way.

    ``visitor`` are the record's fields that differ from those of the run's own.
    """

    def __init__(
        self, faults: Mapping[int, Fault] | None = None, conditions: Conditions = CALM, **visitor: Any
    ) -> None:
        super().__init__(faults, conditions)
        self._visitor = visitor

    async def send(self, drafts: Sequence[Mapping[str, Any]]) -> Response:
        if not self.sizes:
            self.add({"po_number": "somebody else's", "client_id": 1, "notes": "stranger"})
            self.records[-1].update(self._visitor)
        return await super().send(drafts)


def bulk(world: World, drafts: Any, ledger: Ledger | None = None, **settings: Any) -> BulkRun:
    settings = {"chunk_size": 10, "concurrency": 2, "settle": SETTLE, "poll_interval": POLL_INTERVAL, **settings}
    return submit(world, drafts, ledger=ledger, clock=VirtualClock(1), **settings)


async def report_of(run: BulkRun) -> BulkReport:
    return await run


def report(world: World, drafts: Any, ledger: Ledger | None = None, **settings: Any) -> BulkReport:
    return run_virtually(report_of(bulk(world, drafts, ledger, **settings)))


async def outcomes_of(run: BulkRun) -> list[Outcome]:
    return [outcome async for outcome in run]


def outcomes(world: World, drafts: Any, ledger: Ledger | None = None, **settings: Any) -> list[Outcome]:
    return run_virtually(outcomes_of(bulk(world, drafts, ledger, **settings)))


async def lost_after(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
    for draft in drafts:
        world.add(draft["Invoice"], draft["InvoiceItem"])
    raise ConnectionLost("reset by peer")


async def lost_before(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
    raise ConnectionLost("reset by peer")


async def lost_half_way(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
    return await lost_after(world, drafts[: len(drafts) // 2])


async def stalled(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
    await asyncio.sleep(30)
    raise RequestTimeout("no answer", phase="read", sent=True)


async def unreachable(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
    raise ConnectionFailed("no route")


def answering(status: int, body: object = None) -> Fault:
    async def fault(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        return answer(status=status, body=json.dumps(body or {"result": "failed", "message": "no"}).encode())

    return fault


def outcomes_with(status: Status, report: BulkReport) -> list[Outcome]:
    return [outcome for outcome in report.outcomes if outcome.status == status]


def records_per_draft(world: World) -> set[int]:
    return {len(ids) for ids in world.created.values()}
