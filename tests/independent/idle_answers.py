"""An answer that nobody asked for arrives on an idle connection: is it taken for the next call's?

The server sends it right after a real answer. It looks like a success and names an older record. Each create that
follows must give the id of its own record, or raise an error that does not deny that record.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx
import httpx2
from attrs import evolve, field, frozen

from daftra_async import ApiKey, ConnectionFailed, Daftra, DaftraError
from tests.independent.drafts import make_drafts
from tests.independent.judge import Verdict, judge
from tests.independent.processes import Told, serving
from tests.independent.rules import Rules
from tests.independent.server import API_KEY
from tests.independent.truth import Truth

CREATES = 12
PAUSE = 0.05
ENGINES: dict[str, Any] = {"own": None, "httpx": httpx.AsyncClient, "httpx2": httpx2.AsyncClient}


@frozen(kw_only=True)
class IdleScenario:
    """Single creates with a pause before each, through one engine."""

    name: str
    about: str
    engine: str
    rules: Rules = field(factory=lambda: Rules(seed=0, truth=""))
    must_break: bool = False

    def play(self, seed: int, drafts: int, directory: Path) -> Verdict:
        """``drafts`` is bounded by ``CREATES``: each takes its pause."""
        path = directory / "truth.jsonl"
        path.touch()
        with serving(evolve(self.rules, seed=seed, truth=str(path))) as url:
            outcomes = asyncio.run(_create(url, min(drafts, CREATES), ENGINES[self.engine]))
        told = Told(outcomes, {"end": "ended"}, len(outcomes))
        truth = Truth.read(path)
        submitted = make_drafts("invoices", len(outcomes))
        return judge(truth, "invoices", submitted, [told], harm=truth.counts["unasked"])


async def _create(url: str, count: int, engine: Any) -> list[dict[str, Any]]:
    """What each create said, as outcomes: an error that leaves things open is ``unconfirmed``."""
    http_client = engine(timeout=5.0) if engine else None
    outcomes: list[dict[str, Any]] = []
    async with Daftra(base_url=url, auth=ApiKey(API_KEY), timeout=5.0, http_client=http_client) as daftra:
        for index, draft in enumerate(make_drafts("invoices", count)):
            await asyncio.sleep(PAUSE)
            try:
                created = await daftra.invoices.create(draft.body)
            except ConnectionFailed as error:
                outcomes.append({"index": index, "status": "rejected", "id": None, "error": str(error)})
            except DaftraError as error:
                outcomes.append({"index": index, "status": "unconfirmed", "id": None, "error": str(error)})
            else:
                outcomes.append({"index": index, "status": "created", "id": created.id, "error": None})
    if http_client is not None:
        await http_client.aclose()
    return outcomes


def idle_scenarios() -> list[IdleScenario]:
    """Each engine, with a connection that stays open afterwards and one that is closed."""
    return [
        IdleScenario(
            name=f"idle-answer-{mode}-{engine}",
            about=f"an unasked answer on an idle connection ({mode}), engine {engine}",
            engine=engine,
            rules=Rules(seed=0, truth="", unasked=mode),
        )
        for mode in ("stay", "close")
        for engine in ENGINES
    ]
