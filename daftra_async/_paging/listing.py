"""From a generated list operation to a pager: what its pages are asked with and which order its rows can be had in."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from .page_source import Changes, Order, PageRequest, PageSource, QueryPairs, ordered_query
from .pager import Pager

if TYPE_CHECKING:
    from .._http.session import Session
    from .._wire import DecodeSettings, Page, Request, Response
    from ..options import CallOptions

T = TypeVar("T")

NEWEST_V1: QueryPairs = (("sort", "id"), ("direction", "desc"))
"""Asked for where the page documents no ordering too: a server that does not know it ignores it, and the pager goes
by what the rows show. By id rather than by ``created``, which many rows share."""

NEWEST_V2: QueryPairs = (("sort[id]", "desc"),)
CHANGED_V1: QueryPairs = (("sort", "modified"), ("direction", "desc"))
CHANGED_V2: QueryPairs = (("sort[modified]", "desc"),)
SETTLED = frozenset(
    "level sort direction recursive load_custom_data include_client_credit created_from created_to".split()  # noqa: SIM905
)
"""Arguments that no edit of a row can make it enter or leave a list by."""

SETTLED_FIELDS = frozenset(("id", "created", "deleted_at"))
"""The same among the fields of a v2 filter."""

KEPT_RECORDS = "deleted_at"
"""v2 lists bring deleted rows too, unless the filter on this field says otherwise."""


def list_pages(
    session: Session,
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
    page, limit = chosen.pop("page", None), chosen.pop(size, None)
    if size == "per_page":
        chosen["filter"] = _without_deleted(chosen.get("filter"))

    def source_of(more: QueryPairs) -> PageSource[T]:
        async def fetch(wanted: PageRequest) -> Page[T]:
            request = build(**chosen, page=wanted.page, **{size: wanted.limit})
            asked = ordered_query(request.query + more, wanted.order)
            return await session.call(attrs.evolve(request, query=asked), parse, options)

        request = build(**chosen)
        order, query = _order(chosen, newest)
        return PageSource(
            fetch=fetch,
            name=request.operation.id,
            identity=f"{session.account} {request.path} {request.query + more}",
            order=order,
            order_query=query,
            newest_first_query=newest,
            filtered=bool(more) or _is_filtered(chosen),
            details=None if details is None else partial(details, **options),
            changes=None if more else Changes(newest_first=changed, since=since),
        )

    v2 = size == "per_page"
    newest, changed = (NEWEST_V2, CHANGED_V2) if v2 else (NEWEST_V1, CHANGED_V1)
    since = (lambda moment: source_of(_changed_since(moment))) if v2 else None
    return Pager(source_of(()), limit=limit, start_page=1 if page is None else page, concurrency=session.concurrency)


def _order(arguments: Mapping[str, Any], newest: QueryPairs) -> tuple[Order, QueryPairs]:
    """The order to traverse in: newest first, unless the caller has chosen another."""
    return ("newest_first", newest) if arguments.get("sort") is None else ("editable", ())


def _is_filtered(arguments: Mapping[str, Any]) -> bool:
    """Whether an edit can bring a row into the list or take it out."""
    given = {name for name, value in arguments.items() if value is not None} - SETTLED
    fields = set(arguments.get("filter") or ()) - SETTLED_FIELDS
    return bool(given - {"filter", "entity"}) or bool(fields)


def _changed_since(moment: datetime) -> QueryPairs:
    return (("filter[modified][gte]", moment.strftime("%Y-%m-%d %H:%M:%S")),)


def _without_deleted(given: Mapping[str, Any] | None) -> Mapping[str, Any]:
    given = given or {}
    return given if KEPT_RECORDS in given else {**given, KEPT_RECORDS: {"is_null": 1}}
