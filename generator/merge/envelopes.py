"""What an answer wraps its records in, read from a page and written in one form per case."""

from __future__ import annotations

from typing import Any, Literal

import attrs

from .endpoint import Schema
from .quirks.paths import V2
from .schemas import free_object, ref

Case = Literal["list", "record", "created", "done", "batch", "other"]


@attrs.frozen
class Shape:
    """One answer taken apart: its case, the wrapper key around a record (v1), and the record's schema."""

    case: Case
    key: str | None = None
    record: Schema | None = None
    payload: bool = False


def read_answer(schema: Schema | None) -> Shape:
    """The case of a success answer: list, single record, created, done, a batch's results, or none of these."""
    properties: dict[str, Any] = (schema or {}).get("properties") or {}
    if (schema or {}).get("type") == "array":
        return Shape("batch", record=(schema or {}).get("items"))
    if "payload" in properties:
        inner = read_answer(properties["payload"])
        return attrs.evolve(inner, payload=True)
    if isinstance(properties.get("data"), dict):
        return _wrapped(properties["data"])
    names = set(properties)
    if names and names <= {"message", "id"} and "id" in names:
        return Shape("created")
    if names and names <= {"code", "result", "id", "message"}:
        return Shape("created" if "id" in names else "done")
    if {"id", "code", "message"} <= names:
        return Shape("created")
    if "id" in names or "access_token" in names:
        return Shape("record", record=schema)
    return Shape("other")


def _wrapped(data: Schema) -> Shape:
    many = data.get("type") == "array"
    row = data.get("items", {}) if many else data
    members = row.get("properties") or {}
    key, record = None, row
    if len(members) == 1:
        ((name, value),) = members.items()
        if name[:1].isupper() and isinstance(value, dict):
            key, record = name, value
    return Shape("list" if many else "record", key, record if record.get("properties") else None)


def list_answer(base: str, key: str | None, record: str | None, *, payload: bool) -> Schema:
    """A page of records: v1's ``data`` + ``pagination``, v2's paginator, or the asset list's ``payload``."""
    row: Schema = ref(record) if record else free_object()
    if payload:
        return object_of(
            payload=object_of(
                data=_array(row),
                pagination=object_of(total=INTEGER, current_page=INTEGER, per_page=INTEGER, has_more_pages=BOOLEAN),
                permissions=free_object(),
            ),
            version=TEXT,
            message=NULLABLE_TEXT,
        )
    if base == V2:
        return object_of(
            current_page=INTEGER,
            data=_array(row),
            first_page_url=NULLABLE_TEXT,
            **{"from": {**INTEGER, "nullable": True}},
            last_page=INTEGER,
            last_page_url=NULLABLE_TEXT,
            links=_array(ref("PageLink")),
            next_page_url=NULLABLE_TEXT,
            path=TEXT,
            per_page=INTEGER,
            prev_page_url=NULLABLE_TEXT,
            to={**INTEGER, "nullable": True},
            total=INTEGER,
        )
    return object_of(
        code=INTEGER, result=TEXT, data=_array(object_of(**{key: row}) if key else row), pagination=ref("Pagination")
    )


def record_answer(base: str, key: str | None, record: str, *, payload: bool) -> Schema:
    """One record: v1 wraps it in ``data`` and its key, v2 sends it bare (assets in ``payload``)."""
    if payload:
        return object_of(payload=object_of(data=ref(record)), version=TEXT, message=NULLABLE_TEXT)
    if key is None:
        return ref(record)
    return object_of(code=INTEGER, result=TEXT, data=object_of(**{key: ref(record)}))


def object_of(**properties: Schema) -> Schema:
    return {"type": "object", "properties": dict(properties)}


def _array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


INTEGER: Schema = {"type": "integer"}
BOOLEAN: Schema = {"type": "boolean"}
TEXT: Schema = {"type": "string"}
NULLABLE_TEXT: Schema = {"type": "string", "nullable": True}
