"""Client payments: 5 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Editable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.client_payment import ClientPayment
    from ...models.client_payment_draft import ClientPaymentDraft


class ClientPaymentsResource(Editable["ClientPayment", "ClientPaymentDraft"]):
    """Client payments: 5 documented operations."""

    __slots__ = ()
    _name = "client_payments"

    async def create(self, draft: ClientPaymentDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Created:
        """Create a client payment

        ``POST /api2/client_payments.json``, documentation page 15115312.
        """
        from .create import build, parse

        return await self._call(build(draft), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a client payment

        ``DELETE /api2/client_payments/{id}.json``, documentation page 15115310.

        Args:
            id: The record's id.
        """
        from .delete import build, parse

        return await self._call(build(id), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> ClientPayment:
        """One client payment

        ``GET /api2/client_payments/{id}.json``, documentation page 15115308.

        Args:
            id: The record's id.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    def list(
        self, *, limit: int | None = None, page: int | None = None, **options: Unpack[CallOptions]
    ) -> Pager[ClientPayment]:
        """Client payments, page by page

        ``GET /api2/client_payments.json``, documentation page 15115311.

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
        self, id: int, draft: ClientPaymentDraft | Mapping[str, Any], **options: Unpack[CallOptions]
    ) -> Done:
        """Replace a client payment: fields left out are reset

        ``PUT /api2/client_payments/{id}.json``, documentation page 15115309.

        Args:
            id: The record's id.
        """
        from .update import build, parse

        return await self._call(build(id, draft), parse, options)
