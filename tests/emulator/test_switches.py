"""Each switch turns what it names; what it is by default is tested where that behaviour is."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import Any

import attrs
import httpx
import pytest

from daftra_async.emulator import Emulator, Switches
from daftra_async.emulator.switch_help import switch_lines

from .test_lists import ids, v2_rows
from .test_writes import LINE

switched = pytest.mark.parametrize


def test_every_switch_is_turned_in_some_test() -> None:
    turned: set[str] = set()
    for path in Path(__file__).parent.glob("test_*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Dict):
                turned |= {
                    key.value for key in node.keys if isinstance(key, ast.Constant) and isinstance(key.value, str)
                }
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Emulator":
                turned |= {keyword.arg for keyword in node.keywords if keyword.arg}
    assert set(attrs.fields_dict(Switches)) <= turned


def test_every_switch_says_what_it_does() -> None:
    lines = list(switch_lines(width=60))
    assert max(map(len, lines)) <= 60 or any(len(line) > 60 and " = " in line for line in lines)
    heads = [number for number, line in enumerate(lines) if not line.startswith("   ")]
    assert [lines[number].split()[0] for number in heads] == list(attrs.fields_dict(Switches))
    assert all(lines[number + 1].startswith("      ") for number in heads)
    assert "  numbers = mixed  (or strings, native)" in lines
    assert "  refuse_unreadable_dates = false  (or true)" in lines


@pytest.mark.parametrize(
    ("emulator", "empty"),
    [({"empty_relations": "list"}, []), ({"empty_relations": "null"}, None), ({"empty_relations": "missing"}, ...)],
    indirect=["emulator"],
)
async def test_an_empty_relation_has_three_forms(emulator: Emulator, api: httpx.AsyncClient, empty: object) -> None:
    emulator.store.update("invoice", 1, {"client_id": None})
    record = (await api.get("/api2/invoices/1.json")).json()["data"]["Invoice"]
    assert record.get("Client", ...) == empty


@switched("emulator", [{"standard_invoices_only": False}], indirect=True)
async def test_single_invoice_calls_can_serve_every_document(emulator: Emulator, api: httpx.AsyncClient) -> None:
    (estimate,) = [row["id"] for row in emulator.store.rows("invoice") if row["type"] == 3][:1]
    assert (await api.get(f"/api2/invoices/{estimate}.json")).status_code == 200


@switched("emulator", [{"list_clients": False}], indirect=True)
async def test_lists_of_documents_can_leave_the_client_out(api: httpx.AsyncClient) -> None:
    row = (await api.get("/api2/invoices.json")).json()["data"][0]["Invoice"]
    assert "Client" not in row


@switched("emulator", [{"pseudo_success": False}], indirect=True)
async def test_a_payment_without_means_can_be_created(api: httpx.AsyncClient) -> None:
    answer = await api.post("/api2/client_payments.json", json={"ClientPayment": {"client_id": 1, "amount": 5}})
    assert isinstance(answer.json()["id"], int)


@switched("emulator", [{"refused_delete_status": 409}], indirect=True)
async def test_a_delete_can_be_refused_with_another_status(api: httpx.AsyncClient) -> None:
    assert (await api.delete("/api2/clients/1.json")).status_code == 409


@switched("emulator", [{"number_in_create": True}], indirect=True)
async def test_a_create_can_tell_the_number(api: httpx.AsyncClient) -> None:
    body = {"Invoice": {"client_id": 1}, "InvoiceItem": [LINE]}
    answer = (await api.post("/api2/invoices.json", json=body)).json()
    assert int(answer["invoice_number"]) > 0


@switched("emulator", [{"hide_client_credit": False}], indirect=True)
async def test_payments_by_credit_can_be_listed_unasked(api: httpx.AsyncClient) -> None:
    rows = (await api.get("/api2/invoice_payments.json", params={"limit": 100})).json()["data"]
    assert "client_credit" in {row["InvoicePayment"]["payment_method"] for row in rows}


@switched("emulator", [{"arbitrary_client_order": False}], indirect=True)
async def test_clients_can_come_by_id(api: httpx.AsyncClient) -> None:
    found = await ids(api, "/api2/clients.json", "Client")
    assert found == sorted(found)


@switched("emulator", [{"partial_number_match": False}], indirect=True)
async def test_the_number_can_match_as_a_whole_only(api: httpx.AsyncClient) -> None:
    assert await ids(api, "/api2/invoices.json", "Invoice", no="2", limit=100) == []
    assert await ids(api, "/api2/invoices.json", "Invoice", no="000002", limit=100) == [2]


@switched("emulator", [{"include_deleted": False}], indirect=True)
async def test_v2_can_leave_deleted_rows_out(api: httpx.AsyncClient) -> None:
    await api.delete("/api2/invoices/3.json")
    assert 3 not in {row["id"] for row in await v2_rows(api, "/v2/api/entity/invoice/list/0")}


@switched("emulator", [{"v2_limit_ignored": False}], indirect=True)
async def test_v2_can_follow_limit(api: httpx.AsyncClient) -> None:
    assert (await api.get("/v2/api/entity/invoice/list/0", params={"limit": 3})).json()["per_page"] == 3


@switched("emulator", [{"reject_both_credentials": False}], indirect=True)
async def test_both_credentials_can_be_taken(api: httpx.AsyncClient) -> None:
    answer = await api.get("/api2/site_info.json", headers={"authorization": "Bearer something"})
    assert answer.status_code == 200


@switched("emulator", [{"token_lifetime": 7}], indirect=True)
async def test_tokens_expire_when_the_switch_says(emulator: Emulator) -> None:
    token = emulator.tokens.issue()
    headers = {"authorization": f"Bearer {token['access_token']}"}
    async with httpx.AsyncClient(base_url=emulator.url, headers=headers) as api:
        emulator.clock.move(6)
        assert (await api.get("/api2/site_info.json")).status_code == 200
        emulator.clock.move(2)
        assert (await api.get("/api2/site_info.json")).status_code == 401
    assert token["expires_in"] == 7


@switched("emulator", [{"read_lag": 1000.0}], indirect=True)
async def test_new_records_can_show_late(emulator: Emulator, api: httpx.AsyncClient) -> None:
    number = (await api.post("/api2/clients.json", json={"Client": {"business_name": "x"}})).json()["id"]
    assert (await api.get(f"/api2/clients/{number}.json")).status_code == 404
    emulator.clock.move(1001)
    assert (await api.get(f"/api2/clients/{number}.json")).status_code == 200


@switched("emulator", [{"bulk_latency": 0.0, "v2_singles_wrapped": True}], indirect=True)
async def test_v2_singles_can_come_in_data(api: httpx.AsyncClient) -> None:
    body: dict[str, Any] = (await api.get("/v2/api/entity/brand/1/0")).json()
    assert body["data"]["id"] == 1
