"""What the server sent stays within reach of every record, and records behave as values."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal

import attrs
import msgspec
import pytest

from daftra_async._wire import DecodeSettings, Response, decode_page, decode_record
from daftra_async._wire.shape import is_model, shape

from .models import V1_GET, V1_LIST, V2_LIST, Branch, Client, Invoice, answer, decode_row, decode_rows, v1_list

FULL = {
    "id": "1",
    "no": "000001",
    "summary_total": 35000.10,
    "site_id": "5000000",
    "extra_details": '{"rate": 1.50, "list": [1]}',
    "Client": {"id": "3", "type": "3", "secret_level": 9},
    "InvoiceItem": [{"id": "5", "item": "Paper", "Product": {"id": "8", "brand": "X"}}, {"id": "6", "extra": 1}],
}


def test_a_record_and_the_records_inside_it_show_their_json() -> None:
    invoice = decode_rows({"id": 9}, FULL, {"id": 10}).items[1]
    assert invoice.client is not None
    product = invoice.items[0].product
    assert product is not None
    assert invoice.raw == {**FULL, "summary_total": Decimal("35000.1")}
    assert invoice.client.raw == FULL["Client"]
    assert invoice.items[1].raw == {"id": "6", "extra": 1}
    assert product.raw == {"id": "8", "brand": "X"}


def test_unknown_fields_are_kept() -> None:
    invoice = decode_row(FULL)
    assert invoice.client is not None
    assert invoice.unknown == {"site_id": "5000000"}
    assert invoice.client.unknown == {"secret_level": 9}
    assert invoice.items[1].unknown == {"extra": 1}


def test_json_text_inside_a_string_is_reachable_parsed() -> None:
    invoice = decode_row(FULL)
    assert invoice.json("extra_details") == {"rate": Decimal("1.50"), "list": [1]}
    assert invoice.json("no") == "000001"
    assert invoice.json("site_id") == 5000000
    assert invoice.json("Client") == FULL["Client"]
    assert decode_row({"id": 1, "extra_details": "not {json"}).json("extra_details") == "not {json"
    assert invoice.json("absent") is None


def test_the_page_shows_the_whole_answer() -> None:
    body = v1_list({"Invoice": FULL}, pagination={"page": 1})
    page = decode_page(answer(body, V1_LIST), Invoice, DecodeSettings())
    assert page.raw["pagination"] == {"page": 1}


def test_without_the_text_records_are_typed_all_the_same() -> None:
    settings = DecodeSettings(keep_raw=False)
    page = decode_page(answer(v1_list({"Invoice": FULL}), V1_LIST), Invoice, settings)
    assert page.items[0].items[0].item == "Paper"
    assert (page.raw, page.items[0].raw, page.items[0].unknown) == (None, {}, {})
    assert decode_record(answer({"data": {"Invoice": FULL}}), Invoice, settings).raw == {}


def test_a_record_made_by_hand_has_no_json() -> None:
    client = Client(id=1, business_name="ACME")
    assert (client.raw, client.unknown, client.issues) == ({}, {}, ())
    assert repr(client) == "Client(id=1, business_name='ACME')"


def test_equality_is_of_the_typed_fields() -> None:
    here, there = decode_row({"id": 1, "no": "7"}), decode_row({"id": "1", "no": "7", "else": 1})
    assert here == there == Invoice(id=1, no="7")
    assert hash(here) == hash(there)
    assert here != decode_row({"id": 1, "no": "8"})
    assert here != Client(id=1)


def test_what_is_equal_does_not_differ() -> None:
    one, same, other = (decode_row({**FULL, "no": no}) for no in ("7", "7", "8"))
    assert (one == same, one != same) == (True, False)
    assert (one == other, one != other) == (False, True)
    assert (one.client != same.client, one.items != same.items) == (False, False)
    assert (one == 5, one != 5) == (False, True)


def test_records_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        decode_row(FULL).no = "8"  # type: ignore[misc]


@pytest.mark.parametrize("duplicate", [lambda it: pickle.loads(pickle.dumps(it)), copy.deepcopy, copy.copy])
def test_a_copy_keeps_json_and_issues(duplicate: object) -> None:
    invoice = decode_row({**FULL, "summary_paid": "lots"})
    again = duplicate(invoice)  # type: ignore[operator]
    assert again == invoice
    assert again.raw == invoice.raw
    assert again.client.unknown == {"secret_level": 9}
    assert again.items[1].raw == {"id": "6", "extra": 1}
    assert again.issues == invoice.issues


@pytest.mark.parametrize("text", ["1e400", "-1E-5000", "9" * 3000, '"\\ud83d"', '{"a": ["\\ud83d", 0.10, null, true]}'])
def test_what_cannot_be_sent_can_be_pickled(text: str) -> None:
    body = b'{"result": "successful", "data": {"Invoice": {"id": 1, "extra": ' + text.encode() + b"}}}"
    response = Response(status=200, body=body, request=V1_GET.request(path={"id": 1}))
    invoice = decode_record(response, Invoice, DecodeSettings())
    again = pickle.loads(pickle.dumps(invoice))
    assert again == invoice
    assert again.raw == invoice.raw
    assert list(again.raw) == ["id", "extra"]


def test_a_page_can_be_pickled() -> None:
    page = decode_rows(FULL, {"id": 2, "draft": "maybe"})
    again = pickle.loads(pickle.dumps(page))
    assert again.items == page.items
    assert again.issues == page.issues
    assert again.items[1].raw == page.items[1].raw


def test_the_answer_cannot_set_what_is_the_sdks_own() -> None:
    for row in ({"id": 1, "$view": 5, "$place": [1], "$issues": "x"}, {"id": 1, "$view": None}, {"id": 1, "_view": {}}):
        invoice = decode_row(row)
        assert invoice.issues == ()
        assert invoice.raw == row
        assert set(invoice.unknown) == set(row) - {"id"}


def test_a_record_without_its_wrapper_and_one_in_another_wrapper_are_the_same() -> None:
    rows = [{"PurchaseOrder": {"id": 1, "no": "7"}}, {"id": 1, "no": "7"}, {"Invoice": [{"id": 1, "no": "7"}]}]
    page = decode_page(answer(v1_list(*rows), V1_LIST), Invoice, DecodeSettings())
    assert page.items == [Invoice(id=1, no="7")] * 3
    assert [invoice.raw for invoice in page] == [{"id": 1, "no": "7"}] * 3


def test_children_may_stand_beside_the_model() -> None:
    row = {"Invoice": {"id": "1", "no": "7"}, "Client": {"id": "3"}, "InvoiceItem": [{"id": "5"}], "InvoicePayment": []}
    page = decode_page(answer(v1_list(row, {"Invoice": {"id": 2}}), V1_LIST), Invoice, DecodeSettings())
    record = decode_record(answer({"result": "successful", "data": row}, V1_GET), Invoice, DecodeSettings())
    for invoice in (page.items[0], record):
        assert invoice.client == Client(id=3)
        assert [item.id for item in invoice.items] == [5]
        assert invoice.items[0].raw == {"id": "5"}
        assert set(invoice.raw) == {"id", "no", "Client", "InvoiceItem", "InvoicePayment"}


def test_rows_of_v2_stand_bare() -> None:
    body = {"current_page": 1, "data": [{"id": 1, "name": "Main", "extra": True}], "last_page": 1}
    branch = decode_page(answer(body, V2_LIST), Branch, DecodeSettings()).items[0]
    assert branch == Branch(id=1, name="Main")
    assert branch.unknown == {"extra": True}


def test_a_record_can_be_written_as_json_again() -> None:
    assert msgspec.json.decode(msgspec.json.encode(decode_row({"id": 1}).raw)) == {"id": 1}


def test_a_record_is_a_struct_and_does_not_pass_for_an_attrs_class() -> None:
    client = Client(id=1, business_name="ACME")
    assert not attrs.has(Client)
    assert is_model(Client)
    assert [field.attribute for field in shape(Client)][:2] == ["id", "client_number"]
    assert msgspec.structs.replace(client, id=2) == Client(id=2, business_name="ACME")
