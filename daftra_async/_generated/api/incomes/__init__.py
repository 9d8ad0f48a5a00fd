"""Incomes: 5 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Editable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.income import Income
    from ...models.income_draft import IncomeDraft


class IncomesResource(Editable["Income", "IncomeDraft"]):
    """Incomes: 5 documented operations."""

    __slots__ = ()
    _name = "incomes"

    async def create(self, draft: IncomeDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Created:
        """Create an income

        ``POST /api2/incomes.json``, documentation page 15115342.
        """
        from .create import build, parse

        return await self._call(build(draft), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete an income

        ``DELETE /api2/incomes/{id}.json``, documentation page 15115340.

        Args:
            id: The record's id.
        """
        from .delete import build, parse

        return await self._call(build(id), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> Income:
        """One income

        ``GET /api2/incomes/{id}.json``, documentation page 15115338.

        Args:
            id: The record's id.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    def list(
        self, *, limit: int | None = None, page: int | None = None, **options: Unpack[CallOptions]
    ) -> Pager[Income]:
        """Incomes, page by page

        ``GET /api2/incomes.json``, documentation page 15115341.

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

    async def update(self, id: int, draft: IncomeDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Done:
        """Replace an income: fields left out are reset

        ``PUT /api2/incomes/{id}.json``, documentation page 15115339.

        Args:
            id: The record's id.
        """
        from .update import build, parse

        return await self._call(build(id, draft), parse, options)
