"""Quirks of bodies and answers: each rule on its quirk and on what is no quirk."""

from __future__ import annotations

from typing import Any

import pytest

from generator.fetch.example_shapes import shape_of
from generator.merge.quirks import bodies
from tests.generator.generator_pages import answer, body, endpoint, normal

EMPTY: dict[str, Any] = {"type": "object", "properties": {}}
FULL: dict[str, Any] = {"type": "object", "properties": {"a": {"type": "string"}}}


def test_body_on_get_is_dropped() -> None:
    assert bodies.body_on_get(endpoint(requestBody=body(FULL))).body is None
    post = endpoint("post", requestBody=body(FULL))
    assert bodies.body_on_get(post) is post


def test_text_body_that_is_json_is_json() -> None:
    found = bodies.text_body_that_is_json(endpoint("post", requestBody=body(FULL, media_type="text/plain"))).body
    assert found is not None
    assert found.media_types == ("application/json",)


def test_multipart_form_is_an_ordinary_form_first() -> None:
    found = bodies.multipart_form(endpoint("post", requestBody=body(FULL, media_type="multipart/form-data"))).body
    assert found is not None
    assert found.media_types == ("application/x-www-form-urlencoded", "multipart/form-data")


@pytest.mark.parametrize(
    "said_nothing",
    [
        EMPTY,
        {},
        {
            "type": "object",
            "required": ["01JZFRJPESSE0NRGSRNQWEA4E8"],
            "properties": {"01JZFRJPESSE0NRGSRNQWEA4E8": {}},
        },
    ],
)
def test_example_for_request_schema(said_nothing: dict[str, Any]) -> None:
    shapes = [{"id": "integer", "name": "string (empty)", "rows": [{"n": "null"}, {"n": "number", "m": "boolean"}]}]
    post = endpoint("post", requestBody={**body(said_nothing), "x-example-shapes": shapes})
    found = bodies.example_for_request_schema(post).body
    assert found is not None
    assert found.schema["properties"] == {
        "id": {"type": "integer"},
        "name": {"type": "string"},
        "rows": {
            "type": "array",
            "items": {"type": "object", "properties": {"n": {"type": "number"}, "m": {"type": "boolean"}}},
        },
    }


def test_an_example_beside_a_schema_changes_nothing() -> None:
    post = endpoint("post", requestBody={**body(FULL), "x-example-shapes": [{"b": "integer"}]})
    assert bodies.example_for_request_schema(post) is post


def test_a_published_example_serves_as_its_shape() -> None:
    content = {"application/json": {"schema": EMPTY, "example": '{"id": 5, "date": "2026-01-01", "rows": []}'}}
    found = normal("post", title="Add New Thing", requestBody={"content": content}).body
    assert found is not None
    assert found.schema["properties"] == {
        "id": {"type": "integer"},
        "date": {"type": "string", "format": "date"},
        "rows": {"type": "array", "items": {}},
    }


def test_example_for_response_schema() -> None:
    get = endpoint(responses={"200": {**answer(EMPTY), "x-example-shapes": [{"id": "integer"}]}})
    found = bodies.example_for_response_schema(get).success
    assert found is not None
    assert found.schema == {"type": "object", "properties": {"id": {"type": "integer"}}}


def test_response_by_reference_is_written_out() -> None:
    shared = {"responses": {"Gone": answer({"type": "object", "properties": {"message": {"type": "string"}}})}}
    get = endpoint(responses={"200": answer(EMPTY), "401": {"$ref": "#/components/responses/Gone"}}, components=shared)
    found = bodies.response_by_reference(get)
    assert [one.reference for one in found.answers] == [None, None]
    assert found.answers[1].status == "401"


def test_copied_error_response_has_no_schema_of_its_own() -> None:
    get = endpoint(responses={"200": answer(FULL), "401": answer(FULL), "500": answer(FULL)})
    found = bodies.copied_error_response(get)
    assert [one.schema for one in found.answers] == [FULL, None, None]
    assert bodies.copied_error_response(found) is found


def test_shapes_tell_types_and_never_values() -> None:
    value = {
        "id": 5,
        "key": "secret",
        "day": "31/10/2025",
        "at": "2025-07-28 21:11:30",
        "n": None,
        "x": [1, 2],
        "y": 1.5,
    }
    assert shape_of(value) == {
        "id": "integer",
        "key": "string",
        "day": "string (dd/mm/yyyy)",
        "at": "string (yyyy-mm-dd hh:mm:ss)",
        "n": "null",
        "x": ["integer"],
        "y": "number",
    }
