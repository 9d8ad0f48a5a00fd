"""What is asked for a token, what of the answer is believed, and to whom a stored token belongs."""

from __future__ import annotations

import asyncio
import gc
import json
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest

from daftra_async import ApiKey, BearerToken, PasswordGrant
from daftra_async._http.oauth import identity_of
from daftra_async._http.redaction import Secret
from daftra_async._http.token_store import MemoryTokenStore, Token
from daftra_async.auth import Auth
from daftra_async.errors import AuthenticationError

from .calls import GET
from .virtual import Broken, Reply, Script, clock, run, scripted

TOKEN_PATH = "/v2/oauth/token"


class Store(MemoryTokenStore):
    """Remembers what was asked of it; ``held`` is what it gives to everybody until something else is saved."""

    def __init__(self, held: Token | None = None) -> None:
        super().__init__()
        self.held = held
        self.loads: list[str] = []
        self.saved: list[tuple[str, Token]] = []

    async def load(self, account: str) -> Token | None:
        self.loads.append(account)
        return self.held or await super().load(account)

    async def save(self, account: str, token: Token) -> None:
        self.held = None
        self.saved.append((account, token))
        await super().save(account, token)


def password(store: Store | None = None, **more: str) -> PasswordGrant:
    fields = {"client_id": "app", "client_secret": "app-secret", "username": "amal", "password": "pass-word"} | more
    return PasswordGrant(**fields, store=store or Store())


def bearer(store: Store | None = None, *, expires_at: float | None = None, **more: str) -> BearerToken:
    fields = {"refresh_token": "refresh-0", "client_id": "app", "client_secret": "app-secret"} | more
    return BearerToken("access-0", **fields, expires_at=expires_at, store=store or Store())


def giving(answer: Mapping[str, Any]) -> Script:
    """A server that gives tokens as told, numbered where the text says so, and answers the rest with 200."""
    given = 0

    async def script(request: httpx.Request) -> Reply | Broken:
        nonlocal given
        if request.url.path != TOKEN_PATH:
            return Reply(200)
        given += 1
        numbered = {name: f"{value}{given}" if name == "access_token" else value for name, value in answer.items()}
        return Reply(200, body=json.dumps(numbered).encode())

    return script


@pytest.mark.parametrize(
    ("auth", "header"),
    [
        (ApiKey("a-key"), ("apikey", "a-key")),
        (BearerToken("access-0"), ("authorization", "Bearer access-0")),
        (bearer(), ("authorization", "Bearer access-0")),
        (password(), ("authorization", "Bearer access-1")),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_request_carries_one_credential_in_one_header(auth: Auth, header: tuple[str, str]) -> None:
    session, transport = scripted(giving({"access_token": "access-"}), auth=auth)
    assert run(session.send(GET)).status == 200
    sent = transport.sent[-1][1].headers
    assert [(name, sent[name]) for name in ("apikey", "authorization") if name in sent] == [header]


def test_a_token_is_asked_for_with_a_form() -> None:
    session, transport = scripted(giving({"access_token": "access-"}), auth=password())
    run(session.send(GET))
    asked = transport.sent[0][1]
    assert (asked.method, asked.url.path) == ("POST", TOKEN_PATH)
    assert asked.headers["content-type"] == "application/x-www-form-urlencoded"
    assert dict(parse_qsl(asked.content.decode())) == {
        "grant_type": "password",
        "client_id": "app",
        "client_secret": "app-secret",
        "username": "amal",
        "password": "pass-word",
    }


def test_a_token_in_use_is_not_read_from_the_store_again() -> None:
    async def calls() -> list[str]:
        store = Store()
        session, _ = scripted(giving({"access_token": "access-"}), auth=password(store))
        for _ in range(5):
            assert (await session.send(GET)).status == 200
        return store.loads

    assert len(run(calls())) == 1


def test_a_401_that_comes_late_refreshes_nothing_that_was_refreshed_meanwhile() -> None:
    async def calls() -> int:
        given = 0

        async def script(request: httpx.Request) -> Reply:
            nonlocal given
            if request.url.path == TOKEN_PATH:
                given += 1
                return Reply(200, body=json.dumps({"access_token": f"access-{given}"}).encode())
            if given > 1:
                return Reply(200 if request.headers["authorization"] == f"Bearer access-{given}" else 401)
            return Reply(401, takes=50.0 if request.url.params.get("late") else 1.0)

        session, _ = scripted(script, auth=password())
        answers = await asyncio.gather(session.send(GET), session.send(GET, {"query": {"late": 1}}))
        assert [answer.status for answer in answers] == [200, 200]
        return given

    assert run(calls()) == 2


def test_every_host_application_and_user_has_a_place_of_its_own_in_the_store() -> None:
    store = Store()
    hosts = ("https://acme.example", "https://globex.example")
    auths: list[Auth] = [
        *[password(store, client_id=client, username=user) for client in ("app", "app2") for user in ("amal", "basma")],
        *[bearer(store, client_id=client, refresh_token=f"r-{n}") for client in ("app", "app2") for n in (1, 2)],
    ]
    for host in hosts:
        for auth in auths:
            session, _ = scripted(giving({"access_token": "access-", "expires_in": 1}), auth=auth, base_url=host)
            run(session.send(GET))
    assert len(set(store.loads)) == len(hosts) * len(auths)
    assert all("amal" not in account and "app" not in account for account in store.loads)


def test_an_identity_tells_host_site_and_caller_apart_and_shows_nothing_of_them() -> None:
    auths: list[Auth] = [
        *[ApiKey(key) for key in ("app", "key")],
        *[BearerToken(token) for token in ("app", "token")],
        *[password(client_id=client, username=user) for client in ("app", "app2") for user in ("amal", "site 1")],
        *[bearer(client_id=client, refresh_token=refresh) for client in ("app", "app2") for refresh in ("r-1", "r-2")],
    ]
    hosts, sites = ("https://acme.example", "https://globex.example"), (None, 1, 2)
    found = [identity_of(auth, host, site) for auth in auths for host in hosts for site in sites]
    assert len(set(found)) == len(auths) * len(hosts) * len(sites)
    assert found == [identity_of(auth, host, site) for auth in auths for host in hosts for site in sites]
    assert found[0] == identity_of(auths[0], hosts[0])
    assert {len(identity) for identity in found} == {64}


def test_a_bearer_token_with_a_known_end_is_refreshed_ahead_of_it() -> None:
    async def calls() -> list[str]:
        now = 1000.0
        auth = bearer(expires_at=2000.0)
        session, transport = scripted(giving({"access_token": "access-"}), auth=auth, now=lambda: now)
        await session.send(GET)
        now = 1939.0
        await session.send(GET)
        now = 1940.0
        await session.send(GET)
        return [request.headers.get("authorization", "asked") for _, request in transport.sent]

    assert run(calls()) == ["Bearer access-0", "Bearer access-0", "asked", "Bearer access-1"]


def test_a_token_of_a_short_life_is_used_for_nine_tenths_of_it() -> None:
    async def calls() -> list[str]:
        now = 1000.0
        answer = {"access_token": "access-", "expires_in": 100}
        session, transport = scripted(giving(answer), auth=password(), now=lambda: now)
        for passed in (0.0, 89.0, 2.0):
            now += passed
            await session.send(GET)
        return [request.headers.get("authorization", "asked") for _, request in transport.sent]

    assert run(calls()) == ["asked", "Bearer access-1", "Bearer access-1", "asked", "Bearer access-2"]


@pytest.mark.parametrize(
    ("expires_in", "seconds"),
    [(1, 1.0), ("1", 1.0), (0.5, 0.5), ("3600", 3600.0), (0, None), (-5, None), (1e11, None), (True, None)],
)
def test_an_end_is_believed_from_the_first_moment_on_and_within_reason(expires_in: Any, seconds: float | None) -> None:
    store = Store()
    answer = {"access_token": "access-", "expires_in": expires_in}
    session, _ = scripted(giving(answer), auth=password(store), now=lambda: 5000.0)
    run(session.send(GET))
    ((_, token),) = store.saved
    assert token.lifetime == seconds
    assert token.expires_at == (None if seconds is None else 5000.0 + seconds)


@pytest.mark.parametrize("refresh", ["", None, 0, 7, [], ["refresh-9"]])
def test_a_refresh_token_that_is_none_leaves_the_old_one_in_place(refresh: Any) -> None:
    store = Store()
    answer = {"access_token": "access-", "refresh_token": refresh}
    session, _ = scripted(giving(answer), auth=bearer(store, expires_at=1.0), now=lambda: 5000.0)
    run(session.send(GET))
    ((_, token),) = store.saved
    assert token.refresh == Secret("refresh-0")


@pytest.mark.parametrize("status", [300, 302, 404, 500])
def test_an_answer_that_is_no_success_gives_no_token_whatever_its_body_says(status: int) -> None:
    session, transport = scripted(lambda _: Reply(status, body=b'{"access_token":"access-1"}'), auth=password())
    with pytest.raises(AuthenticationError, match=rf"gave no token \({status}: no reason given\)"):
        run(session.send(GET))
    assert {request.url.path for _, request in transport.sent} == {TOKEN_PATH}


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({"error_description": "expired", "message": "no", "error": "invalid_grant"}, "expired"),
        ({"message": "no", "error": "invalid_grant"}, "no"),
        ({"error": "invalid_grant"}, "invalid_grant"),
        ({"error_description": {"en": "expired"}, "message": ["no"], "error": "invalid_grant"}, "invalid_grant"),
        ({"message": ""}, "no reason given"),
        ([], "no reason given"),
    ],
    ids=str,
)
def test_a_refusal_says_what_the_server_said_and_what_was_asked(body: Any, words: str) -> None:
    session, _ = scripted(lambda _: Reply(400, body=json.dumps(body).encode()), auth=password())
    with pytest.raises(AuthenticationError) as caught:
        run(session.send(GET))
    assert caught.value.message == f"the server refused the user name and password (400: {words})"
    request = caught.value.request
    assert request is not None
    assert (request.method, request.path) == ("POST", TOKEN_PATH)
    assert "pass-word" not in repr(request)


def test_a_stored_token_that_has_ended_and_brings_no_refresh_token_is_an_error_that_says_so() -> None:
    store = Store(Token(access=Secret("access-0"), expires_at=1.0))
    session, transport = scripted([], auth=bearer(store), now=lambda: 5000.0)
    with pytest.raises(AuthenticationError) as caught:
        run(session.send(GET))
    assert (caught.value.status, caught.value.message) == (
        401,
        "the token has ended and there is nothing to refresh it with",
    )
    assert transport.sent == []


def test_an_error_after_a_token_that_came_without_a_refresh_token_is_masked_like_any_other() -> None:
    def script(request: httpx.Request) -> Reply:
        if request.url.path == TOKEN_PATH:
            return Reply(200, body=b'{"access_token":"access-1"}')
        return Reply(400, body=b"access-1 pass-word app-secret")

    session, _ = scripted(script, auth=password())
    assert run(session.send(GET)).body == b"*** *** ***"


def test_a_refresh_that_fails_when_nobody_waits_for_it_any_more_is_no_unheard_error() -> None:
    async def calls() -> list[dict[str, Any]]:
        unheard: list[dict[str, Any]] = []
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: unheard.append(context))
        session, _ = scripted(lambda _: Reply(400, takes=5.0), auth=password())
        call = asyncio.ensure_future(session.send(GET))
        await asyncio.sleep(1)
        call.cancel()
        await asyncio.gather(call, return_exceptions=True)
        await asyncio.sleep(10)
        # What nobody asked a task for is told when the task goes.
        del call, session
        gc.collect()
        return unheard

    assert run(calls()) == []


def test_a_refusal_is_remembered_for_half_a_minute() -> None:
    async def calls() -> list[float]:
        session, transport = scripted(lambda _: Reply(400), auth=password())
        began = clock()
        for pause in (0.0, 29.0, 2.0, 28.0, 3.0):
            await asyncio.sleep(pause)
            with pytest.raises(AuthenticationError):
                await session.send(GET)
        return [moment - began for moment, _ in transport.sent]

    assert run(calls()) == [0.0, 31.0, 62.0]
