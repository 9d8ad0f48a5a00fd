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

        It changes something although it is a GET: a cache or a retry must never send it again.

        ``GET /v2/api/app-manager/activate/{id}/{status}``, documentation page 9339111350.

        Args:
            id: The record's id.

        Returns:
            The answer as JSON values.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .activate import build, parse

        return await self._call(build(id, status), parse, options)

    async def is_active(self, id: int, **options: Unpack[CallOptions]) -> Any:
        """Whether a marketplace app is active for this account

        It reads and changes nothing.

        ``GET /v2/api/app-manager/is_active/{id}``, documentation page 37975778.

        Args:
            id: The record's id.

        Returns:
            The answer as JSON values.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
        """
        from .is_active import build, parse

        return await self._call(build(id), parse, options)

    async def lock_record(
        self, app_id: int, entity: str, entity_id: int, lock: RecordLock | str, **options: Unpack[CallOptions]
    ) -> Any:
        """Lock record (apps)

        It changes something although it is a GET: a cache or a retry must never send it again.

        ``GET /v2/api/apps-manager/{app_id}/{entity}/{entity_id}/{lock}``, documentation page 9534406668.

        Args:
            entity: The v2 entity's key, such as invoice.

        Returns:
            The answer as JSON values.

        Raises:
            ResponseError: the server refused, `NotFound` where v1 has no such record.
            ConnectionLost, RequestTimeout: no answer came: `outcome` says whether it may be done.
        """
        from .lock_record import build, parse

        return await self._call(build(app_id, entity, entity_id, lock), parse, options)
