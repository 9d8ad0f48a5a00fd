"""The shapes around records: v1's wrappers, v2's paginator, and the exceptions to both."""

from __future__ import annotations

import httpx
import pytest

from daftra_async.emulator import Emulator
from daftra_async.emulator.documented import documented_schema

_V1_LISTS = [
    (call.path, call.model_key)
    for call in documented_schema().calls
    if call.kind == "list" and call.path.startswith("/api2/") and "{" not in call.path
]
_V2_LISTS = [
    call.path.replace("{level}", "1").replace("{workflow_id}", "1").replace("{entity}", "invoice")
    for call in documented_schema().calls
    if call.kind == "list" and call.path.startswith("/v2/")
]


@pytest.mark.parametrize(("path", "key"), _V1_LISTS)
async def test_every_v1_list_wraps_its_rows_in_the_models_name(api: httpx.AsyncClient, path: str, key: str) -> None:
    body = (await api.get(path)).json()
    assert body["code"] == 200
    assert body["result"] == "successful"
    assert body["data"]
    assert all(list(row) == [key] for row in body["data"])
    assert set(body["pagination"]) == {"prev", "next", "page", "page_count", "total_results"}


@pytest.mark.parametrize("path", [path for path in _V2_LISTS if "employee_asset" not in path])
async def test_every_v2_list_is_a_paginator_at_the_root(api: httpx.AsyncClient, path: str) -> None:
    body = (await api.get(path)).json()
    assert set(body) == {
        "current_page", "data", "first_page_url", "from", "last_page", "last_page_url", "links",
        "next_page_url", "path", "per_page", "prev_page_url", "to", "total",
    }  # fmt: skip
    assert body["data"]
    assert all(isinstance(row["id"], int) for row in body["data"])
    assert set(body["links"][0]) == {"url", "label", "page", "active"}


async def test_wrappers_are_not_always_the_obvious_ones(api: httpx.AsyncClient) -> None:
    keys = {}
    for path in ("purchase_invoices", "client_appointments", "invoice_appointments", "staff"):
        keys[path] = next(iter((await api.get(f"/api2/{path}.json")).json()["data"][0]))
    assert keys == {
        "purchase_invoices": "PurchaseOrder",
        "client_appointments": "Appointment",
        "invoice_appointments": "Appointment",
        "staff": "Staff",
    }


async def test_next_links_are_relative_and_lose_the_limit(api: httpx.AsyncClient) -> None:
    pagination = (await api.get("/api2/clients.json", params={"page": 2, "limit": 5})).json()["pagination"]
    assert pagination == {
        "prev": "/api2/clients/?page=1",
        "next": "/api2/clients/?page=3",
        "page": 2,
        "page_count": 3,
        "total_results": 12,
    }


async def test_v1_details_nest_the_children_in_the_record(api: httpx.AsyncClient) -> None:
    body = (await api.get("/api2/invoices/1.json")).json()
    assert list(body["data"]) == ["Invoice"]
    record = body["data"]["Invoice"]
    assert record["Client"]["id"] == record["client_id"]
    assert record["InvoiceItem"][0]["Product"]["id"] == record["InvoiceItem"][0]["product_id"]
    assert {"InvoicePayment", "InvoiceTax"} <= set(record)


@pytest.mark.parametrize("emulator", [{"children_inside": False}], indirect=True)
async def test_older_details_put_the_children_beside_the_record(api: httpx.AsyncClient) -> None:
    data = (await api.get("/api2/invoices/1.json")).json()["data"]
    assert {"Invoice", "Client", "InvoiceItem"} <= set(data)
    assert "InvoiceItem" not in data["Invoice"]


async def test_an_estimates_lines_are_under_invoice_item(api: httpx.AsyncClient) -> None:
    row = (await api.get("/api2/estimates.json")).json()["data"][0]["Estimate"]
    record = (await api.get(f"/api2/estimates/{row['id']}.json")).json()["data"]["Estimate"]
    assert record["InvoiceItem"]


async def test_v1_creates_answer_202_with_the_id(api: httpx.AsyncClient) -> None:
    answer = await api.post("/api2/clients.json", json={"Client": {"business_name": "New"}})
    assert answer.status_code == 202
    assert answer.json() == {"code": 202, "result": "successful", "id": 13}


async def test_a_create_that_pretends_to_succeed_has_no_id_and_creates_nothing(
    api: httpx.AsyncClient, emulator: Emulator
) -> None:
    before = emulator.store.count("client_payment")
    answer = await api.post("/api2/client_payments.json", json={"ClientPayment": {"client_id": 1, "amount": 5}})
    assert answer.status_code == 202
    assert answer.json() == {"code": 202, "result": "successful", "id": None}
    assert emulator.store.count("client_payment") == before


async def test_updates_and_deletes_answer_200_without_a_record(api: httpx.AsyncClient) -> None:
    updated = await api.put("/api2/stores/2.json", json={"Store": {"name": "Depot"}})
    deleted = await api.delete("/api2/stores/2.json")
    assert (updated.status_code, updated.json()) == (200, {"code": 200, "result": "successful"})
    assert (deleted.status_code, deleted.json()["result"]) == (200, "successful")


async def test_requisitions_answer_writes_with_an_empty_object(api: httpx.AsyncClient) -> None:
    created = (await api.post("/api2/requisitions", json={"Requisition": {"store_id": 1}})).json()
    assert created["code"] == 200
    updated = await api.put(f"/api2/requisitions/{created['id']}", json={"Requisition": {"store_id": 2}})
    deleted = await api.delete(f"/api2/requisitions/{created['id']}")
    assert (updated.json(), deleted.json()) == ({}, {})


async def test_a_page_past_the_end_is_empty_and_no_error(api: httpx.AsyncClient) -> None:
    answer = await api.get("/api2/clients.json", params={"page": 99})
    assert answer.status_code == 200
    assert answer.json()["data"] == []


@pytest.mark.parametrize("emulator", [{"v2_envelope": "meta"}], indirect=True)
async def test_the_documented_v2_envelope_can_be_asked_for(api: httpx.AsyncClient) -> None:
    body = (await api.get("/v2/api/entity/invoice/list/0", params={"per_page": 5, "page": 2})).json()
    assert set(body) == {"data", "links", "meta"}
    assert set(body["links"]) == {"first", "last", "prev", "next"}
    assert (body["meta"]["current_page"], body["meta"]["per_page"], len(body["data"])) == (2, 5, 5)


@pytest.mark.parametrize("emulator", [{"v2_singles_wrapped": True}], indirect=True)
async def test_v2_singles_may_be_wrapped(api: httpx.AsyncClient) -> None:
    assert (await api.get("/v2/api/entity/brand/1/1")).json()["data"]["id"] == 1


async def test_v2_singles_are_bare(api: httpx.AsyncClient) -> None:
    record = (await api.get("/v2/api/entity/brand/1/1")).json()
    assert record["id"] == 1


async def test_v2_writes_answer_200_with_message_and_id(api: httpx.AsyncClient) -> None:
    created = await api.post("/v2/api/entity/brand", json={"name": "Acme"})
    number = created.json()["id"]
    updated = await api.put(f"/v2/api/entity/brand/{number}", json={"id": number, "name": "Acme 2"})
    assert (created.status_code, updated.status_code) == (200, 200)
    assert set(created.json()) == set(updated.json()) == {"message", "id"}
    assert (await api.get(f"/v2/api/entity/brand/{number}/1")).json()["name"] == "Acme 2"


async def test_some_v2_updates_return_the_record(api: httpx.AsyncClient) -> None:
    body = (await api.put("/v2/api/entity/designation/1", json={"id": 1, "name": "Buyer"})).json()
    assert body["name"] == "Buyer"


async def test_assets_come_in_a_payload_of_their_own(api: httpx.AsyncClient) -> None:
    body = (await api.get("/v2/api/entity/employee_asset/list/2")).json()
    assert set(body) == {"payload", "version", "message"}
    assert set(body["payload"]["pagination"]) == {"total", "current_page", "per_page", "has_more_pages"}
    assert body["payload"]["data"]


async def test_v2_relations_have_snake_case_keys_by_level(api: httpx.AsyncClient) -> None:
    bare = (await api.get("/v2/api/entity/invoice/1/-1")).json()
    related = (await api.get("/v2/api/entity/invoice/1/1")).json()
    deep = (await api.get("/v2/api/entity/invoice/1/2")).json()
    assert "invoice_item" not in bare
    assert {"invoice_item", "clients", "payment"} <= set(related)
    assert "product" not in related["invoice_item"][0]
    deepest = await api.get("/v2/api/entity/invoice/1/9999")
    assert len(deepest.content) == len((await api.get("/v2/api/entity/invoice/1/4")).content)
    assert deep["invoice_item"][0]["product"]["id"] == deep["invoice_item"][0]["product_id"]


async def test_many_entities_come_in_one_object_by_alias_or_key(api: httpx.AsyncClient) -> None:
    asked = [
        {"key": "invoice", "action": "show", "options": "1", "data_level": 1},
        {"key": "invoice_item", "action": "list", "options": {"invoice_id": "1"}, "alias": "lines"},
    ]
    body = (await api.post("/v2/api/multi-entity", json=asked)).json()
    assert set(body) == {"invoice", "lines"}
    assert body["invoice"]["id"] == 1
    assert {line["invoice_id"] for line in body["lines"]} == {1}


async def test_the_listing_names_records_by_id(api: httpx.AsyncClient) -> None:
    listing = (await api.get("/api2/listing/clients.json")).json()["data"]["Listing"]
    assert listing["1"] == {"item_id": 1, "title": "Nile Paper Trading"}


async def test_a_relations_key_may_be_longer_than_its_column(api: httpx.AsyncClient) -> None:
    record = (await api.get("/v2/api/entity/asset_location/1/1")).json()
    assert record["branch_id"] == 1
    assert record["asset_location_branch"]["name"] == "Main Branch"
