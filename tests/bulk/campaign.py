"""Runs the real engine against the model of the server, seed by seed, and counts what must never happen.

``python -m tests.bulk.campaign --seeds 10000`` prints one line per share of faulty requests; a failing seed is printed
with what went wrong and replays exactly with ``--only SEED``.
"""

from __future__ import annotations

import argparse
import asyncio
import logging
import os
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import attrs

from daftra_async._bulk.ledger import Ledger
from daftra_async._bulk.outcome import Outcome
from daftra_async.errors import DaftraError

from .submitting import submit
from .virtual import VirtualClock, run_virtually
from .world import POLL_INTERVAL, SETTLE, Conditions, World

_MOST_LIVES = 60


class Crash(BaseException):
    """The process ends here, as by a kill: nothing that follows is done."""


class MortalLedger(Ledger):
    """An in-memory ledger whose process dies before or after its n-th commit, or at a word from the world.

    ``copy`` is what a backup of the file would hold; ``restored`` makes a ledger of one.
    """

    def __init__(self) -> None:
        self.dead = False
        self.commits_left: int | None = None
        self.die_before = False
        super().__init__(None)

    def copy(self) -> bytes:
        return self._database.serialize()

    @classmethod
    def restored(cls, copy: bytes) -> MortalLedger:
        ledger = cls()
        ledger._database.deserialize(copy)
        ledger._facts = ledger._read_facts()
        return ledger

    def transact(self, operations: Sequence[Callable[[], Any]]) -> list[Any]:
        if self.dead:
            raise Crash
        if self.commits_left is not None:
            self.commits_left -= 1
            if self.commits_left < 0 and self.die_before:
                self.die()
        results = super().transact(operations)
        if self.commits_left is not None and self.commits_left < 0:
            self.die()
        return results

    def die(self) -> None:
        self.dead = True
        raise Crash

    def revive(self) -> None:
        self.dead = False
        self.commits_left = None


@attrs.frozen(kw_only=True)
class Result:
    """What one seed came to: drafts by status, and the wrongs in words."""

    seed: int
    counts: Counter[str]
    wrongs: tuple[str, ...]
    crashes: int
    meddled: int = 0
    trace: tuple[str, ...] = attrs.field(repr=False)


def drafts_for(chance: random.Random, count: int) -> list[dict[str, Any]]:
    """Drafts tagged with their position in ``notes``: some bring a key, some are refused by the server."""
    brings = chance.random() < 0.3
    return [
        {
            "Invoice": {
                "client_id": 0 if chance.random() < 0.05 else chance.randint(1, 5),
                "notes": f"draft {place}",
                **({"po_number": f"order {place}"} if brings and chance.random() < 0.5 else {}),
            },
            "InvoiceItem": [{"item": "paper", "quantity": 1, "unit_price": 10}],
        }
        for place in range(count)
    ]


def conditions_for(chance: random.Random, fault: float) -> Conditions:
    return Conditions(
        fault=fault,
        lag=chance.choice((0.0, 1.0, 4.0)),
        zombie=chance.choice((10.0, 60.0)),
        search=chance.choice(("exact", "exact", "partial", "partial", "ignored")),
        outages=chance.choice((0, 0, 0, 1, 2)),
        largest=chance.choice((10_000, 10_000, 10_000, 7, 3)),
        strict=chance.random() < 0.15,
        behind=chance.choice((0.0, 0.0, 0.0, 5 * 86400.0, -5 * 86400.0)),
    )


def run_seed(seed: int, fault: float, *, settle: float = SETTLE) -> Result:
    """One seed of the real engine, crashed and resumed a few times on the way, in virtual time."""
    try:
        return run_virtually(_run_seed(seed, fault, settle))
    except Exception as error:
        wrong = f"the run broke off: {error!r}"
        return Result(
            seed=seed, counts=Counter(), wrongs=(wrong,), crashes=0, trace=tuple(traceback.format_exception(error))
        )


async def _run_seed(seed: int, fault: float, settle: float) -> Result:
    chance = random.Random(seed)
    batch = chance.random() < 0.85
    drafts = drafts_for(chance, chance.choice((1, 7, 40, 40, 120, 120)) if batch else chance.choice((5, 30)))
    world = World(seed, conditions_for(chance, fault), batch=batch)
    keeper = Keeper(chance, seed)
    plan = [chance.random() for _ in range(chance.choice((0, 0, 1, 2, 4)))]
    settings: dict[str, Any] = {
        "name": keeper.name,
        "key": chance.choice(("po_number", "po_number", "po_number", "notes")),
        "chunk_size": chance.choice((5, 10, 20)),
        "concurrency": chance.choice((1, 2, 4)),
        "settle": settle,
        "poll_interval": POLL_INTERVAL,
        "order": chance.choice(("input", "completed")),
    }
    crashes = 0
    for _ in range(_MOST_LIVES):
        ledger = keeper.ledger
        _plan_crash(chance, ledger, world, plan)
        run = submit(world, drafts, ledger=ledger, clock=VirtualClock(seed), **settings)
        try:
            outcomes = [outcome async for outcome in run]
        except BaseException as error:
            if not ledger.dead and "refuses this run altogether" not in str(error):
                raise
            crashes += ledger.dead
            world.on_event = _nothing
            # What a process that died was told, the next one cannot recognise.
            world.answers.clear()
            await asyncio.sleep(chance.choice((0.0, 1.0, 20.0)))
            if settings["key"] == "notes" or world.conditions.search != "exact":
                # People go on working, so that the newest records are not the run's (assumption 7 of the promise).
                for _ in range(chance.choice((0, 0, 130))):
                    world.add({"client_id": 9, "notes": "as people write"})
            await keeper.meddle()
        else:
            break
    else:
        raise RuntimeError(f"no end after {_MOST_LIVES} lives")
    report = run_report(ledger)
    await world.quiet()
    wrongs = [
        *wrongs_of(drafts, outcomes, world),
        *(["the report differs from the outcomes"] if report != Counter(o.status for o in outcomes) else []),
    ]
    return Result(
        seed=seed,
        counts=Counter(o.status for o in outcomes),
        wrongs=tuple(wrongs),
        crashes=crashes,
        meddled=keeper.meddled,
        trace=tuple(world.trace),
    )


class Keeper:
    """Who looks after the ledger, and does so badly in some seeds: between two lives it is lost, or an earlier copy of
    it is put back, or the run goes on at another machine with nothing at all, once the server has come to rest. Such a
    run has a ``name``, as the documentation asks for.
    """

    def __init__(self, chance: random.Random, seed: int) -> None:
        self._chance = chance
        self._careless = chance.random() < 0.5
        self._copies: list[bytes] = []
        self.name = f"campaign {seed}" if self._careless else None
        self.ledger = MortalLedger()
        self.meddled = 0

    async def meddle(self) -> None:
        """What becomes of the ledger between two lives."""
        fate = self._chance.choice(("kept", "lost", "restored", "elsewhere")) if self._careless else "kept"
        self._copies.append(self.ledger.copy())
        if fate == "kept":
            self.ledger.revive()
            return
        self.meddled += 1
        copy = self._chance.choice(self._copies)
        if fate == "elsewhere":
            _forget_locks()
            await asyncio.sleep(SETTLE + 4.0)
        self.ledger = MortalLedger.restored(copy) if fate == "restored" else MortalLedger()


def _forget_locks() -> None:
    for lock in Path(os.environ["DAFTRA_STATE_DIR"]).glob("*.lock"):
        lock.unlink()


def run_report(ledger: Ledger) -> Counter[str]:
    return Counter(outcome.status for outcome in ledger.outcomes())


def _nothing(event: str) -> None:
    pass


def _plan_crash(chance: random.Random, ledger: MortalLedger, world: World, plan: list[float]) -> None:
    """The next incarnation dies at some commit, or at some event of the transport; the last one lives."""
    if not plan:
        return
    where = plan.pop()
    if where < 0.6:
        ledger.commits_left, ledger.die_before = chance.randint(0, 12), where < 0.3
        return
    left = chance.randint(1, 12)

    def event(name: str) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            ledger.die()

    world.on_event = event


def wrongs_of(drafts: Sequence[dict[str, Any]], outcomes: Sequence[Outcome], world: World) -> list[str]:
    """Everything that breaks a promise, by comparison with what the world really holds."""
    wrongs = []
    if sorted(outcome.index for outcome in outcomes) != list(range(len(drafts))):
        wrongs.append(f"{len(outcomes)} outcomes for {len(drafts)} drafts")
    for outcome in outcomes:
        ids = world.created.get(drafts[outcome.index]["Invoice"]["notes"], [])
        if len(ids) > 1:
            wrongs.append(f"duplicate: draft {outcome.index} has records {ids}")
        if outcome.status == "created" and ids != [outcome.id]:
            wrongs.append(f"lost: draft {outcome.index} is called {outcome.id}, it has records {ids}")
        if outcome.status == "rejected" and ids:
            wrongs.append(f"lost: draft {outcome.index} is called rejected, it has records {ids}")
    return wrongs


async def _naive(seed: int, fault: float) -> Result:
    """What a client without ledger and keys does: send again until it works."""
    chance = random.Random(seed)
    drafts = drafts_for(chance, 120)
    world = World(seed, attrs.evolve(conditions_for(chance, fault), largest=10_000, strict=False))
    outcomes: list[Outcome] = []
    for first in range(0, len(drafts), 10):
        part = drafts[first : first + 10]
        for _ in range(6):
            try:
                answer = await world.send(part)
            except DaftraError:
                continue
            if answer.status == 200:
                break
        outcomes += [Outcome(index=first + place, key="", status="unconfirmed") for place in range(len(part))]
    await world.quiet()
    return Result(seed=seed, counts=Counter(), wrongs=tuple(wrongs_of(drafts, outcomes, world)), crashes=0, trace=())


def run_naive(seed: int, fault: float) -> Result:
    """One seed of the naive client."""
    return run_virtually(_naive(seed, fault))


def campaign(seeds: range, fault: float, *, loud: bool = True) -> tuple[Counter[str], list[Result]]:
    """Every seed at this share of faulty requests: the drafts by status, and the seeds that broke a promise."""
    counts: Counter[str] = Counter()
    failures = []
    begun = time.monotonic()
    for seed in seeds:
        result = run_seed(seed, fault)
        counts += result.counts
        counts["crashes"] += result.crashes
        counts["meddled"] += result.meddled
        if result.wrongs:
            failures.append(result)
            if loud:
                print(f"seed {seed} at {fault:.1%}: {result.wrongs[:3]}", flush=True)
    drafts = counts["created"] + counts["rejected"] + counts["unconfirmed"]
    if loud:
        seconds = time.monotonic() - begun
        print(
            f"{fault:5.1%} faulty: {len(seeds)} seeds, {drafts} drafts, {counts['crashes']} crashes, "
            f"{counts['meddled']} ledgers lost or set back, "
            f"unconfirmed {counts['unconfirmed']} ({counts['unconfirmed'] / drafts:.4%}), "
            f"broken seeds {len(failures)}, "
            f"{len(seeds) / seconds * 60:.0f} runs per minute",
            flush=True,
        )
    return counts, failures


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=10_000)
    parser.add_argument("--only", type=int)
    parser.add_argument("--fault", type=float, default=0.2)
    arguments = parser.parse_args()
    logging.disable()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["DAFTRA_STATE_DIR"] = folder
        return _main(arguments)


def _main(arguments: argparse.Namespace) -> int:
    if arguments.only is not None:
        result = run_seed(arguments.only, arguments.fault)
        print(*result.trace, result, *result.wrongs, sep="\n")
        return int(bool(result.wrongs))
    broken = 0
    for share, fault in ((0.5, 0.025), (0.5, 0.2)):
        _, failures = campaign(range(int(arguments.seeds * share)), fault)
        broken += len(failures)
    duplicates = sum(bool(run_naive(seed, 0.025).wrongs) for seed in range(200))
    print(f"the naive client breaks a promise in {duplicates} of 200 runs at 2.5% faults")
    return int(broken > 0 or duplicates == 0)


if __name__ == "__main__":
    sys.exit(main())
