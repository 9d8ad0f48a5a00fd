"""GET /v2/api/entity/purchase_debit_note/list/{level}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.purchase_debit_note import PurchaseDebitNote
from ...operations import PURCHASE_DEBIT_NOTES_LIST as OPERATION


def build(
    *,
    level: int = -1,
    debug: str | None = None,
    version: int | None = None,
    page: int | None = None,
    per_page: int | None = None,
    filter: Mapping[str, Any] | None = None,
    sort: Mapping[str, Any] | None = None,
) -> Request:
    return OPERATION.request(
        path={"level": level},
        query={
            "debug": debug,
            "version": version,
            "page": page,
            "per_page": per_page,
            "filter": filter,
            "sort": sort,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[PurchaseDebitNote]:
    return decode_page(response, PurchaseDebitNote, settings)
