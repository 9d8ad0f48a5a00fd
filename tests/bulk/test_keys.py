"""Marks: derived the same way every time, found again wherever the server shows them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async._bulk.keys import (
    MAX_DRAFTS,
    CustomField,
    KeyField,
    derive,
    family,
    given_key,
    key_field_name,
    keys_of,
    new_ledger_id,
    position_of,
    with_key,
)
from daftra_async.errors import ConfigurationError

LEDGER = "DA0123456789AB"


@given(st.integers(0, MAX_DRAFTS - 1))
def test_a_derived_key_leads_back_to_its_position(position: int) -> None:
    key = derive(LEDGER, position)
    assert position_of(LEDGER, key) == position
    assert len(key) == len(derive(LEDGER, 0))


@given(st.text())
def test_no_other_text_passes_for_a_derived_key(text: str) -> None:
    position = position_of(LEDGER, text)
    assert position is None or derive(LEDGER, position) == text


def test_another_ledger_derives_other_keys() -> None:
    assert new_ledger_id() != new_ledger_id()
    assert position_of(LEDGER, derive("DAOTHER", 5)) is None


def test_thirty_two_neighbours_share_a_family() -> None:
    assert len({family(derive(LEDGER, position)) for position in range(64)}) == 2


def test_a_position_beyond_the_last_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="split the input"):
        derive(LEDGER, MAX_DRAFTS)


@pytest.mark.parametrize("key", ["po_number", "no", CustomField("Import id")])
def test_a_key_that_was_written_is_brought_along(key: KeyField) -> None:
    draft = {"Invoice": {"client_id": 1}, "InvoiceItem": []}
    marked = with_key(draft, "Invoice", key, "A-1")
    assert given_key(marked, "Invoice", key) == "A-1"
    assert given_key(draft, "Invoice", key) is None


@pytest.mark.parametrize("value", [None, "", "   "])
def test_an_empty_key_counts_as_none(value: object) -> None:
    assert given_key({"Invoice": {"po_number": value}}, "Invoice", "po_number") is None


@pytest.mark.parametrize(
    ("record", "keys"),
    [
        ({"InvoiceCustomField": [{"label": "Import id", "value": "A-1"}]}, ["Import id", "A-1"]),
        ({"InvoiceCustomField": {"Import id": "A-1"}}, ["A-1"]),
        ({"custom_fields": []}, []),
        ({"id": "1"}, None),
    ],
)
def test_a_custom_field_is_found_in_whatever_shape_it_is_shown(record: dict[str, Any], keys: list[str] | None) -> None:
    assert keys_of(record, CustomField("Import id")) == keys


def test_a_number_shown_as_a_number_is_its_digits() -> None:
    assert keys_of({"po_number": 17}, "po_number") == ["17"]
    assert keys_of({"po_number": None}, "po_number") == []
    assert keys_of({}, "po_number") is None


@pytest.mark.parametrize("key", ["client_id", "", CustomField(" ")])
def test_a_field_that_cannot_carry_a_key_is_refused(key: Any) -> None:
    with pytest.raises(ConfigurationError):
        key_field_name(key)
