"""Incremental sync: the rows changed since a moment, none twice, and a bookmark to go on from next time.

The rule is simple because the server offers little: a row tells when it was last changed (``modified``, to the
second, in the account's own naive time), and some lists can filter or sort by that. A run asks for everything changed
since the last bookmark's moment less an ``overlap``, for changes that were being written while the last run looked,
and leaves out what the last run delivered already. The new bookmark's moment is the newest change known *when the run
began*: whatever changes during the run, seen or unseen, is asked for again next time, and delivered only if it was
not.

Three ways to ask, the best that the list has. With a filter on the moment, the filtered list is read in the order of
ids, so that a change cannot make a row jump past the reader, and completeness is proved as for any list. With sorting
only, the list is read from the latest change down to the moment, one page after the other; a row changed meanwhile
jumps to the head and comes next time. With neither, or where the server turns out to ignore the sorting, the whole
list is read and compared here.

A deleted row is in no list, so its deletion is not among the changes.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator, Iterator, Mapping, Sequence
from contextlib import aclosing
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Generic, TypeVar

import attrs
import msgspec

from .._wire.page import Page
from ..errors import ConfigurationError
from .completeness import Completeness
from .page_source import PageRequest, PageSource, QueryPairs
from .resume import BookmarkError
from .traversal import Span, Traversal

T = TypeVar("T")


_VERSION = 1


@attrs.frozen
class Bookmark:
    """How far a sync came: keep ``dumps()`` and begin the next run with ``Bookmark.loads(text)``.

    ``moment`` is when the newest change happened that the run had to see; ``seen`` are the rows delivered near it or
    after it, by id, with the moment of their change. ``list`` names the list that it belongs to, its account and its
    filters; empty where it was not made by a run.
    """

    moment: datetime
    seen: Mapping[int, datetime] = attrs.field(factory=dict, repr=False)
    list: str = attrs.field(default="", repr=False)

    def dumps(self) -> str:
        """The bookmark as a line of JSON."""
        seen = {str(number): at.isoformat() for number, at in self.seen.items()}
        stored = _Stored(version=_VERSION, moment=self.moment.isoformat(), seen=seen, list=self.list)
        return msgspec.json.encode(stored).decode()

    @classmethod
    def loads(cls, text: str) -> Bookmark:
        """The bookmark that ``dumps`` wrote. Raises ``BookmarkError`` for anything else."""
        try:
            stored = msgspec.json.decode(text, type=_Stored)
            if stored.version != _VERSION:
                raise BookmarkError("this bookmark was written by another version: begin again with a moment")
            seen = {int(number): _moment(at) for number, at in stored.seen.items()}
            return cls(_moment(stored.moment), seen, stored.list)
        except (msgspec.MsgspecError, ValueError, TypeError) as error:
            raise BookmarkError(f"this is no bookmark that dumps() wrote: {error}") from None


class _Stored(msgspec.Struct, forbid_unknown_fields=True):
    version: int
    moment: str
    seen: dict[str, str]
    list: str


def _moment(text: str) -> datetime:
    """A moment without a zone. Raises ``ValueError`` for anything else."""
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is not None:
        raise ValueError(f"{text} has a zone")
    return moment


class ChangeFeed(Generic[T]):
    """The rows changed since a moment or a bookmark: iterate over it, then keep its ``bookmark``.

    A row comes once per run, as it is when it is read. Until the run has ended, ``bookmark`` is the one it began
    with, so a run that breaks off is simply done again.
    """

    def __init__(self, source: PageSource[T], span: Span, since: datetime | Bookmark, *, overlap: timedelta) -> None:
        if overlap < timedelta(0):
            raise ConfigurationError(f"overlap={overlap!r}: give a length of time of zero or more")
        start = since if isinstance(since, Bookmark) else Bookmark(_naive(since))
        if start.list not in ("", source.identity):
            raise BookmarkError(f"this bookmark belongs to another list, {start.list}, not to {source.identity}")
        self._source = source
        self._span = span
        self._start = start
        self._overlap = overlap
        # A moment near the beginning of the calendar leaves no room for the overlap.
        self._earliest = start.moment - min(overlap, start.moment - datetime.min)
        self._newest = start.moment
        self._delivered: dict[int, datetime] = {}
        self._bookmark = start
        self._run: Traversal[T] | None = None

    @property
    def bookmark(self) -> Bookmark:
        """Where to go on next time."""
        return self._bookmark

    @property
    def completeness(self) -> Completeness | None:
        """What is known of the list behind the feed; ``None`` before the first row."""
        return None if self._run is None else self._run.log.report(finished=self._run.finished)

    async def __aiter__(self) -> AsyncGenerator[T, None]:
        self._delivered = {}
        self._newest = self._start.moment
        async with aclosing(self._pages()) as pages:
            async for page in pages:
                for row in self._news(page.items):
                    yield row
        near = self._newest - min(self._overlap, self._newest - datetime.min)
        known = {**self._start.seen, **self._delivered}
        seen = {number: at for number, at in known.items() if at >= near}
        self._bookmark = Bookmark(self._newest, seen, self._source.identity)

    def _news(self, rows: Sequence[T]) -> Iterator[T]:
        """The rows that changed in time and were not delivered in the state they are in."""
        for row in rows:
            number, at = self._source.row_id(row), self._source.modified(row)
            if at is None:
                raise ConfigurationError(f"{self._source.name}: its rows do not tell when they were changed (modified)")
            if at < self._earliest or (number is not None and at in self._known(number)):
                continue
            if number is not None:
                self._delivered[number] = at
            yield row

    def _known(self, number: int) -> tuple[datetime | None, datetime | None]:
        return self._start.seen.get(number), self._delivered.get(number)

    async def _pages(self) -> AsyncGenerator[Page[T], None]:
        changes = self._source.changes
        if changes is None:
            pages = self._whole_list()
        elif changes.since is not None:
            if changes.newest_first:
                head = await self._source.fetch(PageRequest(page=1, limit=1, order=changes.newest_first))
                self._note_newest(head.items)
            pages = self._traverse(changes.since(self._earliest), self._span)
        elif await self._sorts(changes.newest_first):
            pages = self._latest_first(changes.newest_first)
        else:
            pages = self._whole_list()
        async with aclosing(pages):
            async for page in pages:
                yield page

    async def _traverse(self, source: PageSource[T], span: Span) -> AsyncGenerator[Page[T], None]:
        self._run = run = Traversal(source, span)
        async with aclosing(run.pages()) as pages:
            async for page in pages:
                yield page

    async def _whole_list(self) -> AsyncGenerator[Page[T], None]:
        first = True
        async with aclosing(self._traverse(self._source, self._span)) as pages:
            async for page in pages:
                if first:
                    # Only what the first answer shows is sure to have happened before the run.
                    self._note_newest(page.items)
                first = False
                yield page

    async def _sorts(self, latest_first: QueryPairs) -> bool:
        """Whether the server follows the ordering: the other way round, the first row must be another, and older.

        It ignores what it does not know, and a list that lies by id may look sorted by change for pages. The first
        row is asked for again afterwards, so that a row that came or went meanwhile cannot make the difference.
        """
        oldest_first = tuple((name, "asc" if value == "desc" else value) for name, value in latest_first)
        looks = [await self._first_row(pairs) for pairs in (latest_first, oldest_first, latest_first)]
        latest, oldest, again = looks
        if latest is None or oldest is None or latest != again:
            return False
        return oldest[0] != latest[0] and oldest[1] < latest[1]

    async def _first_row(self, order: QueryPairs) -> tuple[int | None, datetime] | None:
        page = await self._source.fetch(PageRequest(page=1, limit=1, order=order))
        row = next(iter(page.items), None)
        at = None if row is None else self._source.modified(row)
        return None if row is None or at is None else (self._source.row_id(row), at)

    async def _latest_first(self, pairs: QueryPairs) -> AsyncGenerator[Page[T], None]:
        """From the latest change down to the moment; over the whole list where the rows do not lie that way."""
        source = attrs.evolve(self._source, order="editable", order_query=pairs, newest_first_query=(), changes=None)
        span = attrs.evolve(self._span, concurrency=1, strict=False)
        last: datetime | None = None
        async with aclosing(self._traverse(source, span)) as pages:
            async for page in pages:
                moments = [at for row in page.items if (at := self._source.modified(row)) is not None]
                if any(later > earlier for earlier, later in pairwise(moments if last is None else [last, *moments])):
                    break
                if last is None:
                    self._note_newest(page.items)
                last = moments[-1] if moments else last
                yield page
                if last is not None and last < self._earliest:
                    return
            else:
                return
        async with aclosing(self._whole_list()) as whole:
            async for page in whole:
                yield page

    def _note_newest(self, rows: Sequence[T]) -> None:
        moments = [at for row in rows if (at := self._source.modified(row)) is not None]
        self._newest = max([self._newest, *moments])


def _naive(moment: datetime) -> datetime:
    if not isinstance(moment, datetime) or moment.tzinfo is not None:
        raise ConfigurationError(f"{moment!r}: give a datetime without a zone, in the account's own time")
    return moment
