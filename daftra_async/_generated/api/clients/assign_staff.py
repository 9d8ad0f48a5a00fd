"""POST /api2/clients/assign_staff/{id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Request, Response, decode_json
from ...._wire.draft import prepare_body
from ...models.client_staff_draft import ClientStaffBody, ClientStaffDraft
from ...operations import CLIENTS_ASSIGN_STAFF as OPERATION


def build(id: int, draft: ClientStaffDraft | ClientStaffBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(ClientStaffDraft, draft, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Any:
    return decode_json(response, settings)
