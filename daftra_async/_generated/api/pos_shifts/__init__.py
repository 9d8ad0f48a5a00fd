"""Pos shifts: 1 documented operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Unpack

from ...._resource import Resource
from ....options import CallOptions

if TYPE_CHECKING:
    from ...models.pos_shift import PosShift


class PosShiftsResource(Resource):
    """Pos shifts: 1 documented operations."""

    __slots__ = ()
    _name = "pos_shifts"

    async def get(self, **options: Unpack[CallOptions]) -> PosShift:
        """One pos shift

        Answers the record. An id that does not exist, or belongs to another kind of record, is not found.

        ``GET /api2/pos_shifts``, documentation page 9081029669.

        Returns:
            The record; what cannot be typed is None there, and `raw` has it as it came.
        """
        from .get import build, parse

        return await self._call(build(), parse, options)
