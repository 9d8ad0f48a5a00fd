"""Client attendance log: 1 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Resource
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._wire import Created
    from ...models.client_attendance_draft import ClientAttendanceDraft


class ClientAttendanceLogResource(Resource):
    """Client attendance log: 1 documented operations."""

    __slots__ = ()
    _name = "client_attendance_log"

    async def create(self, draft: ClientAttendanceDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Created:
        """Record a client's attendance

        ``POST /api2/client-attendance-log/store``, documentation page 15115377.
        """
        from .create import build, parse

        return await self._call(build(draft), parse, options)
