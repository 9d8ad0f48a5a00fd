"""GET /v2/api/entity/{entity}/list/{level}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ....wire import DecodeSettings, Request, Response, decode_json
from ...models.entity_key import EntityKey
from ...operations import ENTITIES_LIST as OPERATION


def build(
    entity: EntityKey | str,
    *,
    level: int = 1,
    page: int | None = None,
    per_page: int | None = None,
    filter: Mapping[str, Any] | None = None,
    sort: Mapping[str, Any] | None = None,
) -> Request:
    return OPERATION.request(
        path={"entity": entity, "level": level},
        query={
            "page": page,
            "per_page": per_page,
            "filter": filter,
            "sort": sort,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Any:
    return decode_json(response, settings)
