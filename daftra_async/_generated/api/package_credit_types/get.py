"""GET /v2/api/entity/credit_type_package/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.package_credit_type import PackageCreditType
from ...operations import PACKAGE_CREDIT_TYPES_GET as OPERATION


def build(id: int, *, level: int = 1) -> Request:
    return OPERATION.request(
        path={"id": id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> PackageCreditType:
    return decode_record(response, PackageCreditType, settings)
