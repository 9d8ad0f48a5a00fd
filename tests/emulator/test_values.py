"""The forms in which v1 and v2 write values."""

from __future__ import annotations

import base64
import json
import re
from datetime import date

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async._wire.dates import to_date
from daftra_async.emulator import Emulator
from daftra_async.emulator.wireforms import display_date

switches = pytest.mark.parametrize


async def invoice(api: httpx.AsyncClient, number: int = 1) -> dict[str, object]:
    answer = await api.get(f"/api2/invoices/{number}.json")
    record: dict[str, object] = answer.json()["data"]["Invoice"]
    return record


async def test_v1_ids_are_strings(api: httpx.AsyncClient) -> None:
    record = await invoice(api)
    assert record["id"] == "1"
    assert record["client_id"] == "6"
    assert record["branch_id"] == "1"


async def test_v2_ids_are_integers(api: httpx.AsyncClient) -> None:
    record = (await api.get("/v2/api/entity/invoice/1/0")).json()
    assert (record["id"], record["client_id"]) == (1, 6)


async def test_one_v1_record_mixes_strings_and_numbers(api: httpx.AsyncClient) -> None:
    record = await invoice(api)
    assert record["draft"] == "0"
    assert isinstance(record["payment_status"], int)
    assert isinstance(record["summary_total"], (int, float))


@switches("emulator", [{"numbers": "strings"}], indirect=True)
async def test_another_account_sends_computed_columns_as_strings(api: httpx.AsyncClient) -> None:
    record = await invoice(api)
    assert isinstance(record["payment_status"], str)
    assert isinstance(record["summary_total"], str)


async def test_line_quantities_are_strings_beside_a_numeric_subtotal(api: httpx.AsyncClient) -> None:
    lines = (await invoice(api))["InvoiceItem"]
    assert isinstance(lines, list)
    assert isinstance(lines[0]["quantity"], str)
    assert isinstance(lines[0]["unit_price"], str)
    assert isinstance(lines[0]["subtotal"], (int, float))


async def test_a_zero_may_be_0_or_0_00(api: httpx.AsyncClient) -> None:
    record = await invoice(api)
    assert (record["discount"], record["discount_amount"]) == ("0", "0.00")


async def test_amounts_carry_up_to_four_decimals(api: httpx.AsyncClient) -> None:
    lines = [{"item": "Part", "unit_price": "32999.9961", "quantity": 1}]
    created = (await api.post("/api2/invoices.json", json={"Invoice": {"client_id": 1}, "InvoiceItem": lines})).json()
    text = (await api.get(f"/api2/invoices/{created['id']}.json")).text
    assert '"unit_price":"32999.9961"' in text
    assert '"summary_total":32999.9961' in text


async def test_flags_take_three_forms_in_one_account(api: httpx.AsyncClient) -> None:
    tax = (await api.get("/api2/taxes/1.json")).json()["data"]["Tax"]
    treasury = (await api.get("/api2/treasuries/1.json")).json()["data"]["Treasury"]
    payment = (await api.get("/api2/invoice_payments/1.json")).json()["data"]["InvoicePayment"]
    assert (tax["included"], treasury["is_primary"], payment["processed"]) == (0, "1", True)


async def test_phone_numbers_and_product_codes_may_be_numbers(api: httpx.AsyncClient) -> None:
    product = (await api.get("/api2/products/2.json")).json()["data"]["Product"]
    client = (await api.get("/api2/clients/5.json")).json()["data"]["Client"]
    assert product["product_code"] == 62810204
    assert client["phone2"] == 20100000005


async def test_a_field_may_hold_json_text(api: httpx.AsyncClient) -> None:
    record = (await api.get("/v2/api/entity/le_workflow-type-entity-1/1/0")).json()
    assert json.loads(record["extra_details"]) == {"source": "import"}


async def test_a_v2_id_may_be_text_all_the_same(api: httpx.AsyncClient, emulator: Emulator) -> None:
    number = emulator.store.insert("attendance_log", {"entity_id": "0"})
    assert (await api.get(f"/v2/api/entity/attendance_log/{number}/0")).json()["entity_id"] == "0"


async def test_text_fields_hold_localised_amounts(api: httpx.AsyncClient) -> None:
    rows = (await api.get("/api2/clients.json")).json()["data"]
    assert {"1,250.00", "١٢٥٠"} <= {row["Client"].get("credit_limit") for row in rows}


async def test_empty_dates_are_zeros_too(api: httpx.AsyncClient, emulator: Emulator) -> None:
    for _ in range(3):
        emulator.store.insert("expense", {"date": None})
    rows = (await api.get("/api2/expenses.json")).json()["data"]
    assert "0000-00-00" in {row["Expense"].get("date") for row in rows}


async def test_flags_are_strings_in_v1_and_numbers_in_v2(api: httpx.AsyncClient) -> None:
    assert (await invoice(api))["is_offline"] == "1"
    assert (await api.get("/v2/api/entity/invoice/1/0")).json()["is_offline"] == 1


async def test_null_blank_and_missing_take_turns_for_an_empty_value(api: httpx.AsyncClient) -> None:
    rows = [row["Client"] for row in (await api.get("/api2/clients.json")).json()["data"]]
    forms = {row.get("notes", "missing") for row in rows}
    assert forms == {"missing", None, ""}


@switches(("emulator", "form"), [({"empties": "null"}, None), ({"empties": "blank"}, "")], indirect=["emulator"])
async def test_one_form_of_empty_can_be_asked_for(api: httpx.AsyncClient, form: str | None) -> None:
    rows = [row["Client"] for row in (await api.get("/api2/clients.json")).json()["data"]]
    assert {row["notes"] for row in rows} == {form}


async def test_an_empty_relation_is_a_list(api: httpx.AsyncClient, emulator: Emulator) -> None:
    number = emulator.store.insert("invoice", {"client_id": 999, "type": 0, "date": "2026-01-01"})
    record = await invoice(api, number)
    assert record["Client"] == []
    assert record["InvoicePayment"] == []


@switches("emulator", [{"single_relations": "list"}], indirect=True)
async def test_one_related_row_may_be_a_list(api: httpx.AsyncClient) -> None:
    related = (await invoice(api))["Client"]
    assert isinstance(related, list)
    assert len(related) == 1


@switches(
    ("emulator", "empty"),
    [({}, None), ({"v2_empty_relations": "list"}, []), ({"v2_empty_relations": "nulls"}, {"id": None})],
    indirect=["emulator"],
)
async def test_an_empty_v2_relation_takes_three_forms(
    api: httpx.AsyncClient, emulator: Emulator, empty: dict[str, None] | list[None] | None
) -> None:
    number = emulator.store.insert("invoice", {"client_id": 999})
    related = (await api.get(f"/v2/api/entity/invoice/{number}/1")).json()["clients"]
    assert ({"id": related["id"]} if isinstance(empty, dict) else related) == empty
    assert not isinstance(empty, dict) or set(related.values()) == {None}


async def test_unknown_fields_of_a_record_are_kept_in_v2(api: httpx.AsyncClient, emulator: Emulator) -> None:
    number = emulator.store.insert("brand", {"name": "Acme", "novelty": 7})
    assert (await api.get(f"/v2/api/entity/brand/{number}/1")).json()["novelty"] == 7


async def test_v1_records_carry_a_field_that_nobody_documented(api: httpx.AsyncClient) -> None:
    record = (await api.get("/api2/invoices/1.json")).json()["data"]["Invoice"]
    assert record["site_id"] == "5000000"
    assert record["InvoiceItem"][0]["site_id"] == "5000000"


@pytest.mark.parametrize("emulator", [{"unknown_fields": False}], indirect=True)
async def test_the_undocumented_field_can_be_left_out(api: httpx.AsyncClient) -> None:
    assert "site_id" not in (await api.get("/api2/invoices/1.json")).json()["data"]["Invoice"]


async def test_misspelt_names_are_kept(api: httpx.AsyncClient) -> None:
    product = (await api.get("/api2/products/1.json")).json()["data"]["Product"]
    assert {"low_stock_thershold", "availabe_online"} <= set(product)


async def test_a_staff_id_may_be_negative(api: httpx.AsyncClient) -> None:
    created = (await api.post("/api2/invoices.json", json={"Invoice": {"client_id": 1}})).json()
    assert (await invoice(api, created["id"]))["staff_id"] == "-1"


async def test_site_info_has_a_mixed_array_and_tells_the_display_format(api: httpx.AsyncClient) -> None:
    site = (await api.get("/api2/site_info.json")).json()["data"]["Site"]
    assert site["numberFormat"] == [2, ".", ","]
    assert site["date_format"] == site["moment_format"] == "DD/MM/YYYY"


async def test_v1_invoice_details_carry_display_dates(api: httpx.AsyncClient) -> None:
    record = await invoice(api)
    assert record["date"] == record["issue_date"] == "08/01/2026"


async def test_v1_lists_carry_iso_dates(api: httpx.AsyncClient) -> None:
    rows = (await api.get("/api2/invoices.json")).json()["data"]
    assert all(re.fullmatch(r"2026-\d\d-\d\d", row["Invoice"]["date"]) for row in rows)


@switches("emulator", [{"display_dates": "everywhere", "moment_format": "MM-DD-YYYY"}], indirect=True)
async def test_display_dates_follow_the_accounts_format_everywhere_if_asked(api: httpx.AsyncClient) -> None:
    rows = (await api.get("/api2/invoices.json")).json()["data"]
    assert all(re.fullmatch(r"\d\d-\d\d-2026", row["Invoice"]["date"]) for row in rows)


@given(
    st.dates(min_value=date(2000, 1, 1), max_value=date(2068, 12, 31)),
    st.sampled_from(["DD/MM/YYYY", "MM/DD/YYYY", "D-M-YYYY", "DD MMM YYYY", "MMMM D, YYYY", "DD.MM.YY", "YYYY/MM/DD"]),
)
def test_the_sdk_reads_every_display_date_that_the_emulator_writes(day: date, moment_format: str) -> None:
    assert to_date(display_date(day.isoformat(), moment_format), moment_format) == day


async def test_v1_payment_dates_are_times(api: httpx.AsyncClient) -> None:
    rows = (await api.get("/api2/invoice_payments.json")).json()["data"]
    assert all(row["InvoicePayment"]["date"].endswith(" 00:00:00") for row in rows)


async def test_created_and_modified_are_naive_times(api: httpx.AsyncClient) -> None:
    record = await invoice(api)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", str(record["created"]))


async def test_a_display_date_that_is_sent_back_becomes_1970(api: httpx.AsyncClient) -> None:
    created = (await api.post("/api2/invoices.json", json={"Invoice": {"client_id": 1, "date": "25/09/2026"}})).json()
    assert (await invoice(api, created["id"]))["date"] == "01/01/1970"


async def test_v2_takes_the_documented_display_date_too(api: httpx.AsyncClient) -> None:
    body = {"client_id": 1, "credit_type_id": 1, "usage_date": "31/10/2025"}
    number = (await api.post("/v2/api/entity/credit_usage", json=body)).json()["id"]
    assert (await api.get(f"/v2/api/entity/credit_usage/{number}/0")).json()["usage_date"][:10] == "2025-10-31"


async def test_v2_dates_are_iso(api: httpx.AsyncClient) -> None:
    assert (await api.get("/v2/api/entity/invoice/1/0")).json()["date"] == "2026-01-08"


async def test_arabic_text_travels_unescaped_and_whole(api: httpx.AsyncClient) -> None:
    answer = await api.get("/api2/clients/2.json")
    assert "مؤسسة النور للتجارة" in answer.text
    assert json.loads(answer.text)["data"]["Client"]["business_name"] == "مؤسسة النور للتجارة"


async def test_document_links_lead_to_a_login_page(api: httpx.AsyncClient) -> None:
    record = await invoice(api)
    for name in ("invoice_html_url", "invoice_pdf_url"):
        answer = await api.get(str(record[name]))
        assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")


async def test_the_code_of_an_invoice_carries_its_payload_in_base64(api: httpx.AsyncClient) -> None:
    payload = httpx.URL(str((await invoice(api))["qr_code_url"])).params["d64"]
    assert base64.b64decode(payload).startswith(b"000001|")
