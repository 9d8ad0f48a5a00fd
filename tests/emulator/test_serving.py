"""The ways to run an emulator, what it notes, and what it does with anything at all."""

from __future__ import annotations

import asyncio
import builtins
import importlib
import sys
from typing import Any

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from daftra_async.emulator import Emulator
from daftra_async.emulator.oauth import form_fields
from daftra_async.emulator.router import Router, split
from daftra_async.emulator.schema import Schema
from daftra_async.emulator.v2_filters import parse_filters
from daftra_async.errors import ConfigurationError


def test_synchronous_code_can_use_it() -> None:
    with Emulator() as emulator:
        answer = httpx.get(f"{emulator.url}/api2/site_info.json", headers={"apikey": emulator.api_key})
        assert answer.status_code == 200
        url = emulator.url
    with pytest.raises(httpx.ConnectError):
        httpx.get(url)


async def test_it_can_be_reached_without_a_socket() -> None:
    emulator = Emulator()
    async with httpx.AsyncClient(base_url="http://anything", transport=emulator.transport()) as client:
        answer = await client.get("/api2/site_info.json", headers={"apikey": emulator.api_key})
    assert answer.status_code == 200


async def test_there_is_no_url_before_it_serves() -> None:
    with pytest.raises(RuntimeError, match="not serving"):
        _ = Emulator(seed=False).url


async def test_two_emulators_do_not_share_anything() -> None:
    async with Emulator() as first, Emulator() as second:
        first.store.erase("client", 1)
        assert first.url != second.url
        assert second.store.get("client", 1) is not None


async def test_an_empty_account_has_no_records() -> None:
    assert Emulator(seed=False).store.tables() == []


async def test_the_journal_tells_what_happened(emulator: Emulator, api: httpx.AsyncClient) -> None:
    await api.get("/api2/clients.json", params={"page": 2})
    await api.post("/api2/clients.json", json={"Client": {"business_name": "X"}})
    await api.post("/api2/invoices.json", json={"Invoice": {}})
    await api.delete("/api2/clients/13.json")
    assert [(entry.method, entry.status, entry.verdict, entry.ids) for entry in emulator.journal] == [
        ("GET", 200, "read", ()),
        ("POST", 202, "created", (13,)),
        ("POST", 400, "refused", ()),
        ("DELETE", 200, "deleted", ()),
    ]
    assert emulator.journal[0].query == (("page", "2"),)
    assert emulator.journal[1].body == b'{"Client":{"business_name":"X"}}'
    assert len(emulator.journal.matching("POST *")) == 2


async def test_the_journal_keeps_no_credential(emulator: Emulator, api: httpx.AsyncClient) -> None:
    await api.get("/api2/clients.json")
    await api.post("/v2/oauth/token", data={"client_secret": "s3cr3t-value", "grant_type": "password"})
    noted = "".join(f"{entry} {entry.body!r}" for entry in emulator.journal)
    assert emulator.api_key not in noted
    assert "s3cr3t-value" not in noted


@pytest.mark.parametrize("emulator", [{"latency": 0.02}], indirect=True)
async def test_requests_are_answered_side_by_side(emulator: Emulator, api: httpx.AsyncClient) -> None:
    await asyncio.gather(*(api.get("/api2/site_info.json") for _ in range(8)))
    assert emulator.journal.most_in_flight == 8


def test_without_the_extra_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    original = builtins.__import__

    def without_uvicorn(name: str, *rest: Any, **named: Any) -> Any:
        if name.partition(".")[0] == "uvicorn":
            raise ModuleNotFoundError("No module named 'uvicorn'", name="uvicorn")
        return original(name, *rest, **named)

    monkeypatch.delitem(sys.modules, "daftra_async.emulator.server", raising=False)
    monkeypatch.setattr(builtins, "__import__", without_uvicorn)
    with pytest.raises(ConfigurationError, match=r"extra emulator"):
        importlib.import_module("daftra_async.emulator").__getattr__("Emulator")


LENIENT: dict[str, Any] = {
    "refuse_unknown_fields": False,
    "refuse_unknown_parameters": False,
    "refuse_unknown_references": False,
    "refuse_absurd_values": False,
    "refuse_extra_data": False,
    "refuse_nested_children": False,
}


@pytest.fixture(scope="module", params=[{}, LENIENT], ids=["strict", "lenient"])
def quiet(request: pytest.FixtureRequest) -> Emulator:
    return Emulator(**request.param)


segments = st.sampled_from(
    [
        "api2",
        "v2",
        "api",
        "entity",
        "invoices",
        "invoices.json",
        "brand",
        "list",
        "1",
        "-1",
        "add_bulk.json",
        "",
        "ى",
        "..",
    ]
)
keys = st.sampled_from(["Invoice", "InvoiceItem", "client_id", "name", "id", "tax1", "x"])
bodies = st.none() | st.booleans() | st.integers() | st.text() | st.recursive(
    st.none() | st.integers() | st.text() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(keys, inner, max_size=4),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    method=st.sampled_from(["GET", "POST", "PUT", "DELETE", "PATCH"]),
    parts=st.lists(segments, max_size=5),
    query=st.dictionaries(st.text(max_size=12), st.text(max_size=8), max_size=3),
    body=bodies,
)
async def test_no_request_makes_the_emulator_fail(
    quiet: Emulator, method: str, parts: list[str], query: dict[str, str], body: Any
) -> None:
    transport = quiet.transport()
    async with httpx.AsyncClient(transport=transport) as client:
        request = client.build_request(
            method, "http://emulator/" + "/".join(parts), params=query, json=body, headers={"apikey": quiet.api_key}
        )
        answer = await client.send(request)
    assert quiet.app.failures == []
    assert answer.status_code in {200, 202, 400, 403, 404, 422, 500}


@given(st.lists(st.tuples(st.text(), st.text())))
def test_any_query_can_be_read_for_filters(query: list[tuple[str, str]]) -> None:
    for condition in parse_filters(query):
        assert condition.values


@given(st.sampled_from(["multipart/form-data; boundary=x", "application/x-www-form-urlencoded", ""]), st.binary())
def test_any_token_body_is_read_or_refused(content_type: str, body: bytes) -> None:
    fields = form_fields(content_type, body)
    assert fields is None or all(isinstance(value, str) for value in fields.values())


@given(st.text())
def test_any_path_is_routed_or_not(path: str) -> None:
    assert Router(Schema((), {})).find("GET", path) is None
    assert split(path)
