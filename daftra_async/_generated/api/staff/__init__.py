"""Staff: 5 documented operations."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Findable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.enums import SortDirection
    from ...models.staff import Staff
    from ...models.staff_draft import StaffBody, StaffDict, StaffDraft


class StaffResource(Findable["Staff"]):
    """Staff: 5 documented operations."""

    __slots__ = ()
    _name = "staff"
    _draft = "StaffDraft"

    async def find(self, *, fold: bool = False, **fields: Unpack[StaffDict]) -> builtins.list[Staff]:
        """The records that have exactly these values, every one compared here; an empty list where there is none.

        Keyword arguments are the attributes of the draft; with ``fold`` Arabic text is equal in every usual spelling.
        ``Findable`` says what is asked of the server, and what is raised.
        """
        return await self._find(fields, fold=fold)

    async def create(
        self, draft: StaffDraft | StaffBody, *, extra: Mapping[str, Any] | None = None, **options: Unpack[CallOptions]
    ) -> Created:
        """Create a staff member

        Answers the id of what was made. The server knows no idempotency key: the same request twice makes
        two.

        ``POST /api2/staff``, documentation page 9754330997.

        Args:
            draft: What is written, as a draft or as a dict in the documented shape.
            extra: Fields that the documentation lacks, by their names on the wire: they go into the main part.

        Returns:
            The id, and the number where the server says it.

        Raises:
            ConfigurationError: the draft has what no draft can; nothing was sent.
            ValidationError: the server refused what was written; `validation_errors` says why.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .create import build, parse

        return await self._call(build(draft, extra=extra), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a staff member

        Removes the record. One that others still need is refused.

        ``DELETE /api2/staff/{id}``, documentation page 9250981446.

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

    async def get(self, id: int, **options: Unpack[CallOptions]) -> Staff:
        """One staff member

        Answers the record. An id that does not exist, or belongs to another kind of record, is not found.

        ``GET /api2/staff/{id}.json``, documentation page 15115375.

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
        load_custom_data: bool | None = None,
        name: str | None = None,
        email_address: str | None = None,
        default_treasury_id: int | None = None,
        sort: str | None = None,
        direction: SortDirection | str | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Staff]:
        """Staff members, page by page

        Answers one page of records. A row may carry less than the record read by itself.

        ``GET /api2/staff.json``, documentation page 15115376.

        Args:
            limit: How many records a page holds.
            page: Which page, from 1.
            load_custom_data: Also load custom fields.
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
                "limit": limit,
                "page": page,
                "load_custom_data": load_custom_data,
                "name": name,
                "email_address": email_address,
                "default_treasury_id": default_treasury_id,
                "sort": sort,
                "direction": direction,
            },
            size="limit",
            details=self.get,
            options=options,
        )

    async def send_login_details(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Replace a staff member: fields left out are reset

        Replaces the whole record: what is left out is reset. Days are written as YYYY-MM-DD, in whatever
        form they are shown.

        ``GET /api2/staff/send_login_details/{id}``, documentation page 9103663170.

        Args:
            id: The record's id.

        Returns:
            What the server said beside its yes.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .send_login_details import build, parse

        return await self._call(build(id), parse, options)
