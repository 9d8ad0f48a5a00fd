"""POST /v2/api/entity/branch"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.branch_draft import BranchDict, BranchDraft
from ...operations import BRANCHES_UPDATE as OPERATION


def build(id: int, draft: BranchDraft | BranchDict, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(BranchDraft, draft, id=id, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
