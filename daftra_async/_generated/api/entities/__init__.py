"""Entities: 6 documented operations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Resource
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.entity_record import EntityRecord


class EntitiesResource(Resource):
    """Entities: 6 documented operations."""

    __slots__ = ()
    _name = "entities"

    async def create(self, entity: str, body: Mapping[str, Any], **options: Unpack[CallOptions]) -> Created:
        """Create a record of any v2 entity

        Answers the id of what was made. The server knows no idempotency key: the same request twice makes
        two.

        ``POST /v2/api/entity/{entity}``, documentation page 9543304882.

        Args:
            entity: The v2 entity's key, such as invoice.
            body: What is written, as a draft or as a dict in the documented shape.

        Returns:
            The id, and the number where the server says it.

        Raises:
            ValidationError: the server refused what was written; `validation_errors` says why.
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .create import build, parse

        return await self._call(build(entity, body), parse, options)

    async def delete(self, entity: str, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a record of any v2 entity

        Removes the record. One that others still need is refused.

        ``DELETE /v2/api/entity/delete/{entity}/{id}``, documentation page 9254090399.

        Args:
            entity: The v2 entity's key, such as invoice.
            id: The record's id.

        Returns:
            What the server said beside its yes.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .delete import build, parse

        return await self._call(build(entity, id), parse, options)

    async def fetch_many(self, body: Sequence[Mapping[str, Any]], **options: Unpack[CallOptions]) -> Any:
        """Read several entities in one request

        Whether it may be repeated is not documented: look at the record before it is sent again.

        ``POST /v2/api/multi-entity``, documentation page 38332473.

        Args:
            body: What is written, as a draft or as a dict in the documented shape.

        Returns:
            The answer as JSON values.

        Raises:
            ValidationError: the server refused what was written; `validation_errors` says why.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .fetch_many import build, parse

        return await self._call(build(body), parse, options)

    async def get(self, entity: str, id: int, level: int, **options: Unpack[CallOptions]) -> EntityRecord:
        """One record of any v2 entity

        Answers the record. An id that does not exist is refused with status 400.

        ``GET /v2/api/entity/{entity}/{id}/{level}``, documentation page 9296033398.

        Args:
            entity: The v2 entity's key, such as invoice.
            id: The record's id.
            level: How deep related records are loaded, from 1 to 4; -1 loads none.

        Returns:
            The record; what cannot be typed is None there, and `raw` has it as it came.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
        """
        from .get import build, parse

        return await self._call(build(entity, id, level), parse, options)

    def list(
        self,
        entity: str,
        *,
        level: int = 1,
        fields: Sequence[str] | None = None,
        version: int | None = None,
        image_size: str | None = None,
        page: int | None = None,
        per_page: int | None = None,
        filter: Mapping[str, Any] | None = None,
        sort: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[EntityRecord]:
        """Records of any v2 entity, page by page

        Answers one page of records, with those that were deleted unless `filter[deleted_at][is_null]` is 1.

        ``GET /v2/api/entity/{entity}/list/{level}``, documentation page 18678234.

        Args:
            entity: The v2 entity's key, such as invoice.
            level: How deep related records are loaded, from 1 to 4; -1 loads none.
            page: Which page, from 1.
            per_page: How many records a page holds.
            filter: Conditions by field: {'status': 1}, or {'date': {'gte': '2026-01-01'}}.
            sort: The field to sort by (v2: {'created': 'desc'}).

        Returns:
            A pager: awaited it is one page, iterated over it is every row of the list.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
        """
        from .list_ import build, parse

        return self._pager(
            build,
            parse,
            {
                "entity": entity,
                "level": level,
                "fields": fields,
                "version": version,
                "image_size": image_size,
                "page": page,
                "per_page": per_page,
                "filter": filter,
                "sort": sort,
            },
            size="per_page",
            options=options,
        )

    async def update(self, entity: str, id: int, body: Mapping[str, Any], **options: Unpack[CallOptions]) -> Done:
        """Update a record of any v2 entity

        Changes the record that the id names.

        ``PUT /v2/api/entity/{entity}/{id}``, documentation page 9882933700.

        Args:
            entity: The v2 entity's key, such as invoice.
            id: The record's id.
            body: What is written, as a draft or as a dict in the documented shape.

        Returns:
            What the server said beside its yes.

        Raises:
            ValidationError: the server refused what was written; `validation_errors` says why.
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .update import build, parse

        return await self._call(build(entity, id, body), parse, options)
