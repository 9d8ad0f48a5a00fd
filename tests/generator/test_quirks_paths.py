"""Quirks of paths: each rule on its quirk, on what is no quirk, and counted."""

from __future__ import annotations

import pytest

from generator.errors import PageError
from generator.merge.quirks import paths, titles
from tests.generator.generator_pages import V1, V2, endpoint, normal


def test_absolute_url_path_loses_its_host() -> None:
    whole = endpoint(path="https://{{subdomain}}.daftra.com/v2/api/entity/thing/list/-1")
    assert paths.absolute_url_path(whole).path == "/v2/api/entity/thing/list/-1"
    plain = endpoint(path="/things")
    assert paths.absolute_url_path(plain) is plain


def test_missing_leading_slash_is_added() -> None:
    assert paths.missing_leading_slash(endpoint(path="booking/list/1")).path == "/booking/list/1"
    plain = endpoint(path="/things")
    assert paths.missing_leading_slash(plain) is plain


def test_braces_in_path_become_a_placeholder() -> None:
    doubled = endpoint(path="/brand/{{id}}/{{ format }}")
    assert paths.braces_in_path(doubled).path == "/brand/{id}/{format}"
    plain = endpoint(path="/brand/{id}")
    assert paths.braces_in_path(plain) is plain


@pytest.mark.parametrize(
    ("path", "settled"),
    [
        ("/cost_center/{ID}/1", "/cost_center/{id}/1"),
        ("/bookings/{bookingId}", "/bookings/{id}"),
        ("/booking/{bookingId}/1", "/booking/{id}/1"),
        ("/bookings/change_status/{bookingId}/{bookingStatus}", "/bookings/change_status/{id}/{booking_status}"),
        ("/le_workflow-{workflow_id}/{record_id}", "/le_workflow-{workflow_id}/{record_id}"),
    ],
)
def test_shouted_path_parameter_becomes_snake_case(path: str, settled: str) -> None:
    assert paths.shouted_path_parameter(endpoint(path=path)).path == settled


def test_shouted_path_parameter_is_renamed_where_it_is_declared_too() -> None:
    shouted = endpoint(path="/bookings/{bookingId}", parameters=[{"name": "bookingId", "in": "path", "schema": {}}])
    assert [one["name"] for one in paths.shouted_path_parameter(shouted).parameters] == ["id"]


@pytest.mark.parametrize(
    ("path", "server", "base", "rest"),
    [
        ("/api2/bookings/{id}", V1, "/api2", "/bookings/{id}"),
        ("/v2/api/entity/cost_center", V2, "/v2/api/entity", "/cost_center"),
        ("/v2/api/entity/cost_center", V1, "/v2/api/entity", "/cost_center"),
        ("/v2/oauth/token", "https://{{subdomain}}.daftra.com", "/", "/v2/oauth/token"),
        ("/v2/api/multi-entity", V2, "/", "/v2/api/multi-entity"),
        ("/follow_up_statuses/{id}{format}", V2, "/api2", "/follow_up_statuses/{id}.json"),
        ("/requisitions", V1, "/api2", "/requisitions"),
        ("/brand", V2, "/v2/api/entity", "/brand"),
    ],
)
def test_every_path_finds_its_base_whatever_the_page_says(path: str, server: str, base: str, rest: str) -> None:
    found = normal("post", path, title="Add New Thing", server=server)
    assert (found.base, found.path) == (base, rest)


def test_base_from_server_refuses_a_server_it_does_not_know() -> None:
    with pytest.raises(PageError, match="cannot be placed"):
        paths.base_from_server(endpoint(path="/things", server="https://example.com/v3"))


def test_format_glued_to_path_becomes_json() -> None:
    assert paths.format_glued_to_path(endpoint(path="/things/{id}{format}")).path == "/things/{id}.json"
    level = endpoint(path="/brand/list/{format}")
    assert paths.format_glued_to_path(level) is level


@pytest.mark.parametrize(
    ("path", "default", "level"),
    [
        ("/brand/list/1", None, 1),
        ("/brand/list/-1", None, -1),
        ("/employee_asset/list/2", None, 2),
        ("/brand/list/{{format}}", None, 1),
        ("/brand/list/{{format}}", "3", 3),
        ("/brand/{{id}}/{{format}}", 2, 2),
    ],
)
def test_level_as_last_segment_becomes_a_parameter(path: str, default: object, level: int) -> None:
    declared = [] if default is None else [{"name": "format", "in": "path", "schema": {"default": default}}]
    found = normal("get", path, server=V2, parameters=declared)
    assert found.path.endswith("/{level}")
    assert found.parameters[-1 if "{id}" not in found.path else 1]["schema"] == {"type": "integer", "default": level}


def test_level_is_no_matter_of_writes_or_of_v1() -> None:
    assert normal("put", "/brand/{{id}}", title="Edit brand", server=V2).path == "/brand/{id}"
    assert normal("get", "/things/1", server=V1).path == "/things/1"


def test_stray_spaces_are_taken_out() -> None:
    sloppy = endpoint(title=" GET  All Things ", folder="Endpoints v1/Things ", path=" /things")
    tidy = titles.stray_spaces(sloppy)
    assert (tidy.title, tidy.folder, tidy.path) == ("GET All Things", "Endpoints v1/Things", "/things")
    assert titles.stray_spaces(tidy) is tidy


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("GET Single Taxe", "GET Single Tax"),
        ("Add New Expens", "Add New Expense"),
        ("Multy Entity Request", "Multi Entity Request"),
        ("Edit Taxes", "Edit Taxes"),
        ("GET All Expenses", "GET All Expenses"),
    ],
)
def test_misspelt_title_is_spelt_right(typed: str, meant: str) -> None:
    assert titles.misspelt_title(endpoint(title=typed)).title == meant


def test_misspelt_folder_is_spelt_right() -> None:
    found = titles.misspelt_title(endpoint(folder="Endpoints v1/Requsitions"))
    assert found.folder == "Endpoints v1/Requisitions"


def test_tag_in_two_spellings_becomes_one() -> None:
    both = endpoint(
        tags=["Endpoints v2/Follow-Up Status", "Follow Up Statuses"], folder="Endpoints v2/Follow-Up Status"
    )
    assert titles.tag_in_two_spellings(both).tags == ("Follow-Up Status",)
    one = endpoint(tags=["Things"])
    assert titles.tag_in_two_spellings(one) is one


@pytest.mark.parametrize(
    ("method", "path", "folder", "base"),
    [
        ("get", "/invoice/list/1", "Endpoints v1/Advance Payment Invoices", "/v2/api/entity"),
        ("get", "/booking/{bookingId}/1", "Endpoints v1/Booking", "/v2/api/entity"),
        ("delete", "/bookings/{bookingId}", "Endpoints v1/Booking", "/api2"),
        ("post", "/brand", "Endpoints v2/Brands", "/v2/api/entity"),
    ],
)
def test_base_not_documented_is_told_by_the_level_or_the_folder(method: str, path: str, folder: str, base: str) -> None:
    assert paths.base_not_documented(endpoint(method, path, folder=folder, server="")).base == base


def test_base_not_documented_leaves_a_documented_one_and_an_unknown_folder() -> None:
    for known in (endpoint(path="/things"), endpoint(path="/things", server="", folder="Elsewhere")):
        assert paths.base_not_documented(known) is known
