"""Keys: derived the same way every time, found again wherever the server shows them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async._bulk.keys import (
    MAX_DRAFTS,
    CustomField,
    KeyField,
    check_key_field,
    derive,
    family,
    given_key,
    keys_of,
    place_of,
    position_of,
    random_name,
    run_id,
    with_key,
)
from daftra_async.errors import ConfigurationError

RUN = run_id("acme", "invoices", "june")
DIGEST = bytes(range(16))


@given(position=st.integers(0, MAX_DRAFTS - 1), digest=st.binary(min_size=16, max_size=16))
def test_a_derived_key_leads_back_to_its_position(position: int, digest: bytes) -> None:
    key = derive(RUN, position, digest)
    assert position_of(RUN, key) == position
    assert len(key) == len(derive(RUN, 0, DIGEST))


@given(st.text() | st.text(alphabet="DA0123456789ABCDEFGH-").map(lambda tail: RUN + tail))
def test_no_other_text_passes_for_a_derived_key(text: str) -> None:
    position = position_of(RUN, text)
    assert position is None or place_of(text) == place_of(derive(RUN, position, DIGEST))


@pytest.mark.parametrize(
    "other", [("other", "invoices", "june"), ("acme", "clients", "june"), ("acme", "invoices", "july")]
)
def test_a_run_is_its_account_its_resource_and_its_name(other: tuple[str, str, str]) -> None:
    assert run_id("acme", "invoices", "june") == RUN
    assert run_id(*other) != RUN
    assert position_of(RUN, derive(run_id(*other), 5, DIGEST)) is None


def test_parts_of_an_identity_cannot_be_shifted_into_each_other() -> None:
    assert run_id("ab", "c", "d") != run_id("a", "bc", "d") != run_id("a", "b", "cd")


def test_a_run_without_a_name_is_never_the_same_as_another() -> None:
    assert random_name() != random_name()


def test_another_payload_is_another_key_at_the_same_place() -> None:
    first, second = derive(RUN, 7, DIGEST), derive(RUN, 7, DIGEST[::-1])
    assert first != second
    assert place_of(first) == place_of(second)


def test_thirty_two_neighbours_share_a_family() -> None:
    assert len({family(derive(RUN, position, bytes([position] * 16))) for position in range(64)}) == 2


def test_a_position_beyond_the_last_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="split the input"):
        derive(RUN, MAX_DRAFTS, DIGEST)


@pytest.mark.parametrize("key", ["po_number", "no", CustomField("Import id")])
def test_a_key_that_was_written_is_brought_along(key: KeyField) -> None:
    draft = {"Invoice": {"client_id": 1}, "InvoiceItem": []}
    written = with_key(draft, "Invoice", key, "A-1")
    assert given_key(written, "Invoice", key) == "A-1"
    assert given_key(draft, "Invoice", key) is None


@pytest.mark.parametrize("value", [None, "", "   "])
def test_an_empty_key_counts_as_none(value: object) -> None:
    assert given_key({"Invoice": {"po_number": value}}, "Invoice", "po_number") is None


def test_a_custom_field_is_written_beside_those_of_the_draft() -> None:
    present = {"Branch": "7"}
    draft = {"Invoice": {}, "InvoiceCustomField": present}
    written = with_key(draft, "Invoice", CustomField("Import id"), "A-1")
    assert given_key(written, "Invoice", CustomField("Import id")) == "A-1"
    assert given_key(written, "Invoice", CustomField("Branch")) == "7"
    assert draft["InvoiceCustomField"] == present


@pytest.mark.parametrize(("text", "written"), [("", "{}"), (None, "{}"), ("Called twice.", "Called twice. [{}]")])
def test_a_field_that_people_write_in_keeps_their_text(text: str | None, written: str) -> None:
    key = derive(RUN, 3, DIGEST)
    draft = with_key({"Note": {"body": text}}, "Note", "body", key)
    assert draft["Note"]["body"] == written.format(key)
    assert keys_of(draft["Note"], "body") == [key]


def test_a_text_of_theirs_is_no_key() -> None:
    assert given_key({"Note": {"body": "A-1"}}, "Note", "body") is None
    assert keys_of({"body": "A-1"}, "body") == []


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


@pytest.mark.parametrize(
    ("key", "resource", "says"),
    [
        ("client_id", "invoices", 'use "po_number", "no" or CustomField'),
        ("", "invoices", "po_number"),
        (CustomField(" "), "invoices", "label"),
        (CustomField("Import id"), "clients", 'for clients use "po_number", "no"$'),
        (None, "clients", "po_number"),
    ],
)
def test_a_field_that_cannot_carry_a_key_is_refused_with_those_that_can(key: Any, resource: str, says: str) -> None:
    with pytest.raises(ConfigurationError, match=says):
        check_key_field(key, ("po_number", "no"), resource)
