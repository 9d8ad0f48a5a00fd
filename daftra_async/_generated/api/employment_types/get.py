"""GET /v2/api/entity/employment_type/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.employment_type import EmploymentType
from ...operations import EMPLOYMENT_TYPES_GET as OPERATION


def build(id: int, *, level: int = 1) -> Request:
    return OPERATION.request(
        path={"id": id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> EmploymentType:
    return decode_record(response, EmploymentType, settings)
