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
        return _object(
            payload=_object(
                data=_array(row),
                pagination=_object(total=_INTEGER, current_page=_INTEGER, per_page=_INTEGER, has_more_pages=_BOOLEAN),
                permissions=free_object(),
            ),
            version=_TEXT,
            message=_NULLABLE_TEXT,
        )
    if base == V2:
        return _object(
            current_page=_INTEGER,
            data=_array(row),
            first_page_url=_NULLABLE_TEXT,
            **{"from": {**_INTEGER, "nullable": True}},
            last_page=_INTEGER,
            last_page_url=_NULLABLE_TEXT,
            links=_array(ref("PageLink")),
            next_page_url=_NULLABLE_TEXT,
            path=_TEXT,
            per_page=_INTEGER,
            prev_page_url=_NULLABLE_TEXT,
            to={**_INTEGER, "nullable": True},
            total=_INTEGER,
        )
    return _object(
        code=_INTEGER, result=_TEXT, data=_array(_object(**{key: row}) if key else row), pagination=ref("Pagination")
    )


def record_answer(base: str, key: str | None, record: str, *, payload: bool) -> Schema:
    """One record: v1 wraps it in ``data`` and its key, v2 sends it bare (assets in ``payload``)."""
    if payload:
        return _object(payload=_object(data=ref(record)), version=_TEXT, message=_NULLABLE_TEXT)
    if key is None:
        return ref(record)
    return _object(code=_INTEGER, result=_TEXT, data=_object(**{key: ref(record)}))


def shared_schemas() -> dict[str, Schema]:
    """The schemas that every account of this API needs once."""
    return {
        "Pagination": _object(
            prev=_NULLABLE_TEXT, next=_NULLABLE_TEXT, page=_INTEGER, page_count=_INTEGER, total_results=_INTEGER
        ),
        "PageLink": _object(url=_NULLABLE_TEXT, label=_TEXT, page={**_INTEGER, "nullable": True}, active=_BOOLEAN),
        "CreatedAnswer": _object(
            code=_INTEGER, result=_TEXT, message=_NULLABLE_TEXT, id={**_INTEGER, "nullable": True}
        ),
        "DoneAnswer": _object(code=_INTEGER, result=_TEXT, message=_NULLABLE_TEXT),
        "Error": _object(
            result=_TEXT,
            code=_INTEGER,
            message=_NULLABLE_TEXT,
            error=_TEXT,
            error_type=_TEXT,
            validation_errors=free_object(),
            errors=free_object(),
        ),
    }


ERRORS: dict[str, tuple[str, str]] = {
    "400": (
        "BadRequest",
        "The request is not acceptable: `validation_errors` says which fields; v2 also answers so for an unknown id.",
    ),
    "401": ("Unauthorized", "The credentials are missing, wrong or expired."),
    "403": ("Forbidden", "These credentials may not do this."),
    "404": ("NotFound", "There is no such record, or no such endpoint."),
    "422": ("UnprocessableEntity", "v2's validation failure: `errors` lists the reasons by field."),
    "500": ("ServerError", "The server failed; a delete that is refused also ends here."),
}
"""Status → (shared response, what it means)."""


def shared_responses() -> dict[str, Any]:
    """One response per error status, all with the one error schema."""
    return {
        name: {"description": text, "content": {"application/json": {"schema": ref("Error")}}}
        for name, text in ERRORS.values()
    }


def _object(**properties: Schema) -> Schema:
    return {"type": "object", "properties": dict(properties)}


def _array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


_INTEGER: Schema = {"type": "integer"}
_BOOLEAN: Schema = {"type": "boolean"}
_TEXT: Schema = {"type": "string"}
_NULLABLE_TEXT: Schema = {"type": "string", "nullable": True}
