"""Purchase refunds: 5 documented operations."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from os import PathLike
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Bulk, Editable, Findable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._finding.upsert import Upserted
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.enums import InvoicePaymentStatus
    from ...models.purchase_refund import PurchaseRefund
    from ...models.purchase_refund_draft import PurchaseRefundBody, PurchaseRefundDict, PurchaseRefundDraft


class PurchaseRefundsResource(Bulk, Editable["PurchaseRefund"], Findable["PurchaseRefund"]):
    """Purchase refunds: 5 documented operations."""

    __slots__ = ()
    _name = "purchase_refunds"
    _draft = "PurchaseRefundDraft"
    _keys = ("no",)

    async def edit(self, id: int | PurchaseRefund, /, **changes: Unpack[PurchaseRefundDict]) -> PurchaseRefund:
        """Change some fields of a record and nothing else; returns it as the server has it afterwards.

        Keyword arguments are the attributes of the draft; a list replaces the whole list. ``Editable`` says what is read
        and written, what is raised, and when a change of somebody else's can be overwritten.
        """
        return await self._edit(id, changes)

    async def find(self, *, fold: bool = False, **fields: Unpack[PurchaseRefundDict]) -> builtins.list[PurchaseRefund]:
        """The records that have exactly these values, every one compared here; an empty list where there is none.

        Keyword arguments are the attributes of the draft; with ``fold`` Arabic text is equal in every usual spelling.
        ``Findable`` says what is asked of the server, and what is raised.
        """
        return await self._find(fields, fold=fold)

    async def upsert(
        self,
        draft: PurchaseRefundDraft | PurchaseRefundBody,
        *,
        by: str | Sequence[str],
        fold: bool = False,
        once: str | None = None,
        ledger: str | PathLike[str] | None = None,
    ) -> Upserted:
        """Edit the record that has the draft's own values in the fields ``by``, or create it where there is none.

        Several such records raise ``Ambiguous``, and nothing is written. ``Findable`` says how they are found, and
        how ``once`` and ``ledger`` keep a repeated call from creating a second one.
        """
        return await self._upsert(draft, by=by, fold=fold, once=once, ledger=ledger)

    async def create(
        self,
        draft: PurchaseRefundDraft | PurchaseRefundBody,
        *,
        send: str | None = None,
        extra: Mapping[str, Any] | None = None,
        once: str | None = None,
        ledger: str | PathLike[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Created:
        """Create a purchase refund

        Answers the id of what was made. The server knows no idempotency key: the same request twice makes
        two.

        ``POST /api2/purchase_refunds.json``, documentation page 15115357.

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

        With ``once`` the write may be repeated, by a retry, after a crash, by another process: the same ``once`` makes one
        record. See ``Bulk.create_once``.
        """
        if once is not None:
            parameters = {
                "send": send,
            }
            return await self.create_once(
                draft, once=once, ledger=ledger, extra=extra, parameters=parameters, **options
            )
        from .create import build, parse

        return await self._call(build(draft, send=send, extra=extra), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a purchase refund

        Removes the record. One that others still need is refused.

        ``DELETE /api2/purchase_refunds/{id}.json``, documentation page 15115355.

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

    async def get(self, id: int, **options: Unpack[CallOptions]) -> PurchaseRefund:
        """One purchase refund

        Answers the record. An id that does not exist, or belongs to another kind of record, is not found.

        ``GET /api2/purchase_refunds/{id}.json``, documentation page 15115353.

        Args:
            id: The record's id.

        Returns:
            The record; what cannot be typed is None there, and `raw` has it as it came.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    def list(
        self,
        *,
        limit: int | None = None,
        page: int | None = None,
        keywords: str | None = None,
        supplier_id: int | None = None,
        payment_status: InvoicePaymentStatus | int | None = None,
        no: str | None = None,
        currency_code: str | None = None,
        date_from: date | str | None = None,
        date_to: date | str | None = None,
        summary_total_from: Decimal | int | str | None = None,
        summary_total_to: Decimal | int | str | None = None,
        item: str | None = None,
        work_order_id: int | None = None,
        staff_id: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[PurchaseRefund]:
        """Purchase refunds, page by page

        Answers one page of records. A row may carry less than the record read by itself.

        ``GET /api2/purchase_refunds.json``, documentation page 15115356.

        Args:
            limit: How many records a page holds.
            page: Which page, from 1.
            keywords: Free text to search for.
            payment_status: Only invoices in this state of payment.
            no: The document's number.
            date_from: Earliest date.
            date_to: Latest date.
            summary_total_from: Smallest total.
            summary_total_to: Largest total.

        Returns:
            A pager: awaited it is one page, iterated over it is every row of the list.
        """
        from .list_ import build, parse

        return self._pager(
            build,
            parse,
            {
                "limit": limit,
                "page": page,
                "keywords": keywords,
                "supplier_id": supplier_id,
                "payment_status": payment_status,
                "no": no,
                "currency_code": currency_code,
                "date_from": date_from,
                "date_to": date_to,
                "summary_total_from": summary_total_from,
                "summary_total_to": summary_total_to,
                "item": item,
                "work_order_id": work_order_id,
                "staff_id": staff_id,
            },
            size="limit",
            details=self.get,
            options=options,
        )

    async def update(
        self,
        id: int,
        draft: PurchaseRefundDraft | PurchaseRefundBody,
        *,
        send: str | None = None,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Done:
        """Replace a purchase refund: fields left out are reset

        Replaces the whole record: what is left out is reset. Days are written as YYYY-MM-DD, in whatever
        form they are shown.

        ``PUT /api2/purchase_refunds/{id}.json``, documentation page 15115354.

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
