"""What is found has exactly the values that were looked for, whatever the server filters, ignores or hides."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from datetime import date
from decimal import Decimal
from typing import Any, Literal, get_args
from urllib.parse import urlsplit

import pytest

from daftra_async import ApiKey, CallEvent, ConfigurationError, Daftra, ServerError
from daftra_async._finding.folding import folded
from daftra_async.emulator import Emulator, Fault
from daftra_async.models import ClientDraft, InvoiceDraft, InvoiceItemDraft, ProductDraft, TaxDraft


async def client(daftra: Daftra, **fields: Any) -> int:
    return (await daftra.clients.create(ClientDraft(**fields))).id


class Calls:
    """The paths of the requests that a client sends."""

    def __init__(self) -> None:
        self.paths: list[str] = []

    def __call__(self, event: CallEvent) -> None:
        if event.kind == "request":
            self.paths.append(event.path)


@pytest.fixture
async def crowd(daftra: Daftra) -> Daftra:
    """An account with more clients than one page holds, of whom three have something in common."""
    for number in range(150):
        await client(daftra, business_name=f"Business {number}", phone1=f"0100{number:04}", client_number=f"C-{number}")
    return daftra


async def test_a_client_is_found_by_a_field_that_no_list_parameter_filters_by(crowd: Daftra) -> None:
    (found,) = await crowd.clients.find(phone1="01000077")
    assert found.business_name == "Business 77"
    (found,) = await crowd.clients.find(business_name="Business 7", client_number="C-7")
    assert found.phone1 == "01000007"
    assert await crowd.clients.find(business_name="Business 7", client_number="C-8") == []
    assert await crowd.clients.find(email="nobody@example.com") == []


async def test_finding_takes_few_requests_in_a_long_list(crowd: Daftra) -> None:
    calls = Calls()
    async with Daftra(base_url=crowd.base_url, auth=ApiKey("emulator-key"), hooks=[calls]) as daftra:
        assert len(await daftra.clients.find(phone1="01000077")) == 1
        assert len(calls.paths) == 2
        calls.paths.clear()
        assert await daftra.clients.find(phone1="none") == []
        assert len(calls.paths) == 3


async def test_an_account_that_may_not_read_that_v2_list_is_read_whole(crowd: Daftra, emulator: Emulator) -> None:
    emulator.faults.always("GET /v2/api/entity/client/*", Fault(kind="status", status=403))
    (found,) = await crowd.clients.find(phone1="01000077")
    assert found.business_name == "Business 77"
    assert await crowd.clients.find(phone1="none") == []


async def test_an_outage_is_told_and_taken_for_no_answer(crowd: Daftra, emulator: Emulator) -> None:
    emulator.faults.always("GET /v2/api/entity/client/*", Fault(kind="status", status=500))
    with pytest.raises(ServerError):
        await crowd.with_options(retries=0).clients.find(phone1="01000077")


Lie = Literal["finds nothing", "ignores the filter", "leaves the field out", "holds other documents", "unknown entity"]


def lying_answer(lie: Lie, target: str) -> Any:
    """What an account of three clients answers, of whom two have one phone; ``lie`` is what its v2 list does."""
    rows = [{"id": str(number), "phone1": "5" if number > 1 else "4", "business_name": "B"} for number in (3, 2, 1)]
    path = urlsplit(target).path
    if path.startswith("/v2/"):
        if lie == "unknown entity":
            return {"error": "Entity Not exists"}
        told = {
            "finds nothing": [],
            "leaves the field out": [{"id": row["id"]} for row in rows],
            "holds other documents": [{"id": "9", "phone1": "5"}, *rows],
        }.get(lie, rows)
        return {"current_page": 1, "data": told, "last_page": 1, "per_page": 100, "total": len(told)}
    number = path.removesuffix(".json").rpartition("/")[2]
    if number.isdecimal():
        row = next((row for row in rows if row["id"] == number), None)
        return {"code": 200, "result": "successful", "data": {"Client": row}} if row else None
    paging = {"page": 1, "page_count": 1, "total_results": len(rows), "prev": None, "next": None}
    return {"code": 200, "result": "successful", "data": [{"Client": row} for row in rows], "pagination": paging}


@contextlib.asynccontextmanager
async def lying_server(lie: Lie) -> AsyncIterator[str]:
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            while head := await reader.readuntil(b"\r\n\r\n"):
                answer = lying_answer(lie, head.split()[1].decode())
                status, body = ("404 Not Found", b"{}") if answer is None else ("200 OK", json.dumps(answer).encode())
                fields = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
                writer.write(fields.encode() + body)
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        server.close()


@pytest.mark.parametrize("lie", get_args(Lie))
async def test_what_a_v2_list_says_is_not_believed(lie: Lie) -> None:
    async with lying_server(lie) as url, Daftra(base_url=url, auth=ApiKey("k")) as daftra:
        assert [one.id for one in await daftra.clients.find(phone1="5")] == [3, 2]
        assert await daftra.clients.find(phone1="6") == []


async def test_a_documented_filter_that_matches_partially_gives_no_wrong_row(daftra: Daftra) -> None:
    lines = [InvoiceItemDraft(item="Paper", unit_price=1, quantity=1)]
    for number in ("77", "177", "770", "A77"):
        await daftra.invoices.create(InvoiceDraft(client_id=2, no=number, po_number=f"PO-{number}", items=lines))
    assert [invoice.no for invoice in await daftra.invoices.find(no="77")] == ["77"]
    assert [invoice.no for invoice in await daftra.invoices.find(po_number="PO-A77")] == ["A77"]
    assert await daftra.invoices.find(po_number="po-a77") == []
    assert await daftra.invoices.find(no="7") == []


async def test_products_by_code_and_barcode_and_taxes_by_value(daftra: Daftra) -> None:
    code = (await daftra.products.create(ProductDraft(name="Ink", product_code="INK-1", barcode="00622"))).id
    await daftra.products.create(ProductDraft(name="Ink", product_code="INK-10", barcode="622"))
    assert [product.id for product in await daftra.products.find(product_code="INK-1")] == [code]
    assert [product.id for product in await daftra.products.find(barcode="00622")] == [code]
    tax = (await daftra.taxes.create(TaxDraft(name="Stamp", value=Decimal("0.9000"), included=False))).id
    for value in (Decimal("0.9"), "0.90"):
        assert [one.id for one in await daftra.taxes.find(value=value)] == [tax]
    assert [one.id for one in await daftra.taxes.find(name="Stamp", included=False)] == [tax]
    assert await daftra.taxes.find(name="Stamp", included=True) == []


async def test_days_are_compared_as_days(daftra: Daftra) -> None:
    born = await client(daftra, business_name="Young", birth_date="2001-02-03")
    assert [one.id for one in await daftra.clients.find(birth_date=date(2001, 2, 3))] == [born]
    assert await daftra.clients.find(birth_date="2001-03-02") == []


async def test_payments_that_their_list_hides_are_found(daftra: Daftra, emulator: Emulator) -> None:
    hidden = emulator.store.insert(
        "invoice_payment",
        {"invoice_id": 1, "payment_method": "client_credit", "amount": Decimal(5), "transaction_id": "T-9"},
    )
    assert [one.id for one in await daftra.invoice_payments.find(transaction_id="T-9")] == [hidden]


async def test_deleted_records_are_not_found(daftra: Daftra) -> None:
    gone = await client(daftra, business_name="Gone", phone1="999")
    await daftra.clients.delete(gone)
    assert await daftra.clients.find(phone1="999") == []


async def test_v2_resources_are_found_by_their_own_filter(daftra: Daftra) -> None:
    made = await daftra.brands.create({"name": "Acme"})
    await daftra.brands.create({"name": "Acme 2"})
    assert [brand.id for brand in await daftra.brands.find(name="Acme")] == [made.id]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"emial": "a@b.c"}, "did you mean email"),
        ({"nonsense_of_all": "1"}, "found by .*business_name"),
        ({"password": "secret"}, "cannot be found by 'password'"),
        ({"detail": {}}, "cannot be found by 'detail'"),
        ({"phone1": 1005}, "pass text"),
        ({"phone1": " "}, "is empty"),
        ({"phone1": None}, "is empty"),
        ({"credit_limit": 0.1}, "float"),
        ({"birth_date": "03/02/2001"}, "no ISO day"),
        ({}, "at least one field"),
    ],
)
async def test_what_cannot_be_compared_is_refused_before_anything_is_sent(
    emulator: Emulator, fields: dict[str, Any], told: str
) -> None:
    calls = Calls()
    async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key), hooks=[calls]) as daftra:
        with pytest.raises(ConfigurationError, match=told):
            await daftra.clients.find(**fields)
    assert calls.paths == []


SPELLINGS = ["مؤسسة أحمد", "مؤسسه احمد", "مُؤَسَّسَة إحمـــد", "مؤسسة آحمد"]


async def test_arabic_names_are_found_in_every_spelling_if_asked_for(daftra: Daftra) -> None:
    made = [await client(daftra, business_name=name) for name in SPELLINGS]
    await client(daftra, business_name="مؤسسة محمد")
    found = await daftra.clients.find(business_name="مؤسسة احمد", fold=True)
    assert sorted(one.id for one in found) == sorted(made)
    assert [one.id for one in await daftra.clients.find(business_name=SPELLINGS[1])] == [made[1]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("إسراء", "اسراء"),
        ("ٱلله", "الله"),
        ("مصطفى", "مصطفي"),
        ("فاطمة", "فاطمه"),
        ("محـــمد", "محمد"),
        ("مُحَمَّدٌ", "محمد"),
        ("هٰذا", "هذا"),
        ("٠١٢٣٤٥٦٧٨٩", "0123456789"),
        ("۰۱۲۳۴۵۶۷۸۹", "0123456789"),
        ("ﻻ", "لا"),
        ("علی", "علي"),
    ],
)
def test_spellings_that_people_take_for_the_same_fold_alike(one: str, other: str) -> None:
    assert folded(one) == folded(other)
    assert folded(folded(one)) == folded(one)


@pytest.mark.parametrize(
    ("one", "other"), [("سعد", "سعيد"), ("علا", "على"), ("12", "21"), ("acme", "Acme"), ("ب", "ت")]
)
def test_what_differs_stays_different(one: str, other: str) -> None:
    assert folded(one) != folded(other)
