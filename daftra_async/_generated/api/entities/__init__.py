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

        ``POST /v2/api/entity/{entity}``, documentation page 9543304882.

        Args:
            entity: The v2 entity's key, such as invoice.
        """
        from .create import build, parse

        return await self._call(build(entity, body), parse, options)

    async def delete(self, entity: str, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a record of any v2 entity

        ``DELETE /v2/api/entity/delete/{entity}/{id}``, documentation page 9254090399.

        Args:
            entity: The v2 entity's key, such as invoice.
            id: The record's id.
        """
        from .delete import build, parse

        return await self._call(build(entity, id), parse, options)

    async def fetch_many(self, body: Sequence[Mapping[str, Any]], **options: Unpack[CallOptions]) -> Any:
        """Read several entities in one request

        ``POST /v2/api/multi-entity``, documentation page 38332473.
        """
        from .fetch_many import build, parse

        return await self._call(build(body), parse, options)

    async def get(self, entity: str, id: int, level: int, **options: Unpack[CallOptions]) -> EntityRecord:
        """One record of any v2 entity

        ``GET /v2/api/entity/{entity}/{id}/{level}``, documentation page 9296033398.

        Args:
            entity: The v2 entity's key, such as invoice.
            id: The record's id.
            level: How deep related records are loaded, from 1 to 4; -1 loads none.
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

        ``GET /v2/api/entity/{entity}/list/{level}``, documentation page 18678234.

        Args:
            entity: The v2 entity's key, such as invoice.
            level: How deep related records are loaded, from 1 to 4; -1 loads none.
            page: Which page, from 1.
            per_page: How many records a page holds.
            filter: Conditions by field: {'status': 1}, or {'date': {'gte': '2026-01-01'}}.
            sort: The field to sort by (v2: {'created': 'desc'}).
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

        ``PUT /v2/api/entity/{entity}/{id}``, documentation page 9882933700.

        Args:
            entity: The v2 entity's key, such as invoice.
            id: The record's id.
        """
        from .update import build, parse

        return await self._call(build(entity, id, body), parse, options)
