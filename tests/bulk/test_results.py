"""The judge of one answer: certain only where the answer leaves no other reading."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async._bulk.results import Answer, read_answer

CREATED = {"result": "successful", "code": 202, "id": 2415, "invoice_number": "0700000AAAAA0001"}
REFUSED = {
    "result": "failed",
    "code": 400,
    "message": "no",
    "validation_errors": {"Invoice": {"client_id": ["which?"]}},
}


def array(*elements: Any, status: int = 200) -> Answer:
    return Answer(status=status, body=json.dumps(elements).encode())


def test_each_element_is_judged_by_result_code_and_id() -> None:
    result = read_answer(array(CREATED, REFUSED), 2, batch=True)
    created, rejected = result.results
    assert (created.certainty, created.id, created.number) == ("created", 2415, "0700000AAAAA0001")
    assert rejected.certainty == "rejected"
    assert rejected.reason is not None
    assert str(rejected.reason) == "no (Invoice.client_id: which?)"


@pytest.mark.parametrize("identity", [7, "7"])
def test_ids_may_come_as_digits(identity: object) -> None:
    assert read_answer(array({**CREATED, "id": identity}), 1, batch=True).results[0].id == 7


@pytest.mark.parametrize(
    "element",
    [
        {**CREATED, "id": None},
        {**CREATED, "id": 0},
        {**CREATED, "id": "x7"},
        {**CREATED, "code": 500},
        {**REFUSED, "id": 9},
        {**REFUSED, "code": 500},
        {**REFUSED, "code": 429},
        {"result": "successful"},
        {"id": 5},
        "created",
        None,
        [],
    ],
)
def test_an_element_that_contradicts_itself_is_in_doubt(element: object) -> None:
    assert read_answer(array(element), 1, batch=True).results[0].certainty == "doubtful"


def test_a_refusal_beside_an_odd_result_is_in_doubt_too() -> None:
    refused, odd, created = read_answer(array(REFUSED, {**CREATED, "id": None}, CREATED), 3, batch=True).results
    assert [refused.certainty, odd.certainty, created.certainty] == ["doubtful", "doubtful", "created"]


@pytest.mark.parametrize(
    "answer",
    [
        array(CREATED),
        array(CREATED, REFUSED, REFUSED),
        array(CREATED, CREATED),
        array(CREATED, {**CREATED, "id": 2000}),
        Answer(status=200, body=b"<html>log in</html>"),
        Answer(status=200, body=b'[{"result":"successful","code":202,"id":1},'),
        Answer(status=200, body=b'{"result":"successful"}'),
        Answer(status=200),
        Answer(status=500, body=json.dumps([CREATED, CREATED]).encode()),
        Answer(status=408),
        Answer(status=302),
    ],
    ids=lambda answer: f"{answer.status} {answer.body[:30]!r}",
)
def test_an_answer_of_another_length_order_or_shape_puts_the_whole_request_in_doubt(answer: Answer) -> None:
    result = read_answer(answer, 2, batch=True)
    assert result.conclusion == "doubtful"
    assert result.reason is not None


@pytest.mark.parametrize(
    ("status", "conclusion"),
    [(400, "refused"), (409, "refused"), (422, "refused"), (413, "too_large"), (429, "busy"), (401, "forbidden")],
)
def test_refusals_of_the_whole_request_are_told_apart(status: int, conclusion: str) -> None:
    assert (
        read_answer(Answer(status=status, body=b'{"result":"failed","message":"no"}'), 2, batch=True).conclusion
        == conclusion
    )


def test_a_single_creation_is_judged_by_the_same_rules() -> None:
    assert read_answer(Answer(status=202, body=json.dumps(CREATED).encode()), 1, batch=False).results[0].id == 2415
    refused = read_answer(Answer(status=200, body=b'{"result":"failed","message":"no"}'), 1, batch=False).results[0]
    assert refused.certainty == "rejected"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner) | st.dictionaries(st.sampled_from(["result", "code", "id", "message"]) | st.text(), inner)
    ),
)


@given(
    body=st.binary() | JSON.map(lambda value: json.dumps(value).encode()),
    status=st.integers(100, 599),
    batch=st.booleans(),
)
def test_no_answer_whatever_breaks_the_judge(body: bytes, status: int, batch: bool) -> None:
    result = read_answer(Answer(status=status, body=body), 1, batch=batch)
    if result.conclusion == "elements":
        assert 200 <= status < 300
        assert len(result.results) == 1


@given(st.lists(JSON, max_size=4), st.integers(0, 4))
def test_created_always_has_an_id_of_its_own(elements: list[Any], count: int) -> None:
    result = read_answer(array(*elements), count, batch=True)
    ids = [result.id for result in result.results if result.certainty == "created"]
    assert None not in ids
    assert len(set(ids)) == len(ids)
    assert len(result.results) in (0, count)
