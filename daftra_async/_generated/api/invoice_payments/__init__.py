"""Invoice payments: 5 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Editable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.invoice_payment import InvoicePayment
    from ...models.invoice_payment_draft import InvoicePaymentDraft


class InvoicePaymentsResource(Editable["InvoicePayment", "InvoicePaymentDraft"]):
    """Invoice payments: 5 documented operations."""

    __slots__ = ()
    _name = "invoice_payments"

    async def create(self, draft: InvoicePaymentDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Created:
        """Create an invoice payment

        ``POST /api2/invoice_payments.json``, documentation page 15115307.
        """
        from .create import build, parse

        return await self._call(build(draft), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete an invoice payment

        ``DELETE /api2/invoice_payments/{id}.json``, documentation page 15115305.

        Args:
            id: The record's id.
        """
        from .delete import build, parse

        return await self._call(build(id), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> InvoicePayment:
        """One invoice payment

        ``GET /api2/invoice_payments/{id}.json``, documentation page 15115303.

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
        include_client_credit: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[InvoicePayment]:
        """Invoice payments, page by page

        ``GET /api2/invoice_payments.json``, documentation page 15115306.

        Args:
            limit: How many records a page holds.
            page: Which page, from 1.
            include_client_credit: Also list payments made from the client's credit, which are hidden otherwise.
        """
        from .list_ import build, parse

        return self._pager(
            build,
            parse,
            {
                "limit": limit,
                "page": page,
                "include_client_credit": include_client_credit,
            },
            size="limit",
            details=self.get,
            options=options,
        )

    async def update(
        self, id: int, draft: InvoicePaymentDraft | Mapping[str, Any], **options: Unpack[CallOptions]
    ) -> Done:
        """Replace an invoice payment: fields left out are reset

        ``PUT /api2/invoice_payments/{id}.json``, documentation page 15115304.

        Args:
            id: The record's id.
        """
        from .update import build, parse

        return await self._call(build(id, draft), parse, options)
