"""Which of these keys does the server know, and under which ids?

The server's search narrows the list, it proves nothing: ``no`` matches partially, and a parameter that the server does
not know is ignored without a word. So every record is compared here, exactly, and a search that returns a record
without the text searched for counts as ignored: the whole list is then read instead.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import aclosing
from typing import Any, TypeVar

import attrs

from .._wire.encode import encode_scalar
from ..errors import UnexpectedResponse
from .api import BulkApi, Listing
from .keys import FREE_TEXT, KeyField, blurred, family, keys_of, part_of_text, position_of, query
from .ledger import KEPT
from .read_retrier import ReadRetrier
from .results import as_id

Result = TypeVar("Result")

_PAGE = 100
_SCAN_PAGE = 500
_MANY = 10
_NEWEST_FIRST = {"sort": "id", "direction": "desc"}

Record = Mapping[str, Any]

Scope = tuple[tuple[str, str], ...]
"""List parameters that drafts of one kind need to show up at all, ``(("type", "16"),)``."""

DocumentKind = tuple[Scope, bool]
"""Documents that a list shows or hides together: their scope, and whether they are drafts on the server too."""


@attrs.frozen
class SearchResult:
    """One reading: the records found under each key, and the keys of which nothing certain can be said."""

    found: Mapping[str, tuple[Record, ...]]
    unclear: frozenset[str] = frozenset()


class Ignored(Exception):
    """The server did not search: it gave records without the text."""


class KeySearch:
    """Looks for keys by the cheapest search that is known to work.

    ``must_scan`` is set once the server was seen to ignore the search, or to miss what the list shows; ``requests``
    counts what was asked. ``sample`` is a record that is known to be found by its own derived key: the first search for
    many keys tries on it whether keys can be found by the text that they share, so that one request reads back up to 32
    drafts.
    """

    def __init__(self, api: BulkApi, key_field: KeyField, run: str, *, retrier: ReadRetrier, concurrency: int) -> None:
        self._api = api
        self._key_field: KeyField = key_field
        self._run = run
        self._retrier = retrier
        self._places = asyncio.Semaphore(concurrency)
        self._scanning = asyncio.Lock()
        self._asked: list[_Asked] = []
        self._families: bool | None = None
        self.must_scan = False
        self.requests = 0
        self.sample: tuple[str, int, Scope] | None = None

    async def search(self, keys: Iterable[str], scope: Scope = ()) -> SearchResult:
        """One reading of these keys. Raises ``DaftraError`` if the server does not let itself be read."""
        wanted = frozenset(keys)
        if not self.must_scan:
            try:
                return await self._search_all(wanted, scope)
            except Ignored:
                self.must_scan = True
        return await self._join_scan(wanted, scope)

    async def containing(self, text: str, scope: Scope = ()) -> list[Record]:
        """The records that the server's search gives for a text. Raises ``Ignored`` if it did not search."""
        parameters = {**query(self._key_field, text), **dict(scope)}
        records: list[Record] = []
        async with aclosing(self._pages(parameters, _PAGE, text)) as pages:
            async for page in pages:
                records += page
        return records

    async def newest(self, scope: Scope = ()) -> Listing:
        """The newest records of the list, as many as one page holds."""
        return await self._find({**_NEWEST_FIRST, **dict(scope), "limit": str(_PAGE), "page": "1"})

    async def learn(self, newest: Sequence[Record], scope: Scope = ()) -> None:
        """Find out whether the search finds a text by a part of it, if the key is put behind people's own text.

        The newest record with a text of several words, or with a key, must be found by the last of them, and nothing
        that lacks it. Where that cannot be seen, the list is read instead of searched.
        """
        field = self._key_field
        if field not in FREE_TEXT or self.must_scan or not newest:
            return
        tried = ((record, part) for record in newest if (part := part_of_text(record.get(str(field)))))
        record, part = next(tried, (None, ""))
        if record is None:
            self.must_scan = True
            return
        asked = {**query(field, part), **dict(scope), **_NEWEST_FIRST, "limit": str(_PAGE), "page": "1"}
        listing = await self._find(asked)
        found = any(id_of(one) == id_of(record) for one in listing.records)
        texts = (encode_scalar(one.get(str(field))).casefold() for one in listing.records)
        self.must_scan = not found or not all(part.casefold() in text for text in texts)

    async def everything(self, scope: Scope = (), *, since: str | None = None) -> AsyncGenerator[list[Record], None]:
        """Every record of the list, page by page, each once; with ``since``, an ISO date, only those made from then on
        where the server can tell them (a server that cannot gives them all).

        Newest first: what is added while the list is read must not make up the number for a row that was missed.
        """
        newer = {} if since is None else {"created_from": since}
        async with aclosing(self._pages({**_NEWEST_FIRST, **newer, **dict(scope)}, _SCAN_PAGE, None)) as pages:
            async for page in pages:
                yield page

    async def pages_of_everything(self) -> int | None:
        """How many requests ``everything`` would take; None if the server does not say."""
        listing = await self._find({"limit": "1", "page": "1"})
        return None if listing.total is None else -(-listing.total // _SCAN_PAGE) or 1

    async def record(self, record_id: int) -> Record | None:
        """One record by its id; None if it cannot be found (yet)."""

        async def fetch() -> Record | None:
            async with self._places:
                self.requests += 1
                return await self._api.fetch(record_id)

        return await self._retrier.ask(fetch)

    async def _search_all(self, wanted: frozenset[str], scope: Scope) -> SearchResult:
        by_family = len(wanted) > 1 and await self._by_families()
        texts = {family(key) if by_family and self._is_derived(key) else key for key in wanted}
        found = await together(*(self.containing(text, scope) for text in sorted(texts)))
        records = [record for result in found for record in result]
        return _match(wanted, await self._showing(records), self._key_field)

    def _is_derived(self, key: str) -> bool:
        return position_of(self._run, key) is not None

    async def _by_families(self) -> bool:
        if self._families is None and self.sample is not None and self._is_derived(self.sample[0]):
            key, record_id, scope = self.sample
            records = await self.containing(family(key), scope)
            found = _match({key}, records, self._key_field).found.get(key, ())
            self._families = any(id_of(record) == record_id for record in found)
        return bool(self._families)

    async def _pages(
        self, parameters: Mapping[str, str], limit: int, text: str | None
    ) -> AsyncGenerator[list[Record], None]:
        """The records of a list that were not given before, page by page.

        Raises ``UnexpectedResponse`` at the end where rows may have been missed: deletions move rows to pages that were
        read already. New rows do no harm.
        """
        seen: set[int] = set()
        page, total = 1, None
        while True:
            listing = await self._find({**parameters, "limit": str(limit), "page": str(page)})
            if text is not None:
                self._check_searched(listing, text)
            fresh = {id_of(record): record for record in listing.records if id_of(record) not in seen}
            if not fresh:
                break
            seen |= fresh.keys()
            total = listing.total if page == 1 else total
            yield [*fresh.values()]
            if listing.page_count is not None and page >= listing.page_count:
                break
            page += 1
        if total is not None and len(seen) < total:
            raise unreadable(f"{len(seen)} of {total} records were read: the list changed meanwhile")

    def _check_searched(self, listing: Listing, text: str) -> None:
        shown = [keys for record in listing.records if (keys := keys_of(record, self._key_field)) is not None]
        if any(not any(blurred(text) in blurred(key) for key in keys) for keys in shown):
            raise Ignored
        if not shown and len(listing.records) > _MANY:
            raise Ignored

    async def _showing(self, records: Sequence[Record]) -> list[Record]:
        """The records with their keys: a list row that leaves the field out is read by its id.

        A record that has no such field then either carries no key.
        """
        shown: list[Record] = []
        for record in records:
            if keys_of(record, self._key_field) is not None:
                shown.append(record)
                continue
            whole = await self.record(id_of(record))
            if whole is None or keys_of(whole, self._key_field) is not None:
                shown.append(whole or record)
        return shown

    async def _join_scan(self, wanted: frozenset[str], scope: Scope) -> SearchResult:
        """Read the whole list, once for all who asked before the reading began."""
        asked = _Asked(wanted, scope, asyncio.get_running_loop().create_future())
        self._asked.append(asked)
        async with self._scanning:
            if not asked.answer.done():
                together = [other for other in self._asked if other.scope == scope]
                self._asked = [other for other in self._asked if other.scope != scope]
                await self._scan_for(together, scope)
        return await asked.answer

    async def _scan_for(self, together: Sequence[_Asked], scope: Scope) -> None:
        near = {blurred(key) for asked in together for key in asked.wanted}

        def concerns(record: Record) -> bool:
            return any(blurred(key) in near for key in keys_of(record, self._key_field) or ())

        try:
            records, readable = await self.select(concerns, scope)
        except BaseException as error:
            for asked in together:
                if not asked.answer.done():
                    asked.answer.set_exception(unreadable(f"the list could not be read: {error}"))
                    asked.answer.exception()
            raise
        for asked in together:
            if not asked.answer.done():
                # A list that leaves the field out of every row tells nothing about any key.
                unknown = SearchResult({}, asked.wanted)
                asked.answer.set_result(_match(asked.wanted, records, self._key_field) if readable else unknown)

    async def select(
        self, wanted: Callable[[Record], bool], scope: Scope = (), *, since: str | None = None
    ) -> tuple[list[Record], bool]:
        """The wanted records of the list, and whether the list shows keys at all.

        The server leaves a null out as it likes (BEHAVIOUR.md, section 1): where any row shows the field, a row that
        does not has nothing in it.
        """
        kept: list[Record] = []
        rows = shown = 0
        async with aclosing(self.everything(scope, since=since)) as pages:
            async for page in pages:
                rows += len(page)
                shown += sum(keys_of(record, self._key_field) is not None for record in page)
                kept += [_kept(record, self._key_field) for record in page if wanted(record)]
        return kept, bool(shown) or not rows

    async def _find(self, parameters: Mapping[str, str]) -> Listing:
        async def find() -> Listing:
            async with self._places:
                self.requests += 1
                return await self._api.find(parameters)

        return await self._retrier.ask(find)


@attrs.frozen
class _Asked:
    wanted: frozenset[str]
    scope: Scope
    answer: asyncio.Future[SearchResult]


async def together(*questions: Awaitable[Result]) -> list[Result]:
    """Ask at the same time. A failure does not cancel the others half way: they end, then the first failure counts."""
    answers = await asyncio.gather(*questions, return_exceptions=True)
    told: list[Result] = []
    for answer in answers:
        if isinstance(answer, BaseException):
            raise answer
        told.append(answer)
    return told


def _kept(record: Record, key_field: KeyField) -> Record:
    """What is kept of a record that was met in a list: a list can be too long to keep whole."""
    names = [*KEPT, key_field] if isinstance(key_field, str) else [name for name in record if "custom" in name.lower()]
    return {name: record[name] for name in (*KEPT, *names) if name in record}


def _match(wanted: Iterable[str], records: Iterable[Record], key_field: KeyField) -> SearchResult:
    """Compare exactly. A record that nearly carries a key, or does not show the field, leaves it unclear."""
    wanted = frozenset(wanted)
    near: dict[str, set[str]] = {}
    for key in wanted:
        near.setdefault(blurred(key), set()).add(key)
    found: dict[str, dict[int, Record]] = {}
    unclear: set[str] = set()
    for record in records:
        keys = keys_of(record, key_field)
        if keys is None:
            unclear |= wanted
            continue
        for key in keys:
            if key in wanted:
                found.setdefault(key, {})[id_of(record)] = record
            else:
                unclear |= near.get(blurred(key), set())
    return SearchResult({key: tuple(by_id.values()) for key, by_id in found.items()}, frozenset(unclear - found.keys()))


def id_of(record: Record) -> int:
    """The record's id; raises ``UnexpectedResponse`` for a record without one."""
    identity = as_id(record.get("id"))
    if identity is None:
        raise unreadable("a record of the list has no id")
    return identity


def number_of(record: Record) -> str | None:
    return encode_scalar(record.get("no")) or None


def client_of(record: Record) -> str | None:
    """The record's client; None if it does not say."""
    return encode_scalar(record.get("client_id")) or None


def unreadable(message: str) -> UnexpectedResponse:
    return UnexpectedResponse(message, status=200)
