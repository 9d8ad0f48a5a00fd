"""A client as a user would write it, run as a process of its own so that it can be killed: public names only.

Run as ``python -m tests.independent.client_process TASK`` with a task as JSON. What it is told goes line by line into
the task's report: one line per outcome as soon as it is known, then one that says how the run ended. An exception
that is none of the product's own is reported as a crash.
"""

from __future__ import annotations

import asyncio
import json
import signal
import sys
import time
import traceback
from pathlib import Path
from typing import Any

from attrs import asdict, frozen

from daftra_async import ApiKey, ConfigurationError, Daftra, DaftraError, ResponseError, ServerError
from tests.independent.drafts import Draft, make_drafts
from tests.independent.server import API_KEY


@frozen(kw_only=True)
class Task:
    """One call to make: ``mode`` is ``bulk`` or ``once``; seconds where a duration is meant."""

    mode: str
    url: str
    report: str
    ledger: str
    kind: str = "invoices"
    drafts: int = 100
    own_keys: bool = False
    twins: bool = False
    chunk_size: int = 50
    concurrency: int = 4
    timeout: float = 5.0
    settle: float = 1.0
    poll: float = 0.2

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    def submitted(self) -> list[Draft]:
        return make_drafts(self.kind, self.drafts, own_keys=self.own_keys, twins=self.twins)


class Report:
    """The lines that a client leaves behind, readable while it runs and after its death."""

    def __init__(self, path: str) -> None:
        self._file = Path(path).open("a", buffering=1)  # noqa: SIM115 - open as long as the process lives

    def outcome(self, index: int, status: str, id: int | None, error: object = None) -> None:
        self._line({"index": index, "status": status, "id": id, "error": error and str(error)[:300]})

    def end(self, how: str, **facts: object) -> None:
        self._line({"end": how, **facts})

    def _line(self, facts: dict[str, object]) -> None:
        self._file.write(json.dumps(facts) + "\n")


async def submit_in_bulk(daftra: Daftra, task: Task, report: Report) -> None:
    """The run, then its audit."""
    resource: Any = getattr(daftra, task.kind)
    options: dict[str, Any] = {"chunk_size": task.chunk_size, "concurrency": task.concurrency, "settle": task.settle}
    bodies = [draft.body for draft in task.submitted()]
    if not hasattr(resource, "bulk"):
        report.end("skipped", message=f"{task.kind} have no bulk()")
        return
    try:
        run = resource.bulk(bodies, ledger=task.ledger, poll_interval=task.poll, **options)
    except TypeError:
        run = resource.bulk(bodies, ledger=task.ledger, reread=task.poll, **options)
    async for outcome in run:
        report.outcome(outcome.index, outcome.status, outcome.id, outcome.error)
    audited = time.time()
    try:
        audit = await run.audit()
    except DaftraError as error:
        report.end("ended", audited=audited, audit_error=f"{type(error).__name__}: {error}"[:300])
    else:
        report.end("ended", audited=audited, audit_ok=audit.ok, audit=str(audit)[:300])


async def create_once(daftra: Daftra, task: Task, report: Report) -> None:
    """Each draft as a single write under a name of its own, some at a time."""
    create: Any = daftra.invoices.create
    drafts = task.submitted()
    options = await _accepted(create, drafts[0], task)
    if options is None:
        report.end("skipped", message="create() does not know once= yet")
        return
    waiting = iter(enumerate(drafts))

    async def worker() -> None:
        for index, draft in waiting:
            try:
                created = await create(draft.body, once=f"order-{index}", **options)
            except DaftraError as error:
                report.outcome(index, _status_of(error), None, f"{type(error).__name__}: {error}")
            else:
                report.outcome(index, "created", created.id)

    async with asyncio.TaskGroup() as group:
        for _ in range(task.concurrency):
            group.create_task(worker())
    report.end("ended")


async def _accepted(create: Any, draft: Draft, task: Task) -> dict[str, Any] | None:
    """The options that ``create`` takes beside ``once``, tried on the first draft; None if it does not know ``once``.

    An argument that is not known is refused before anything is sent.
    """
    waits = {"settle": task.settle, "poll_interval": task.poll}
    for names in (("settle", "poll_interval"), ("settle",), ()):
        options = {"ledger": task.ledger, **{name: waits[name] for name in names}}
        try:
            await create(draft.body, once="order-0", **options)
        except (TypeError, ConfigurationError):
            continue
        except DaftraError:
            return options
        return options
    return None


def _status_of(error: DaftraError) -> str:
    """What an error says of the write: that there is none, or nothing."""
    refused = isinstance(error, ResponseError) and not isinstance(error, ServerError)
    outcome = getattr(error, "outcome", "refused" if refused else "unknown")
    return "rejected" if outcome in ("refused", "not_sent") else "unconfirmed"


async def main(task: Task) -> None:
    """Make the call and say how it ended."""
    report = Report(task.report)
    work = submit_in_bulk if task.mode == "bulk" else create_once
    try:
        async with Daftra(base_url=task.url, auth=ApiKey(API_KEY), timeout=task.timeout) as daftra:
            await work(daftra, task, report)
    except DaftraError as error:
        report.end("refused", error=type(error).__name__, message=str(error)[:300])
    except Exception as error:
        report.end("crashed", error=type(error).__name__, message=traceback.format_exc()[-1500:])


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell in the background has its children ignore Ctrl-C
    asyncio.run(main(Task(**json.loads(sys.argv[1]))))
