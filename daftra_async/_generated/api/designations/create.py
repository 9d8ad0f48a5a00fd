"""POST /v2/api/entity/designation"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.designation_draft import DesignationDict, DesignationDraft
from ...operations import DESIGNATIONS_CREATE as OPERATION


def build(draft: DesignationDraft | DesignationDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(DesignationDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
