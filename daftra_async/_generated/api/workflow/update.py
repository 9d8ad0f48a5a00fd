"""PUT /v2/api/entity/le_workflow-type-entity-{workflow_id}/{record_id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.workflow_record_draft import WorkflowRecordDict, WorkflowRecordDraft
from ...operations import WORKFLOW_UPDATE as OPERATION


def build(
    workflow_id: int,
    record_id: int,
    draft: WorkflowRecordDraft | WorkflowRecordDict,
    *,
    extra: Mapping[str, Any] | None = None,
) -> Request:
    return OPERATION.request(
        path={"workflow_id": workflow_id, "record_id": record_id},
        body=prepare_body(WorkflowRecordDraft, draft, id=record_id, extra=extra),
    )


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
