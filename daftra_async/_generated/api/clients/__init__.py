"""Clients: 5 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Editable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.client import Client
    from ...models.client_draft import ClientDraft
    from ...models.enums import SortDirection


class ClientsResource(Editable["Client", "ClientDraft"]):
    """Clients: 5 documented operations."""

    __slots__ = ()
    _name = "clients"

    async def create(self, draft: ClientDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Created:
        """Create a client

        ``POST /api2/clients.json``, documentation page 15115262.
        """
        from .create import build, parse

        return await self._call(build(draft), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a client

        ``DELETE /api2/clients/{id}.json``, documentation page 15115260.

        Args:
            id: The record's id.
        """
        from .delete import build, parse

        return await self._call(build(id), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> Client:
        """One client

        ``GET /api2/clients/{id}.json``, documentation page 15115258.

        Args:
            id: The record's id.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    def list(
        self,
        *,
        limit: int | None = None,
        page: int | None = None,
        sort: str | None = None,
        direction: SortDirection | str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Client]:
        """Clients, page by page

        ``GET /api2/clients.json``, documentation page 15115261.

        Args:
            limit: How many records a page holds.
            page: Which page, from 1.
            sort: The field to sort by (v2: {'created': 'desc'}).
            direction: Sort direction.
        """
        from .list_ import build, parse

        return self._pager(
            build,
            parse,
            {
                "limit": limit,
                "page": page,
                "sort": sort,
                "direction": direction,
            },
            size="limit",
            details=self.get,
            options=options,
        )

    async def update(self, id: int, draft: ClientDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Done:
        """Replace a client: fields left out are reset

        ``PUT /api2/clients/{id}.json``, documentation page 15115259.

        Args:
            id: The record's id.
        """
        from .update import build, parse

        return await self._call(build(id, draft), parse, options)
