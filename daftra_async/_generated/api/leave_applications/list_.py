"""GET /v2/api/entity/leave_application/list/{level}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.enums import LeaveFilter
from ...models.leave_application import LeaveApplication
from ...operations import LEAVE_APPLICATIONS_LIST as OPERATION


def build(
    *,
    level: int = 1,
    status: LeaveFilter | str | None = None,
    page: int | None = None,
    per_page: int | None = None,
    filter: Mapping[str, Any] | None = None,
    sort: Mapping[str, Any] | None = None,
) -> Request:
    return OPERATION.request(
        path={"level": level},
        query={
            "status": status,
            "page": page,
            "per_page": per_page,
            "filter": filter,
            "sort": sort,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[LeaveApplication]:
    return decode_page(response, LeaveApplication, settings)
