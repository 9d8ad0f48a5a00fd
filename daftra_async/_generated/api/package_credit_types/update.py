"""POST /v2/api/entity/credit_type_package"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.package_credit_type_draft import PackageCreditTypeDict, PackageCreditTypeDraft
from ...operations import PACKAGE_CREDIT_TYPES_UPDATE as OPERATION


def build(
    id: int, draft: PackageCreditTypeDraft | PackageCreditTypeDict, *, extra: Mapping[str, Any] | None = None
) -> Request:
    return OPERATION.request(body=prepare_body(PackageCreditTypeDraft, draft, id=id, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
