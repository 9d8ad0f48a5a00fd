"""POST /api2/treasuries.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.treasury_draft import TreasuryBody, TreasuryDraft
from ...operations import TREASURIES_CREATE as OPERATION


def build(draft: TreasuryDraft | TreasuryBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(TreasuryDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
