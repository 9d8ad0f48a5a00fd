"""Several v2 reads in one request: single records and lists, of different entities, each under a name of the
caller's.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import attrs

from .._generated.operations import ENTITIES_FETCH_MANY
from .._paging.listing import checked_level
from .._paging.prefetch import Fetch, in_order
from .._wire.envelope import open_json
from .._wire.error_parsing import evidence
from .._wire.messages import Response
from .._wire.page import Page
from .._wire.record import Record
from .._wire.settings import DecodeSettings
from ..errors import ConfigurationError, ResponseError, UnexpectedResponse
from ..options import CallOptions
from .parts import Part, Row, split

if TYPE_CHECKING:
    from .._http.session import Session

MULTI_ENTITY = attrs.evolve(ENTITIES_FETCH_MANY, kind="get")
"""A POST that only reads, and so may be tried again."""

_TOO_LARGE = 413


def _is_id(show: object, _: object, id: Any) -> None:
    if isinstance(id, bool) or not isinstance(id, int):
        raise ConfigurationError(f"Show(…, {id!r}): the second argument is the record's id, a number")


def _is_entity(part: object, _: object, name: Any) -> None:
    if not isinstance(name, str) or not name:
        raise ConfigurationError(f"{name!r} is no entity: give its name, such as 'invoice'")


def _is_level(part: object, _: object, level: int) -> None:
    checked_level(level)


@attrs.frozen
class Show:
    """One record: ``Show("invoice", 172185)``, with its relations down to ``level``; typed where ``model`` is given."""

    entity: str = attrs.field(validator=_is_entity)
    id: int = attrs.field(validator=_is_id)
    level: int = attrs.field(default=1, kw_only=True, validator=_is_level)
    model: type[Record] | None = attrs.field(default=None, kw_only=True)

    def written(self, alias: str) -> dict[str, Any]:
        """The part of the request's body for it."""
        return {
            "key": self.entity,
            "action": "show",
            "options": str(self.id),
            "data_level": self.level,
            "alias": alias,
        }

    def read(self, part: Part, settings: DecodeSettings) -> Row | Record:
        """The record in its part of the answer."""
        return part.record(self.model, settings)


@attrs.define(init=False)
class List:
    """The records that equal in all fields given: ``List("requisition", order_id=172185)``.

    This request knows equality only; for other comparisons and for paging use ``daftra.entity(name).list(where=…)``.
    Deleted records are left out unless ``with_deleted``; the rows are records of ``model`` where one is given. Fields
    named like an argument go into ``fields``.
    """

    entity: str
    fields: Mapping[str, object]
    level: int
    with_deleted: bool
    model: type[Record] | None

    def __init__(
        self,
        entity: str,
        fields: Mapping[str, object] | None = None,
        /,
        *,
        level: int = 1,
        with_deleted: bool = False,
        model: type[Record] | None = None,
        **more: object,
    ) -> None:
        _is_entity(self, None, entity)
        self.entity = entity
        self.fields = {**(fields or {}), **more}
        self.level = checked_level(level)
        self.with_deleted = with_deleted
        self.model = model

    def written(self, alias: str) -> dict[str, Any]:
        """The part of the request's body for it."""
        return {
            "key": self.entity,
            "action": "list",
            "options": dict(self.fields),
            "data_level": self.level,
            "alias": alias,
        }

    def read(self, part: Part, settings: DecodeSettings) -> Page[Any]:
        """The records in their part of the answer."""
        return part.page(self.model, settings, with_deleted=self.with_deleted)


async def fetch_many(
    session: Session, parts: Mapping[str, Show | List], *, most: int = 20, options: CallOptions | None = None
) -> dict[str, Any]:
    """The records and lists by the names they were asked under: a record as a dictionary, a list as a ``Page`` of them,
    or as typed records where the part names a model.

    At most ``most`` parts go into a request; several requests run at the client's concurrency, and one that the server
    calls too large is halved. A list's ``page.has_more`` tells that it is not all of it.

    Raises ``NotFound`` and ``Rejected``, naming the part, for a record and an entity that do not exist, and
    ``UnexpectedResponse`` where the answer leaves a part out.
    """
    for name, part in parts.items():
        if not isinstance(part, Show | List):
            raise ConfigurationError(f"{name}={part!r}: give Show(entity, id) or List(entity, field=value)")
    names = list(parts)
    chunks = iter([names[start : start + most] for start in range(0, len(names), most)])

    def next_call() -> Fetch[dict[str, Any]] | None:
        chunk = next(chunks, None)
        return None if chunk is None else partial(_fetch, session, {name: parts[name] for name in chunk}, options or {})

    found: dict[str, Any] = {}
    async for answer in in_order(next_call, concurrency=session.concurrency):
        found |= answer
    return found


async def _fetch(session: Session, parts: Mapping[str, Show | List], options: CallOptions) -> dict[str, Any]:
    def read(response: Response, settings: DecodeSettings) -> dict[str, Any]:
        return _read(response, parts, settings)

    request = MULTI_ENTITY.request(body=[part.written(name) for name, part in parts.items()])
    try:
        return await session.call(request, read, options)
    except ResponseError as error:
        if error.status != _TOO_LARGE or len(parts) == 1:
            raise
    names = list(parts)
    first, second = names[: len(names) // 2], names[len(names) // 2 :]
    halves = [await _fetch(session, {name: parts[name] for name in half}, options) for half in (first, second)]
    return {**halves[0], **halves[1]}


def _read(response: Response, parts: Mapping[str, Show | List], settings: DecodeSettings) -> dict[str, Any]:
    answered = split(response)
    missing = next((name for name in parts if name not in answered), None)
    if missing is not None:
        open_json(response)  # an answer that says no as a whole is the error that it means
        raise UnexpectedResponse(f"the answer leaves out {missing!r}", **evidence(response))
    return {name: part.read(Part(name, answered[name], response), settings) for name, part in parts.items()}
