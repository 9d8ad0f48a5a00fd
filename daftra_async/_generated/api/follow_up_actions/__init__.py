"""Follow up actions: 3 documented operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ...._resource import Resource
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...._wire import Done
    from ...models.follow_up_action import FollowUpAction


class FollowUpActionsResource(Resource):
    """Follow up actions: 3 documented operations."""

    __slots__ = ()
    _name = "follow_up_actions"

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a follow-up action

        Removes the record. One that others still need is refused.

        ``DELETE /api2/follow_up_actions/{type_or_id}.json``, documentation page 15115379.

        Args:
            id: The record's id; the list call takes a type here.

        Returns:
            What the server said beside its yes.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .delete import build, parse

        return await self._call(build(id), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> FollowUpAction:
        """One follow-up action

        Answers the record. An id that does not exist, or belongs to another kind of record, is not found.

        ``GET /api2/follow_up_actions/{type_or_id}.json``, documentation page 15115378.

        Args:
            id: The record's id; the list call takes a type here.

        Returns:
            The record; what cannot be typed is None there, and `raw` has it as it came.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
        """
        from .get import build, parse

        return await self._call(build(id), parse, options)

    def list(
        self, type: str, *, page: int | None = None, limit: int | None = None, **options: Unpack[CallOptions]
    ) -> Pager[FollowUpAction]:
        """Follow-up actions, page by page

        Answers one page of records. A row may carry less than the record read by itself.

        ``GET /api2/follow_up_actions/{type_or_id}.json``, documentation page 15115380.

        Args:
            type: The record's id; the list call takes a type here.
            page: Which page, from 1.
            limit: How many records a page holds.

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
                "type": type,
                "page": page,
                "limit": limit,
            },
            size="limit",
            details=self.get,
            options=options,
        )
