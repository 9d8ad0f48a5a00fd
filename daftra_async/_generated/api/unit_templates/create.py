"""POST /v2/api/entity/unit_template"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.unit_template_draft import UnitTemplateDict, UnitTemplateDraft
from ...operations import UNIT_TEMPLATES_CREATE as OPERATION


def build(draft: UnitTemplateDraft | UnitTemplateDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(UnitTemplateDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
