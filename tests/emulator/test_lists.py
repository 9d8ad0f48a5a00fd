"""Paging, order and filters of both versions."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from daftra_async.emulator import Emulator

INVOICES = "/v2/api/entity/invoice/list/0"


async def ids(api: httpx.AsyncClient, path: str, key: str, **parameters: Any) -> list[int]:
    rows = (await api.get(path, params=parameters)).json()["data"]
    return [int(row[key]["id"]) for row in rows]


async def v2_rows(api: httpx.AsyncClient, path: str, *pairs: tuple[str, str]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = (await api.get(path, params=[*pairs, ("per_page", "500")])).json()["data"]
    return rows


async def test_a_v1_page_has_twenty_rows_unless_asked(api: httpx.AsyncClient) -> None:
    assert len(await ids(api, "/api2/invoices.json", "Invoice")) == 20
    assert len(await ids(api, "/api2/invoices.json", "Invoice", limit=7)) == 7


async def test_any_limit_is_honoured(api: httpx.AsyncClient, emulator: Emulator) -> None:
    for _ in range(1500):
        emulator.store.insert("brand", {"name": "x"})
        emulator.store.insert("tax", {"name": "x"})
    assert len(await ids(api, "/api2/taxes.json", "Tax", limit=2000)) == 1503
    assert len(await v2_rows(api, "/v2/api/entity/brand/list/0")) == 500


@pytest.mark.parametrize("emulator", [{"limit_cap": 5}], indirect=True)
async def test_a_cap_of_the_limit_can_be_set(api: httpx.AsyncClient) -> None:
    assert len(await ids(api, "/api2/invoices.json", "Invoice", limit=50)) == 5


async def test_v2_follows_per_page_and_ignores_limit(api: httpx.AsyncClient) -> None:
    followed = (await api.get(INVOICES, params={"per_page": 3, "page": 2})).json()
    ignored = (await api.get(INVOICES, params={"limit": 3})).json()
    assert (len(followed["data"]), followed["current_page"], followed["from"], followed["to"]) == (3, 2, 4, 6)
    assert ignored["per_page"] == 20


async def test_pages_cover_everything_once(api: httpx.AsyncClient) -> None:
    pages = [await ids(api, "/api2/invoices.json", "Invoice", limit=5, page=page) for page in range(1, 7)]
    found = [row for page in pages for row in page]
    assert sorted(found) == list(range(1, 25))


async def test_clients_come_in_an_arbitrary_but_stable_order(api: httpx.AsyncClient) -> None:
    first, second = [await ids(api, "/api2/clients.json", "Client") for _ in range(2)]
    assert first == second
    assert first not in (sorted(first), sorted(first, reverse=True))


async def test_clients_can_be_sorted(api: httpx.AsyncClient) -> None:
    found = await ids(api, "/api2/clients.json", "Client", sort="id", direction="desc")
    assert found == list(range(12, 0, -1))


async def test_known_parameters_filter(api: httpx.AsyncClient) -> None:
    rows = (await api.get("/api2/invoices.json", params={"client_id": 6, "limit": 100})).json()["data"]
    assert rows
    assert {row["Invoice"]["client_id"] for row in rows} == {"6"}
    assert len(await ids(api, "/api2/invoices.json", "Invoice", payment_status=0, limit=100)) < 24


async def test_the_number_matches_in_part(api: httpx.AsyncClient) -> None:
    assert sorted(await ids(api, "/api2/invoices.json", "Invoice", no="2", limit=100)) == [2, 12, 20, 21, 22, 23, 24]


async def test_a_purchase_order_number_matches_as_a_whole(api: httpx.AsyncClient) -> None:
    assert await ids(api, "/api2/invoices.json", "Invoice", po_number="PO-1001") == [1]
    assert await ids(api, "/api2/invoices.json", "Invoice", po_number="PO-100") == []


async def test_ranges_of_dates_and_amounts(api: httpx.AsyncClient) -> None:
    found = await ids(api, "/api2/invoices.json", "Invoice", date_from="2026-01-10", date_to="2026-01-20")
    assert sorted(found) == [2, 3, 4, 5]
    rows = (await api.get("/api2/invoices.json", params={"summary_total_from": 1000, "limit": 100})).json()["data"]
    assert min(row["Invoice"]["summary_total"] for row in rows) >= 1000


async def test_a_custom_field_finds_its_document(api: httpx.AsyncClient) -> None:
    fields = [{"label": "Import id", "value": "a-17"}]
    body = {"Invoice": {"client_id": 1}, "InvoiceCustomField": fields}
    number = (await api.post("/api2/invoices.json", json=body)).json()["id"]
    named = {"custom_field_label": "Import id", "custom_field": "a-17"}
    assert await ids(api, "/api2/invoices.json", "Invoice", **named) == [number]
    assert await ids(api, "/api2/invoices.json", "Invoice", **{**named, "custom_field": "a-1"}) == []


async def test_credit_payments_are_hidden_unless_asked_for(api: httpx.AsyncClient) -> None:
    hidden = (await api.get("/api2/invoice_payments.json", params={"limit": 100})).json()["data"]
    shown = (await api.get("/api2/invoice_payments.json", params={"limit": 100, "include_client_credit": 1})).json()
    methods = [row["InvoicePayment"]["payment_method"] for row in shown["data"]]
    assert "client_credit" in methods
    assert len(hidden) == len(methods) - methods.count("client_credit")


async def test_list_rows_carry_no_lines_unless_recursive(api: httpx.AsyncClient) -> None:
    plain = (await api.get("/api2/invoices.json")).json()["data"][0]["Invoice"]
    deep = (await api.get("/api2/invoices.json", params={"recursive": 1})).json()["data"][0]["Invoice"]
    assert "InvoiceItem" not in plain
    assert deep["InvoiceItem"]


async def test_drafts_are_included(api: httpx.AsyncClient) -> None:
    rows = (await api.get("/api2/invoices.json", params={"limit": 100})).json()["data"]
    assert {row["Invoice"]["draft"] for row in rows} == {"0", "1"}


async def test_v2_includes_deleted_rows_unless_filtered(api: httpx.AsyncClient) -> None:
    await api.delete("/api2/invoices/3.json")
    everything = await v2_rows(api, INVOICES)
    living = await v2_rows(api, INVOICES, ("filter[deleted_at][is_null]", "1"))
    assert 3 in {row["id"] for row in everything}
    assert 3 not in {row["id"] for row in living}
    assert 3 not in await ids(api, "/api2/invoices.json", "Invoice", limit=100)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([("filter[id]", "5")], [5]),
        ([("filter[id][eq]", "5")], [5]),
        ([("filter[id][not_equal]", "5"), ("filter[id][lte]", "6")], [1, 2, 3, 4, 6]),
        ([("filter[id][gt]", "2"), ("filter[id][lt]", "5")], [3, 4]),
        ([("filter[id][gte]", "2"), ("filter[id][lte]", "3")], [2, 3]),
        ([("filter[id][from]", "2"), ("filter[id][to]", "3")], [2, 3]),
        ([("filter[no][like]", "%0002%")], [2, *range(20, 30)]),
        ([("filter[no][like]", "00003")], [3, 30, 31, 32, 33]),
        ([("filter[id][in][]", "4"), ("filter[id][in][]", "9")], [4, 9]),
        ([("filter[id][not_in][]", "1"), ("filter[id][not_in][]", "2"), ("filter[id][lte]", "4")], [3, 4]),
        ([("filter[po_number][is_null]", "1"), ("filter[id][lte]", "4")], [2, 4]),
        ([("filter[po_number][is_null]", "0"), ("filter[id][lte]", "4")], [1, 3]),
        ([("filter[or][id][eq]", "7"), ("filter[or][no][eq]", "000009")], [7, 9]),
        ([("filter[date][gte]", "2026-04-10")], [32, 33]),
        ([("filter[invoice_item.quantity][gte]", "4"), ("filter[id][lte]", "5")], [2, 3, 5]),
        ([("filter[clients.country_code]", "JO")], [11, 23]),
    ],
)
async def test_v2_filters(api: httpx.AsyncClient, pairs: list[tuple[str, str]], expected: list[int]) -> None:
    assert sorted(row["id"] for row in await v2_rows(api, INVOICES, *pairs)) == expected


async def test_v2_sorts_by_field(api: httpx.AsyncClient) -> None:
    rows = await v2_rows(api, INVOICES, ("sort[id]", "desc"))
    assert [row["id"] for row in rows] == list(range(len(rows), 0, -1))


async def test_rows_inserted_while_paging_shift_the_later_pages(api: httpx.AsyncClient, emulator: Emulator) -> None:
    first = await ids(api, "/api2/invoices.json", "Invoice", limit=5)
    emulator.store.insert("invoice", {"client_id": 1, "type": 0})
    second = await ids(api, "/api2/invoices.json", "Invoice", limit=5, page=2)
    assert second[0] == first[-1]


@pytest.mark.parametrize("path", ["/api2/clients.json", "/api2/clients", "/api2/clients/"])
async def test_the_suffix_is_optional(api: httpx.AsyncClient, path: str) -> None:
    assert (await api.get(path)).json()["pagination"]["total_results"] == 12


async def test_follow_up_actions_are_listed_by_type_and_read_by_id(api: httpx.AsyncClient) -> None:
    listed = (await api.get("/api2/follow_up_actions/invoice.json")).json()["data"]
    single = (await api.get("/api2/follow_up_actions/1.json")).json()["data"]
    assert len(listed) == 3
    assert single["FollowUpAction"]["id"] == "1"
