"""A server that keeps another key than it was given, or hides what it keeps: nothing goes twice for that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import attrs
import pytest

from daftra_async import KeyUnreadable
from daftra_async._bulk.api import Listing

from .scripted import CALM, Fault, Scripted, invoice, invoices, lost_after, lost_before, records_per_draft, report

Alter = Callable[[str], str]


class Altering(Scripted):
    """Stores ``alter(key)`` in the key's place."""

    def __init__(self, faults: Mapping[int, Fault], alter: Alter, *, search: str = "partial") -> None:
        super().__init__(faults, attrs.evolve(CALM, search=search))
        self._alter = alter

    def add(self, main: Mapping[str, Any], lines: Sequence[Any] = (), *, visible_at: float = 0.0) -> int:
        return super().add({**main, "po_number": self._alter(main["po_number"])}, lines, visible_at=visible_at)


def shortened(key: str) -> str:
    return key[:16]


def without_its_dash(key: str) -> str:
    return key.replace("-", "")


def overwritten(key: str) -> str:
    return "PO-1"


ALTERATIONS = pytest.mark.parametrize("alter", [shortened, without_its_dash, overwritten, str.lower])


@ALTERATIONS
@pytest.mark.parametrize("search", ["exact", "partial", "ignored"])
def test_an_account_that_alters_the_key_stops_the_run(alter: Alter, search: str) -> None:
    world = Altering({2: lost_after}, alter, search=search)
    with pytest.raises(KeyUnreadable, match="key="):
        report(world, invoices(200))
    assert records_per_draft(world) == {1}


@ALTERATIONS
@pytest.mark.parametrize("lost", [{2: lost_after}, dict.fromkeys(range(1, 6), lost_after)], ids=["one", "all"])
def test_a_draft_whose_key_may_have_been_altered_is_not_sent_again(alter: Alter, lost: dict[int, Fault]) -> None:
    world = Altering(lost, alter)
    got = report(world, invoices(50), require_readable=False)
    assert (got.created, got.unconfirmed) == (50 - 10 * len(lost), 10 * len(lost))
    assert records_per_draft(world) == {1}


def test_a_short_key_that_was_read_back_proves_nothing_of_a_longer_one() -> None:
    def kept_in_part(key: str) -> str:
        return key[:20]

    drafts = [invoice(place, po_number=f"order {place:0{3 if place < 30 else 25}}") for place in range(40)]
    world = Altering({4: lost_after}, kept_in_part)
    got = report(world, drafts)
    assert (got.created, got.unconfirmed) == (30, 10)
    assert records_per_draft(world) == {1}


class Hiding(Scripted):
    """Lists no record that ``hidden`` picks, though each can be read by its id."""

    def __init__(self, faults: Mapping[int, Fault], hidden: Callable[[Mapping[str, Any]], bool]) -> None:
        super().__init__(faults)
        self._hidden = hidden

    def add(self, main: Mapping[str, Any], lines: Sequence[Any] = (), *, visible_at: float = 0.0) -> int:
        identity = super().add(main, lines, visible_at=visible_at)
        self.records[-1]["draft"] = str(int(main.get("draft", 0)))
        return identity

    async def find(self, query: Mapping[str, str]) -> Listing:
        listing = await super().find(query)
        shown = tuple(record for record in listing.records if not self._hidden(record))
        return attrs.evolve(listing, records=shown, total=None)


def test_a_list_without_a_record_that_exists_proves_no_absence() -> None:
    world = Hiding({2: lost_after}, lambda record: True)
    got = report(world, invoices(50), require_readable=False)
    assert (got.created, got.unconfirmed) == (40, 10)
    assert records_per_draft(world) == {1}


def test_a_key_read_back_from_an_issued_invoice_proves_nothing_of_hidden_drafts() -> None:
    world = Hiding({3: lost_after}, lambda record: record["draft"] == "1")
    drafts = [invoice(place, draft=place >= 20) for place in range(40)]
    got = report(world, drafts, concurrency=1, require_readable=False)
    assert (got.created, got.unconfirmed) == (30, 10)
    assert records_per_draft(world) == {1}


def test_a_row_that_leaves_an_empty_key_out_is_no_riddle() -> None:
    world = Scripted({2: lost_before}, attrs.evolve(CALM, search="ignored"))
    world.add({"notes": "oldest", "po_number": "C-1"})
    for _ in range(20):
        world.add({"notes": "older"})
        del world.records[-1]["po_number"]
    assert report(world, [invoice(place, po_number=f"order {place}") for place in range(50)]).created == 50
