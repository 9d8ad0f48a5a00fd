"""POST /api2/staff"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import body_of
from ...models.staff_draft import StaffDraft
from ...operations import STAFF_CREATE as OPERATION


def build(draft: StaffDraft | Mapping[str, Any]) -> Request:
    return OPERATION.request(body=body_of(draft, new=True))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
