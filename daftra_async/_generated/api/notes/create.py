"""POST /api2/notes/{type}/{id}.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.note_draft import NoteBody, NoteDraft
from ...operations import NOTES_CREATE as OPERATION


def build(type: str, id: int, draft: NoteDraft | NoteBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(path={"type": type, "id": id}, body=prepare_body(NoteDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
