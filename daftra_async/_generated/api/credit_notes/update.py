"""PUT /api2/credit_notes/{id}.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.credit_note_draft import CreditNoteBody, CreditNoteDraft
from ...operations import CREDIT_NOTES_UPDATE as OPERATION


def build(id: int, draft: CreditNoteDraft | CreditNoteBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(CreditNoteDraft, draft, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
