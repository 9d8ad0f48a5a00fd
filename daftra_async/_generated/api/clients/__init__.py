"""Clients: 10 documented operations."""

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
    from ...models.client import Client
    from ...models.client_draft import ClientBody, ClientDict, ClientDraft
    from ...models.client_staff_draft import ClientStaffBody, ClientStaffDraft
    from ...models.enums import SortDirection


class ClientsResource(Bulk, Editable["Client"], Findable["Client"]):
    """Clients: 10 documented operations."""

    __slots__ = ()
    _name = "clients"
    _draft = "ClientDraft"
    _entity = "client"
    _keys = (
        "client_number",
        "notes",
    )

    async def edit(self, id: int | Client, /, **changes: Unpack[ClientDict]) -> Client:
        """Change some fields of a record and nothing else; returns it as the server has it afterwards.

        Keyword arguments are the attributes of the draft; a list replaces the whole list. ``Editable`` says what is read
        and written, what is raised, and when a change of somebody else's can be overwritten.
        """
        return await self._edit(id, changes)

    async def find(self, *, fold: bool = False, **fields: Unpack[ClientDict]) -> builtins.list[Client]:
        """The records that have exactly these values, every one compared here; an empty list where there is none.

        Keyword arguments are the attributes of the draft; with ``fold`` Arabic text is equal in every usual spelling.
        ``Findable`` says what is asked of the server, and what is raised.
        """
        return await self._find(fields, fold=fold)

    async def upsert(
        self,
        draft: ClientDraft | ClientBody,
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

    async def add_bulk(self, body: Sequence[ClientDraft | ClientBody], **options: Unpack[CallOptions]) -> Any:
        """Add bulk (clients)

        Whether it may be repeated is not documented: look at the record before it is sent again.

        ``POST /api2/clients/add_bulk``, documentation page 9366723883.

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

    async def assign_staff(
        self,
        id: int,
        draft: ClientStaffDraft | ClientStaffBody,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Any:
        """Assign staff (clients)

        Whether it may be repeated is not documented: look at the record before it is sent again.

        ``POST /api2/clients/assign_staff/{id}``, documentation page 9414803943.

        Args:
            id: The record's id.
            draft: What is written, as a draft or as a dict in the documented shape.
            extra: Fields that the documentation lacks, by their names on the wire: they go into the main part.

        Returns:
            The answer as JSON values.

        Raises:
            ConfigurationError: the draft has what no draft can; nothing was sent.
            ValidationError: the server refused what was written; `validation_errors` says why.
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .assign_staff import build, parse

        return await self._call(build(id, draft, extra=extra), parse, options)

    async def create(
        self,
        draft: ClientDraft | ClientBody,
        *,
        skip_email: bool | None = None,
        verify_phone2: bool | None = None,
        extra: Mapping[str, Any] | None = None,
        once: str | None = None,
        ledger: str | PathLike[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Created:
        """Create a client

        Answers the id of what was made. The server knows no idempotency key: the same request twice makes
        two.

        ``POST /api2/clients.json``, documentation page 15115262.

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
                "skip_email": skip_email,
                "verify_phone2": verify_phone2,
            }
            return await self.create_once(
                draft, once=once, ledger=ledger, extra=extra, parameters=parameters, **options
            )
        from .create import build, parse

        return await self._call(
            build(draft, skip_email=skip_email, verify_phone2=verify_phone2, extra=extra), parse, options
        )

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a client

        Removes the record. One that others still need is refused.

        ``DELETE /api2/clients/{id}.json``, documentation page 15115260.

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

    async def get(self, id: int, **options: Unpack[CallOptions]) -> Client:
        """One client

        Answers the record. An id that does not exist, or belongs to another kind of record, is not found.

        ``GET /api2/clients/{id}.json``, documentation page 15115258.

        Args:
            id: The record's id.

        Returns:
            The record; what cannot be typed is None there, and `raw` has it as it came.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    async def get_by_barcode(self, q: str, **options: Unpack[CallOptions]) -> Any:
        """One client

        Answers the record. An id that does not exist, or belongs to another kind of record, is not found.

        ``GET /api2/clients/client_attendance_barcode``, documentation page 9457495124.

        Returns:
            The answer as JSON values.
        """
        from .get_by_barcode import build, parse

        return await self._call(build(q), parse, options)

    async def get_loyalty_points(self, id: int, **options: Unpack[CallOptions]) -> Any:
        """One client

        Answers the record. An id that does not exist, or belongs to another kind of record, is not found.

        ``GET /api2/clients/loyalty-points/{id}``, documentation page 9498785989.

        Args:
            id: The record's id.

        Returns:
            The answer as JSON values.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
        """
        from .get_loyalty_points import build, parse

        return await self._call(build(id), parse, options)

    async def get_membership(self, q: str, **options: Unpack[CallOptions]) -> Any:
        """One client

        Answers the record. An id that does not exist, or belongs to another kind of record, is not found.

        ``GET /api2/clients/client_has_membership``, documentation page 9412811360.

        Returns:
            The answer as JSON values.
        """
        from .get_membership import build, parse

        return await self._call(build(q), parse, options)

    def list(
        self,
        *,
        limit: int | None = None,
        page: int | None = None,
        sort: str | None = None,
        direction: SortDirection | str | None = None,
        keywords: str | None = None,
        assign_staff_id: int | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Client]:
        """Clients, page by page

        Answers one page of records. A row may carry less than the record read by itself.

        ``GET /api2/clients.json``, documentation page 15115261.

        Args:
            limit: How many records a page holds.
            page: Which page, from 1.
            sort: The field to sort by (v2: {'created': 'desc'}).
            direction: Sort direction.
            keywords: Free text to search for.

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
                "sort": sort,
                "direction": direction,
                "keywords": keywords,
                "assign_staff_id": assign_staff_id,
            },
            size="limit",
            details=self.get,
            options=options,
        )

    async def update(
        self,
        id: int,
        draft: ClientDraft | ClientBody,
        *,
        skip_email: bool | None = None,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Done:
        """Replace a client: fields left out are reset

        Replaces the whole record: what is left out is reset. Days are written as YYYY-MM-DD, in whatever
        form they are shown.

        ``PUT /api2/clients/{id}.json``, documentation page 15115259.

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

        return await self._call(build(id, draft, skip_email=skip_email, extra=extra), parse, options)
