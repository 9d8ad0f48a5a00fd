"""Answers that say no become the error that they mean, with the reasons and a line on what to do."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async._wire import DecodeSettings, Operation, decode_json
from daftra_async._wire.error_parsing import MOST_BODY, flatten_reasons, parse_error
from daftra_async._wire.text import NotJson, parse
from daftra_async.errors import (
    AuthenticationError,
    ConnectionFailed,
    ConnectionLost,
    DaftraError,
    NotFound,
    PermissionDenied,
    RateLimited,
    RequestTimeout,
    ResponseError,
    ServerError,
    UnexpectedResponse,
    ValidationError,
)

from .models import V1_CREATE, V1_GET, V1_LIST, V2_CREATE, V2_GET, V2_LIST, V2_UPDATE, answer

HTML = "<html><body>502 Bad Gateway</body></html>"


def raised(body: object, op: Operation = V1_GET, **given: Any) -> ResponseError:
    with pytest.raises(ResponseError) as caught:
        decode_json(answer(body, op, **given), DecodeSettings())
    return caught.value


@pytest.mark.parametrize(
    ("status", "body", "op", "kind"),
    [
        (
            400,
            {"result": "failed", "code": 400, "message": "…", "validation_errors": {"Invoice": {"client_id": ["…"]}}},
            V1_CREATE,
            ValidationError,
        ),
        (400, {"result": "failed", "code": 400, "error_type": "extra_data"}, V1_GET, ValidationError),
        (401, {"result": "failed", "code": 401, "message": "Unauthorized"}, V1_GET, AuthenticationError),
        (401, {"message": "Unauthenticated."}, V2_GET, AuthenticationError),
        (401, HTML, V1_GET, AuthenticationError),
        (403, {"result": "failed", "code": 403, "message": "Forbidden"}, V1_GET, PermissionDenied),
        (404, {"result": "failed", "code": 404, "message": "Item not found"}, V1_GET, NotFound),
        (404, {"message": "Invalid Endpoint"}, V1_GET, NotFound),
        (400, {"message": "Record not found"}, V2_GET, NotFound),
        (400, {"message": "السجل غير موجود"}, V2_GET, NotFound),
        (400, {"message": "Record not found"}, V2_UPDATE, NotFound),
        (400, {"message": "Something is wrong"}, V2_CREATE, ValidationError),
        (400, {"message": "Record not found"}, V1_GET, ValidationError),
        (400, {"message": "The data is invalid", "errors": {"name": ["…"]}}, V2_UPDATE, ValidationError),
        (422, {"message": "…", "errors": {"name": ["…"]}}, V2_CREATE, ValidationError),
        (429, "", V1_LIST, RateLimited),
        (500, {"message": "Item was not deleted. …"}, V1_GET, ServerError),
        (502, HTML, V2_LIST, ServerError),
        (400, HTML, V1_GET, UnexpectedResponse),
        (302, "", V1_GET, UnexpectedResponse),
        (418, {"message": "no"}, V1_GET, ResponseError),
    ],
)
def test_an_error_is_named_for_its_status_and_shape(
    status: int, body: Any, op: Operation, kind: type[ResponseError]
) -> None:
    error = raised(body, op, status=status)
    assert type(error) is kind
    assert error.status == status
    assert error.request is not None
    assert error.request.operation_id == op.id


def test_an_error_carries_what_the_server_said() -> None:
    body = {
        "result": "failed",
        "code": 400,
        "message": "No.",
        "validation_errors": {"Invoice": {"client_id": ["needed"]}},
    }
    error = raised(body, V1_CREATE, status=400)
    assert (error.status, error.code, error.message) == (400, 400, "No.")
    assert error.validation_errors == {"Invoice.client_id": ["needed"]}
    assert "client_id" in error.body
    assert str(error).startswith("invoices.create: HTTP 400: No. (Invoice.client_id: needed)")


@pytest.mark.parametrize(
    ("wire", "flat"),
    [
        ({"validation_errors": {"client_id": ["a", "b"]}}, {"client_id": ["a", "b"]}),
        ({"validation_errors": {"client_id": "a"}}, {"client_id": ["a"]}),
        ({"validation_errors": {"Invoice": {"client_id": ["a"]}}}, {"Invoice.client_id": ["a"]}),
        (
            {"validation_errors": {"InvoiceItem": [{"quantity": ["a"]}, {"quantity": ["b"]}]}},
            {"InvoiceItem.0.quantity": ["a"], "InvoiceItem.1.quantity": ["b"]},
        ),
        ({"validation_errors": ["a", "b"]}, {"": ["a", "b"]}),
        ({"errors": {"name": ["a"]}}, {"name": ["a"]}),
        ({"validation_errors": []}, {}),
        ({"validation_errors": None}, {}),
        ({"validation_errors": {"n": 5}}, {"n": ["5"]}),
        ("text", {}),
    ],
)
def test_reasons_are_flattened_to_paths(wire: Any, flat: dict[str, list[str]]) -> None:
    assert flatten_reasons(wire) == flat


def test_the_reason_and_the_words_are_found_wherever_they_stand() -> None:
    body = {
        "message": {"message": "no"},
        "errors": {"name": ["taken"]},
        "validation_errors": {"Invoice": {"client_id": ["needed"]}},
    }
    error = parse_error(answer(body, V1_CREATE, status=400))
    assert error.message == "no"
    assert error.validation_errors == {"Invoice.client_id": ["needed"], "name": ["taken"]}


def test_every_error_tells_a_person_what_to_do() -> None:
    kinds: list[DaftraError] = [
        ConnectionFailed("x"),
        ConnectionLost("x"),
        RequestTimeout("x", phase="read", sent=True),
    ]
    kinds += [raised({"message": "no"}, status=status) for status in (400, 401, 403, 404, 418, 422, 429, 500, 302)]
    for error in kinds:
        assert error.hint
        assert error.hint in str(error)
        assert "\n" not in str(error)


@pytest.mark.parametrize(
    "secret",
    [
        '"access_token":"s3cr3t"',
        '"refresh_token": "s3cr3t"',
        '"password":"s3cr3t"',
        '"apikey":"s3cr3t"',
        '"API_KEY":"s3cr3t"',
        '"client_secret":"s3c\\"s3cr3t"',
        '"message":"Bearer s3cr3t"',
        '"url":"https://x/?api_key=s3cr3t&a=1"',
        '"token":123450000',
    ],
)
def test_secrets_are_masked_in_bodies_and_messages(secret: str) -> None:
    for body in (f'{{{secret},"result":"failed"}}', f"<html>{secret}"):
        error = raised(body, status=400)
        for shown in (error.body, str(error), repr(error), pickle.dumps(error).decode("latin-1")):
            assert "s3cr3t" not in shown
            assert "12345" not in shown


def test_private_headers_are_not_kept() -> None:
    error = raised("", status=500, headers={"set-cookie": "session=s3cr3t", "content-type": "text/html"})
    assert error.headers == {"content-type": "text/html"}


def test_a_body_is_kept_in_part() -> None:
    assert len(raised("x" * 10_000_000, status=500).body) <= MOST_BODY
    assert len(raised({"message": "x" * 10_000}, status=500).message) <= 500


def test_errors_survive_pickling() -> None:
    error = raised({"message": "no", "errors": {"a": ["b"]}}, V2_CREATE, status=422)
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is ValidationError
    assert (str(again), again.validation_errors, again.request) == (str(error), error.validation_errors, error.request)
    waiting = raised("", status=429, headers={"retry-after": "7"})
    assert isinstance(waiting, RateLimited)
    assert pickle.loads(pickle.dumps(waiting)).retry_after == 7.0


@given(body=st.binary(max_size=200), status=st.integers(100, 599), retry=st.text(max_size=40))
def test_any_answer_is_a_typed_error_or_a_value(body: bytes, status: int, retry: str) -> None:
    response = answer(body, V2_GET, status=status, headers={"retry-after": retry})
    if 200 <= status < 300 and _is_json(body):
        return
    with pytest.raises(ResponseError) as caught:
        decode_json(response, DecodeSettings())
    assert str(caught.value)


def _is_json(body: bytes) -> bool:
    try:
        parse(body)
    except NotJson:
        return not body.strip()
    return True


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
said = st.dictionaries(
    st.sampled_from(["message", "code", "result", "errors", "validation_errors", "error"]), json_values
)


@given(body=said, status=st.sampled_from([400, 401, 404, 422, 429, 500]))
def test_any_error_body_is_understood_or_passed_over(body: dict[str, Any], status: int) -> None:
    error = parse_error(answer(body, V2_GET, status=status))
    assert all(isinstance(text, str) for texts in error.validation_errors.values() for text in texts)
    assert pickle.loads(pickle.dumps(error)).message == error.message
