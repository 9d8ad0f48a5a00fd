"""What stands around the records, in both versions of the API."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from daftra_async._wire import (
    Created,
    DecodeSettings,
    Operation,
    Record,
    Response,
    decode_created,
    decode_done,
    decode_json,
    decode_page,
    decode_record,
)
from daftra_async._wire.error_parsing import parse_error
from daftra_async._wire.numbers import as_id
from daftra_async._wire.record import NO_ID
from daftra_async.errors import Rejected, UnexpectedResponse

from .models import (
    V1_CREATE,
    V1_GET,
    V1_LIST,
    V2_CREATE,
    V2_GET,
    V2_LIST,
    V2_UPDATE,
    Branch,
    Client,
    Invoice,
    answer,
    v1_list,
)
from .samples import BARE_CLIENT, BRANCHES, INVOICE, NAMED_CLIENT

S = DecodeSettings(date_format="DD/MM/YYYY")


class Coded(Record, frozen=True, kw_only=True):
    id: int = NO_ID
    code: str | None = None


def test_a_v1_list_tells_its_place() -> None:
    paging = {"prev": None, "next": "/api2/clients/?page=3", "page": 2, "page_count": 5, "total_results": 98}
    page = decode_page(answer(v1_list({"Invoice": {"id": "1"}}, pagination=paging), V1_LIST), Invoice, S)
    assert (page.page, page.page_count, page.total, page.per_page, page.has_more) == (2, 5, 98, None, True)
    assert [invoice.id for invoice in page] == [1]
    assert len(page) == 1


@pytest.mark.parametrize("data", [[], None, {}, ""])
def test_an_empty_v1_list_has_no_rows(data: Any) -> None:
    page = decode_page(answer({"result": "successful", "code": 200, "data": data}, V1_LIST), Invoice, S)
    assert page.items == []
    assert page.has_more is None


def test_a_v1_list_may_be_keyed_by_numbers() -> None:
    body = {"result": "successful", "data": {"0": {"Invoice": {"id": 1}}, "3": {"Invoice": {"id": 2}}}}
    page = decode_page(answer(body, V1_LIST), Invoice, S)
    assert [(invoice.id, invoice.raw) for invoice in page] == [(1, {"id": 1}), (2, {"id": 2})]


def test_v2_lists_are_laravel_paginators_at_the_root() -> None:
    page = decode_page(answer(BRANCHES, V2_LIST), Branch, S)
    assert (page.page, page.page_count, page.total, page.per_page, page.has_more) == (1, 1, 1, 20, False)
    assert page.items[0].name == "Main Branch"
    assert page.items[0].created is not None


def test_documented_meta_and_links_are_read_too() -> None:
    body = {"data": [{"id": 1}], "links": {"next": "x"}, "meta": {"current_page": 1, "last_page": 3, "total": 45}}
    page = decode_page(answer(body, V2_LIST), Branch, S)
    assert (page.page, page.page_count, page.total, page.has_more) == (1, 3, 45, True)


def test_the_payload_form_of_v2() -> None:
    paging = {"total": 2, "current_page": 1, "per_page": 1, "has_more_pages": True}
    body = {"payload": {"data": [{"id": 4}], "pagination": paging, "permissions": {}}, "version": "v2", "message": None}
    page = decode_page(answer(body, V2_LIST), Branch, S)
    assert (page.items, page.total, page.per_page, page.has_more) == ([Branch(id=4)], 2, 1, True)
    assert page.items[0].raw == {"id": 4}


def test_a_bare_array_is_a_list() -> None:
    page = decode_page(answer([{"id": 4}, {"id": 5}], V2_LIST), Branch, S)
    assert [(branch.id, branch.raw) for branch in page] == [(4, {"id": 4}), (5, {"id": 5})]


@pytest.mark.parametrize("row", [None, 5, "x", [1, 2], {"Branch": None}])
def test_a_row_that_is_no_object_is_left_out_of_the_page_and_an_issue(row: Any) -> None:
    page = decode_page(answer({"current_page": 1, "data": [{"id": 1}, row, {"id": 2}]}, V2_LIST), Branch, S)
    assert [branch.id for branch in page if branch.id] == [1, 2]
    if len(page) == 2:
        assert page.issues[0].path == (1,)
    assert page.items[-1].raw == {"id": 2}


def test_a_v1_record_stands_in_its_wrapper() -> None:
    body = {"result": "successful", "code": 200, "data": {"Invoice": INVOICE}}
    invoice = decode_record(answer(body), Invoice, S)
    assert (invoice.id, invoice.no, invoice.draft, invoice.payment_status) == (1, "000001", False, 0)
    assert str(invoice.date) == "2026-09-25"
    assert invoice.client == Client(id=1, type=3)
    assert invoice.items[0].quantity == 1
    assert invoice.items[0].product is not None
    assert invoice.payments == []
    assert invoice.issues == ()


@pytest.mark.parametrize("row", [NAMED_CLIENT, BARE_CLIENT])
def test_captured_clients_are_typed_without_an_issue(row: dict[str, Any]) -> None:
    op = Operation(
        resource="clients", name="list", method="GET", base="/api2", path="/clients.json", model_key="Client"
    )
    client = decode_page(answer(v1_list({"Client": row}), op), Client, S).items[0]
    assert client.id == int(row["id"])
    assert client.suspend is False
    assert client.created is not None
    assert client.issues == ()


@pytest.mark.parametrize(
    "body",
    [
        {"id": 1, "name": "Main"},
        {"data": {"id": 1, "name": "Main"}},
        {"payload": {"id": 1, "name": "Main"}, "version": "v2"},
    ],
)
def test_a_v2_record_stands_bare_or_in_data(body: Any) -> None:
    branch = decode_record(answer(body, V2_GET), Branch, S)
    assert branch == Branch(id=1, name="Main")
    assert branch.raw == {"id": 1, "name": "Main"}


def test_a_v2_record_may_have_fields_named_like_an_envelope() -> None:
    body = {"id": 1, "name": "Main", "error": "none", "result": "failed", "data": [1], "created": None}
    branch = decode_record(answer(body, V2_GET), Branch, S)
    assert branch.name == "Main"
    assert branch.unknown["result"] == "failed"


@pytest.mark.parametrize(
    ("op", "body", "created"),
    [
        (V1_CREATE, {"code": 202, "result": "successful", "id": 2415}, (2415, None, None)),
        (
            V1_CREATE,
            {"code": 202, "result": "successful", "id": "2415", "invoice_number": "INV000021"},
            (2415, "INV000021", None),
        ),
        (V2_CREATE, {"message": "Added", "id": 65}, (65, None, "Added")),
        (V2_CREATE, {"id": 65, "name": "Main", "created": "2026-01-01"}, (65, None, None)),
        (V2_CREATE, {"data": {"id": 65, "number": 21}}, (65, "21", None)),
        (V1_CREATE, {"result": "successful", "data": {"Invoice": {"id": "7", "no": "000007"}}}, (7, "000007", None)),
    ],
)
def test_a_create_is_confirmed_by_an_id(op: Any, body: Any, created: tuple[int, str | None, str | None]) -> None:
    found = decode_created(answer(body, op, status=202), S)
    assert (found.id, found.number, found.message) == created
    assert found == Created(id=created[0], number=created[1], message=created[2])
    assert found.raw == body


@pytest.mark.parametrize("empty", [None, "", False, 0, "0", []])
def test_a_success_with_an_empty_id_is_a_refusal(empty: Any) -> None:
    with pytest.raises(Rejected, match="nothing was created"):
        decode_created(answer({"code": 202, "result": "successful", "id": empty}, V1_CREATE, status=202), S)


@pytest.mark.parametrize("op", [V1_CREATE, V2_CREATE])
@pytest.mark.parametrize(
    "body", [{"result": "successful"}, {"message": "ok"}, {"id": "a5f0"}, {"id": True}, {}, [], "", "null", "5", '"ok"']
)
def test_a_success_that_names_no_id_does_not_claim_that_nothing_was_created(op: Any, body: Any) -> None:
    with pytest.raises(UnexpectedResponse, match="may have been created"):
        decode_created(answer(body, op), S)


@pytest.mark.parametrize("decode", [decode_created, decode_done])
def test_a_bare_false_is_a_refusal(decode: Callable[[Response, DecodeSettings], object]) -> None:
    with pytest.raises(Rejected):
        decode(answer("false", V1_CREATE), S)


@pytest.mark.parametrize("id", [False, True])
def test_a_flag_is_no_id(id: bool) -> None:
    assert decode_done(answer({"result": "successful", "id": id}, V1_GET), S).id is None


@pytest.mark.parametrize("id", ["7.0", "٧", " 7", "7_0", "-7", 7.5, "9" * 19, [7], {"id": 7}])
def test_what_is_not_plainly_an_id_proves_no_creation(id: object) -> None:
    with pytest.raises(UnexpectedResponse, match="may have been created"):
        decode_created(answer({"result": "successful", "id": id}, V1_CREATE), S)


@pytest.mark.parametrize(
    ("value", "id"), [(7, 7), ("7", 7), (-3, -3), ("007", 7), ("", None), (None, None), (True, None)]
)
def test_one_reader_tells_ids_and_codes(value: object, id: int | None) -> None:
    assert as_id(value) == id
    refused = {"result": "failed", "code": value, "message": "no"}
    assert parse_error(answer(refused, V1_CREATE, status=400)).code == id
    with pytest.raises(Rejected) as caught:
        decode_done(answer(refused, V1_CREATE), S)
    assert caught.value.code == id


def test_a_204_that_has_a_body_is_read() -> None:
    assert decode_done(answer({"result": "successful", "id": "65"}, V2_UPDATE, status=204), S).id == 65
    with pytest.raises(Rejected):
        decode_done(answer({"result": "failed"}, V1_GET, status=204), S)


@pytest.mark.parametrize("op", [V1_GET, V2_GET])
@pytest.mark.parametrize(
    "body", [{"result": "successful", "code": 200, "data": None}, {"code": 200, "data": []}, {"code": 200, "data": "x"}]
)
def test_an_envelope_is_no_record(op: Any, body: Any) -> None:
    with pytest.raises(UnexpectedResponse, match="no Coded"):
        decode_record(answer(body, op), Coded, S)


@pytest.mark.parametrize(
    "body",
    [{"code": 200, "result": "successful"}, {"code": 200, "result": "successful", "message": "Saved"}, {}, "", "[]"],
)
def test_updates_and_deletes_are_confirmed(body: Any) -> None:
    done = decode_done(answer(body, V1_GET), S)
    assert done.message == (body.get("message") if isinstance(body, dict) else None)


def test_a_v2_update_tells_the_id() -> None:
    assert decode_done(answer({"message": "Updated", "id": "65"}, V2_UPDATE), S).id == 65


@pytest.mark.parametrize(
    "body",
    [
        {"result": "failed", "code": 400, "message": "no", "validation_errors": {"Invoice": {"client_id": ["needed"]}}},
        {"result": "fail"},
        {"result": False, "message": "no"},
        {"error": "Entity Not exists"},
        {"success": False},
        {"message": "The data is invalid", "errors": {"name": ["needed"]}},
    ],
)
@pytest.mark.parametrize("op", [V1_LIST, V2_LIST])
def test_a_success_status_that_says_no_is_rejected(body: dict[str, Any], op: Any) -> None:
    decoders: list[Callable[[Response], object]] = [
        lambda it: decode_page(it, Invoice, S),
        lambda it: decode_record(it, Invoice, S),
        lambda it: decode_created(it, S),
        lambda it: decode_done(it, S),
        lambda it: decode_json(it, S),
    ]
    extras: list[dict[str, Any]] = [{}, {"data": []}]
    for data in extras:
        for decode in decoders:
            with pytest.raises(Rejected) as caught:
                decode(answer({**body, **data}, op))
            assert caught.value.status == 200
            assert caught.value.code == body.get("code")


def test_a_rejection_names_the_fields() -> None:
    body = {"result": "failed", "validation_errors": {"Invoice": {"client_id": ["needed"]}}, "data": []}
    with pytest.raises(Rejected, match=r"Invoice\.client_id: needed"):
        decode_page(answer(body, V1_LIST), Invoice, S)


HTML = "<!DOCTYPE html><html><title>Login</title></html>"


@pytest.mark.parametrize(
    "body",
    [HTML, '{"result":"successful","data":[{"Inv', "Fatal error: out of memory", b"\xff\xfe\x00", "NaN", "[" * 100_000],
)
def test_a_success_that_is_no_json_is_unexpected(body: Any) -> None:
    for decode in (
        lambda it: decode_page(it, Invoice, S),
        lambda it: decode_created(it, S),
        lambda it: decode_json(it, S),
    ):
        with pytest.raises(UnexpectedResponse) as caught:
            decode(answer(body, V1_LIST))
        assert caught.value.status == 200
        assert len(caught.value.body) <= 2000


def test_a_login_page_is_called_one() -> None:
    with pytest.raises(UnexpectedResponse, match="an HTML page"):
        decode_json(answer(HTML, V1_LIST), S)


@pytest.mark.parametrize(
    "body", ["", "null", "5", '"x"', "true", {"data": "x"}, {"data": 5}, {"other": 1}, {"data": {"Invoice": {}}}]
)
def test_a_wrong_shape_is_unexpected(body: Any) -> None:
    with pytest.raises(UnexpectedResponse, match="no list of Invoice"):
        decode_page(answer(body, V1_LIST), Invoice, S)


@pytest.mark.parametrize(
    "body", ["", "null", "[]", "{}", "5", {"data": []}, {"data": {"Invoice": None}}, {"result": "successful"}, [[1]]]
)
def test_an_answer_without_the_record_is_unexpected(body: Any) -> None:
    with pytest.raises(UnexpectedResponse, match="no Invoice"):
        decode_record(answer(body), Invoice, S)


def test_a_byte_order_mark_is_no_obstacle() -> None:
    body = b"\xef\xbb\xbf" + b'{"result":"successful","data":[{"Invoice":{"id":1}}]}'
    assert decode_page(answer(body, V1_LIST), Invoice, S).items == [Invoice(id=1)]


def test_other_answers_come_as_plain_values() -> None:
    assert decode_json(answer({"site": 1.5}, V1_GET), S) == {"site": Decimal("1.5")}
    assert decode_json(answer("", V1_GET), S) is None
