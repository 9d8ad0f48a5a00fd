"""An answer that nobody asked for arrives on an idle connection: is it taken for the next call's?

The server sends it after a real answer, or so soon that both are read at once. It looks like a success and names an
older record. Each create that follows must give the id of its own record, or raise an error that does not deny that
record.
"""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx
import httpx2
from attrs import evolve, field, frozen

from daftra_async import ApiKey, ConnectionFailed, Daftra, DaftraError
from daftra_async.models import InvoiceDraft
from tests.independent.drafts import make_drafts
from tests.independent.judge import Verdict, judge
from tests.independent.processes import Told, serving
from tests.independent.rules import Rules
from tests.independent.server import API_KEY
from tests.independent.truth import Truth, TruthReader

CREATES = 12
SETTLING = 0.02
ENGINES: dict[str, Any] = {"own": None, "httpx": httpx.AsyncClient, "httpx2": httpx2.AsyncClient}


@frozen(kw_only=True)
class IdleScenario:
    """Single creates through one engine; each is made once the answer nobody asked for has arrived."""

    name: str
    about: str
    engine: str
    rules: Rules = field(factory=lambda: Rules(seed=0, truth=""))
    must_break: bool = False

    def play(self, seed: int, drafts: int, directory: Path) -> Verdict:
        """``drafts`` is bounded by ``CREATES``."""
        path = directory / "truth.jsonl"
        path.touch()
        with serving(evolve(self.rules, seed=seed, truth=str(path))) as url:
            outcomes = asyncio.run(_create(url, TruthReader(path), min(drafts, CREATES), ENGINES[self.engine]))
        told = Told(outcomes, {"end": "ended"}, len(outcomes))
        truth = Truth.read(path)
        submitted = make_drafts("invoices", len(outcomes))
        return judge(truth, "invoices", submitted, [told], harm=truth.counts["unasked"])


async def _create(url: str, truth: TruthReader, count: int, engine: Any) -> list[dict[str, Any]]:
    """What each create said, as outcomes: an error that leaves things open is ``unconfirmed``."""
    http_client = engine(timeout=5.0) if engine else None
    outcomes: list[dict[str, Any]] = []
    async with Daftra(base_url=url, auth=ApiKey(API_KEY), timeout=5.0, http_client=http_client) as daftra:
        for index, draft in enumerate(make_drafts("invoices", count)):
            await _idle(truth)
            try:
                created = await daftra.invoices.create(InvoiceDraft.from_dict(draft.body))
            except ConnectionFailed as error:
                outcomes.append({"index": index, "status": "rejected", "id": None, "error": str(error)})
            except DaftraError as error:
                outcomes.append({"index": index, "status": "unconfirmed", "id": None, "error": str(error)})
            else:
                outcomes.append({"index": index, "status": "created", "id": created.id, "error": None})
    if http_client is not None:
        await http_client.aclose()
    return outcomes


async def _idle(truth: TruthReader) -> None:
    """Wait until every answer was followed by one nobody asked for, and this process had time to see it."""
    for _ in range(100):
        await asyncio.sleep(SETTLING)
        counts = truth.refresh()
        if counts["unasked"] == counts["post"] + counts["read"]:
            break
    await asyncio.sleep(SETTLING)


def idle_scenarios() -> list[IdleScenario]:
    """Each engine, with a connection that stays open afterwards, one that is closed, and both answers at once."""
    return [
        IdleScenario(
            name=f"idle-answer-{mode}-{engine}",
            about=f"an unasked answer on an idle connection ({mode}), engine {engine}",
            engine=engine,
            rules=Rules(seed=0, truth="", unasked=mode),
        )
        for mode in ("stay", "close", "together")
        for engine in ENGINES
    ]
