"""GET /v2/api/entity/package/list/{level}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.package import Package
from ...operations import PACKAGES_LIST as OPERATION


def build(
    *,
    level: int = 1,
    per_page: int | None = None,
    page: int | None = None,
    filter: Mapping[str, Any] | None = None,
    sort: Mapping[str, Any] | None = None,
) -> Request:
    return OPERATION.request(
        path={"level": level},
        query={
            "per_page": per_page,
            "page": page,
            "filter": filter,
            "sort": sort,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Package]:
    return decode_page(response, Package, settings)
