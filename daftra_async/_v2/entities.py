"""The v2 records of any entity by its name, documented or not.

A *level* says how much of a record's relations comes with it: ``-1`` the bare record, ``1`` its own fields, ``2`` its
relations (an invoice's lines and payments), ``3`` and ``4`` the relations of those. Each level costs the server more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar, Unpack, overload

import attrs

from .._paging.fields import entity_fields
from .._paging.listing import V2, Deleted, ListCall, as_v2, checked_level
from .._paging.pager import Pager
from .._wire.decode import decode_page, decode_record
from .._wire.envelope import find_rows, open_json
from .._wire.error_parsing import evidence
from .._wire.messages import Operation, Response
from .._wire.page import Page
from .._wire.record import Record
from .._wire.settings import DecodeSettings
from .._wire.source import Text
from ..errors import UnexpectedResponse
from ..filters import Sort, Where
from ..options import CallOptions
from .parts import Row

if TYPE_CHECKING:
    from .._http.session import Session

R = TypeVar("R", bound=Record)
T = TypeVar("T")

LIST = Operation(
    resource="entity", name="list", method="GET", base="/v2/api/entity", path="/{entity}/list/{level}", kind="list"
)
GET = Operation(
    resource="entity", name="get", method="GET", base="/v2/api/entity", path="/{entity}/{id}/{level}", kind="get"
)


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
        sort: Sort | None = None,
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
        request = LIST.request(path={"entity": self.name, "level": checked_level(level)})
        call: ListCall[T] = ListCall(
            session=self._session,
            request=request,
            parse=self._read_page,
            style=V2,
            name=f"entity({self.name!r}).list",
            options=options,
            model=self._model,
            details=lambda number: self.get(number, level=level, **options),
        )
        fields = entity_fields(self.name)
        if self._model is not None:
            fields = attrs.evolve(fields, models=(self._model, *fields.models))
        call = as_v2(call, where, sort, fields, deleted=deleted)
        return call.pager(page=page, limit=per_page, max_items=max_items, strict=strict)

    async def get(self, id: int, *, level: int = 1, **options: Unpack[CallOptions]) -> T:
        """One record. Raises ``NotFound`` for an id that does not exist, ``Rejected`` for an entity that does not."""
        request = GET.request(path={"entity": self.name, "id": id, "level": checked_level(level)})
        return await self._session.call(request, self._read_record, options)

    def _read_page(self, response: Response, settings: DecodeSettings) -> Page[Any]:
        return _page_of(response, settings) if self._model is None else decode_page(response, self._model, settings)

    def _read_record(self, response: Response, settings: DecodeSettings) -> Any:
        return _record_of(response) if self._model is None else decode_record(response, self._model, settings)


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
