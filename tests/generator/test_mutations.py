"""What a documentation goes through, and what each change means to users of the SDK: all found, all classed right."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from generator.changes import changes_between_sides
from generator.changes.facts import Change, Level, highest
from generator.changes.sides import side_of
from generator.changes.surface import attributes_of, surface_of
from generator.errors import GeneratorError
from generator.fetch.exports import split_export
from generator.merge.merging import MergeResult, merge_pages
from generator.merge.rulings import Rulings
from generator.openapi import operations
from generator.report import Report
from generator.yaml_writing import dump
from tests.generator.documentation import corpus, edited, small_documentation

CORPUS = corpus()
PAGES = small_documentation()
FIRST = merge_pages(PAGES)
RULINGS = Rulings(names=attrs.evolve(FIRST.names, fields=attributes_of(surface_of(FIRST.document))))
"""What a maintainer of the small documentation has: its names are locked."""


START = merge_pages(PAGES, RULINGS)


def document(*steps: list[Any]) -> MergeResult:
    """The documentation after some steps, merged under the locked names."""
    pages = PAGES
    for step in steps:
        pages = edited(pages, step)
    return merge_pages([one for page in pages for one in split_export(page, Report())], RULINGS)


def shown(change: Change) -> str:
    return f"{change.rule}: {change.name}" + (f" > {change.after}" if change.action == "renamed" else "")


def found_between(old: MergeResult, new: MergeResult) -> tuple[Change, ...]:
    return changes_between_sides(side_of(old), side_of(new), RULINGS.names)


def merged(mutation: dict[str, Any]) -> tuple[MergeResult, MergeResult]:
    return document(mutation.get("from", [])), document(mutation["edits"])


def those(*levels: str) -> list[Any]:
    return [pytest.param(one, id=one["change"]) for one in CORPUS if one["level"] in levels]


CLASSED = ("breaking", "additive", "cosmetic", "none")


@pytest.mark.parametrize("mutation", those(*CLASSED))
def test_a_change_of_the_documentation_is_found_and_classed(mutation: dict[str, Any]) -> None:
    old, new = merged(mutation)
    found = found_between(old, new)
    assert sorted(map(shown, found)) == sorted(mutation.get("finds", []))
    assert (highest(found) or "none") == mutation["level"]
    assert new.report.doubts == []
    assert any(mutation.get("notes", "") in note for note in [*new.report.noted(), ""])


@pytest.mark.parametrize("mutation", those("refused"))
def test_a_change_that_cannot_be_understood_stops_the_merge(mutation: dict[str, Any]) -> None:
    with pytest.raises(GeneratorError) as refusal:
        merged(mutation)
    assert mutation["says"] in str(refusal.value)


@pytest.mark.parametrize("mutation", those("doubt"))
def test_a_doubt_is_told_again_at_every_run_until_it_is_answered(mutation: dict[str, Any]) -> None:
    for _ in range(2):
        _, new = merged(mutation)
        assert any(mutation["says"] in doubt for doubt in new.report.doubts)


@pytest.mark.parametrize("mutation", those("none"))
def test_a_change_that_finds_nothing_left_the_document_as_it_was(mutation: dict[str, Any]) -> None:
    old, new = merged(mutation)
    assert sorted(dump(old.document).splitlines()) == sorted(dump(new.document).splitlines())


@pytest.mark.parametrize("mutation", those(*CLASSED))
def test_taking_a_change_back_is_found_as_well(mutation: dict[str, Any]) -> None:
    old, new = merged(mutation)
    there, back = found_between(old, new), found_between(new, old)
    assert bool(there) == bool(back)
    for subject in ("call", "model", "enum", "member"):
        added = {change.name for change in there if (change.subject, change.action) == (subject, "added")}
        removed = {change.name for change in back if (change.subject, change.action) == (subject, "removed")}
        assert added == removed


def test_the_corpus_holds_what_was_promised() -> None:
    changes = [mutation["change"] for mutation in CORPUS]
    assert len(set(changes)) == len(changes) >= 80
    assert {mutation["level"] for mutation in CORPUS} == {*map(str, Level), "none", "doubt", "refused"}


def test_a_guessed_rename_says_that_it_is_a_guess() -> None:
    new = document([[2, "rename", "record/properties/gift", "is_gift"]])
    assert {change.rule: change.guessed for change in found_between(START, new)} == {
        "attribute renamed": True,
        "attribute sent otherwise": False,
    }


def test_without_locked_names_a_folder_decides() -> None:
    moved = edited(PAGES, [[[11, 12, 13], "set", "op/x-apidog-folder", "Endpoints v2/Devices"]])
    calls = [
        f"{call['resource']}.{call['name']}"
        for _, _, operation in operations(merge_pages(moved).document)
        for call in operation["x-daftra"]["calls"]
    ]
    assert {"devices.list", "devices.get", "devices.create"} <= set(calls)


def test_all_changes_together_are_found_in_no_time_worth_telling() -> None:
    steps = [one for one in CORPUS if one["level"] == "additive" and "from" not in one]
    apart = {"a body's field is no longer required", "a new page says what is new"}
    steps = [one for one in steps if one["change"] not in apart and "values stand" not in one["change"]]
    edits = [edit for one in steps for edit in one["edits"]]
    found = {shown(change) for change in found_between(START, document(edits))}
    wanted = {find for one in steps for find in one.get("finds", [])}
    assert {find for find in wanted if find.startswith(("attribute added", "argument added", "call added"))} <= found
