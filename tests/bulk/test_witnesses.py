"""Where a run has made no record yet, one of another run shows that keys can be found; and lists beat a search."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs
import pytest

from daftra_async._bulk.api import Listing
from daftra_async._bulk.keys import derive, run_id

from .scripted import Scripted, Visited, invoice, invoices, lost_after, lost_before, records_per_draft, report

KEY = derive(run_id("world", "invoices", "june"), 0, b"june")
"""The key of another run's record."""


@pytest.fixture(autouse=True)
def own_state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test meets a run of another."""
    monkeypatch.setenv("DAFTRA_STATE_DIR", str(tmp_path))


def world_with(key: str = KEY, **fields: Any) -> Visited:
    """All that is sent at first is lost on its way; beside a stranger's record there is one of another run."""
    world = Visited({1: lost_before, 2: lost_before})
    world.add({"po_number": key, "client_id": 1, "notes": "june"})
    world.records[-1].update(fields)
    return world


def test_a_record_of_another_run_that_is_found_by_its_key_proves_that_ours_are_absent() -> None:
    world = world_with()
    got = report(world, invoices(9))
    assert (got.created, got.unconfirmed) == (9, 0)
    assert records_per_draft(world) == {1}


@pytest.mark.parametrize(
    ("key", "fields"),
    [("order 7", {}), (KEY, {"draft": "1"}), (KEY, {"type": "16"})],
    ids=["not derived", "draft", "type"],
)
def test_a_record_of_another_kind_or_without_a_derived_key_proves_nothing(key: str, fields: dict[str, Any]) -> None:
    got = report(world_with(key, **fields), invoices(9))
    assert (got.created, got.unconfirmed) == (0, 9)


@pytest.mark.parametrize(("length", "created"), [(len(KEY), 9), (len(KEY) + 1, 0)])
def test_a_key_proves_only_those_that_are_no_longer(length: int, created: int) -> None:
    drafts = [invoice(place, po_number=f"{place}".rjust(length, "x")) for place in range(9)]
    got = report(world_with(), drafts)
    assert (got.created, got.unconfirmed) == (created, 9 - created)


class Missing(Scripted):
    """Its search finds nothing, though the list shows every key."""

    async def find(self, query: Mapping[str, str]) -> Listing:
        listing = await super().find(query)
        return attrs.evolve(listing, records=(), total=0, page_count=0) if "po_number" in query else listing


def test_a_record_that_its_key_does_not_find_proves_nothing() -> None:
    world = Missing({1: lost_before, 2: lost_before})
    world.add({"po_number": KEY, "client_id": 1, "notes": "june"})
    got = report(world, invoices(9))
    assert got.created + got.unconfirmed == 9
    assert records_per_draft(world) == {1}


def test_what_the_list_shows_counts_though_the_search_does_not_find_it() -> None:
    world = Missing({1: lost_after})
    got = report(world, invoices(1))
    assert (got.created, got.unconfirmed) == (1, 0)
    assert records_per_draft(world) == {1}


@pytest.mark.parametrize("count", [2, 9, 40])
def test_a_search_that_one_batch_finds_out_is_not_believed_for_another(count: int) -> None:
    world = Missing(dict.fromkeys(range(1, 6), lost_after))
    got = report(world, invoices(count))
    assert (got.created, got.unconfirmed) == (count, 0)
    assert records_per_draft(world) == {1}
