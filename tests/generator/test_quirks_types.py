"""Quirks of types: each rule on its quirk and on what is no quirk."""

from __future__ import annotations

from typing import Any

import pytest

from generator.merge.quirks import types
from tests.generator.generator_pages import ANYWHERE, named


@pytest.mark.parametrize(
    ("schema", "plain"),
    [
        ({"type": ["integer", "null"]}, {"type": "integer", "nullable": True}),
        ({"type": ["null", "string"], "maxLength": 5}, {"type": "string", "maxLength": 5, "nullable": True}),
        ({"type": ["string"]}, {"type": "string"}),
        ({"type": ["null"]}, {"nullable": True}),
    ],
)
def test_type_list_is_a_nullable_type(schema: dict[str, Any], plain: dict[str, Any]) -> None:
    assert types.type_list(schema, ANYWHERE) == plain


@pytest.mark.parametrize(
    ("kinds", "plain"),
    [
        (["string", "integer"], {"type": "integer"}),
        (["integer", "number", "null"], {"type": "number", "nullable": True}),
        (["string", "boolean"], {"type": "boolean"}),
        (["integer", "array"], {}),
        (["string", "object", "null"], {"nullable": True}),
    ],
)
def test_type_list_of_several_types_is_what_carries_the_others(kinds: list[str], plain: dict[str, Any]) -> None:
    assert types.type_list({"type": kinds}, ANYWHERE) == plain


def test_null_from_sample_leaves_the_type_open() -> None:
    assert types.null_from_sample({"type": "null"}, ANYWHERE) == {"nullable": True}
    text = {"type": "string"}
    assert types.null_from_sample(text, ANYWHERE) is text


@pytest.mark.parametrize(
    ("spelled", "plain"),
    [
        ("double", {"type": "number"}),
        ("date-time", {"type": "string", "format": "datetime"}),
        ("datetime", {"type": "string", "format": "datetime"}),
        ("Bool", {"type": "boolean"}),
        ("uuid", {"type": "string"}),
    ],
)
def test_number_or_time_by_its_own_name(spelled: str, plain: dict[str, Any]) -> None:
    assert types.number_or_time_by_its_own_name({"type": spelled}, ANYWHERE) == plain


def test_integer_or_array_is_one_id_when_read_and_open_when_written() -> None:
    schema = {"type": "integer||array", "format": "int32"}
    assert types.integer_or_array(schema, named("staff_id")) == {"type": "integer"}
    assert types.integer_or_array(schema, named("staff_id", "requestBody")) == {}


@pytest.mark.parametrize("form", ["int32", "int64", "double", "float"])
def test_number_format_is_dropped(form: str) -> None:
    assert types.number_format({"type": "integer", "format": form}, ANYWHERE) == {"type": "integer"}


def test_empty_format_is_dropped() -> None:
    assert types.empty_format({"type": "string", "format": ""}, ANYWHERE) == {"type": "string"}


def test_naive_time_has_our_own_format() -> None:
    assert types.naive_time({"type": "string", "format": "date-time"}, ANYWHERE)["format"] == "datetime"
    date = {"type": "string", "format": "date"}
    assert types.naive_time(date, ANYWHERE) is date


@pytest.mark.parametrize(
    ("schema", "plain"),
    [
        ({"type": "integer", "maxLength": 100, "pattern": "x"}, {"type": "integer"}),
        ({"type": "string", "maxLength": 3}, {"type": "string", "maxLength": 3}),
    ],
)
def test_length_of_no_text_is_dropped(schema: dict[str, Any], plain: dict[str, Any]) -> None:
    assert types.length_of_no_text(schema, ANYWHERE) == plain


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "integer", "default": "The primary store id"},
        {"type": "integer", "default": ""},
        {"type": "boolean", "default": 0},
        {"type": "string", "default": None},
        {"type": "integer", "default": True},
    ],
)
def test_default_of_wrong_type_is_dropped(schema: dict[str, Any]) -> None:
    assert types.default_of_wrong_type(schema, ANYWHERE) == {"type": schema["type"]}


def test_default_of_the_right_type_stays() -> None:
    schema = {"type": "string", "default": "draft"}
    assert types.default_of_wrong_type(schema, ANYWHERE) is schema


def test_array_without_items_gets_some() -> None:
    array = {"type": "array"}
    assert types.array_without_items(array, named("attachments"))["items"] == {}
    assert types.array_without_items(array, named("tags", "parameters"))["items"] == {"type": "string"}
    assert types.array_without_items(array, named("staff_id", "parameters"))["items"] == {"type": "integer"}
