"""One schema of several descriptions: what wins, and that order decides nothing that matters."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.merge.library import Library, refined
from generator.merge.schemas import differences, unify, union
from generator.yaml_writing import dump

INTEGER: dict[str, Any] = {"type": "integer"}
TEXT: dict[str, Any] = {"type": "string"}
DECIMAL: dict[str, Any] = {"type": "number", "format": "decimal"}
FLAG: dict[str, Any] = {"type": "boolean"}
OPEN: dict[str, Any] = {"nullable": True}
CLIENT: dict[str, Any] = {"$ref": "#/components/schemas/Client"}
FREE: dict[str, Any] = {"type": "object", "additionalProperties": True}


def _list(items: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": items}


@pytest.mark.parametrize(
    ("one", "other", "united"),
    [
        (INTEGER, INTEGER, INTEGER),
        (OPEN, INTEGER, {"type": "integer", "nullable": True}),
        (OPEN, CLIENT, CLIENT),
        (INTEGER, TEXT, INTEGER),
        (INTEGER, DECIMAL, DECIMAL),
        (INTEGER, FLAG, FLAG),
        (TEXT, {"type": "string", "format": "date"}, {"type": "string", "format": "date"}),
        (
            {"type": "string", "format": "date"},
            {"type": "string", "format": "datetime"},
            {"type": "string", "format": "datetime"},
        ),
        ({"type": "string", "maxLength": 3}, {"type": "string", "maxLength": 9}, {"type": "string", "maxLength": 9}),
        (CLIENT, FREE, CLIENT),
        (CLIENT, _list(CLIENT), _list(CLIENT)),
        (_list({}), _list(TEXT), _list(TEXT)),
        (TEXT, FREE, {}),
        (TEXT, CLIENT, {}),
        ({"type": "string", "nullable": True, "x-guess": True}, CLIENT, CLIENT),
        ({"type": "string", "nullable": True, "x-guess": True}, DECIMAL, {**DECIMAL, "nullable": True}),
    ],
)
def test_two_descriptions_become_one(one: dict[str, Any], other: dict[str, Any], united: dict[str, Any]) -> None:
    assert unify(one, other) == united
    assert unify(other, one) == united


_schemas: Any = st.sampled_from(
    [
        INTEGER,
        TEXT,
        DECIMAL,
        FLAG,
        OPEN,
        CLIENT,
        FREE,
        {},
        _list(TEXT),
        _list(CLIENT),
        {"type": "string", "format": "date"},
    ]
)


@given(_schemas, _schemas)
def test_the_order_of_two_descriptions_does_not_matter(one: dict[str, Any], other: dict[str, Any]) -> None:
    assert unify(one, other) == unify(other, one)


@given(_schemas)
def test_a_description_united_with_itself_is_itself(one: dict[str, Any]) -> None:
    assert unify(one, one) == one


def test_enums_are_united_by_value_and_the_first_label_stays() -> None:
    one = {
        "type": "integer",
        "enum": [0, 7],
        "x-enum-labels": ["Invoice", "BNR"],
    }
    other = {
        "type": "integer",
        "enum": [7, 12, -1],
        "x-enum-labels": ["R", "S", "D"],
    }
    assert unify(one, other) == {
        "type": "integer",
        "enum": [0, 7, 12, -1],
        "x-enum-labels": ["Invoice", "BNR", "S", "D"],
    }


def test_differences_are_counted_and_what_does_not_fit_is_named() -> None:
    parts = [{"a": INTEGER, "b": TEXT}, {"a": TEXT, "b": FREE}, {"a": INTEGER}]
    assert differences(parts) == (2, ["b"])
    assert union(parts) == {"a": INTEGER, "b": {}}


def test_a_draft_takes_the_type_that_its_record_knows() -> None:
    assert refined(OPEN, {**INTEGER, "readOnly": True}) == {**INTEGER, "nullable": True}
    assert refined(TEXT, {"type": "string", "format": "date"}) == {"type": "string", "format": "date"}
    assert refined(TEXT, None) is TEXT
    assert refined(FREE, DECIMAL) is FREE


def _record(**properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def test_related_records_are_collected_under_their_own_names() -> None:
    library = Library()
    library.add_record("Invoice", _record(id=INTEGER, Client=_record(id=INTEGER), Document={"type": "object"}))
    library.add_record("Client", _record(id=INTEGER, name=TEXT))
    assert library.records() == {
        "Client": {"id": INTEGER, "name": TEXT},
        "Invoice": {"id": INTEGER, "Client": CLIENT, "Document": {}},
    }


def test_a_draft_holds_only_what_may_be_written() -> None:
    library = Library()
    library.add_record("Invoice", _record(id=INTEGER, total={**DECIMAL, "readOnly": True}, password=TEXT))
    library.add_draft("Invoice", _record(id=INTEGER, name=TEXT, total={**DECIMAL, "readOnly": True}, created=TEXT))
    records = library.records()
    assert list(records["Invoice"]) == ["id", "total", "name", "created"]
    assert list(library.drafts(records)["InvoiceDraft"]["properties"]) == ["name"]


def test_required_is_what_all_pages_with_a_list_agree_on() -> None:
    library = Library()
    for required in (["client_id", "date"], [], ["client_id"]):
        library.add_draft("Invoice", {**_record(client_id=INTEGER, date=TEXT), "required": required})
    assert library.drafts(library.records())["InvoiceDraft"]["required"] == ["client_id"]


def test_a_line_of_a_new_document_does_not_name_its_document() -> None:
    library = Library()
    line = _record(invoice_id=INTEGER, item=TEXT)
    assert library.section("Invoice", "InvoiceItem", _list(line)) == _list(
        {"$ref": "#/components/schemas/InvoiceItemDraft"}
    )
    assert list(library.drafts(library.records())["InvoiceItemDraft"]["properties"]) == ["item"]


_text = st.text(st.characters(exclude_categories=["Cs"]))
_plain: Any = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _text,
    lambda inner: st.lists(inner) | st.dictionaries(_text, inner),
)


@given(_plain)
def test_what_is_written_reads_back_the_same(value: Any) -> None:
    assert yaml.safe_load(dump({"value": value}))["value"] == value
