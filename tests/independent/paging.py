"""Reading whole lists from a server that pages wrongly while others write: is completeness ever claimed falsely?

A row that is there for the whole run comes exactly once, or the pager does not claim to be complete. The verdict counts
as ``lost`` the rows that a traversal called complete (or, with ``strict``, ended without an error) did not bring, as
``duplicates`` the rows that came twice, as ``unended`` a traversal that took longer than ``PATIENCE`` seconds.
``unconfirmed`` are traversals that ended and claimed nothing, ``refused`` those that raised.
"""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from daftra_async import ApiKey, Daftra, DaftraError
from tests.independent.judge import Verdict
from tests.independent.processes import serving
from tests.independent.rules import Rules
from tests.independent.server import API_KEY
from tests.independent.truth import Truth

PATIENCE = 8.0
WAYS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("invoices", {}),
    ("invoices", {"sort": "date", "direction": "asc"}),
    ("invoices", {"date_from": "2026-01-01"}),
    ("clients", {}),
    ("expenses", {}),
)


@frozen(kw_only=True)
class Traversal:
    """One way to read a list, and what came of it: row ids in order, the pager's claim, and how it ended."""

    kind: str
    parameters: dict[str, Any]
    strict: bool
    ids: list[int]
    complete: bool | None
    end: str


@frozen(kw_only=True)
class PagingScenario:
    """Lists read in several ways, one after the other, from one lying server.

    ``capped``: its pages are smaller than what was asked for. ``must_claim``: there is no reason not to be sure.
    """

    name: str
    about: str
    rules: Rules = field(factory=lambda: Rules(seed=0, truth=""))
    capped: bool = False
    must_claim: bool = False
    must_break: bool = False

    def play(self, seed: int, drafts: int, directory: Path) -> Verdict:
        """The seed chooses a page's size, from tiny to ordinary, and the number of rows, at most ``drafts``."""
        truth = directory / "truth.jsonl"
        truth.touch()
        chance = random.Random(seed)
        limit = chance.choice((2, 3, 5, 20))
        rows = min(drafts, chance.randint(limit, 16 * limit))
        cap = chance.randint(1, limit - 1) if self.capped else self.rules.cap
        rules = evolve(self.rules, seed=seed, truth=str(truth), older=rows, traps=0, cap=cap)
        with serving(rules) as url:
            traversals = asyncio.run(_traverse(url, limit))
        unclaimed = sum(one.complete is not True for one in traversals) if self.must_claim else 0
        return evolve(judge_lists(Truth.read(truth), traversals), misreported=unclaimed)


async def _traverse(url: str, limit: int) -> list[Traversal]:
    async with Daftra(base_url=url, auth=ApiKey(API_KEY), timeout=5.0, concurrency=4) as daftra:
        return [
            await _read(daftra, kind, {"limit": limit, **parameters}, strict)
            for strict in (False, True)
            for kind, parameters in WAYS
        ]


async def _read(daftra: Daftra, kind: str, parameters: dict[str, Any], strict: bool) -> Traversal:
    """Read one list to its end, to an error, or until it has taken too long."""
    pager: Any = getattr(daftra, kind).list(**parameters).using(strict=strict)
    ids: list[int] = []
    end = "ended"
    try:
        async with asyncio.timeout(PATIENCE):
            async for row in pager:
                ids.append(row.id)
    except TimeoutError:
        end = "endless"
    except DaftraError as error:
        end = type(error).__name__
    return Traversal(
        kind=kind, parameters=parameters, strict=strict, ids=ids, complete=pager.completeness.complete, end=end
    )


def judge_lists(truth: Truth, traversals: list[Traversal]) -> Verdict:
    """Each traversal against the rows that were there before the first request and after the last one."""
    stayed: dict[str, set[int]] = {}
    for (kind, record_id), record in truth.records.items():
        if record.by == "before" and (kind, record_id) not in truth.deleted:
            stayed.setdefault(kind, set()).add(record_id)
    lost = duplicates = 0
    notes = []
    for one in traversals:
        claimed = one.complete is True or (one.strict and one.end == "ended")
        missing = len(stayed.get(one.kind, set()) - set(one.ids)) if claimed else 0
        twice = sum(count - 1 for count in Counter(one.ids).values())
        lost, duplicates = lost + missing, duplicates + twice
        if missing or twice or one.end == "endless":
            way = f"{one.kind}{one.parameters}{' strict' if one.strict else ''}"
            notes.append(f"{way}: {missing} missing, {twice} twice, {one.end}")
    return Verdict(
        lost=lost,
        duplicates=duplicates,
        unended=sum(one.end == "endless" for one in traversals),
        refused=sum(one.end not in ("ended", "endless") for one in traversals),
        unconfirmed=sum(one.end == "ended" and one.complete is not True for one in traversals),
        harm=1,
        note="; ".join(notes)[:200],
    )


LIES = (
    ("asked-count", "capped pages, page_count computed from the limit that was asked for"),
    ("half-count", "page_count is halved"),
    ("one-count", "page_count is 1"),
    ("first-page", "the rows of page 1 whatever page is asked for"),
    ("no-pagination", "no pagination object, capped pages"),
    ("shuffled", "the sort is ignored, the order is arbitrary"),
    ("restless", "the sort is ignored, each request has another order"),
)
MOVEMENTS = (
    ("moving", "some", "others write meanwhile"),
    ("swapping", "swap", "others write meanwhile and the total stays the same"),
)


def paging_scenarios() -> list[PagingScenario]:
    """Every scenario about lists: honest and lying pages, each while nothing moves, while rows come and go."""
    honest = PagingScenario(name="paging-honest", about="an honest server")
    stormy = evolve(honest.rules, movement="storm")
    lying = [
        evolve(
            honest,
            name=f"paging-{name}",
            about=about,
            rules=evolve(honest.rules, paging=name),
            capped=name in ("asked-count", "no-pagination"),
        )
        for name, about in LIES
    ]
    moving = [
        evolve(
            still,
            name=f"{still.name}-{name}",
            about=f"{still.about}; {about}",
            rules=evolve(still.rules, movement=movement),
        )
        for still in (honest, *lying)
        for name, movement, about in MOVEMENTS
    ]
    storm = evolve(honest, name="paging-storm", about="a page of new rows between any two requests", rules=stormy)
    return [
        evolve(honest, about="an honest server: completeness must be claimed", must_claim=True),
        *lying,
        *moving,
        storm,
    ]
