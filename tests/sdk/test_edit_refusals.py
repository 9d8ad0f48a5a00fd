"""An edit that the server is known to refuse is refused with the reason, before anything is written where it shows."""

from __future__ import annotations

import pickle

import pytest

from daftra_async import ApiKey, Daftra, DaftraError, EditRefused, NotFound, Rejected, ValidationError
from daftra_async._editing.refusals import REFUSALS, known_reasons
from daftra_async.emulator import Emulator
from daftra_async.models import Invoice


def writes(emulator: Emulator) -> int:
    return len(emulator.journal.matching("PUT *"))


async def test_an_invoice_of_another_branch_than_the_clients_is_refused(daftra: Daftra, emulator: Emulator) -> None:
    emulator.store.update("invoice", 1, {"branch_id": 2})
    with pytest.raises(EditRefused, match=r"belongs to branch 2 .*with_options\(branch_id=2\)") as refused:
        await daftra.with_options(branch_id=1).invoices.edit(await daftra.invoices.get(1), notes="x")
    assert writes(emulator) == 0
    assert str(pickle.loads(pickle.dumps(refused.value))) == str(refused.value)
    edited = await daftra.with_options(branch_id=2).invoices.edit(1, notes="x")
    assert edited.notes == "x"


async def test_without_a_branch_of_the_clients_own_the_server_decides(daftra: Daftra, emulator: Emulator) -> None:
    emulator.store.update("invoice", 1, {"branch_id": 2})
    with pytest.raises(NotFound, match="of another branch"):
        await daftra.invoices.edit(1, notes="x")


async def test_another_type_of_document_is_refused_with_its_resource(daftra: Daftra, emulator: Emulator) -> None:
    number = (await daftra.estimates.list(limit=1)).items[0].id
    listed = await daftra.entity("invoice", model=Invoice).get(number)
    with pytest.raises(EditRefused, match=r"Estimate: edit it by daftra\.estimates"):
        await daftra.invoices.edit(listed, notes="x")
    with pytest.raises(NotFound, match="of another document type"):
        await daftra.invoices.edit(number, notes="x")
    assert writes(emulator) == 0
    assert (await daftra.estimates.edit(number, notes="x")).notes == "x"


async def test_a_received_requisition_is_refused(daftra: Daftra, emulator: Emulator) -> None:
    emulator.store.update("invoice", 1, {"requisition_delivery_status": 3})
    with pytest.raises(EditRefused, match="requisition"):
        await daftra.invoices.edit(1, notes="x")
    assert writes(emulator) == 0
    emulator.store.update("invoice", 1, {"requisition_delivery_status": 1})
    assert (await daftra.invoices.edit(1, notes="x")).notes == "x"


async def test_installments_that_the_record_shows_are_refused(daftra: Daftra, emulator: Emulator) -> None:
    fresh = await daftra.entity("invoice", model=Invoice).get(1, level=2)
    emulator.store.insert("invoice_installment_agreement", {"invoice_id": 1})
    shown = await daftra.entity("invoice", model=Invoice).get(1, level=2)
    with pytest.raises(EditRefused, match="installment"):
        await daftra.invoices.edit(shown, notes="x")
    assert fresh.raw["invoice_installment_agreements"] == []
    assert writes(emulator) == 0


@pytest.mark.parametrize("table", ["credit_charge", "invoice_installment_agreement", "token_refresh"])
async def test_what_the_record_does_not_show_is_explained_after_the_servers_no(
    daftra: Daftra, emulator: Emulator, table: str
) -> None:
    emulator.store.insert(table, {"invoice_id": 1})
    with pytest.raises(ValidationError) as refused:
        await daftra.invoices.edit(1, notes="x")
    for reason in ("credit charges", "installments", "renewals", "e-invoice", "closed period", "POS shift", "branch"):
        assert reason in str(refused.value)
    assert str(pickle.loads(pickle.dumps(refused.value))) == str(refused.value)


async def test_a_no_with_200_is_explained_too() -> None:
    async with Emulator(rejections_with_200=True) as emulator:
        emulator.store.insert("closed_period", {"date_to": "2099-12-31"})
        async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as daftra:
            with pytest.raises(Rejected, match="in a closed period"):
                await daftra.invoices.edit(1, notes="x")


async def test_a_refusal_that_names_a_field_keeps_its_own_words(daftra: Daftra) -> None:
    with pytest.raises(ValidationError) as refused:
        await daftra.invoices.edit(1, client_id=999_999)
    assert "closed period" not in str(refused.value)
    assert "Invoice.client_id" in refused.value.validation_errors


async def test_other_resources_are_left_to_the_server(daftra: Daftra, emulator: Emulator) -> None:
    emulator.store.insert("closed_period", {"date_to": "2099-12-31"})
    number = (await daftra.estimates.list(limit=1)).items[0].id
    assert (await daftra.estimates.edit(number, notes="x")).notes == "x"
    with pytest.raises(NotFound) as missing:
        await daftra.estimates.edit(999_999, notes="x")
    assert "does not edit" not in str(missing.value)


def test_every_known_reason_names_its_source_and_is_told() -> None:
    told = known_reasons("invoices")
    for refusal in REFUSALS["invoices"]:
        assert "BEHAVIOUR.md" in refusal.source
        assert refusal.reason in told
    assert known_reasons("clients") == ""
    assert issubclass(EditRefused, DaftraError)


async def test_what_is_read_in_another_form_than_written_is_refused_unless_it_is_given_anew(
    daftra: Daftra, emulator: Emulator
) -> None:
    number = (await daftra.assets.list()).items[0].id
    emulator.store.update("employee_asset", number, {"photo": {"id": 9, "name": "front.png"}})
    with pytest.raises(EditRefused, match=r"photo cannot be written back as read.*give them in the same edit"):
        await daftra.assets.edit(number, name="Van")
    assert writes(emulator) == 0
    edited = await daftra.assets.edit(number, name="Van", photo=None)
    assert (edited.name, edited.photo) == ("Van", None)
