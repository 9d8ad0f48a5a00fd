"""PUT /api2/clients/{id}.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.client_draft import ClientBody, ClientDraft
from ...operations import CLIENTS_UPDATE as OPERATION


def build(
    id: int, draft: ClientDraft | ClientBody, *, skip_email: bool | None = None, extra: Mapping[str, Any] | None = None
) -> Request:
    return OPERATION.request(
        path={"id": id},
        query={
            "skip_email": skip_email,
        },
        body=prepare_body(ClientDraft, draft, extra=extra),
    )


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
