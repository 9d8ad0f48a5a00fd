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

        It reads and changes nothing.

        ``GET /api2/listing/{model}.json``, documentation page 15115384.

        Args:
            model: The list to read, such as timezones or price groups.

        Returns:
            The answer as JSON values.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
        """
        from .get import build, parse

        return await self._call(build(model), parse, options)
