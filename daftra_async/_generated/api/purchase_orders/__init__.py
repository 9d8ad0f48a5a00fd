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

        Answers the id of what was made. The server knows no idempotency key: the same request twice makes
        two.

        ``POST /api2/purchase_orders``, documentation page 9249222720.

        Args:
            draft: What is written, as a draft or as a dict in the documented shape.
            send: What is done beside saving; `direct` e-mails the supplier.
            extra: Fields that the documentation lacks, by their names on the wire: they go into the main part.

        Returns:
            The id, and the number where the server says it.

        Raises:
            ConfigurationError: the draft has what no draft can; nothing was sent.
            ValidationError: the server refused what was written; `validation_errors` says why.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .create import build, parse

        return await self._call(build(draft, send=send, extra=extra), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> PurchaseOrder:
        """One purchase order

        Answers the record. An id that does not exist, or belongs to another kind of record, is not found.

        ``GET /api2/purchase_orders/{id}``, documentation page 9323226294.

        Args:
            id: The record's id.

        Returns:
            The record; what cannot be typed is None there, and `raw` has it as it came.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    async def open_list(self, **options: Unpack[CallOptions]) -> Any:
        """Open list (purchase orders)

        It changes something although it is a GET: a cache or a retry must never send it again.

        It answers no list but a redirection to the web interface; `entity('purchase_order')` lists the
        orders.

        ``GET /api2/purchase_orders``, documentation page 9636582490.

        Returns:
            The answer as JSON values.

        Raises:
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
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

        Replaces the whole record: what is left out is reset. Days are written as YYYY-MM-DD, in whatever
        form they are shown.

        The documentation answers JSON to `send=direct` alone, which e-mails the supplier; otherwise it
        redirects after the change, which raises `UnexpectedResponse` here: read the order to see it.

        ``PUT /api2/purchase_orders/{id}``, documentation page 9139703007.

        Args:
            id: The record's id.
            draft: What is written, as a draft or as a dict in the documented shape.
            send: What is done beside saving; `direct` e-mails the supplier.
            extra: Fields that the documentation lacks, by their names on the wire: they go into the main part.

        Returns:
            What the server said beside its yes.

        Raises:
            ConfigurationError: the draft has what no draft can; nothing was sent.
            ValidationError: the server refused what was written; `validation_errors` says why.
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .update import build, parse

        return await self._call(build(id, draft, send=send, extra=extra), parse, options)
