"""GET /api2/journal_accounts.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.journal_account import JournalAccount
from ...operations import JOURNAL_ACCOUNTS_LIST as OPERATION


def build(
    *,
    limit: int | None = None,
    page: int | None = None,
    journal_cat_id: int | None = None,
    has_cost_centers: bool | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
            "journal_cat_id": journal_cat_id,
            "has_cost_centers": has_cost_centers,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[JournalAccount]:
    return decode_page(response, JournalAccount, settings)
