"""From headers and a body to an event, and how sure it is."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from decimal import Decimal
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async import ApiKey, ConfigurationError, Daftra
from daftra_async.emulator import Emulator
from daftra_async.emulator.deliveries import deliver
from daftra_async.models import (
    Client,
    CreditNote,
    Estimate,
    Invoice,
    Journal,
    PurchaseDebitNote,
    PurchaseInvoice,
    PurchaseRefund,
    RefundReceipt,
)
from daftra_async.webhooks import Certainty, Event, InvalidDelivery, Receiver, parse

SITE = {"X-Site-Id": "5000000"}
INVOICE = {
    "id": 7,
    "no": "000007",
    "type": 0,
    "date": "2026-09-25",
    "summary_total": 1250.5,
    "summary_unpaid": "1250.50",
    "payment_status": 0,
    "created": "2026-09-25 10:00:00",
    "modified": "2026-09-25 10:00:00",
    "deleted_at": None,
}


def body(record: dict[str, Any], **changes: Any) -> bytes:
    return json.dumps({**record, **changes}).encode()


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator() as running:
        yield running


def test_a_stated_event_comes_with_its_tenant_and_typed_record() -> None:
    delivery = parse(SITE, body(INVOICE), event="invoice.created")
    assert (delivery.event, delivery.certainty) == (Event.INVOICE_CREATED, Certainty.STATED)
    assert (delivery.site_id, delivery.entity, delivery.id) == (5_000_000, "invoice", 7)
    assert isinstance(delivery.record, Invoice)
    assert delivery.record.summary_unpaid == Decimal("1250.50")
    assert delivery.raw["no"] == "000007"


@pytest.mark.parametrize(
    ("changes", "event", "certainty"),
    [
        ({}, Event.INVOICE_CREATED, Certainty.LIKELY),
        ({"deleted_at": "2026-09-26 09:00:00"}, Event.INVOICE_DELETED, Certainty.LIKELY),
        ({"type": 6, "deleted_at": "2026-09-26 09:00:00"}, Event.REFUND_RECEIPT_DELETED, Certainty.LIKELY),
        ({"type": "6"}, Event.REFUND_RECEIPT_DELETED, Certainty.GUESSED),
        ({"type": 5}, Event.CREDIT_NOTE_CREATED, Certainty.LIKELY),
        ({"type": 3}, None, Certainty.UNKNOWN),
        ({"type": 99}, None, Certainty.UNKNOWN),
        ({"type": None}, Event.INVOICE_CREATED, Certainty.GUESSED),
        ({"modified": "2026-09-26 09:00:00"}, Event.INVOICE_UPDATED, Certainty.LIKELY),
        ({"modified": None}, None, Certainty.UNKNOWN),
        ({"deleted_at": "0000-00-00 00:00:00"}, Event.INVOICE_CREATED, Certainty.LIKELY),
        ({"product_code": "P", "buy_price": 1, "client_number": 1}, Event.INVOICE_CREATED, Certainty.GUESSED),
    ],
    ids=[
        "new",
        "deleted",
        "refund",
        "refund alive",
        "credit note",
        "estimate",
        "type of tomorrow",
        "no type",
        "changed",
        "no times",
        "zero date",
        "mixed",
    ],
)
def test_what_is_unsaid_is_inferred_from_the_record(
    changes: dict[str, Any], event: Event | None, certainty: Certainty
) -> None:
    delivery = parse(SITE, body(INVOICE, **changes))
    assert (delivery.event, delivery.certainty) == (event, certainty)


@pytest.mark.parametrize(
    ("stated", "type", "event", "entity", "model"),
    [
        ("invoice.created", 5, Event.CREDIT_NOTE_CREATED, "credit_note", CreditNote),
        ("invoice.created", "5", Event.CREDIT_NOTE_CREATED, "credit_note", CreditNote),
        ("invoice.deleted", 6, Event.REFUND_RECEIPT_DELETED, "refund_receipt", RefundReceipt),
        ("invoice.created", 6, None, "refund_receipt", RefundReceipt),
        ("invoice.created", 3, None, "estimate", Estimate),
        ("invoice.created", 12, None, "sales_order", type(None)),
        ("invoice.created", 99, None, None, type(None)),
        ("credit_note.created", 0, Event.INVOICE_CREATED, "invoice", Invoice),
    ],
)
def test_the_kind_of_document_decides_the_event_whatever_the_address_says(
    stated: str, type: Any, event: Event | None, entity: str | None, model: type
) -> None:
    delivery = parse(SITE, body(INVOICE, type=type), event=stated)
    assert (delivery.event, delivery.entity) == (event, entity)
    assert delivery.certainty is (Certainty.UNKNOWN if event is None else Certainty.LIKELY)
    assert isinstance(delivery.record, model)


def test_without_a_type_the_address_is_believed() -> None:
    delivery = parse(SITE, body(INVOICE, type=None), event="credit_note.created")
    assert (delivery.event, delivery.certainty) == (Event.CREDIT_NOTE_CREATED, Certainty.STATED)


@pytest.mark.parametrize(
    ("number", "event", "model"),
    [
        (0, Event.PURCHASE_ORDER_CREATED, PurchaseInvoice),
        (6, None, PurchaseRefund),
        (16, None, PurchaseDebitNote),
    ],
)
def test_a_document_of_purchase_is_none_of_sale(number: int, event: Event | None, model: type) -> None:
    bought = body(INVOICE, supplier_id=4, supplier_business_name="Nile Paper", type=number)
    for stated in (None, "purchase_order.created", "invoice.created"):
        delivery = parse(SITE, bought, event=stated)
        assert delivery.event is event
        assert isinstance(delivery.record, model)


async def test_a_deleted_journal_is_recognised(emulator: Emulator) -> None:
    emulator.store.delete("journal", 1)
    receiver = Receiver("a-secret-part-of-an-address")
    async with (
        receiver,
        httpx.AsyncClient(transport=httpx.ASGITransport(receiver), base_url="http://hooks.test") as client,
    ):
        await deliver(emulator, "/a-secret-part-of-an-address", "journal", 1, http_client=client)
        delivery = await anext(receiver)
    assert (delivery.event, delivery.certainty) == (Event.JOURNAL_DELETED, Certainty.LIKELY)
    assert isinstance(delivery.record, Journal)


@pytest.mark.parametrize("entity", ["invoice", "client", "supplier", "product", "tax", "journal", "purchase_order"])
async def test_the_kind_of_every_v2_record_is_recognised(emulator: Emulator, entity: str) -> None:
    async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as daftra:
        for level in (-1, 1):
            record = await daftra.entity(entity).get(1, level=level)
            delivery = parse(SITE, json.dumps(record, default=str))
            assert delivery.entity == entity
            assert delivery.inferred.sure


async def test_the_lines_client_and_payments_of_a_delivered_invoice_are_typed(emulator: Emulator) -> None:
    async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as daftra:
        sent = await daftra.entity("invoice").get(1, level=2)
        same = await daftra.invoices.get(1)
    delivery = parse(SITE, json.dumps(sent, default=str))
    assert isinstance(delivery.record, Invoice)
    assert [line.item for line in delivery.record.items] == [line.item for line in same.items]
    assert [paid.amount for paid in delivery.record.payments] == [paid.amount for paid in same.payments]
    assert delivery.record.client is not None
    assert same.client is not None
    assert delivery.record.client.business_name == same.client.business_name
    assert "invoice_item" in delivery.raw


def test_a_record_that_contradicts_the_address_is_marked() -> None:
    delivery = parse(SITE, body(INVOICE), event=Event.CLIENT_CREATED)
    assert (delivery.event, delivery.certainty) == (Event.CLIENT_CREATED, Certainty.CONTRADICTED)
    assert delivery.inferred.entity == "invoice"


@pytest.mark.parametrize("event", [Event.ACCOUNT_RESET, Event.APP_STATUS_CHANGED, Event.ITEM_GROUP_CREATED])
def test_an_event_whose_record_nobody_has_shown_can_only_be_stated(event: Event) -> None:
    record = {"id": 3, "name": "Sizes"}
    assert parse(SITE, body(record)).certainty is Certainty.UNKNOWN
    stated = parse(SITE, body(record), event=event)
    assert (stated.event, stated.certainty, stated.record) == (event, Certainty.STATED, None)


def test_values_that_cannot_be_typed_do_not_stop_a_delivery() -> None:
    delivery = parse(SITE, body({"id": "9", "client_number": [], "credit_limit": "?", "created": "soon"}))
    assert delivery.id == 9
    assert isinstance(delivery.record, Client)


@pytest.mark.parametrize(
    ("headers", "site"),
    [({}, None), ([("x-site-id", "12")], 12), ([("X-SITE-ID", " 12 "), ("x-site-id", "12")], 12)],
)
def test_the_tenant_is_read_whatever_the_headers_case(headers: Any, site: int | None) -> None:
    assert parse(headers, body(INVOICE)).site_id == site


@pytest.mark.parametrize("value", ["", "acme", "-1", "1.5", "٣", "9" * 40, "1,2"])
def test_a_tenant_that_is_no_number_is_refused(value: str) -> None:
    with pytest.raises(InvalidDelivery):
        parse({"x-site-id": value}, body(INVOICE))


def test_two_different_tenants_are_refused() -> None:
    with pytest.raises(InvalidDelivery):
        parse([("x-site-id", "1"), ("x-site-id", "2")], body(INVOICE))


@pytest.mark.parametrize(
    "headers",
    [{b"X-Site-Id": b"12"}, [(b"host", b"hooks.test"), (b"x-site-id", b"12")]],
    ids=["a mapping", "an ASGI scope"],
)
def test_the_tenant_is_read_from_headers_in_bytes(headers: Any) -> None:
    assert parse(headers, body(INVOICE)).site_id == 12


@pytest.mark.parametrize("headers", [None, 7, [("x-site-id",)], ["x-site-id"]])
def test_headers_that_are_none_are_refused(headers: Any) -> None:
    with pytest.raises(ConfigurationError, match="headers"):
        parse(headers, body(INVOICE))


def test_a_body_that_is_neither_bytes_nor_text_is_refused() -> None:
    wrong: Any = {"id": 7}
    with pytest.raises(ConfigurationError, match="dict"):
        parse(SITE, wrong)


@pytest.mark.parametrize(
    "data",
    [b"", b"<html>", b"[]", b"null", b'"text"', b"\xff", b"[" * 100_000, '{"name": "\ud800"}'],
    ids=["empty", "html", "list", "null", "text", "no utf-8", "deep", "half a character"],
)
def test_a_body_that_is_no_record_is_refused(data: bytes | str) -> None:
    with pytest.raises(InvalidDelivery):
        parse(SITE, data)


def test_an_event_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ConfigurationError, match=r"invoice\.created"):
        parse(SITE, body(INVOICE), event="invoice.paid")


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)
names = st.sampled_from([*INVOICE, "client_number", "product_code", "included", "deposit", "invoice_item"]) | st.text()


@given(st.dictionaries(names, json_values, max_size=8), st.none() | st.sampled_from(Event))
def test_any_object_is_a_delivery_and_never_an_error(record: dict[str, Any], event: Event | None) -> None:
    delivery = parse(SITE, json.dumps(record), event=event)
    assert delivery.event is event or event is None or delivery.inferred.document
    assert (delivery.event is None) == (delivery.certainty is Certainty.UNKNOWN)
