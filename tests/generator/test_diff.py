"""Comparing two documents: every kind of finding, the forms of a report, and where the two sides may come from."""

from __future__ import annotations

import copy
import json
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.__main__ import main
from generator.changes import changes_between
from generator.changes.annotations import accepts
from generator.changes.command import FOUND
from generator.changes.compare import compare
from generator.changes.facts import RULES, Change, Level
from generator.changes.render import as_json, as_markdown, as_text
from generator.changes.sides import RevisionError, committed_side
from generator.changes.surface import ArgumentFace, CallFace, EnumFace, FieldFace, ModelFace, Surface, surface_of
from generator.errors import GeneratorError
from generator.merge.merging import merge_pages
from generator.yaml_writing import dump
from tests.generator.documentation import HERE, corpus, edited, small_documentation

T = TypeVar("T")
PAGES = small_documentation()
DOCUMENT = merge_pages(PAGES).document
SURFACE = surface_of(DOCUMENT)


def changed(*, of: dict[str, Any] | None = None, **parts: Any) -> list[str]:
    """The findings between the small documentation's surface (or one with parts ``of`` it) and one with other parts."""
    old = attrs.evolve(SURFACE, **(of or {}))
    return [f"{change.rule}: {change.name}" for change in compare(old, attrs.evolve(SURFACE, **parts))]


def call(**parts: Any) -> dict[str, CallFace]:
    return {**SURFACE.calls, "orders.get": attrs.evolve(SURFACE.calls["orders.get"], **parts)}


def argument(name: str, **parts: Any) -> dict[str, CallFace]:
    listing = SURFACE.calls["gadgets.get"]
    arguments = {**listing.arguments, name: attrs.evolve(listing.arguments[name], **parts)}
    return {**SURFACE.calls, "gadgets.get": attrs.evolve(listing, arguments=arguments)}


def model(name: str, **parts: Any) -> dict[str, ModelFace]:
    return {**SURFACE.models, name: attrs.evolve(SURFACE.models[name], **parts)}


def field(owner: str, name: str, **parts: Any) -> dict[str, ModelFace]:
    fields = SURFACE.models[owner].fields
    return model(owner, fields={**fields, name: attrs.evolve(fields[name], **parts)})


def enum(**parts: Any) -> dict[str, EnumFace]:
    return {**SURFACE.enums, "OrderStage": attrs.evolve(SURFACE.enums["OrderStage"], **parts)}


STAGES = SURFACE.enums["OrderStage"].members
COUNT = attrs.evolve(SURFACE.calls["orders.get"], path="/api2/orders/count.json", pages=())
LESS, MORE = SURFACE.abilities["orders"] - {"edit"}, SURFACE.abilities["gadgets"] | {"edit"}
BY_HAND: dict[str, dict[str, Any]] = {
    "ability lost: orders.edit": {"abilities": {**SURFACE.abilities, "orders": LESS}},
    "ability gained: gadgets.edit": {"abilities": {**SURFACE.abilities, "gadgets": MORE}},
    "call added: orders.count": {"calls": {**SURFACE.calls, "orders.count": COUNT}},
    "result changed: orders.get": {"calls": call(returns="Done")},
    "argument described: gadgets.get(id)": {"calls": argument("id", description="Other words.")},
    "argument limited: gadgets.get(id)": {"calls": argument("id", limits={"maximum": 9})},
    "argument optional: gadgets.get(id)": {"calls": argument("id", default="None")},
    "argument required: gadgets.get(level)": {"calls": argument("level", default=None)},
    "attribute described: Order.total": {"models": field("Order", "total", description="Other words.")},
    "draft field described: OrderDraft.total": {"models": field("OrderDraft", "total", description="Other words.")},
    "draft lost: Order": {"models": model("Order", draft=None)},
    "draft gained: OrderLine": {"models": model("OrderLine", draft="OrderLineDraft")},
    "draft changed: Order": {"models": model("Order", draft="GadgetDraft")},
    "model sent otherwise: OrderDraft": {"models": model("OrderDraft", section="PurchaseOrder")},
    "call described: orders.get": {"calls": call(summary="Other words.")},
    "draft field relaxed: OrderDraft.total": {
        "models": field("OrderDraft", "total", limits={}),
        "of": {"models": field("OrderDraft", "total", limits={"maximum": 9})},
    },
    "model described: Gadget": {"models": model("Gadget", summary="Other words.")},
    "enum described: OrderStage": {"enums": enum(summary="Other words.")},
    "value changed: OrderStage.SENT": {"enums": enum(members={**STAGES, "SENT": ("7", "'Sent'")})},
    "enum base changed: OrderStage": {"enums": enum(base="OpenStrEnum")},
}  # fmt: skip
"""Findings that the corpus of mutations does not reach, with the parts of the surface that make them."""


@pytest.mark.parametrize("finding", BY_HAND)
def test_a_changed_surface_gives_its_finding(finding: str) -> None:
    assert changed(**BY_HAND[finding]) == [finding]


def renamed(table: Mapping[str, T], old: str, new: str) -> dict[str, T]:
    return {new if name == old else name: face for name, face in table.items()}


RENAMED: dict[str, dict[str, Any]] = {
    "call renamed: orders.get": {"calls": renamed(SURFACE.calls, "orders.get", "orders.fetch")},
    "model renamed: Gadget": {"models": renamed(SURFACE.models, "Gadget", "Device")},
    "enum renamed: OrderStage": {"enums": renamed(SURFACE.enums, "OrderStage", "OrderState")},
    "member renamed: OrderStage.SENT": {"enums": enum(members=renamed(STAGES, "SENT", "SHIPPED"))},
}
"""Renames that only a maintainer makes, by changing the locked names."""


@pytest.mark.parametrize("finding", RENAMED)
def test_a_renamed_thing_is_found_as_one(finding: str) -> None:
    assert finding in changed(**RENAMED[finding])


def test_a_record_that_becomes_a_draft_is_another_class() -> None:
    assert "model turned: Gadget" in changed(models=model("Gadget", is_draft=True))


def test_every_kind_of_finding_is_reached_by_some_test() -> None:
    reached = {find.partition(":")[0] for one in corpus() for find in one.get("finds", ())}
    reached |= {finding.partition(":")[0] for finding in (*BY_HAND, *RENAMED)} | {"model turned"}
    assert reached == set(RULES)


def test_nothing_changed_is_nothing() -> None:
    assert compare(SURFACE, SURFACE) == ()
    assert changes_between(DOCUMENT, copy.deepcopy(DOCUMENT)) == ()


@pytest.mark.parametrize(
    ("wide", "narrow", "anything", "fits"),
    [
        ("int | None", "int", False, True),
        ("int", "int | None", False, False),
        ("Any", "int", True, True),
        ("Any", "int", False, False),
        ("int", "Stage", False, True),
        ("str", "Stage", False, False),
        ("list[int | str]", "list[int]", False, True),
        ("list[int]", "list[int | str]", False, False),
        ("Sequence[int]", "list[int]", False, False),
        ("dict[str, Any]", "dict[str, Any]", False, True),
        ("dict[str, int]", "dict[str, Stage]", False, True),
        ("date | str | None", "str | None", True, True),
    ],
)
def test_one_type_accepts_another(wide: str, narrow: str, anything: bool, fits: bool) -> None:
    assert accepts(wide, narrow, {"Stage": "int"}, anything=anything) is fits


_types = st.recursive(
    st.sampled_from(["int", "str", "Stage", "Decimal", "None"]),
    lambda inner: st.builds("list[{}]".format, inner) | st.builds("{} | {}".format, inner, inner),
    max_leaves=5,
)


@given(_types, _types, _types)
def test_acceptance_is_reflexive_and_transitive(one: str, two: str, three: str) -> None:
    def fits(wide: str, narrow: str) -> bool:
        return accepts(wide, narrow, {"Stage": "int"}, anything=True)

    assert fits(one, one)
    assert fits(f"{one} | {two}", one)
    assert not (fits(one, two) and fits(two, three)) or fits(one, three)


_pointers = st.sampled_from(["description", "type", "format", "nullable", "maxLength", "x-note"])


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_no_difference_between_documents_goes_unnamed(data: st.DataObject) -> None:
    new = copy.deepcopy(DOCUMENT)
    holder: Any = new
    for _ in range(data.draw(st.integers(1, 7))):
        keys = [
            key
            for key in (holder if isinstance(holder, dict) else range(len(holder)))
            if isinstance(holder[key], (dict, list)) and holder[key]
        ]
        if not keys:
            break
        holder = holder[data.draw(st.sampled_from(keys))]
    if isinstance(holder, dict):
        key = data.draw(st.sampled_from(sorted(holder)) | _pointers)
        if data.draw(st.booleans()) and key in holder:
            del holder[key]
        else:
            holder[key] = data.draw(st.sampled_from(["string", 3, True, "words"]))
    try:
        found = changes_between(DOCUMENT, new)
    except (GeneratorError, KeyError, AttributeError, TypeError, ValueError):
        return
    assert bool(found) == (new != DOCUMENT)


def test_a_report_puts_the_gravest_first_and_marks_guesses() -> None:
    rename = [2, "rename", "record/properties/gift", "is_gift"]
    parameter = [1, "insert", "op/parameters", {"name": "currency", "in": "query"}]
    new = merge_pages(edited(PAGES, [rename, parameter])).document
    text = as_text(changes_between(DOCUMENT, new))
    assert text.splitlines() == [
        "1 breaking, 1 additive, 1 cosmetic",
        "",
        "BREAKING",
        "  Order.gift: attribute renamed (guessed) [gift -> is_gift]: code that reads it fails",
        "",
        "ADDITIVE",
        "  orders.list(currency): argument added [str | None]: it may be left out",
        "",
        "COSMETIC",
        "  Order.is_gift: attribute sent otherwise [gift -> is_gift]: another name on the wire",
    ]


def test_markdown_and_json_say_the_same() -> None:
    change = Change(rule="argument removed", name="orders.list(a|b)", before="int `x`")
    assert "| `orders.list(a\\|b)` | argument removed | `int 'x'` |  | calls that pass it fail |" in as_markdown(
        [change]
    )
    loaded = json.loads(as_json([change]))
    assert loaded["summary"] == {"breaking": 1, "additive": 0, "cosmetic": 0}
    assert loaded["changes"][0]["class"] == "breaking"


@given(st.text(), st.text())
def test_no_text_of_a_document_controls_the_terminal_or_the_table(name: str, value: str) -> None:
    change = Change(rule="call removed", name=name, before=value)
    for shown in (as_text([change]), as_markdown([change])):
        assert all(line.isprintable() for line in shown.split("\n"))
    assert len(as_markdown([change]).split("\n")) == 7


@pytest.fixture
def sides(tmp_path: Path) -> Callable[..., tuple[Path, Path]]:
    def write(*edits: Any) -> tuple[Path, Path]:
        new = merge_pages(edited(PAGES, edits)).document
        for name, document in (("old.yaml", DOCUMENT), ("new.yaml", new)):
            (tmp_path / name).write_text(dump(document), encoding="utf-8")
        return tmp_path / "old.yaml", tmp_path / "new.yaml"

    return write


BREAKING = [5, "delete"]
ADDITIVE = [2, "set", "record/properties/priority", {"type": "integer"}]
COSMETIC = [5, "set", "op/deprecated", True]


@pytest.mark.parametrize(
    ("edits", "fail_on", "code"),
    [
        ([BREAKING], "breaking", FOUND),
        ([ADDITIVE], "breaking", 0),
        ([ADDITIVE], "additive", FOUND),
        ([COSMETIC], "additive", 0),
        ([COSMETIC], "cosmetic", FOUND),
        ([BREAKING], "never", 0),
        ([], "cosmetic", 0),
    ],
)
def test_the_exit_code_tells_a_pipeline_what_was_found(
    sides: Callable[..., tuple[Path, Path]], edits: list[Any], fail_on: str, code: int
) -> None:
    old, new = sides(*edits)
    assert main(["diff", str(old), str(new), "--fail-on", fail_on]) == code


@pytest.mark.parametrize("form", ["text", "markdown", "json"])
def test_pages_and_documents_can_be_compared_in_every_form(
    sides: Callable[..., tuple[Path, Path]], form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, new = sides(BREAKING)
    assert main(["diff", str(HERE / "pages"), str(new), "--no-overlay", "--format", form]) == FOUND
    assert "orders.delete" in capsys.readouterr().out


def git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)


def test_a_git_revision_is_a_side(tmp_path: Path) -> None:
    (tmp_path / "specs").mkdir()
    (tmp_path / "specs" / "openapi.yaml").write_text(dump(DOCUMENT), encoding="utf-8")
    git(tmp_path, "init")
    git(tmp_path, "add", "specs")
    git(tmp_path, "commit", "-m", "one")
    git(tmp_path, "tag", "v1.0.0")
    for revision in ("HEAD", "v1.0.0", "main:specs/openapi.yaml"):
        assert committed_side(revision, tmp_path).document == DOCUMENT
    with pytest.raises(RevisionError, match="neither a path nor a revision"):
        committed_side("v9", tmp_path)
    with pytest.raises(RevisionError, match="no revision"):
        committed_side("--output=x:y", tmp_path)


def test_a_side_that_is_nothing_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["diff", "no-such-thing", "HEAD"]) == 1
    assert "'no-such-thing' is neither a path nor a revision" in capsys.readouterr().err


def test_levels_are_ordered_from_the_gravest() -> None:
    assert list(Level) == ["breaking", "additive", "cosmetic"]


def test_faces_are_plain_values() -> None:
    face = ArgumentFace(annotation="int", default=None, place="path", wire="id", description="")
    assert face.required
    assert isinstance(SURFACE, Surface)
    assert isinstance(SURFACE.models["Order"].fields["id"], FieldFace)
