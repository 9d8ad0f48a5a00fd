"""What a ledger tells of its drafts, what it refuses to record, and the words in which it refuses to be used."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from daftra_async import Ledger, LedgerBusy, LedgerDamaged, LedgerError, LedgerMismatch, Reason
from daftra_async._bulk.entry import Entry, Finding, State
from daftra_async._bulk.keys import derive, run_id
from daftra_async._bulk.ledger import entry_of

SEVERAL = 1201
"""More than one question to the database can hold."""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "june.sqlite"


def recorded(ledger: Ledger, *entries: Entry) -> None:
    ledger.transact([partial(ledger.intend, entries)])


def concluded(ledger: Ledger, *findings: Finding) -> set[int]:
    (taken,) = ledger.transact([partial(ledger.conclude, findings)])
    return taken


def entry(position: int, key: str | None = None, **fields: int) -> Entry:
    return Entry(position=position, digest=position.to_bytes(16, "big"), key=key, **fields)  # type: ignore[arg-type]


def created(position: int, record_id: int) -> Finding:
    return Finding(position=position, state=State.CREATED, record_id=record_id, number=f"{record_id:06d}")


# Drafts, by place, key and record.


@pytest.fixture
def ledger() -> Ledger:
    """Drafts of every state, half of them with a key of their own."""
    ledger = Ledger(None)
    recorded(ledger, *[entry(place, f"order {place}" if place % 2 else None) for place in range(SEVERAL)])
    reason = Reason(kind="unresolved", message="nobody knows")
    concluded(
        ledger,
        *[created(place, 1000 + place) for place in range(6, SEVERAL)],
        Finding(position=0, state=State.UNSENT),
        Finding(position=1, state=State.UNCONFIRMED, reason=reason),
        Finding(position=3, state=State.REJECTED, reason=reason),
        Finding(position=4, state=State.REFUSED, reason=reason),
        Finding(position=5, state=State.REFUSED, reason=reason),
    )
    return ledger


def places(entries: list[Entry]) -> list[int]:
    return [entry.position for entry in entries]


def test_drafts_are_found_by_their_places(ledger: Ledger) -> None:
    assert places(ledger.entries(2, 3)) == [2, 3, 4]
    assert places(ledger.entries(SEVERAL - 2, 5)) == [SEVERAL - 2, SEVERAL - 1]
    assert sorted(places(ledger.entries_at([7, 3, 9999]))) == [3, 7]
    assert sorted(places(ledger.entries_at(range(SEVERAL)))) == list(range(SEVERAL))


def test_drafts_are_found_by_the_keys_they_brought_unless_they_were_refused(ledger: Ledger) -> None:
    assert places(ledger.entries_with_keys(["order 7", "order 5", "order 8", "nothing"])) == [7]


def test_drafts_are_found_by_their_records(ledger: Ledger) -> None:
    (found,) = ledger.entries_with_ids([1008, 1, 1005])
    assert (found.position, found.record_id, found.number, found.state) == (8, 1008, "001008", State.CREATED)
    assert ledger.known_ids([1008, 1, 1005, *range(1100, 3000)]) == {1008, *range(1100, 1000 + SEVERAL)}
    assert ledger.known_ids([]) == set()


def test_each_state_is_counted(ledger: Ledger) -> None:
    expected = {
        State.UNSENT: 1,
        State.SENT: 1,
        State.CREATED: SEVERAL - 6,
        State.REJECTED: 1,
        State.UNCONFIRMED: 1,
        State.REFUSED: 2,
    }
    assert ledger.counts() == expected
    assert ledger.size() == SEVERAL


def test_a_run_is_finished_once_its_input_was_read_and_every_draft_has_its_end(ledger: Ledger) -> None:
    assert ledger.unfinished()
    ledger.transact([partial(ledger.complete_input, SEVERAL)])
    for place in (0, 1, 2):
        assert ledger.unfinished()
        concluded(ledger, Finding(position=place, state=State.REJECTED))
    assert not ledger.unfinished()
    with Ledger(None) as empty:
        assert empty.unfinished()
        empty.transact([partial(empty.complete_input, 0)])
        assert not empty.unfinished()


def test_an_entry_comes_back_as_it_went_in(ledger: Ledger) -> None:
    (first,) = ledger.entries_at([1])
    assert first == Entry(
        position=1,
        digest=(1).to_bytes(16, "big"),
        key="order 1",
        state=State.UNCONFIRMED,
        attempts=1,
        reason=Reason(kind="unresolved", message="nobody knows"),
    )


def test_a_draft_that_goes_again_is_sent_once_more_and_its_reason_is_past(ledger: Ledger) -> None:
    ledger.transact([partial(ledger.intend_again, [0, 1])])
    assert [(one.state, one.attempts, one.reason) for one in ledger.entries(0, 3)] == [
        (State.SENT, 2, None),
        (State.SENT, 2, None),
        (State.SENT, 1, None),
    ]


# Records that cannot belong to two drafts.


@pytest.mark.parametrize(
    ("claims", "taken"),
    [
        ([(0, 7), (1, 7)], {7}),
        ([(0, 7), (1, 8), (2, 8)], {8}),
        ([(0, 1008), (1, 7), (2, 7)], {1008, 7}),
        ([(0, 7), (1, 7), (2, 7)], {7}),
        ([(0, 7), (1, 8), (2, 9)], set()),
    ],
    ids=str,
)
def test_findings_that_share_a_record_are_not_recorded(
    ledger: Ledger, claims: list[tuple[int, int]], taken: set[int]
) -> None:
    assert concluded(ledger, *[created(place, record_id) for place, record_id in claims]) == taken
    assert {one.state is State.CREATED for one in ledger.entries(0, len(claims))} == {not taken}


def test_a_refused_draft_gives_its_key_to_the_next_that_brings_it() -> None:
    with Ledger(None) as ledger:
        recorded(ledger, entry(0, "A-1", state=State.REFUSED), entry(1, "A-1"), entry(2, "A-1"), entry(3, "A-1"))
        assert [one.state for one in ledger.entries(0, 4)] == [State.REFUSED, State.SENT, State.REFUSED, State.REFUSED]
        evidence = [one.reason.evidence for one in ledger.entries(2, 2) if one.reason]
        assert evidence == [{"position": 1}, {"position": 1}]


def test_a_draft_that_would_adopt_the_record_of_another_is_refused(ledger: Ledger) -> None:
    places = range(SEVERAL, SEVERAL + 4)
    adopting = [
        Entry(position=place, digest=b"", state=State.CREATED, attempts=0, record_id=record_id)
        for place, record_id in zip(places, (1008, 7, 7, 8), strict=True)
    ]
    recorded(ledger, *adopting)
    found = ledger.entries(SEVERAL, 4)
    assert [one.state for one in found] == [State.REFUSED, State.CREATED, State.REFUSED, State.CREATED]
    assert [one.record_id for one in found] == [None, 7, None, 8]
    assert [one.reason.evidence for one in found if one.reason] == [{"ids": [1008]}, {"ids": [7]}]
    assert ledger.adopted() == 2


@pytest.mark.parametrize(("state", "reason"), [(99, None), (2, "{"), (2, '{"kind": "nonsense", "message": ""}')])
def test_a_row_that_no_ledger_has_written_is_damage(state: int, reason: str | None) -> None:
    with pytest.raises(LedgerDamaged, match="row 7 of the ledger cannot be read"):
        entry_of((7, b"", None, None, state, 1, None, None, reason))


# What else it remembers.


def test_records_that_were_met_are_remembered_by_key_until_the_ledger_is_closed(path: Path) -> None:
    met = [(f"order {place}", place, {"id": str(place), "no": "7", "notes": "long"}) for place in range(SEVERAL)]
    with Ledger(path) as ledger:
        ledger.transact([partial(ledger.note_found, [*met, ("order 3", 9999, {"id": "9999"}), met[3]])])
        found = ledger.found(["order 3", "order 4711"])
        assert found == {"order 3": [{"id": "3", "no": "7"}, {"id": "9999"}]}
        assert ledger.found([key for key, _, _ in met]).keys() == {key for key, _, _ in met}
    with Ledger(path) as ledger:
        assert ledger.found(["order 3"]) == {}


def test_another_draft_at_the_same_place_is_told_with_its_key() -> None:
    run = run_id("https://acme.example", "invoices", "june")
    keys = [derive(run, place, b"this") for place in range(3)]
    others = [derive(run, 1, b"that"), derive(run, 3, b"that"), derive(run_id("", "", ""), 2, b"that")]
    with Ledger(None) as ledger:
        ledger.transact([partial(ledger.note_found, [(key, 1000, {"id": "1000"}) for key in others])])
        assert ledger.found_places(keys) == {keys[1]: others[0]}


def test_the_lists_that_its_records_show_up_in_are_remembered_once_each(path: Path) -> None:
    credit, debit = (("type", "16"),), (("type", "17"), ("extra", "1"))
    with Ledger(path) as ledger:
        assert ledger.scopes() == [()]
        for scope in (credit, debit, credit, ()):
            ledger.transact([partial(ledger.add_scope, scope)])
    with Ledger(path) as ledger:
        assert ledger.scopes() == [(), credit, debit]


def test_the_size_of_the_input_is_known_once_it_was_read_to_its_end() -> None:
    with Ledger(None) as ledger:
        assert ledger.input_size() is None
        ledger.transact([partial(ledger.complete_input, 7)])
        assert ledger.input_size() == 7


# A file, and a ledger without one.


def test_a_closed_ledger_is_read_from_its_file_and_written_no_more(path: Path) -> None:
    ledger = Ledger(path)
    recorded(ledger, *[entry(place) for place in range(3)])
    ledger.close()
    assert ledger.size() == len(ledger.outcomes()) == 3
    with pytest.raises(LedgerError, match=rf"^the ledger {path} is closed"):
        recorded(ledger, entry(3))
    path.unlink()
    with pytest.raises(LedgerError, match=rf"^there is no ledger at {path}"):
        ledger.size()


def test_a_ledger_without_a_file_outlives_its_closing_as_long_as_somebody_holds_it() -> None:
    with Ledger(None) as ledger:
        recorded(ledger, entry(0))
    assert ledger.size() == 1
    assert ledger.in_memory


@pytest.mark.parametrize("in_memory", [False, True])
def test_a_ledger_may_be_written_by_another_thread_than_opened_it(path: Path, in_memory: bool) -> None:
    """A commit waits for the disk: the event loop has it done elsewhere."""
    with Ledger(None if in_memory else path) as ledger, ThreadPoolExecutor(1) as threads:
        threads.submit(recorded, ledger, entry(0), entry(1)).result()
        assert ledger.size() == 2


def test_a_ledger_in_use_is_refused_to_a_second_run_of_the_same_process(path: Path) -> None:
    for ledger, name in ((Ledger(path), str(path)), (Ledger(None), "in memory")):
        with ledger.held(), pytest.raises(LedgerBusy, match=f"another run uses the ledger {name}"), ledger.held():
            pass
        with ledger.held():
            ledger.close()


# The words in which it refuses.


def test_a_ledger_that_another_holds_is_named(path: Path) -> None:
    with Ledger(path), pytest.raises(LedgerBusy, match=f"^another run holds the ledger {path}: wait"):
        Ledger(path)


def test_a_change_that_breaks_a_rule_of_the_file_is_undone_and_the_file_is_named(path: Path) -> None:
    with Ledger(path) as ledger:
        recorded(ledger, entry(0))
        with pytest.raises(LedgerDamaged, match=f"^{path} is no usable ledger .UNIQUE constraint failed"):
            ledger.transact([partial(ledger.intend, [entry(1)]), partial(ledger.intend, [entry(0)])])
        assert ledger.size() == 1
        recorded(ledger, entry(1))


def test_a_path_that_cannot_be_a_file_is_named(tmp_path: Path) -> None:
    missing = tmp_path / "no such folder" / "june.sqlite"
    with pytest.raises(LedgerError, match=f"^the ledger {missing} cannot be opened: No such file or directory"):
        Ledger(missing)


def test_another_run_is_named_beside_the_ledgers_own(path: Path) -> None:
    facts = {"account": "https://acme.example", "resource": "invoices", "name": "june", "begun": "2026-06-01"}
    with Ledger(path) as ledger:
        ledger.bind(**facts, key="po_number")
        with pytest.raises(LedgerMismatch, match=r"^the ledger's key is 'po_number', this run's is 'no'"):
            ledger.bind(**facts, key="no")
