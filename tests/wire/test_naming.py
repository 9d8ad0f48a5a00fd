"""Relations that v2 sends in snake case arrive in the models' attributes; what was sent stays what is shown."""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from daftra_async import Daftra
from daftra_async._wire import DecodeSettings, Record, decode_page, decode_record
from daftra_async._wire.naming import spellings, v2_names
from daftra_async._wire.record import values_of
from daftra_async._wire.shape import relations, shape
from daftra_async.models import AdvancePayment, Invoice, Journal, PurchaseDebitNote, PurchaseInvoice

from .models import V1_LIST, V2_GET, V2_LIST, answer, operation
from .test_properties import RECORDS, exact, rows_of

S = DecodeSettings(date_format="DD/MM/YYYY")
NAMED = [model for model in RECORDS if any(field.name[:1].isupper() for field in relations(model))]
quick = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=30)

V2_INVOICE = {
    "id": 7,
    "no": "000007",
    "deposit": 5,
    "clients": {"id": 3, "business_name": "ACME", "site": 1},
    "invoice_item": [{"id": 1, "item": "Paper", "unit_price": 1.10, "product": {"id": 8, "name": "Paper", "hue": "x"}}],
    "payment": [{"id": 4, "amount": 2.5}],
    "invoice_tax": [{"id": 9, "name": "VAT"}],
    "store": {"id": 1},
    "extra_details": '{"a": 1}',
}


def read(row: object, model: type[Any] = Invoice) -> Any:
    """The record by way of a page, after comparing with the same record read alone."""
    on_page = decode_page(answer({"current_page": 1, "data": [{"id": 1}, row]}, V2_LIST), model, S).items[1]
    alone = decode_record(answer(row, V2_GET), model, S)
    assert on_page == alone
    assert on_page.raw == alone.raw == exact(row)
    return on_page


def test_the_relations_of_a_v2_invoice_are_typed() -> None:
    invoice = read(V2_INVOICE)
    assert invoice.client.business_name == "ACME"
    assert [(line.item, line.unit_price, line.product.name) for line in invoice.items] == [
        ("Paper", Decimal("1.1"), "Paper")
    ]
    assert [paid.amount for paid in invoice.payments] == [Decimal("2.5")]
    assert [tax.name for tax in invoice.taxes] == ["VAT"]
    assert (invoice.deposit, invoice.deposit_record) == (5, None)


def test_what_was_sent_is_shown() -> None:
    invoice = read(V2_INVOICE)
    assert invoice.raw["invoice_item"][0]["product"] == {"id": 8, "name": "Paper", "hue": "x"}
    assert "InvoiceItem" not in invoice.raw
    assert set(invoice.unknown) == {"clients", "invoice_item", "payment", "invoice_tax", "store", "extra_details"}
    assert invoice.json("extra_details") == {"a": 1}
    assert invoice.json("clients") == V2_INVOICE["clients"]
    assert invoice.client.unknown == {"site": 1}
    assert invoice.items[0].product.raw["hue"] == "x"
    again = pickle.loads(pickle.dumps(invoice))
    assert again == invoice
    assert again.items[0].product.raw == invoice.items[0].product.raw


@pytest.mark.parametrize("form", [None, [], {}, "", {"id": None, "business_name": None}], ids=str)
def test_an_empty_relation_is_nothing_in_every_form(form: object) -> None:
    invoice = read({"id": 1, "clients": form, "invoice_item": form, "payment": form})
    assert (invoice.client, invoice.items, invoice.payments, invoice.issues) == (None, [], [], ())


def test_a_single_relation_may_be_a_list_of_one_and_a_list_one_object() -> None:
    invoice = read({"id": 1, "clients": [{"id": 3, "x": 1}], "invoice_item": {"id": 4, "product": [{"id": 8}]}})
    assert (invoice.client.id, invoice.client.raw) == (3, {"id": 3, "x": 1})
    assert invoice.items[0].product.id == 8


@pytest.mark.parametrize(
    "row",
    [
        {"clients": None, "invoice_client": {"id": 3}},
        {"clients": {"id": None, "type": None}, "invoice_client": {"id": 3}},
        {"Client": [], "client": "", "clients": {"id": 3}},
        {"clients": {"id": 3}, "Client": {"id": 4}},
        {"Client": {"id": 3}, "clients": None},
        {"clients": {"id": 3}, "invoice_client": {"id": 4}},
        {"clients": "ACME", "client": 7, "invoice_client": {"id": 3}},
    ],
)
def test_of_several_names_the_first_under_which_a_record_stands_is_read(row: dict[str, Any]) -> None:
    invoice = read({"id": 1, **row})
    assert invoice.client.id == 3
    assert invoice.client.raw == {"id": 3}


@pytest.mark.parametrize("value", ["ACME", 7, True, ["ACME"], [7, None], []])
def test_what_is_no_record_under_such_a_name_is_another_field(value: object) -> None:
    for name in ("clients", "client", "Client", "invoice_item", "document", "Document", "documents"):
        invoice = read({"id": 1, name: value})
        assert (invoice.client, invoice.document, invoice.items, invoice.issues) == (None, None, [], ())
        assert invoice.raw[name] == value


def test_a_page_whose_rows_use_different_names_is_read_row_by_row() -> None:
    lines = [{"id": 5, "product": {"id": 8}}]
    rows = [
        {"id": 1, "clients": {"id": 3}, "invoice_item": lines},
        {"id": 2, "clients": None, "invoice_client": {"id": 4}, "invoice_items": [{"id": 5, "products": {"id": 8}}]},
        {"id": 3, "Client": {"id": 5}, "InvoiceItem": lines},
        {"id": 4, "clients": {"id": 6}, "invoice_item": [{"id": 5, "Product": {"id": 8}}]},
    ] * 20
    page = decode_page(answer({"current_page": 1, "data": rows}, V2_LIST), Invoice, S)
    assert [invoice.client.id for invoice in page if invoice.client] == [3, 4, 5, 6] * 20
    assert {line.product.id for invoice in page for line in invoice.items if line.product} == {8}
    assert [invoice.raw for invoice in page] == rows


def test_an_issue_in_a_renamed_relation_is_seen_and_keeps_the_record_from_being_sent_back() -> None:
    invoice = read({"id": 1, "invoice_item": [{"id": 4, "quantity": "a lot"}]})
    assert [str(issue) for issue in invoice.issues] == ["InvoiceItem.0.quantity: expected a number, got text"]
    with pytest.raises(Exception, match="InvoiceItem"):
        invoice.to_draft()


def test_a_v1_answer_is_left_alone() -> None:
    row = {"id": 1, "InvoicePayment": [], "payment": [{"id": 4}], "clients": {"id": 3}}
    page = decode_page(answer({"data": [{"Invoice": row}]}, V1_LIST), Invoice, S)
    assert (page.items[0].payments, page.items[0].client) == ([], None)


@pytest.mark.parametrize("copied", [lambda it: it, lambda it: pickle.loads(pickle.dumps(it))])
def test_in_v1_a_relation_is_found_again_under_its_own_name_alone(copied: Any) -> None:
    row = {
        "id": 1,
        "InvoicePayment": [{"id": 5, "x": 1}],
        "payment": [{"id": 4}],
        "Client": {"id": 3},
        "clients": {"id": 9},
    }
    invoice = copied(decode_page(answer({"data": [{"Invoice": row}]}, V1_LIST), Invoice, S).items[0])
    assert (invoice.payments[0].raw, invoice.client.raw) == ({"id": 5, "x": 1}, {"id": 3})


@pytest.mark.parametrize(
    "around",
    [
        lambda row: {"payload": {"data": [row], "pagination": {}}, "version": "v2"},
        lambda row: {"data": {"data": [row], "current_page": 1}},
        lambda row: [row],
        lambda row: {"data": [None, row, 5]},
        lambda row: {"data": [{"id": 2, "payment": [None, {"id": 1}, 7]}, row]},
    ],
)
def test_every_list_envelope_of_v2_is_read(around: Any) -> None:
    page = decode_page(answer(around(V2_INVOICE), V2_LIST), Invoice, S)
    assert [line.item for line in page.items[-1].items] == ["Paper"]


@pytest.mark.parametrize("body", [b"\xef\xbb\xbf%s", b" \n%s\n"])
def test_what_may_stand_before_a_body_does_not_matter(body: bytes) -> None:
    text = body % json.dumps(V2_INVOICE).encode()
    assert decode_record(answer(text, V2_GET), Invoice, S).items[0].item == "Paper"


def test_other_models_follow_the_same_rule() -> None:
    journal = read({"id": 1, "journal_transaction": [{"id": 2}]}, Journal)
    assert [line.id for line in journal.transactions] == [2]
    order = read({"id": 1, "purchase_order_item": [{"id": 2}], "supplier": {"id": 5}}, PurchaseInvoice)
    assert ([line.id for line in order.items], order.supplier.id) == ([2], 5)
    note = read({"id": 1, "purchase_order_item": [{"id": 2}]}, PurchaseDebitNote)
    assert [line.id for line in note.purchase_order_item] == [2]
    advance = read({"id": 1, "invoice_item": [{"id": 2, "product": {"id": 8}}], "clients": {"id": 3}}, AdvancePayment)
    assert (advance.invoice_item[0].product.id, advance.clients.id) == (8, 3)


def test_the_page_of_the_v2_invoice_names_them_so() -> None:
    """The model that is made from that page holds the documented names of the invoice's relations."""
    by_class = {field.type: field.name for field in relations(Invoice)}
    documented = [field for field in relations(AdvancePayment) if field.type in by_class]
    assert {field.name for field in documented} == {"clients", "invoice_client", "invoice_item", "payment"}
    for field in documented:
        assert field.name in v2_names(by_class[field.type])


def renamed(row: Any, model: type[Record], draw: Callable[..., Any]) -> Any:
    """The row as v2 would send it: every relation under one of its v2 names."""
    if isinstance(row, list):
        return [renamed(item, model, draw) for item in row]
    if not isinstance(row, dict):
        return row
    found = dict(row)
    own = {field.name for field in shape(model)}
    for field in relations(model):
        if field.name in found:
            inner = renamed(found.pop(field.name), field.type, draw)
            names = [name for name in v2_names(field.name) if name not in own] if field.name[0].isupper() else []
            found[draw(st.sampled_from(names or [field.name]))] = inner
    return found


def with_records_only(row: Any, model: type[Record]) -> Any:
    """The row without those relations under whose names no record stands: in v2 such a field is none of them."""
    if isinstance(row, list):
        return [with_records_only(item, model) for item in row]
    if not isinstance(row, dict):
        return row
    types = {field.name: field.type for field in relations(model)}
    counted = {one.own: one for one in spellings(model)}
    return {
        name: with_records_only(value, types[name]) if name in types else value
        for name, value in row.items()
        if name not in counted or counted[name].counted({name: value})
    }


@pytest.mark.parametrize("model", NAMED, ids=lambda model: model.__name__)
@quick
@given(data=st.data())
def test_any_record_of_v2_is_read_as_v1_would_be(model: type[Record], data: st.DataObject) -> None:
    names = {name for field in shape(model) for name in v2_names(field.name)}
    drawn = data.draw(st.lists(rows_of(model).filter(names.isdisjoint), min_size=1, max_size=3))
    rows = [with_records_only(row, model) for row in drawn]
    sent = [renamed(row, model, data.draw) for row in rows]
    v1 = decode_page(answer({"data": rows}, operation(model_key=None)), model, S)
    v2 = decode_page(answer({"data": sent}, V2_LIST), model, S)
    assert v1.items == v2.items
    assert [sorted(map(str, record.issues)) for record in v1] == [sorted(map(str, record.issues)) for record in v2]
    for record, row in zip(v2, sent, strict=True):
        assert record.raw == exact(row)


async def test_an_invoice_has_the_same_relations_on_both_apis(daftra: Daftra) -> None:
    for number in (1, 2, 3):
        v1 = await daftra.invoices.get(number)
        v2 = await daftra.entity("invoice", model=Invoice).get(number, level=2)
        listed = await daftra.entity("invoice", model=Invoice).list(level=2, where={"id": number})
        for one in (v2, listed.items[0]):
            assert [line.id for line in one.items] == [line.id for line in v1.items]
            assert [line.product.id for line in one.items if line.product] == [line.product_id for line in v1.items]
            assert [paid.amount for paid in one.payments] == [paid.amount for paid in v1.payments]
            assert one.client is not None
            assert one.client.id == v1.client_id
            assert all(re.fullmatch("[a-z0-9_]+", name) for name in one.raw)
        assert values_of(Invoice)(v2) == values_of(Invoice)(listed.items[0])
