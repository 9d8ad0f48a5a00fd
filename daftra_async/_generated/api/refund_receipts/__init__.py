"""Refund receipts: 6 documented operations."""

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
    from ...models.refund_receipt import RefundReceipt
    from ...models.refund_receipt_draft import RefundReceiptBody, RefundReceiptDict, RefundReceiptDraft


class RefundReceiptsResource(Bulk, Editable["RefundReceipt"], Findable["RefundReceipt"]):
    """Refund receipts: 6 documented operations."""

    __slots__ = ()
    _name = "refund_receipts"
    _draft = "RefundReceiptDraft"
    _keys = (
        "po_number",
        "no",
    )

    async def edit(self, id: int | RefundReceipt, /, **changes: Unpack[RefundReceiptDict]) -> RefundReceipt:
        """Change some fields of a record and nothing else; returns it as the server has it afterwards.

        Keyword arguments are the attributes of the draft; a list replaces the whole list. ``Editable`` says what is read
        and written, what is raised, and when a change of somebody else's can be overwritten.
        """
        return await self._edit(id, changes)

    async def find(self, *, fold: bool = False, **fields: Unpack[RefundReceiptDict]) -> builtins.list[RefundReceipt]:
        """The records that have exactly these values, every one compared here; an empty list where there is none.

        Keyword arguments are the attributes of the draft; with ``fold`` Arabic text is equal in every usual spelling.
        ``Findable`` says what is asked of the server, and what is raised.
        """
        return await self._find(fields, fold=fold)

    async def upsert(
        self,
        draft: RefundReceiptDraft | RefundReceiptBody,
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

    async def add_bulk(
        self, body: Sequence[RefundReceiptDraft | RefundReceiptBody], **options: Unpack[CallOptions]
    ) -> Any:
        """Add bulk (refund receipts)

        Whether it may be repeated is not documented: look at the record before it is sent again.

        ``POST /api2/invoices/add_bulk_refund_receipts``, documentation page 9719692711.

        Args:
            body: What is written, as a draft or as a dict in the documented shape.

        Returns:
            The answer as JSON values.

        Raises:
            ConfigurationError: the draft has what no draft can; nothing was sent.
            ValidationError: the server refused what was written; `validation_errors` says why.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .add_bulk import build, parse

        return await self._call(build(body), parse, options)

    async def create(
        self,
        draft: RefundReceiptDraft | RefundReceiptBody,
        *,
        extra: Mapping[str, Any] | None = None,
        once: str | None = None,
        ledger: str | PathLike[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Created:
        """Create a refund receipt

        Answers the id of what was made. The server knows no idempotency key: the same request twice makes
        two.

        ``POST /api2/refund_receipts.json``, documentation page 15115257.

        Args:
            draft: What is written, as a draft or as a dict in the documented shape.
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
            return await self.create_once(draft, once=once, ledger=ledger, extra=extra, **options)
        from .create import build, parse

        return await self._call(build(draft, extra=extra), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a refund receipt

        Removes the record. One that others still need is refused.

        ``DELETE /api2/refund_receipts/{id}.json``, documentation page 15115255.

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

    async def get(self, id: int, **options: Unpack[CallOptions]) -> RefundReceipt:
        """One refund receipt with its client and lines

        Answers the record. An id that does not exist, or belongs to another kind of record, is not found.

        ``GET /api2/refund_receipts/{id}.json``, documentation page 15115253.

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
        client_id: int | None = None,
        client_type: int | None = None,
        no: str | None = None,
        item: str | None = None,
        currency_code: str | None = None,
        payment_status: InvoicePaymentStatus | int | None = None,
        tags: str | None = None,
        source_type: int | None = None,
        source_id: int | None = None,
        work_order_id: int | None = None,
        order_source_id: int | None = None,
        custom_field: str | None = None,
        custom_field_label: str | None = None,
        staff_id: int | None = None,
        sales_person_id: int | None = None,
        summary_total_from: Decimal | int | str | None = None,
        summary_total_to: Decimal | int | str | None = None,
        date_from: date | str | None = None,
        date_to: date | str | None = None,
        created_from: date | str | None = None,
        created_to: date | str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[RefundReceipt]:
        """Refund receipts, page by page

        Answers one page of records. A row may carry less than the record read by itself.

        ``GET /api2/refund_receipts.json``, documentation page 15115256.

        Args:
            limit: How many records a page holds.
            page: Which page, from 1.
            client_id: The client's id.
            no: The document's number.
            payment_status: Only invoices in this state of payment.
            custom_field: A value to find in custom fields.
            custom_field_label: The custom field to search, by its label.
            summary_total_from: Smallest total.
            summary_total_to: Largest total.
            date_from: Earliest date.
            date_to: Latest date.
            created_from: Earliest day of creation.
            created_to: Latest day of creation.

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
                "client_id": client_id,
                "client_type": client_type,
                "no": no,
                "item": item,
                "currency_code": currency_code,
                "payment_status": payment_status,
                "tags": tags,
                "source_type": source_type,
                "source_id": source_id,
                "work_order_id": work_order_id,
                "order_source_id": order_source_id,
                "custom_field": custom_field,
                "custom_field_label": custom_field_label,
                "staff_id": staff_id,
                "sales_person_id": sales_person_id,
                "summary_total_from": summary_total_from,
                "summary_total_to": summary_total_to,
                "date_from": date_from,
                "date_to": date_to,
                "created_from": created_from,
                "created_to": created_to,
            },
            size="limit",
            details=self.get,
            options=options,
        )

    async def update(
        self,
        id: int,
        draft: RefundReceiptDraft | RefundReceiptBody,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Done:
        """Replace a refund receipt: fields left out are reset

        Replaces the whole record: what is left out is reset. Days are written as YYYY-MM-DD, in whatever
        form they are shown.

        ``PUT /api2/refund_receipts/{id}.json``, documentation page 15115254.

        Args:
            id: The record's id.
            draft: What is written, as a draft or as a dict in the documented shape.
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

        return await self._call(build(id, draft, extra=extra), parse, options)
