"""Site: 1 documented operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ...._resource import Resource
from ....options import CallOptions

if TYPE_CHECKING:
    from ...models.site import Site


class SiteResource(Resource):
    """Site: 1 documented operations."""

    __slots__ = ()
    _name = "site"

    async def get(self, **options: Unpack[CallOptions]) -> Site:
        """The account itself: its names, currency, language and date format

        It reads and changes nothing.

        ``GET /api2/site_info.json``, documentation page 15115385.

        Returns:
            The record; what cannot be typed is None there, and `raw` has it as it came.
        """
        from .get import build, parse

        return await self._call(build(), parse, options)
