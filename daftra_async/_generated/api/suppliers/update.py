"""PUT /api2/suppliers/{id}.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.supplier_draft import SupplierBody, SupplierDraft
from ...operations import SUPPLIERS_UPDATE as OPERATION


def build(id: int, draft: SupplierDraft | SupplierBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(SupplierDraft, draft, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
