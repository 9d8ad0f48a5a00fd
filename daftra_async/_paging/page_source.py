"""What a pager must know about a list: how to fetch a page, what identifies a row, which order the rows keep."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any, Generic, Literal, TypeVar

import attrs

from .._wire.page import Page

T = TypeVar("T")

_WHOLE = re.compile(r"-?[0-9]+")

QueryPairs = tuple[tuple[str, str], ...]

Order = Literal["newest_first", "oldest_first", "fixed", "editable"]
"""How the rows of a list lie.

``newest_first``, ``oldest_first``: by id (or by time of creation, ties by id), so that new rows come at the head or
at the end. ``fixed``: some order that two rows never change among themselves, such as an endpoint's own; new rows may
come anywhere. ``editable``: by something that an edit can change, such as a date: a row may jump over others.
"""


@attrs.frozen(kw_only=True)
class PageRequest:
    """One page to be fetched.

    ``limit`` is the number of rows asked for, ``None`` leaves it to the server. ``order`` are query pairs that take the
    place of the call's own ordering (see ``ordered_query``); empty leaves the call's ordering alone.
    """

    page: int = 1
    limit: int | None = None
    order: QueryPairs = ()


@attrs.frozen(kw_only=True)
class Changes(Generic[T]):
    """How an endpoint can be asked for rows changed lately; where it cannot, the whole list is read and compared.

    ``newest_first``: query pairs that sort by the moment of the last change, latest first; empty where there are none.
    ``since``: the same list with only the rows changed at or after a moment (in the account's own naive time);
    ``None`` where the endpoint has no such filter.
    """

    newest_first: QueryPairs = ()
    since: Callable[[datetime], PageSource[T]] | None = None


_LARGEST_ID = 2**62
"""Ids are kept in 64 bits; what is larger is none."""


def record_id(row: Any) -> int | None:
    """A row's ``id``, whether the row is a model or a dictionary; ``None`` where there is none that is a number."""
    value = row.get("id") if isinstance(row, dict) else getattr(row, "id", None)
    if type(value) is int:
        return value if -_LARGEST_ID < value < _LARGEST_ID else None
    if isinstance(value, str) and len(value) < 19 and _WHOLE.fullmatch(value):
        return int(value)
    return None


def _plain_ids(rows: Sequence[Any]) -> list[int] | None:
    """The ids of records that all have a whole number for one, at the speed of the interpreter's own loops."""
    try:
        ids = list(map(_id_of, rows))
    except AttributeError:
        return None
    usual = set(map(type, ids)) == {int} and min(ids) > -_LARGEST_ID and max(ids) < _LARGEST_ID
    return ids if usual else None


_id_of = attrgetter("id")


def record_modified(row: Any) -> datetime | None:
    """When a row was last changed, by its ``modified``; ``None`` where it does not tell."""
    value = row.get("modified") if isinstance(row, dict) else getattr(row, "modified", None)
    if isinstance(value, datetime):
        return value
    try:
        return datetime.fromisoformat(value).replace(tzinfo=None) if isinstance(value, str) else None
    except ValueError:
        return None


@attrs.frozen(kw_only=True)
class PageSource(Generic[T]):
    """One list, with its filters settled.

    Args:
        fetch: fetches one page. It sends ``request.page`` and ``request.limit`` under the endpoint's names and joins
            ``request.order`` to its query with ``ordered_query``. Retries, limits and errors are its own.
        name: the list's name in messages and bookmarks, such as ``"invoices.list"``.
        identity: what tells this call from another of the same list: account, path, filters. An interrupted export is
            resumed only where it is the same and not empty.
        model: the class of the rows, where they are records.
        row_id: a row's id, ``None`` for a row that has none (such a list can be neither de-duplicated nor proved).
        order: how the rows lie when ``order_query`` is sent with the request.
        order_query: the ordering that traversals ask for, such as ``(("sort", "id"), ("direction", "desc"))``; empty
            where the caller chose an ordering of their own or the endpoint has none. Never sent for a single awaited
            page.
        newest_first_query: the ordering that puts the highest id first, where the endpoint has one and ``order`` is
            another: it lets the pager take stock before it starts.
        filtered: whether the call's filters look at anything that an edit can change, so that rows may enter the list
            without being new.
        modified: when a row was last changed, ``None`` for a row that does not tell.
        details: fetches a row's full record by id, where the endpoint has one.
        nested: the same list with full records for rows, where the endpoint can be asked for it; ``is_whole`` tells
            whether a row of it is one.
        full: what to deliver in the place of a row, ``None`` for one to leave out; see ``Pager.with_details``.
        changes: how to find rows changed lately, where the endpoint can tell.
    """

    fetch: Callable[[PageRequest], Awaitable[Page[T]]]
    name: str = "list"
    identity: str = ""
    model: type[Any] | None = None
    row_id: Callable[[T], int | None] = record_id
    order: Order = "fixed"
    order_query: QueryPairs = ()
    newest_first_query: QueryPairs = ()
    filtered: bool = False
    modified: Callable[[T], datetime | None] = record_modified
    details: Callable[[int], Awaitable[T]] | None = None
    nested: PageSource[T] | None = None
    is_whole: Callable[[T], bool] | None = None
    full: Callable[[T], Awaitable[T | None]] | None = None
    changes: Changes[T] | None = None

    def ids(self, rows: Sequence[T]) -> Sequence[int | None]:
        """The ids of rows, ``None`` for each that has none."""
        usual = _plain_ids(rows) if self.row_id is record_id else None
        return [self.row_id(row) for row in rows] if usual is None else usual


def ordered_query(query: QueryPairs, order: QueryPairs) -> QueryPairs:
    """``query`` with its ordering parameters (``sort``, ``direction``, ``sort[…]``) replaced by ``order``, if there
    is one.
    """
    if not order:
        return query
    kept = tuple(pair for pair in query if pair[0] not in ("sort", "direction") and not pair[0].startswith("sort["))
    return kept + order
