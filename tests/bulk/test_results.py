"""Reading one answer: certain only where the answer leaves no other reading."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async._bulk.results import Next, read_answer
from daftra_async._wire.messages import Response

from .answers import answer

CREATED = {"result": "successful", "code": 202, "id": 2415, "invoice_number": "0700000AAAAA0001"}
REFUSED = {
    "result": "failed",
    "code": 400,
    "message": "no",
    "validation_errors": {"Invoice": {"client_id": ["which?"]}},
}


def array(*elements: Any, status: int = 200) -> Response:
    return answer(status=status, body=json.dumps(elements).encode())


def test_each_element_is_judged_by_result_code_and_id() -> None:
    created, refused = read_answer(array(CREATED, REFUSED), 2, batch=True).items
    assert (created.certainty, created.id, created.number) == ("created", 2415, "0700000AAAAA0001")
    assert refused.certainty == "refused"
    assert refused.reason is not None
    assert str(refused.reason) == "no (Invoice.client_id: which?)"


@pytest.mark.parametrize("identity", [7, "7"])
def test_ids_may_come_as_digits(identity: object) -> None:
    assert read_answer(array({**CREATED, "id": identity}), 1, batch=True).items[0].id == 7


@pytest.mark.parametrize("missing", [None, 0, "0", ""])
def test_a_success_without_an_id_is_a_refusal_that_must_be_read_back(missing: object) -> None:
    (item,) = read_answer(array({**CREATED, "id": missing}), 1, batch=True).items
    assert item.certainty in ("refused", "unresolved")


@pytest.mark.parametrize(
    "element",
    [
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
def test_an_element_that_contradicts_itself_is_unresolved(element: object) -> None:
    assert read_answer(array(element), 1, batch=True).items[0].certainty == "unresolved"


DOUBTFUL = {
    "too few": array(CREATED),
    "too many": array(CREATED, REFUSED, REFUSED),
    "an id twice": array(CREATED, CREATED),
    "ids that fall": array(CREATED, {**CREATED, "id": 2000}),
    "a page": answer(status=200, body=b"<html>log in</html>"),
    "half an array": answer(status=200, body=b'[{"result":"successful","code":202,"id":1},'),
    "one object": answer(status=200, body=b'{"result":"successful"}'),
    "nothing": answer(status=200),
    "a failure with results": answer(status=500, body=json.dumps([CREATED, CREATED]).encode()),
    "408": answer(status=408),
    "302": answer(status=302),
}


@pytest.mark.parametrize("name", DOUBTFUL)
def test_an_answer_of_another_length_order_or_shape_concludes_nothing(name: str) -> None:
    result = read_answer(DOUBTFUL[name], 2, batch=True)
    assert not result.items
    assert result.next is Next.RESEND
    assert result.reason is not None


@pytest.mark.parametrize(
    ("status", "follows"),
    [
        (400, Next.BLAME),
        (409, Next.BLAME),
        (422, Next.BLAME),
        (413, Next.SPLIT),
        (425, Next.WAIT),
        (429, Next.WAIT),
        (401, Next.STOP),
        (402, Next.STOP),
        (404, Next.STOP),
        (500, Next.RESEND),
        (503, Next.RESEND),
        (204, Next.RESEND),
    ],
)
def test_no_status_concludes_a_draft_by_itself(status: int, follows: Next) -> None:
    body = b'{"result":"failed","message":"no"}' if status != 204 else b""
    result = read_answer(answer(status=status, body=body), 2, batch=True)
    assert not result.items
    assert result.next is follows
    assert result.reason is not None


@pytest.mark.parametrize(("status", "answered"), [(400, True), (429, True), (408, False), (500, False), (504, False)])
def test_only_an_application_that_answered_is_known_to_have_ended(status: int, answered: bool) -> None:
    assert read_answer(answer(status=status, body=b"{}"), 2, batch=True).answered is answered


def test_every_id_that_an_answer_names_is_told_whatever_it_is_worth() -> None:
    assert read_answer(array(CREATED, {**CREATED, "id": 2000}), 2, batch=True).ids == {2000, 2415}


def test_a_single_creation_is_judged_by_the_same_rules() -> None:
    assert read_answer(answer(status=202, body=json.dumps(CREATED).encode()), 1, batch=False).items[0].id == 2415
    refused = read_answer(answer(status=200, body=b'{"result":"failed","message":"no"}'), 1, batch=False).items[0]
    assert refused.certainty == "refused"


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
def test_no_answer_whatever_breaks_the_reading(body: bytes, status: int, batch: bool) -> None:
    result = read_answer(answer(status=status, body=body), 1, batch=batch)
    if result.items:
        assert 200 <= status < 300
        assert len(result.items) == 1
    else:
        assert result.reason is not None


@given(st.lists(JSON, max_size=4), st.integers(0, 4))
def test_created_always_has_an_id_of_its_own(elements: list[Any], count: int) -> None:
    items = read_answer(array(*elements), count, batch=True).items
    ids = [item.id for item in items if item.certainty == "created"]
    assert None not in ids
    assert len(set(ids)) == len(ids)
    assert len(items) in (0, count)
