"""GET /v2/api/entity/le_workflow-type-entity-{workflow_id}/list/{level}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.workflow_record import WorkflowRecord
from ...operations import WORKFLOW_LIST as OPERATION


def build(
    workflow_id: int,
    *,
    level: int = 1,
    fields: str | None = None,
    version: int | None = None,
    page: int | None = None,
    per_page: int | None = None,
    filter: Mapping[str, Any] | None = None,
    sort: Mapping[str, Any] | None = None,
) -> Request:
    return OPERATION.request(
        path={"workflow_id": workflow_id, "level": level},
        query={
            "fields": fields,
            "version": version,
            "page": page,
            "per_page": per_page,
            "filter": filter,
            "sort": sort,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[WorkflowRecord]:
    return decode_page(response, WorkflowRecord, settings)
