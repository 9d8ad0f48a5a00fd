"""Whatever a page holds, it merges or is refused with a place and a reason: nothing else happens."""

from __future__ import annotations

import copy
from contextlib import suppress
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import GeneratorError, PageError
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
        merged = merge_pages([Page("spoiled.yaml", spoiled)], overlay=None)
        assert merged.report.calls == 1


@pytest.mark.parametrize(
    ("operation", "place", "reason"),
    [
        ({"x-new-console": 1}, "/paths/~1things{format}/get/x-new-console", "no rule reads the key"),
        ({"parameters": [{"name": "X-Tenant", "in": "header", "schema": {}}]}, "/parameters/X-Tenant", "'header'"),
        (
            {"parameters": [{"name": "a", "in": "query", "allowEmptyValue": 1}]},
            "/parameters/a/allowEmptyValue",
            "unknown key",
        ),
        ({"parameters": {}}, "/paths/~1things{format}/get/parameters", "a list was expected"),
        (
            {"responses": {"200": answer({"type": "integer", "x-labels": {"1": "One\u202e"}})}},
            "/responses/200/x-enum-labels",
            "invisible characters",
        ),
        ({"parameters": [{"name": "a b", "in": "query"}]}, "/parameters/a b", "is no name"),
        ({"responses": {"200": answer({"type": "uuid"})}}, "/responses/200/type", "unknown type 'uuid'"),
        ({"responses": {"200": answer({"type": "string", "format": "duration"})}}, "/responses/200/format", "duration"),
        ({"responses": {"200": answer({"not": {}})}}, "/responses/200/not", "no rule understands"),
        ({"responses": {"200": answer({"type": ["string", "integer"]})}}, "/responses/200/type", "the types"),
        ({"responses": {"418": {"description": "?"}}}, "/responses/418", "no rule knows this status"),
        (
            {"responses": {"200": answer(listed({"type": "object", "properties": {"a b": {"type": "string"}}}))}},
            "/responses/200/properties/data/items/properties/Thing/properties/a b",
            "is no name",
        ),
        (
            {"responses": {"200": answer({"type": "integer", "enum": ["1 => One", "two => Two"]})}},
            "/responses/200/enum/1",
            "in no known form",
        ),
        (
            {"responses": {"200": answer({"type": "integer", "enum": ["one"]})}},
            "/responses/200/enum/0",
            "does not fit type",
        ),
        (
            {"responses": {"200": answer({"oneOf": [{"type": "string"}, {"type": "integer"}]})}},
            "/responses/200/oneOf",
            "a oneOf of values",
        ),
        ({"responses": {"200": {"$ref": "#/components/responses/Gone"}}}, "/responses/200", "refers to 'Gone'"),
        ({"responses": {"200": answer({"$ref": "#/components/schemas/Gone"})}}, "/responses/200", "refers to 'Gone'"),
        ({"x-page-id": "fifteen"}, "/paths/~1things{format}/get/x-page-id", "no page number"),
        ({"summary": "List\u202e"}, "/paths/~1things.json", "cannot become a name"),
    ],
)
def test_what_no_rule_understands_stops_the_build(operation: dict[str, Any], place: str, reason: str) -> None:
    with pytest.raises(PageError) as refusal:
        merge_pages([page(**operation)], overlay=None)
    assert refusal.value.file == "page.yaml"
    assert refusal.value.place == place
    assert reason in refusal.value.reason
    assert refusal.value.remedy


def test_a_path_that_fits_no_base_stops_the_build() -> None:
    with pytest.raises(PageError, match="the path cannot be placed"):
        merge_pages([page(path="/somewhere", server="https://elsewhere.example")], overlay=None)


def test_a_body_that_is_neither_json_nor_a_form_stops_the_build() -> None:
    with pytest.raises(PageError, match="a body that is no JSON"):
        merge_pages(
            [page("post", title="Add New Thing", requestBody=body({"type": "object"}, media_type="application/xml"))],
            overlay=None,
        )


def test_a_schema_that_contains_itself_stops_the_build() -> None:
    circle = {"schemas": {"A": {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/A"}}}}}
    with pytest.raises(PageError, match="contains itself"):
        merge_pages(
            [page(responses={"200": answer({"$ref": "#/components/schemas/A"})}, components=circle)], overlay=None
        )


def test_a_body_without_a_record_in_any_section_stops_the_build() -> None:
    empty = {"type": "object", "properties": {"Thing": {"type": "object", "properties": {}}}}
    with pytest.raises(PageError, match="no section of the body holds a record"):
        merge_pages([page("post", title="Add New Thing", requestBody=body(empty))], overlay=None)


def test_the_page_number_comes_from_the_console_link_or_from_the_file_where_the_page_does_not_say_it() -> None:
    link = "https://docs.example/web/project/1/apis/api-15999999-run"
    in_console: dict[str, Any] = {"x-run-in-apidog": link}
    linked = merge_pages([page(number=None, **in_console)], overlay=None)
    filed = merge_pages([page(number=None, file="all-things-15888888e0.md")], overlay=None)
    for merged, number in ((linked, "15999999"), (filed, "15888888")):
        operation = merged.document["paths"]["/api2/things.json"]["get"]
        assert operation["x-daftra"]["calls"][0]["pages"] == [number]
