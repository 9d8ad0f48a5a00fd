"""Purchase orders: 4 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Resource
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._wire import Created, Done
    from ...models.enums import PurchaseOrderSend
    from ...models.purchase_order import PurchaseOrder
    from ...models.purchase_order_draft import PurchaseOrderBody, PurchaseOrderDraft


class PurchaseOrdersResource(Resource):
    """Purchase orders: 4 documented operations."""

    __slots__ = ()
    _name = "purchase_orders"

    async def create(
        self,
        draft: PurchaseOrderDraft | PurchaseOrderBody,
        *,
        send: PurchaseOrderSend | str | None = None,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Created:
        """Create a purchase order

        ``POST /api2/purchase_orders``, documentation page 9249222720.

        Args:
            send: Send the documents to their clients by e-mail.
            extra: Fields that the documentation lacks, by their names on the wire: they go into the main part.
        """
        from .create import build, parse

        return await self._call(build(draft, send=send, extra=extra), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> PurchaseOrder:
        """One purchase order

        ``GET /api2/purchase_orders/{id}``, documentation page 9323226294.

        Args:
            id: The record's id.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    async def open_list(self, **options: Unpack[CallOptions]) -> Any:
        """Open list (purchase orders)

        ``GET /api2/purchase_orders``, documentation page 9636582490.
        """
        from .open_list import build, parse

        return await self._call(build(), parse, options)

    async def update(
        self,
        id: int,
        draft: PurchaseOrderDraft | PurchaseOrderBody,
        *,
        send: PurchaseOrderSend | str | None = None,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Done:
        """Replace a purchase order: fields left out are reset

        ``PUT /api2/purchase_orders/{id}``, documentation page 9139703007.

        Args:
            id: The record's id.
            send: Send the documents to their clients by e-mail.
            extra: Fields that the documentation lacks, by their names on the wire: they go into the main part.
        """
        from .update import build, parse

        return await self._call(build(id, draft, send=send, extra=extra), parse, options)
