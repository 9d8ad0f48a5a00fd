"""Apps: 3 documented operations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Unpack

from ...._resource import Resource
from ....options import CallOptions

if TYPE_CHECKING:
    from ...models.enums import AppState, RecordLock


class AppsResource(Resource):
    """Apps: 3 documented operations."""

    __slots__ = ()
    _name = "apps"

    async def activate(self, id: int, status: AppState | str, **options: Unpack[CallOptions]) -> Any:
        """Activate (apps)

        ``GET /v2/api/app-manager/activate/{id}/{status}``, documentation page 9339111350.

        Args:
            id: The record's id.
        """
        from .activate import build, parse

        return await self._call(build(id, status), parse, options)

    async def is_active(self, id: int, **options: Unpack[CallOptions]) -> Any:
        """Whether a marketplace app is active for this account

        ``GET /v2/api/app-manager/is_active/{id}``, documentation page 37975778.

        Args:
            id: The record's id.
        """
        from .is_active import build, parse

        return await self._call(build(id), parse, options)

    async def lock_record(
        self, app_id: int, entity: str, entity_id: int, lock: RecordLock | str, **options: Unpack[CallOptions]
    ) -> Any:
        """Lock record (apps)

        ``GET /v2/api/apps-manager/{app_id}/{entity}/{entity_id}/{lock}``, documentation page 9534406668.

        Args:
            entity: The v2 entity's key, such as invoice.
        """
        from .lock_record import build, parse

        return await self._call(build(app_id, entity, entity_id, lock), parse, options)
