"""``daftra bulk status`` and ``audit``: what a ledger says, and what the server says to it."""

from __future__ import annotations

import asyncio
from collections import Counter
from pathlib import Path
from typing import Any

import attrs

from .._bulk.errors import LedgerBusy
from .._bulk.keys import CustomField
from .._bulk.ledger import Ledger
from .._resource import Bulk
from .account import Account
from .bulk_plan import Plan, ledger_of
from .connect import connected_client
from .exits import DONE, FAILED, UNCONFIRMED, Refusal
from .formats import Format
from .output import write_one, write_wrapped
from .terminal import say
from .wording import counted


def status(path: Path, *, open: bool, format: Format | None) -> int:
    """The counts of a ledger on stdout, or the drafts that were not created; the exit code says which there are."""
    place = ledger_of(path)
    try:
        with Ledger(place) as ledger:
            return _status(ledger, open=open, format=format)
    except LedgerBusy:
        raise Refusal(f"a run is under way with {place}: it tells its own progress", code=FAILED) from None


def _status(ledger: Ledger, *, open: bool, format: Format | None) -> int:
    counts = Counter(outcome.status for outcome in ledger.outcomes())
    size = ledger.input_size()
    if open:
        write_wrapped(
            [
                {"index": each.index, "key": each.key, "status": each.status, "error": str(each.error or "")}
                for each in ledger.outcomes()
                if each.status != "created"
            ],
            format,
        )
    else:
        told = {
            "resource": ledger.fact("resource"),
            "account": ledger.fact("account"),
            "key": ledger.fact("key"),
            "created": counts["created"],
            "rejected": counts["rejected"],
            "unconfirmed": counts["unconfirmed"],
            "submitted": ledger.size(),
            "input": size,
            "finished": size is not None and not counts["unconfirmed"],
        }
        write_one(told, format)
    if counts["unconfirmed"] or size is None:
        return UNCONFIRMED
    return FAILED if counts["rejected"] else DONE


async def audit(account: Account, path: Path, *, format: Format | None) -> int:
    """What differs, on stdout; stderr says how it ended."""
    place = ledger_of(path)
    with await asyncio.to_thread(Ledger, place) as ledger:
        resource, key = ledger.fact("resource"), ledger.fact("key") or ""
        if resource is None:
            raise Refusal("the ledger is empty: nothing was submitted with it")
        async with connected_client(account) as daftra:
            if ledger.fact("account") != daftra.account:
                raise Refusal(f"the ledger belongs to {ledger.fact('account')}, this is {daftra.account}")
            target = getattr(daftra, resource)
            if not isinstance(target, Bulk):
                raise Refusal(f"{resource} cannot be submitted in bulk, so it cannot be audited")
            report = await target.bulk((), ledger=ledger, key=_key(ledger, place, key)).audit()
    found: list[dict[str, Any]] = [
        {"finding": kind, **attrs.asdict(each)} for kind in _FOUND for each in getattr(report, kind)
    ]
    if found:
        names = ("finding", "index", "key", "expected_id", "found_ids", "message")
        write_wrapped([{name: each[name] for name in names} for each in found], format)
    told = ", ".join(f"{len(getattr(report, kind))} {words}" for kind, words in _FOUND.items() if getattr(report, kind))
    read = f"{counted(report.records, 'records')} read in {counted(report.requests, 'requests')}"
    say(f"{counted(report.checked, 'created drafts')}, {read}: {told or 'each is there once, and no total differs'}.")
    return DONE if report.ok else FAILED


_FOUND = {
    "missing": "missing",
    "duplicates": "there more than once",
    "strangers": "with a key of this run that it did not create",
    "amounts": "with another total",
}
"""What an audit can find, in words that a count goes before."""


def _key(ledger: Ledger, path: Path, name: str) -> Any:
    head, colon, label = name.partition("custom_field:")
    if colon and not head:
        return CustomField(label)
    return name or Plan.recalled(ledger, path).key_field
