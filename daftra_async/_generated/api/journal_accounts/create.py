"""POST /api2/journal_accounts.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import body_of
from ...models.journal_account_draft import JournalAccountDraft
from ...operations import JOURNAL_ACCOUNTS_CREATE as OPERATION


def build(draft: JournalAccountDraft | Mapping[str, Any]) -> Request:
    return OPERATION.request(body=body_of(draft, new=True))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
