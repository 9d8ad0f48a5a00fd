"""Purchase refunds: 5 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Bulk, Editable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.purchase_refund import PurchaseRefund
    from ...models.purchase_refund_draft import PurchaseRefundDraft


class PurchaseRefundsResource(Bulk, Editable["PurchaseRefund", "PurchaseRefundDraft"]):
    """Purchase refunds: 5 documented operations."""

    __slots__ = ()
    _name = "purchase_refunds"

    async def create(self, draft: PurchaseRefundDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Created:
        """Create a purchase refund

        ``POST /api2/purchase_refunds.json``, documentation page 15115357.
        """
        from .create import build, parse

        return await self._call(build(draft), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a purchase refund

        ``DELETE /api2/purchase_refunds/{id}.json``, documentation page 15115355.

        Args:
            id: The record's id.
        """
        from .delete import build, parse

        return await self._call(build(id), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> PurchaseRefund:
        """One purchase refund

        ``GET /api2/purchase_refunds/{id}.json``, documentation page 15115353.

        Args:
            id: The record's id.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    def list(
        self, *, limit: int | None = None, page: int | None = None, **options: Unpack[CallOptions]
    ) -> Pager[PurchaseRefund]:
        """Purchase refunds, page by page

        ``GET /api2/purchase_refunds.json``, documentation page 15115356.

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

    async def update(
        self, id: int, draft: PurchaseRefundDraft | Mapping[str, Any], **options: Unpack[CallOptions]
    ) -> Done:
        """Replace a purchase refund: fields left out are reset

        ``PUT /api2/purchase_refunds/{id}.json``, documentation page 15115354.

        Args:
            id: The record's id.
        """
        from .update import build, parse

        return await self._call(build(id, draft), parse, options)
