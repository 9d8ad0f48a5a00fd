"""Pages that meet: twice the same, one request, one name, one schema; and a page that no rule knows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.errors import MergeError
from generator.fetch.pages import Page
from generator.merge.merging import merge_pages
from generator.merge.quirks import rule_names
from tests.generator.generator_pages import SPECS, V2, answer, body, calls_of, listed, page


def test_an_unknown_quirk_ends_the_command_with_page_place_reason_and_remedy(tmp_path: Path) -> None:
    text = (SPECS / "pages/endpoints-v1/stores/add-new-store-15115367.yaml").read_text("utf-8")
    (tmp_path / "store.yaml").write_text(text.replace("type: boolean", "type: yes-or-no", 1))
    done = subprocess.run(
        [sys.executable, "-m", "generator", "merge", "--pages", str(tmp_path), "--out", str(tmp_path / "out.yaml")],
        cwd=SPECS.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert (
        "doubt: store.yaml at /requestBody/properties/Store/properties/primary/type: unknown type 'yes-" in done.stdout
    )
    assert "write a quirk rule for it" in done.stdout


def test_a_number_that_two_pages_bear_is_refused() -> None:
    with pytest.raises(MergeError, match="page 15000001 is there twice"):
        merge_pages([page(file="a.yaml"), page(file="b.yaml", path="/others")])


def test_the_same_page_twice_is_one_page() -> None:
    assert merge_pages([page(file="a.yaml"), page(file="b.yaml")]).report.calls == 1


def test_two_pages_for_one_name_are_a_doubt_and_both_are_there() -> None:
    merged = merge_pages([page(file="a.yaml"), page(file="b.yaml", path="/other_things{format}", number=15000002)])
    assert merged.report.doubts == ["b.yaml and a.yaml are both things.list: name page 15000002 in specs/names.yaml"]
    assert sorted(f"{call['resource']}.{call['name']}" for call in calls_of(merged.document)) == [
        "things.list", "things.list_2",
    ]  # fmt: skip


def test_two_pages_for_one_request_are_one_call() -> None:
    more = page(file="b.yaml", number=15000002, parameters=[{"name": "q", "in": "query"}])
    merged = merge_pages([page(file="a.yaml"), more])
    (call,) = calls_of(merged.document)
    assert call["pages"] == ["15000001", "15000002"]
    assert "q" in call["parameters"]
    assert merged.report.doubts == []


def _added_brand_page(**changes: Any) -> Page:
    return page(
        "post",
        "/v2/api/entity/thing",
        title="Add New Thing",
        server=V2,
        number=15000002,
        requestBody=body({"type": "object", "properties": {"name": {"type": "string"}, "id": {"type": "integer"}}}),
        **changes,
    )


def test_a_new_folder_needs_no_line_of_code() -> None:
    record = {"type": "object", "properties": {"id": {"type": "string"}, "total_amount": {"type": "integer"}}}
    pages = [page(responses={"200": answer(listed(record))}), _added_brand_page()]
    document = merge_pages(pages).document
    assert document["components"]["schemas"]["Thing"]["properties"] == {
        "id": {"type": "integer"},
        "total_amount": {"type": "number", "format": "decimal"},
        "name": {"type": "string"},
    }
    calls = [f"{call['resource']}.{call['name']}" for call in calls_of(document)]
    assert sorted(calls) == ["things.create", "things.list"]


def test_one_name_described_differently_is_united_and_what_does_not_fit_is_reported() -> None:
    first = {"type": "object", "properties": {"id": {"type": "integer"}, "state": {"type": "string"}}}
    second = {
        "type": "object",
        "properties": {"state": {"type": "array", "items": {"type": "object", "properties": {}}}},
    }
    single = {"type": "object", "properties": {"data": {"type": "object", "properties": {"Thing": second}}}}
    pages = [
        page(responses={"200": answer(listed(first))}),
        page(path="/things/{id}{format}", title="GET Single Thing", number=15000002, responses={"200": answer(single)}),
    ]
    merged = merge_pages(pages)
    assert merged.document["components"]["schemas"]["Thing"]["properties"]["state"] == {}
    assert merged.report.counts["schema_that_differs"] == 1
    assert "Thing.state" in merged.report.table(rule_names())


def test_two_schemas_of_one_name_are_refused() -> None:
    record = {"type": "object", "properties": {"id": {"type": "integer"}}}
    with pytest.raises(MergeError, match="two schemas would be called Error"):
        merge_pages([page(folder="Endpoints v1/Errors", responses={"200": answer(listed(record))})])


def test_pages_that_type_one_parameter_differently_give_it_the_type_that_carries_both() -> None:
    def edit(number: int, title: str, kind: str) -> Page:
        parameter = {"name": "mode", "in": "query", "schema": {"type": kind}}
        return page("post", "/things", title=title, number=number, file=f"{number}.yaml", parameters=[parameter])

    merged = merge_pages([edit(15000001, "Add New Thing", "string"), edit(15000002, "Edit Thing", "integer")])
    (mode,) = merged.document["paths"]["/api2/things"]["post"]["parameters"]
    assert mode["schema"] == {"type": "integer"}
    assert "the parameter 'mode' differs between pages of one operation" in merged.report.noted()[0]
