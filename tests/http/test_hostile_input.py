"""What a caller, a configuration or an attacker may put in cannot move a request or a credential."""

from __future__ import annotations

import re
from typing import Any

import httpx
import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async._http.compose import ResolvedOptions, compose_headers, compose_target
from daftra_async._wire.messages import Operation, Request
from daftra_async.auth import ApiKey
from daftra_async.errors import ConfigurationError
from daftra_async.options import CallOptions, Timeout, merged

from .calls import CREATE, GET, raw
from .sessions import make_session
from .virtual import Reply, run, scripted

ROOT = "https://acme.example"


# Paths.


def resolved(options: CallOptions) -> ResolvedOptions:
    return ResolvedOptions.of(options, retries=0)


def path_request(path: str) -> Request:
    return Request(
        operation=Operation(resource="r", name="n", method="GET", base="", path="/x"), method="GET", path=path
    )


@pytest.mark.parametrize(
    "path",
    [
        "",
        "api2/x",
        "//evil.example/x",
        "https://evil.example/x",
        "@evil.example/x",
        "/..",
        "/api2/../v2",
        "/api2/./x",
        "/api2/%2e%2e/x",
        "/api2/%2E./x",
        "/api2/%252e%252e/x",
        "/api2/a%2fb",
        "/api2/a%5cb",
        "/api2/a\\b",
        "/api2/x?admin=1",
        "/api2/x#fragment",
        "/api2/x y",
        "/api2/x\r\nHost: evil",
        "/api2/x%0d%0aHost:%20evil",
        "/api2/%zz",
        "/api2/%",
        "/api2/é",
    ],
)
def test_a_path_that_leads_elsewhere_is_refused(path: str) -> None:
    with pytest.raises(ConfigurationError):
        compose_target(path_request(path), resolved({}))


@given(st.text(max_size=30))
def test_an_accepted_path_goes_out_as_it_is_on_every_engine(text: str) -> None:
    try:
        url = ROOT + compose_target(path_request("/api2/" + text), resolved({}))
    except ConfigurationError:
        return
    assert url == ROOT + "/api2/" + text
    assert httpx.URL(url).raw_path.decode() == "/api2/" + text
    assert httpx2.URL(url).raw_path.decode() == "/api2/" + text


@given(st.dictionaries(st.text(), st.text()))
def test_a_query_goes_out_as_it_is_on_every_engine(query: dict[str, str]) -> None:
    try:
        target = compose_target(GET, resolved({"query": query}))
    except ConfigurationError:
        return
    url = ROOT + target
    assert httpx.URL(url).raw_path.decode() == target
    assert httpx2.URL(url).raw_path.decode() == target
    assert list(httpx.URL(url).params.multi_items()) == list(query.items())


def test_half_a_character_in_a_query_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="surrogate"):
        compose_target(GET, resolved({"query": {"name": "\ud800"}}))


@pytest.mark.parametrize("branch", [-1, True, "3", 1.5, "1&x=2"])
def test_a_branch_that_is_none_is_refused(branch: int) -> None:
    with pytest.raises(ConfigurationError, match="branch_id"):
        compose_target(GET, resolved({"branch_id": branch}))


def test_a_branch_becomes_a_query_parameter_of_any_method() -> None:
    assert compose_target(CREATE, resolved({"branch_id": 3})).endswith("/api2/invoices.json?request_branch_id=3")
    explicit: CallOptions = {"branch_id": 3, "query": {"request_branch_id": 4}}
    assert compose_target(CREATE, resolved(explicit)).endswith("?request_branch_id=4")


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "get", "GET /evil", "GET\r\nx", ""])
def test_a_method_that_the_api_does_not_have_is_refused(method: str) -> None:
    session, transport = scripted([])
    with pytest.raises(ConfigurationError, match="method"):
        run(session.send(raw(method, "/api2/x.json")))
    assert transport.sent == []


# Headers.


@pytest.mark.parametrize(
    "name",
    ["apikey", "APIKEY", "Authorization", "authorization", "Proxy-Authorization", "Cookie", "Host", "Content-Length"],
)
def test_a_header_that_would_be_a_second_credential_or_message_is_refused(name: str) -> None:
    with pytest.raises(ConfigurationError, match=name):
        compose_headers(GET, resolved({"headers": {name: "x"}}))


@pytest.mark.parametrize("name", ["", "a b", "a:", "a\r\nb", "é", "a\0", 5])
def test_what_is_no_header_name_is_refused(name: str) -> None:
    with pytest.raises(ConfigurationError, match="header name"):
        compose_headers(GET, resolved({"headers": {name: "x"}}))


@pytest.mark.parametrize("value", ["a\r\nb: c", "a\nb", "a\0", "é", 5, b"x"])
def test_what_is_no_header_value_is_refused(value: str) -> None:
    with pytest.raises(ConfigurationError, match="x-mine"):
        compose_headers(GET, resolved({"headers": {"x-mine": value}}))


@given(st.text(), st.text())
def test_no_header_breaks_its_line(name: str, value: str) -> None:
    try:
        headers = compose_headers(GET, resolved({"headers": {name: value}}))
    except ConfigurationError:
        return
    assert all(not re.search(r"[\r\n\0]", key + text) for key, text in headers)


def test_an_injected_client_adds_no_credential_of_its_own() -> None:
    session, transport = scripted([Reply()])
    client = session._shared.settings.http_client
    client.headers["Authorization"] = "Bearer of the client"
    client.cookies.set("session", "of the client", domain="acme.example")
    client.auth = ("user", "password")
    run(session.send(GET))
    headers = transport.sent[0][1].headers
    assert [name for name in ("apikey", "authorization", "cookie") if name in headers] == ["apikey"]


@pytest.mark.parametrize("client", ["https://acme.example", 5, httpx.Client, object()])
def test_something_else_as_client_is_refused(client: object) -> None:
    with pytest.raises(ConfigurationError, match="http_client"):
        make_session("acme", auth=ApiKey("k"), http_client=client)


# Options.


@pytest.mark.parametrize("timeout", [0, -1, True, "30", float("nan"), float("inf")])
def test_a_timeout_that_is_none_is_refused(timeout: float) -> None:
    with pytest.raises(ConfigurationError, match="timeout"):
        Timeout.of(timeout)
    with pytest.raises(ConfigurationError, match="timeout"):
        Timeout(total=timeout)


def test_a_number_of_seconds_limits_every_phase() -> None:
    assert Timeout.of(5.0) == Timeout(connect=5.0, write=5.0, read=5.0, attempt=20.0)
    assert Timeout.of(60) == Timeout(connect=10.0, write=60, read=60, attempt=240)
    assert Timeout.of(None) == Timeout(connect=None, write=None, read=None, attempt=None)


def test_options_are_joined_and_the_nearer_ones_win() -> None:
    first: CallOptions = {"headers": {"a": "1", "b": "1"}, "query": {"x": 1}, "timeout": 5.0, "retries": 1}
    second: CallOptions = {"headers": {"b": "2"}, "query": {"y": 2}, "timeout": None}
    assert merged(first, second) == {
        "headers": {"a": "1", "b": "2"},
        "query": {"x": 1, "y": 2},
        "timeout": None,
        "retries": 1,
    }


def test_a_misspelt_argument_is_refused_and_nothing_is_sent() -> None:
    """``list(cleint_id=5)`` without its filter would give every client's invoices."""
    session, transport = scripted([Reply()])
    with pytest.raises(ConfigurationError, match="no such argument: cleint_id"):
        run(session.send(GET, {"cleint_id": 5}))  # type: ignore[typeddict-unknown-key]
    with pytest.raises(ConfigurationError, match="no such argument: timout"):
        session.with_options(timout=5)  # type: ignore[call-arg]
    assert transport.sent == []


@pytest.mark.parametrize("name", ["headers", "query"])
@pytest.mark.parametrize("value", ["a=b", [("a", "b")], 5])
def test_headers_and_query_are_mappings(name: str, value: object) -> None:
    with pytest.raises(ConfigurationError, match=f"{name}= takes a mapping"):
        merged({}, {name: value})  # type: ignore[misc]


@pytest.mark.parametrize(
    "wrong", [{"retry": 3}, {"retry": "3"}, {"rate_limit": 60}, {"branch_id": "3"}, {"branch_id": True}]
)
def test_an_argument_of_another_kind_is_refused_at_once(wrong: dict[str, Any]) -> None:
    with pytest.raises(ConfigurationError, match=next(iter(wrong))):
        make_session("acme", auth=ApiKey("k"), **wrong)


def test_a_derived_session_shares_everything_but_its_options() -> None:
    session, transport = scripted([Reply(), Reply()], branch_id=1)
    derived = session.with_options(branch_id=2, headers={"x-mine": "9"})

    async def both() -> None:
        await derived.send(GET)
        await session.send(GET)

    run(both())
    assert [request.url.params["request_branch_id"] for _, request in transport.sent] == ["2", "1"]
    assert [request.headers.get("x-mine") for _, request in transport.sent] == ["9", None]
