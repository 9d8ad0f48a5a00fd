"""Follow up actions: 3 documented operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ....options import CallOptions
from ....resource import Resource

if TYPE_CHECKING:
    from ....paging import Pager
    from ....wire import Done
    from ...models.follow_up_action import FollowUpAction


class FollowUpActions(Resource):
    """Follow up actions: 3 documented operations."""

    __slots__ = ()
    _name = "follow_up_actions"

    async def delete(self, id: int, **options: Unpack[CallOptions]) -> Done:
        """Delete a follow up action"""
        from .delete import build, parse

        return await self._call(build(id), parse, options)

    async def get(self, id: int, **options: Unpack[CallOptions]) -> FollowUpAction:
        """One follow up action / Follow up actions, page by page"""
        from .get import build, parse

        return await self._call(build(id), parse, options)

    def list(
        self, type: str, *, page: int | None = None, limit: int | None = None, **options: Unpack[CallOptions]
    ) -> Pager[FollowUpAction]:
        """One follow up action / Follow up actions, page by page"""
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
