"""POST /v2/api/entity/purchase_debit_note"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.purchase_debit_note_draft import PurchaseDebitNoteDict, PurchaseDebitNoteDraft
from ...operations import PURCHASE_DEBIT_NOTES_CREATE as OPERATION


def build(draft: PurchaseDebitNoteDraft | PurchaseDebitNoteDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(PurchaseDebitNoteDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
