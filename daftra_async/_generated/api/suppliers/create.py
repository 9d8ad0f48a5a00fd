"""POST /api2/suppliers.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.supplier_draft import SupplierBody, SupplierDraft
from ...operations import SUPPLIERS_CREATE as OPERATION


def build(draft: SupplierDraft | SupplierBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(SupplierDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
