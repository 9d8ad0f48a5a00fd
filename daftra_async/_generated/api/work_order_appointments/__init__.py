"""Work order appointments: 6 documented operations."""

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
    from ...models.appointment import Appointment
    from ...models.appointment_draft import AppointmentBody, AppointmentDict, AppointmentDraft
    from ...models.enums import AppointmentStatus


class WorkOrderAppointmentsResource(Bulk, Editable["Appointment"], Findable["Appointment"]):
    """Work order appointments: 6 documented operations."""

    __slots__ = ()
    _name = "work_order_appointments"
    _draft = "AppointmentDraft"
    _keys = ("body",)

    async def edit(self, id: int | Appointment, /, **changes: Unpack[AppointmentDict]) -> Appointment:
        """Change some fields of a record and nothing else; returns it as the server has it afterwards.

        Keyword arguments are the attributes of the draft; a list replaces the whole list. ``Editable`` says what is read
        and written, what is raised, and when a change of somebody else's can be overwritten.
        """
        return await self._edit(id, changes)

    async def find(self, *, fold: bool = False, **fields: Unpack[AppointmentDict]) -> builtins.list[Appointment]:
        """The records that have exactly these values, every one compared here; an empty list where there is none.

        Keyword arguments are the attributes of the draft; with ``fold`` Arabic text is equal in every usual spelling.
        ``Findable`` says what is asked of the server, and what is raised.
        """
        return await self._find(fields, fold=fold)

    async def upsert(
        self,
        draft: AppointmentDraft | AppointmentBody,
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
        draft: AppointmentDraft | AppointmentBody,
        *,
        extra: Mapping[str, Any] | None = None,
        once: str | None = None,
        ledger: str | PathLike[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Created:
        """Create a work order appointment

        Answers the id of what was made. The server knows no idempotency key: the same request twice makes
        two.

        ``POST /api2/work_order_appointments.json``, documentation page 15115292.

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
        """Delete a work order appointment

        Removes the record. One that others still need is refused.

        ``DELETE /api2/work_order_appointments/{id}.json``, documentation page 15115290.

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

    async def get(self, id: int, **options: Unpack[CallOptions]) -> Appointment:
        """One work order appointment

        Answers the record. An id that does not exist, or belongs to another kind of record, is not found.

        ``GET /api2/work_order_appointments/{id}.json``, documentation page 15115288.

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
        status_id: AppointmentStatus | int | None = None,
        item_id: int | None = None,
        partner_id: int | None = None,
        action_id: int | None = None,
        id: int | None = None,
        work_order_id: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Appointment]:
        """Work order appointments, page by page

        Answers one page of records. A row may carry less than the record read by itself.

        ``GET /api2/work_order_appointments.json``, documentation page 15115291.

        Args:
            limit: How many records a page holds.
            page: Which page, from 1.
            id: The record's id.

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
                "status_id": status_id,
                "item_id": item_id,
                "partner_id": partner_id,
                "action_id": action_id,
                "id": id,
                "work_order_id": work_order_id,
            },
            size="limit",
            details=self.get,
            options=options,
        )

    async def update(
        self,
        id: int,
        draft: AppointmentDraft | AppointmentBody,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Done:
        """Replace a work order appointment: fields left out are reset

        Replaces the whole record: what is left out is reset. Days are written as YYYY-MM-DD, in whatever
        form they are shown.

        ``PUT /api2/work_order_appointments/{id}.json``, documentation page 15115289.

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

    async def update_by_post(
        self,
        id: int,
        draft: AppointmentDraft | AppointmentBody,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Done:
        """Replace a work order appointment: fields left out are reset

        Replaces the whole record: what is left out is reset. Days are written as YYYY-MM-DD, in whatever
        form they are shown.

        ``POST /api2/work_order_appointments/{id}``, documentation page 9797570652.

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
        from .update_by_post import build, parse

        return await self._call(build(id, draft, extra=extra), parse, options)
