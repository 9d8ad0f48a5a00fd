"""A bulk run against the model of the server: what its caller sees, fault by fault, in virtual time."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest

from daftra_async.bulk import BulkReport, Ledger, LedgerMismatch, MarkUnreadable, Outcome, Progress
from daftra_async.bulk.api import Listing
from daftra_async.bulk.errors import BulkError
from daftra_async.bulk.run import BulkRun, submit
from daftra_async.bulk.verdicts import Answer
from daftra_async.errors import ConfigurationError, ConnectionFailed, ConnectionLost, RequestTimeout

from .virtual import VirtualClock, run_virtually
from .world import REREAD, SETTLE, Weather, World

CALM = Weather(fault=0.0, lag=0.0)
Fault = Callable[[World, Sequence[Mapping[str, Any]]], Coroutine[Any, Any, Answer]]


def invoice(place: int, **main: Any) -> dict[str, Any]:
    return {
        "Invoice": {"client_id": 1, "notes": f"draft {place}", **main},
        "InvoiceItem": [{"item": "paper", "quantity": 2, "unit_price": "2.50"}],
    }


def invoices(count: int) -> list[dict[str, Any]]:
    return [invoice(place) for place in range(count)]


class Scripted(World):
    """A calm world in which the n-th request meets a given fault."""

    def __init__(self, faults: Mapping[int, Fault] | None = None, weather: Weather = CALM, **world: Any) -> None:
        super().__init__(7, weather, **world)
        self.faults = dict(faults or {})
        self.sizes: list[int] = []

    async def send(self, drafts: Sequence[Mapping[str, Any]]) -> Answer:
        self.sizes.append(len(drafts))
        fault = self.faults.pop(len(self.sizes), None)
        if fault is not None:
            return await fault(self, drafts)
        return await super().send(drafts)


def bulk(world: World, drafts: Any, ledger: Ledger | None = None, **settings: Any) -> BulkRun:
    settings = {"chunk_size": 10, "concurrency": 2, "settle": SETTLE, "reread": REREAD, **settings}
    return submit(world, drafts, ledger=ledger, clock=VirtualClock(1), **settings)


async def report_of(run: BulkRun) -> BulkReport:
    return await run


def report(world: World, drafts: Any, ledger: Ledger | None = None, **settings: Any) -> BulkReport:
    return run_virtually(report_of(bulk(world, drafts, ledger, **settings)))


async def outcomes_of(run: BulkRun) -> list[Outcome]:
    return [outcome async for outcome in run]


def outcomes(world: World, drafts: Any, ledger: Ledger | None = None, **settings: Any) -> list[Outcome]:
    return run_virtually(outcomes_of(bulk(world, drafts, ledger, **settings)))


async def lost_after(world: World, drafts: Sequence[Mapping[str, Any]]) -> Answer:
    for draft in drafts:
        world.add(draft["Invoice"])
    raise ConnectionLost("reset by peer")


async def lost_before(world: World, drafts: Sequence[Mapping[str, Any]]) -> Answer:
    raise ConnectionLost("reset by peer")


async def lost_half_way(world: World, drafts: Sequence[Mapping[str, Any]]) -> Answer:
    return await lost_after(world, drafts[: len(drafts) // 2])


async def stalled(world: World, drafts: Sequence[Mapping[str, Any]]) -> Answer:
    await asyncio.sleep(30)
    raise RequestTimeout("no answer", phase="read", sent=True)


async def unreachable(world: World, drafts: Sequence[Mapping[str, Any]]) -> Answer:
    raise ConnectionFailed("no route")


def answering(status: int, body: object = None) -> Fault:
    async def fault(world: World, drafts: Sequence[Mapping[str, Any]]) -> Answer:
        return Answer(status=status, body=json.dumps(body or {"result": "failed", "message": "no"}).encode())

    return fault


def records_per_draft(world: World) -> set[int]:
    return {len(ids) for ids in world.created.values()}


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
    drafts = [
        invoice(0),
        {"client_id": 1},
        "draft",
        invoice(3, po_number="x" * 256),
        {"Invoice": {"notes": object()}},
        invoice(5),
    ]
    got = outcomes(Scripted(), drafts)
    assert [outcome.status for outcome in got] == ["created", "rejected", "rejected", "rejected", "rejected", "created"]
    assert {outcome.error.kind for outcome in got if outcome.error} == {"invalid_draft"}


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
        await stream.aclose()  # type: ignore[attr-defined]
        return read

    assert run_virtually(main()) < 5000


def test_progress_is_told_and_ends_complete() -> None:
    told: list[Progress] = []
    report(Scripted({1: lost_before}), invoices(30), progress=told.append)
    assert told[-1].done == told[-1].read == 30
    assert any(progress.doubtful for progress in told)
    assert [progress.created for progress in told] == sorted(progress.created for progress in told)


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
        {"tries": True},
    ],
)
def test_settings_that_cannot_work_are_refused_at_once(settings: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError):
        bulk(Scripted(), [], **settings)


# Doubts.


@pytest.mark.parametrize("fault", [lost_before, lost_after, lost_half_way, stalled, answering(500), answering(200)])
@pytest.mark.parametrize("search", ["exact", "partial", "ignored"])
def test_a_lost_answer_ends_with_every_draft_created_once(fault: Fault, search: str) -> None:
    world = Scripted({2: fault}, attrs.evolve(CALM, search=search))
    got = report(world, invoices(50))
    assert (got.created, records_per_draft(world)) == (50, {1})


def test_only_what_is_absent_goes_again() -> None:
    world = Scripted({2: lost_half_way})
    report(world, invoices(40))
    assert sorted(world.sizes) == [5, 10, 10, 10, 10]


def test_nothing_is_sent_again_before_the_doubt_has_settled() -> None:
    again: list[float] = []

    async def main() -> None:
        world = Scripted({2: lost_before})
        send = world._send

        async def timed(drafts: Sequence[Mapping[str, Any]], fault: str) -> Answer:
            again.append(asyncio.get_running_loop().time())
            return await send(drafts, fault)

        world._send = timed  # type: ignore[method-assign]
        await bulk(world, invoices(40))

    run_virtually(main())
    assert again[-1] > SETTLE


def test_a_draft_that_is_lost_every_time_stays_unconfirmed_with_what_is_known() -> None:
    world = Scripted({2: lost_before, 5: lost_before, 6: lost_before})
    got = report(world, invoices(40), tries=3)
    assert (got.created, got.unconfirmed) == (30, 10)
    (error,) = {str(outcome.error) for outcome in got.outcomes if outcome.status == "unconfirmed"}
    assert "absent after each of 3 tries" in error
    assert len(world.sizes) == 6


def test_a_run_of_one_lost_request_still_finds_out() -> None:
    for fault in (lost_before, lost_after):
        world = Scripted({1: fault, 2: fault})
        assert report(world, invoices(9)).created == 9
        assert records_per_draft(world) == {1}


def test_a_whole_request_refusal_is_halved_down_to_the_draft_to_blame() -> None:
    world = Scripted(weather=attrs.evolve(CALM, strict=True))
    got = outcomes(world, [invoice(place, client_id=0 if place in (3, 17) else 1) for place in range(20)])
    assert [outcome.index for outcome in got if outcome.status == "rejected"] == [3, 17]
    assert sum(outcome.status == "created" for outcome in got) == 18
    assert records_per_draft(world) == {1}


def test_a_request_that_is_too_large_is_halved_and_the_size_is_remembered() -> None:
    world = Scripted(weather=attrs.evolve(CALM, largest=3))
    got = report(world, invoices(60))
    assert got.created == 60
    assert max(world.sizes[-10:]) <= 3


def test_a_pause_the_server_asks_for_is_kept_and_costs_no_try() -> None:
    async def busy(world: World, drafts: Sequence[Mapping[str, Any]]) -> Answer:
        return Answer(status=429, headers={"retry-after": "120"})

    async def main() -> float:
        assert (await bulk(Scripted({1: busy}), invoices(5), tries=1, concurrency=1)).created == 5
        return asyncio.get_running_loop().time()

    assert run_virtually(main()) > 120


def test_an_outage_pauses_the_run_instead_of_failing_it() -> None:
    told: list[Progress] = []
    world = Scripted(dict.fromkeys(range(1, 30), unreachable))
    got = report(world, invoices(30), tries=1, progress=told.append)
    assert got.created == 30
    assert records_per_draft(world) == {1}


def test_an_outage_beyond_all_patience_stops_the_run_and_says_how_to_resume(tmp_path: Path) -> None:
    world = Scripted(dict.fromkeys(range(1, 10_000), unreachable))
    with pytest.raises(BulkError, match="out of reach") as caught, Ledger(None) as ledger:
        report(world, invoices(30), ledger, patience=600)
    assert "resume" in caught.value.__notes__[0]
    world.faults.clear()
    assert report(world, invoices(30), ledger).created == 30


@pytest.mark.parametrize("status", [401, 403, 404])
def test_a_refusal_of_the_run_itself_stops_it_before_anything_is_blamed(status: int) -> None:
    with pytest.raises(BulkError, match=f"HTTP {status}"), Ledger(None) as ledger:
        report(Scripted(dict.fromkeys(range(1, 100), answering(status))), invoices(30), ledger)
    assert report(Scripted(), invoices(30), ledger).created == 30


# Marks.


def test_a_mark_met_twice_in_the_input_is_refused_before_it_is_sent() -> None:
    world = Scripted()
    got = outcomes(world, [invoice(place, po_number="A-1" if place in (4, 25) else None) for place in range(30)])
    assert [outcome.index for outcome in got if outcome.status == "rejected"] == [25]
    assert got[25].error is not None
    assert got[25].error.kind == "repeated_mark"
    assert "draft 25" not in world.created


@pytest.mark.parametrize("count", [30, 400])
@pytest.mark.parametrize("search", ["exact", "partial", "ignored"])
def test_an_older_record_with_the_same_mark_is_never_taken_for_ours(search: str, count: int) -> None:
    world = Scripted({2: lost_before}, attrs.evolve(CALM, search=search))
    older = world.add({"po_number": "order 15", "notes": "older", "client_id": 1})
    got = outcomes(world, [invoice(place, po_number=f"order {place}") for place in range(count)])
    assert [outcome.index for outcome in got if outcome.status == "rejected"] == [15]
    assert got[15].error is not None
    assert got[15].error.kind == "existing_mark"
    assert got[15].error.evidence["ids"] == [older]
    assert "draft 15" not in world.created


def test_asking_for_many_marks_costs_no_more_than_twice_the_list() -> None:
    world = Scripted()
    report(world, [invoice(place, po_number=f"order {place}") for place in range(2000)], chunk_size=50)
    assert world.reads < 250


def test_an_account_that_does_not_keep_the_mark_stops_the_run() -> None:
    world = Scripted(weather=attrs.evolve(CALM, mark_kept=False))
    with pytest.raises(MarkUnreadable, match="key="):
        report(world, invoices(200))


def test_without_readable_marks_nothing_is_sent_again_that_may_exist() -> None:
    world = Scripted({2: lost_after}, attrs.evolve(CALM, mark_kept=False))
    got = report(world, invoices(50), require_readable=False)
    assert (got.created, got.unconfirmed) == (40, 10)
    assert records_per_draft(world) == {1}


def test_without_readable_marks_a_list_without_any_stranger_still_proves_absence() -> None:
    world = Scripted({2: lost_before}, attrs.evolve(CALM, mark_kept=False))
    assert report(world, invoices(50), require_readable=False).created == 50
    assert records_per_draft(world) == {1}


def test_two_records_under_one_mark_leave_the_draft_unconfirmed_with_both_ids() -> None:
    async def doubled(world: World, drafts: Sequence[Mapping[str, Any]]) -> Answer:
        world.add({**drafts[0]["Invoice"], "notes": "somebody else's"})
        return await lost_after(world, drafts)

    got = [outcome for outcome in outcomes(Scripted({2: doubled}), invoices(40)) if outcome.status != "created"]
    assert [outcome.status for outcome in got] == ["unconfirmed"]
    assert got[0].error is not None
    assert len(got[0].error.evidence["ids"]) == 2


Change = Callable[[list[Any]], list[Any]]


def reversed_results(results: list[Any]) -> list[Any]:
    return results[::-1]


def first_refusal_first(results: list[Any]) -> list[Any]:
    """The ids still rise: only the marks on the server can tell."""
    return sorted(results, key=lambda result: result["result"] != "failed")


@pytest.mark.parametrize("search", ["exact", "partial"])
@pytest.mark.parametrize("change", [reversed_results, first_refusal_first])
def test_an_answer_whose_results_changed_places_is_set_right(
    change: Callable[[list[Any]], list[Any]], search: str
) -> None:
    async def changed(world: World, drafts: Sequence[Mapping[str, Any]]) -> Answer:
        answer = await world._send(drafts, "none")
        return Answer(status=200, body=json.dumps(change(json.loads(answer.body))).encode())

    world = Scripted({2: changed}, attrs.evolve(CALM, search=search))
    got = outcomes(world, [invoice(place, client_id=0 if place in (14, 16) else 1) for place in range(30)])
    assert [outcome.index for outcome in got if outcome.status == "rejected"] == [14, 16]
    assert all(world.created[f"draft {o.index}"] == [o.id] for o in got if o.status == "created")


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
            await stream.aclose()  # type: ignore[attr-defined]
            return await outcomes_of(bulk(world, invoices(300), ledger))

    got = run_virtually(main())
    assert [outcome.status for outcome in got] == ["created"] * 300
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
        assert report(world, invoices(40), ledger, tries=1).unconfirmed == 10
        assert report(world, invoices(40), ledger).created == 40
    assert records_per_draft(world) == {1}


# The audit.


async def audited(world: World, meddle: Callable[[World], object], count: int = 30) -> Any:
    run = bulk(world, invoices(count))
    await run
    meddle(world)
    return await run.audit()


def test_an_audit_of_an_undisturbed_run_finds_nothing_wrong() -> None:
    audit = run_virtually(audited(Scripted(weather=attrs.evolve(CALM, page_cap=1000)), lambda world: None, 2000))
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


class Forgetful(Scripted):
    """The first list of each search after the settle time comes back empty, whatever is there."""

    def __init__(self, *arguments: Any) -> None:
        super().__init__(*arguments)
        self.forgot: set[str] = set()

    async def find(self, query: Mapping[str, str]) -> Listing:
        listing = await super().find(query)
        if self._now() < SETTLE or str(query) in self.forgot:
            return listing
        self.forgot.add(str(query))
        return Listing(records=(), page_count=0, total=0)


@pytest.mark.parametrize("search", ["exact", "partial"])
def test_one_reading_alone_never_proves_absence(search: str) -> None:
    world = Forgetful({2: lost_after}, attrs.evolve(CALM, search=search))
    assert report(world, invoices(40)).created == 40
    assert world.forgot
    assert records_per_draft(world) == {1}
