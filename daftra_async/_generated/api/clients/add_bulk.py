"""POST /api2/clients/add_bulk"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...._wire import DecodeSettings, Request, Response, decode_json
from ...._wire.draft import prepare_body
from ...models.client_draft import ClientBody, ClientDraft
from ...operations import CLIENTS_ADD_BULK as OPERATION


def build(body: Sequence[ClientDraft | ClientBody]) -> Request:
    return OPERATION.request(body=[prepare_body(ClientDraft, item, new=True) for item in body])


def parse(response: Response, settings: DecodeSettings) -> Any:
    return decode_json(response, settings)
