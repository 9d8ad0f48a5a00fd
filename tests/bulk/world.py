"""A model of the server, seeded: slow, lossy, half-applied, lagging, and honest about what it really holds."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

import attrs
import msgspec

from daftra_async._bulk.api import Listing
from daftra_async._wire.messages import Response
from daftra_async.errors import ConnectionFailed, ConnectionLost, RequestTimeout, UnexpectedResponse

from .answers import answer
from .virtual import WALL

SETTLE = 90.0
POLL_INTERVAL = 5.0


@attrs.frozen(kw_only=True)
class Conditions:
    """How bad it is. Times in seconds; ``fault`` is the share of requests that something happens to."""

    fault: float = 0.025
    lag: float = 4.0
    zombie: float = 60.0
    search: str = "exact"
    outages: int = 0
    largest: int = 10_000
    strict: bool = False
    key_kept: bool = True
    page_cap: int = 100
    behind: float = 0.0
    """How far the server's clock is behind that of the client, in seconds."""


FAULTS = (
    "lost_before",
    "lost_after",
    "lost_half_way",
    "zombie",
    "short",
    "long",
    "reordered",
    "shifted",
    "html",
    "error_before",
    "error_after",
    "error_half_way",
    "busy",
    "refused_after",
    "refused_half_way",
    "copied_refusals",
    "repeated_ids",
    "replayed",
    "unreachable",
    "idless",
)


STATUSES = (400, 401, 402, 403, 404, 405, 409, 410, 413, 415, 422, 423, 425, 429, 451)
"""What a request may be refused with after part of its work was done."""


SEARCHED = ("po_number", "notes")
"""The fields that the list can be searched by: one for a key alone, one in which people write."""


class World:
    """Implements ``BulkApi``. ``created[uid]`` lists the ids of the records made for the draft with that tag."""

    account = "world"
    resource = "invoices"
    section = "Invoice"

    def __init__(self, seed: int, conditions: Conditions, *, batch: bool = True, timeout: float = 30.0) -> None:
        self.chance = random.Random(seed)
        self.conditions = conditions
        self.batch = batch
        self.timeout: float | None = timeout
        self.records: list[dict[str, Any]] = []
        self.created: dict[str, list[int]] = {}
        self.requests = 0
        self.reads = 0
        self.trace: list[str] = []
        self.answers: list[list[dict[str, Any]]] = []
        self.on_event: Callable[[str], None] = lambda event: None
        self._next_id = 1000
        self._running: set[asyncio.Task[Any]] = set()
        self._outages = sorted(
            (start := self.chance.uniform(0, 60), start + self.chance.uniform(5, 200))
            for _ in range(conditions.outages)
        )

    # What the server does.

    def add(self, main: Mapping[str, Any], lines: Sequence[Any] = (), *, visible_at: float = 0.0) -> int:
        """One more record, at once."""
        self._next_id += self.chance.randint(1, 3)
        record = {
            "id": str(self._next_id),
            "no": f"{self._next_id:06d}",
            **{field: main.get(field) if self.conditions.key_kept else None for field in SEARCHED},
            "client_id": str(main.get("client_id", "")),
            "type": str(main.get("type", 0)),
            "date": main.get("date", self._today()),
            "created": f"{self._today()} 00:00:00",
            "summary_total": main.get("total", _total(lines)),
            "InvoiceItem": [*lines],
            "visible_at": visible_at,
        }
        self.records.append(record)
        # A key behind people's own words is not part of the tag.
        self.created.setdefault(str(main.get("notes")).partition(" [")[0], []).append(self._next_id)
        return self._next_id

    def _now(self) -> float:
        try:
            return asyncio.get_running_loop().time()
        except RuntimeError:
            return 0.0

    def _wall(self) -> float:
        return WALL + self._now() - self.conditions.behind

    def _today(self) -> str:
        return date.fromtimestamp(self._wall()).isoformat()

    def _apply(self, draft: Mapping[str, Any]) -> dict[str, Any]:
        main = draft["Invoice"]
        if main.get("client_id") == 0:
            return {
                "result": "failed",
                "code": 400,
                "message": "no",
                "validation_errors": {"Invoice": {"client_id": ["no"]}},
            }
        lag = self.chance.random() ** 2 * self.conditions.lag
        identity = self.add(main, draft.get("InvoiceItem", ()), visible_at=self._now() + lag)
        return {"result": "successful", "code": 202, "id": identity, "invoice_number": f"{identity:06d}"}

    async def _work(self, drafts: Sequence[Mapping[str, Any]], count: int, pause: float) -> list[dict[str, Any]]:
        results = []
        for draft in drafts[:count]:
            if pause:
                await asyncio.sleep(pause)
            results.append(self._apply(draft))
        return results

    async def _execute(self, drafts: Sequence[Mapping[str, Any]], count: int, seconds: float) -> list[dict[str, Any]]:
        """The server's own process: it goes on when the client is gone."""
        task = asyncio.create_task(self._work(drafts, count, seconds / max(count, 1)))
        self._running.add(task)
        task.add_done_callback(self._running.discard)
        return await asyncio.shield(task)

    def _in_outage(self) -> bool:
        return any(start <= self._now() < end for start, end in self._outages)

    # What the client sees.

    async def send(self, drafts: Sequence[Mapping[str, Any]]) -> Response:
        # Bytes have left: what the caller does to its own objects afterwards changes nothing.
        drafts = msgspec.json.decode(msgspec.json.encode(list(drafts)))
        self.requests += 1
        self.on_event("sending")
        fault = self.chance.choice(FAULTS) if self.chance.random() < self.conditions.fault else "none"
        if self._in_outage():
            fault = self.chance.choice(("unreachable", "unreachable", "error_before", "lost_before"))
        self.trace.append(f"{self._now():.3f} send {len(drafts)} {fault}")
        answer = await self._send(drafts, fault)
        self.on_event("answered")
        return answer

    async def _send(self, drafts: Sequence[Mapping[str, Any]], fault: str) -> Response:
        seconds = self.chance.uniform(0.05, 0.3)
        half = self.chance.randint(0, len(drafts))
        if fault == "unreachable":
            await asyncio.sleep(0.01)
            raise ConnectionFailed("no route")
        if fault == "busy":
            return answer(status=429, headers={"retry-after": "2"})
        if len(drafts) > self.conditions.largest:
            return answer(status=413, body=b"<html>too large</html>")
        if fault == "zombie":
            delay = self.chance.uniform(0, 30.0)
            span = self.chance.uniform(self.timeout or 30.0, (self.timeout or 30.0) + self.conditions.zombie - delay)
            task = asyncio.create_task(
                self._late(drafts, half if self.chance.random() < 0.5 else len(drafts), delay, span)
            )
            self._running.add(task)
            task.add_done_callback(self._running.discard)
            await asyncio.sleep(self.timeout or 30.0)
            raise RequestTimeout("no answer", phase="read", sent=True)
        if (
            self.conditions.strict
            and len(drafts) > 1
            and any(draft["Invoice"].get("client_id") == 0 for draft in drafts)
        ):
            await self._execute(drafts, self._before_first_bad(drafts), seconds)
            return answer(status=400, body=b'{"result":"failed","code":400,"message":"no"}')
        count = 0 if fault.endswith("_before") else half if fault.endswith("_half_way") else len(drafts)
        results = await self._execute(drafts, count, seconds)
        if fault.startswith("lost"):
            raise ConnectionLost("reset by peer")
        if fault.startswith("error"):
            return answer(status=self.chance.choice((500, 502, 503, 504)), body=b"<html></html>")
        if fault.startswith("refused"):
            return answer(status=self.chance.choice(STATUSES), body=b'{"result":"failed","code":400,"message":"no"}')
        if fault == "html":
            return answer(status=200, body=b"<html>log in</html>")
        told = self._distort(results, fault)
        self.answers.append(told)
        return self._answer(told)

    def _before_first_bad(self, drafts: Sequence[Mapping[str, Any]]) -> int:
        return next(place for place, draft in enumerate(drafts) if draft["Invoice"].get("client_id") == 0)

    async def _late(self, drafts: Sequence[Mapping[str, Any]], count: int, delay: float, span: float) -> None:
        await asyncio.sleep(delay)
        await self._work(drafts, count, span / max(count, 1))

    def _distort(self, results: list[dict[str, Any]], fault: str) -> list[dict[str, Any]]:
        if fault == "short":
            return results[:-1]
        if fault == "long":
            return [*results, results[0]]
        if fault == "reordered":
            return self.chance.sample(results, len(results))
        if fault == "shifted":
            # The refusals come first: the ids still rise, and belong to other drafts.
            return sorted(results, key=lambda result: result["result"] != "failed")
        if fault == "copied_refusals":
            refused = {"result": "failed", "code": 400, "message": "no"}
            return [refused if self.chance.random() < 0.3 else result for result in results]
        if fault == "repeated_ids" and len(results) > 1:
            return [{**result, "id": results[0].get("id")} for result in results]
        if fault == "replayed":
            # An answer without ids could not be told from the right one by anybody.
            return next(
                (told for told in self.answers if len(told) == len(results) and any(one.get("id") for one in told)),
                results,
            )
        if fault == "idless":
            return [{**result, "id": None} if "id" in result else result for result in results]
        return results

    def _answer(self, results: list[dict[str, Any]]) -> Response:
        if self.batch:
            return answer(status=200, body=msgspec.json.encode(results))
        result = results[0] if results else {}
        return answer(status=400 if result.get("result") == "failed" else 202, body=msgspec.json.encode(result))

    async def find(self, query: Mapping[str, str]) -> Listing:
        self.reads += 1
        self.on_event("reading")
        await asyncio.sleep(self.chance.uniform(0.02, 0.2))
        if self._in_outage() or self.chance.random() < self.conditions.fault:
            if self.chance.random() < 0.5:
                raise ConnectionLost("reset by peer")
            raise UnexpectedResponse("invoices.list: HTTP 502", status=502)
        rows = [
            row for row in self.records if row["visible_at"] <= self._now() and row["type"] == query.get("type", "0")
        ]
        rows = [row for row in rows if row["created"] >= query.get("created_from", "")]
        for field in SEARCHED:
            text = query.get(field)
            if text is not None and self.conditions.search != "ignored":
                rows = [row for row in rows if self._matches(row[field] or "", text)]
        rows.reverse()
        limit, page = min(int(query["limit"]), self.conditions.page_cap), int(query["page"])
        shown = [_row(record) for record in rows[(page - 1) * limit : page * limit]]
        self.on_event("read")
        return Listing(
            records=tuple(shown), page_count=-(-len(rows) // limit), total=len(rows), server_time=self._wall()
        )

    def _matches(self, value: str, text: str) -> bool:
        return text in value if self.conditions.search == "partial" else text == value

    async def fetch(self, record_id: int) -> Mapping[str, Any] | None:
        self.reads += 1
        await asyncio.sleep(0.05)
        return next(
            (row for row in self.records if row["id"] == str(record_id) and row["visible_at"] <= self._now()), None
        )

    async def quiet(self) -> None:
        """Wait until no process of the server works any more."""
        while self._running:
            await asyncio.wait(self._running)


def _row(record: Mapping[str, Any]) -> dict[str, Any]:
    """A list shows no lines."""
    return {name: value for name, value in record.items() if name != "InvoiceItem"}


def _total(lines: Sequence[Any]) -> str | None:
    try:
        made = [Decimal(str(line.get("quantity", 1))) * Decimal(str(line.get("unit_price", 0))) for line in lines]
    except InvalidOperation:
        return None
    return str(sum(made))
