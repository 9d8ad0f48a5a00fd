"""Bookings: 9 documented operations."""

from __future__ import annotations

import builtins
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Findable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.booking import Booking
    from ...models.booking_draft import BookingBody, BookingDict, BookingDraft
    from ...models.enums import BookingStatus


class BookingsResource(Findable["Booking"]):
    """Bookings: 9 documented operations."""

    __slots__ = ()
    _name = "bookings"
    _draft = "BookingDraft"

    async def find(self, *, fold: bool = False, **fields: Unpack[BookingDict]) -> builtins.list[Booking]:
        """The records that have exactly these values, every one compared here; an empty list where there is none.

        Keyword arguments are the attributes of the draft; with ``fold`` Arabic text is equal in every usual spelling.
        ``Findable`` says what is asked of the server, and what is raised.
        """
        return await self._find(fields, fold=fold)

    async def change_status(
        self, id: int, booking_status: BookingStatus | int | str, **options: Unpack[CallOptions]
    ) -> Any:
        """Move a booking to another status

        It changes something although it is a GET: a cache or a retry must never send it again.

        ``GET /api2/bookings/change_status/{id}/{booking_status}``, documentation page 21801048.

        Args:
            id: The record's id.
            booking_status: The booking's new status.

        Returns:
            The answer as JSON values.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .change_status import build, parse

        return await self._call(build(id, booking_status), parse, options)

    async def change_status_v2(self, id: int, body: Mapping[str, Any], **options: Unpack[CallOptions]) -> Any:
        """Change status v2 (bookings)

        It changes something although it is a GET: a cache or a retry must never send it again.

        ``GET /v2/api/bookings/{id}/status``, documentation page 9357845261.

        Args:
            id: The record's id.
            body: What is written, as a draft or as a dict in the documented shape.

        Returns:
            The answer as JSON values.

        Raises:
            ValidationError: the server refused what was written; `validation_errors` says why.
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .change_status_v2 import build, parse

        return await self._call(build(id, body), parse, options)

    async def convert_to_invoice(self, id: int, **options: Unpack[CallOptions]) -> Any:
        """Make an invoice of a booking

        It changes something although it is a GET: a cache or a retry must never send it again.

        ``GET /api2/bookings/convert_to_invoice/{id}``, documentation page 21801170.

        Args:
            id: The record's id.

        Returns:
            The answer as JSON values.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .convert_to_invoice import build, parse

        return await self._call(build(id), parse, options)

    async def create(
        self,
        draft: BookingDraft | BookingBody,
        *,
        extra: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Created:
        """Create a booking

        Answers the id of what was made. The server knows no idempotency key: the same request twice makes
        two.

        ``POST /api2/bookings/add``, documentation page 21799867.

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

    async def create_v2(self, body: Mapping[str, Any], **options: Unpack[CallOptions]) -> Any:
        """Create v2 (bookings)

        Whether it may be repeated is not documented: look at the record before it is sent again.

        ``POST /v2/api/bookings``, documentation page 9981843070.

        Args:
            body: What is written, as a draft or as a dict in the documented shape.

        Returns:
            The answer as JSON values.

        Raises:
            ValidationError: the server refused what was written; `validation_errors` says why.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .create_v2 import build, parse

        return await self._call(build(body), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a booking

        Removes the record. One that others still need is refused.

        ``DELETE /api2/bookings/{id}``, documentation page 21801523.

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

    async def delete_v2(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a booking

        Removes the record. One that others still need is refused.

        ``DELETE /v2/api/bookings/{id}``, documentation page 9856869482.

        Args:
            id: The record's id.

        Returns:
            What the server said beside its yes.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .delete_v2 import build, parse

        return await self._call(build(id), parse, options)

    async def get(self, id: int, *, level: int = 1, **options: Unpack[CallOptions]) -> Booking:
        """One booking

        Answers the record. An id that does not exist is refused with status 400.

        ``GET /v2/api/entity/booking/{id}/{level}``, documentation page 21801502.

        Args:
            id: The record's id.
            level: How deep related records are loaded, from 1 to 4; -1 loads none.

        Returns:
            The record; what cannot be typed is None there, and `raw` has it as it came.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
        """
        from .get import build, parse

        return await self._call(build(id, level=level), parse, options)

    def list(
        self,
        *,
        level: int = 1,
        page: int | None = None,
        per_page: int | None = None,
        filter: Mapping[str, Any] | None = None,
        sort: Mapping[str, Any] | None = None,
        **options: Unpack[CallOptions],
    ) -> Pager[Booking]:
        """Bookings, page by page

        Answers one page of records, with those that were deleted unless `filter[deleted_at][is_null]` is 1.

        ``GET /v2/api/entity/booking/list/{level}``, documentation page 21801487.

        Args:
            level: How deep related records are loaded, from 1 to 4; -1 loads none.
            page: Which page, from 1.
            per_page: How many records a page holds.
            filter: Conditions by field: {'status': 1}, or {'date': {'gte': '2026-01-01'}}.
            sort: The field to sort by (v2: {'created': 'desc'}).

        Returns:
            A pager: awaited it is one page, iterated over it is every row of the list.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
        """
        from .list_ import build, parse

        return self._pager(
            build,
            parse,
            {
                "level": level,
                "page": page,
                "per_page": per_page,
                "filter": filter,
                "sort": sort,
            },
            size="per_page",
            details=self.get,
            options=options,
        )
