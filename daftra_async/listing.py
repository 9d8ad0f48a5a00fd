"""From a generated list operation to a pager: what its pages are asked with and which order its rows can be had in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from .page_source import Order, PageRequest, PageSource, QueryPairs, ordered_query
from .paging import Pager

if TYPE_CHECKING:
    from .options import CallOptions
    from .resource import Caller
    from .wire import DecodeSettings, Page, Request, Response

T = TypeVar("T")

NEWEST_V1: QueryPairs = (("sort", "created"), ("direction", "desc"))
NEWEST_V2: QueryPairs = (("sort[id]", "desc"),)
KEPT_RECORDS = "deleted_at"
"""v2 lists bring deleted rows too, unless the filter on this field says otherwise."""


def list_pages(
    caller: Caller,
    build: Callable[..., Request],
    parse: Callable[[Response, DecodeSettings], Page[T]],
    arguments: Mapping[str, Any],
    *,
    size: str,
    details: Callable[..., Awaitable[Any]] | None,
    options: CallOptions,
) -> Pager[T]:
    """The pager over one generated list call.

    ``size`` names the argument for rows per page (``limit`` or ``per_page``), ``details`` reads a row's full record.
    """
    chosen = dict(arguments)
    start_page, limit = chosen.pop("page", None) or 1, chosen.pop(size, None)
    if size == "per_page":
        chosen["filter"] = _without_deleted(chosen.get("filter"))

    async def fetch(wanted: PageRequest) -> Page[T]:
        request = build(**chosen, page=wanted.page, **{size: wanted.limit})
        request = attrs.evolve(request, query=ordered_query(request.query, wanted.order))
        return await caller.call(request, parse, options)

    order, query = _order(chosen, size)
    source = PageSource(
        fetch=fetch,
        name=build(**chosen).operation.id,
        order=order,
        order_query=query,
        filtered=any(value not in (None, {}) for name, value in chosen.items() if name not in {"level", "sort"}),
        details=None if details is None else partial(details, **options),
    )
    return Pager(source, limit=limit, start_page=start_page, concurrency=caller.concurrency)


def _order(arguments: Mapping[str, Any], size: str) -> tuple[Order, QueryPairs]:
    """The order to traverse in: newest first where the call can ask for it and the caller has not chosen another."""
    if arguments.get("sort") is not None:
        return "editable", ()
    if "sort" not in arguments:
        return "fixed", ()
    return "newest_first", NEWEST_V2 if size == "per_page" else NEWEST_V1


def _without_deleted(given: Mapping[str, Any] | None) -> Mapping[str, Any]:
    given = given or {}
    return given if KEPT_RECORDS in given else {**given, KEPT_RECORDS: {"is_null": 1}}
