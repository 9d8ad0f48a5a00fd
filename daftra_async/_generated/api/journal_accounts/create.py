"""POST /api2/journal_accounts.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.journal_account_draft import JournalAccountBody, JournalAccountDraft
from ...operations import JOURNAL_ACCOUNTS_CREATE as OPERATION


def build(draft: JournalAccountDraft | JournalAccountBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(JournalAccountDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
