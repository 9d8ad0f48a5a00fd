"""Apps: 1 documented operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Resource
from ....options import CallOptions

if TYPE_CHECKING:
    pass


class AppsResource(Resource):
    """Apps: 1 documented operations."""

    __slots__ = ()
    _name = "apps"

    async def is_active(self, id: int, **options: Unpack[CallOptions]) -> Any:
        """Whether a marketplace app is active for this account

        ``GET /v2/api/app-manager/is_active/{id}``, documentation page 37975778.

        Args:
            id: The record's id.
        """
        from .is_active import build, parse

        return await self._call(build(id), parse, options)
