"""Clients: 5 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Bulk, Editable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.client import Client
    from ...models.client_draft import ClientBody, ClientDict, ClientDraft
    from ...models.enums import SortDirection


class ClientsResource(Bulk, Editable["Client"]):
    """Clients: 5 documented operations."""

    __slots__ = ()
    _name = "clients"
    _draft = "ClientDraft"
    _keys = (
        "client_number",
        "notes",
    )

    async def edit(self, id: int | Client, /, **changes: Unpack[ClientDict]) -> Client:
        """Change some fields of a record and nothing else; returns it as the server has it afterwards.

        Keyword arguments are the attributes of the draft; a list replaces the whole list. ``Editable`` says what is read
        and written, what is raised, and when a change of somebody else's can be overwritten.
        """
        return await self._edit(id, changes)

    async def create(
        self,
        draft: ClientDraft | ClientBody,
        *,
        extra: Mapping[str, Any] | None = None,
        once: str | None = None,
        ledger: str | PathLike[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Created:
        """Create a client

        ``POST /api2/clients.json``, documentation page 15115262.

        Args:
            extra: Fields that the documentation lacks, by their names on the wire: they go into the main part.

        With ``once`` the write may be repeated, by a retry, after a crash, by another process: the same ``once`` makes one
        record. See ``Bulk.create_once``.
        """
        if once is not None:
            return await self.create_once(draft, once=once, ledger=ledger, extra=extra, **options)
        from .create import build, parse

        return await self._call(build(draft, extra=extra), parse, options)

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

    async def update(
        self,
        id: int,
        draft: ClientDraft | ClientBody,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Done:
        """Replace a client: fields left out are reset

        ``PUT /api2/clients/{id}.json``, documentation page 15115259.

        Args:
            id: The record's id.
            extra: Fields that the documentation lacks, by their names on the wire: they go into the main part.
        """
        from .update import build, parse

        return await self._call(build(id, draft, extra=extra), parse, options)
