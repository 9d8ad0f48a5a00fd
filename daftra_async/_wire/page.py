"""One page of a list."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Generic, TypeVar

import attrs

from .record import Issue
from .source import View

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class Page(Generic[T]):
    """The rows of one answer and what it said about the list as a whole.

    ``page`` and ``per_page`` are the server's words where it gives them, not the request's. Every figure is ``None``
    where the answer does not tell it. ``issues`` are the values of this page that could not be typed; their paths begin
    with the row's number.
    """

    items: list[T]
    page: int | None = None
    page_count: int | None = None
    per_page: int | None = None
    total: int | None = None
    has_more: bool | None = None
    issues: tuple[Issue, ...] = ()
    view: View | None = attrs.field(default=None, repr=False, eq=False)

    @property
    def raw(self) -> Any:
        """The whole answer as parsed JSON, parsed on each call; ``None`` where the text was not kept."""
        return None if self.view is None else self.view.load(None)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)
