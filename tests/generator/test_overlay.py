"""The overlay: what its actions do, and that none is without effect."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

import pytest

from generator.errors import OverlayError
from generator.merge.glossary import Glossary, apply_glossary, read_glossary
from generator.merge.overlay import Action, Overlay, apply_overlay, find, read_overlay
from generator.report import Report
from tests.generator.generator_pages import SPECS

DOCUMENT: dict[str, Any] = {
    "tags": [{"name": "as"}],
    "paths": {
        "/a.json": {
            "get": {
                "parameters": [{"name": "x", "in": "query"}, {"name": "y", "in": "query"}],
                "x-daftra": {"calls": [{"resource": "as", "name": "get"}]},
            }
        }
    },
    "components": {
        "schemas": {
            "A": {"type": "object", "required": ["a"], "properties": {"a": {"type": "string"}, "b": {"$ref": "#/B"}}},
            "ADraft": {"type": "object", "properties": {"a": {"type": "string"}}},
        }
    },
}


def _applied(*actions: Action) -> dict[str, Any]:
    return apply_overlay(DOCUMENT, Overlay(actions), Report(), partial=False)


def _idle(*actions: Action, partial: bool = False) -> list[str]:
    report = Report()
    apply_overlay(DOCUMENT, Overlay(actions), report, partial=partial)
    return report.idle


@pytest.mark.parametrize(
    ("target", "found"),
    [
        ("$.components.schemas.A.type", ["object"]),
        ("$['components']['schemas'][\"A\"].required[0]", ["a"]),
        ("$.components.schemas.*.type", ["object", "object"]),
        ("$.paths['/a.json'].get.parameters[?@.name == 'y'].in", ["query"]),
        ("$.paths['/a.json'].get.parameters[?(@.name == 'y')].name", ["y"]),
        ("$.paths['/a.json'].get.parameters[*].name", ["x", "y"]),
        ("$.components.schemas.Gone", []),
        ("$.components.schemas.A.required[7]", []),
    ],
)
def test_targets_select_what_they_say(target: str, found: list[Any]) -> None:
    assert [spot.value for spot in find(DOCUMENT, target)] == found


@pytest.mark.parametrize("target", ["components", "$..a", "$.a[1:2]", "$.a[?@.b]", "$.a["])
def test_a_target_outside_the_understood_part_is_refused(target: str) -> None:
    with pytest.raises(OverlayError):
        find(DOCUMENT, target)


def test_an_update_merges_objects_and_replaces_values() -> None:
    document = _applied(Action("$.components.schemas.A", "why", {"type": "x", "properties": {"a": {"nullable": True}}}))
    assert document["components"]["schemas"]["A"]["type"] == "x"
    assert document["components"]["schemas"]["A"]["properties"]["a"] == {"type": "string", "nullable": True}


def test_an_update_of_a_list_appends() -> None:
    document = _applied(Action("$.paths['/a.json'].get.parameters", "why", {"name": "z", "in": "query"}))
    assert [one["name"] for one in document["paths"]["/a.json"]["get"]["parameters"]] == ["x", "y", "z"]


def test_a_removal_removes_every_match() -> None:
    document = _applied(Action("$.paths['/a.json'].get.parameters[*]", "why", remove=True))
    assert document["paths"]["/a.json"]["get"]["parameters"] == []


def test_actions_work_one_after_the_other_and_on_a_copy() -> None:
    before = copy.deepcopy(DOCUMENT)
    document = _applied(
        Action("$.components.schemas.A.required", "why", remove=True),
        Action("$.components.schemas.A", "why", {"required": ["b"]}),
    )
    assert document["components"]["schemas"]["A"]["required"] == ["b"]
    assert before == DOCUMENT


GONE = Action("$.components.schemas.Gone", "why", remove=True)
SAME = Action("$.components.schemas.A", "why", {"type": "object"})


def test_actions_without_effect_are_told_together() -> None:
    assert _idle(GONE, SAME) == [
        "overlay: actions[0]: nothing is at $.components.schemas.Gone",
        "overlay: actions[1]: $.components.schemas.A already is as the action wants it",
    ]


def test_a_part_of_the_pages_passes_over_actions_without_effect() -> None:
    assert _idle(GONE, SAME, partial=True) == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("overlay: 2.0.0\nactions: []", "not an OpenAPI Overlay 1.0.0"),
        ("overlay: 1.0.0\nactions: []\nmore: 1", "not an OpenAPI Overlay 1.0.0"),
        ("overlay: 1.0.0\nactions: [{target: $.a, remove: true}]", "say why in x-reason"),
        ("overlay: 1.0.0\nactions: [{target: $.a, x-reason: because}]", "exactly one of update and remove"),
        ("overlay: 1.0.0\nactions: [{target: $.a, x-reason: w, update: 1, remove: true}]", "exactly one of"),
        ("overlay: 1.0.0\nactions: [{target: $.a, x-reason: w, remove: true, note: x}]", "an action has a target"),
    ],
)
def test_an_overlay_in_another_form_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "overlay.yaml").write_text(text)
    with pytest.raises(OverlayError, match=reason):
        read_overlay(tmp_path / "overlay.yaml")


def test_a_missing_overlay_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(OverlayError, match="pass --overlay"):
        read_overlay(tmp_path / "gone.yaml")


def test_every_action_of_ours_gives_its_reason() -> None:
    overlay = read_overlay(SPECS / "overlay.yaml")
    assert overlay.actions
    assert all(len(action.reason) > 10 for action in overlay.actions)


def _told(words: Glossary, *, partial: bool = False) -> tuple[dict[str, Any], list[str]]:
    document, report = copy.deepcopy(DOCUMENT), Report()
    apply_glossary(document, words, report, partial=partial)
    return document, report.idle


def test_the_glossary_describes_fields_parameters_calls_and_resources() -> None:
    words = Glossary(
        fields={"a": "Any a.", "A.b": "The b of A."},
        parameters={"x": "Any x.", "as.get.y": "The y of this call."},
        calls={"as.get": "More about it."},
        resources={"as": "All about a."},
    )
    document, idle = _told(words)
    assert idle == []
    schemas = document["components"]["schemas"]
    operation = document["paths"]["/a.json"]["get"]
    assert schemas["A"]["properties"]["a"]["description"] == "Any a."
    assert schemas["ADraft"]["properties"]["a"]["description"] == "Any a."
    assert schemas["A"]["properties"]["b"] == {"allOf": [{"$ref": "#/B"}], "description": "The b of A."}
    assert [one["description"] for one in operation["parameters"]] == ["Any x.", "The y of this call."]
    assert operation["x-daftra"]["calls"][0]["description"] == "More about it."
    assert document["tags"] == [{"name": "as", "description": "All about a."}]


def test_words_that_nothing_bears_are_told_but_not_in_a_part_of_the_pages() -> None:
    words = Glossary(fields={"gone": "x"}, parameters={"away": "x"})
    assert _told(words)[1] == ["glossary: nothing is named gone", "glossary: nothing is named away"]
    assert _told(words, partial=True)[1] == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [("other: {}", "unknown section 'other'"), ("fields: []", "a map of texts"), ("fields: {a: 1}", "a map of texts")],
)
def test_a_glossary_in_another_form_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "glossary.yaml").write_text(text)
    with pytest.raises(OverlayError, match=reason):
        read_glossary(tmp_path / "glossary.yaml")
