"""POST /api2/credit_notes.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.credit_note_draft import CreditNoteBody, CreditNoteDraft
from ...operations import CREDIT_NOTES_CREATE as OPERATION


def build(draft: CreditNoteDraft | CreditNoteBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(CreditNoteDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
