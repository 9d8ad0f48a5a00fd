"""The judge finds each kind of breach where there is one, and none where there is none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.independent.drafts import make_drafts
from tests.independent.judge import BREACHES, Verdict, judge
from tests.independent.paging import Traversal, judge_lists
from tests.independent.processes import Told
from tests.independent.truth import Truth

DRAFTS = make_drafts("invoices", 2)
FIRST, SECOND = DRAFTS[0].tag, DRAFTS[1].tag
EACH_ONCE = ((1, FIRST), (2, SECOND))


def truth_of(path: Path, records: tuple[tuple[int, str], ...], by: str = "client") -> Truth:
    """A log in which these records were made, one a second."""
    lines = [
        {"event": "created", "at": float(place), "kind": "invoices", "id": place, "tag": tag, "by": by}
        for place, tag in records
    ]
    path.write_text("\n".join(map(json.dumps, lines)))
    return Truth.read(path)


def created(index: int, id: int) -> dict[str, Any]:
    return {"index": index, "status": "created", "id": id}


def rejected(index: int) -> dict[str, Any]:
    return {"index": index, "status": "rejected", "id": None}


def breaches(verdict: Verdict) -> dict[str, int]:
    return {name: getattr(verdict, name) for name in BREACHES if getattr(verdict, name)}


ENDED = {"end": "ended"}
AUDITED = {"end": "ended", "audit_ok": True, "audited": 100.0}


@pytest.mark.parametrize(
    ("records", "outcomes", "end", "expected"),
    [
        pytest.param(EACH_ONCE, [created(0, 1), created(1, 2)], AUDITED, {}, id="all is well"),
        pytest.param(
            (*EACH_ONCE, (3, SECOND)), [created(0, 1), created(1, 2)], ENDED, {"duplicates": 1}, id="a duplicate"
        ),
        pytest.param(
            (*EACH_ONCE, (3, SECOND)),
            [created(0, 1), created(1, 2)],
            AUDITED,
            {"duplicates": 1, "audit_lies": 1},
            id="an audit that was ok over a duplicate",
        ),
        pytest.param(((1, FIRST),), [created(0, 1), created(1, 9)], ENDED, {"lost": 1}, id="created, but not there"),
        pytest.param(EACH_ONCE, [created(0, 1)], ENDED, {"lost": 1}, id="an end without a word on a draft"),
        pytest.param(EACH_ONCE, [created(0, 1), rejected(1)], ENDED, {"misreported": 1}, id="rejected, but there"),
        pytest.param(
            EACH_ONCE, [created(0, 2), created(1, 1)], ENDED, {"misreported": 2}, id="created with another's id"
        ),
        pytest.param(((1, FIRST),), [created(0, 1), rejected(1)], ENDED, {}, id="rejected and not there"),
        pytest.param(EACH_ONCE, [], {"end": "crashed"}, {"crashes": 1}, id="an error that is none of the product's"),
        pytest.param(EACH_ONCE, [], {"end": "refused"}, {"unended": 1}, id="a refusal after something was sent"),
    ],
)
def test_a_breach_is_counted_and_nothing_else(
    tmp_path: Path,
    records: tuple[tuple[int, str], ...],
    outcomes: list[dict[str, Any]],
    end: dict[str, Any],
    expected: dict[str, int],
) -> None:
    truth = truth_of(tmp_path / "truth", records)
    assert breaches(judge(truth, "invoices", DRAFTS, [Told(outcomes, end, posts=1)], harm=1)) == expected


def test_a_refusal_before_anything_was_sent_is_no_breach(tmp_path: Path) -> None:
    verdict = judge(truth_of(tmp_path / "truth", ()), "invoices", DRAFTS, [Told([], {"end": "refused"}, 0)], harm=1)
    assert not verdict.broken
    assert verdict.refused == 1


def test_what_a_killed_run_said_must_be_true_too(tmp_path: Path) -> None:
    truth = truth_of(tmp_path / "truth", EACH_ONCE)
    told = [Told([rejected(0)], None, 1), Told([created(0, 1), created(1, 2)], ENDED, 1)]
    assert breaches(judge(truth, "invoices", DRAFTS, told, harm=1)) == {"misreported": 1}


def test_an_older_record_that_equals_a_draft_is_not_the_draft(tmp_path: Path) -> None:
    truth = truth_of(tmp_path / "truth", EACH_ONCE, by="before")
    told = Told([created(0, 1), created(1, 2)], ENDED, 1)
    assert breaches(judge(truth, "invoices", DRAFTS, [told], harm=1)) == {"lost": 2}


@pytest.mark.parametrize(
    ("claim", "ids", "end", "expected"),
    [
        pytest.param("complete", [1, 2], "ended", {}, id="complete"),
        pytest.param("complete", [1], "ended", {"lost": 1}, id="called complete, a row missing"),
        pytest.param("strict", [1], "ended", {"lost": 1}, id="strict ended without an error, a row missing"),
        pytest.param("strict", [1], "IncompleteList", {}, id="strict ended with an error"),
        pytest.param("none", [1], "ended", {}, id="incomplete and not called complete"),
        pytest.param("none", [1, 2, 2], "ended", {"duplicates": 1}, id="a row twice"),
        pytest.param("none", [1], "endless", {"unended": 1}, id="no end"),
    ],
)
def test_a_false_claim_of_completeness_is_counted(
    tmp_path: Path, claim: str, ids: list[int], end: str, expected: dict[str, int]
) -> None:
    truth = truth_of(tmp_path / "truth", EACH_ONCE, by="before")
    complete = True if claim == "complete" else None
    one = Traversal(kind="invoices", parameters={}, strict=claim == "strict", ids=ids, complete=complete, end=end)
    assert breaches(judge_lists(truth, [one])) == expected
