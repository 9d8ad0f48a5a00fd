"""Quirks of enums: prose becomes values with names and labels."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import PageError
from generator.merge.quirks import enums
from generator.merge.quirks.enums import variable_names
from tests.generator.generator_pages import ANYWHERE, V1, answer, normal


def _read(schema: dict[str, Any]) -> dict[str, Any]:
    """The schema after all rules."""
    found = normal(server=V1, responses={"200": answer(schema)}).success
    assert found is not None
    assert found.schema is not None
    return found.schema


@pytest.mark.parametrize(
    ("schema", "values", "names"),
    [
        (
            {"type": "integer", "enum": ["0 => Invoice", "5 => Credit Note"]},
            [0, 5],
            ["INVOICE", "CREDIT_NOTE"],
        ),
        ({"type": "integer", "enum": ["1=>Open", "2=>Closed"]}, [1, 2], ["OPEN", "CLOSED"]),
        ({"type": "integer", "enum": ["2 => 'Individual'", "3 => 'Business'"]}, [2, 3], ["INDIVIDUAL", "BUSINESS"]),
        ({"type": "integer", "enum": ["CLIENT => 1", "WORK_ORDER => 8"]}, [1, 8], ["CLIENT", "WORK_ORDER"]),
        (
            {"type": ["integer", "null"], "enum": ["null => Unpaid", "'' => Unpaid", "0 => Unpaid", "-1 => Draft"]},
            [0, -1],
            ["UNPAID", "DRAFT"],
        ),
        ({"type": "integer", "enum": ["'' => Auto", "1 => Don't show it"]}, [0, 1], ["AUTO", "DONT_SHOW_IT"]),
        (
            {"type": "integer", "enum": ["0 => Unpaid", "1 => Unpaid", "2 => Paid"]},
            [0, 1, 2],
            ["UNPAID", "UNPAID_1", "PAID"],
        ),
        ({"type": "integer", "enum": ["The state:", "1 => On", "2 => Off"]}, [1, 2], ["ON", "OFF"]),
        ({"type": "string", "enum": ["0", "1"]}, [0, 1], ["VALUE_0", "VALUE_1"]),
        ({"type": "integer", "enum": ["1", 2, 2, None]}, [1, 2], ["VALUE_1", "VALUE_2"]),
        (
            {"type": "string", "enum": ["not_assigned", "storage"]},
            ["not_assigned", "storage"],
            ["NOT_ASSIGNED", "STORAGE"],
        ),
        ({"type": "integer", "x-labels": {"1": "Open", "2": "Closed"}}, [1, 2], ["OPEN", "CLOSED"]),
        ({"type": "integer", "x-labels": {"(empty)": "Auto", "1": "Hide"}}, [0, 1], ["AUTO", "HIDE"]),
        (
            {"type": "integer", "x-apidog-enum": [{"value": 1, "name": "Open"}, {"value": 2, "description": "Closed"}]},
            [1, 2],
            ["OPEN", "CLOSED"],
        ),
        ({"type": "integer", "x-labels": {"0": "failded"}}, [0], ["FAILED"]),
    ],
)
def test_every_known_form_of_an_enum(schema: dict[str, Any], values: list[Any], names: list[str]) -> None:
    found = _read(schema)
    assert found["enum"] == values
    assert found["x-enum-varnames"] == names
    assert len(found["x-enum-labels"]) == len(values)


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


@pytest.mark.parametrize(
    ("schema", "reason"),
    [
        ({"type": "integer", "enum": ["one => two"]}, "in no known form"),
        ({"type": "integer", "enum": ["x"]}, "does not fit type"),
        ({"type": "number", "enum": [1.5]}, "does not fit type"),
        ({"type": "integer", "x-labels": {"one": "One"}}, "does not fit the type"),
        ({"type": "integer", "x-apidog-enum": ["1"]}, "unknown form"),
        ({"type": "object", "x-labels": {"1": "One"}}, "cannot be named"),
    ],
)
def test_an_unknown_form_of_an_enum_is_refused(schema: dict[str, Any], reason: str) -> None:
    with pytest.raises(PageError) as refusal:
        _read(schema)
    assert reason in refusal.value.reason


@given(st.dictionaries(st.integers(), st.text(max_size=12), min_size=1, max_size=8))
def test_variable_names_are_unique_identifiers_whatever_the_labels(labels: dict[int, str]) -> None:
    names = variable_names(list(labels), list(labels.values()))
    assert len(set(names)) == len(labels)
    assert all(name.isidentifier() and name.isascii() and name.isupper() for name in names)
