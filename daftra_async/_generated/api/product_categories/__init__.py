"""Product categories: 2 documented operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ...._resource import Resource
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...models.product_category import ProductCategory


class ProductCategoriesResource(Resource):
    """Product categories: 2 documented operations."""

    __slots__ = ()
    _name = "product_categories"

    async def get(self, id: int, **options: Unpack[CallOptions]) -> ProductCategory:
        """One product category

        ``GET /api2/product_categories/{id}.json``, documentation page 15115373.

        Args:
            id: The record's id.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    def list(
        self, *, limit: int | None = None, page: int | None = None, **options: Unpack[CallOptions]
    ) -> Pager[ProductCategory]:
        """Product categories, page by page

        ``GET /api2/product_categories.json``, documentation page 15115374.

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
