"""A server that behaves as Daftra has been seen to, and misbehaves on demand.

Run as ``python -m tests.independent.server RULES`` with rules as JSON; it prints its port. On SIGTERM it finishes the
work it has taken on, however late, and ends: its truth log is complete then.
"""

from __future__ import annotations

import asyncio
import json
import re
import signal
import sys
from http import HTTPStatus
from typing import Any

from attrs import evolve

from tests.independent.account import MODELS, Account, Refusal, Stored
from tests.independent.connections import CUT, Answer, Request, gzipped, listen
from tests.independent.faults import PAGE, REFUSED_ELEMENT, SPOILT, Fault, FaultPlan, spoil, status_answer
from tests.independent.listing import Lists
from tests.independent.rules import Rules
from tests.independent.shapes import wrapped
from tests.independent.truth import TruthLog

API_KEY = "independent-key"
HANG_SECONDS = 120.0
UNASKED_AFTER = 0.03
STORM_SECONDS = 0.5
_PATH = re.compile(r"/api2/(?P<kind>[a-z_]+)(?:/(?P<rest>[a-z_]+|\d+))?(?:\.json)?/?")


class Server:
    """One account behind HTTP."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self._log = TruthLog(rules.truth)
        self._account = Account(rules, self._log)
        self._lists = Lists(self._account, rules)
        self._plan = FaultPlan(rules)
        self._work: set[asyncio.Task[list[dict[str, Any]]]] = set()
        self._storm_until = 0.0

    async def finish(self) -> None:
        """Wait for all work that was taken on."""
        while self._work:
            await asyncio.wait(self._work)

    async def handle(self, request: Request) -> Answer:
        answer = await self._route(request)
        if not self.rules.unasked or answer.keep < 1:
            return answer
        stale = _json({"code": 202, "result": "successful", "id": 1}, HTTPStatus.ACCEPTED).to_bytes()
        return evolve(
            answer,
            unasked=stale,
            unasked_after=0.0 if self.rules.unasked == "together" else UNASKED_AFTER,
            unasked_sent=lambda: self._log.write("unasked"),
            close=self.rules.unasked == "close",
        )

    async def _route(self, request: Request) -> Answer:
        if request.headers.get("apikey") != API_KEY:
            return _json(_failed(401, "Unauthorized"), 401)
        if asyncio.get_running_loop().time() < self._storm_until:
            return status_answer(429, self._plan.chance)
        found = _PATH.fullmatch(request.path)
        kind, rest = (found["kind"], found["rest"]) if found else ("", None)
        if request.method == "GET":
            self._log.write("read")
            return await self._read(kind, rest, request)
        if request.method == "POST" and kind in MODELS and rest in (None, "add_bulk"):
            return await self._create(kind, rest is not None, request)
        return _json(_failed(404, "Invalid Endpoint"), 404)

    async def _read(self, kind: str, rest: str | None, request: Request) -> Answer:
        await asyncio.sleep(0.002)
        if self._plan.chance.random() < self.rules.read_fault_share:
            return status_answer(self._plan.chance.choice((500, 502, 504)), self._plan.chance)
        if kind == "site_info":
            site = {"id": 5000000, "subdomain": "independent", "currency_code": "EGP", "timezone": 35}
            site |= {"date_format": "DD/MM/YYYY", "moment_format": "DD/MM/YYYY", "numberFormat": [2, ".", ","]}
            return _json({"result": "successful", "code": 200, "data": {"Site": site}})
        if kind in MODELS and rest is None:
            return _json(self._lists.answer(kind, request.query))
        stored = self._account.records.get(kind, {}).get(int(rest) if rest and rest.isdigit() else 0)
        if stored is None:
            return _json(_failed(404, "Item not found"), 404)
        record = wrapped(kind, stored, self.rules.form, detail=True)
        return _json({"result": "successful", "code": 200, "data": record})

    async def _create(self, kind: str, bulk: bool, request: Request) -> Answer:
        elements = json.loads(request.body)
        elements = elements if bulk else [elements]
        self._log.write("post", path=request.path, elements=len(elements))
        fault = self._plan.next()
        if fault is None:
            return self._answer(await self._begin(kind, elements), bulk)
        self._log.write("fault", name=f"{fault.work}:{fault.ending}")
        if fault.work == "late":
            self._begin(kind, elements, after=self._plan.chance.uniform(*self.rules.late))
        done = fault.elements_done(len(elements), self._plan.chance)
        results = await self._begin(kind, elements[:done])
        return await self._ending(fault, results, bulk)

    def _begin(self, kind: str, elements: list[Any], *, after: float = 0.0) -> asyncio.Task[list[dict[str, Any]]]:
        """Start work that goes on whatever becomes of the connection."""
        task = asyncio.create_task(self._execute(kind, elements, after))
        self._work.add(task)
        task.add_done_callback(self._work.discard)
        return task

    async def _execute(self, kind: str, elements: list[Any], after: float) -> list[dict[str, Any]]:
        """Create one by one, in order; the result of each."""
        await asyncio.sleep(after)
        results = []
        for element in elements:
            await asyncio.sleep(self.rules.seconds_per_record)
            results.append(self._result(self._account.create(kind, element)))
        return results

    def _result(self, created: Stored | Refusal) -> dict[str, Any]:
        if isinstance(created, Refusal):
            return {**REFUSED_ELEMENT, "validation_errors": created.reasons}
        record_id = str(created.id) if self.rules.form == "text" else created.id
        return {"result": "successful", "code": 202, "id": record_id, "invoice_number": created.number}

    def _answer(self, results: list[dict[str, Any]], bulk: bool) -> Answer:
        if bulk:
            return _json(results)
        (result,) = results
        return _json({name: result[name] for name in result if name != "invoice_number"}, int(result["code"]))

    async def _ending(self, fault: Fault, results: list[dict[str, Any]], bulk: bool) -> Answer:
        chance = self._plan.chance
        if fault.ending.isdigit():
            return status_answer(int(fault.ending), chance)
        if fault.ending == "hang":
            await asyncio.sleep(HANG_SECONDS)
        elif fault.ending == "storm":
            self._storm_until = asyncio.get_running_loop().time() + STORM_SECONDS
            return status_answer(429, chance)
        elif fault.ending == "html":
            return Answer(200, PAGE, {"Content-Type": "text/html"})
        if not results or fault.ending in ("cut", "hang"):
            return CUT
        if fault.ending in SPOILT and bulk:
            return _json(spoil(results, fault.ending, chance))
        answer = self._answer(results, bulk)
        if fault.ending.startswith("gzip"):
            answer = gzipped(answer)
        keep = chance.uniform(0.1, 0.95) if "torn" in fault.ending else 1.0
        seconds = 0.5 if fault.ending == "slow" else 0.0
        return evolve(answer, keep=keep, seconds=seconds)


def _json(value: object, status: int = 200) -> Answer:
    return Answer(status, json.dumps(value).encode())


def _failed(code: int, message: str) -> dict[str, Any]:
    return {"result": "failed", "code": code, "message": message}


async def main(rules: Rules) -> None:
    """Serve until SIGTERM."""
    server = Server(rules)
    listener, port = await listen(server.handle)
    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    print(port, flush=True)
    await ended.wait()
    listener.close()
    await server.finish()


if __name__ == "__main__":
    asyncio.run(main(Rules.from_json(sys.argv[1])))
