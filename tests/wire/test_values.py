"""Every form in which the server sends a value becomes a typed one; on a page and in a single record alike."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from daftra_async._wire import DecodeSettings, decode_page, decode_record
from daftra_async.errors import UnexpectedResponse

from .models import V1_GET, V1_LIST, Client, Invoice, Method, Status, answer, decode_row, decode_rows

Reader = Callable[[dict[str, Any]], Invoice]


def by_page(row: dict[str, Any]) -> Invoice:
    return decode_row({"id": 1, **row})


def by_page_among_good_rows(row: dict[str, Any]) -> Invoice:
    good = {"id": 7, "summary_total": 5, "date": "2026-01-01"}
    return decode_rows(good, {"id": 1, **row}, good).items[1]


def by_record(row: dict[str, Any]) -> Invoice:
    body = {"result": "successful", "code": 200, "data": {"Invoice": {"id": 1, **row}}}
    return decode_record(answer(body, V1_GET), Invoice, DecodeSettings(date_format="DD/MM/YYYY"))


@pytest.fixture(params=[by_page, by_page_among_good_rows, by_record], ids=lambda reader: reader.__name__)
def read(request: pytest.FixtureRequest) -> Reader:
    found: Reader = request.param
    return found


@pytest.mark.parametrize(
    ("wire", "typed"),
    [
        ("244", 244),
        (244, 244),
        ("-3", -3),
        (-1, -1),
        (7.0, 7),
        ("7.00", 7),
        ("", None),
        (None, None),
        ("٢٤٤", 244),
        ([], None),
    ],
)
def test_ids_come_as_numbers_or_digits(read: Reader, wire: Any, typed: int | None) -> None:
    invoice = read({"client_id": wire})
    assert invoice.client_id == typed
    assert type(invoice.client_id) is type(typed)
    assert invoice.issues == ()


@pytest.mark.parametrize(
    ("wire", "typed"),
    [
        ("32999.9961", "32999.9961"),
        (35000, "35000"),
        (0.1, "0.1"),
        ("0", "0"),
        ("0.00", "0.00"),
        ("1,250.00", "1250.00"),
        ("١٬٢٥٠٫٥", "1250.5"),
        (" 12 ", "12"),
        ("-5", "-5"),
        ("1,234,567", "1234567"),
        ("1e3", "1E+3"),
    ],
)
def test_amounts_are_exact_decimals(read: Reader, wire: Any, typed: str) -> None:
    invoice = read({"summary_total": wire})
    assert str(invoice.summary_total) == typed
    assert type(invoice.summary_total) is Decimal
    assert invoice.issues == ()


def test_no_float_is_on_the_way_to_an_amount() -> None:
    text = '{"result":"successful","data":[{"Invoice":{"id":1,"summary_total":%s,"date":%s}}]}'
    digits = "12345678901234567.1234"
    for date in ('"2026-01-01"', '"25/09/2026"', '"garbage"'):
        body = text % (digits, date)
        page = decode_page(answer(body, V1_LIST), Invoice, DecodeSettings(date_format="DD/MM/YYYY"))
        assert str(page.items[0].summary_total) == digits
        assert str(page.items[0].raw["summary_total"]) == digits


@pytest.mark.parametrize(
    "wire", ["NaN", "nan", "Infinity", "-inf", "sNaN", "12,5", "1.2.3", "--1", "12 EGP", True, [1], {"a": 1}]
)
def test_what_is_no_amount_is_none_and_an_issue(read: Reader, wire: Any) -> None:
    invoice = read({"summary_total": wire, "summary_paid": "1"})
    assert invoice.summary_total is None
    assert invoice.summary_paid == 1
    assert [(issue.path, issue.value) for issue in invoice.issues] == [(("summary_total",), wire)]
    assert invoice.raw["summary_total"] == wire


@pytest.mark.parametrize("wire", ["1_0", "12a", 7.5, "7.5", "0x10", {"a": 1}, "9" * 5000])
def test_what_is_no_whole_number_is_none_and_an_issue(read: Reader, wire: Any) -> None:
    invoice = read({"client_id": wire})
    assert invoice.client_id is None
    assert [issue.expected for issue in invoice.issues] == ["a whole number"]


def test_a_number_of_absurd_size_costs_nothing(read: Reader) -> None:
    invoice = read({"client_id": "1e999999999"})
    assert invoice.client_id is None
    assert len(invoice.issues) == 1


@pytest.mark.parametrize(
    ("wire", "typed"),
    [
        ("0", False),
        ("1", True),
        (0, False),
        (1, True),
        (True, True),
        (False, False),
        ("true", True),
        ("No", False),
        ("", None),
        (None, None),
        (1.0, True),
    ],
)
def test_flags_come_in_many_forms(read: Reader, wire: Any, typed: bool | None) -> None:
    invoice = read({"draft": wire})
    assert invoice.draft is typed
    assert invoice.issues == ()


@pytest.mark.parametrize("wire", ["maybe", 2, "2", [1]])
def test_what_is_no_flag_is_none_and_an_issue(read: Reader, wire: Any) -> None:
    assert read({"draft": wire}).draft is None
    assert len(read({"draft": wire}).issues) == 1


@pytest.mark.parametrize(
    ("wire", "typed"),
    [(201001234567, "201001234567"), (1.5, "1.5"), (True, "true"), ("007", "007"), ("", ""), ("null", "null")],
)
def test_texts_that_came_as_numbers_keep_their_digits(read: Reader, wire: Any, typed: str) -> None:
    assert read({"no": wire}).no == typed


@pytest.mark.parametrize("token", ["1.10", "1e3", "1E5", "12345678901234567890.10", "1.0e+25", "-0.0"])
def test_a_number_in_the_place_of_text_is_spelt_as_on_the_wire(token: str) -> None:
    for others in ("", ',{"Invoice":{"id":2,"no":"x"}}', ',{"Invoice":{"id":2},"Client":{"id":3}}'):
        body = f'{{"result":"successful","data":[{{"Invoice":{{"id":1,"no":{token}}}}}{others}]}}'
        assert decode_page(answer(body, V1_LIST), Invoice, DecodeSettings()).items[0].no == token
    body = f'{{"result":"successful","data":{{"Invoice":{{"id":1,"no":{token}}}}}}}'
    assert decode_record(answer(body), Invoice, DecodeSettings()).no == token


@pytest.mark.parametrize(
    ("wire", "typed"), [(0, Status.UNPAID), ("2", Status.PAID), ("", None), (None, None), (2.0, Status.PAID)]
)
def test_documented_values_are_members(read: Reader, wire: Any, typed: Status | None) -> None:
    assert read({"payment_status": wire}).payment_status is typed


@pytest.mark.parametrize("wire", [99, "99", "٩٩"])
def test_undocumented_values_are_kept_as_they_came(read: Reader, wire: Any) -> None:
    status = read({"payment_status": wire}).payment_status
    assert status == 99
    assert isinstance(status, Status)
    assert not status.known
    assert read({"method": "barter"}).method == "barter"
    assert read({"method": "cash"}).method is Method.CASH


def test_a_text_in_the_place_of_a_numbered_value_is_an_issue(read: Reader) -> None:
    invoice = read({"payment_status": "paid"})
    assert invoice.payment_status is None
    assert invoice.issues[0].expected == "one of the values of its kind"


@pytest.mark.parametrize(
    "wire", [[], None, "", False, {}, {"id": None, "business_name": None}, {"id": "", "phone1": None}]
)
def test_an_empty_relation_is_none(read: Reader, wire: Any) -> None:
    invoice = read({"Client": wire})
    assert invoice.client is None
    assert invoice.issues == ()


@pytest.mark.parametrize("wire", [{"id": "1", "type": "3"}, [{"id": "1", "type": "3"}]])
def test_a_single_relation_may_come_as_a_list_of_one(read: Reader, wire: Any) -> None:
    assert read({"Client": wire}).client == Client(id=1, type=3)


@pytest.mark.parametrize("wire", [["a", "b"], "Ahmed", 5, [{"id": 1}, {"id": 2}]])
def test_what_is_no_single_relation_is_none_and_an_issue(read: Reader, wire: Any) -> None:
    invoice = read({"Client": wire})
    assert invoice.client is None
    assert invoice.issues[0].expected == "one object"


@pytest.mark.parametrize("wire", [[], {}, None, "", False, {"id": None}])
def test_no_rows_are_an_empty_list(read: Reader, wire: Any) -> None:
    invoice = read({"InvoiceItem": wire})
    assert invoice.items == []
    assert invoice.issues == ()


@pytest.mark.parametrize(
    "wire", [[{"id": "5"}], {"id": "5"}, {"0": {"id": "5"}}, [None, {"id": 5}], [{"id": 5}, {"id": None}]]
)
def test_one_row_may_come_as_an_object(read: Reader, wire: Any) -> None:
    invoice = read({"InvoiceItem": wire})
    assert [item.id for item in invoice.items] == [5]
    assert invoice.items[0].raw["id"] in (5, "5")
    assert invoice.issues == ()


def test_a_row_that_is_no_object_is_left_out_and_an_issue(read: Reader) -> None:
    invoice = read({"InvoiceItem": [{"id": 1}, "x", {"id": 2}]})
    assert [item.id for item in invoice.items] == [1, 2]
    assert invoice.issues[0].path == ("InvoiceItem", 1)
    assert [item.raw for item in invoice.items] == [{"id": 1}, {"id": 2}]


def test_an_issue_far_inside_is_told_at_every_level(read: Reader) -> None:
    invoice = read({"InvoiceItem": [{"id": 1, "Product": {"id": 8, "modified": "soon"}}]})
    product = invoice.items[0].product
    assert product is not None
    assert invoice.issues[0].path == ("InvoiceItem", 0, "Product", "modified")
    assert product.issues[0].path == ("modified",)


@pytest.mark.parametrize(("wire", "typed"), [([1, "2"], [1, 2]), ([], []), ("", []), (None, []), ({"0": 4}, [4])])
def test_lists_of_plain_values(read: Reader, wire: Any, typed: list[int]) -> None:
    assert read({"tags": wire}).tags == typed


@pytest.mark.parametrize(("wire", "typed"), [({"a": 1.5}, {"a": Decimal("1.5")}), ([], {}), (None, None), ("", None)])
def test_free_objects(read: Reader, wire: Any, typed: Any) -> None:
    assert read({"settings": wire}).settings == typed


def test_mixed_arrays_pass_where_anything_may_stand(read: Reader) -> None:
    assert read({"anything": [2, ".", ","]}).anything == [2, ".", ","]


def test_types_may_be_mixed_in_one_object(read: Reader) -> None:
    invoice = read({"draft": "0", "payment_status": 0, "summary_total": 35000, "client_id": "1"})
    assert invoice == Invoice(
        id=1, draft=False, payment_status=Status.UNPAID, summary_total=Decimal(35000), client_id=1
    )


def test_strict_decoding_names_the_values_that_could_not_be_typed() -> None:
    with pytest.raises(UnexpectedResponse, match=r"0\.summary_total: expected a number, got text"):
        decode_rows({"id": 1, "summary_total": "a lot"}, strict=True)


def test_each_field_and_kind_is_logged_once_without_its_value(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("WARNING", logger="daftra_async.wire"):
        decode_rows(*({"id": n, "summary_total": "confidential", "draft": "maybe"} for n in range(5)))
    assert sorted(caplog.messages) == [
        "Invoice.draft: expected true or false, got text",
        "Invoice.summary_total: expected a number, got text",
    ]


@pytest.mark.parametrize("field", ["payment_status", "method"])
@pytest.mark.parametrize("nothing", ["", None, []])
def test_the_empty_text_stands_for_no_kind(read: Reader, field: str, nothing: Any) -> None:
    invoice = read({field: nothing})
    assert getattr(invoice, field) is None
    assert invoice.issues == ()
