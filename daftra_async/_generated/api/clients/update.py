"""PUT /api2/clients/{id}.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import body_of
from ...models.client_draft import ClientDraft
from ...operations import CLIENTS_UPDATE as OPERATION


def build(id: int, draft: ClientDraft | Mapping[str, Any], *, skip_email: bool | None = None) -> Request:
    return OPERATION.request(
        path={"id": id},
        query={
            "skip_email": skip_email,
        },
        body=body_of(draft),
    )


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
