"""How the server says no."""

from __future__ import annotations

import httpx
import pytest

from daftra_async.emulator import Emulator


async def test_v1_validation_is_400_with_the_reasons_nested_by_model(api: httpx.AsyncClient) -> None:
    answer = await api.post("/api2/invoices.json", json={"Invoice": {"notes": "no client"}})
    body = answer.json()
    assert (answer.status_code, body["result"], body["code"]) == (400, "failed", 400)
    assert list(body["validation_errors"]) == ["Invoice"]
    assert list(body["validation_errors"]["Invoice"]) == ["client_id"]


async def test_a_number_that_is_none_is_refused_with_its_field(api: httpx.AsyncClient) -> None:
    answer = await api.post("/api2/invoices.json", json={"Invoice": {"client_id": "twelve"}})
    assert list(answer.json()["validation_errors"]["Invoice"]) == ["client_id"]


async def test_a_lines_number_that_is_none_is_refused(api: httpx.AsyncClient, emulator: Emulator) -> None:
    before = emulator.store.count("invoice")
    lines = [{"item": "Paper", "unit_price": "cheap"}]
    answer = await api.post("/api2/invoices.json", json={"Invoice": {"client_id": 1}, "InvoiceItem": lines})
    assert answer.status_code == 400
    assert list(answer.json()["validation_errors"]["InvoiceItem"]) == ["unit_price"]
    assert emulator.store.count("invoice") == before


async def test_a_client_that_does_not_exist_is_refused(api: httpx.AsyncClient) -> None:
    answer = await api.post("/api2/invoices.json", json={"Invoice": {"client_id": 4711}})
    assert list(answer.json()["validation_errors"]["Invoice"]) == ["client_id"]


@pytest.mark.parametrize("emulator", [{"rejections_with_200": True}], indirect=True)
async def test_a_rejected_write_may_come_with_200(api: httpx.AsyncClient) -> None:
    answer = await api.post("/api2/invoices.json", json={"Invoice": {}})
    assert (answer.status_code, answer.json()["result"]) == (200, "failed")


async def test_fields_that_cannot_be_written_are_extra_data_on_put(api: httpx.AsyncClient) -> None:
    answer = await api.put("/api2/invoices/1.json", json={"Invoice": {"client_id": 1, "summary_total": 5}})
    assert answer.status_code == 400
    assert answer.json()["error_type"] == "extra_data"


async def test_echoing_a_get_back_is_extra_data(api: httpx.AsyncClient) -> None:
    record = (await api.get("/api2/clients/1.json")).json()["data"]
    assert (await api.put("/api2/clients/1.json", json=record)).json()["error_type"] == "extra_data"


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api2/site_info.json", {"result": "failed", "code": 401, "message": "Unauthorized"}),
        ("/v2/api/entity/brand/list/1", {"message": "Unauthenticated."}),
    ],
)
async def test_401_differs_by_version(emulator: Emulator, path: str, body: dict[str, object]) -> None:
    async with httpx.AsyncClient(base_url=emulator.url) as stranger:
        answer = await stranger.get(path)
    assert (answer.status_code, answer.json()) == (401, body)


@pytest.mark.parametrize("emulator", [{"unauthorized_html": True}], indirect=True)
async def test_401_may_be_an_html_page(emulator: Emulator) -> None:
    async with httpx.AsyncClient(base_url=emulator.url) as stranger:
        answer = await stranger.get("/api2/site_info.json")
    assert answer.status_code == 401
    assert answer.headers["content-type"].startswith("text/html")


async def test_a_branch_that_is_not_yours_is_forbidden(api: httpx.AsyncClient) -> None:
    answer = await api.get("/api2/invoices.json", params={"request_branch_id": 77})
    assert (answer.status_code, answer.json()) == (403, {"result": "failed", "code": 403, "message": "Forbidden"})


async def test_v1_404_tells_a_record_from_an_endpoint(api: httpx.AsyncClient) -> None:
    record, endpoint = await api.get("/api2/clients/999.json"), await api.get("/api2/clienst.json")
    assert (record.status_code, record.json()["message"]) == (404, "Item not found")
    assert (endpoint.status_code, endpoint.json()["message"]) == (404, "Invalid Endpoint")


async def test_v2_not_found_is_400(api: httpx.AsyncClient) -> None:
    answer = await api.get("/v2/api/entity/brand/999/1")
    assert (answer.status_code, answer.json()) == (400, {"message": "Record not found"})


async def test_v2_validation_is_422_by_field(api: httpx.AsyncClient) -> None:
    answer = await api.post("/v2/api/entity/brand", json={})
    assert answer.status_code == 422
    assert list(answer.json()["errors"]) == ["name"]


async def test_one_v2_put_refuses_with_400(api: httpx.AsyncClient) -> None:
    answer = await api.put("/v2/api/entity/brand/1", json={"id": 1, "name": ""})
    assert answer.status_code == 400
    assert list(answer.json()["errors"]) == ["name"]


async def test_an_unknown_entity_is_an_error_with_200(api: httpx.AsyncClient) -> None:
    answer = await api.get("/v2/api/entity/unicorn/list/1")
    assert (answer.status_code, answer.json()) == (200, {"error": "Entity Not exists"})


async def test_a_client_with_invoices_is_not_deleted(api: httpx.AsyncClient) -> None:
    answer = await api.delete("/api2/clients/1.json")
    assert answer.status_code == 500
    assert answer.json()["message"].startswith("Item was not deleted.")
    assert (await api.get("/api2/clients/1.json")).status_code == 200


async def test_a_client_without_invoices_is_deleted(api: httpx.AsyncClient) -> None:
    number = (await api.post("/api2/clients.json", json={"Client": {"business_name": "Brief"}})).json()["id"]
    assert (await api.delete(f"/api2/clients/{number}.json")).status_code == 200
    assert (await api.get(f"/api2/clients/{number}.json")).status_code == 404


@pytest.mark.parametrize("emulator", [{"language": "ar"}], indirect=True)
async def test_messages_are_localised(api: httpx.AsyncClient) -> None:
    answer = await api.get("/api2/clients/999.json")
    assert answer.json()["message"] == "العنصر غير موجود"


@pytest.mark.parametrize(("path", "status"), [("/api2/invoices.json", 400), ("/v2/api/entity/brand", 422)])
async def test_a_body_that_is_no_json_is_refused(api: httpx.AsyncClient, path: str, status: int) -> None:
    assert (await api.post(path, content=b"{oops")).status_code == status


@pytest.mark.parametrize("body", [[], "text", 7, {"Invoice": []}, {"Client": {}}])
async def test_a_body_without_the_models_section_is_refused(api: httpx.AsyncClient, body: object) -> None:
    assert (await api.post("/api2/invoices.json", json=body)).status_code == 400
