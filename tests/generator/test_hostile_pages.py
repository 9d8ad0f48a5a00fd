"""Whatever a page holds, it merges or is refused with a place and a reason: nothing else happens."""

from __future__ import annotations

import copy
from contextlib import suppress
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import GeneratorError, PageError, ProblemsError
from generator.fetch.pages import Page
from generator.merge.merging import merge_pages
from tests.generator.generator_pages import SPECS, answer, body, listed, page

_SAMPLES = (
    "endpoints-v1/invoices/get-single-invoice-15115238.yaml",
    "endpoints-v1/invoices/bulk-add-invoices-38757780.yaml",
    "endpoints-v1/client-appointments/add-new-client-appointment-15115277.yaml",
    "endpoints-v1/products/get-all-products-15115316.yaml",
    "endpoints-v2/workflow/edit-record-36956248.yaml",
    "endpoints-v2/employee-asset/asset/get-all-assets-38573117.yaml",
    "authorization/generate-access-token-15815885.yaml",
)
_DATA = [yaml.safe_load((SPECS / "pages" / name).read_text("utf-8")) for name in _SAMPLES]

_junk: Any = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text(max_size=12)
    | st.sampled_from(
        [
            "{{ 7*7 }}",
            "'\"); import os",
            "../../etc/passwd",
            "\u202eevil",
            "integer",
            "object",
            "$ref",
            "a\nb",
            "0 => x",
        ]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=5,
)


def _containers(value: Any) -> list[Any]:
    inside = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
    return ([value] if isinstance(value, (dict, list)) and value else []) + [
        c for item in inside for c in _containers(item)
    ]


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.data())
def test_a_page_with_anything_anywhere_merges_or_is_refused(data: st.DataObject) -> None:
    spoiled = copy.deepcopy(data.draw(st.sampled_from(_DATA)))
    holder = data.draw(st.sampled_from(_containers(spoiled)))
    key = data.draw(st.sampled_from(list(holder) if isinstance(holder, dict) else list(range(len(holder)))))
    if isinstance(holder, dict) and data.draw(st.booleans()):
        holder[data.draw(st.text(max_size=10))] = holder.pop(key)
    else:
        holder[key] = data.draw(_junk)
    with suppress(GeneratorError):
        merged = merge_pages([Page("spoiled.yaml", spoiled)])
        assert merged.report.calls == 1


@pytest.mark.parametrize(
    ("operation", "place", "reason"),
    [
        ({"parameters": {}}, "/paths/~1things{format}/get/parameters", "a list was expected"),
        ({"responses": {"200": answer({"type": 7})}}, "/responses/200/type", "is no value of 'type'"),
        ({"responses": {"200": answer({"properties": {"a": 1}})}}, "/responses/200/properties/a", "a schema was"),
        ({"responses": {"200": {"$ref": "#/components/responses/Gone"}}}, "/responses/200", "refers to 'Gone'"),
        ({"x-page-id": "fifteen"}, "/paths/~1things{format}/get/x-page-id", "no page number"),
    ],
)
def test_what_cannot_be_read_stops_the_build(operation: dict[str, Any], place: str, reason: str) -> None:
    with pytest.raises(PageError) as refusal:
        merge_pages([page(**operation)])
    assert refusal.value.file == "page.yaml"
    assert refusal.value.place == place
    assert reason in refusal.value.reason
    assert refusal.value.remedy


def test_everything_that_is_wrong_is_told_at_once() -> None:
    bad = {"type": "object", "properties": {"a": {"type": 1}, "b": {"type": 2}}}
    pages = [
        page(file="one.yaml", responses={"200": answer(bad)}),
        page(file="two.yaml", path="/x", server="https://elsewhere.example", number=15000002),
        page(file="three.yaml", number=15000003, title="GET Single Thing"),
    ]
    with pytest.raises(ProblemsError) as refusal:
        merge_pages(pages)
    told = str(refusal.value)
    assert told.startswith("3 errors")
    assert "one.yaml at /responses/200/properties/a/type" in told
    assert "one.yaml at /responses/200/properties/b/type" in told
    assert "two.yaml at /paths/~1x: the path cannot be placed" in told


RECORD = {"type": "object", "properties": {"a b": {"type": "string"}, "id": {"type": "integer"}}}


@pytest.mark.parametrize(
    ("operation", "note"),
    [
        ({"x-new-console": 1}, "left out the key 'x-new-console' (page.yaml)"),
        ({"parameters": [{"name": "X-Tenant", "in": "header", "schema": {}}]}, "a parameter in 'header' that no rule"),
        ({"parameters": [{"name": "a", "in": "query", "unknown": 1}]}, "left out the key 'unknown'"),
        ({"parameters": [{"name": "a b", "in": "query"}]}, "is no name: left out"),
        ({"responses": {"200": answer({"type": "string", "format": "duration"})}}, "unknown format 'duration'"),
        ({"responses": {"200": answer({"not": {}})}}, "left out the key 'not'"),
        ({"responses": {"200": answer({"requird": ["a"]})}}, "read the key 'requird' as 'required'"),
        ({"responses": {"200": answer(listed(RECORD))}}, "the property 'a b' is no name: left out"),
        ({"responses": {"200": answer({"maxLength": []})}}, "no value of 'maxLength': left out"),
        ({"responses": {"200": answer({"$ref": "#/components/schemas/Gone"})}}, "'Gone' is not in the page: left open"),
    ],
)
def test_what_can_be_left_out_without_harm_is_a_note(operation: dict[str, Any], note: str) -> None:
    merged = merge_pages([page(**operation)])
    assert any(note in told for told in merged.report.noted()), merged.report.noted()
    assert merged.report.doubts == []


@pytest.mark.parametrize(
    ("operation", "doubt"),
    [
        ({"parameters": [{"name": "X-Tenant", "in": "header", "required": True}]}, "though it is required"),
        ({"responses": {"200": answer({"type": "whatever"})}}, "unknown type 'whatever'"),
    ],
)
def test_what_may_change_what_a_caller_can_do_is_a_doubt(operation: dict[str, Any], doubt: str) -> None:
    assert doubt in merge_pages([page(**operation)]).report.doubts[0]


@pytest.mark.parametrize("status", ["302", "402", "418", "429", "503", "default"])
def test_any_status_is_taken(status: str) -> None:
    document = merge_pages([page(responses={"200": answer({}), status: {"description": "?"}})]).document
    assert (
        status not in {"402", "418", "429", "503"}
        or status in document["paths"]["/api2/things.json"]["get"]["responses"]
    )


@pytest.mark.parametrize("items", [{}, {"items": {}}])
def test_a_batch_whose_results_say_nothing_of_themselves_merges(items: dict[str, Any]) -> None:
    batch = page(
        "post",
        "/invoices/add_bulk.json",
        title="Bulk Add Invoices",
        folder="Endpoints v1/Invoices",
        responses={"200": answer({"type": "array", **items})},
    )
    assert merge_pages([batch]).document["paths"]


def test_a_path_that_fits_no_base_stops_the_build() -> None:
    with pytest.raises(PageError, match="the path cannot be placed"):
        merge_pages([page(path="/somewhere", server="https://elsewhere.example")])


def test_a_body_that_is_neither_json_nor_a_form_stops_the_build() -> None:
    with pytest.raises(PageError, match="a body that is no JSON"):
        merge_pages(
            [page("post", title="Add New Thing", requestBody=body({"type": "object"}, media_type="application/xml"))],
        )


def test_a_schema_that_contains_itself_ends_where_it_begins_again() -> None:
    circle = {"schemas": {"A": {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/A"}}}}}
    merged = merge_pages([page(responses={"200": answer({"$ref": "#/components/schemas/A"})}, components=circle)])
    assert "the schema 'A' contains itself: left open" in merged.report.noted()[0]


def test_a_body_without_a_record_in_any_section_stops_the_build() -> None:
    empty = {"type": "object", "properties": {"Thing": {"type": "object", "properties": {}}}}
    with pytest.raises(PageError, match="no section of the body holds a record"):
        merge_pages([page("post", title="Add New Thing", requestBody=body(empty))])


def test_the_page_number_comes_from_the_console_link_or_from_the_file_where_the_page_does_not_say_it() -> None:
    link = "https://docs.example/web/project/1/apis/api-15999999-run"
    in_console: dict[str, Any] = {"x-run-in-apidog": link}
    linked = merge_pages([page(number=None, **in_console)])
    filed = merge_pages([page(number=None, file="all-things-15888888e0.md")])
    for merged, number in ((linked, "15999999"), (filed, "15888888")):
        operation = merged.document["paths"]["/api2/things.json"]["get"]
        assert operation["x-daftra"]["calls"][0]["pages"] == [number]
