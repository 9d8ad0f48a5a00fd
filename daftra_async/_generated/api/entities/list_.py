"""GET /v2/api/entity/{entity}/list/{level}"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.entity_record import EntityRecord
from ...operations import ENTITIES_LIST as OPERATION


def build(
    entity: str,
    *,
    level: int = 1,
    fields: Sequence[str] | None = None,
    version: int | None = None,
    image_size: str | None = None,
    page: int | None = None,
    per_page: int | None = None,
    filter: Mapping[str, Any] | None = None,
    sort: Mapping[str, Any] | None = None,
) -> Request:
    return OPERATION.request(
        path={"entity": entity, "level": level},
        query={
            "fields": fields,
            "version": version,
            "image_size": image_size,
            "page": page,
            "per_page": per_page,
            "filter": filter,
            "sort": sort,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[EntityRecord]:
    return decode_page(response, EntityRecord, settings)
