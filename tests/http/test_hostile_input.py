"""What a caller, a configuration or an attacker may put in cannot move a request or a credential."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

import httpx
import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from yarl import URL

from daftra_async._http.base_url import (
    auth_from_env,
    check_base_url,
    is_loopback,
    location_from_env,
    resolve_base_url,
)
from daftra_async._http.compose import compose_headers, compose_url
from daftra_async._wire.messages import Operation, Request
from daftra_async.auth import ApiKey, BearerToken, PasswordGrant
from daftra_async.errors import ConfigurationError
from daftra_async.options import CallOptions, Timeout, merged

from .calls import CREATE, GET, raw
from .sessions import make_session
from .virtual import Reply, run, scripted

ROOT = "https://acme.example"


@pytest.mark.parametrize(("subdomain", "url"), [("acme", "acme"), ("ACME-2", "acme-2"), ("a", "a"), ("9", "9")])
def test_a_subdomain_names_a_host_of_the_vendor(subdomain: str, url: str) -> None:
    assert resolve_base_url(subdomain) == f"https://{url}.daftra.com"


@pytest.mark.parametrize(
    "subdomain",
    [
        "",
        " ",
        "acme.evil",
        "acme/",
        "acme/../x",
        "evil.com#",
        "evil.com?",
        "a@b",
        "a:b",
        "-a",
        "a-",
        "a\n",
        "ａ",
        "\u017f",  # LATIN SMALL LETTER LONG S: an s to domain names
        "\u212a",  # KELVIN SIGN: a k
        "a" * 64,
        5,
    ],
)
def test_what_is_no_subdomain_is_refused(subdomain: str) -> None:
    with pytest.raises(ConfigurationError, match="no subdomain"):
        resolve_base_url(subdomain)


@given(st.text())
def test_no_text_as_subdomain_reaches_another_domain(text: str) -> None:
    try:
        url = resolve_base_url(text)
    except ConfigurationError:
        return
    host = urlsplit(url).hostname or ""
    assert host.endswith(".daftra.com")
    assert host.count(".") == 2


@pytest.mark.parametrize(
    ("given_", "used"),
    [
        ("https://acme.daftara.com", "https://acme.daftara.com"),
        ("https://Acme.Example/", "https://acme.example"),
        ("https://acme.example:8443", "https://acme.example:8443"),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
        ("http://localhost:8000/", "http://localhost:8000"),
        ("http://[::1]:8000", "http://[::1]:8000"),
        ("HTTPS://acme.example", "https://acme.example"),
    ],
)
def test_a_base_url_is_a_host_root(given_: str, used: str) -> None:
    assert check_base_url(given_) == used


@pytest.mark.parametrize(
    "base_url",
    [
        "",
        "acme",
        "acme.example",
        "//acme.example",
        "ftp://acme.example",
        "https://",
        "https:///path",
        "https://acme.example/api2",
        "https://acme.example?x=1",
        "https://acme.example#x",
        "https://acme.example?",
        "https://user:password@acme.example",
        "https://acme.example\\@evil.example",
        "https://acme.example\r\nHost: evil",
        "https://acme.example:99999",
        "https://acme.example:port",
        "https://acme example",
        "https://acme..example",
        "https://-acme.example",
        "https://аcme.example",
        "https://[::1",
        "https://[not-an-address]",
        "https://%61cme.example",
        7,
    ],
)
def test_what_is_no_host_root_is_refused(base_url: str) -> None:
    with pytest.raises(ConfigurationError):
        check_base_url(base_url)


def test_a_password_in_a_base_url_is_not_repeated() -> None:
    with pytest.raises(ConfigurationError) as caught:
        check_base_url("https://user:hunter2@acme.example")
    assert "hunter2" not in str(caught.value)


@pytest.mark.parametrize(
    "url", ["http://acme.example", "http://10.0.0.1", "http://127.0.0.1.evil.example", "http://[::2]"]
)
def test_clear_text_is_for_loopback_only(url: str) -> None:
    with pytest.raises(ConfigurationError, match="allow_insecure"):
        check_base_url(url)
    assert check_base_url(url, allow_insecure=True) == url


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_every_accepted_base_url_means_the_same_host_to_every_parser(text: str) -> None:
    url = f"https://{text}"
    try:
        used = check_base_url(url)
    except ConfigurationError:
        return
    hosts = {urlsplit(used).hostname, URL(used).host, httpx.URL(used).host, httpx2.URL(used).host}
    assert len({(host or "").rstrip(".") for host in hosts}) == 1


def test_loopback_is_told_by_its_name_alone() -> None:
    assert all(map(is_loopback, ["localhost", "127.0.0.1", "127.9.9.9", "::1"]))
    assert not any(map(is_loopback, ["localhost.evil.example", "128.0.0.1", "0.0.0.0", "acme", ""]))


@pytest.mark.parametrize("both", [{"subdomain": "acme", "base_url": "https://acme.example"}, {}])
def test_the_place_is_given_once(both: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError, match="either"):
        resolve_base_url(both.get("subdomain"), base_url=both.get("base_url"))


PASSWORD = {"DAFTRA_USERNAME": "u", "DAFTRA_PASSWORD": "p", "DAFTRA_CLIENT_ID": "c", "DAFTRA_CLIENT_SECRET": "s"}


def test_the_environment_names_the_place_and_the_credential() -> None:
    assert location_from_env({"DAFTRA_SUBDOMAIN": " acme "}) == {"subdomain": "acme"}
    assert location_from_env({"DAFTRA_BASE_URL": ROOT, "DAFTRA_SUBDOMAIN": ""}) == {"base_url": ROOT}
    assert auth_from_env({"DAFTRA_API_KEY": "k"}) == ApiKey("k")
    assert auth_from_env({"DAFTRA_ACCESS_TOKEN": "t"}) == BearerToken("t")
    granted = auth_from_env(PASSWORD)
    assert granted == PasswordGrant(client_id="c", client_secret="s", username="u", password="p")


@pytest.mark.parametrize(
    "environ",
    [
        {},
        {"DAFTRA_API_KEY": " "},
        {"DAFTRA_API_KEY": "k", "DAFTRA_ACCESS_TOKEN": "t"},
        {"DAFTRA_API_KEY": "k", **PASSWORD},
    ],
)
def test_an_environment_with_no_or_two_credentials_is_refused(environ: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError, match="exactly one"):
        auth_from_env(environ)


@pytest.mark.parametrize("missing", PASSWORD)
def test_half_a_password_grant_names_what_is_missing(missing: str) -> None:
    with pytest.raises(ConfigurationError, match=missing):
        auth_from_env({name: value for name, value in PASSWORD.items() if name != missing})


@pytest.mark.parametrize("environ", [{}, {"DAFTRA_SUBDOMAIN": "a", "DAFTRA_BASE_URL": ROOT}])
def test_an_environment_with_no_or_two_places_is_refused(environ: dict[str, str]) -> None:
    with pytest.raises(ConfigurationError, match="exactly one"):
        location_from_env(environ)


# Credentials.


@pytest.mark.parametrize("text", ["", " ", "a\r\nHost: evil", "a\nb", "a b", "clé", "a\0", None])
def test_a_credential_that_no_header_can_carry_is_refused_and_not_repeated(text: str) -> None:
    for kind in (ApiKey, BearerToken):
        with pytest.raises(ConfigurationError) as caught:
            kind(text)
        assert "evil" not in str(caught.value)


def test_a_credential_pasted_with_its_line_end_is_understood() -> None:
    assert ApiKey(" key\n") == ApiKey("key")


def test_half_a_renewal_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="together"):
        BearerToken("t", refresh_token="r")


def test_something_else_as_credential_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="auth="):
        make_session("acme", auth="key")


# Paths.


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
        compose_url(ROOT, path_request(path), {})


@given(st.text(max_size=30))
def test_an_accepted_path_goes_out_as_it_is_on_every_engine(text: str) -> None:
    try:
        url = compose_url(ROOT, path_request("/api2/" + text), {})
    except ConfigurationError:
        return
    assert url == ROOT + "/api2/" + text
    assert httpx.URL(url).raw_path.decode() == "/api2/" + text
    assert httpx2.URL(url).raw_path.decode() == "/api2/" + text
    assert URL(str(httpx.URL(url)), encoded=True).raw_path_qs == "/api2/" + text


@given(st.dictionaries(st.text(), st.text()))
def test_a_query_goes_out_as_it_is_on_every_engine(query: dict[str, str]) -> None:
    try:
        url = compose_url(ROOT, GET, {"query": query})
    except ConfigurationError:
        return
    target = url.removeprefix(ROOT)
    assert httpx.URL(url).raw_path.decode() == target
    assert httpx2.URL(url).raw_path.decode() == target
    assert URL(str(httpx.URL(url)), encoded=True).raw_path_qs == target
    assert list(httpx.URL(url).params.multi_items()) == list(query.items())


def test_half_a_character_in_a_query_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="surrogate"):
        compose_url(ROOT, GET, {"query": {"name": "\ud800"}})


@pytest.mark.parametrize("branch", [-1, True, "3", 1.5, "1&x=2"])
def test_a_branch_that_is_none_is_refused(branch: int) -> None:
    with pytest.raises(ConfigurationError, match="branch_id"):
        compose_url(ROOT, GET, {"branch_id": branch})


def test_a_branch_becomes_a_query_parameter_of_any_method() -> None:
    assert compose_url(ROOT, CREATE, {"branch_id": 3}).endswith("/api2/invoices.json?request_branch_id=3")
    explicit: CallOptions = {"branch_id": 3, "query": {"request_branch_id": 4}}
    assert compose_url(ROOT, CREATE, explicit).endswith("?request_branch_id=4")


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
        compose_headers(GET, {"headers": {name: "x"}})


@pytest.mark.parametrize("name", ["", "a b", "a:", "a\r\nb", "é", "a\0", 5])
def test_what_is_no_header_name_is_refused(name: str) -> None:
    with pytest.raises(ConfigurationError, match="header name"):
        compose_headers(GET, {"headers": {name: "x"}})


@pytest.mark.parametrize("value", ["a\r\nb: c", "a\nb", "a\0", "é", 5, b"x"])
def test_what_is_no_header_value_is_refused(value: str) -> None:
    with pytest.raises(ConfigurationError, match="x-mine"):
        compose_headers(GET, {"headers": {"x-mine": value}})


@given(st.text(), st.text())
def test_no_header_breaks_its_line(name: str, value: str) -> None:
    try:
        headers = compose_headers(GET, {"headers": {name: value}})
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
    derived = session.with_options(branch_id=2, headers={"site-id": "9"})

    async def both() -> None:
        await derived.send(GET)
        await session.send(GET)

    run(both())
    assert [request.url.params["request_branch_id"] for _, request in transport.sent] == ["2", "1"]
    assert [request.headers.get("site-id") for _, request in transport.sent] == ["9", None]
