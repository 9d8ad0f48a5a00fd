"""A bulk run as its caller sees it: outcomes, inputs, progress, resuming, the audit."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from daftra_async import BulkProgress, Ledger, LedgerBusy, LedgerMismatch, Outcome
from daftra_async._bulk.entry import State
from daftra_async._bulk.errors import BulkError
from daftra_async._wire.messages import Response
from daftra_async.errors import ConfigurationError
from daftra_async.models import ClientDraft, InvoiceDraft, InvoiceItemDraft

from .scripted import (
    CALM,
    Scripted,
    bulk,
    invoice,
    invoices,
    lost_after,
    lost_before,
    outcomes,
    outcomes_of,
    records_per_draft,
    report,
    report_of,
)
from .submitting import submit
from .virtual import run_virtually
from .world import World

# The caller's view.


def test_every_draft_has_one_outcome_in_input_order() -> None:
    world = Scripted()
    got = outcomes(world, [invoice(place, client_id=0 if place == 13 else 1) for place in range(35)])
    assert [outcome.index for outcome in got] == list(range(35))
    assert [outcome.index for outcome in got if outcome.status == "rejected"] == [13]
    assert all(world.created[f"draft {o.index}"] == [o.id] for o in got if o.status == "created")
    assert str(got[13].error) == "no (Invoice.client_id: no)"


def test_the_report_counts_them_all() -> None:
    got = report(Scripted(), [invoice(place, client_id=0 if place % 10 == 0 else 1) for place in range(30)])
    assert (got.created, got.rejected, got.unconfirmed, got.submitted) == (27, 3, 0, 30)
    assert len(got.outcomes) == 30


def test_outcomes_can_come_as_they_are_known() -> None:
    got = outcomes(Scripted({1: lost_after}), invoices(60), order="completed")
    assert sorted(outcome.index for outcome in got) == list(range(60))
    assert got[-1].index < 10


def test_an_empty_input_is_an_empty_report() -> None:
    assert report(Scripted(), []).submitted == 0


async def asynchronously(drafts: Iterable[Any]) -> AsyncIterator[Any]:
    for draft in drafts:
        await asyncio.sleep(0)
        yield draft


class Model:
    def __init__(self, wire: dict[str, Any]) -> None:
        self.wire = wire

    def to_wire(self) -> dict[str, Any]:
        return self.wire


def test_drafts_come_from_iterables_async_iterables_files_and_models(tmp_path: Path) -> None:
    file = tmp_path / "drafts.jsonl"
    file.write_text("\n\n".join(json.dumps(draft) for draft in invoices(12)))
    sources: list[Any] = [
        iter(invoices(12)),
        asynchronously(invoices(12)),
        file,
        [Model(draft) for draft in invoices(12)],
    ]
    assert [report(Scripted(), source).created for source in sources] == [12, 12, 12, 12]


def test_a_line_that_is_no_json_stops_the_run_and_says_where(tmp_path: Path) -> None:
    file = tmp_path / "drafts.jsonl"
    file.write_text('{"Invoice": {}}\n{"Invoice": ')
    with pytest.raises(ConfigurationError, match=r"drafts\.jsonl, line 2"):
        report(Scripted(), file)


@pytest.mark.parametrize("drafts", ["drafts.jsonl", {"Invoice": {}}, 5])
def test_what_is_no_collection_of_drafts_is_refused(drafts: Any) -> None:
    with pytest.raises(ConfigurationError, match="no collection of drafts"):
        report(Scripted(), drafts)


def test_a_draft_that_cannot_be_sent_is_an_outcome_and_harms_no_other() -> None:
    bad: list[tuple[object, str]] = [
        ("draft", "a str is no body: pass a draft (InvoiceDraft), or a dict"),
        (invoice(3, po_number="x" * 256), "characters"),
        ({"Invoice": {"client_id": 1, "notes": object()}}, "pass text"),
        ({"Invoice": {"client_id": 1, "notse": "x"}}, "did you mean notes"),
        ({"Invoice": {"client_id": 1}, "InvoiceItems": []}, "did you mean InvoiceItem"),
        ({"Invoice": {"client_id": 1}, "InvoiceItem": [{"item": "Ink", "unit_prise": 5}]}, "did you mean unit_price"),
        ({"client_id": 1, "date": "30/11/2026"}, "is no ISO day"),
        ({"client_id": 1, "items": [{"item": "Ink", "unit_price": 1.1}]}, "is the float 1.1"),
        (InvoiceDraft(client_id=1, items=[InvoiceItemDraft(item="Ink", unit_price="dear")]), "pass a Decimal"),
        (ClientDraft(first_name="Amal"), "pass a draft (InvoiceDraft)"),
    ]
    server = Scripted()
    got = outcomes(server, [invoice(0), *(draft for draft, _ in bad), invoice(10)])
    assert [outcome.status for outcome in got] == ["created", *["rejected"] * len(bad), "created"]
    for outcome, (_, told) in zip(got[1:-1], bad, strict=True):
        assert outcome.error is not None
        assert (outcome.error.kind, told in outcome.error.message) == ("invalid_draft", True), outcome.error.message
    assert len(server.records) == 2


def test_a_dict_may_be_flat_and_may_hold_what_the_documentation_lacks(tmp_path: Path) -> None:
    flat = {"client_id": 1, "items": [{"item": "Ink", "unit_price": 2.25}], "extra": {"adjustment_value": 1}}
    file = tmp_path / "drafts.jsonl"
    file.write_text(json.dumps(flat))
    sent: list[Mapping[str, Any]] = []

    async def seen(world: World, drafts: Sequence[Mapping[str, Any]]) -> Response:
        sent.extend(drafts)
        return await World.send(world, drafts)

    assert report(Scripted({1: seen}), file).created == 1
    (draft,) = sent
    assert (draft["Invoice"]["client_id"], draft["Invoice"]["adjustment_value"]) == (1, 1)
    assert draft["InvoiceItem"] == [{"item": "Ink", "unit_price": Decimal("2.25")}]


def test_the_callers_drafts_are_left_as_they_were() -> None:
    drafts = invoices(3)
    report(Scripted(), drafts)
    assert drafts == invoices(3)


def test_the_input_is_read_no_further_ahead_than_the_caller_is_behind() -> None:
    read = 0

    def source() -> Iterable[dict[str, Any]]:
        nonlocal read
        for read in range(100_000):
            yield invoice(read)

    async def main() -> int:
        stream = aiter(bulk(Scripted(), source()))
        await anext(stream)
        await asyncio.sleep(3600)
        await stream.aclose()
        return read

    assert run_virtually(main()) < 5000


def test_progress_is_told_and_ends_complete() -> None:
    told: list[BulkProgress] = []
    report(Scripted({1: lost_before}), invoices(30), progress=told.append)
    assert told[-1].done == told[-1].read == 30
    assert any(progress.doubtful for progress in told)
    assert [progress.created for progress in told] == sorted(progress.created for progress in told)


def test_two_runs_at_once_over_one_ledger_are_refused() -> None:
    async def both() -> list[Any]:
        ledger = Ledger(None)
        runs = [report_of(bulk(world, invoices(60), ledger)) for _ in range(2)]
        return await asyncio.gather(*runs, return_exceptions=True)

    world = Scripted()
    first, second = run_virtually(both())
    assert first.created == 60
    assert isinstance(second, LedgerBusy)
    assert records_per_draft(world) == {1}


def test_another_input_is_not_told_to_be_sent_again() -> None:
    with Ledger(None) as ledger:
        report(Scripted(), invoices(5), ledger)
        with pytest.raises(LedgerMismatch) as caught:
            report(Scripted(), invoices(6), ledger)
    assert not getattr(caught.value, "__notes__", [])


def test_a_run_is_started_once() -> None:
    async def main() -> None:
        run = bulk(Scripted(), invoices(3))
        first = await run
        assert (await run) is first
        with pytest.raises(BulkError, match="same call again"):
            await outcomes_of(run)

    run_virtually(main())


@pytest.mark.parametrize(
    "settings",
    [
        {"chunk_size": 0},
        {"concurrency": 1.5},
        {"settle": -1},
        {"key": "client_id"},
        {"order": "random"},
        {"max_attempts": True},
    ],
)
def test_settings_that_cannot_work_are_refused_at_once(settings: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError):
        bulk(Scripted(), [], **settings)


# Resources without a bulk call.


def test_documents_with_single_posts_keep_the_same_promises() -> None:
    world = Scripted({3: lost_after, 5: lost_before}, batch=False)
    got = report(world, [invoice(place, client_id=0 if place == 4 else 1) for place in range(12)])
    assert (got.created, got.rejected, got.unconfirmed) == (11, 1, 0)
    assert set(world.sizes) == {1}
    assert records_per_draft(world) == {1}


# Resuming.


def test_the_same_call_again_sends_nothing_and_tells_the_same() -> None:
    world = Scripted()
    with Ledger(None) as ledger:
        first = outcomes(world, invoices(25), ledger)
        sent = len(world.sizes)
        assert outcomes(world, invoices(25), ledger) == first
        assert len(world.sizes) == sent


@pytest.mark.parametrize("order", ["input", "completed"])
def test_a_run_that_was_left_half_way_is_resumed(order: str) -> None:
    world = Scripted()

    async def main() -> list[Outcome]:
        with Ledger(None) as ledger:
            stream = aiter(bulk(world, invoices(300), ledger, order=order))
            await anext(stream)
            await stream.aclose()
            return await outcomes_of(bulk(world, invoices(300), ledger))

    got = run_virtually(main())
    assert [outcome.status for outcome in got] == ["created"] * 300
    assert records_per_draft(world) == {1}


def test_a_run_cancelled_again_and_again_lets_go_of_its_ledger(tmp_path: Path) -> None:
    async def main() -> None:
        sent = asyncio.Event()

        async def never(world: World, drafts: Sequence[Any]) -> Response:
            sent.set()
            await asyncio.sleep(3600)
            raise AssertionError

        loop, busy = asyncio.get_running_loop(), threading.Event()
        loop.set_default_executor(ThreadPoolExecutor(1))
        world = Scripted(dict.fromkeys(range(1, 9), never))
        run = submit(world, invoices(30), ledger=tmp_path / "june.sqlite")
        task = asyncio.create_task(report_of(run))
        await sent.wait()
        loop.run_in_executor(None, busy.wait)
        for _ in range(20):
            task.cancel()
            await asyncio.sleep(0.01)
        busy.set()
        with pytest.raises(asyncio.CancelledError):
            await task
        Ledger(tmp_path / "june.sqlite").close()

    asyncio.run(main())


def test_an_input_that_breaks_off_leaves_no_answer_unheard() -> None:
    world = Scripted()

    def breaking() -> Iterator[dict[str, Any]]:
        yield from invoices(35)
        raise OSError("the share is gone")

    with Ledger(None) as ledger:
        with pytest.raises(OSError, match="the share is gone"):
            report(world, breaking(), ledger)
        assert set(ledger.counts()) <= {State.CREATED, State.UNSENT}
        assert report(world, invoices(50), ledger).created == 50
    assert records_per_draft(world) == {1}


@pytest.mark.parametrize("other", [invoices(9), [*invoices(29), invoice(99)], invoices(31)])
def test_another_input_is_refused_before_anything_of_it_is_sent(other: list[dict[str, Any]]) -> None:
    world = Scripted()
    with Ledger(None) as ledger:
        report(world, invoices(30), ledger)
        sent = len(world.sizes)
        with pytest.raises(LedgerMismatch, match="input"):
            report(world, other, ledger)
    assert len(world.sizes) == sent


def test_an_unconfirmed_draft_is_looked_for_again_by_the_next_run() -> None:
    world = Scripted({2: lost_before})
    with Ledger(None) as ledger:
        assert report(world, invoices(40), ledger, max_attempts=1).unconfirmed == 10
        assert report(world, invoices(40), ledger).created == 40
    assert records_per_draft(world) == {1}


# The audit.


async def audited(world: World, meddle: Callable[[World], object], count: int = 30) -> Any:
    run = bulk(world, invoices(count))
    await run
    meddle(world)
    return await run.audit()


def test_an_audit_of_an_undisturbed_run_finds_nothing_wrong() -> None:
    audit = run_virtually(audited(Scripted(conditions=attrs.evolve(CALM, page_cap=1000)), lambda world: None, 2000))
    assert audit.ok
    assert (audit.checked, audit.records) == (2000, 2000)
    assert audit.requests <= 10


def test_an_audit_finds_what_others_did() -> None:
    def meddle(world: World) -> None:
        world.records = [record for record in world.records if record["id"] != str(world.created["draft 3"][0])]
        copied = next(record for record in world.records if record["id"] == str(world.created["draft 5"][0]))
        world.add({"po_number": copied["po_number"], "client_id": 1, "notes": "copy"})
        next(record for record in world.records if record["id"] == str(world.created["draft 7"][0]))[
            "summary_total"
        ] = 6

    audit = run_virtually(audited(Scripted(), meddle))
    assert [discrepancy.index for discrepancy in audit.missing] == [3]
    assert [discrepancy.index for discrepancy in audit.duplicates] == [5]
    assert [(wrong.index, wrong.message) for wrong in audit.amounts] == [(7, "the total is 6, the lines make 5.00")]
    assert not audit.ok


def test_an_audit_before_the_run_has_nothing_to_read() -> None:
    with pytest.raises(BulkError, match="nothing to audit"):
        run_virtually(bulk(Scripted(), []).audit())
