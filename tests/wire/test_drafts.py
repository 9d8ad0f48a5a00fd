"""Drafts say what is sent, and only that; a record can be turned into the draft that would write it back."""

from __future__ import annotations

import pickle
from datetime import date, datetime, timezone
from decimal import Decimal
from typing import Any

import pytest
from msgspec import UNSET

from daftra_async._wire.draft import prepare_body
from daftra_async._wire.encode import encode_body
from daftra_async.errors import ConfigurationError
from daftra_async.models import Asset, AssetLocation, AssetType

from .models import Client, InvoiceDraft, InvoiceItemDraft, Method, PaymentDraft, Product, Status, decode_row


def test_lines_stand_beside_the_model() -> None:
    draft = InvoiceDraft(
        client_id=1, items=[InvoiceItemDraft(item="Paper", quantity=2)], payments=[PaymentDraft(amount="5")]
    )
    assert draft.to_wire() == {
        "Invoice": {"client_id": 1},
        "InvoiceItem": [{"item": "Paper", "quantity": 2}],
        "Payment": [{"amount": "5"}],
    }


def test_a_draft_without_a_section_is_the_body() -> None:
    assert InvoiceItemDraft(id=3, item=None).to_wire() == {"id": 3, "item": None}


def test_an_attribute_may_stand_inside_another_section() -> None:
    assert InvoiceDraft(client_id=1, deposit_account=7).to_wire() == {
        "Invoice": {"client_id": 1},
        "Deposit": {"account": 7},
    }


def test_what_is_not_set_is_not_sent_and_none_is() -> None:
    draft = InvoiceDraft(client_id=1, no=None)
    assert draft.draft is UNSET
    assert draft.to_wire() == {"Invoice": {"client_id": 1, "no": None}}


def test_days_times_and_documented_values_are_written_plainly() -> None:
    draft = InvoiceDraft(
        client_id=1,
        date=date(2026, 9, 5),
        created=datetime(2026, 9, 5, 1, 2, 3, 4, tzinfo=timezone.utc),  # noqa: UP017
        payment_status=Status.PAID,
        method=Method("barter"),
        summary_total=Decimal("10.50"),
    )
    body = draft.to_wire()
    assert body == {
        "Invoice": {
            "client_id": 1,
            "date": "2026-09-05",
            "created": "2026-09-05 01:02:03",
            "payment_status": 2,
            "method": "barter",
            "summary_total": Decimal("10.50"),
        }
    }
    assert type(body["Invoice"]["payment_status"]) is int
    assert encode_body(draft) == encode_body(body)
    assert b'"summary_total":10.50' in encode_body(draft)


def test_a_record_becomes_the_draft_that_writes_it_back() -> None:
    invoice = decode_row(
        {
            "id": "26",
            "no": "000026",
            "draft": "0",
            "payment_status": 7,
            "client_id": "1",
            "summary_total": "32999.9961",
            "date": "25/09/2026",
            "created": "2026-09-24 01:10:36",
            "Client": {"id": "1"},
            "name": "read-only",
            "InvoiceItem": [{"id": "5", "item": "Paper", "quantity": "1.50", "subtotal": 9, "tax1": ""}],
            "InvoicePayment": [{"id": 1, "amount": 5}],
        }
    )
    draft = InvoiceDraft.from_record(invoice)
    assert draft.to_wire() == {
        "Invoice": {
            "client_id": 1,
            "no": "000026",
            "draft": False,
            "payment_status": 7,
            "summary_total": Decimal("32999.9961"),
            "date": "2026-09-25",
            "created": "2026-09-24 01:10:36",
        },
        "InvoiceItem": [{"id": 5, "item": "Paper", "quantity": Decimal("1.50")}],
    }


def test_payments_are_not_sent_a_second_time() -> None:
    draft = InvoiceDraft.from_record(decode_row({"id": 1, "client_id": 1, "InvoicePayment": [{"id": 1, "amount": 5}]}))
    assert draft.payments is UNSET


def test_a_required_field_that_the_record_lacks_stays_unset() -> None:
    assert InvoiceDraft.from_record(decode_row({"id": 1})).to_wire() == {"Invoice": {}, "InvoiceItem": []}


def test_a_record_with_an_unread_writable_value_is_not_turned_into_a_draft() -> None:
    invoice = decode_row({"id": 1, "client_id": 1, "date": "soon", "name": "x"})
    with pytest.raises(ConfigurationError, match=r"Invoice\.date .* would erase it: set date yourself"):
        InvoiceDraft.from_record(invoice)
    assert InvoiceDraft.from_record(invoice, ignoring=["date"]).to_wire()["Invoice"] == {"client_id": 1}


def test_an_unread_value_that_is_not_written_is_no_obstacle() -> None:
    invoice = decode_row({"id": 1, "client_id": 1, "summary_paid": "lots"})
    assert invoice.issues
    assert InvoiceDraft.from_record(invoice).client_id == 1


def test_an_unread_value_inside_a_line_is_an_obstacle() -> None:
    with pytest.raises(ConfigurationError, match="items"):
        InvoiceDraft.from_record(decode_row({"id": 1, "InvoiceItem": [{"id": 5, "quantity": "lots"}]}))


def test_drafts_are_values() -> None:
    draft = InvoiceDraft(client_id=1, items=[InvoiceItemDraft(item="Paper")])
    assert pickle.loads(pickle.dumps(draft)) == draft
    assert pickle.loads(pickle.dumps(draft)).no is UNSET


def test_a_body_is_made_of_a_draft_or_a_mapping() -> None:
    assert prepare_body(InvoiceItemDraft, InvoiceItemDraft(item="a"), id=5) == {"id": 5, "item": "a"}
    assert prepare_body(InvoiceDraft, {"Invoice": {"client_id": 1}}) == {"Invoice": {"client_id": 1}}


def test_a_record_of_another_kind_gives_what_it_shares() -> None:
    assert InvoiceItemDraft.from_record(Product(id=3, name="x")).to_wire() == {"id": 3}
    assert InvoiceItemDraft.from_record(Client(id=4)).to_wire() == {"id": 4}


@pytest.mark.parametrize("text", ["25/09/2026", "tomorrow", "", "2026-13-01", "2026-02", "0000-00-00"])
def test_the_text_of_a_day_that_is_not_iso_is_refused(text: str) -> None:
    with pytest.raises(ConfigurationError, match=r"InvoiceDraft\.date.* 2026-01-31"):
        InvoiceDraft(client_id=1, date=text).to_wire()


@pytest.mark.parametrize("text", ["2026-09-25", "2026-09-25 10:11:12", "2026-09-25T10:11:12Z"])
def test_the_text_of_an_iso_day_or_time_is_sent_as_it_is(text: str) -> None:
    assert InvoiceDraft(client_id=1, date=text).to_wire() == {"Invoice": {"client_id": 1, "date": text}}


def test_a_create_leaves_the_ids_of_another_records_lines_behind_and_an_update_keeps_them() -> None:
    draft = InvoiceDraft(client_id=1, items=[InvoiceItemDraft(id=7, item="Paper"), InvoiceItemDraft(item="Ink")])
    assert prepare_body(InvoiceDraft, draft)["InvoiceItem"] == [{"id": 7, "item": "Paper"}, {"item": "Ink"}]
    assert prepare_body(InvoiceDraft, draft, new=True)["InvoiceItem"] == [{"item": "Paper"}, {"item": "Ink"}]
    assert isinstance(draft.items, list)
    assert draft.items[0].id == 7


@pytest.mark.parametrize("written", [None, 5, "x", "", b"x", [], [{"Invoice": {}}], [("a", 1)], InvoiceDraft, object()])
def test_what_is_neither_draft_nor_mapping_is_no_body(written: Any) -> None:
    with pytest.raises(ConfigurationError, match="is no body: pass a draft"):
        prepare_body(InvoiceDraft, written)


def test_a_record_is_no_body_but_its_draft_is() -> None:
    with pytest.raises(ConfigurationError, match=r"a Product is no body: pass its to_draft\(\)"):
        prepare_body(InvoiceDraft, Product(id=1))  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [5, 0, 1790000000, True, 1.5, [date(2026, 1, 1)]])
def test_a_day_that_is_none_is_refused(value: Any) -> None:
    """The server would store the first of January 1970."""
    with pytest.raises(ConfigurationError, match=r"InvoiceDraft\.date is .+: pass a date"):
        InvoiceDraft(client_id=1, date=value).to_wire()


def test_space_around_a_day_is_not_sent() -> None:
    assert InvoiceDraft(client_id=1, date=" 2026-01-31 ").to_wire()["Invoice"]["date"] == "2026-01-31"


def test_a_related_record_is_written_back_by_its_id() -> None:
    """An asset shows its place, holder and type as objects; a PUT without their ids would take them away."""
    asset = Asset(
        id=5,
        name="Van",
        location=AssetLocation(id=8, name="Yard"),
        employee={"id": "3", "name": "Amal"},
        asset_type=AssetType(id=2),
        storage_id=6,
        storage={"id": 7},
    )
    draft = asset.to_draft()
    assert (draft.location_id, draft.employee_id, draft.asset_type_id, draft.storage_id) == (8, 3, 2, 6)
    bare = Asset(id=5, name="Van", employee={"id": "x"}, storage="").to_draft()
    assert {"location_id", "employee_id", "asset_type_id", "storage_id"}.isdisjoint(bare.to_wire())
