"""Invoice appointments: 5 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Bulk, Editable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.appointment import Appointment
    from ...models.appointment_draft import AppointmentBody, AppointmentDict, AppointmentDraft
    from ...models.enums import AppointmentStatus


class InvoiceAppointmentsResource(Bulk, Editable["Appointment"]):
    """Invoice appointments: 5 documented operations."""

    __slots__ = ()
    _name = "invoice_appointments"
    _draft = "AppointmentDraft"
    _keys = ("body",)

    async def edit(self, id: int | Appointment, /, **changes: Unpack[AppointmentDict]) -> Appointment:
        """Change some fields of a record and nothing else; returns it as the server has it afterwards.

        Keyword arguments are the attributes of the draft; a list replaces the whole list. ``Editable`` says what is read
        and written, what is raised, and when a change of somebody else's can be overwritten.
        """
        return await self._edit(id, changes)

    async def create(
        self,
        draft: AppointmentDraft | AppointmentBody,
        *,
        extra: Mapping[str, Any] | None = None,
        once: str | None = None,
        ledger: str | PathLike[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Created:
        """Create an invoice appointment

        ``POST /api2/invoice_appointments.json``, documentation page 15115282.

        Args:
            extra: Fields that the documentation lacks, by their names on the wire: they go into the main part.

        With ``once`` the write may be repeated, by a retry, after a crash, by another process: the same ``once`` makes one
        record. See ``Bulk.create_once``.
        """
        if once is not None:
            return await self.create_once(draft, once=once, ledger=ledger, extra=extra, **options)
        from .create import build, parse

        return await self._call(build(draft, extra=extra), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete an invoice appointment

        ``DELETE /api2/invoice_appointments/{id}.json``, documentation page 15115280.

        Args:
            id: The record's id.
        """
        from .delete import build, parse

        return await self._call(build(id), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> Appointment:
        """One invoice appointment

        ``GET /api2/invoice_appointments/{id}.json``, documentation page 15115278.

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
        status_id: AppointmentStatus | int | None = None,
        item_id: int | None = None,
        partner_id: int | None = None,
        action_id: int | None = None,
        id: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Appointment]:
        """Invoice appointments, page by page

        ``GET /api2/invoice_appointments.json``, documentation page 15115281.

        Args:
            limit: How many records a page holds.
            page: Which page, from 1.
            id: The record's id.
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
        """Replace an invoice appointment: fields left out are reset

        ``PUT /api2/invoice_appointments/{id}.json``, documentation page 15115279.

        Args:
            id: The record's id.
            extra: Fields that the documentation lacks, by their names on the wire: they go into the main part.
        """
        from .update import build, parse

        return await self._call(build(id, draft, extra=extra), parse, options)
