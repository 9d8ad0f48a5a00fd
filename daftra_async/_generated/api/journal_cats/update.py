"""PUT /api2/journal_cats/{id}.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.journal_cat_draft import JournalCatBody, JournalCatDraft
from ...operations import JOURNAL_CATS_UPDATE as OPERATION


def build(id: int, draft: JournalCatDraft | JournalCatBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(JournalCatDraft, draft, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
