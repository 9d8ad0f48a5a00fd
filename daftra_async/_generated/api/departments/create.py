"""POST /v2/api/entity/department"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.department_draft import DepartmentDict, DepartmentDraft
from ...operations import DEPARTMENTS_CREATE as OPERATION


def build(draft: DepartmentDraft | DepartmentDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(DepartmentDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
