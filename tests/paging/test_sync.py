"""Incremental sync: what changed, once, run after run, whatever changes meanwhile."""

from __future__ import annotations

import asyncio
import json
import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Literal

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from daftra_async import BookmarkError, Daftra
from daftra_async._paging.page_source import Changes, PageRequest, PageSource, record_modified
from daftra_async._paging.pager import Pager
from daftra_async._paging.sync import Bookmark
from daftra_async._wire.page import Page
from daftra_async.emulator import Emulator
from daftra_async.errors import ConfigurationError

START = datetime(2026, 3, 1, 12, 0, 0)
NEWEST = (("sort", "id"), ("direction", "desc"))
CHANGED = (("sort", "modified"), ("direction", "desc"))

Way = Literal["filter", "sort", "ignored sort", "nothing"]


@attrs.frozen
class Row:
    id: int
    modified: datetime | None


class Table:
    """Rows that change by a clock of seconds; pages of them by the ordering asked for."""

    def __init__(self, count: int, way: Way) -> None:
        self.now = START
        self.rows = {number: Row(number, START - timedelta(days=number)) for number in range(1, count + 1)}
        self.requests = 0
        self.between: Callable[[], None] = lambda: None
        self._way = way

    def touch(self, number: int) -> None:
        self.rows[number] = Row(number, self.now)

    def source(self, since: datetime | None = None) -> PageSource[Row]:
        async def fetch(request: PageRequest) -> Page[Row]:
            self.requests += 1
            self.between()
            await asyncio.sleep(0)
            rows = [row for row in self.rows.values() if since is None or (row.modified or START) >= since]
            if ("sort", "modified") in request.order and self._way != "ignored sort":
                rows.sort(
                    key=lambda row: (row.modified or START, row.id), reverse=("direction", "desc") in request.order
                )
            else:
                rows.sort(key=lambda row: row.id, reverse=True)
            limit = request.limit or 20
            start = (request.page - 1) * limit
            pages = -(-len(rows) // limit)
            return Page(items=rows[start : start + limit], page=request.page, page_count=pages, total=len(rows))

        sort = () if self._way == "nothing" else CHANGED
        changes: Changes[Row] | None = Changes(newest_first=sort, since=self.source if self._way == "filter" else None)
        if self._way == "nothing" or since is not None:
            changes = None
        return PageSource(
            fetch=fetch,
            name="rows",
            order="newest_first",
            order_query=NEWEST,
            filtered=since is not None,
            changes=changes,
        )


WAYS: list[Way] = ["filter", "sort", "ignored sort", "nothing"]


@pytest.mark.parametrize("way", WAYS)
async def test_a_first_run_brings_what_changed_since_the_moment(way: Way) -> None:
    table = Table(100, way)
    table.touch(7)
    table.touch(70)
    feed = Pager(table.source(), limit=10).changed_since(START - timedelta(days=5), overlap=timedelta(0))
    assert {row.id async for row in feed} == {1, 2, 3, 4, 5, 7, 70}


async def test_sorting_by_change_reads_no_further_than_the_moment() -> None:
    table = Table(1000, "sort")
    feed = Pager(table.source(), limit=10).changed_since(START - timedelta(days=15), overlap=timedelta(0))
    assert len([row async for row in feed]) == 15
    assert table.requests == 3 + 2


@pytest.mark.parametrize("way", WAYS)
async def test_runs_after_one_another_bring_every_change_once(way: Way) -> None:
    """Rows change before, between and during the runs; every state that lasts to the end of a run comes in time."""
    for seed in range(25):
        draw = random.Random(seed)
        table = Table(60, way)
        bookmark = Bookmark(START - timedelta(days=100))
        known: dict[int, datetime | None] = {}
        delivered = 0

        def change(table: Table = table, draw: random.Random = draw) -> None:
            table.now += timedelta(seconds=draw.choice([0, 0, 1, 40]))
            if draw.random() < 0.3:
                table.touch(draw.randint(1, 60))
            if draw.random() < 0.1:
                table.rows[len(table.rows) + 1] = Row(len(table.rows) + 1, table.now)

        for _ in range(4):
            table.between = change
            feed = Pager(table.source(), limit=7).changed_since(bookmark, overlap=timedelta(minutes=2))
            async for row in feed:
                delivered += 1
                assert known.get(row.id) != row.modified, "a state that was delivered before came again"
                known[row.id] = row.modified
            bookmark = Bookmark.loads(feed.bookmark.dumps())
        table.between = lambda: None
        async for row in Pager(table.source(), limit=7).changed_since(bookmark, overlap=timedelta(minutes=2)):
            known[row.id] = row.modified
        assert known == {row.id: row.modified for row in table.rows.values()}, seed


@pytest.mark.parametrize("way", WAYS)
async def test_a_run_that_breaks_off_keeps_its_bookmark(way: Way) -> None:
    table = Table(50, way)
    start = Bookmark(START - timedelta(days=50))
    feed = Pager(table.source(), limit=10).changed_since(start)
    async for _ in feed:
        break
    assert feed.bookmark == start
    assert len([row async for row in feed]) == 50
    assert start.moment < feed.bookmark.moment <= START - timedelta(days=1)
    assert feed.completeness is not None


async def test_a_server_that_sorts_single_rows_only_is_read_whole() -> None:
    """It looks as if it followed the ordering, until the pages show that it does not."""
    table = Table(60, "sort")
    for number in (10, 30, 50):
        table.touch(number)
    source = table.source()

    async def fetch(request: PageRequest) -> Page[Row]:
        return await source.fetch(request if request.limit == 1 else attrs.evolve(request, order=NEWEST))

    feed = Pager(attrs.evolve(source, fetch=fetch), limit=10).changed_since(
        START - timedelta(days=3), overlap=timedelta(0)
    )
    assert {row.id async for row in feed} == {1, 2, 3, 10, 30, 50}


async def test_rows_without_an_id_are_synced_by_their_moment() -> None:
    source = attrs.evolve(Table(5, "nothing").source(), row_id=lambda _: None)
    feed = Pager(source).changed_since(START - timedelta(days=2), overlap=timedelta(0))
    assert [row.id async for row in feed] == [2, 1]
    assert feed.bookmark.seen == {}


@pytest.mark.parametrize(("value", "moment"), [("2026-03-01 12:00:00", START), ("soon", None), (None, None), (5, None)])
def test_a_moment_of_change_is_read_from_text_too(value: object, moment: datetime | None) -> None:
    assert record_modified({"modified": value}) == moment


async def test_nothing_new_is_nothing() -> None:
    table = Table(50, "filter")
    feed = Pager(table.source()).changed_since(START - timedelta(days=50))
    assert len([row async for row in feed]) == 50
    assert [row async for row in Pager(table.source()).changed_since(feed.bookmark)] == []


async def test_rows_that_do_not_tell_when_they_changed_are_refused() -> None:
    table = Table(5, "nothing")
    table.rows[3] = Row(3, None)
    with pytest.raises(ConfigurationError, match="modified"):
        async for _ in Pager(table.source()).changed_since(START):
            pass


@pytest.mark.parametrize("moment", [datetime(2026, 1, 1, tzinfo=UTC), "2026-01-01"])
def test_a_moment_with_a_zone_or_without_a_time_is_refused(moment: object) -> None:
    with pytest.raises(ConfigurationError, match="without a zone"):
        Pager(Table(1, "sort").source()).changed_since(moment)  # type: ignore[arg-type]


def test_an_overlap_below_zero_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="overlap"):
        Pager(Table(1, "sort").source()).changed_since(START, overlap=timedelta(seconds=-1))


@settings(deadline=None)
@given(st.datetimes(), st.dictionaries(st.integers(), st.datetimes(), max_size=5))
def test_a_bookmark_survives_being_written(moment: datetime, seen: dict[int, datetime]) -> None:
    assert Bookmark.loads(Bookmark(moment, seen).dumps()) == Bookmark(moment, seen)


@settings(deadline=None)
@given(st.text())
def test_a_text_that_is_no_bookmark_is_refused(text: str) -> None:
    with pytest.raises(ConfigurationError):
        Bookmark.loads(text)


STORED = {"version": 1, "moment": "2026-03-01T12:00:00", "seen": {"7": "2026-03-01T11:59:59"}, "list": "acme"}


@pytest.mark.parametrize(
    "change",
    [
        {"version": 0},
        {"version": "1"},
        {"moment": "2026-03-01T12:00:00+02:00"},
        {"moment": "yesterday"},
        {"moment": 12},
        {"seen": {"seven": "2026-03-01T11:59:59"}},
        {"seen": {"7": "2026-03-01T11:59:59Z"}},
        {"seen": []},
        {"list": None},
        {"stranger": 1},
    ],
    ids=str,
)
def test_a_damaged_or_foreign_bookmark_is_refused(change: dict[str, object]) -> None:
    assert Bookmark.loads(json.dumps(STORED)).seen == {7: START - timedelta(seconds=1)}
    with pytest.raises(BookmarkError):
        Bookmark.loads(json.dumps({**STORED, **change}))
    with pytest.raises(BookmarkError):
        Bookmark.loads(json.dumps(STORED)[:-20])


async def test_a_bookmark_of_another_list_is_refused() -> None:
    acme = attrs.evolve(Table(5, "nothing").source(), identity="acme")
    feed = Pager(acme).changed_since(START - timedelta(days=9))
    assert len([row async for row in feed]) == 5
    assert [row async for row in Pager(acme).changed_since(feed.bookmark)] == []
    with pytest.raises(BookmarkError, match="another list"):
        Pager(attrs.evolve(acme, identity="globex")).changed_since(feed.bookmark)


async def test_a_moment_at_the_beginning_of_time_leaves_no_room_for_an_overlap() -> None:
    feed = Pager(Table(5, "nothing").source()).changed_since(datetime.min, overlap=timedelta(days=1))
    assert len([row async for row in feed]) == 5


async def test_a_v2_entity_is_synced_through_its_filter(emulator: Emulator, daftra: Daftra) -> None:
    feed = daftra.entity("brand").list().changed_since(datetime(2000, 1, 1))
    everything = [row["id"] async for row in feed]
    assert len(everything) == len(set(everything)) > 0
    emulator.clock.move(3600)
    changed = emulator.store.insert("brand", {"name": "new"})
    again = daftra.entity("brand").list().changed_since(feed.bookmark)
    assert [row["id"] async for row in again] == [changed]
    before = emulator.clock.now() - timedelta(minutes=30)
    in_full = daftra.entity("brand").list().with_details().changed_since(before, overlap=timedelta(0))
    assert [row["id"] async for row in in_full] == [changed]
