"""The process that is killed: the real client, the real session, a real ledger file, and a chosen place to die."""

from __future__ import annotations

import asyncio
import os
import signal
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from daftra_async import ApiKey, BulkError, Daftra, ValidationError, WriteUnconfirmed
from daftra_async._bulk.api import BulkApi, Listing, session_api
from daftra_async._bulk.ledger import Ledger
from daftra_async._generated.operations import OPERATIONS
from daftra_async._wire.messages import Response

from .submitting import once, submit

SETTLE = 1.0
POLL_INTERVAL = 0.2
PLACES = ("commit begins", "commit ended", "sending", "answered", "reading", "read")


@attrs.frozen
class Point:
    """Die at the ``count``-th event of this name."""

    place: str
    count: int


class Mortal:
    """Counts events and ends this process, without any goodbye, at the chosen one."""

    def __init__(self, point: Point | None) -> None:
        self._point = point
        self._counts: Counter[str] = Counter()

    def event(self, place: str) -> None:
        self._counts[place] += 1
        if self._point is not None and place == self._point.place and self._counts[place] == self._point.count:
            os.kill(os.getpid(), signal.SIGKILL)


class MortalLedger(Ledger):
    def __init__(self, path: Path, mortal: Mortal) -> None:
        self._mortal = mortal
        super().__init__(path)

    def transact(self, operations: Sequence[Callable[[], Any]]) -> list[Any]:
        self._mortal.event("commit begins")
        results = super().transact(operations)
        self._mortal.event("commit ended")
        return results


class MortalApi:
    """The real API over the real session, with a chance to die on either side of each request."""

    def __init__(self, api: Any, mortal: Mortal) -> None:
        self._api = api
        self._mortal = mortal
        self.account: str = api.account
        self.resource: str = api.resource
        self.section: str = api.section
        self.batch: bool = api.batch
        self.timeout: float | None = api.timeout

    async def send(self, drafts: Sequence[Mapping[str, Any]]) -> Response:
        self._mortal.event("sending")
        answer: Response = await self._api.send(drafts)
        self._mortal.event("answered")
        return answer

    async def find(self, query: Mapping[str, str]) -> Listing:
        self._mortal.event("reading")
        listing: Listing = await self._api.find(query)
        self._mortal.event("read")
        return listing

    async def fetch(self, record_id: int) -> Mapping[str, Any] | None:
        record: Mapping[str, Any] | None = await self._api.fetch(record_id)
        return record


def drafts(count: int) -> list[dict[str, Any]]:
    return [
        {
            "Invoice": {"client_id": 0 if place % 17 == 5 else 1, "notes": f"draft {place}"},
            "InvoiceItem": [{"item": "paper", "quantity": 1, "unit_price": 5}],
        }
        for place in range(count)
    ]


async def client(port: int, path: Path, count: int, point: Point | None, *, single: bool) -> None:
    """One life of the client."""
    mortal = Mortal(point)
    session = Daftra(base_url=f"http://127.0.0.1:{port}", auth=ApiKey("k"), timeout=0.5)._session
    api = MortalApi(session_api(session, OPERATIONS, "invoices", batch=not single), mortal)
    try:
        if single:
            await write_each(api, path, count)
            return
        settings: dict[str, Any] = {"chunk_size": 6, "concurrency": 3, "settle": SETTLE, "poll_interval": POLL_INTERVAL}
        with MortalLedger(path, mortal) as ledger:
            while True:
                try:
                    await submit(api, drafts(count), ledger=ledger, **settings)
                    return
                except BulkError as error:
                    if "refuses this run altogether" not in str(error):
                        raise
    finally:
        await session.aclose()


async def write_each(api: BulkApi, path: Path, count: int) -> None:
    """Every draft as one write, a few at a time, each repeated until its outcome is known."""
    places = asyncio.Semaphore(4)

    async def write(place: int, draft: dict[str, Any]) -> None:
        while True:
            try:
                async with places:
                    await once(api, draft, f"draft {place}", ledger=path, settle=SETTLE)
                return
            except (ValidationError, WriteUnconfirmed) as error:
                if isinstance(error, ValidationError) and draft["Invoice"]["client_id"] == 0:
                    return
            except BulkError as error:
                if "refuses this run altogether" not in str(error):
                    raise

    await asyncio.gather(*(write(place, draft) for place, draft in enumerate(drafts(count))))
