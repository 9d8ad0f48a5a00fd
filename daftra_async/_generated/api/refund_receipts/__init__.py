"""Refund receipts: 5 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Bulk, Editable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.refund_receipt import RefundReceipt
    from ...models.refund_receipt_draft import RefundReceiptDraft


class RefundReceiptsResource(Bulk, Editable["RefundReceipt", "RefundReceiptDraft"]):
    """Refund receipts: 5 documented operations."""

    __slots__ = ()
    _name = "refund_receipts"

    async def create(self, draft: RefundReceiptDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Created:
        """Create a refund receipt

        ``POST /api2/refund_receipts.json``, documentation page 15115257.
        """
        from .create import build, parse

        return await self._call(build(draft), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a refund receipt

        ``DELETE /api2/refund_receipts/{id}.json``, documentation page 15115255.

        Args:
            id: The record's id.
        """
        from .delete import build, parse

        return await self._call(build(id), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> RefundReceipt:
        """One refund receipt with its client and lines

        ``GET /api2/refund_receipts/{id}.json``, documentation page 15115253.

        Args:
            id: The record's id.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    def list(
        self, *, limit: int | None = None, page: int | None = None, **options: Unpack[CallOptions]
    ) -> Pager[RefundReceipt]:
        """Refund receipts, page by page

        ``GET /api2/refund_receipts.json``, documentation page 15115256.

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
        self, id: int, draft: RefundReceiptDraft | Mapping[str, Any], **options: Unpack[CallOptions]
    ) -> Done:
        """Replace a refund receipt: fields left out are reset

        ``PUT /api2/refund_receipts/{id}.json``, documentation page 15115254.

        Args:
            id: The record's id.
        """
        from .update import build, parse

        return await self._call(build(id, draft), parse, options)
