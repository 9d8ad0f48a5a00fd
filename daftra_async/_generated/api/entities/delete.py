"""DELETE /v2/api/entity/delete/{entity}/{id}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...operations import ENTITIES_DELETE as OPERATION


def build(entity: str, id: int) -> Request:
    return OPERATION.request(
        path={"entity": entity, "id": id},
    )


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
