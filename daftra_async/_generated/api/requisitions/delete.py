"""DELETE /api2/requisitions/{id}"""

from __future__ import annotations

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...operations import REQUISITIONS_DELETE as OPERATION


def build(id: int, *, force: bool | None = None) -> Request:
    return OPERATION.request(
        path={"id": id},
        query={
            "force": force,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
