"""Bodies and answers: where they have none of their own, one too many, or an example for a schema."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import attrs

from ...openapi import JSON
from ..endpoint import Answer, Endpoint, Schema

FORM = "application/x-www-form-urlencoded"
JUNK = re.compile(r"^01[0-9A-HJKMNP-TV-Z]{24}$")


def body_on_get(endpoint: Endpoint) -> Endpoint:
    """A GET with a body: the body is a leftover of the console (empty, or copied from the page beside it).

    A call that is known to change something by GET keeps a body that it requires.
    """
    if endpoint.method != "get" or endpoint.body is None:
        return endpoint
    if endpoint.named is not None and endpoint.named.kind == "action" and endpoint.body.schema.get("required"):
        return endpoint
    return attrs.evolve(endpoint, body=None)


def text_body_that_is_json(endpoint: Endpoint) -> Endpoint:
    """``text/plain`` bodies of this API are JSON."""
    if endpoint.body is None or "text/plain" not in endpoint.body.media_types:
        return endpoint
    return attrs.evolve(endpoint, body=attrs.evolve(endpoint.body, media_types=(JSON,)))


def multipart_form(endpoint: Endpoint) -> Endpoint:
    """The token endpoint takes an ordinary form too: it comes first, a multipart boundary has no use here."""
    if endpoint.body is None or endpoint.body.media_types != ("multipart/form-data",):
        return endpoint
    return attrs.evolve(endpoint, body=attrs.evolve(endpoint.body, media_types=(FORM, "multipart/form-data")))


def example_for_request_schema(endpoint: Endpoint) -> Endpoint:
    """A request schema that says nothing while an example does: the example's shape is the schema."""
    body = endpoint.body
    if body is None or not body.shapes or not says_nothing(body.schema):
        return endpoint
    return attrs.evolve(endpoint, body=attrs.evolve(body, schema=schema_of_shapes(body.shapes)))


def example_for_response_schema(endpoint: Endpoint) -> Endpoint:
    """The same for an answer whose schema is empty."""
    if not any(
        answer.schema is not None and answer.shapes and says_nothing(answer.schema) for answer in endpoint.answers
    ):
        return endpoint
    answers = tuple(
        attrs.evolve(answer, schema=schema_of_shapes(answer.shapes))
        if answer.schema is not None and answer.shapes and says_nothing(answer.schema)
        else answer
        for answer in endpoint.answers
    )
    return attrs.evolve(endpoint, answers=answers)


def says_nothing(schema: Schema) -> bool:
    """Whether a schema is ``{}``, an object without properties, or one of generated junk properties only."""
    names = list(schema.get("properties") or {})
    said = {key for key in schema if not key.startswith("x-apidog") or key == "x-apidog-refs"}
    return said <= {"type", "properties", "required", "title", "description"} and all(
        JUNK.match(name) for name in names
    )


def schema_of_shapes(shapes: Iterable[Any]) -> Schema:
    """The schema of example shapes: objects merged, ``null`` and empty text left open."""
    result: Schema = {}
    for shape in shapes:
        result = _joined(result, _schema_of(shape))
    return result


_SHAPES: dict[str, Schema] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "null": {"type": "null"},
}
_DETAILS: dict[str, Schema] = {
    "yyyy-mm-dd": {"type": "string", "format": "date"},
    "yyyy-mm-dd hh:mm:ss": {"type": "string", "format": "datetime"},
}


def _schema_of(shape: Any) -> Schema:
    if isinstance(shape, dict):
        return {"type": "object", "properties": {name: _schema_of(value) for name, value in shape.items()}}
    if isinstance(shape, list):
        return {"type": "array", "items": schema_of_shapes(shape)}
    word, _, detail = str(shape).partition(" (")
    return dict(_DETAILS.get(detail.rstrip(")"), _SHAPES.get(word, {})))


def _joined(one: Schema, other: Schema) -> Schema:
    if not one or one == {"type": "null"}:
        return other
    if one.get("type") == other.get("type") == "object":
        names = dict.fromkeys((*one["properties"], *other["properties"]))
        return {
            "type": "object",
            "properties": {
                name: _joined(one["properties"].get(name, {}), other["properties"].get(name, {})) for name in names
            },
        }
    return one


def response_by_reference(endpoint: Endpoint) -> Endpoint:
    """An answer that is a reference into the page's own components is written out."""
    if not any(answer.reference for answer in endpoint.answers):
        return endpoint
    return attrs.evolve(endpoint, answers=tuple(_resolved(endpoint, answer) for answer in endpoint.answers))


def _resolved(endpoint: Endpoint, answer: Answer) -> Answer:
    if answer.reference is None:
        return answer
    shared = endpoint.responses.get(answer.reference)
    if shared is None:
        raise (endpoint.place / "responses" / answer.status).refuse(
            f"refers to {answer.reference!r}, which the page does not have", "add the response to the page's components"
        )
    return attrs.evolve(shared, status=answer.status)


def copied_error_response(endpoint: Endpoint) -> Endpoint:
    """Hundreds of copies of one error schema: the status says which shared answer is meant."""
    if not any(answer.schema is not None and not answer.status.startswith("2") for answer in endpoint.answers):
        return endpoint
    answers = tuple(
        answer if answer.status.startswith("2") else attrs.evolve(answer, schema=None, shapes=())
        for answer in endpoint.answers
    )
    return attrs.evolve(endpoint, answers=answers)
