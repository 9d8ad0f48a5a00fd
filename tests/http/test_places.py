"""Where requests go and who sends them: no subdomain, base URL, environment or credential leads elsewhere."""

from __future__ import annotations

from urllib.parse import urlsplit

import httpx
import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from yarl import URL

from daftra_async._http.base_url import check_base_url, is_loopback, resolve_base_url
from daftra_async._http.from_env import auth_from_env, location_from_env
from daftra_async.auth import ApiKey, BearerToken, PasswordGrant
from daftra_async.errors import ConfigurationError

from .sessions import make_session

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
