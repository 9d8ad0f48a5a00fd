"""Answers as they arrive, one per kind of call: ids of v1 are text, those of v2 are numbers."""

from __future__ import annotations

from typing import Any

from .quirks.paths import V1

_PAGE = {"prev": None, "next": "/api2/clients/?page=2", "page": 1, "page_count": 5, "total_results": 98}
_PAGINATOR: dict[str, Any] = {
    "current_page": 1,
    "data": [{"id": 1, "created": "2026-04-26 20:20:49"}],
    "from": 1,
    "last_page": 1,
    "links": [{"url": None, "label": "1", "page": 1, "active": True}],
    "next_page_url": None,
    "per_page": 20,
    "prev_page_url": None,
    "to": 1,
    "total": 1,
}
_V2: dict[str, Any] = {
    "list": _PAGINATOR,
    "record": {"id": 1, "created": "2026-04-26 20:20:49"},
    "created": {"message": "Saved.", "id": 65},
    "done": {"message": "Saved.", "id": 65},
}


def example(case: str, base: str, key: str | None) -> Any:
    """An answer, or None for a case that has no form of its own. ``key`` wraps a record of v1."""
    if base != V1:
        return _V2.get(case)
    record = {"id": "244", "created": "2026-09-24 01:10:36"}
    wrapped: Any = {key: record} if key else record
    told = {"code": 200, "result": "successful"}
    answers: dict[str, Any] = {
        "list": {**told, "data": [wrapped], "pagination": _PAGE},
        "record": {**told, "data": wrapped},
        "created": {"code": 202, "result": "successful", "id": 2415},
        "done": told,
    }
    return answers.get(case)
