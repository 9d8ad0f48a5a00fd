"""Requisitions: 6 documented operations."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from os import PathLike
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Bulk, Editable, Findable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._finding.upsert import Upserted
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.enums import ManufacturingOrderType
    from ...models.requisition import Requisition
    from ...models.requisition_draft import RequisitionBody, RequisitionDict, RequisitionDraft


class RequisitionsResource(Bulk, Editable["Requisition"], Findable["Requisition"]):
    """Requisitions: 6 documented operations."""

    __slots__ = ()
    _name = "requisitions"
    _draft = "RequisitionDraft"
    _entity = "requisition"
    _keys = (
        "notes",
        "number",
    )

    async def edit(self, id: int | Requisition, /, **changes: Unpack[RequisitionDict]) -> Requisition:
        """Change some fields of a record and nothing else; returns it as the server has it afterwards.

        Keyword arguments are the attributes of the draft; a list replaces the whole list. ``Editable`` says what is read
        and written, what is raised, and when a change of somebody else's can be overwritten.
        """
        return await self._edit(id, changes)

    async def find(self, *, fold: bool = False, **fields: Unpack[RequisitionDict]) -> builtins.list[Requisition]:
        """The records that have exactly these values, every one compared here; an empty list where there is none.

        Keyword arguments are the attributes of the draft; with ``fold`` Arabic text is equal in every usual spelling.
        ``Findable`` says what is asked of the server, and what is raised.
        """
        return await self._find(fields, fold=fold)

    async def upsert(
        self,
        draft: RequisitionDraft | RequisitionBody,
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
        draft: RequisitionDraft | RequisitionBody,
        *,
        extended: bool | None = None,
        extra: Mapping[str, Any] | None = None,
        once: str | None = None,
        ledger: str | PathLike[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Created:
        """Create a requisition

        Answers the id of what was made. The server knows no idempotency key: the same request twice makes
        two.

        ``POST /api2/requisitions``, documentation page 18798425.

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
            parameters = {
                "extended": extended,
            }
            return await self.create_once(
                draft, once=once, ledger=ledger, extra=extra, parameters=parameters, **options
            )
        from .create import build, parse

        return await self._call(build(draft, extended=extended, extra=extra), parse, options)

    async def delete(self, id: int, *, force: bool | None = None, **options: Unpack[CallOptions]) -> Done:
        """Delete a requisition

        Removes the record. One that others still need is refused.

        ``DELETE /api2/requisitions/{id}``, documentation page 18798419.

        Args:
            id: The record's id.

        Returns:
            What the server said beside its yes.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .delete import build, parse

        return await self._call(build(id, force=force), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> Requisition:
        """One requisition with its items

        Answers the record. An id that does not exist, or belongs to another kind of record, is not found.

        ``GET /api2/requisitions/{id}``, documentation page 18798317.

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
        store_id: int | None = None,
        pos_shift_id: int | None = None,
        is_stock_request: bool | None = None,
        requisitions_ids: str | None = None,
        is_manufacture_order: bool | None = None,
        manufacturing_order_type: ManufacturingOrderType | str | None = None,
        summary: bool | None = None,
        page: int | None = None,
        limit: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Requisition]:
        """Requisitions, page by page

        Answers one page of records. A row may carry less than the record read by itself.

        ``GET /api2/requisitions``, documentation page 18798279.

        Args:
            page: Which page, from 1.
            limit: How many records a page holds.

        Returns:
            A pager: awaited it is one page, iterated over it is every row of the list.
        """
        from .list_ import build, parse

        return self._pager(
            build,
            parse,
            {
                "store_id": store_id,
                "pos_shift_id": pos_shift_id,
                "is_stock_request": is_stock_request,
                "requisitions_ids": requisitions_ids,
                "is_manufacture_order": is_manufacture_order,
                "manufacturing_order_type": manufacturing_order_type,
                "summary": summary,
                "page": page,
                "limit": limit,
            },
            size="limit",
            details=self.get,
            options=options,
        )

    async def trigger_update(self, id: int, **options: Unpack[CallOptions]) -> Any:
        """Trigger update (requisitions)

        It changes something although it is a GET: a cache or a retry must never send it again.

        ``GET /api2/requisitions/trigger_update/{id}``, documentation page 9931321902.

        Args:
            id: The record's id.

        Returns:
            The answer as JSON values.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .trigger_update import build, parse

        return await self._call(build(id), parse, options)

    async def update(
        self,
        id: int,
        draft: RequisitionDraft | RequisitionBody,
        *,
        extended: bool | None = None,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Done:
        """Replace a requisition: fields left out are reset

        Replaces the whole record: what is left out is reset. Days are written as YYYY-MM-DD, in whatever
        form they are shown.

        ``PUT /api2/requisitions/{id}``, documentation page 18798404.

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

        return await self._call(build(id, draft, extended=extended, extra=extra), parse, options)
