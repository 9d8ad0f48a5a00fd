"""GET /api2/journal_accounts.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.journal_account import JournalAccount
from ...operations import JOURNAL_ACCOUNTS_LIST as OPERATION


def build(*, limit: int | None = None, page: int | None = None) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[JournalAccount]:
    return decode_page(response, JournalAccount, settings)
