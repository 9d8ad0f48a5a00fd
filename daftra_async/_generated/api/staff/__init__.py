"""Staff: 2 documented operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ...._resource import Resource
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...models.staff import Staff


class StaffResource(Resource):
    """Staff: 2 documented operations."""

    __slots__ = ()
    _name = "staff"

    async def get(self, id: int, **options: Unpack[CallOptions]) -> Staff:
        """One staff member

        ``GET /api2/staff/{id}.json``, documentation page 15115375.

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
        load_custom_data: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Staff]:
        """Staff members, page by page

        ``GET /api2/staff.json``, documentation page 15115376.

        Args:
            limit: How many records a page holds.
            page: Which page, from 1.
            load_custom_data: Also load custom fields.
        """
        from .list_ import build, parse

        return self._pager(
            build,
            parse,
            {
                "limit": limit,
                "page": page,
                "load_custom_data": load_custom_data,
            },
            size="limit",
            details=self.get,
            options=options,
        )
