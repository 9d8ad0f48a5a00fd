"""Shipping options: 1 documented operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ...._resource import Resource
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...models.shipping_method import ShippingMethod


class ShippingOptionsResource(Resource):
    """Shipping options: 1 documented operations."""

    __slots__ = ()
    _name = "shipping_options"

    def list(
        self, *, page: int | None = None, limit: int | None = None, **options: Unpack[CallOptions]
    ) -> Pager[ShippingMethod]:
        """Shipping options, page by page

        Answers one page of records. A row may carry less than the record read by itself.

        ``GET /api2/shipping_options``, documentation page 9466426799.

        Args:
            page: Which page, from 1.
            limit: How many records a page holds.

        Returns:
            A pager: awaited it is one page, iterated over it is every row of the list.
        """
        from .list_ import build, parse

        return self._pager(
            build,
            parse,
            {
                "page": page,
                "limit": limit,
            },
            size="limit",
            options=options,
        )
