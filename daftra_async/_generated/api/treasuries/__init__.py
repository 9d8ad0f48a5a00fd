"""Treasuries: 5 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Editable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.treasury import Treasury
    from ...models.treasury_draft import TreasuryDraft


class TreasuriesResource(Editable["Treasury", "TreasuryDraft"]):
    """Treasuries: 5 documented operations."""

    __slots__ = ()
    _name = "treasuries"

    async def create(self, draft: TreasuryDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Created:
        """Create a treasury

        ``POST /api2/treasuries.json``, documentation page 15115372.
        """
        from .create import build, parse

        return await self._call(build(draft), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a treasury

        ``DELETE /api2/treasuries/{id}.json``, documentation page 15115370.

        Args:
            id: The record's id.
        """
        from .delete import build, parse

        return await self._call(build(id), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> Treasury:
        """One treasury

        ``GET /api2/treasuries/{id}.json``, documentation page 15115368.

        Args:
            id: The record's id.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    def list(
        self, *, limit: int | None = None, page: int | None = None, **options: Unpack[CallOptions]
    ) -> Pager[Treasury]:
        """Treasuries, page by page

        ``GET /api2/treasuries.json``, documentation page 15115371.

        Args:
            limit: How many records a page holds.
            page: Which page, from 1.
        """
        from .list_ import build, parse

        return self._pager(
            build,
            parse,
            {
                "limit": limit,
                "page": page,
            },
            size="limit",
            details=self.get,
            options=options,
        )

    async def update(self, id: int, draft: TreasuryDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Done:
        """Replace a treasury: fields left out are reset

        ``PUT /api2/treasuries/{id}.json``, documentation page 15115369.

        Args:
            id: The record's id.
        """
        from .update import build, parse

        return await self._call(build(id, draft), parse, options)
