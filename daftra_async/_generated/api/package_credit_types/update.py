"""POST /v2/api/entity/credit_type_package"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import body_of
from ...models.package_credit_type_draft import PackageCreditTypeDraft
from ...operations import PACKAGE_CREDIT_TYPES_UPDATE as OPERATION


def build(id: int, draft: PackageCreditTypeDraft | Mapping[str, Any]) -> Request:
    return OPERATION.request(body=body_of(draft, id=id))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
