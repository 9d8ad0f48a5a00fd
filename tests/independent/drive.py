"""The driver: plays scenarios with seeds, prints one line for each, and fails if a promise was broken.

    python -m tests.independent.drive --list
    python -m tests.independent.drive --scenario moved-without-wal --seeds 30 --drafts 1000
    python -m tests.independent.drive --all --seeds 3

A scenario in which no seed did any harm proves nothing and fails too; so does a naive client in whom the judge finds
no fault.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.independent.idle_answers import idle_scenarios
from tests.independent.judge import Verdict, add
from tests.independent.paging import paging_scenarios
from tests.independent.scenarios import Scenario, bulk_scenarios


def all_scenarios() -> dict[str, Scenario]:
    scenarios: list[Scenario] = [*bulk_scenarios(), *paging_scenarios(), *idle_scenarios()]
    return {scenario.name: scenario for scenario in scenarios}


def play_seed(scenario: Scenario, seed: int, drafts: int, keep: Path | None) -> Verdict:
    """One seed in a directory of its own, which stays if ``keep`` names where."""
    if keep:
        directory = keep / scenario.name / str(seed)
        directory.mkdir(parents=True)
        return scenario.play(seed, drafts, directory)
    with tempfile.TemporaryDirectory() as temporary:
        return scenario.play(seed, drafts, Path(temporary))


def play(scenario: Scenario, arguments: argparse.Namespace) -> str:
    """Every seed of one scenario, a line for each; returns what they mean together."""
    print(f"{scenario.name}: {scenario.about}", flush=True)
    seeds = range(arguments.first_seed, arguments.first_seed + arguments.seeds)
    with ThreadPoolExecutor(arguments.jobs) as pool:
        verdicts = []
        for seed, verdict in zip(
            seeds,
            pool.map(lambda seed: play_seed(scenario, seed, arguments.drafts, arguments.keep), seeds),
            strict=True,
        ):
            print(f"  seed {seed}: {verdict.line()}", flush=True)
            verdicts.append(verdict)
    return conclude(scenario, verdicts)


def conclude(scenario: Scenario, verdicts: list[Verdict]) -> str:
    """Print the totals; ``holds``, ``skipped``, or ``FAILED`` with the reason."""
    sums = add(verdicts)
    broken = sum(verdict.broken for verdict in verdicts)
    if sums.skipped:
        meaning = "skipped"
    elif scenario.must_break:
        meaning = "holds" if broken else "FAILED: the judge finds nothing wrong with a client that must be guilty"
    elif broken:
        meaning = f"FAILED in {broken} of {len(verdicts)}"
    else:
        meaning = "holds" if sums.harm else "FAILED: no harm was done, so nothing is proved"
    print(f"= {scenario.name}: {meaning}: {sums.line()}", flush=True)
    return meaning.partition(" ")[0].strip(":")


def main(words: list[str]) -> int:
    """0 if no scenario that was played failed."""
    parser = argparse.ArgumentParser(prog="python -m tests.independent.drive", description=__doc__)
    parser.add_argument("--scenario", action="append", default=[], metavar="NAME", help="may be given several times")
    parser.add_argument("--all", action="store_true", help="every scenario")
    parser.add_argument("--list", action="store_true", help="the names, and what each is about")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--first-seed", type=int, default=0)
    parser.add_argument("--drafts", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=1, help="seeds played at once")
    parser.add_argument("--keep", type=Path, help="a directory that keeps every seed's files")
    arguments = parser.parse_args(words)
    scenarios = all_scenarios()
    if arguments.list:
        for scenario in scenarios.values():
            print(f"{scenario.name:32} {scenario.about}")
        return 0
    names = list(scenarios) if arguments.all else arguments.scenario
    unknown = [name for name in names if name not in scenarios]
    if unknown or not names:
        parser.error(f"no such scenario: {', '.join(unknown)}" if unknown else "name a --scenario, or --all, or --list")
    meanings = Counter(play(scenarios[name], arguments) for name in names)
    print(", ".join(f"{count} {meaning}" for meaning, count in meanings.items()))
    return 1 if meanings["FAILED"] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
