"""Kills the real process with SIGKILL, again and again, against a server that survives it, and counts what came of it.

``python -m tests.bulk.kills --kills 500``. The client runs in a forked child over the real session and a real ledger
file. It kills itself before or after a chosen ledger commit or transport event, or is killed from outside at a random
moment; then the same call is made again, until it ends. Every place is taken in turn before moments are left to chance.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from daftra_async import ApiKey, Daftra
from daftra_async._bulk.api import Listing, session_api
from daftra_async._bulk.ledger import Ledger
from daftra_async._bulk.results import Answer
from daftra_async._generated.operations import OPERATIONS

from .submitting import submit

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

    async def send(self, drafts: Sequence[Mapping[str, Any]]) -> Answer:
        self._mortal.event("sending")
        answer: Answer = await self._api.send(drafts)
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


async def client(port: int, path: Path, count: int, point: Point | None) -> None:
    """One life of the client."""
    mortal = Mortal(point)
    session = Daftra(base_url=f"http://127.0.0.1:{port}", auth=ApiKey("k"), timeout=0.5)._session
    api = MortalApi(session_api(session, OPERATIONS, "invoices"), mortal)
    with MortalLedger(path, mortal) as ledger:
        try:
            await submit(
                api,
                drafts(count),
                ledger=ledger,
                chunk_size=6,
                concurrency=3,
                settle=SETTLE,
                poll_interval=POLL_INTERVAL,
            )
        finally:
            await session.aclose()


def live(port: int, path: Path, count: int, point: Point | None, seconds: float | None) -> bool:
    """One life in a process of its own; whether it was killed."""
    child = os.fork()
    if child == 0:
        try:
            asyncio.run(client(port, path, count, point))
        except BaseException as error:
            print(repr(error), file=sys.stderr)
            os._exit(1)
        os._exit(0)
    if seconds is not None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return True
    if os.waitstatus_to_exitcode(status) != 0:
        raise RuntimeError("the client ended with an error of its own")
    return False


@attrs.frozen
class Server:
    process: subprocess.Popen[str]
    port: int

    @classmethod
    def start(cls, seed: int, fault: float) -> Server:
        process = subprocess.Popen(
            [sys.executable, "-m", "tests.bulk.server", str(seed), str(fault)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        return cls(process, int(process.stdout.readline()))

    def truth(self) -> dict[str, list[int]]:
        """The records of each draft, once the server has nothing left to do."""
        while True:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/truth") as answer:
                told = json.load(answer)
            if not told["working"]:
                made: dict[str, list[int]] = told["made"]
                return made
            time.sleep(0.05)

    def stop(self) -> None:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


def wrongs_of(path: Path, made: dict[str, list[int]], count: int) -> list[str]:
    wrongs = []
    with Ledger(path) as ledger:
        outcomes = list(ledger.outcomes())
    if [outcome.index for outcome in outcomes] != list(range(count)):
        wrongs.append(f"{len(outcomes)} outcomes for {count} drafts")
    for outcome in outcomes:
        ids = made.get(f"draft {outcome.index}", [])
        if len(ids) > 1:
            wrongs.append(f"duplicate: draft {outcome.index} has {ids}")
        if outcome.status == "created" and ids != [outcome.id]:
            wrongs.append(f"lost: draft {outcome.index} is called {outcome.id} and has {ids}")
        if outcome.status == "rejected" and ids:
            wrongs.append(f"lost: draft {outcome.index} is called rejected and has {ids}")
        if outcome.status == "unconfirmed":
            wrongs.append(f"unconfirmed: draft {outcome.index}, {outcome.error}")
    return wrongs


def places(chance: random.Random) -> Iterator[Point | float]:
    """Every place at its first, second, third… time; from the sixteenth on also random moments, in seconds."""
    for count in itertools.count(1):
        for place in PLACES:
            yield Point(place, count)
        yield chance.uniform(0.0, 1.5)
        if count >= 16:
            yield from (chance.uniform(0.0, 2.5) for _ in range(10))


def batch(kills: int, *, seed: int, fault: float = 0.08, count: int = 60) -> tuple[int, list[str]]:
    """So many kills, spread over as many runs as they need; the number of runs and everything that went wrong."""
    chance = random.Random(seed)
    plan = places(chance)
    done, runs = 0, 0
    wrongs: list[str] = []
    while done < kills:
        runs += 1
        server = Server.start(seed + runs, fault)
        try:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder) / "ledger.sqlite"
                for at in itertools.islice(plan, chance.randint(1, 5)):
                    point, seconds = (at, None) if isinstance(at, Point) else (None, at)
                    done += live(server.port, path, count, point, seconds)
                live(server.port, path, count, None, None)
                wrongs += [f"seed {seed}, run {runs}: {wrong}" for wrong in wrongs_of(path, server.truth(), count)]
        finally:
            server.stop()
    return runs, wrongs


def campaign(kills: int, *, parallel: int, seed: int) -> tuple[int, list[str]]:
    """The kills, shared among processes of their own: most of the time of a run is waiting."""
    shares = [
        subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tests.bulk.kills",
                "--batch",
                str(-(-kills // parallel)),
                "--seed",
                str(seed + part),
            ],
            stdout=subprocess.PIPE,
            text=True,
        )
        for part in range(0, parallel * 1000, 1000)
    ]
    told = []
    for share in shares:
        text, _ = share.communicate()
        if share.returncode:
            raise RuntimeError(f"a part of the campaign broke off: {text}")
        told.append(json.loads(text))
    return sum(runs for runs, _ in told), [wrong for _, wrongs in told for wrong in wrongs]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=500)
    parser.add_argument("--parallel", type=int, default=4)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--batch", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.batch is not None:
        print(json.dumps(batch(arguments.batch, seed=arguments.seed)))
        return 0
    begun = time.monotonic()
    runs, wrongs = campaign(arguments.kills, parallel=arguments.parallel, seed=arguments.seed)
    print(*wrongs[:20], sep="\n", end="\n" if wrongs else "")
    print(f"{arguments.kills} kills in {runs} runs, {time.monotonic() - begun:.0f} s: {len(wrongs)} broken promises")
    return int(bool(wrongs))


if __name__ == "__main__":
    sys.exit(main())
