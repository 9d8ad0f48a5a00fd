"""GET /v2/api/entity/branch/list/{level}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.branch import Branch
from ...operations import BRANCHES_LIST_V2 as OPERATION


def build(
    level: int,
    *,
    page: int | None = None,
    per_page: int | None = None,
    filter: Mapping[str, Any] | None = None,
    sort: Mapping[str, Any] | None = None,
) -> Request:
    return OPERATION.request(
        path={"level": level},
        query={
            "page": page,
            "per_page": per_page,
            "filter": filter,
            "sort": sort,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Branch]:
    return decode_page(response, Branch, settings)
