"""Bulk creation: one by one, a verdict per element, no undoing."""

from __future__ import annotations

import httpx
import pytest

from daftra_async.emulator import Emulator

PATH = "/api2/invoices/add_bulk.json?send=&client_id=&terminal_id="
GOOD = {"Invoice": {"client_id": 1}, "InvoiceItem": [{"item": "Paper", "unit_price": 10}]}
BAD = {"Invoice": {"client_id": 4711}, "InvoiceItem": []}


async def test_the_answer_is_a_bare_array_in_request_order(api: httpx.AsyncClient) -> None:
    drafts = [{**GOOD, "Invoice": {"client_id": 1, "no": f"B-{number}"}} for number in range(5)]
    answer = await api.post(PATH, json=drafts)
    assert answer.status_code == 200
    assert [element["invoice_number"] for element in answer.json()] == [f"B-{number}" for number in range(5)]
    assert all((element["result"], element["code"]) == ("successful", 202) for element in answer.json())


async def test_a_refused_element_does_not_undo_the_others(api: httpx.AsyncClient, emulator: Emulator) -> None:
    before = emulator.store.count("invoice")
    first, second, third = (await api.post(PATH, json=[GOOD, BAD, GOOD])).json()
    assert (first["result"], second["result"], third["result"]) == ("successful", "failed", "successful")
    assert "client_id" in second["validation_errors"]["Invoice"]
    assert second["message"]
    assert emulator.store.count("invoice") == before + 2


async def test_a_body_that_is_no_array_is_refused(api: httpx.AsyncClient) -> None:
    assert (await api.post(PATH, json=GOOD)).status_code == 400


@pytest.mark.parametrize("emulator", [{"bulk_latency": 0.01}], indirect=True)
async def test_the_server_goes_on_creating_after_the_client_left(api: httpx.AsyncClient, emulator: Emulator) -> None:
    before = emulator.store.count("invoice")
    with pytest.raises(httpx.ReadTimeout):
        await api.post(PATH, json=[GOOD] * 10, timeout=0.03)
    await emulator.settled()
    assert emulator.store.count("invoice") == before + 10
    assert emulator.journal[-1].verdict == "created, answer lost"
