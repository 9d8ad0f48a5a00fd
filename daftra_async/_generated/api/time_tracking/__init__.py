"""Time tracking: 5 documented operations."""

from __future__ import annotations

from collections.abc import Mapping
from os import PathLike
from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Bulk, Editable
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Created, Done
    from ...models.time_tracking import TimeTracking
    from ...models.time_tracking_draft import TimeTrackingDraft


class TimeTrackingResource(Bulk, Editable["TimeTracking", "TimeTrackingDraft"]):
    """Time tracking: 5 documented operations."""

    __slots__ = ()
    _name = "time_tracking"
    _keys = ("notes",)

    async def create(
        self,
        draft: TimeTrackingDraft | Mapping[str, Any],
        *,
        once: str | None = None,
        ledger: str | PathLike[str] | None = None,
        **options: Unpack[CallOptions],
    ) -> Created:
        """Create a time entry

        ``POST /api2/time_tracking.json``, documentation page 15115302.

        With ``once`` the write may be repeated, by a retry, after a crash, by another process: the same ``once`` makes one
        record. See ``Bulk.create_once``.
        """
        if once is not None:
            return await self.create_once(draft, once=once, ledger=ledger, **options)
        from .create import build, parse

        return await self._call(build(draft), parse, options)

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a time entry

        ``DELETE /api2/time_tracking/{id}.json``, documentation page 15115300.

        Args:
            id: The record's id.
        """
        from .delete import build, parse

        return await self._call(build(id), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> TimeTracking:
        """One time entry

        ``GET /api2/time_tracking/{id}.json``, documentation page 15115298.

        Args:
            id: The record's id.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    def list(
        self, *, limit: int | None = None, page: int | None = None, **options: Unpack[CallOptions]
    ) -> Pager[TimeTracking]:
        """Time entries, page by page

        ``GET /api2/time_tracking.json``, documentation page 15115301.

        Args:
            limit: How many records a page holds.
            page: Which page, from 1.
        """
        from .list_ import build, parse

        return self._pager(
            build,
            parse,
            {
                "limit": limit,
                "page": page,
            },
            size="limit",
            details=self.get,
            options=options,
        )

    async def update(
        self, id: int, draft: TimeTrackingDraft | Mapping[str, Any], **options: Unpack[CallOptions]
    ) -> Done:
        """Replace a time entry: fields left out are reset

        ``PUT /api2/time_tracking/{id}.json``, documentation page 15115299.

        Args:
            id: The record's id.
        """
        from .update import build, parse

        return await self._call(build(id, draft), parse, options)
