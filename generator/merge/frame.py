"""The merged document around its paths and records: servers, security, shared schemas and error answers."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from typing import Any

from ..openapi import JSON
from .endpoint import Schema
from .envelopes import BOOLEAN, INTEGER, NULLABLE_TEXT, TEXT, object_of
from .schemas import free_object, ref


def document_of(paths: dict[str, Any], schemas: dict[str, Schema], resources: Iterable[str]) -> dict[str, Any]:
    """An OpenAPI 3.0.3 document; the subdomain is the one thing in which accounts differ."""
    return {
        "openapi": "3.0.3",
        "info": {
            "title": "Daftra API",
            "version": "1.0.0",
            "description": "Every documented call of the Daftra API, merged from the documentation's pages. Answers "
            "are described as they arrive: numbers also as text, no value as null, an empty text or an empty list.",
            "contact": {"name": "The daftra-async authors"},
            "license": {"name": "MIT", "url": "https://opensource.org/license/mit"},
        },
        "servers": [
            {
                "url": "https://{subdomain}.daftra.com",
                "variables": {"subdomain": {"default": "example", "description": "The account's subdomain."}},
            }
        ],
        "security": [{"apiKey": []}, {"bearer": []}],
        "tags": [{"name": name} for name in sorted(set(resources))],
        "paths": paths,
        "components": {
            "schemas": {name: schemas[name] for name in sorted(schemas)},
            "responses": shared_responses(),
            "securitySchemes": {
                "apiKey": {"type": "apiKey", "in": "header", "name": "apikey"},
                "bearer": {"type": "http", "scheme": "bearer"},
            },
        },
    }


def shared_schemas() -> dict[str, Schema]:
    """The schemas that every account of this API needs once."""
    return {
        "Pagination": object_of(
            prev=NULLABLE_TEXT, next=NULLABLE_TEXT, page=INTEGER, page_count=INTEGER, total_results=INTEGER
        ),
        "PageLink": object_of(url=NULLABLE_TEXT, label=TEXT, page={**INTEGER, "nullable": True}, active=BOOLEAN),
        "CreatedAnswer": object_of(code=INTEGER, result=TEXT, message=NULLABLE_TEXT, id={**INTEGER, "nullable": True}),
        "DoneAnswer": object_of(code=INTEGER, result=TEXT, message=NULLABLE_TEXT),
        "Error": object_of(
            result=TEXT,
            code=INTEGER,
            message=NULLABLE_TEXT,
            error=TEXT,
            error_type=TEXT,
            validation_errors=free_object(),
            errors=free_object(),
        ),
    }


HTTP_STATUSES = frozenset(map(int, HTTPStatus))

EXAMPLES: dict[str, dict[str, Any]] = {
    "400": {
        "result": "failed",
        "code": 400,
        "message": "The record was not saved.",
        "validation_errors": {"Invoice": {"client_id": ["Choose a client."]}},
    },
    "401": {"result": "failed", "code": 401, "message": "Unauthorized"},
    "403": {"result": "failed", "code": 403, "message": "Forbidden"},
    "404": {"result": "failed", "code": 404, "message": "Item not found"},
    "422": {"message": "The given data was invalid.", "errors": {"name": ["The name is missing."]}},
    "500": {"result": "failed", "code": 500, "message": "The record was not deleted."},
}
"""Status → an answer as it arrives."""

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


def error_answer(status: str) -> dict[str, Any]:
    """The answer of a status that has no shared one: an error, or a redirection, which has no body."""
    phrase = HTTPStatus(int(status)).phrase if status.isdigit() and int(status) in HTTP_STATUSES else "Error"
    if status.startswith("3"):
        return {"description": f"{phrase}: what is asked for lies elsewhere."}
    return {"description": f"{phrase}.", "content": {JSON: {"schema": ref("Error")}}}


def shared_responses() -> dict[str, Any]:
    """One response per error status, all with the one error schema."""
    return {
        name: {"description": text, "content": {JSON: {"schema": ref("Error"), "example": EXAMPLES[status]}}}
        for status, (name, text) in ERRORS.items()
    }
