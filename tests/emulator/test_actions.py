"""Calls beside the reading and writing of one record: conversions, switches, look-ups, batches, v2's deletes."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from daftra_async.emulator import Emulator
from tests.emulator.test_writes import LINE, created, invoice, new_invoice


async def told(api: httpx.AsyncClient, method: str, path: str, status: int = 200, **more: Any) -> Any:
    answer = await api.request(method, path, **more)
    assert answer.status_code == status, answer.text
    return answer.json()


async def test_an_invoice_is_issued_and_made_a_draft_again_by_get(api: httpx.AsyncClient) -> None:
    number = await new_invoice(api, LINE, draft=1)
    assert (await told(api, "GET", f"/api2/invoices/update_draft/{number}/0"))["result"] == "successful"
    assert (await invoice(api, number))["draft"] == "0"
    await told(api, "GET", f"/api2/invoices/update_draft/{number}/1")
    assert (await invoice(api, number))["draft"] == "1"


async def test_shipping_keeps_what_is_sent_empty_and_a_work_order_can_be_taken_away(api: httpx.AsyncClient) -> None:
    number = await new_invoice(api, LINE, shipping_amount=5, work_order_id=1)
    body = {"Invoice": {"shipping_amount": 0, "shipping_option_id": 2}}
    await told(api, "POST", f"/api2/invoices/add_shipping/{number}", json=body)
    await told(api, "POST", f"/api2/invoices/assign_work_order/{number}", json={"Invoice": {"work_order_id": 0}})
    record = await invoice(api, number)
    assert (float(record["shipping_amount"]), record["work_order_id"]) == (5, "0")
    await told(api, "POST", f"/api2/invoices/assign_work_order/{number}", 403, json={})


async def test_a_subscription_is_made_read_edited_and_deleted_apart_from_invoices(api: httpx.AsyncClient) -> None:
    body = {"Invoice": {"client_id": 1, "name": "Rent", "subscription_period": 1, "subscription_unit": "months"}}
    number = await created(api, "/api2/invoices/add_subscription", body)
    assert (await api.get(f"/api2/invoices/{number}.json")).status_code == 404
    body["Invoice"]["name"] = "Rent of a room"
    await told(api, "PUT", f"/api2/invoices/edit_subscription/{number}", json=body)
    record = (await told(api, "GET", f"/api2/invoices/view_subscription/{number}"))["data"]["Invoice"]
    assert record["name"] == "Rent of a room"
    listed = await told(api, "GET", "/api2/invoices/subscription")
    assert str(number) in [row["Invoice"]["id"] for row in listed["data"]]
    await told(api, "DELETE", f"/api2/invoices/delete_subscription/{number}")
    listed = await told(api, "GET", "/api2/invoices/subscription")
    assert str(number) not in [row["Invoice"]["id"] for row in listed["data"]]


async def test_many_clients_get_a_verdict_each(api: httpx.AsyncClient) -> None:
    body = [{"Client": {"business_name": "One"}}, {"Wrong": {}}, {"Client": {"business_name": "Two"}}]
    verdicts = await told(api, "POST", "/api2/clients/add_bulk", json=body)
    assert [verdict["result"] for verdict in verdicts] == ["successful", "failed", "successful"]


async def test_a_client_is_found_by_barcode_and_given_staff(api: httpx.AsyncClient) -> None:
    client = (await told(api, "GET", "/api2/clients/1.json"))["data"]["Client"]
    found = await told(api, "GET", "/api2/clients/client_attendance_barcode", params={"q": client["client_number"]})
    assert found["client"]["id"] == "1"
    assert set(await told(api, "GET", "/api2/clients/client_attendance_barcode", params={"q": "none"})) == {"message"}
    assert set(await told(api, "GET", "/api2/clients/client_has_membership", params={"q": "none"})) == {"message"}
    assert (await told(api, "GET", "/api2/clients/loyalty-points/1"))["points"] == 0
    body = {"ItemStaff": {"staff_id": [1, 2]}}
    assert await told(api, "POST", "/api2/clients/assign_staff/1", json=body) == {"status": True}
    await told(api, "POST", "/api2/clients/assign_staff/1", 400, json={})


@pytest.mark.parametrize("body", [{"a": 1}, {"1": "b"}, {"1": ["c"]}])
async def test_categories_are_ordered_by_numbers(api: httpx.AsyncClient, body: dict[str, Any]) -> None:
    await told(api, "POST", "/api2/categories/update_display_order/1", json={"0": 1})
    await told(api, "POST", "/api2/categories/update_category_items/1", json={"1": [2, 3]})
    await told(api, "POST", "/api2/categories/update_category_items/1", 400, json=body)


async def test_brands_the_open_shift_and_the_list_of_orders_come_in_forms_of_their_own(api: httpx.AsyncClient) -> None:
    await created(api, "/api2/products.json", {"Product": {"name": "Ink", "brand": "Octopus"}})
    assert await told(api, "GET", "/api2/products/brands", params={"brand": "octo"}) == {"brands": ["Octopus"]}
    assert (await told(api, "GET", "/api2/pos_shifts"))["data"]["Shift"]["shift_id"] == 1
    moved = await api.get("/api2/purchase_orders")
    assert (moved.status_code, moved.headers["location"].endswith("purchase_order-13/list")) == (302, True)


async def test_a_sales_order_becomes_an_invoice_once(api: httpx.AsyncClient, emulator: Emulator) -> None:
    order = emulator.store.insert("invoice", {"type": 12, "client_id": 1})
    answer = await told(api, "POST", f"/api2/sales_orders/convert_to_invoice/{order}", 202, json={})
    assert (await invoice(api, answer["id"]))["source_id"] == str(order)
    await told(api, "POST", f"/api2/sales_orders/convert_to_invoice/{order}", 404, json={})


async def test_a_refusal_with_status_200_says_so_in_its_body(api: httpx.AsyncClient) -> None:
    assert (await told(api, "GET", "/api2/requisitions/trigger_update/999"))["status"] is False
    assert (await told(api, "GET", "/v2/api/apps-manager/1/client/999/true"))["status"] is False
    assert (await told(api, "GET", "/v2/api/apps-manager/1/client/1/true"))["status"] is True
    assert (await told(api, "GET", "/v2/api/app-manager/activate/1/true"))["code"] == 1
    assert (await told(api, "GET", "/v2/api/app-manager/activate/1/no"))["code"] == 3
    assert (await told(api, "GET", "/api2/staff/send_login_details/1"))["result"] == "successful"


async def test_a_booking_of_v2_is_made_moved_and_deleted(api: httpx.AsyncClient) -> None:
    booked = await told(api, "POST", "/v2/api/bookings", json={"booking": {"client_id": 1}})
    place = f"/v2/api/bookings/{booked['id']}"
    assert (await told(api, "GET", f"{place}/status", json={"status": 3}))["error"] is False
    assert (await told(api, "GET", f"{place}/status", json={"status": 2}))["error"] is True
    await told(api, "DELETE", place)
    await told(api, "GET", f"{place}/status", 400, json={"status": 1})
    await told(api, "DELETE", place, 400)
    await told(api, "POST", "/v2/api/bookings", 400, json={})


async def test_v2_deletes_what_nothing_names(api: httpx.AsyncClient) -> None:
    made = await told(api, "POST", "/v2/api/entity/brand", json={"name": "Octopus"})
    await told(api, "DELETE", f"/v2/api/entity/delete/brand/{made['id']}")
    await told(api, "DELETE", f"/v2/api/entity/delete/brand/{made['id']}", 400)
    await new_invoice(api, LINE)
    await told(api, "DELETE", "/v2/api/entity/delete/client/1", 400)


async def test_an_appointment_is_edited_by_post_too(api: httpx.AsyncClient) -> None:
    body = {"EstimateAppointment": {"item_id": 1, "date": "2026-09-01 10:00:00", "body": "Call"}}
    number = await created(api, "/api2/estimate_appointments.json", body)
    body["EstimateAppointment"]["body"] = "Call again"
    await told(api, "POST", f"/api2/estimate_appointments/{number}", json=body)
    record = (await told(api, "GET", f"/api2/estimate_appointments/{number}.json"))["data"]["Appointment"]
    assert record["body"] == "Call again"
