"""PUT /v2/api/entity/unit_template/{id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.unit_template_draft import UnitTemplateDict, UnitTemplateDraft
from ...operations import UNIT_TEMPLATES_UPDATE as OPERATION


def build(id: int, draft: UnitTemplateDraft | UnitTemplateDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(UnitTemplateDraft, draft, id=id, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
