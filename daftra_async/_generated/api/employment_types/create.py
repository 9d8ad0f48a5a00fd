"""POST /v2/api/entity/employment_type"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.employment_type_draft import EmploymentTypeDict, EmploymentTypeDraft
from ...operations import EMPLOYMENT_TYPES_CREATE as OPERATION


def build(draft: EmploymentTypeDraft | EmploymentTypeDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(EmploymentTypeDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
