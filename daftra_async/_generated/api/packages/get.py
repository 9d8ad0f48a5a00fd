"""GET /v2/api/entity/package/{id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.package import Package
from ...operations import PACKAGES_GET as OPERATION


def build(id: int, *, level: int = 1, per_page: int | None = None) -> Request:
    return OPERATION.request(
        path={"id": id, "level": level},
        query={
            "per_page": per_page,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Package:
    return decode_record(response, Package, settings)
