"""Branches: 1 documented operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ...._resource import Resource
from ....options import CallOptions

if TYPE_CHECKING:
    from ...._paging.pager import Pager
    from ...models.branch import Branch


class BranchesResource(Resource):
    """Branches: 1 documented operations."""

    __slots__ = ()
    _name = "branches"

    def list(
        self, *, page: int | None = None, limit: int | None = None, **options: Unpack[CallOptions]
    ) -> Pager[Branch]:
        """Branches, page by page

        ``GET /api2/branches``, documentation page 24700082.

        Args:
            page: Which page, from 1.
            limit: How many records a page holds.
        """
        from .list_ import build, parse

        return self._pager(
            build,
            parse,
            {
                "page": page,
                "limit": limit,
            },
            size="limit",
            options=options,
        )
