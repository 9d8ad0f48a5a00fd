"""The one place where a list operation becomes a pager: how its pages are asked for, ordered, told apart and synced."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

import attrs

from ..errors import ConfigurationError
from ..filters import Sort, Undocumented, Where, fields_of, filter_query, is_null, sort_query, sorting
from .arguments import check_extra_query, checked_arguments
from .fields import KnownFields, entity_fields, row_model
from .page_source import Changes, Order, PageRequest, PageSource, QueryPairs, ordered_query
from .pager import Pager

if TYPE_CHECKING:
    from .._http.session import Session
    from .._wire import DecodeSettings, Page, Request, Response
    from ..options import CallOptions

T = TypeVar("T")

Deleted = Literal["without", "with", "only"]
"""Which rows a v2 list brings: the server keeps deleted ones and lists them unless told otherwise."""

SETTLED = frozenset(
    "entity level sort direction recursive load_custom_data include_client_credit created_from created_to".split()  # noqa: SIM905
)
"""Arguments that no edit of a row can make it enter or leave a list by."""

SETTLED_FIELDS = frozenset(("id", "created", "deleted_at"))
"""The same among the fields of a v2 filter."""

NESTED: Mapping[str, tuple[str, int, str]] = {"invoices.list": ("recursive", 1, "items")}
"""Lists that bring whole records when asked to: the argument, its value, and what a whole record has.

Source: page 15115241 has lines, payments, taxes, documents and custom fields in the rows of ``recursive=1``, which is
all that the page of the single invoice (15115238) has. No other page of a list says this of itself.
"""

_LEVELS = (-1, 1, 2, 3, 4)


@attrs.frozen(kw_only=True)
class Style:
    """How the lists of an API are asked.

    ``size`` is the parameter for rows per page. ``newest`` orders by id rather than by ``created``, which many rows
    share; it is sent where the page documents no ordering too: a server that does not know it ignores it, and the pager
    goes by what the rows show. ``changed`` puts the latest change first; ``changed_since`` filters by it.
    """

    size: str
    newest: QueryPairs
    changed: QueryPairs
    changed_since: Callable[[datetime], QueryPairs] | None = None


def _changed_since(moment: datetime) -> QueryPairs:
    return (("filter[modified][gte]", moment.isoformat(" ", "seconds")),)


V1 = Style(
    size="limit",
    newest=(("sort", "id"), ("direction", "desc")),
    changed=(("sort", "modified"), ("direction", "desc")),
)
V2 = Style(
    size="per_page",
    newest=(("sort[id]", "desc"),),
    changed=(("sort[modified]", "desc"),),
    changed_since=_changed_since,
)


@attrs.frozen(kw_only=True)
class Nested:
    """The request for a list whose rows are full records, and the attribute that holds what other rows lack."""

    request: Request
    held: str


@attrs.frozen(kw_only=True)
class ListCall(Generic[T]):
    """One list call with its arguments settled; ``request`` asks for no page, size or ordering but the caller's own.

    ``order`` is the one that the caller chose, ``None`` for none. ``filtered``: an edit can bring a row into the list
    or take it out. ``details`` reads a row's full record by id; ``nested`` asks for the list whose rows are such.
    """

    session: Session
    request: Request
    parse: Callable[[Response, DecodeSettings], Page[T]]
    style: Style
    name: str
    options: CallOptions
    order: Order | None = None
    filtered: bool = False
    model: type[Any] | None = None
    details: Callable[[int], Awaitable[T]] | None = None
    nested: Nested | None = None

    def pager(
        self, *, page: int | None, limit: int | None, max_items: int | None = None, strict: bool = False
    ) -> Pager[T]:
        return Pager(
            self._source(self.request),
            limit=limit,
            start_page=1 if page is None else page,
            max_items=max_items,
            concurrency=self.session.concurrency,
            strict=strict,
        )

    def _source(self, request: Request, more: QueryPairs = ()) -> PageSource[T]:
        query, style = request.query + more, self.style
        nested = None if self.nested is None or self.nested.request is request else self.nested

        async def fetch(wanted: PageRequest) -> Page[T]:
            size = () if wanted.limit is None else ((style.size, str(wanted.limit)),)
            asked = (("page", str(wanted.page)), *size, *ordered_query(query, wanted.order))
            return await self.session.call(attrs.evolve(request, query=asked), self.parse, self.options)

        def since(moment: datetime) -> PageSource[T]:
            return self._source(request, style.changed_since(moment) if style.changed_since else ())

        changes = Changes(newest_first=style.changed, since=since if style.changed_since else None)
        sent_with = (self.options.get("branch_id"), self.options.get("query"), self.session.preset.get("query"))
        return PageSource(
            fetch=fetch,
            name=self.name,
            identity=f"{self.session.account} {request.path} {query} {sent_with}",
            model=self.model,
            order=self.order or "newest_first",
            order_query=() if self.order else style.newest,
            newest_first_query=style.newest,
            filtered=self.filtered or bool(more or sent_with[1] or sent_with[2]),
            details=self.details,
            nested=None if nested is None else self._source(nested.request, more),
            is_whole=None if nested is None else lambda row: bool(getattr(row, nested.held)),
            changes=None if more else changes,
        )


def documented_list(
    session: Session,
    name: str,
    build: Callable[..., Request],
    parse: Callable[[Response, DecodeSettings], Page[T]],
    arguments: Mapping[str, Any],
    *,
    size: str,
    details: Callable[..., Awaitable[T]] | None,
    options: CallOptions,
) -> Pager[T]:
    """The pager over one generated list call, ``name`` in messages.

    ``size`` names the argument for rows per page (``limit`` or ``per_page``), ``details`` reads a row's full record.
    Raises ``ConfigurationError`` for a value that its parameter does not take and a field that the records do not have.
    """
    given = {argument: value for argument, value in arguments.items() if value is not None}
    page, limit = given.pop("page", None), given.pop(size, None)
    v2 = size == V2.size
    where, sort = (given.pop("filter", None), given.pop("sort", None)) if v2 else (None, None)
    given = checked_arguments(name, build, given)
    if v2:
        checked_level(given.get("level", 1))
    check_extra_query(name, build, {**session.preset.get("query", {}), **options.get("query", {})})
    model, request = row_model(parse), build(**given)
    fields = entity_fields(given["entity"]) if "entity" in given else KnownFields(name, (model,) if model else ())
    call = ListCall(
        session=session,
        request=request,
        parse=parse,
        style=V1,
        name=name,
        options=options,
        order=None if v2 else _v1_order(given, fields, request.operation.model_key),
        filtered=bool(given.keys() - SETTLED),
        model=model,
        details=None if details is None else partial(details, **_same_level(request, given), **options),
        nested=_nested(name, build, given),
    )
    return (as_v2(call, where, sort, fields) if v2 else call).pager(page=page, limit=limit)


def as_v2(
    call: ListCall[T], where: Where | None, sort: Sort | None, fields: KnownFields, *, deleted: Deleted = "without"
) -> ListCall[T]:
    """The call with a v2 filter and ordering.

    Raises ``ConfigurationError`` for a field that the entity does not have, and for a filter or ordering that is none.
    """
    if deleted not in ("without", "with", "only"):
        raise ConfigurationError(f"deleted={deleted!r}: give 'without', 'with' or 'only'")
    looked_at, order = fields_of(where), sorting(sort)
    pairs = filter_query(where)
    if deleted != "with" and "deleted_at" not in looked_at:
        # v2 lists bring deleted rows too, unless a filter on this field says otherwise.
        pairs += filter_query({"deleted_at": is_null(deleted == "without")})
    pairs += sort_query(sort)
    fields.check([*looked_at, *(field for field, _ in order)])
    return attrs.evolve(
        call,
        request=attrs.evolve(call.request, query=call.request.query + pairs),
        style=V2,
        order=_order_by(*order[0]) if order else None,
        filtered=call.filtered or not SETTLED_FIELDS.issuperset(looked_at),
    )


def checked_level(level: int) -> int:
    """The level itself; raises ``ConfigurationError`` for one that the server does not have."""
    if level not in _LEVELS or isinstance(level, bool):
        raise ConfigurationError(f"level={level!r}: give one of {', '.join(map(str, _LEVELS))}")
    return level


def _order_by(field: str, direction: str) -> Order:
    if field != "id":
        return "editable"
    return "oldest_first" if direction == "asc" else "newest_first"


def _v1_order(given: Mapping[str, Any], fields: KnownFields, model_key: str | None) -> Order | None:
    """The order that the caller chose; v1 takes ``id`` and ``Invoice.id``, and sorts downwards unless told."""
    if given.keys().isdisjoint(("sort", "direction")):
        return None
    field = given.get("sort", "")
    bare = field.removeprefix(f"{model_key}.")
    if field and not isinstance(field, Undocumented):
        fields.check([bare], related=False)
    return _order_by(bare, str(given.get("direction", "desc")).lower())


def _same_level(request: Request, given: Mapping[str, Any]) -> dict[str, int]:
    """The level that the list was asked at, where single records have one too."""
    from .._generated.operations import OPERATIONS

    get = next((one for one in OPERATIONS if one.resource == request.operation.resource and one.name == "get"), None)
    return {"level": given["level"]} if "level" in given and get is not None and "level" in get.path_arguments else {}


def _nested(name: str, build: Callable[..., Request], given: Mapping[str, Any]) -> Nested | None:
    if name not in NESTED:
        return None
    argument, value, held = NESTED[name]
    return Nested(request=build(**{**given, argument: value}), held=held)
