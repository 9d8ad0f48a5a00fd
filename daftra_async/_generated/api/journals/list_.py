"""GET /api2/journals.json"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.enums import DateSelector, SortDirection
from ...models.journal import Journal
from ...operations import JOURNALS_LIST as OPERATION


def build(
    *,
    limit: int | None = None,
    page: int | None = None,
    description: str | None = None,
    number: str | None = None,
    draft: bool | None = None,
    entity_type: str | None = None,
    entity_id: int | None = None,
    date_from: date | str | None = None,
    date_to: date | str | None = None,
    date_selector: DateSelector | str | None = None,
    created_from: date | str | None = None,
    created_to: date | str | None = None,
    total_credit_from: Decimal | int | str | None = None,
    total_credit_to: Decimal | int | str | None = None,
    journal_account_id: int | None = None,
    cost_center: int | None = None,
    added_by: int | None = None,
    recurring_profile: int | None = None,
    fy_id: int | None = None,
    sort: str | None = None,
    direction: SortDirection | str | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
            "description": description,
            "number": number,
            "draft": draft,
            "entity_type": entity_type,
            "entity_id": entity_id,
            "date_from": date_from,
            "date_to": date_to,
            "date_selector": date_selector,
            "created_from": created_from,
            "created_to": created_to,
            "total_credit_from": total_credit_from,
            "total_credit_to": total_credit_to,
            "journal_account_id": journal_account_id,
            "cost_center": cost_center,
            "added_by": added_by,
            "recurring_profile": recurring_profile,
            "fy_id": fy_id,
            "sort": sort,
            "direction": direction,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Journal]:
    return decode_page(response, Journal, settings)
