"""What a draft's values are written as, and which are refused: those that the server would take for others."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import pytest

from daftra_async._wire.draft_values import free, written
from daftra_async._wire.shape import Field, FieldKind
from daftra_async.errors import ConfigurationError

from .models import InvoiceDraft, InvoiceItemDraft, Method, PaymentDraft, Status


class Size(Enum):
    LARGE = 3


def field(kind: FieldKind, inner: Any = None) -> Field:
    return Field(name="it", attribute="it", kind=kind, type=inner)


TEXT_LIST = field("list", field("text"))


@pytest.mark.parametrize(
    ("of", "value", "becomes"),
    [
        (field("int"), 7, 7),
        (field("int"), Decimal("7.00"), Decimal("7.00")),
        (field("int"), " -7 ", " -7 "),
        (field("int"), Size.LARGE, 3),
        (field("decimal"), Decimal("1.50"), Decimal("1.50")),
        (field("decimal"), "12.50", "12.50"),
        (field("decimal"), 3, 3),
        (field("bool"), True, True),
        (field("bool"), 0, 0),
        (field("bool"), "yes", True),
        (field("bool"), "off", False),
        (field("text"), "any", "any"),
        (field("text"), 7, 7),
        (field("text"), "", ""),
        (field("date"), date(2026, 1, 31), "2026-01-31"),
        (field("date"), " 2026-01-31 ", "2026-01-31"),
        (field("datetime"), datetime(2026, 1, 31, 14, 30, 5, 9), "2026-01-31 14:30:05"),
        (field("datetime"), "2026-01-31 14:30:00", "2026-01-31 14:30:00"),
        (field("enum", Status), "paid", 2),
        (field("enum", Status), " UnPaid ", 0),
        (field("enum", Status), Status.PAID, 2),
        (field("enum", Status), 9, 9),
        (field("enum", Method), "barter", "barter"),
        (TEXT_LIST, ("a", "b"), ["a", "b"]),
        (TEXT_LIST, {"a"}, ["a"]),
        (field("dict"), {"a": (1, date(2026, 1, 31))}, {"a": [1, "2026-01-31"]}),
        (field("any"), Decimal("1.50"), Decimal("1.50")),
        (field("any"), "", ""),
        *[(field(kind), None, None) for kind in ("int", "decimal", "bool", "text", "date", "dict", "any")],
        *[(field(kind), "", "") for kind in ("int", "decimal", "bool", "enum")],
    ],
    ids=repr,
)
def test_a_value_that_the_server_reads_rightly_is_written_so(of: Field, value: Any, becomes: Any) -> None:
    found = written(of, value, "Draft.it")
    assert (found, type(found)) == (becomes, type(becomes))


@pytest.mark.parametrize(
    ("of", "value", "said"),
    [
        (field("int"), 7.0, "Draft.it is 7.0: pass a whole number"),
        (field("int"), True, "Draft.it is True: pass a whole number"),
        (field("int"), Decimal("7.5"), r"Draft.it is Decimal\('7.5'\): pass a whole number"),
        (field("int"), "seven", "Draft.it is 'seven': pass a whole number"),
        (field("int"), [7], "Draft.it is a list: pass a whole number"),
        (field("decimal"), 1.1, r"Draft.it is the float 1.1, .* pass Decimal\('1.1'\), or the text '1.1'"),
        (field("decimal"), float("nan"), "Draft.it is nan: pass a Decimal"),
        (field("decimal"), Decimal("Infinity"), r"Draft.it is Decimal\('Infinity'\): pass a Decimal"),
        (field("decimal"), "1,250.00", "Draft.it is '1,250.00': pass a Decimal"),
        (field("decimal"), True, "Draft.it is True: pass a Decimal"),
        (field("bool"), "perhaps", "Draft.it is 'perhaps': pass True or False"),
        (field("bool"), 7, "Draft.it is 7: pass True or False"),
        (field("bool"), 1.0, "Draft.it is 1.0: pass True or False"),
        (field("text"), True, "Draft.it is True: pass text"),
        (field("text"), 1.5, "Draft.it is 1.5: pass text"),
        (field("text"), {"a": "x" * 90}, "Draft.it is a dict: pass text"),
        (field("date"), "31/01/2026", "Draft.it='31/01/2026' is no ISO day or time"),
        (field("date"), "2026", "Draft.it='2026' is no ISO day or time"),
        (field("date"), 20260131, "Draft.it is 20260131: pass a date"),
        (field("date"), "", "Draft.it is '': pass a date"),
        (field("enum", Status), "unheard of", "Draft.it is 'unheard of': pass one of its values"),
        (field("enum", Method), 1.5, "Draft.it is 1.5: pass one of its values"),
        (TEXT_LIST, "ab", "Draft.it is 'ab': pass a list"),
        (TEXT_LIST, "", "Draft.it is '': pass a list"),
        (TEXT_LIST, ["a", 1.5], r"Draft.it\[1\] is 1.5: pass text"),
        (field("dict"), ["a"], "Draft.it is a list: pass a dict"),
        (field("int"), "x" * 90, "Draft.it is '" + "x" * 58 + "…: pass a whole number"),
    ],
    ids=repr,
)
def test_a_value_that_the_server_would_take_for_another_is_refused(of: Field, value: Any, said: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^{said}"):
        written(of, value, "Draft.it")


def test_what_is_not_documented_is_written_plainly_however_deep() -> None:
    moment = datetime(2026, 1, 31, 14, 30, 5)
    assert free({1: [Size.LARGE, {"at": moment}], "on": (date(2026, 1, 31),)}) == {
        "1": [3, {"at": "2026-01-31 14:30:05"}],
        "on": ["2026-01-31"],
    }


# Dicts.


@pytest.mark.parametrize(
    "given",
    [
        {"Invoice": {"client_id": 1, "no": "7"}, "InvoiceItem": [{"item": "Paper"}], "Deposit": {"account": 3}},
        {"client_id": 1, "no": "7", "items": [{"item": "Paper"}], "deposit_account": 3},
        {"client_id": 1, "no": "7", "InvoiceItem": [InvoiceItemDraft(item="Paper")], "Deposit": {"account": 3}},
    ],
    ids=str,
)
def test_a_dict_in_either_form_is_the_same_draft(given: dict[str, Any]) -> None:
    assert InvoiceDraft.from_dict(given).to_wire() == {
        "Invoice": {"client_id": 1, "no": "7"},
        "InvoiceItem": [{"item": "Paper"}],
        "Deposit": {"account": 3},
    }


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"no": "7"}, "InvoiceDraft: client_id missing"),
        ({"client_id": 1, "cliend_id": 2}, "InvoiceDraft has no field 'cliend_id'.*client_id"),
        ({"client_id": 1, "nonsense": 2}, "InvoiceDraft has no field 'nonsense': pass what the documentation lacks"),
        ({"Invoice": {"client_id": 1}, "no": "7"}, "InvoiceDraft: no stands in Invoice: {'Invoice': {'no': …}}"),
        ({"Invoice": 7}, "InvoiceDraft: Invoice is a int: pass a dict"),
        ({"client_id": 1, "Deposit": 7}, "InvoiceDraft.Deposit is a int: pass a dict"),
        ({"client_id": 1, 7: "no"}, "InvoiceDraft: a field's name is text, not a int"),
        ({"client_id": 1, "items": [], "InvoiceItem": []}, "InvoiceDraft gives items twice, under two of its names"),
    ],
    ids=str,
)
def test_a_dict_with_a_name_that_is_not_known_is_refused(given: dict[Any, Any], said: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^{said}"):
        InvoiceDraft.from_dict(given)


@pytest.mark.parametrize(
    ("items", "said"),
    [
        ({"item": "Paper"}, "InvoiceDraft.items is a dict: pass a list of drafts or dicts"),
        (["Paper"], r"InvoiceDraft.items\[0\] is a str: pass a draft .InvoiceItemDraft. or a dict"),
        (
            [PaymentDraft(amount=1)],
            r"InvoiceDraft.items\[0\] is a PaymentDraft: pass a draft .InvoiceItemDraft. or a dict",
        ),
        ([{"item": "Paper"}, {"itme": "Pens"}], r"InvoiceDraft.items\[1\] has no field 'itme'"),
    ],
    ids=str,
)
def test_lines_that_are_none_are_refused_with_their_place(items: Any, said: str) -> None:
    with pytest.raises(ConfigurationError, match=f"^{said}"):
        InvoiceDraft(client_id=1, items=items).to_wire()


def test_what_the_documentation_lacks_goes_with_the_main_part_and_nothing_documented_does() -> None:
    draft = InvoiceDraft.from_dict({"client_id": 1, "colour": Size.LARGE}, unknown=True)
    assert draft.to_wire() == {"Invoice": {"client_id": 1, "colour": 3}}
    hidden = InvoiceDraft(client_id=1, extra={"InvoiceItem": []})
    with pytest.raises(ConfigurationError, match="extra holds InvoiceItem, which is documented: give it as items"):
        hidden.to_wire()
