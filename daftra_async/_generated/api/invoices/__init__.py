"""Invoices: 9 documented operations."""

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
    from ...models.enums import DraftState, InvoiceDetail, InvoicePaymentFilter, InvoiceType, SortDirection
    from ...models.invoice import Invoice
    from ...models.invoice_draft import InvoiceBody, InvoiceDict, InvoiceDraft
    from ...models.invoice_shipping_draft import InvoiceShippingBody, InvoiceShippingDraft
    from ...models.invoice_work_order_draft import InvoiceWorkOrderBody, InvoiceWorkOrderDraft


class InvoicesResource(Bulk, Editable["Invoice"], Findable["Invoice"]):
    """Invoices: 9 documented operations."""

    __slots__ = ()
    _name = "invoices"
    _draft = "InvoiceDraft"
    _entity = "invoice"
    _keys = (
        "po_number",
        "no",
    )

    async def edit(self, id: int | Invoice, /, **changes: Unpack[InvoiceDict]) -> Invoice:
        """Change some fields of a record and nothing else; returns it as the server has it afterwards.

        Keyword arguments are the attributes of the draft; a list replaces the whole list. ``Editable`` says what is read
        and written, what is raised, and when a change of somebody else's can be overwritten.
        """
        return await self._edit(id, changes)

    async def find(self, *, fold: bool = False, **fields: Unpack[InvoiceDict]) -> builtins.list[Invoice]:
        """The records that have exactly these values, every one compared here; an empty list where there is none.

        Keyword arguments are the attributes of the draft; with ``fold`` Arabic text is equal in every usual spelling.
        ``Findable`` says what is asked of the server, and what is raised.
        """
        return await self._find(fields, fold=fold)

    async def upsert(
        self,
        draft: InvoiceDraft | InvoiceBody,
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
        self,
        body: Sequence[InvoiceDraft | InvoiceBody],
        *,
        send: str | None = None,
        client_id: int | None = None,
        terminal_id: str | None = None,
        **options: Unpack[CallOptions],
    ) -> Any:
        """Create many invoices in one request, each with a result of its own

        Whether it may be repeated is not documented: look at the record before it is sent again.

        ``POST /api2/invoices/add_bulk.json``, documentation page 38757780.

        Args:
            body: What is written, as a draft or as a dict in the documented shape.
            send: Send the documents to their clients by e-mail.
            client_id: The client's id.

        Returns:
            The answer as JSON values.

        Raises:
            ConfigurationError: the draft has what no draft can; nothing was sent.
            ValidationError: the server refused what was written; `validation_errors` says why.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .add_bulk import build, parse

        return await self._call(build(body, send=send, client_id=client_id, terminal_id=terminal_id), parse, options)

    async def add_shipping(
        self,
        id: int,
        draft: InvoiceShippingDraft | InvoiceShippingBody,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Done:
        """Replace an invoice: fields left out are reset

        Replaces the whole record: what is left out is reset. Days are written as YYYY-MM-DD, in whatever
        form they are shown.

        ``POST /api2/invoices/add_shipping/{id}``, documentation page 9141590087.

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
        from .add_shipping import build, parse

        return await self._call(build(id, draft, extra=extra), parse, options)

    async def assign_work_order(
        self,
        id: int,
        draft: InvoiceWorkOrderDraft | InvoiceWorkOrderBody,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Done:
        """Replace an invoice: fields left out are reset

        Replaces the whole record: what is left out is reset. Days are written as YYYY-MM-DD, in whatever
        form they are shown.

        ``POST /api2/invoices/assign_work_order/{id}``, documentation page 9945731512.

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
        from .assign_work_order import build, parse

        return await self._call(build(id, draft, extra=extra), parse, options)

    async def create(
        self,
        draft: InvoiceDraft | InvoiceBody,
        *,
        extra: Mapping[str, Any] | None = None,
        once: str | None = None,
        ledger: str | PathLike[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Created:
        """Create an invoice

        Answers the id of what was made. The server knows no idempotency key: the same request twice makes
        two.

        ``POST /api2/invoices.json``, documentation page 15115242.

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
        """Delete an invoice

        Removes the record. One that others still need is refused.

        ``DELETE /api2/invoices/{id}.json``, documentation page 15115240.

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

    async def get(self, id: int, **options: Unpack[CallOptions]) -> Invoice:
        """One invoice with its client, lines and payments

        Answers the record. An id that does not exist, or belongs to another kind of record, is not found.

        ``GET /api2/invoices/{id}.json``, documentation page 15115238.

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
        page: int | None = None,
        limit: int | None = None,
        recursive: InvoiceDetail | int | None = None,
        keywords: str | None = None,
        client_id: int | None = None,
        type: InvoiceType | int | None = None,
        client_type: int | None = None,
        payment_status: InvoicePaymentFilter | int | None = None,
        draft: bool | None = None,
        follow_up_status: int | None = None,
        currency_code: str | None = None,
        no: str | None = None,
        item: str | None = None,
        tags: Sequence[str] | None = None,
        po_number: str | None = None,
        external_source: Sequence[str] | None = None,
        custom_field: str | None = None,
        custom_field_label: str | None = None,
        subscription_id: int | None = None,
        work_order_id: int | None = None,
        source_type: int | None = None,
        source_id: int | None = None,
        order_source_id: int | None = None,
        shipping_option_id: int | None = None,
        summary_total_from: Decimal | int | str | None = None,
        summary_total_to: Decimal | int | str | None = None,
        date_from: date | str | None = None,
        date_to: date | str | None = None,
        due_date_from: date | str | None = None,
        due_date_to: date | str | None = None,
        created_from: date | str | None = None,
        created_to: date | str | None = None,
        einvoice_status: int | None = None,
        requisition_delivery_status: Sequence[str] | None = None,
        staff_id: Sequence[int] | None = None,
        pos_shift_id: int | None = None,
        sort: str | None = None,
        direction: SortDirection | str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Invoice]:
        """Invoices, page by page

        Answers one page of records. A row may carry less than the record read by itself.

        ``GET /api2/invoices.json``, documentation page 15115241.

        Args:
            page: Which page, from 1.
            limit: How many records a page holds.
            recursive: How much of each invoice comes: header only, with its client, or with lines and payments.
            keywords: Free text to search for.
            client_id: The client's id.
            type: What kind of record is meant.
            payment_status: Only invoices in this state of payment.
            draft: Only drafts, or only issued documents.
            no: The document's number.
            po_number: The purchase order number, often used as the caller's own mark.
            custom_field: A value to find in custom fields.
            custom_field_label: The custom field to search, by its label.
            summary_total_from: Smallest total.
            summary_total_to: Largest total.
            date_from: Earliest date.
            date_to: Latest date.
            due_date_from: Earliest due date.
            due_date_to: Latest due date.
            created_from: Earliest day of creation.
            created_to: Latest day of creation.
            sort: The field to sort by (v2: {'created': 'desc'}).
            direction: Sort direction.

        Returns:
            A pager: awaited it is one page, iterated over it is every row of the list.
        """
        from .list_ import build, parse

        return self._pager(
            build,
            parse,
            {
                "page": page,
                "limit": limit,
                "recursive": recursive,
                "keywords": keywords,
                "client_id": client_id,
                "type": type,
                "client_type": client_type,
                "payment_status": payment_status,
                "draft": draft,
                "follow_up_status": follow_up_status,
                "currency_code": currency_code,
                "no": no,
                "item": item,
                "tags": tags,
                "po_number": po_number,
                "external_source": external_source,
                "custom_field": custom_field,
                "custom_field_label": custom_field_label,
                "subscription_id": subscription_id,
                "work_order_id": work_order_id,
                "source_type": source_type,
                "source_id": source_id,
                "order_source_id": order_source_id,
                "shipping_option_id": shipping_option_id,
                "summary_total_from": summary_total_from,
                "summary_total_to": summary_total_to,
                "date_from": date_from,
                "date_to": date_to,
                "due_date_from": due_date_from,
                "due_date_to": due_date_to,
                "created_from": created_from,
                "created_to": created_to,
                "einvoice_status": einvoice_status,
                "requisition_delivery_status": requisition_delivery_status,
                "staff_id": staff_id,
                "pos_shift_id": pos_shift_id,
                "sort": sort,
                "direction": direction,
            },
            size="limit",
            details=self.get,
            options=options,
        )

    async def update(
        self,
        id: int,
        draft: InvoiceDraft | InvoiceBody,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Done:
        """Replace an invoice: fields left out are reset

        Replaces the whole record: what is left out is reset. Days are written as YYYY-MM-DD, in whatever
        form they are shown.

        ``PUT /api2/invoices/{id}.json``, documentation page 15115239.

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

    async def update_draft(self, id: int, draft_status: DraftState | int | str, **options: Unpack[CallOptions]) -> Done:
        """Replace an invoice: fields left out are reset

        Replaces the whole record: what is left out is reset. Days are written as YYYY-MM-DD, in whatever
        form they are shown.

        ``GET /api2/invoices/update_draft/{id}/{draft_status}``, documentation page 9111018218.

        Args:
            id: The record's id.

        Returns:
            What the server said beside its yes.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .update_draft import build, parse

        return await self._call(build(id, draft_status), parse, options)
