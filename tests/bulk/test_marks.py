"""Marks: derived the same way every time, found again wherever the server shows them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async.bulk.marks import (
    MAX_DRAFTS,
    CustomField,
    Key,
    brought_mark,
    derive,
    family,
    key_name,
    marks_of,
    new_ledger_id,
    position_of,
    with_mark,
)
from daftra_async.errors import ConfigurationError

LEDGER = "DA0123456789AB"


@given(st.integers(0, MAX_DRAFTS - 1))
def test_a_derived_mark_leads_back_to_its_position(position: int) -> None:
    mark = derive(LEDGER, position)
    assert position_of(LEDGER, mark) == position
    assert len(mark) == len(derive(LEDGER, 0))


@given(st.text())
def test_no_other_text_passes_for_a_derived_mark(text: str) -> None:
    position = position_of(LEDGER, text)
    assert position is None or derive(LEDGER, position) == text


def test_another_ledger_derives_other_marks() -> None:
    assert new_ledger_id() != new_ledger_id()
    assert position_of(LEDGER, derive("DAOTHER", 5)) is None


def test_thirty_two_neighbours_share_a_family() -> None:
    assert len({family(derive(LEDGER, position)) for position in range(64)}) == 2


def test_a_position_beyond_the_last_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="split the input"):
        derive(LEDGER, MAX_DRAFTS)


@pytest.mark.parametrize("key", ["po_number", "no", CustomField("Import id")])
def test_a_mark_that_was_written_is_brought_along(key: Key) -> None:
    draft = {"Invoice": {"client_id": 1}, "InvoiceItem": []}
    marked = with_mark(draft, "Invoice", key, "A-1")
    assert brought_mark(marked, "Invoice", key) == "A-1"
    assert brought_mark(draft, "Invoice", key) is None


@pytest.mark.parametrize("value", [None, "", "   "])
def test_an_empty_mark_counts_as_none(value: object) -> None:
    assert brought_mark({"Invoice": {"po_number": value}}, "Invoice", "po_number") is None


@pytest.mark.parametrize(
    ("record", "marks"),
    [
        ({"InvoiceCustomField": [{"label": "Import id", "value": "A-1"}]}, ["Import id", "A-1"]),
        ({"InvoiceCustomField": {"Import id": "A-1"}}, ["A-1"]),
        ({"custom_fields": []}, []),
        ({"id": "1"}, None),
    ],
)
def test_a_custom_field_is_found_in_whatever_shape_it_is_shown(record: dict[str, Any], marks: list[str] | None) -> None:
    assert marks_of(record, CustomField("Import id")) == marks


def test_a_number_shown_as_a_number_is_its_digits() -> None:
    assert marks_of({"po_number": 17}, "po_number") == ["17"]
    assert marks_of({"po_number": None}, "po_number") == []
    assert marks_of({}, "po_number") is None


@pytest.mark.parametrize("key", ["client_id", "", CustomField(" ")])
def test_a_field_that_cannot_carry_a_mark_is_refused(key: Any) -> None:
    with pytest.raises(ConfigurationError):
        key_name(key)
