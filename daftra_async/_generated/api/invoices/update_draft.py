"""GET /api2/invoices/update_draft/{id}/{draft_status}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...models.enums import DraftState
from ...operations import INVOICES_UPDATE_DRAFT as OPERATION


def build(id: int, draft_status: DraftState | int | str) -> Request:
    return OPERATION.request(
        path={"id": id, "draft_status": draft_status},
    )


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
