"""``daftra bulk submit`` and ``resume``: check, show, ask, submit, and tell what became of every draft."""

from __future__ import annotations

import asyncio
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from .._bulk.entry import FINAL, State
from .._bulk.export import export_outcomes
from .._bulk.ledger import Ledger
from .._bulk.options import BulkProgress, default_settle
from .._bulk.outcome import BulkReport
from .._resource import Bulk
from ..errors import DaftraError
from .account import Account
from .bulk_check import Check, check
from .bulk_input import Document, read_documents
from .bulk_plan import Plan, key_fields, ledger_of, refuse_link
from .calls import draft_of
from .connect import connected_client
from .exits import DONE, FAILED, UNCONFIRMED, Refusal
from .private_file import replacing
from .progress import progress
from .terminal import confirm, say
from .wording import counted, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .._wire.draft import Draft
    from ..client import Daftra


def check_file(plan: Plan, *, quiet: bool) -> int:
    """Check the file and send nothing."""
    found = _checked(plan, quiet=quiet)
    for line in found.lines(plan):
        say(line)
    say("Nothing was sent.")
    return DONE


async def submit_file(account: Account, plan: Plan, *, yes: bool, quiet: bool) -> int:
    """Check the whole file, show what it would do, ask, and do it."""
    refuse_link(plan.ledger)
    found = _checked(plan, quiet=quiet)
    async with connected_client(account) as daftra:
        resource = _target(daftra, plan)
        # The credential is tried before anything is promised.
        site = await daftra.site.get()
        if not quiet:
            for line in found.lines(plan):
                say(line)
            say(f"to {site.business_name or 'the account'} at {daftra.base_url}")
        if plan.ledger.exists():
            say(f"{plan.ledger.name} is there already: the run goes on where it ended, nothing is sent twice.")
        confirm(f"Submit {counted(found.count, plan.resource)}?", yes=yes)
        return await _submit(resource, attrs.evolve(plan, count=found.count), account, quiet=quiet)


async def resume_file(account: Account, path: Path, *, quiet: bool) -> int:
    """Go on with the run of a ledger, with its own settings."""
    place = ledger_of(path)
    with await asyncio.to_thread(Ledger, place) as ledger:
        plan = Plan.recalled(ledger, place)
    if not plan.source.is_file():
        raise Refusal(f"{plan.source} is gone: put the file back beside its ledger, unchanged, to go on")
    async with connected_client(account) as daftra:
        return await _submit(_target(daftra, plan), plan, account, quiet=quiet)


def _checked(plan: Plan, *, quiet: bool) -> Check:
    try:
        found = check(plan, quiet=quiet)
    except (KeyboardInterrupt, asyncio.CancelledError):
        say("Nothing was sent.")
        raise
    if found.problems:
        for problem in found.problems:
            say(str(problem), style="red")
        more = f" and {found.more_problems} more" if found.more_problems else ""
        told = f"{counted(len(found.problems), 'problems')}{more} in {plan.source.name}"
        raise Refusal(
            f"{told}: nothing was sent. Correct the file and run the same command again; "
            f"`daftra ops {plan.resource}.create` lists the fields."
        )
    if not found.count:
        raise Refusal(f"{plan.source.name} holds no drafts: write one to a line")
    return found


def _target(daftra: Daftra, plan: Plan) -> Bulk:
    key_fields(plan.resource)
    found: Bulk = getattr(daftra, plan.resource.replace("-", "_"))
    return found


async def _submit(resource: Bulk, plan: Plan, account: Account, *, quiet: bool) -> int:
    with await asyncio.to_thread(Ledger, plan.ledger) as ledger:
        plan.remember(ledger)
        states = ledger.counts()
        if states.get(State.SENT):
            say(_on_their_way(states[State.SENT], plan, account))
        settled = sum(states.get(state, 0) for state in FINAL)
        with progress(plan.resource, quiet=quiet, already=settled) as meter:

            def told(now: BulkProgress) -> None:
                meter(now.done, plan.count, _note(now))

            run = resource.bulk(
                _drafts(plan),
                ledger=ledger,
                name=plan.name,
                key=plan.key_field,
                chunk_size=plan.chunk_size,
                concurrency=plan.concurrency,
                settle=plan.settle,
                progress=told,
            )
            try:
                report = await run
            except (asyncio.CancelledError, DaftraError) as error:
                # The notes say how to resume in Python; here a command does.
                error.__notes__ = []
                _tell_stopped(plan, ledger)
                raise
            finally:
                with replacing(plan.outcomes) as draft:
                    export_outcomes(ledger.outcomes(), draft)
    return _tell_report(plan, report)


def _drafts(plan: Plan) -> Iterator[Draft]:
    draft = draft_of(plan.resource)
    for item in read_documents(plan):
        if not isinstance(item, Document):
            raise Refusal(f"{plan.source.name} changed since it was checked: {item}", code=FAILED)
        yield draft.from_dict(item.wire, unknown=plan.allow_unknown)


def _note(now: BulkProgress) -> str:
    parts = [f"{now.created} created"]
    parts += [f"{now.rejected} rejected"] if now.rejected else []
    parts += [f"{now.doubtful} being looked for"] if now.doubtful else []
    parts += [f"{now.unconfirmed} unconfirmed"] if now.unconfirmed else []
    parts += ["waiting for the server"] if now.paused else []
    return ", ".join(parts)


def _on_their_way(count: int, plan: Plan, account: Account) -> str:
    seconds = default_settle(account.timeout) if plan.settle is None else plan.settle
    were = "was" if count == 1 else "were"
    return (
        f"{counted(count, plan.resource)} {were} on the way when the last run stopped.\nThe server gets {seconds:g} s "
        "to finish; then what arrived is looked for, and only the rest goes again."
    )


def _tell_stopped(plan: Plan, ledger: Ledger) -> None:
    states = ledger.counts()
    known = sum(states.get(state, 0) for state in FINAL)
    of = "" if plan.count is None else f" of {plan.count}"
    sent = f", {states[State.SENT]} on the way" if states.get(State.SENT) else ""
    say(f"Stopped with {known}{of} settled{sent}.")
    say(f"To go on, without sending anything twice: {_resume_command(plan)}")


def _resume_command(plan: Plan) -> str:
    return f"`daftra bulk resume {shlex.quote(shown(plan.source))}`"


def _tell_report(plan: Plan, report: BulkReport) -> int:
    told = f"{report.created} created, {report.rejected} rejected, {report.unconfirmed} unconfirmed"
    say(f"{told}: see {shown(plan.outcomes)}")
    if report.unconfirmed:
        say(f"Nobody knows whether the unconfirmed ones exist. To look again: {_resume_command(plan)}", style="yellow")
        return UNCONFIRMED
    if report.rejected:
        say(f"The reasons: `daftra bulk status {shlex.quote(shown(plan.source))} --open`", style="yellow")
        return FAILED
    return DONE
