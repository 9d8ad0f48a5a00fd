"""Whatever is typed or stands in a file becomes a value of its field or a refusal in words, never a traceback."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async.cli.bulk_input import Document, Problem, read_documents
from daftra_async.cli.bulk_plan import Plan
from daftra_async.cli.calls import describe, find_call, read_pairs
from daftra_async.cli.drafts import check_wire
from daftra_async.cli.exits import Refusal
from daftra_async.cli.fields import Unfit, fields_of, typed
from daftra_async.cli.output import json_text
from daftra_async.cli.terminal import harmless
from daftra_async.models import InvoiceDraft, InvoicePaymentFilter

FIELDS = fields_of(InvoiceDraft)

values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text() | st.decimals(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


def attempt(refusal: type[Exception], work: Callable[[], object]) -> str | None:
    """The words of the refusal, if it was one; any other exception fails the test."""
    try:
        work()
    except refusal as error:
        return str(error)
    return None


@given(st.sampled_from(sorted(FIELDS)), values)
def test_any_value_fits_its_field_or_is_unfit_in_words(name: str, value: Any) -> None:
    refused = attempt(Unfit, lambda: typed(FIELDS[name], value))
    assert refused is None or name in refused


@given(
    st.dictionaries(
        st.sampled_from(["Invoice", "InvoiceItem", "Payment", "InvoiceItems", "Deposit"]),
        values | st.dictionaries(st.sampled_from(sorted(FIELDS)), values, max_size=4),
        max_size=3,
    )
)
def test_any_object_is_a_draft_or_has_a_problem(wire: dict[str, Any]) -> None:
    refused = attempt(Unfit, lambda: check_wire(wire, InvoiceDraft))
    assert refused or wire["Invoice"]["client_id"] is not None


@given(st.lists(st.text(st.sampled_from("ab=[]1 "), max_size=12), max_size=4))
def test_any_arguments_are_pairs_or_refused(texts: list[str]) -> None:
    refused = attempt(Refusal, lambda: read_pairs(texts))
    assert refused or all("=" in text for text in texts)


def test_pairs_nest_and_repeat() -> None:
    texts = ["a=1", "f[x][gte]=2", "f[y][in][]=3", "f[y][in][]=4", "t=5", "t=6", "n=", "q=x=y"]
    assert read_pairs(texts) == {
        "a": "1",
        "f": {"x": {"gte": "2"}, "y": {"in": ["3", "4"]}},
        "t": ["5", "6"],
        "n": "",
        "q": "x=y",
    }


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("payment_status=unpaid", InvoicePaymentFilter.UNPAID),
        ("payment_status=0", InvoicePaymentFilter.UNPAID),
        ("date_from=2026-02-28", date(2026, 2, 28)),
        ("summary_total_from=12.3400", Decimal("12.3400")),
        ("draft=no", False),
        ("tags=a, b", ["a", "b"]),
        ("staff_id=-3", [-3]),
        ("keywords=1", "1"),
    ],
)
def test_a_parameter_is_read_as_what_it_takes(text: str, value: Any) -> None:
    (found,) = find_call("invoices", "list").arguments([text]).values()
    assert found == value
    assert type(found) is type(value)


def test_the_fields_of_a_line_can_stand_by_themselves() -> None:
    texts = ["client_id=1", "items.item=Ink", "items.unit_price=9.50", "notes=x", "items.item=Pen", "items.quantity=3"]
    found = find_call("invoices", "create").arguments(texts)["draft"].to_wire()
    assert found == {
        "Invoice": {"client_id": 1, "notes": "x"},
        "InvoiceItem": [{"item": "Ink", "unit_price": Decimal("9.50")}, {"item": "Pen", "quantity": Decimal(3)}],
    }


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["client_id=1", "items=[]", "items.item=Ink"], "items is given whole and by its fields"),
        (["client_id=1", "items.itme=Ink"], r"items\[0\]\.itme: no field of InvoiceItem: did you mean item\?"),
        (["client_id=1", "items.item=Ink", "items.item=Pen", "items.quantity=x"], r"items\[1\]\.quantity='x'"),
        (["client_id=1", "notes.x=1"], "no field of Invoice"),
    ],
)
def test_a_field_of_a_line_that_cannot_be_meant_is_refused(texts: list[str], told: str) -> None:
    with pytest.raises(Refusal, match=told):
        find_call("invoices", "create").arguments(texts)


def test_data_may_be_flat_or_documented_and_is_checked_either_way() -> None:
    call = find_call("invoices", "create")
    flat = call.arguments([], data='{"client_id": 1, "items": [{"item": "Ink"}]}')["draft"]
    documented = call.arguments([], data='{"Invoice": {"client_id": 1}, "InvoiceItem": [{"item": "Ink"}]}')["draft"]
    assert flat == documented
    for wrong in ('{"client_id": 1, "notse": "x"}', '{"Invoice": {"client_id": 1, "notse": "x"}}', '{"notes": "x"}'):
        with pytest.raises(Refusal, match=r"notse|client_id missing"):
            call.arguments([], data=wrong)
    partial = find_call("invoices", "update").arguments(["id=1"], data='{"Invoice": {"notes": "x"}}')
    assert partial["draft"] == {"Invoice": {"notes": "x"}}


def test_data_that_is_no_text_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "body.json").write_bytes(b"\xff\xfe{")
    with pytest.raises(Refusal, match=r"body\.json is no JSON"):
        find_call("invoices", "create").arguments([], data=f"@{tmp_path / 'body.json'}")


def test_every_operation_can_be_described() -> None:
    from daftra_async import OPERATIONS

    calls = [describe(operation) for operation in OPERATIONS]
    assert len(calls) == len(OPERATIONS)
    assert all(call.help for call in calls)


cells = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
documents = st.lists(
    st.tuples(
        st.integers(min_value=1, max_value=10**9),
        cells.filter(lambda text: text.strip() == text),
        st.lists(
            st.tuples(cells, st.decimals(min_value=0, max_value=10**9, places=4)), min_size=1, max_size=3
        ),
    ),
    min_size=1,
    max_size=4,
    unique_by=lambda each: each[1],
)  # fmt: skip


@given(documents)
def test_rows_become_the_documents_they_were_written_from(
    tmp_path_factory: pytest.TempPathFactory, given: list[tuple[int, str, list[tuple[str, Decimal]]]]
) -> None:
    path = tmp_path_factory.mktemp("rows") / "rows.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["client_id", "po_number", "items.item", "items.unit_price"])
        for client, mark, lines in given:
            writer.writerows([client, mark, item, price] for item, price in lines)
    found = list(read_documents(Plan(source=path, group_by="po_number")))
    assert [each.wire for each in found if isinstance(each, Document)] == [
        {
            "Invoice": {"client_id": client, "po_number": mark},
            "InvoiceItem": [{"item": item, "unit_price": price} for item, price in lines],
        }
        for client, mark, lines in given
    ]


def test_a_flat_draft_and_one_in_the_documented_shape_are_the_same(tmp_path: Path) -> None:
    path = tmp_path / "both.jsonl"
    lines = [{"item": "Ink", "unit_price": 9.55}]
    flat = {"client_id": 1, "date": "2026-09-25", "items": lines}
    documented = {"Invoice": {"client_id": 1, "date": "2026-09-25"}, "InvoiceItem": lines}
    path.write_text(f"{json.dumps(flat)}\n\n{json.dumps(documented)}\n")
    first, second = read_documents(Plan(source=path))
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert first.wire == second.wire == {**documented, "InvoiceItem": [{"item": "Ink", "unit_price": Decimal("9.55")}]}
    assert (first.place, second.place) == ("line 1", "line 3")


@pytest.mark.parametrize("data", [b"\xff\n", b"[]\n", b"3\n", b"[" * 50_000 + b"\n", b'{"a":\n'])
def test_a_line_that_is_no_draft_is_a_problem_with_its_number(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_bytes(data)
    (problem,) = read_documents(Plan(source=path))
    assert isinstance(problem, Problem)
    assert problem.place == "line 1"


server_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner, max_size=3),
    max_leaves=6,
)


@given(server_values)
def test_json_comes_out_as_it_went_in_and_drives_no_terminal(value: Any) -> None:
    text = json_text({"value": value})
    assert json.loads(text) == {"value": value}
    assert not {character for character in text if character < " " or "\x7f" <= character < "\xa0"}


@given(st.text())
def test_text_for_a_terminal_holds_nothing_that_drives_it(text: str) -> None:
    for lines in (True, False):
        told = harmless(text, lines=lines)
        assert not {character for character in told if character < " " and character not in "\n\t"}
        assert not set("\x1b\x7f\x9b\u202e\u2066") & set(told)
