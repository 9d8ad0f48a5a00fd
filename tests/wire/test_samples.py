"""The captured samples, read with the generated models."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from daftra_async import OPERATIONS, ValidationError
from daftra_async._wire import DecodeSettings, Operation, decode_done, decode_page, decode_record
from daftra_async.models import Branch, Client, Invoice

from .models import V1_GET, V2_LIST, answer
from .samples import BARE_CLIENT, BRANCHES, INVOICE, NAMED_CLIENT, REFUSAL

S = DecodeSettings(date_format="DD/MM/YYYY", strict=True)
CLIENTS = Operation(
    resource="clients", name="list", method="GET", base="/api2", path="/clients.json", model_key="Client", kind="list"
)


def test_the_sample_of_clients() -> None:
    body = {"code": 200, "result": "successful", "data": [{"Client": NAMED_CLIENT}, {"Client": BARE_CLIENT}]}
    named, bare = decode_page(answer(body, CLIENTS), Client, S)
    assert (named.id, named.client_number, named.business_name, named.phone1) == (1, "000001", "ACME", "+20100")
    assert (named.suspend, named.is_offline, named.type, named.starting_balance) == (False, True, 3, None)
    assert (str(named.created), named.raw["site_id"]) == ("2026-09-24 01:10:36", "5000000")
    assert (bare.id, bare.business_name, bare.suspend, bare.is_offline) == (5, None, False, False)


def test_the_sample_of_an_invoice() -> None:
    invoice = decode_record(
        answer({"result": "successful", "code": 200, "data": {"Invoice": INVOICE}}, V1_GET), Invoice, S
    )
    assert (invoice.id, invoice.no, invoice.draft, invoice.payment_status) == (1, "000001", False, 0)
    assert invoice.summary_total == invoice.summary_unpaid == 35000
    assert invoice.date == date(2026, 9, 25)
    assert invoice.client is not None
    assert (invoice.client.id, invoice.client.type) == (1, 3)
    (line,) = invoice.items
    assert (line.item, line.quantity, line.tax1) == ("Paper", Decimal(1), None)
    assert line.unit_price == line.subtotal == 35000
    assert line.product is not None
    assert (line.product.id, line.product.name) == (8, "Paper")
    assert (invoice.payments, invoice.taxes) == ([], [])


def test_the_sample_of_a_v2_list() -> None:
    page = decode_page(answer(BRANCHES, V2_LIST), Branch, S)
    assert (page.page, page.page_count, page.total, page.has_more) == (1, 1, 1, False)
    (branch,) = page
    assert (branch.id, branch.name, branch.status, str(branch.created)) == (1, "Main Branch", 1, "2026-04-26 20:20:49")


def test_the_sample_of_a_refusal() -> None:
    with pytest.raises(ValidationError) as refused:
        decode_done(answer(REFUSAL, V1_GET, status=400), S)
    assert (refused.value.code, refused.value.validation_errors) == (400, {"Invoice.client_id": ["…"]})


@pytest.mark.parametrize(
    ("resource", "key"),
    [
        ("purchase_invoices", "PurchaseOrder"),
        ("purchase_refunds", "PurchaseOrder"),
        ("client_appointments", "Appointment"),
        ("invoice_appointments", "Appointment"),
        ("estimate_appointments", "Appointment"),
        ("work_order_appointments", "Appointment"),
        ("staff", "Staff"),
    ],
)
def test_the_wrapper_is_named_for_the_model_and_another_name_is_read_too(resource: str, key: str) -> None:
    from importlib import import_module

    operation = next(op for op in OPERATIONS if op.resource == resource and op.name == "get")
    parse: Any = import_module(f"daftra_async._generated.api.{resource}.get").parse
    for wrapper in (key, "SomethingElse"):
        body = {"result": "successful", "code": 200, "data": {wrapper: {"id": "7", "notes": "x"}}}
        assert parse(answer(body, operation), S).id == 7


def test_a_misspelt_message_is_read() -> None:
    assert decode_done(answer({"result": "successful", "messsage": "Saved"}, V1_GET), S).message == "Saved"
