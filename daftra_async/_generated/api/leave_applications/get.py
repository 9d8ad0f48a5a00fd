"""GET /v2/api/entity/leave_application/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.leave_application import LeaveApplication
from ...operations import LEAVE_APPLICATIONS_GET as OPERATION


def build(id: int, *, level: int = 1) -> Request:
    return OPERATION.request(
        path={"id": id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> LeaveApplication:
    return decode_record(response, LeaveApplication, settings)
