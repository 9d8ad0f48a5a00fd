"""Quirks of parameters: each rule on its quirk and on what is no quirk."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from generator.merge.across import unpaged_list
from generator.merge.endpoint import CallName, Endpoint
from generator.merge.quirks import parameters
from tests.generator.generator_pages import V1, V2, endpoint, normal


def _query(name: str, schema: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"name": name, "in": "query", "schema": schema, **more}


def _listing(**options: Any) -> Endpoint:
    return attrs.evolve(normal(**options), named=CallName("things", "list", "list", "Thing"))


def test_credential_header_is_no_argument() -> None:
    found = endpoint(
        parameters=[
            {"name": "Authorization", "in": "header", "schema": {"default": "Bearer {{access_token}}"}},
            {"name": "APIKey", "in": "header", "schema": {}},
            _query("page", {}),
        ]
    )
    assert [one["name"] for one in parameters.credential_header(found).parameters] == ["page"]


def test_negotiation_header_is_no_argument() -> None:
    found = endpoint(parameters=[{"name": "Accept", "in": "header"}, {"name": "content-type", "in": "header"}])
    assert parameters.negotiation_header(found).parameters == ()
    assert parameters.credential_header(found) is found


def test_no_credential_reaches_the_end_of_the_rules() -> None:
    headers = [{"name": name, "in": "header"} for name in ("Accept", "Content-Type", "Authorization", "apikey")]
    assert normal(parameters=headers).parameters == ()


def test_parameter_without_place_is_dropped() -> None:
    found = endpoint(path="/things.json", parameters=[{"name": "format", "in": "path"}, _query("page", {})])
    assert [one["name"] for one in parameters.parameter_without_place(found).parameters] == ["page"]


def test_undeclared_path_parameter_is_declared_in_the_order_of_the_path() -> None:
    found = endpoint(path="/notes/{type}/{id}", parameters=[_query("page", {}), {"name": "id", "in": "path"}])
    settled = parameters.undeclared_path_parameter(found)
    assert [one["name"] for one in settled.parameters] == ["type", "id", "page"]
    assert settled.parameters[0]["required"] is True
    assert parameters.undeclared_path_parameter(settled) is settled


def test_optional_path_parameter_is_required() -> None:
    optional = {"name": "id", "in": "path", "required": False, "schema": {}}
    assert parameters.optional_path_parameter(optional)["required"] is True
    query = _query("page", {}, required=False)
    assert parameters.optional_path_parameter(query) is query


@pytest.mark.parametrize("name", ["id", "client_id", "workflow_id"])
def test_path_id_as_text_is_an_integer(name: str) -> None:
    assert parameters.path_id_as_text(_query(name, {"type": "string"}))["schema"] == {"type": "integer"}


@pytest.mark.parametrize("name", ["terminal_id", "type", "paid"])
def test_path_id_as_text_leaves_other_texts(name: str) -> None:
    text = _query(name, {"type": "string"})
    assert parameters.path_id_as_text(text) is text


def test_count_as_text_is_an_integer() -> None:
    assert parameters.count_as_text(_query("per_page", {"type": "string"}))["schema"] == {"type": "integer"}


def test_date_filter_as_text_is_a_date() -> None:
    found = parameters.date_filter_as_text(_query("due_date_from", {"type": "string"}))
    assert found["schema"] == {"type": "string", "format": "date"}
    other = _query("summary_total_from", {"type": "number"})
    assert parameters.date_filter_as_text(other) is other


def test_labels_beside_schema_move_into_it() -> None:
    found = parameters.labels_beside_schema(_query("type", {"type": "integer"}, **{"x-labels": {"0": "Invoice"}}))
    assert found == _query("type", {"type": "integer", "x-labels": {"0": "Invoice"}})


def test_path_parameters_bear_their_locked_names() -> None:
    number = {"name": "number", "in": "path", "schema": {"type": "integer"}}
    moved = attrs.evolve(
        endpoint(path="/things/{number}", parameters=[number]), base="/api2", locked="/api2/things/{id}"
    )
    found = parameters.path_parameters_as_locked(moved)
    assert found.path == "/things/{id}"
    assert [one["name"] for one in found.parameters] == ["id"]
    text = attrs.evolve(moved, parameters=({**number, "schema": {"type": "string"}},))
    assert parameters.path_parameters_as_locked(text) is text
    elsewhere = attrs.evolve(moved, locked="/api2/others/{id}")
    assert parameters.path_parameters_as_locked(elsewhere) is elsewhere


def test_outdated_limit_has_no_maximum() -> None:
    found = parameters.outdated_limit(_query("limit", {"type": "integer", "minimum": 1, "maximum": 1000}))
    assert found["schema"] == {"type": "integer", "minimum": 1}


def test_switch_as_count_is_a_boolean() -> None:
    found = parameters.switch_as_count(_query("load_custom_data", {"type": "integer", "minimum": 1, "maximum": 1}))
    assert found["schema"] == {"type": "boolean"}


def test_constant_in_parameter_name_is_fixed() -> None:
    found = parameters.constant_in_parameter_name(
        endpoint(parameters=[_query("filter[type]=19", {}), _query("page", {})])
    )
    assert found.fixed == {"filter[type]": "19"}
    assert [one["name"] for one in found.parameters] == ["page"]


def test_unpaged_list_takes_page_and_limit() -> None:
    found = unpaged_list(_listing(server=V1))
    assert [one["name"] for one in found.parameters] == ["page", "limit"]


def test_unpaged_list_of_v2_also_filters_and_sorts() -> None:
    found = unpaged_list(_listing(path="/brand/list/1", server=V2))
    assert [one["name"] for one in found.parameters] == ["level", "page", "per_page", "filter", "sort"]
    assert [one.get("style") for one in found.parameters][-2:] == ["deepObject", "deepObject"]


def test_unpaged_list_leaves_what_is_documented_and_what_is_no_list() -> None:
    documented = _listing(parameters=[_query("page", {"type": "integer"}), _query("limit", {"type": "integer"})])
    assert unpaged_list(documented) is documented
    single = normal(path="/things/{id}{format}", title="GET Single Thing")
    assert unpaged_list(single) is single
