"""POST /v2/api/entity/credit_type"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.credit_type_draft import CreditTypeDict, CreditTypeDraft
from ...operations import CREDIT_TYPES_UPDATE as OPERATION


def build(id: int, draft: CreditTypeDraft | CreditTypeDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(CreditTypeDraft, draft, id=id, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
