"""The v2 records of any entity by its name, documented or not.

A *level* says how much of a record's relations comes with it: ``-1`` the bare record, ``1`` its own fields, ``2`` its
relations (an invoice's lines and payments), ``3`` and ``4`` the relations of those. Each level costs the server more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, Unpack, overload

import attrs

from .._paging.page_source import Changes, Order, PageRequest, PageSource, QueryPairs, ordered_query
from .._paging.pager import Pager
from .._wire.decode import decode_page, decode_record
from .._wire.envelope import find_rows, open_json
from .._wire.error_parsing import evidence
from .._wire.messages import Operation, Response
from .._wire.page import Page
from .._wire.record import Record
from .._wire.settings import DecodeSettings
from .._wire.source import Text
from ..errors import ConfigurationError, UnexpectedResponse
from ..filters import Where, fields_of, filter_query, is_null, sort_query
from ..options import CallOptions

if TYPE_CHECKING:
    from .._http.session import Session

R = TypeVar("R", bound=Record)
T = TypeVar("T")

Row = dict[str, Any]
"""A v2 record as parsed JSON; numbers with a fraction are ``Decimal``, exact."""

Deleted = Literal["without", "with", "only"]
"""Which rows a list brings: the server keeps deleted ones and lists them unless told otherwise."""

LIST = Operation(
    resource="entity", name="list", method="GET", base="/v2/api/entity", path="/{entity}/list/{level}", kind="list"
)
GET = Operation(
    resource="entity", name="get", method="GET", base="/v2/api/entity", path="/{entity}/{id}/{level}", kind="get"
)

_LEVELS = (-1, 1, 2, 3, 4)
_NEWEST_FIRST: QueryPairs = (("sort[id]", "desc"),)
_CHANGED_FIRST: QueryPairs = (("sort[modified]", "desc"),)
_SETTLED_FIELDS = frozenset({"id", "created", "deleted_at"})
"""Filtering by these, a row does not enter a list by being edited."""


class Entity(Generic[T]):
    """The records of one v2 entity: ``daftra.entity("invoice")``.

    Rows are dictionaries as the server sent them, or records of ``model`` where one is given: ``model=Invoice`` has the
    same attributes as ``daftra.invoices.get``, its relations included as far as the level brings them.
    """

    @overload
    def __init__(self: Entity[Row], session: Session, name: str) -> None: ...
    @overload
    def __init__(self: Entity[R], session: Session, name: str, *, model: type[R]) -> None: ...
    def __init__(self, session: Session, name: str, *, model: type[Any] | None = None) -> None:
        self.name = name
        self._session = session
        self._model = model

    def __repr__(self) -> str:
        return f"<Entity {self.name}>"

    def list(
        self,
        *,
        level: int = 1,
        where: Where | None = None,
        sort: str | Sequence[str] | None = None,
        per_page: int | None = None,
        page: int = 1,
        deleted: Deleted = "without",
        max_items: int | None = None,
        strict: bool = False,
        **options: Unpack[CallOptions],
    ) -> Pager[T]:
        """The entity's records, page by page: await it for one page, iterate over it for all.

        Args:
            level: how much of the relations comes along, -1 to 4 (see this module).
            where: conditions, see ``daftra_async.filters``: ``{"payment_status": 0, "summary_total": gte(1000)}``.
            sort: a field, ``"-date"`` for descending, or several. Without it, whole lists are read newest first.
            per_page: rows per page; the server's own figure is 20.
            page: the page to await, or to begin with.
            deleted: ``"without"`` deleted rows, ``"with"`` them, or ``"only"`` them. A condition on ``deleted_at``
                wins.
            max_items: stop after so many rows.
            strict: raise ``IncompleteList`` where it cannot be proved that no row was missed.

        Raises ``ConfigurationError`` for a level, field or value that cannot be. An entity that is unknown or
        switched off answers ``Rejected`` when the list is read.
        """
        query = _list_query(where, deleted) + sort_query(sort)
        path = {"entity": self.name, "level": checked_level(level)}
        read = self._read_page

        def source_of(more: QueryPairs) -> PageSource[T]:
            async def fetch(wanted: PageRequest) -> Page[T]:
                request = LIST.request(path=path, query={"page": wanted.page, "per_page": wanted.limit})
                asked = ordered_query(query + more, wanted.order)
                return await self._session.call(attrs.evolve(request, query=request.query + asked), read, options)

            order, order_query = _order(sort)
            return PageSource(
                fetch=fetch,
                name=f"entity({self.name!r}).list",
                identity=f"{self._session.account} {path} {query + more}",
                model=self._model,
                order=order,
                order_query=order_query,
                newest_first_query=_NEWEST_FIRST,
                filtered=bool(fields_of(where) - _SETTLED_FIELDS) or bool(more),
                details=lambda number: self.get(number, level=level, **options),
                changes=None if more else Changes(newest_first=_CHANGED_FIRST, since=lambda at: source_of(_since(at))),
            )

        return Pager(
            source_of(()),
            limit=per_page,
            start_page=page,
            max_items=max_items,
            concurrency=self._session.concurrency,
            strict=strict,
        )

    async def get(self, id: int, *, level: int = 1, **options: Unpack[CallOptions]) -> T:
        """One record. Raises ``NotFound`` for an id that does not exist, ``Rejected`` for an entity that does not."""
        request = GET.request(path={"entity": self.name, "id": id, "level": checked_level(level)})
        return await self._session.call(request, self._read_record, options)

    def _read_page(self, response: Response, settings: DecodeSettings) -> Page[Any]:
        return _page_of(response, settings) if self._model is None else decode_page(response, self._model, settings)

    def _read_record(self, response: Response, settings: DecodeSettings) -> Any:
        return _record_of(response) if self._model is None else decode_record(response, self._model, settings)


def _list_query(where: Where | None, deleted: Deleted) -> QueryPairs:
    pairs = filter_query(where)
    if deleted not in ("without", "with", "only"):
        raise ConfigurationError(f"deleted={deleted!r}: give 'without', 'with' or 'only'")
    if deleted == "with" or "deleted_at" in fields_of(where):
        return pairs
    return pairs + filter_query({"deleted_at": is_null(deleted == "without")})


def _since(moment: datetime) -> QueryPairs:
    return (("filter[modified][gte]", moment.strftime("%Y-%m-%d %H:%M:%S")),)


def _order(sort: str | Sequence[str] | None) -> tuple[Order, QueryPairs]:
    fields = [sort] if isinstance(sort, str) else list(sort or ())
    if not fields:
        return "newest_first", _NEWEST_FIRST
    orders: Mapping[str, Order] = {"-id": "newest_first", "id": "oldest_first"}
    return orders.get(fields[0], "editable"), ()


def checked_level(level: int) -> int:
    """The level itself; raises ``ConfigurationError`` for one that the server does not have."""
    if level not in _LEVELS or isinstance(level, bool):
        raise ConfigurationError(f"level={level!r}: give one of {', '.join(map(str, _LEVELS))}")
    return level


def _page_of(response: Response, settings: DecodeSettings) -> Page[Row]:
    rows = find_rows(open_json(response))
    if rows is None:
        raise _unexpected(response, "the answer holds no list")
    return Page(
        items=[row for row in rows.rows if isinstance(row, dict)],
        **attrs.asdict(rows.paging),
        view=Text(response.body) if settings.keep_raw else None,
    )


def _record_of(response: Response) -> Row:
    value = open_json(response)
    for key in ("payload", "data"):
        if isinstance(value, dict) and "id" not in value and isinstance(value.get(key), dict):
            value = value[key]
    if not isinstance(value, dict) or not value:
        raise _unexpected(response, "the answer holds no record")
    return value


def _unexpected(response: Response, message: str) -> UnexpectedResponse:
    return UnexpectedResponse(message, **evidence(response))
