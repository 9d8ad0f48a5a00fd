"""POST /api2/journals.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.journal_draft import JournalBody, JournalDraft
from ...operations import JOURNALS_CREATE as OPERATION


def build(draft: JournalDraft | JournalBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(JournalDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
