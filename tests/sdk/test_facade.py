"""The façade as its users meet it, against a running emulator."""

from __future__ import annotations

import pickle
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from daftra_async import (
    ApiKey,
    AuthenticationError,
    ConfigurationError,
    ConnectionFailed,
    Daftra,
    NotFound,
    Rejected,
    UnexpectedResponse,
    ValidationError,
)
from daftra_async.emulator import Emulator
from daftra_async.models import ClientType, InvoiceDraft, InvoiceItemDraft, InvoicePaymentStatus


def draft(**fields: object) -> InvoiceDraft:
    line = InvoiceItemDraft(item="Paper", unit_price=Decimal("12.3456"), quantity=3)
    return InvoiceDraft(client_id=1, date=date(2026, 9, 25), items=[line], **fields)  # type: ignore[arg-type]


async def test_an_invoice_is_created_read_replaced_and_deleted(daftra: Daftra) -> None:
    created = await daftra.invoices.create(draft(notes="first"))
    invoice = await daftra.invoices.get(created.id)
    assert invoice.id == created.id
    assert invoice.summary_total == Decimal("37.0368")
    assert invoice.date == date(2026, 9, 25)
    assert invoice.payment_status is InvoicePaymentStatus.UNPAID
    assert invoice.client is not None
    assert invoice.client.type in set(ClientType)
    assert [line.unit_price for line in invoice.items] == [Decimal("12.3456")]
    await daftra.invoices.update(created.id, draft(notes="second"))
    assert (await daftra.invoices.get(created.id)).notes == "second"
    await daftra.invoices.delete(created.id)
    with pytest.raises(NotFound) as missing:
        await daftra.invoices.get(created.id)
    assert missing.value.status == 404


async def test_a_plain_dict_in_the_documented_shape_is_a_draft_too(daftra: Daftra) -> None:
    created = await daftra.invoices.create(
        {"Invoice": {"client_id": 1}, "InvoiceItem": [{"item": "Ink", "unit_price": "9.5", "quantity": 2}]}
    )
    assert (await daftra.invoices.get(created.id)).summary_total == Decimal(19)


async def test_a_v2_record_is_created_read_and_changed(daftra: Daftra) -> None:
    created = await daftra.brands.create({"name": "Nile"})
    await daftra.brands.update(created.id, {"name": "Nile & Sons"})
    assert (await daftra.brands.get(created.id)).name == "Nile & Sons"


async def test_a_list_is_awaited_for_a_page_and_iterated_for_every_row(daftra: Daftra) -> None:
    page = await daftra.invoices.list(limit=5, page=2)
    assert len(page.items) == 5
    assert page.page == 2
    every = [invoice.id async for invoice in daftra.invoices.list(limit=5)]
    assert len(every) == len(set(every)) == page.total


async def test_refused_data_says_which_fields_and_why(daftra: Daftra) -> None:
    with pytest.raises(ValidationError) as refusal:
        await daftra.invoices.create({"Invoice": {"client_id": 999_999}, "InvoiceItem": []})
    assert list(refusal.value.validation_errors) == ["Invoice.client_id"]
    assert pickle.loads(pickle.dumps(refusal.value)).validation_errors == refusal.value.validation_errors


async def test_success_without_an_id_is_a_rejection(daftra: Daftra) -> None:
    with pytest.raises(Rejected):
        await daftra.client_payments.create(
            {"ClientPayment": {"client_id": 1, "amount": 5, "payment_method": "", "treasury_id": 0}}
        )


async def test_a_wrong_key_is_an_authentication_error(emulator: Emulator) -> None:
    async with Daftra(base_url=emulator.url, auth=ApiKey("wrong")) as stranger:
        with pytest.raises(AuthenticationError) as refusal:
            await stranger.invoices.get(1)
    assert "wrong" not in str(refusal.value)


async def test_a_closed_port_is_a_failed_connection() -> None:
    async with Daftra(base_url="http://127.0.0.1:9", auth=ApiKey("k")).with_options(retries=0) as nobody:
        with pytest.raises(ConnectionFailed):
            await nobody.invoices.get(1)


async def test_an_html_page_in_place_of_json_is_unexpected(daftra: Daftra, emulator: Emulator) -> None:
    emulator.faults.script("GET /api2/invoices/1.json", ["html"])
    with pytest.raises(UnexpectedResponse):
        await daftra.invoices.get(1)


async def test_the_account_is_asked_for_its_date_format_once(daftra: Daftra, emulator: Emulator) -> None:
    first, second = (await daftra.invoices.list(limit=2)).items
    await daftra.invoices.get(first.id)
    await daftra.with_options(timeout=5).invoices.get(second.id)
    assert len(emulator.journal.matching("GET /api2/site_info.json")) == 1


async def test_a_date_format_given_by_hand_is_not_asked_for(emulator: Emulator) -> None:
    async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key), date_format="DD/MM/YYYY") as daftra:
        invoice = await daftra.invoices.get(1)
    assert isinstance(invoice.date, date)
    assert not emulator.journal.matching("GET /api2/site_info.json")


async def test_options_are_per_call_and_per_client(daftra: Daftra, emulator: Emulator) -> None:
    await daftra.with_options(branch_id=1, headers={"X-Trace": "1"}).clients.list()
    await daftra.clients.list(branch_id=2)
    branches = [dict(entry.query).get("request_branch_id") for entry in emulator.journal]
    assert branches == ["1", "2"]


@pytest.mark.parametrize("arguments", [(5, "/api2/site_info.json"), ("GET", None)])
async def test_a_request_that_is_no_text_is_refused(daftra: Daftra, arguments: Any) -> None:
    with pytest.raises(ConfigurationError, match="as text"):
        await daftra.request(*arguments)


async def test_pages_are_counted_from_one(daftra: Daftra) -> None:
    with pytest.raises(ConfigurationError, match="start_page=0"):
        await daftra.invoices.list(page=0)


async def test_an_undocumented_endpoint_goes_the_same_way(daftra: Daftra) -> None:
    answer = await daftra.request("GET", "/api2/site_info.json")
    assert answer["data"]["Site"]["date_format"] == "DD/MM/YYYY"
    with pytest.raises(NotFound):
        await daftra.request("GET", "/api2/nothing_there.json")


async def test_a_client_comes_from_the_environment(emulator: Emulator) -> None:
    environment = {"DAFTRA_BASE_URL": emulator.url, "DAFTRA_API_KEY": emulator.api_key}
    async with Daftra.from_env(environment) as daftra:
        assert (await daftra.clients.list(limit=1)).items


@pytest.mark.parametrize(
    "arguments",
    [
        {},
        {"subdomain": "acme/evil"},
        {"subdomain": "acme", "base_url": "https://acme.daftra.com"},
        {"base_url": "http://daftra.example"},
        {"base_url": "https://user:pass@daftra.example"},
    ],
    ids=["nowhere", "path in the subdomain", "both", "clear text", "credentials in the URL"],
)
def test_an_account_that_cannot_be_named_safely_is_refused(arguments: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError):
        Daftra(**arguments, auth=ApiKey("k"))  # type: ignore[arg-type]


@pytest.mark.parametrize("id", ["", "..", "%2e%2e", "1/../2", "1\\2"])
async def test_an_id_cannot_leave_its_place_in_the_path(daftra: Daftra, emulator: Emulator, id: str) -> None:
    with pytest.raises(ConfigurationError):
        await daftra.invoices.get(id)  # type: ignore[arg-type]
    assert not len(emulator.journal)


async def test_secrets_are_in_no_repr(daftra: Daftra, emulator: Emulator) -> None:
    assert emulator.api_key not in repr(daftra)
    assert emulator.api_key not in repr(vars(daftra))
