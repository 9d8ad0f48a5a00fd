"""General listing: 1 documented operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Resource
from ....options import CallOptions

if TYPE_CHECKING:
    pass


class GeneralListingResource(Resource):
    """General listing: 1 documented operations."""

    __slots__ = ()
    _name = "general_listing"

    async def get(self, model: str, **options: Unpack[CallOptions]) -> Any:
        """The choices of one kind, such as timezones or price groups

        ``GET /api2/listing/{model}.json``, documentation page 15115384.

        Args:
            model: The list to read, such as timezones or price groups.
        """
        from .get import build, parse

        return await self._call(build(model), parse, options)
