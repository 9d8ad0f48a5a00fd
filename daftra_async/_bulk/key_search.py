"""Reading back: which of these keys does the server know, and under which ids?

The server's search narrows the list, it proves nothing: ``no`` matches partially, and a parameter that the server does
not know is ignored without a word. So every record is compared here, exactly, and a search that returns a record
without the text searched for counts as ignored: the whole list is then read instead.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, TypeVar

import attrs

from .._wire.encode import encode_scalar
from ..errors import UnexpectedResponse
from .api import BulkApi, Listing
from .keys import KeyField, blurred, family, keys_of, position_of, query
from .read_retrier import ReadRetrier
from .results import as_id

Taken = TypeVar("Taken")
Take = Callable[[Mapping[str, Any]], Taken | None]

_PAGE = 100
_SCAN_PAGE = 200
_MANY = 10
_NEWEST_FIRST = {"sort": "id", "direction": "desc"}

Scope = tuple[tuple[str, str], ...]
"""List parameters that drafts of one kind need to show up at all, ``(("type", "16"),)``."""

DocumentKind = tuple[Scope, bool]
"""Documents that a list shows or hides together: their scope, and whether they are drafts on the server too."""


@attrs.frozen(kw_only=True)
class Found:
    """A record that carries a key."""

    id: int
    number: str | None = None
    client_id: str | None = None
    total: str | None = None


@attrs.frozen
class SearchResult:
    """One reading: the records found under each key, and the keys of which nothing certain can be said."""

    found: Mapping[str, tuple[Found, ...]]
    unclear: frozenset[str] = frozenset()


class _Ignored(Exception):
    """The server did not search."""


class KeySearch:
    """Looks for keys by the cheapest search that is known to work.

    ``families`` is set once a derived key was found by the text it shares with its neighbours: from then on one
    request reads back up to 32 drafts. ``must_scan`` is set once the server was seen to ignore the search.
    """

    def __init__(
        self, api: BulkApi, key_field: KeyField, ledger_id: str, *, retrier: ReadRetrier, concurrency: int
    ) -> None:
        self._api = api
        self._key_field: KeyField = key_field
        self._ledger_id = ledger_id
        self._retrier = retrier
        self._places = asyncio.Semaphore(concurrency)
        self._scanning = asyncio.Lock()
        self._asked: list[_Asked] = []
        self.must_scan = False
        self.families = False

    async def search(self, keys: Iterable[str], scope: Scope = ()) -> SearchResult:
        """One reading of these keys. Raises ``DaftraError`` if the server does not let itself be read."""
        wanted = frozenset(keys)
        if not self.must_scan:
            try:
                return await self._search_all(wanted, scope)
            except _Ignored:
                self.must_scan = True
        return await self._join_scan(wanted, scope)

    async def found_by_family(self, key: str, record_id: int, scope: Scope) -> bool:
        """Whether a search for the text that the key shares with its neighbours finds the record too."""
        if self.must_scan or position_of(self._ledger_id, key) is None:
            return False
        try:
            records = await self._search_text(family(key), scope)
        except _Ignored:
            return False
        return any(found.id == record_id for found in _match({key}, records, self._key_field).found.get(key, ()))

    async def _search_all(self, wanted: frozenset[str], scope: Scope) -> SearchResult:
        texts = {self._text(key) for key in wanted}
        async with asyncio.TaskGroup() as group:
            searches = [group.create_task(self._attempt(text, scope)) for text in sorted(texts)]
        results = [search.result() for search in searches]
        for result in results:
            if isinstance(result, Exception):
                raise result
        records = [record for result in results if not isinstance(result, Exception) for record in result]
        return _match(wanted, await self._showing(records), self._key_field)

    def _text(self, key: str) -> str:
        return family(key) if self.families and position_of(self._ledger_id, key) is not None else key

    async def _attempt(self, text: str, scope: Scope) -> list[Mapping[str, Any]] | Exception:
        """A search whose failure does not cancel its neighbours half way: they end, then the first failure counts."""
        try:
            return await self._search_text(text, scope)
        except Exception as error:
            return error

    async def _search_text(self, text: str, scope: Scope) -> list[Mapping[str, Any]]:
        return await self._pages({**query(self._key_field, text), **dict(scope)}, _PAGE, text, _whole)

    async def _pages(
        self,
        parameters: Mapping[str, str],
        limit: int,
        text: str | None,
        take: Callable[[Mapping[str, Any]], Taken | None],
    ) -> list[Taken]:
        """What ``take`` makes of each record of the list, once each, without the Nones; the records are let go of."""
        seen: set[int] = set()
        taken: list[Taken] = []
        page, total = 1, None
        while True:
            listing = await self._find({**parameters, "limit": str(limit), "page": str(page)})
            if text is not None:
                self._check_searched(listing, text)
            fresh = {_id_of(record): record for record in listing.records if _id_of(record) not in seen}
            if not fresh:
                break
            seen |= fresh.keys()
            taken += [value for record in fresh.values() if (value := take(record)) is not None]
            total = listing.total if page == 1 else total
            if listing.page_count is not None and page >= listing.page_count:
                break
            page += 1
        if total is not None and len(seen) < total:
            # Deletions moved rows to pages already read: an absent row may only have been missed. New rows do no harm.
            raise _unreadable(f"{len(seen)} of {total} records were read: the list changed meanwhile")
        return taken

    def _check_searched(self, listing: Listing, text: str) -> None:
        shown = [keys for record in listing.records if (keys := keys_of(record, self._key_field)) is not None]
        if any(not any(blurred(text) in blurred(key) for key in keys) for keys in shown):
            raise _Ignored
        if not shown and len(listing.records) > _MANY:
            raise _Ignored

    async def _showing(self, records: Sequence[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
        """The records with their keys: a list row that leaves the field out is read by its id.

        A record that has no such field then either carries no key.
        """
        shown: list[Mapping[str, Any]] = []
        for record in records:
            if keys_of(record, self._key_field) is not None:
                shown.append(record)
                continue
            whole = await self.record(_id_of(record))
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
        wanted = frozenset[str]().union(*[asked.wanted for asked in together])
        near = {blurred(key) for key in wanted}

        def concerned(record: Mapping[str, Any], keys: Sequence[str]) -> Mapping[str, Any] | None:
            return record if any(blurred(key) in near for key in keys) else None

        try:
            records = await self.keyed(concerned, scope)
        except BaseException as error:
            for asked in together:
                if not asked.answer.done():
                    asked.answer.set_exception(_unreadable(f"the list could not be read: {error}"))
                    asked.answer.exception()
            raise
        for asked in together:
            if not asked.answer.done():
                # A list that leaves the field out of every row tells nothing about any key.
                unknown = SearchResult({}, asked.wanted)
                asked.answer.set_result(unknown if records is None else _match(asked.wanted, records, self._key_field))

    async def record(self, record_id: int) -> Mapping[str, Any] | None:
        """One record by its id; None if it cannot be found (yet)."""

        async def fetch() -> Mapping[str, Any] | None:
            async with self._places:
                return await self._api.fetch(record_id)

        return await self._retrier.ask(fetch)

    async def _find(self, parameters: Mapping[str, str]) -> Listing:
        async def find() -> Listing:
            async with self._places:
                return await self._api.find(parameters)

        return await self._retrier.ask(find)

    async def everything(self, take: Take[Taken], scope: Scope = ()) -> list[Taken]:
        """What ``take`` makes of every record of the resource, without the Nones: a list can be too long to keep.

        Newest first: what is added while the list is read must not make up the number for a row that was missed.
        """
        return await self._pages({**_NEWEST_FIRST, **dict(scope)}, _SCAN_PAGE, None, take)

    async def keyed(
        self, take: Callable[[Mapping[str, Any], Sequence[str]], Taken | None], scope: Scope = ()
    ) -> list[Taken] | None:
        """What ``take`` makes of every record and its keys, without the Nones; None if the list has no such field.

        The server leaves a null out as it likes (BEHAVIOUR.md, section 1): where any row shows the field, a row that
        does not has nothing in it.
        """
        rows = shown = 0

        def told(record: Mapping[str, Any]) -> Taken | None:
            nonlocal rows, shown
            keys = keys_of(record, self._key_field)
            rows, shown = rows + 1, shown + (keys is not None)
            return take(record, keys or ())

        taken = await self.everything(told, scope)
        return None if rows and not shown else taken

    async def pages_of_everything(self) -> int | None:
        """How many requests ``everything`` would take; None if the server does not say."""
        listing = await self._find({"limit": "1", "page": "1"})
        return None if listing.total is None else -(-listing.total // _SCAN_PAGE) or 1


@attrs.frozen
class _Asked:
    wanted: frozenset[str]
    scope: Scope
    answer: asyncio.Future[SearchResult]


def _whole(record: Mapping[str, Any]) -> Mapping[str, Any]:
    return record


def _match(wanted: Iterable[str], records: Iterable[Mapping[str, Any]], key_field: KeyField) -> SearchResult:
    """Compare exactly. A record that nearly carries a key, or does not show the field, leaves it unclear."""
    wanted = frozenset(wanted)
    near: dict[str, set[str]] = {}
    for key in wanted:
        near.setdefault(blurred(key), set()).add(key)
    found: dict[str, dict[int, Found]] = {}
    unclear: set[str] = set()
    for record in records:
        keys = keys_of(record, key_field)
        if keys is None:
            unclear |= wanted
            continue
        for key in keys:
            if key in wanted:
                found.setdefault(key, {})[_id_of(record)] = _found(record)
            else:
                unclear |= near.get(blurred(key), set())
    return SearchResult({key: tuple(by_id.values()) for key, by_id in found.items()}, frozenset(unclear - found.keys()))


def _found(record: Mapping[str, Any]) -> Found:
    return Found(
        id=_id_of(record),
        number=encode_scalar(record.get("no")) or None,
        client_id=encode_scalar(record.get("client_id")) or None,
        total=encode_scalar(record.get("summary_total")) or None,
    )


def _id_of(record: Mapping[str, Any]) -> int:
    identity = as_id(record.get("id"))
    if identity is None:
        raise _unreadable("a record of the list has no id")
    return identity


def _unreadable(message: str) -> UnexpectedResponse:
    return UnexpectedResponse(message, status=200)
