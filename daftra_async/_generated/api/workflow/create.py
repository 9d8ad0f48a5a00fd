"""POST /v2/api/entity/le_workflow-type-entity-{workflow_id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.workflow_record_draft import WorkflowRecordDict, WorkflowRecordDraft
from ...operations import WORKFLOW_CREATE as OPERATION


def build(
    workflow_id: int, draft: WorkflowRecordDraft | WorkflowRecordDict, *, extra: Mapping[str, Any] | None = None
) -> Request:
    return OPERATION.request(
        path={"workflow_id": workflow_id}, body=prepare_body(WorkflowRecordDraft, draft, new=True, extra=extra)
    )


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
