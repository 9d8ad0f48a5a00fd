"""GET /v2/api/entity/le_workflow-type-entity-{workflow_id}/{record_id}/{level}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.workflow_record import WorkflowRecord
from ...operations import WORKFLOW_GET as OPERATION


def build(workflow_id: int, record_id: int, *, level: int = 1) -> Request:
    return OPERATION.request(
        path={"workflow_id": workflow_id, "record_id": record_id, "level": level},
    )


def parse(response: Response, settings: DecodeSettings) -> WorkflowRecord:
    return decode_record(response, WorkflowRecord, settings)
