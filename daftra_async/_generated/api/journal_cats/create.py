"""POST /api2/journal_cats.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.journal_cat_draft import JournalCatBody, JournalCatDraft
from ...operations import JOURNAL_CATS_CREATE as OPERATION


def build(draft: JournalCatDraft | JournalCatBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(JournalCatDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
