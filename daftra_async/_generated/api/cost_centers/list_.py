"""GET /v2/api/entity/cost_center/list/{level}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.cost_center import CostCenter
from ...operations import COST_CENTERS_LIST as OPERATION


def build(
    *,
    level: int = 1,
    version: int | None = None,
    page: int | None = None,
    per_page: int | None = None,
    filter: Mapping[str, Any] | None = None,
    sort: Mapping[str, Any] | None = None,
) -> Request:
    return OPERATION.request(
        path={"level": level},
        query={
            "version": version,
            "page": page,
            "per_page": per_page,
            "filter": filter,
            "sort": sort,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[CostCenter]:
    return decode_page(response, CostCenter, settings)
