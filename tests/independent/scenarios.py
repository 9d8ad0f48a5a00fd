"""The scenarios about writes, by name: the faults, the damage and the client that make each happen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from attrs import evolve, field, frozen

from tests.independent import ledger_damage
from tests.independent.bulk_story import Story, verdict_of
from tests.independent.client_process import Task
from tests.independent.judge import Verdict
from tests.independent.processes import serving
from tests.independent.rules import Rules
from tests.independent.truth import Truth, TruthReader

STATUSES = (400, 401, 402, 403, 404, 405, 408, 409, 413, 422, 425, 429, 500, 502, 503, 504)
FORMS = ("mixed", "text", "native")
ZONES = (0, 2, -7, 11)


class Scenario(Protocol):
    """Something that can be played with a seed and judged; ``must_break``: the judge has to find a breach."""

    @property
    def name(self) -> str: ...
    @property
    def about(self) -> str: ...
    @property
    def must_break(self) -> bool: ...
    def play(self, seed: int, drafts: int, directory: Path) -> Verdict: ...


def _nothing(story: Story) -> list[Path]:
    return [story.ledger]


@frozen(kw_only=True)
class BulkScenario:
    """``task`` is the call, ``rules`` the server (both completed by the seed), ``damage`` what befalls the ledger."""

    name: str
    about: str
    task: Task = field(factory=lambda: Task(mode="bulk", url="", report="", ledger=""))
    rules: Rules = field(factory=lambda: Rules(seed=0, truth=""))
    damage: Callable[[Story], list[Path]] = _nothing
    module: str = "client_process"
    must_break: bool = False

    def play(self, seed: int, drafts: int, directory: Path) -> Verdict:
        """Server, clients and judge, in ``directory``, which must be empty."""
        path = directory / "truth.jsonl"
        path.touch()
        form, zone = FORMS[seed % len(FORMS)], ZONES[seed % len(ZONES)]
        rules = evolve(self.rules, seed=seed, truth=str(path), form=form, zone=zone)
        # A small run has smaller chunks: there must be enough requests for something to happen to.
        chunk_size = min(self.task.chunk_size, max(2, drafts // 12))
        ledger = directory / "june.sqlite"
        with serving(rules) as url:
            task = evolve(self.task, url=url, drafts=drafts, ledger=str(ledger), chunk_size=chunk_size)
            story = Story(task, self.module, seed, directory, TruthReader(path))
            for ledger in self.damage(story):
                story.run_to_the_end(ledger)
        return verdict_of(story, task, Truth.read(path))


BULK = BulkScenario(name="", about="")


def _faulty(name: str, about: str, *faults: str, share: float = 0.35, most: int = 12, **changes: Any) -> BulkScenario:
    rules = evolve(BULK.rules, faults=faults, fault_share=share, most_faults=most)
    return evolve(BULK, name=name, about=about, rules=rules, **changes)


def _damaged(name: str, damage: Callable[[Story], list[Path]], about: str) -> list[BulkScenario]:
    """With derived keys, and with the caller's own."""
    own = evolve(BULK.task, own_keys=True)
    return [
        evolve(BULK, name=name, about=about, damage=damage),
        evolve(BULK, name=f"{name}-own-keys", about=f"{about}; own po_numbers", damage=damage, task=own),
    ]


def _ledger_scenarios() -> list[BulkScenario]:
    rows = (
        ("killed", ledger_damage.killed, "killed three times, nothing else"),
        ("moved-without-wal", ledger_damage.moved_without_wal, "killed, the main file moved without its side files"),
        ("renamed-without-wal", ledger_damage.renamed_without_wal, "killed, the main file moved and renamed"),
        ("side-files-deleted", ledger_damage.side_files_deleted, "killed, the side files deleted"),
        ("wal-bit-flipped", ledger_damage.wal_bit_flipped, "killed, one bit of the WAL flipped"),
        ("wal-cut", ledger_damage.wal_cut, "killed, the WAL cut"),
        ("main-bit-flipped", ledger_damage.main_bit_flipped, "interrupted, one bit of the main file flipped"),
        ("main-cut", ledger_damage.main_cut, "interrupted, the main file cut"),
        ("copy-restored", ledger_damage.copy_restored, "an earlier copy restored"),
        (
            "deleted-while-running",
            ledger_damage.deleted_while_running,
            "the ledger deleted under the run, same call again",
        ),
        ("lost", ledger_damage.lost, "killed, the ledger gone, same call again"),
        ("two-copies", ledger_damage.two_copies, "killed, the ledger copied, both run at once"),
    )
    return [scenario for row in rows for scenario in _damaged(*row)]


def _status_scenarios() -> list[BulkScenario]:
    halves = [
        _faulty(f"half-then-{status}", f"half of a chunk created, then {status}", f"half:{status}")
        for status in STATUSES
    ]
    single = evolve(BULK.task, chunk_size=1, concurrency=8)
    ones = [
        _faulty(f"single-then-{status}", f"one draft a request, created, then {status}", f"all:{status}", task=single)
        for status in (400, 409, 422)
    ]
    alls = [
        _faulty(f"all-then-{status}", f"a whole chunk created, then {status}", f"all:{status}")
        for status in (400, 401, 403, 422)
    ]
    return [*halves, *ones, *alls]


def _answer_scenarios() -> list[BulkScenario]:
    late = evolve(BULK.task, timeout=1.0, settle=4.0)
    spoilt = ("short", "long", "copied", "same-id", "no-ids", "null-ids", "foreign", "not-a-list")
    return [
        _faulty("answer-copied-refusal", "a refusal's element copied over a success's", "all:copied-refusal"),
        _faulty("answer-reordered", "the answer's elements in another order", "all:reordered"),
        *(_faulty(f"answer-{way}", f"the answer is spoilt: {way}", f"all:{way}") for way in spoilt),
        _faulty(
            "cuts",
            "cut before, in the middle of and after the work, or within the answer",
            "none:cut",
            "half:cut",
            "all:cut",
            "all:torn",
        ),
        _faulty(
            "late",
            "the work is done after the client gave up",
            "late:hang",
            "late:cut",
            "late:504",
            share=0.2,
            most=5,
            task=late,
        ),
        _faulty(
            "answer-strange",
            "HTML, compressed, torn or slow answers",
            "all:html",
            "half:html",
            "all:gzip",
            "all:gzip-torn",
            "all:slow",
        ),
        _faulty(
            "storms",
            "429 for everyone, with every form of Retry-After",
            "none:storm",
            "half:storm",
            "none:429",
            "all:429",
        ),
    ]


def _reading_scenarios() -> list[BulkScenario]:
    """Faults while the searches that read back are late, loose or ignored, and everything at once under kills."""
    faults = ("none:cut", "half:cut", "all:cut", "half:500")
    everything = (*faults, "half:400", "all:409", "late:cut", "all:short", "all:html", "none:storm", "half:502")
    cuts = _faulty("", "", *faults)
    own = evolve(BULK.task, own_keys=True)
    wild = _faulty(
        "everything",
        "faults of every kind, read lag, loose searches and three kills",
        *everything,
        damage=ledger_damage.killed,
    )
    return [
        evolve(
            cuts, name="lagging-lists", about="new records show up late in lists", rules=evolve(cuts.rules, lag=0.15)
        ),
        evolve(
            cuts,
            name="searches-ignored",
            about="search parameters are ignored",
            rules=evolve(cuts.rules, search="ignored"),
        ),
        evolve(
            cuts,
            name="searches-partial",
            about="own keys, searches match parts",
            rules=evolve(cuts.rules, search="partial"),
            task=own,
        ),
        evolve(
            wild,
            task=evolve(own, timeout=1.0, settle=4.0, poll=0.4),
            rules=evolve(wild.rules, lag=0.2, search="partial", fault_share=0.25, read_fault_share=0.05),
        ),
        evolve(
            BULK,
            name="twins",
            about="every draft twice, killed",
            task=evolve(BULK.task, twins=True),
            damage=ledger_damage.killed,
        ),
        *(
            evolve(
                cuts,
                name=f"cuts-{kind}",
                about=f"bulk on {kind} under cuts and kills",
                task=evolve(BULK.task, kind=kind),
                damage=ledger_damage.killed,
            )
            for kind in ("expenses", "clients", "invoice_payments")
        ),
    ]


def _once_scenarios() -> list[BulkScenario]:
    once = evolve(BULK.task, mode="once", ledger="", timeout=2.0)
    faults = ("none:cut", "half:cut", "all:torn", "all:400", "all:409", "all:422", "all:500", "none:503")
    rows = (
        ("once", ledger_damage.killed, "create(once=) under kills and faults"),
        ("once-lost", ledger_damage.lost, "create(once=), the ledger lost after a kill"),
        ("once-moved", ledger_damage.moved_without_wal, "create(once=), the ledger moved without its side files"),
        ("once-restored", ledger_damage.copy_restored, "create(once=), an earlier copy of the ledger restored"),
        ("once-two-copies", ledger_damage.two_copies, "create(once=), two copies of the ledger at once"),
    )
    return [_faulty(name, about, *faults, share=0.2, task=once, damage=damage) for name, damage, about in rows]


def _naive_scenarios() -> list[BulkScenario]:
    naive = evolve(BULK, module="naive_process", must_break=True)
    rules = _faulty("", "", "half:500", "half:cut", "all:cut", "half:401").rules
    return [
        evolve(
            naive,
            name="naive-killed",
            about="a client that retries blindly, killed: must fail",
            damage=ledger_damage.killed,
        ),
        evolve(naive, name="naive-faults", about="a client that retries blindly, under faults: must fail", rules=rules),
    ]


def bulk_scenarios() -> list[BulkScenario]:
    """Every scenario about writes."""
    return [
        *_ledger_scenarios(),
        *_status_scenarios(),
        *_answer_scenarios(),
        *_reading_scenarios(),
        *_once_scenarios(),
        *_naive_scenarios(),
    ]
