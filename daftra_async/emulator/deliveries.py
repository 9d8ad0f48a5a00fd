"""Webhook deliveries from the emulator: the bare record, the tenant in a header, no event and no signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import ConfigurationError
from .wireforms import encode

if TYPE_CHECKING:
    import httpx

    from .server import Emulator

SITE_ID = 5_000_000
"""The emulated tenant."""


async def deliver(
    emulator: Emulator, url: str, entity: str, id: int, *, http_client: httpx.AsyncClient, site_id: int = SITE_ID
) -> int:
    """Post a record to a webhook's address as the server does; returns the status of the answer.

    ``entity`` is the v2 name (``"invoice"``); a deleted record is posted with its ``deleted_at``.

    Raises ``ConfigurationError`` for a record that never was.
    """
    row = emulator.store.get(entity, id, deleted=True)
    if row is None:
        raise ConfigurationError(f"the emulator has no {entity} {id} to deliver")
    headers = {"x-site-id": str(site_id), "content-type": "application/json"}
    answer = await http_client.post(url, content=encode(row), headers=headers)
    return answer.status_code
