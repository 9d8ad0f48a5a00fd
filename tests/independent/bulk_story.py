"""One bulk story: a server, a call that is made, killed, and made again until it ends or refuses, and a verdict."""

from __future__ import annotations

import random
from pathlib import Path

from attrs import evolve

from tests.independent.client_process import Task
from tests.independent.judge import Verdict, judge
from tests.independent.processes import Client, Told
from tests.independent.truth import Truth, TruthReader

MAX_RUNS = 20


class Story:
    """What the steps of a story share: its directory and ledger, the seed's chance, and what clients were told."""

    def __init__(self, task: Task, module: str, seed: int, directory: Path, truth: TruthReader) -> None:
        self.seed = seed
        self.directory = directory
        self.ledger = Path(task.ledger)
        self.random = random.Random(seed)
        self.told: list[Told] = []
        self.harm = 0
        self._task = task
        self._module = module
        self._truth = truth
        self._started = 0

    def moments(self) -> tuple[int, int]:
        """An early and a late moment of the run, seeded, as numbers of records that were made by then."""
        early, late = self.random.uniform(0.01, 0.3), self.random.uniform(0.4, 0.95)
        return int(self._task.drafts * early), int(self._task.drafts * late)

    def start(self, ledger: Path) -> Client:
        self._started += 1
        report = self.directory / f"report-{self._started}.jsonl"
        task = evolve(self._task, ledger=str(ledger), report=str(report))
        return Client(self._module, task.to_json(), report, self._truth)

    def run_until_killed(self, ledger: Path, *, gently: bool = False) -> bool:
        """Make the call, and kill it at a seeded moment of what is left to do; False if it ended before.

        ``gently`` is Ctrl-C: what a ledger holds is in its main file then.
        """
        made = self._truth.refresh()["by client"]
        left = max(1, self._task.drafts - made)
        client = self.start(ledger)
        reached = client.wait_for_records(made + max(1, int(left * self.random.uniform(0.02, 0.9))))
        if reached:
            self.heard(client.interrupt() if gently else client.kill())
        else:
            self.heard(client.wait())
        return reached

    def run_to_the_end(self, ledger: Path) -> None:
        """Make the call until it ends, or refuses twice without sending anything; after an end, once more."""
        ends = refusals = 0
        for _ in range(MAX_RUNS):
            told = self.start(ledger).wait()
            self.heard(told)
            ends += told.how in ("ended", "skipped", "crashed")
            refusals = refusals + 1 if told.how == "refused" and not told.posts else 0
            if max(ends, refusals) == 2 or told.how in ("skipped", "crashed"):
                return

    def heard(self, told: Told) -> None:
        self.told.append(told)

    def harmed(self) -> None:
        self.harm += 1


def verdict_of(story: Story, task: Task, truth: Truth) -> Verdict:
    """Judge a story whose server has ended."""
    return judge(truth, task.kind, task.submitted(), story.told, harm=story.harm + truth.counts["fault"])
