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

        Answers the id of what was made. The server knows no idempotency key: the same request twice makes
        two.

        ``POST /api2/sales_orders/convert_to_invoice/{id}``, documentation page 9345333058.

        Args:
            id: The record's id.
            draft: What is written, as a draft or as a dict in the documented shape.
            extra: Fields that the documentation lacks, by their names on the wire: they go into the main part.

        Returns:
            The id, and the number where the server says it.

        Raises:
            ConfigurationError: the draft has what no draft can; nothing was sent.
            ValidationError: the server refused what was written; `validation_errors` says why.
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .convert_to_invoice import build, parse

        return await self._call(build(id, draft, requisition_ids=requisition_ids, extra=extra), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a sales order

        Removes the record. One that others still need is refused.

        ``DELETE /api2/sales_orders/{id}``, documentation page 9396764271.

        Args:
            id: The record's id.

        Returns:
            What the server said beside its yes.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .delete import build, parse

        return await self._call(build(id), parse, options)
