"""POST /v2/api/entity/branch"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import body_of
from ...models.branch_draft import BranchDraft
from ...operations import BRANCHES_UPDATE as OPERATION


def build(id: int, draft: BranchDraft | Mapping[str, Any]) -> Request:
    return OPERATION.request(body=body_of(draft, id=id))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
