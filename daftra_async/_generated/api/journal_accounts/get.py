"""GET /api2/journal_accounts/{id}.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Request, Response, decode_record
from ...models.journal_account import JournalAccount
from ...operations import JOURNAL_ACCOUNTS_GET as OPERATION


def build(id: int) -> Request:
    return OPERATION.request(
        path={"id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> JournalAccount:
    return decode_record(response, JournalAccount, settings)
