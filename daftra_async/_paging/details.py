"""A list whose rows are full records: what a list leaves out (lines, payments) is read record by record."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from contextlib import aclosing
from datetime import datetime
from functools import partial
from typing import Literal, TypeVar

import attrs

from ..errors import ConfigurationError, NotFound
from .page_source import Changes, PageSource
from .prefetch import Fetch, in_order

T = TypeVar("T")

Missing = Literal["raise", "skip"]


def detailed(source: PageSource[T], *, missing: Missing) -> PageSource[T]:
    """The same list with full records for rows.

    Where the endpoint brings these when it is asked to, a page of them takes one request; a row that comes without what
    a full record has is read by its id all the same.

    Raises ``ConfigurationError`` for a list whose records cannot be read one by one.
    """
    if missing not in ("raise", "skip"):
        raise ConfigurationError(f"missing={missing!r}: give 'raise' or 'skip'")
    details, is_whole = source.details, source.is_whole
    if details is None:
        raise ConfigurationError(f"{source.name}: there is no call that reads one of these records by id")

    async def full(row: T) -> T | None:
        if is_whole is not None and is_whole(row):
            return row
        number = source.row_id(row)
        if number is None:
            raise ConfigurationError(f"{source.name}: a row without an id has no full record")
        try:
            return await details(number)
        except NotFound:
            if missing == "raise":
                raise
            return None

    asked = source.nested or source
    return attrs.evolve(asked, full=full, identity=f"{asked.identity} in full", changes=_changes(source, missing))


def _changes(source: PageSource[T], missing: Missing) -> Changes[T] | None:
    """The ways to ask for changes, which bring full records as well."""
    changes = source.changes
    if changes is None or changes.since is None:
        return changes
    since = changes.since

    def detailed_since(moment: datetime) -> PageSource[T]:
        return detailed(since(moment), missing=missing)

    return attrs.evolve(changes, since=detailed_since)


async def in_full(
    rows: Sequence[T], full: Callable[[T], Awaitable[T | None]], *, concurrency: int
) -> list[tuple[T, T | None]]:
    """Each row with its full record, ``None`` for one to leave out; ``concurrency`` of them are read at once."""
    left = iter(rows)

    async def read(row: T) -> tuple[T, T | None]:
        return row, await full(row)

    def next_call() -> Fetch[tuple[T, T | None]] | None:
        for row in left:
            return partial(read, row)
        return None

    async with aclosing(in_order(next_call, concurrency=concurrency)) as records:
        return [record async for record in records]
