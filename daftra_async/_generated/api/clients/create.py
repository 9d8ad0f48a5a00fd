"""POST /api2/clients.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.client_draft import ClientBody, ClientDraft
from ...operations import CLIENTS_CREATE as OPERATION


def build(
    draft: ClientDraft | ClientBody,
    *,
    skip_email: bool | None = None,
    verify_phone2: bool | None = None,
    extra: Mapping[str, Any] | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "skip_email": skip_email,
            "verify_phone2": verify_phone2,
        },
        body=prepare_body(ClientDraft, draft, new=True, extra=extra),
    )


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
