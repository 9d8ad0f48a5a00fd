"""An app of the marketplace: sites let it in, each has tokens of its own, and none meets another host or site."""

from __future__ import annotations

import asyncio
import contextlib
import copy
import json
import pickle
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from daftra_async import (
    AppGrant,
    AuthenticationError,
    ClientCredentials,
    ConfigurationError,
    Daftra,
    MemoryTokenStore,
    RetryPolicy,
    Tenant,
    Token,
    TokenNotStored,
    TokenStore,
    UnexpectedResponse,
)
from daftra_async._http.app_exchange import site_host
from daftra_async._http.oauth import identity_of
from daftra_async.emulator import Emulator

CALLBACK = "https://app.example/callback"
SECRET = "emulator-secret"


def grant(
    url: str, store: TokenStore | None = None, *, redirect_url: str = CALLBACK, client_secret: str = SECRET
) -> AppGrant:
    return AppGrant("emulator-client", client_secret, redirect_url, base_url=url, store=store or MemoryTokenStore())


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator() as running:
        yield running


async def test_the_way_of_a_user_through_the_authorise_page(emulator: Emulator) -> None:
    app = grant(emulator.url)
    assert app.authorise_url() == (
        f"{emulator.url}/oauth?app_id=emulator-client&redirect_url=https%3A%2F%2Fapp.example%2Fcallback"
    )
    async with httpx.AsyncClient() as browser:
        answer = await browser.get(app.authorise_url())
    back = urlsplit(answer.headers["location"])
    assert f"{back.scheme}://{back.netloc}{back.path}" == CALLBACK
    tenant = await app.exchange(parse_qs(back.query)["code"][0])
    assert tenant == Tenant(site_id=5000000, subdomain="emulator", host="emulator.daftra.com")
    async with Daftra(auth=app, site_id=tenant.site_id) as daftra:
        assert await daftra.clients.list(limit=1)
    sent = emulator.journal[-1]
    assert sent.path == "/api2/clients.json"
    assert sent.status == 200


async def test_one_client_calls_every_site_with_its_own_token(emulator: Emulator) -> None:
    store = MemoryTokenStore()
    app = grant(emulator.url, store)
    sites = {
        (await app.exchange(emulator.tokens.authorise(site_id=site, subdomain=name))).site_id
        for site, name in ((5000001, "acme"), (5000002, "globex"))
    }
    assert sites == {5000001, 5000002}
    async with Daftra(auth=app) as daftra:
        for site in sites:
            tenant = daftra.with_options(site_id=site)
            assert tenant.account == f"{emulator.url}?site={site}"
            assert await tenant.clients.list(limit=1)
        with pytest.raises(AuthenticationError, match=r"no token for this site: send its user to authorise_url"):
            await daftra.with_options(site_id=5000003).clients.list(limit=1)
    tokens = [await store.load(identity_of(app, emulator.url, site)) for site in sorted(sites)]
    first, second = (token.access.reveal() for token in tokens if token)
    assert first != second
    async with httpx.AsyncClient(base_url=emulator.url) as client:
        headers = {"authorization": f"Bearer {first}"}
        assert (await client.get("/api2/clients.json", headers={**headers, "site-id": "5000002"})).status_code == 401
        assert (await client.get("/api2/clients.json", headers=headers)).status_code == 401


async def test_a_site_is_refreshed_once_and_the_rotated_pair_is_kept(emulator: Emulator) -> None:
    store = MemoryTokenStore()
    app = grant(emulator.url, store)
    site = (await app.exchange(emulator.tokens.authorise())).site_id
    before = await store.load(identity_of(app, emulator.url, site))
    emulator.tokens.expire_all()
    async with Daftra(auth=app, site_id=site) as one, Daftra(auth=app, site_id=site) as other:
        await asyncio.gather(*(client.clients.get(1) for client in (one, other) for _ in range(10)))
    asked = [entry for entry in emulator.journal if entry.path == "/oauth/token"]
    assert len(asked) == 2
    assert not any(entry.body for entry in asked)
    after = await store.load(identity_of(app, emulator.url, site))
    assert before and after and before.refresh != after.refresh  # noqa: PT018


async def test_a_code_serves_once(emulator: Emulator) -> None:
    app = grant(emulator.url)
    code = emulator.tokens.authorise()
    await app.exchange(code)
    with pytest.raises(AuthenticationError, match="the server refused the code"):
        await app.exchange(code)


@pytest.mark.parametrize("code", ["", " ", "a b", "a\r\nb", None])
async def test_what_is_no_code_is_not_sent(emulator: Emulator, code: Any) -> None:
    with pytest.raises(ConfigurationError, match="no code"):
        await grant(emulator.url).exchange(code)
    assert list(emulator.journal) == []


async def test_a_client_without_a_user_asks_for_itself(emulator: Emulator) -> None:
    auth = ClientCredentials(client_id="emulator-client", client_secret=SECRET)
    async with Daftra(base_url=emulator.url, auth=auth) as daftra:
        await daftra.clients.get(1)
        emulator.tokens.revoke_all()
        await daftra.clients.get(1)
    assert emulator.tokens.grants == 2
    wrong = ClientCredentials(client_id="emulator-client", client_secret="another-secret")
    async with Daftra(base_url=emulator.url, auth=wrong) as daftra:
        with pytest.raises(AuthenticationError, match="client's id and secret") as caught:
            await daftra.clients.get(1)
    assert "another-secret" not in repr(caught.value) + str(caught.value)


class Failing(MemoryTokenStore):
    """A store whose disk is full."""

    async def save(self, account: str, token: Token) -> None:
        raise OSError("no space left")


async def test_tokens_that_cannot_be_written_are_told_of_and_used(emulator: Emulator) -> None:
    app = grant(emulator.url, Failing())
    with pytest.warns(TokenNotStored):
        tenant = await app.exchange(emulator.tokens.authorise())
    async with Daftra(auth=app, site_id=tenant.site_id) as daftra:
        await daftra.clients.get(1)
        with pytest.warns(TokenNotStored):
            await daftra.aclose()


class Locked(MemoryTokenStore):
    """A store that finds out before anything is asked that nothing can be written."""

    @contextlib.asynccontextmanager
    async def lock(self) -> AsyncIterator[None]:
        raise ConfigurationError("cannot be locked")
        yield


async def test_a_code_is_not_spent_where_its_tokens_cannot_be_kept(emulator: Emulator) -> None:
    code = emulator.tokens.authorise()
    with pytest.raises(ConfigurationError, match="cannot be locked"):
        await grant(emulator.url, Locked()).exchange(code)
    assert (await grant(emulator.url).exchange(code)).site_id == 5000000


@contextlib.asynccontextmanager
async def answering(body: dict[str, Any], status: int = 200) -> AsyncIterator[str]:
    """A server that gives one answer to everything, over loopback."""
    told = json.dumps(body).encode()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(asyncio.IncompleteReadError, ConnectionError):
            head = await reader.readuntil(b"\r\n\r\n")
            length = next(line for line in head.decode().lower().split("\r\n") if line.startswith("content-length"))
            await reader.readexactly(int(length.partition(":")[2]))
            writer.write(
                b"HTTP/1.1 %d X\r\nContent-Length: %d\r\nConnection: close\r\n\r\n" % (status, len(told)) + told
            )
            await writer.drain()
        writer.close()

    async with await asyncio.start_server(serve, "127.0.0.1", 0) as server:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"


PAIR = {"access_token": "the-access-token", "refresh_token": "the-refresh-token", "expires_in": "3600"}


@pytest.mark.parametrize(
    ("told", "subdomain", "host"),
    [
        ("acme", "acme", "acme.daftra.com"),
        (12345, "12345", "12345.daftra.com"),
        ("ACME.daftra.com", "acme", "acme.daftra.com"),
        ("https://acme.daftara.com/", "acme", "acme.daftara.com"),
        ("erp.acme.example", None, "erp.acme.example"),
        ("evil.example/path", None, None),
        ("user@evil.example", None, None),
        ("a.example:8443", None, None),
        ("", None, None),
        (None, None, None),
        (True, None, None),
        ({"x": 1}, None, None),
    ],
)
async def test_a_site_is_told_in_every_form(told: Any, subdomain: str | None, host: str | None) -> None:
    assert site_host(told) == host
    async with answering({**PAIR, "site_id": "77", "subdomain": told}) as url:
        assert await grant(url).exchange("a-code") == Tenant(site_id=77, subdomain=subdomain, host=host)


@pytest.mark.parametrize("site", [None, "", "x", -3, True, [], "7.5"])
async def test_tokens_of_no_site_are_an_error_that_does_not_show_them(site: Any) -> None:
    async with answering({**PAIR, "site_id": site, "subdomain": "acme"}) as url:
        with pytest.raises(UnexpectedResponse, match="names no site") as caught:
            await grant(url).exchange("a-code-of-a-user")
    shown = repr(vars(caught.value)) + str(caught.value)
    assert not any(secret in shown for secret in ("the-access-token", "the-refresh-token", SECRET, "a-code-of-a-user"))


async def test_a_refusal_that_repeats_the_request_shows_no_secret() -> None:
    words = f"bad code a-code-of-a-user for {SECRET}"
    async with answering({"error": "invalid_grant", "message": words}, status=400) as url:
        with pytest.raises(AuthenticationError, match=r"refused the code .*bad code \*\*\*") as caught:
            await grant(url).exchange("a-code-of-a-user")
    shown = repr(vars(caught.value)) + str(caught.value)
    assert SECRET not in shown
    assert "a-code-of-a-user" not in shown


@pytest.mark.parametrize(
    "changes",
    [
        {"redirect_url": "http://app.example/callback"},
        {"redirect_url": "/callback"},
        {"redirect_url": "https://user:pw@app.example/"},
        {"redirect_url": "https://app.example/#x"},
        {"redirect_url": "https://app.example/a b"},
        {"redirect_url": "https://[/"},
        {"redirect_url": "javascript:alert(1)"},
        {"client_secret": ""},
        {"url": "http://apps.example"},
        {"url": "https://apps.example/oauth"},
        {"url": "https://user@apps.example"},
        {"url": "apps.example"},
    ],
)
def test_an_app_that_could_leak_is_refused(changes: dict[str, str]) -> None:
    fields: dict[str, Any] = {"url": "https://apps.example", **changes}
    with pytest.raises(ConfigurationError):
        grant(**fields)


def test_an_apps_tokens_go_to_its_own_host_only() -> None:
    app = grant("https://apps.example")
    assert Daftra(auth=app, site_id=1).base_url == "https://apps.example"
    for place in ({"subdomain": "acme"}, {"base_url": "https://other.example"}):
        with pytest.raises(ConfigurationError, match="sent to no other host"):
            Daftra(**place, auth=app, site_id=1)  # type: ignore[arg-type]


def test_an_app_shows_no_secret_and_keeps_its_tokens_when_copied() -> None:
    app = grant("https://apps.example")
    assert SECRET not in repr(app)
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(app)
    assert copy.copy(app).kept is app.kept
    sites = {identity_of(app, app.base_url, site) for site in (None, 1, 2)}
    assert len(sites) == 3


async def test_a_revoked_site_is_told_and_asks_no_password(emulator: Emulator) -> None:
    app = grant(emulator.url)
    site = (await app.exchange(emulator.tokens.authorise())).site_id
    emulator.tokens.revoke_all()
    async with Daftra(auth=app, site_id=site, retry=RetryPolicy(retries=0)) as daftra:
        with pytest.raises(AuthenticationError, match="refused the refresh token"):
            await daftra.clients.get(1)
        again = await app.exchange(emulator.tokens.authorise())
        assert again.site_id == site
