"""Kills the real process with SIGKILL, again and again, against a server that survives it, and counts what came of it.

``python -m tests.bulk.kills --kills 500``. The client runs in a forked child over the real session and a real ledger
file. It kills itself before or after a chosen ledger commit or transport event, or is killed from outside at a random
moment; then the same call is made again, until it ends. Every place is taken in turn before moments are left to chance.
In every other run the ledger's files are cut, flipped, moved, deleted or set back after each kill; where the client
refuses what is left of them, it is moved away, as the message says. ``--once`` does the same with single writes that
share a ledger.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import attrs

from daftra_async import LedgerDamaged
from daftra_async._bulk.ledger import Ledger

from . import victim
from .victim import PLACES, Point

_DAMAGED = 7


def damage(path: Path, chance: random.Random) -> None:
    """What happens to the files of a ledger whose process was killed."""
    log, copy = path.with_name(path.name + "-wal"), path.with_name("copy")
    files = [file for file in (path, log) if file.exists()]
    if not files:
        return
    file = chance.choice(files)
    match chance.choice(("moved alone", "cut", "flipped", "deleted", "set back", "emptied")):
        case "moved alone":
            other = next((one for one in files if one != file), file)
            other.unlink()
        case "cut":
            os.truncate(file, chance.randint(0, file.stat().st_size))
        case "emptied":
            os.truncate(file, 0)
        case "flipped" if size := file.stat().st_size:
            with file.open("r+b") as opened:
                opened.seek(place := chance.randrange(size))
                byte = opened.read(1)[0]
                opened.seek(place)
                opened.write(bytes([byte ^ 1 << chance.randrange(8)]))
        case "deleted":
            for one in files:
                one.unlink()
        case "set back" if copy.exists():
            log.unlink(missing_ok=True)
            shutil.copy(copy, path)
    if path.exists() and not copy.exists():
        shutil.copy(path, copy)


@attrs.frozen(kw_only=True)
class Work:
    """What the client is to do in each of its lives."""

    port: int
    path: Path
    count: int
    once: bool

    def live(self, at: Point | float | None) -> bool:
        """One life in a process of its own, which ends at a point or after so many seconds; whether it was killed."""
        child = os.fork()
        if child == 0:
            os._exit(self._exit_code(at if isinstance(at, Point) else None))
        if isinstance(at, float):
            time.sleep(at)
            os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status):
            return True
        code = os.waitstatus_to_exitcode(status)
        if code == _DAMAGED:
            for file in self.path.parent.glob(f"{self.path.name}*"):
                file.rename(file.with_name(f"damaged {file.name}"))
            return self.live(at)
        if code != 0:
            raise RuntimeError("the client ended with an error of its own")
        return False

    def _exit_code(self, point: Point | None) -> int:
        try:
            asyncio.run(victim.client(self.port, self.path, self.count, point, single=self.once))
        except LedgerDamaged:
            return _DAMAGED
        except BaseException as error:
            print(repr(error), file=sys.stderr)
            return 1
        return 0

    def wrongs(self, made: dict[str, list[int]]) -> list[str]:
        """What the last life told, compared with what the server made."""
        return once_wrongs(made, self.count) if self.once else wrongs_of(self.path, made, self.count)


def once_wrongs(made: dict[str, list[int]], count: int) -> list[str]:
    """Every write that the server takes has one record, every other has none."""
    expected = {
        f"draft {place}": int(draft["Invoice"]["client_id"] != 0) for place, draft in enumerate(victim.drafts(count))
    }
    return [
        f"{draft} has {made.get(draft, [])}" for draft, wanted in expected.items() if len(made.get(draft, ())) != wanted
    ]


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


def batch(kills: int, *, seed: int, once: bool, fault: float = 0.08) -> tuple[int, list[str]]:
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
                os.environ["DAFTRA_STATE_DIR"] = str(Path(folder) / "state")
                work = Work(port=server.port, path=Path(folder) / "ledger.sqlite", count=24 if once else 60, once=once)
                for at in itertools.islice(plan, chance.randint(1, 5)):
                    done += work.live(at)
                    if runs % 2:
                        damage(work.path, chance)
                work.live(None)
                wrongs += [f"seed {seed}, run {runs}: {wrong}" for wrong in work.wrongs(server.truth())]
        finally:
            server.stop()
    return runs, wrongs


def campaign(kills: int, *, parallel: int, seed: int, once: bool = False) -> tuple[int, list[str]]:
    """The kills, shared among processes of their own: most of the time of a run is waiting."""
    program = [
        sys.executable,
        "-m",
        "tests.bulk.kills",
        "--batch",
        str(-(-kills // parallel)),
        *["--once"][: int(once)],
    ]
    shares = [
        subprocess.Popen([*program, "--seed", str(seed + part)], stdout=subprocess.PIPE, text=True)
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
    parser.add_argument("--once", action="store_true", help="kill single writes instead of a bulk run")
    parser.add_argument("--batch", type=int, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.batch is not None:
        print(json.dumps(batch(arguments.batch, seed=arguments.seed, once=arguments.once)))
        return 0
    begun = time.monotonic()
    runs, wrongs = campaign(arguments.kills, parallel=arguments.parallel, seed=arguments.seed, once=arguments.once)
    print(*wrongs[:20], sep="\n", end="\n" if wrongs else "")
    print(f"{arguments.kills} kills in {runs} runs, {time.monotonic() - begun:.0f} s: {len(wrongs)} broken promises")
    return int(bool(wrongs))


if __name__ == "__main__":
    sys.exit(main())
