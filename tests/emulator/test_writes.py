"""Creating, replacing and deleting: what the server does besides what it was asked."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import httpx
import pytest

from daftra_async.emulator import Emulator

LINE: dict[str, Any] = {"item": "Paper", "unit_price": 100, "quantity": 2}


async def created(api: httpx.AsyncClient, path: str, body: object) -> int:
    answer = await api.post(path, json=body)
    assert answer.status_code == 202, answer.text
    number: int = answer.json()["id"]
    return number


async def invoice(api: httpx.AsyncClient, number: int) -> dict[str, Any]:
    record: dict[str, Any] = (await api.get(f"/api2/invoices/{number}.json")).json()["data"]["Invoice"]
    return record


async def new_invoice(api: httpx.AsyncClient, *lines: dict[str, Any], **fields: Any) -> int:
    main: dict[str, Any] = {"client_id": 1, **fields}
    return await created(api, "/api2/invoices.json", {"Invoice": main, "InvoiceItem": lines})


async def test_lines_beside_the_model_are_written(api: httpx.AsyncClient) -> None:
    record = await invoice(api, await new_invoice(api, LINE))
    assert [line["item"] for line in record["InvoiceItem"]] == ["Paper"]


async def test_lines_inside_the_model_make_the_invoice_empty(api: httpx.AsyncClient) -> None:
    answer = await api.post("/api2/invoices.json", json={"Invoice": {"client_id": 1, "InvoiceItem": [LINE]}})
    assert (answer.status_code, answer.json()["message"]) == (400, "Invoice is empty")


async def test_ids_and_numbers_count_up(api: httpx.AsyncClient) -> None:
    first, second = await new_invoice(api, LINE), await new_invoice(api, LINE)
    assert second == first + 1
    assert int((await invoice(api, second))["no"]) == int((await invoice(api, first))["no"]) + 1


@pytest.mark.parametrize("no", ["000021", "INV000021", "*64500"])
async def test_numbers_take_many_forms(api: httpx.AsyncClient, no: str) -> None:
    assert (await invoice(api, await new_invoice(api, LINE, no=no)))["no"] == no


async def test_a_blind_retry_duplicates(api: httpx.AsyncClient) -> None:
    first = await new_invoice(api, LINE, po_number="PO-7", no="X7")
    second = await new_invoice(api, LINE, po_number="PO-7", no="X7")
    assert second != first


async def test_the_clients_data_is_copied_to_the_document(api: httpx.AsyncClient) -> None:
    assert (await invoice(api, await new_invoice(api, LINE)))["client_business_name"] == "Nile Paper Trading"


async def test_totals_come_from_lines_taxes_and_discounts(api: httpx.AsyncClient) -> None:
    taxed = {**LINE, "tax1": 1}
    included = {"item": "Table", "unit_price": 105, "quantity": 1, "tax1": 3}
    record = await invoice(api, await new_invoice(api, taxed, included, discount=10, shipping_amount="5.5"))
    assert record["summary_subtotal"] == 300
    assert record["summary_discount"] == 30
    assert record["summary_total"] == 308.5
    taxes = {tax["tax_id"] if "tax_id" in tax else tax["id"]: tax for tax in record["InvoiceTax"]}
    assert len(taxes) == 2


async def test_a_lines_discount_is_a_share_or_an_amount(api: httpx.AsyncClient) -> None:
    share = {**LINE, "discount": 10, "discount_type": 1}
    amount = {**LINE, "discount": 10, "discount_type": 2}
    record = await invoice(api, await new_invoice(api, share, amount))
    assert [line["subtotal"] for line in record["InvoiceItem"]] == [180, 190]


async def test_payments_change_status_and_summary(api: httpx.AsyncClient, emulator: Emulator) -> None:
    number = await new_invoice(api, LINE)
    seen = [(await invoice(api, number))["payment_status"]]
    for amount in (50, 150, 1):
        payment = {"invoice_id": number, "amount": amount, "payment_method": "cash", "treasury_id": 1}
        last = await created(api, "/api2/invoice_payments.json", {"InvoicePayment": payment})
        seen.append((await invoice(api, number))["payment_status"])
    assert seen == [0, 1, 2, 4]
    assert (await api.delete(f"/api2/invoice_payments/{last}.json")).status_code == 200
    record = await invoice(api, number)
    assert (record["payment_status"], record["summary_paid"], record["summary_unpaid"]) == (2, 200, 0)
    assert (emulator.store.get("invoice", number) or {})["summary_paid"] == Decimal(200)


async def test_payments_sent_with_the_invoice_count(api: httpx.AsyncClient) -> None:
    payment = {"payment_method": "cash", "amount": 200, "treasury_id": 1}
    body = {"Invoice": {"client_id": 1}, "InvoiceItem": [LINE], "Payment": [payment]}
    record = await invoice(api, await created(api, "/api2/invoices.json", body))
    assert record["payment_status"] == 2
    assert [row["amount"] for row in record["InvoicePayment"]] == ["200"]


async def test_purchase_invoices_add_up_too(api: httpx.AsyncClient) -> None:
    body = {"PurchaseOrder": {"supplier_id": 1}, "PurchaseOrderItem": [{"item": "Ink", "unit_price": 7, "quantity": 3}]}
    number = await created(api, "/api2/purchase_invoices.json", body)
    record = (await api.get(f"/api2/purchase_invoices/{number}.json")).json()["data"]["PurchaseOrder"]
    assert record["PurchaseOrderItem"][0]["item"] == "Ink"
    assert (await api.get(f"/v2/api/entity/purchase_order/{number}/0")).json()["summary_total"] == 21


async def test_put_resets_the_fields_left_out(api: httpx.AsyncClient) -> None:
    number = await new_invoice(api, LINE, notes="keep me", date="2026-03-01", po_number="PO-1")
    await api.put(f"/api2/invoices/{number}.json", json={"Invoice": {"client_id": 1, "discount_amount": 5}})
    record = await invoice(api, number)
    assert record["date"] == "01/01/1970"
    assert record.get("notes") in {None, ""}
    assert record.get("po_number") in {None, ""}
    assert record["InvoiceItem"] == []


async def test_a_put_of_lines_alone_gives_a_new_number_and_dates_of_1970(api: httpx.AsyncClient) -> None:
    number = await new_invoice(api, LINE, no="KEEP-1", issue_date="2026-03-01")
    before = await invoice(api, number)
    body = {"Invoice": {"client_id": 1}, "InvoiceItem": [{**LINE, "quantity": 3}]}
    await api.put(f"/api2/invoices/{number}.json", json=body)
    record = await invoice(api, number)
    assert before["no"] == "KEEP-1"
    assert record["no"] != "KEEP-1"
    assert record["date"] == record["issue_date"] == "01/01/1970"
    assert record["summary_total"] == 300


async def test_a_put_keeps_the_lines_it_names(api: httpx.AsyncClient) -> None:
    number = await new_invoice(api, LINE, {**LINE, "item": "Ink"})
    kept = (await invoice(api, number))["InvoiceItem"][1]
    lines = [{"id": kept["id"], "item": "Ink", "unit_price": 1, "quantity": 1}]
    await api.put(f"/api2/invoices/{number}.json", json={"Invoice": {"client_id": 1}, "InvoiceItem": lines})
    assert [line["id"] for line in (await invoice(api, number))["InvoiceItem"]] == [kept["id"]]


async def test_payments_outlive_a_put(api: httpx.AsyncClient) -> None:
    number = await new_invoice(api, LINE)
    payment = {"invoice_id": number, "amount": 50, "payment_method": "cash", "treasury_id": 1}
    await created(api, "/api2/invoice_payments.json", {"InvoicePayment": payment})
    await api.put(f"/api2/invoices/{number}.json", json={"Invoice": {"client_id": 1}, "InvoiceItem": [LINE]})
    assert (await invoice(api, number))["summary_paid"] == 50


@pytest.mark.parametrize("emulator", [{"put_resets": False}], indirect=True)
async def test_a_merging_put_can_be_asked_for(api: httpx.AsyncClient) -> None:
    number = await new_invoice(api, LINE, notes="keep me")
    await api.put(f"/api2/invoices/{number}.json", json={"Invoice": {"po_number": "PO-9"}})
    record = await invoice(api, number)
    assert (record["notes"], record["po_number"]) == ("keep me", "PO-9")


@pytest.mark.parametrize("path", ["estimates", "credit_notes", "refund_receipts"])
async def test_single_invoice_calls_serve_standard_invoices_only(api: httpx.AsyncClient, path: str) -> None:
    row = (await api.get(f"/api2/{path}.json")).json()["data"][0]
    number = next(iter(row.values()))["id"]
    assert (await api.get(f"/api2/{path}/{number}.json")).status_code == 200
    for method in ("GET", "PUT", "DELETE"):
        answer = await api.request(method, f"/api2/invoices/{number}.json")
        assert (answer.status_code, answer.json()["message"]) == (404, "Item not found")


async def test_a_client_invoiced_by_email_needs_an_address(api: httpx.AsyncClient) -> None:
    number = await created(api, "/api2/clients.json", {"Client": {"business_name": "Online", "is_offline": False}})
    refused = await api.post("/api2/invoices.json", json={"Invoice": {"client_id": number}})
    assert list(refused.json()["validation_errors"]["Invoice"]) == ["client_email"]
    assert await new_invoice(api, LINE, client_id=number, client_email="online@example.com")


async def test_a_submitted_e_invoice_cannot_be_edited(api: httpx.AsyncClient, emulator: Emulator) -> None:
    emulator.store.update("invoice", 1, {"einvoice_status": "accepted"})
    answer = await api.put("/api2/invoices/1.json", json={"Invoice": {"client_id": 1}})
    assert answer.status_code == 400


async def test_an_advance_payment_is_an_invoice_of_another_type_read_through_v2(api: httpx.AsyncClient) -> None:
    number = await created(api, "/api2/invoices", {"Invoice": {"client_id": 1, "type": 19}, "InvoiceItem": [LINE]})
    assert (await api.get(f"/api2/invoices/{number}.json")).status_code == 404
    assert (await api.get(f"/v2/api/entity/invoice/{number}/1")).json()["type"] == 19
    listed = (await api.get("/v2/api/entity/invoice/list/1", params={"filter[type]": 19})).json()["data"]
    assert number in {row["id"] for row in listed}


@pytest.mark.parametrize("path", ["/api2/invoices.json", "/api2/invoices", "/api2/invoices/"])
async def test_every_spelling_of_the_path_takes_every_field(api: httpx.AsyncClient, path: str) -> None:
    body = {"Invoice": {"client_id": 1, "due_after": 30, "terms": "net"}, "InvoiceItem": [LINE]}
    number = await created(api, path, body)
    assert (await api.get(f"/v2/api/entity/invoice/{number}/0")).json()["terms"] == "net"


@pytest.mark.parametrize(
    ("entity", "field", "value"),
    [
        ("credit_usage", "description", "changed"),
        ("charge_usage", "amount", 77),
        ("credit_type", "description", "changed"),
        ("credit_charge", "description", "changed"),
        ("package", "description", "changed"),
        ("credit_type_package", "amount", 77),
    ],
)
async def test_an_id_in_the_body_turns_a_post_into_an_edit(
    api: httpx.AsyncClient, entity: str, field: str, value: object
) -> None:
    before = (await api.get(f"/v2/api/entity/{entity}/list/0")).json()["total"]
    answer = await api.post(f"/v2/api/entity/{entity}", json={"id": 1, field: value})
    assert answer.json()["id"] == 1
    after = (await api.get(f"/v2/api/entity/{entity}/list/0")).json()
    assert after["total"] == before
    assert after["data"][0][field] == value


async def test_a_note_belongs_to_what_its_path_names(api: httpx.AsyncClient, emulator: Emulator) -> None:
    number = await created(api, "/api2/notes/invoice/5.json", {"Note": {"body": "called"}})
    row = emulator.store.get("post", number) or {}
    assert (row["item_type"], row["item_id"], row["body"]) == ("invoice", 5, "called")


async def test_a_booking_is_made_confirmed_and_converted(api: httpx.AsyncClient) -> None:
    body = {
        "Invoice": {"client_id": "1", "date": "2026-05-01", "start_time": "10:00"},
        "InvoiceItem": [{"product_id": "1"}],
    }
    answer = await api.post("/api2/bookings/add", json=body)
    assert answer.status_code == 200
    number = answer.json()["id"]
    assert (await api.get(f"/api2/bookings/change_status/{number}/2")).status_code == 200
    converted = (await api.get(f"/api2/bookings/convert_to_invoice/{number}")).json()["id"]
    assert (await api.get(f"/v2/api/entity/booking/{number}/0")).json()["booking_status"] == "2"
    assert (await invoice(api, converted))["InvoiceItem"][0]["product_id"] == "1"
    assert (await api.delete(f"/api2/bookings/{number}")).status_code == 200


async def test_workflows_have_an_entity_each(api: httpx.AsyncClient) -> None:
    entity = "/v2/api/entity/le_workflow-type-entity-7"
    number = (await api.post(entity, json={"title": "Repair"})).json()["id"]
    await api.put(f"{entity}/{number}", json={"id": number, "title": "Repaired"})
    assert (await api.get(f"{entity}/{number}/1")).json()["title"] == "Repaired"
    assert (await api.get(f"{entity}/list/1")).json()["total"] == 1
