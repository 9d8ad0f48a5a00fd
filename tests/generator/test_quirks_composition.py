"""Quirks of composition, of property names and of lists copied from samples."""

from __future__ import annotations

from typing import Any

import pytest

from generator.errors import PageError
from generator.merge.quirks import composition, properties
from tests.generator.generator_pages import ANYWHERE, answer, body, named, normal

A: dict[str, Any] = {"type": "object", "properties": {"a": {"type": "string"}}}
B: dict[str, Any] = {"type": "object", "required": ["b"], "properties": {"b": {"type": "integer"}}}
AB: dict[str, Any] = {
    "type": "object",
    "required": ["b"],
    "properties": {"a": {"type": "string"}, "b": {"type": "integer"}},
}


def test_apidog_refs_become_members_with_their_overrides() -> None:
    schema = {
        "type": "object",
        "x-apidog-refs": {
            "01": {**A, "x-apidog-overrides": {"a": None, "c": {"type": "boolean"}}},
            "02": B,
        },
    }
    found = composition.members_side_by_side(composition.apidog_refs(schema, ANYWHERE), ANYWHERE)
    assert found["properties"] == {"c": {"type": "boolean"}, "b": {"type": "integer"}}


def test_apidog_refs_in_another_form_are_refused() -> None:
    with pytest.raises(PageError, match="is no map"):
        composition.apidog_refs({"x-apidog-refs": ["x"]}, ANYWHERE)


def test_one_of_means_all_of() -> None:
    assert composition.one_of_means_all_of({"oneOf": [A, B]}, ANYWHERE) == {"allOf": [A, B]}


@pytest.mark.parametrize(
    ("members", "plain"),
    [
        ([{"type": "string"}, {"type": "integer"}], {"type": ["string", "integer"]}),
        ([{"type": "integer"}, {"type": "null"}], {"type": ["integer", "null"]}),
        ([{"type": "string", "enum": ["a"]}, {"type": "string", "enum": ["b"]}], {"type": ["string", "string"]}),
        ([{"type": "string"}, {}], {}),
    ],
)
def test_one_of_values_is_a_value_of_several_types(members: list[dict[str, Any]], plain: dict[str, Any]) -> None:
    for key in ("oneOf", "anyOf"):
        found = composition.one_of_values({key: members}, ANYWHERE)
        assert {name: value for name, value in found.items() if name != "enum"} == plain


def test_one_of_values_leaves_objects_alone() -> None:
    objects = {"oneOf": [A, B]}
    assert composition.one_of_means_all_of(objects, ANYWHERE) != objects
    assert composition.one_of_means_all_of({"oneOf": [A, {"type": "string"}]}, ANYWHERE) == {
        "oneOf": [A, {"type": "string"}]
    }


def test_single_member_all_of_is_its_member() -> None:
    assert composition.single_member_all_of({"allOf": [A]}, ANYWHERE) == A
    beside = composition.single_member_all_of(
        {"type": "object", "allOf": [A], "properties": {}, "readOnly": True}, ANYWHERE
    )
    assert beside == {**A, "readOnly": True}
    both = composition.single_member_all_of({"allOf": [A], "properties": {"c": {}}}, ANYWHERE)
    assert list(both["properties"]) == ["a", "c"]


def test_members_side_by_side_are_one_object() -> None:
    assert composition.members_side_by_side({"allOf": [A, B]}, ANYWHERE) == AB


def test_members_of_members_are_taken_too() -> None:
    found = composition.members_side_by_side({"allOf": [{"allOf": [A]}, B], "properties": {"c": {}}}, ANYWHERE)
    assert list(found["properties"]) == ["a", "b", "c"]


def test_a_member_that_is_no_object_is_refused() -> None:
    with pytest.raises(PageError, match="no object"):
        composition.members_side_by_side({"allOf": [A, {"type": "string"}]}, ANYWHERE)


def test_a_wrapper_may_bear_the_name_of_what_it_wraps() -> None:
    schemas = {
        "Client": {"type": "object", "properties": {"Client": {"$ref": "#/components/schemas/ClientBase"}}},
        "ClientBase": A,
    }
    reference = {"allOf": [{"$ref": "#/components/schemas/Client"}, {"$ref": "#/components/schemas/ClientBase"}]}
    found = normal(responses={"200": answer(reference)}, components={"schemas": schemas}).success
    assert found is not None
    assert found.schema == {"type": "object", "properties": {"Client": A, "a": {"type": "string"}}}


def test_generated_junk_property_is_dropped() -> None:
    schema = {
        "type": "object",
        "required": ["01JRSR8P77AX0WG65ZHFX3Q0R1"],
        "properties": {"01JRSR8P77AX0WG65ZHFX3Q0R1": {}, "a": {}},
    }
    assert properties.generated_junk_property(schema, ANYWHERE) == {"type": "object", "properties": {"a": {}}}
    assert properties.generated_junk_property(A, ANYWHERE) is A


def test_placeholder_property_stands_for_any() -> None:
    schema = {"type": "object", "properties": {"Attribute that caused the error": {"type": "string"}}}
    assert properties.placeholder_property(schema, ANYWHERE) == {
        "type": "object",
        "properties": {},
        "additionalProperties": True,
    }


def test_template_property_stands_for_any() -> None:
    schema = {"type": "object", "properties": {"x-{{workflow_id}}_data": {}, "a": {}}}
    found = properties.template_property(schema, ANYWHERE)
    assert (list(found["properties"]), found["additionalProperties"]) == (["a"], True)


def test_numbered_properties_are_a_free_object() -> None:
    schema = {"type": "object", "required": ["0"], "properties": {"0": A, "1": A}}
    assert properties.numbered_properties(schema, ANYWHERE) == {"type": "object", "additionalProperties": True}
    assert properties.numbered_properties(A, ANYWHERE) is A


def test_required_without_property_is_dropped() -> None:
    assert properties.required_without_property({**B, "required": ["b", "gone"]}, ANYWHERE) == B
    assert "required" not in properties.required_without_property({**A, "required": ["gone"]}, ANYWHERE)


def _object(names: str, required: str) -> dict[str, Any]:
    return {"type": "object", "required": required.split(), "properties": {name: {} for name in names.split()}}


@pytest.mark.parametrize(
    ("schema", "side", "kept"),
    [
        (_object("a b c d", "a b c d"), "requestBody", False),
        (_object("a b c d e", "a b c"), "requestBody", False),
        (_object("a b c d e f", "a b"), "requestBody", True),
        (_object("a b", "a b"), "requestBody", True),
        (_object("a b c d e f", "a"), "responses", False),
    ],
)
def test_required_from_sample_means_nothing(schema: dict[str, Any], side: str, *, kept: bool) -> None:
    assert ("required" in properties.required_from_sample(schema, named("thing", side))) is kept


def test_empty_array_from_sample_is_of_anything() -> None:
    texts = {"type": "array", "items": {"type": "string"}}
    sampled = {"type": "object", "required": ["tags"], "properties": {"tags": texts}}
    assert properties.empty_array_from_sample(sampled, ANYWHERE)["properties"]["tags"]["items"] == {}
    described = {"type": "object", "properties": {"tags": texts}}
    assert properties.empty_array_from_sample(described, ANYWHERE) is described
    assert properties.empty_array_from_sample(sampled, named("x", "requestBody")) is sampled


def test_format_in_example_completes_the_schema() -> None:
    row = {"type": "object", "properties": {"at": {"type": "string"}, "text": {"type": "string"}}}
    schema = {"type": "object", "properties": {"day": {"type": "string"}, "rows": {"type": "array", "items": row}}}
    shapes = [
        {"day": "string (dd/mm/yyyy)", "rows": [{"at": "string (yyyy-mm-dd hh:mm:ss)", "text": "string (digits)"}]}
    ]
    found = normal("post", title="Add New Thing", requestBody={**body(schema), "x-example-shapes": shapes}).body
    assert found is not None
    assert found.schema["properties"]["day"] == {"type": "string", "format": "date"}
    assert found.schema["properties"]["rows"]["items"]["properties"] == {
        "at": {"type": "string", "format": "datetime"},
        "text": {"type": "string"},
    }
