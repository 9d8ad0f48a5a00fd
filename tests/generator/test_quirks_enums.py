"""Quirks of enums: prose becomes values with names and labels."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.merge.enum_schemas import with_member_names
from generator.merge.quirks import enums
from generator.report import Report
from tests.generator.generator_pages import ANYWHERE, V1, answer, normal


def _read(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema after all rules."""
    found = normal(server=V1, responses={"200": answer(schema)}).success
    assert found is not None
    assert found.schema is not None
    return found.schema


@pytest.mark.parametrize(
    ("schema", "values", "labels"),
    [
        ({"type": "integer", "enum": ["0 => Invoice", "5 => Credit Note"]}, [0, 5], ["Invoice", "Credit Note"]),
        ({"type": "integer", "enum": ["1=>Open", "2=>Closed"]}, [1, 2], ["Open", "Closed"]),
        ({"type": "integer", "enum": ["1 -> Open", "2: Closed", "3 = Gone"]}, [1, 2, 3], ["Open", "Closed", "Gone"]),
        (
            {"type": "integer", "enum": ["2 => 'Individual'", "3 => 'Business'"]},
            [2, 3],
            ["Individual", "Business"],
        ),
        ({"type": "integer", "enum": ["CLIENT => 1", "WORK_ORDER => 8"]}, [1, 8], ["Client", "Work Order"]),
        (
            {"type": ["integer", "null"], "enum": ["null => Unpaid", "'' => Unpaid", "0 => Unpaid", "-1 => Draft"]},
            [0, -1],
            ["Unpaid", "Draft"],
        ),
        ({"type": "integer", "enum": ["'' => Auto", "1 => Don't show it"]}, [0, 1], ["Auto", "Don't show it"]),
        ({"type": "integer", "enum": ["The state that it is in:", "1 => On", "2 => Off"]}, [1, 2], ["On", "Off"]),
        ({"type": "string", "enum": ["0", "1"]}, [0, 1], ["0", "1"]),
        ({"type": "integer", "enum": ["1", 2, 2, None]}, [1, 2], ["1", "2"]),
        ({"enum": ["1", "2"]}, [1, 2], ["1", "2"]),
        (
            {"type": "string", "enum": ["not_assigned", "storage"]},
            ["not_assigned", "storage"],
            ["not_assigned", "storage"],
        ),
        ({"type": "integer", "x-labels": {"1": "Open", "2": "Closed"}}, [1, 2], ["Open", "Closed"]),
        ({"type": "string", "x-labels": {"1": "Open", "2": "Closed"}}, [1, 2], ["Open", "Closed"]),
        ({"type": "integer", "x-labels": {"(empty)": "Auto", "1": "Hide"}}, [0, 1], ["Auto", "Hide"]),
        (
            {"type": "integer", "x-apidog-enum": [{"value": 1, "name": "Open"}, {"value": 2, "description": "Shut"}]},
            [1, 2],
            ["Open", "2"],
        ),
        ({"type": "integer", "enum": [1, 2], "x-enum-varnames": ["Open", "Shut"]}, [1, 2], ["Open", "Shut"]),
        ({"type": "integer", "x-labels": {"0": "failded"}}, [0], ["failed"]),
        ({"type": "integer", "enum": [1, "x"]}, [1], ["1"]),
        ({"type": "integer", "x-labels": {"1": "One", "two": "Two"}}, [1], ["One"]),
    ],
)
def test_every_known_form_of_an_enum(schema: dict[str, Any], values: list[Any], labels: list[str]) -> None:
    found = _read(schema)
    assert found["enum"] == values
    assert found["x-enum-labels"] == labels


def test_the_missing_value_among_values_makes_the_field_nullable() -> None:
    assert _read({"type": "integer", "enum": ["null => None", "1 => One"]})["nullable"] is True


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "integer", "enum": [0, 1], "x-labels": {"0": "Inactive", "1": "Active"}},
        {"type": "boolean", "enum": ["0 => not repeated", "1 => repeated"]},
        {"type": "boolean", "x-labels": {"0": "final"}},
        {"type": "boolean", "x-labels": {"null/0": "exclusive tax", "1": "inclusive tax"}},
    ],
)
def test_flag_as_enum_is_a_boolean(schema: dict[str, Any]) -> None:
    assert _read(schema) == {"type": "boolean"}


def test_template_among_values_leaves_the_text_open() -> None:
    schema = {"type": "string", "enum": ["a", "x-{{id}}"], "x-labels": {"a": "A", "x-{{id}}": "X"}}
    assert _read(schema) == {"type": "string"}


def test_labels_of_positions_are_no_values() -> None:
    schema = {"type": "array", "items": {"type": "string"}, "x-labels": {"0": "decimals", "1": "separator"}}
    assert enums.labels_of_positions(schema, ANYWHERE) == {"type": "array", "items": {}}


def test_labels_beside_a_list_of_numbers_are_its_values() -> None:
    schema = {"type": "array", "items": {"type": "integer"}, "x-labels": {"1": "Open", "2": "Closed"}}
    found = enums.labels_of_positions(schema, ANYWHERE)
    assert found == {"type": "array", "items": {"type": "integer", "x-labels": {"1": "Open", "2": "Closed"}}}


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "integer", "enum": ["one => two"]},
        {"type": "integer", "enum": ["x"]},
        {"type": "number", "enum": [1.5]},
        {"type": "integer", "x-labels": {"one": "One"}},
        {"type": "integer", "x-apidog-enum": ["1"]},
        {"type": "object", "x-labels": {"1": "One"}},
        {"type": "integer||array", "enum": ["if it is a number it is one, if it is a list they are many"]},
    ],
)
def test_what_is_no_enum_is_left_as_its_type_alone(schema: dict[str, Any]) -> None:
    assert not {"enum", "x-labels", "x-enum-labels"} & _read(schema).keys()


def _enum(labels: dict[Any, str]) -> dict[str, Any]:
    return {"type": "integer", "enum": list(labels), "x-enum-labels": list(labels.values())}


def test_a_member_keeps_its_locked_name_whatever_its_label() -> None:
    report = Report()
    found, names = with_member_names("Stage", _enum({1: "Opened", 2: "Shut"}), {"1": "OPEN"}, report)
    assert found["x-enum-varnames"] == ["OPEN", "SHUT"]
    assert names == {"1": "OPEN", "2": "SHUT"}
    assert report.doubts == []


@pytest.mark.parametrize(
    "label", ["20", "", "An answer that is far too long for a name", "\u0645\u0633\u0648\u062f\u0629"]
)
def test_a_value_whose_label_makes_no_name_is_a_doubt_and_has_no_member(label: str) -> None:
    report = Report()
    found, names = with_member_names("Stage", _enum({1: "Open", 20: label}), {}, report)
    assert found["enum"] == [1]
    assert names == {"1": "OPEN"}
    assert report.doubts[0].startswith("Stage: the value 20 has no name")


@given(st.dictionaries(st.integers(), st.text(max_size=12), min_size=1, max_size=8))
def test_member_names_are_unique_identifiers_whatever_the_labels(labels: dict[int, str]) -> None:
    found, names = with_member_names("Stage", _enum(labels), {}, Report())
    assert found["x-enum-varnames"] == list(names.values())
    assert len(set(names.values())) == len(names)
    assert all(name.isidentifier() and name.isascii() and name.isupper() for name in names.values())
