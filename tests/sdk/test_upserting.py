"""An upsert creates what is not there, edits the one that is, and writes nothing where it cannot tell."""

from __future__ import annotations

import asyncio
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from daftra_async import (
    Ambiguous,
    ApiKey,
    CallEvent,
    ConfigurationError,
    Daftra,
    DaftraError,
    LedgerMismatch,
    Upserted,
)
from daftra_async.emulator import Emulator
from daftra_async.models import ClientDraft, ProductDraft, TaxDraft


async def test_a_client_is_created_once_and_edited_afterwards(daftra: Daftra) -> None:
    draft = ClientDraft(client_number="C-9", business_name="Acme", phone1="0100")
    made = await daftra.clients.upsert(draft, by="client_number")
    assert made == Upserted(id=made.id, created=True)
    changed = await daftra.clients.upsert({"client_number": "C-9", "phone1": "0111"}, by="client_number")
    assert changed == Upserted(id=made.id, created=False)
    client = await daftra.clients.get(made.id)
    assert (client.business_name, client.phone1) == ("Acme", "0111")
    assert len(await daftra.clients.find(client_number="C-9")) == 1


async def test_several_fields_say_together_which_record_is_meant(daftra: Daftra) -> None:
    first = await daftra.taxes.upsert(TaxDraft(name="Stamp", value=14, included=False), by=["name", "value"])
    second = await daftra.taxes.upsert(TaxDraft(name="Stamp", value=15, included=False), by=["name", "value"])
    again = await daftra.taxes.upsert(
        TaxDraft(name="Stamp", value=Decimal("15.0"), included=True), by=("name", "value")
    )
    assert (first.created, second.created, again.created) == (True, True, False)
    assert again.id == second.id != first.id
    assert (await daftra.taxes.get(again.id)).included is True


async def test_several_records_are_ambiguous_and_nothing_is_written(daftra: Daftra) -> None:
    ids = [
        (await daftra.products.create(ProductDraft(name="Ink", barcode="622", product_code=code))).id for code in "AB"
    ]
    with pytest.raises(Ambiguous, match=r"2 products have barcode='622': \d+, \d+") as caught:
        await daftra.products.upsert(ProductDraft(name="Toner", barcode="622"), by="barcode")
    assert caught.value.ids == tuple(sorted(ids))
    assert isinstance(caught.value, DaftraError)
    assert caught.value.outcome == "not_sent"
    assert {(await daftra.products.get(one)).name for one in ids} == {"Ink"}


async def test_arabic_names_meet_in_any_spelling_if_asked_for(daftra: Daftra) -> None:
    made = await daftra.clients.upsert(ClientDraft(business_name="مؤسسة أحمد"), by="business_name")
    again = await daftra.clients.upsert(
        ClientDraft(business_name="مؤسسه احمد", email="a@example.com"), by="business_name", fold=True
    )
    assert again == Upserted(id=made.id, created=False)


@pytest.mark.parametrize(
    ("draft", "by", "told"),
    [
        ({"phone1": "1"}, "client_number", "does not set client_number"),
        ({"client_number": ""}, "client_number", "does not set client_number"),
        ({"client_number": "1"}, [], "does not set any"),
        ({"client_number": "1", "password": "x"}, "password", "cannot be found by 'password'"),
        ({"client_nummer": "1"}, "client_number", "did you mean client_number"),
        ({"client_number": "1", "extra": {"mine": 1}}, "client_number", "takes no extra"),
    ],
)
async def test_what_cannot_decide_is_refused_before_anything_is_sent(
    emulator: Emulator, draft: Any, by: Any, told: str
) -> None:
    sent: list[CallEvent] = []
    async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key), hooks=[sent.append]) as daftra:
        with pytest.raises(ConfigurationError, match=told):
            await daftra.clients.upsert(draft, by=by)
    assert sent == []


async def test_with_a_ledger_a_record_that_reads_do_not_show_yet_is_not_created_again(tmp_path: Path) -> None:
    draft = ClientDraft(client_number="C-7", business_name="Acme")
    async with Emulator(read_lag=0.5) as emulator:
        async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as daftra:
            ledger = tmp_path / "writes.sqlite"
            made = [await daftra.clients.upsert(draft, by="client_number", ledger=ledger) for _ in range(3)]
        assert len({one.id for one in made}) == 1
        assert len(emulator.store.find("client", "client_number", "C-7")) == 1


async def test_two_at_once_with_a_ledger_create_one_record(daftra: Daftra, tmp_path: Path) -> None:
    draft = ClientDraft(client_number="C-8", business_name="Acme")
    both = await asyncio.gather(
        *(daftra.clients.upsert(draft, by="client_number", ledger=tmp_path / "writes.sqlite") for _ in range(4))
    )
    assert len({one.id for one in both}) == 1
    assert len(await daftra.clients.find(client_number="C-8")) == 1


async def test_a_record_deleted_afterwards_is_meant_anew_by_another_once(daftra: Daftra, tmp_path: Path) -> None:
    draft = ClientDraft(client_number="C-6", business_name="Acme")
    ledger = tmp_path / "writes.sqlite"
    made = await daftra.clients.upsert(draft, by="client_number", ledger=ledger)
    await daftra.clients.delete(made.id)
    assert (await daftra.clients.upsert(draft, by="client_number", ledger=ledger)).id == made.id
    with pytest.raises(LedgerMismatch):
        await daftra.clients.upsert(ClientDraft(client_number="C-6"), by="client_number", ledger=ledger)
    again = await daftra.clients.upsert(draft, by="client_number", ledger=ledger, once="C-6 again")
    assert again.created
    assert again.id != made.id
