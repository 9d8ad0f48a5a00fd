"""Attendance logs: 3 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Unpack

from ....options import CallOptions
from ....resource import Resource

if TYPE_CHECKING:
    from ....paging import Pager
    from ....wire import Created
    from ...models.attendance_log import AttendanceLog
    from ...models.attendance_log_draft import AttendanceLogDraft


class AttendanceLogs(Resource):
    """Attendance logs: 3 documented operations."""

    __slots__ = ()
    _name = "attendance_logs"

    async def create(self, draft: AttendanceLogDraft | Mapping[str, Any], **options: Unpack[CallOptions]) -> Created:
        """Create an attendance log"""
        from .create import build, parse

        return await self._call(build(draft), parse, options)

    async def get(self, id: int, *, level: int = 1, **options: Unpack[CallOptions]) -> AttendanceLog:
        """One attendance log"""
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
    ) -> Pager[AttendanceLog]:
        """Attendance logs, page by page"""
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
