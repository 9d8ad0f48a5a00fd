"""Estimates: 5 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Bulk, Editable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.estimate import Estimate
    from ...models.estimate_draft import EstimateDraft


class EstimatesResource(Bulk, Editable["Estimate", "EstimateDraft"]):
    """Estimates: 5 documented operations."""

    __slots__ = ()
    _name = "estimates"

    async def create(self, draft: EstimateDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Created:
        """Create an estimate

        ``POST /api2/estimates.json``, documentation page 15115247.
        """
        from .create import build, parse

        return await self._call(build(draft), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete an estimate

        ``DELETE /api2/estimates/{id}.json``, documentation page 15115245.

        Args:
            id: The record's id.
        """
        from .delete import build, parse

        return await self._call(build(id), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> Estimate:
        """One estimate with its client and lines

        ``GET /api2/estimates/{id}.json``, documentation page 15115243.

        Args:
            id: The record's id.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    def list(
        self, *, limit: int | None = None, page: int | None = None, **options: Unpack[CallOptions]
    ) -> Pager[Estimate]:
        """Estimates, page by page

        ``GET /api2/estimates.json``, documentation page 15115246.

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

    async def update(self, id: int, draft: EstimateDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Done:
        """Replace an estimate: fields left out are reset

        ``PUT /api2/estimates/{id}.json``, documentation page 15115244.

        Args:
            id: The record's id.
        """
        from .update import build, parse

        return await self._call(build(id, draft), parse, options)
