"""Sales orders: 2 documented operations."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Resource
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._wire import Created, Done
    from ...models.sales_order_conversion_draft import SalesOrderConversionBody, SalesOrderConversionDraft


class SalesOrdersResource(Resource):
    """Sales orders: 2 documented operations."""

    __slots__ = ()
    _name = "sales_orders"

    async def convert_to_invoice(
        self,
        id: int,
        draft: SalesOrderConversionDraft | SalesOrderConversionBody,
        *,
        requisition_ids: Sequence[str] | None = None,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Created:
        """Create a sales order

        ``POST /api2/sales_orders/convert_to_invoice/{id}``, documentation page 9345333058.

        Args:
            id: The record's id.
            extra: Fields that the documentation lacks, by their names on the wire: they go into the main part.
        """
        from .convert_to_invoice import build, parse

        return await self._call(build(id, draft, requisition_ids=requisition_ids, extra=extra), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a sales order

        ``DELETE /api2/sales_orders/{id}``, documentation page 9396764271.

        Args:
            id: The record's id.
        """
        from .delete import build, parse

        return await self._call(build(id), parse, options)
