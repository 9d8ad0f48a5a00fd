"""What a documentation goes through, and what each change means to users of the SDK: all found, all classed right."""

from __future__ import annotations

from typing import Any

import pytest

from generator.changes import changes_between
from generator.changes.facts import Change, Level, highest
from generator.errors import GeneratorError
from generator.merge.merging import merge_pages
from generator.yaml_writing import dump
from tests.generator.documentation import corpus, edited, small_documentation

CORPUS = corpus()
PAGES = small_documentation()


def document(*edits: list[Any]) -> dict[str, Any]:
    pages = PAGES
    for step in edits:
        pages = edited(pages, step)
    return merge_pages(pages, None).document


def shown(change: Change) -> str:
    return f"{change.rule}: {change.name}" + (f" > {change.after}" if change.action == "renamed" else "")


def merged(mutation: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    start = mutation.get("from", [])
    return document(start), document(mutation["edits"])


@pytest.mark.parametrize(
    "mutation", [pytest.param(one, id=one["change"]) for one in CORPUS if one["level"] != "refused"]
)
def test_a_change_of_the_documentation_is_found_and_classed(mutation: dict[str, Any]) -> None:
    old, new = merged(mutation)
    found = changes_between(old, new)
    assert (highest(found) or "none") == mutation["level"]
    assert sorted(map(shown, found)) == sorted(mutation.get("finds", []))


@pytest.mark.parametrize(
    "mutation", [pytest.param(one, id=one["change"]) for one in CORPUS if one["level"] == "refused"]
)
def test_a_change_that_no_rule_understands_stops_the_merge(mutation: dict[str, Any]) -> None:
    with pytest.raises(GeneratorError) as refusal:
        merged(mutation)
    assert mutation["says"] in str(refusal.value)


@pytest.mark.parametrize("mutation", [pytest.param(one, id=one["change"]) for one in CORPUS if one["level"] == "none"])
def test_a_change_that_finds_nothing_left_the_document_as_it_was(mutation: dict[str, Any]) -> None:
    old, new = merged(mutation)
    assert sorted(dump(old).splitlines()) == sorted(dump(new).splitlines())


@pytest.mark.parametrize(
    "mutation", [pytest.param(one, id=one["change"]) for one in CORPUS if one["level"] != "refused"]
)
def test_taking_a_change_back_is_found_as_well(mutation: dict[str, Any]) -> None:
    old, new = merged(mutation)
    there, back = changes_between(old, new), changes_between(new, old)
    assert bool(there) == bool(back)
    for subject in ("call", "model", "enum", "member"):
        added = {change.name for change in there if (change.subject, change.action) == (subject, "added")}
        removed = {change.name for change in back if (change.subject, change.action) == (subject, "removed")}
        assert added == removed


def test_the_corpus_holds_what_was_promised() -> None:
    changes = [mutation["change"] for mutation in CORPUS]
    assert len(set(changes)) == len(changes) >= 40
    assert {mutation["level"] for mutation in CORPUS} == {*map(str, Level), "none", "refused"}


def test_a_guessed_rename_says_that_it_is_a_guess() -> None:
    old, new = document(), document([[2, "rename", "record/properties/gift", "is_gift"]])
    assert {change.rule: change.guessed for change in changes_between(old, new)} == {
        "attribute renamed": True,
        "attribute sent otherwise": False,
    }


def test_many_changes_at_once_are_found_one_by_one() -> None:
    steps = [one for one in CORPUS if one["level"] in {"additive", "cosmetic"} and "from" not in one]
    edits = [edit for one in steps if one["change"] not in TOUCHING for edit in one["edits"]]
    found = {shown(change) for change in changes_between(document(), document(edits))}
    wanted = {find for one in steps if one["change"] not in TOUCHING for find in one.get("finds", [])}
    assert {find for find in wanted if not find.startswith("document detail")} <= found


TOUCHING = {
    "an endpoint moves to the other application",
    "an endpoint is called by another method",
    "a page is copied under a new number",
    "an enum's label changes in capitals only",
    "a body's field is no longer required",
    "an endpoint moves to another path",
}
"""Changes that cannot be made together with the others: they work on the same keys."""
