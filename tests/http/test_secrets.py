"""A canary in every secret, and every place that can be seen searched for it, over every failure there is."""

from __future__ import annotations

import asyncio
import contextlib
import copy
import json
import pickle
from collections.abc import Awaitable, Callable
from typing import Any

import attrs
import httpx
import pytest

from daftra_async import Daftra, models
from daftra_async._http.limiter import RateLimit
from daftra_async._http.redaction import Secret, masked, masked_bytes, masked_link
from daftra_async._http.retry import RetryPolicy
from daftra_async._http.token_file import FileTokenStore
from daftra_async._http.token_store import MemoryTokenStore, Token
from daftra_async.auth import ApiKey, Auth, BearerToken, PasswordGrant
from daftra_async.errors import DaftraError
from daftra_async.options import Timeout

from .calls import CREATE, GET
from .conftest import CLIENTS
from .server import Exchange, FaultServer, answer
from .sessions import make_session
from .sinks import CANARY, Sinks

AUTHS: dict[str, Callable[[], Auth]] = {
    "key": lambda: ApiKey(CANARY),
    "token": lambda: BearerToken(CANARY),
    "refreshed token": lambda: BearerToken(
        CANARY, refresh_token=f"{CANARY}-r", client_id="app", client_secret=f"{CANARY}-s"
    ),
    "password": lambda: PasswordGrant(
        client_id="app", client_secret=f"{CANARY}-s", username="amal", password=f"{CANARY}-p"
    ),
}


async def cut(exchange: Exchange, request: bytes) -> None:
    await exchange.send(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{")
    exchange.reset()


async def stall(exchange: Exchange, request: bytes) -> None:
    await exchange.reader.read()


def status(code: int, **headers: str) -> Callable[[Exchange, bytes], Awaitable[None]]:
    async def behave(exchange: Exchange, request: bytes) -> None:
        # A server that repeats what it was sent, as debug pages do.
        body = json.dumps({"message": request.decode("latin-1")}).encode()
        await exchange.send(answer(body, code, **headers))

    return behave


async def nonsense(exchange: Exchange, request: bytes) -> None:
    await exchange.send(b"HTTP/1.1 \0 " + request.split(b"\r\n")[1] + b"\r\n" + request + b"\r\n\r\n")


async def damaged(exchange: Exchange, request: bytes) -> None:
    await exchange.send(answer(request, content_encoding="gzip"))


LINK = f"https://files.example/1.pdf?X-Amz-Signature={CANARY}"
SCENARIOS: dict[str, Callable[[Exchange, bytes], Awaitable[None]]] = {
    "cut": cut,
    "stall": stall,
    "400": status(400),
    "401": status(401),
    "403": status(403),
    "429": status(429, retry_after="0"),
    "500": status(500),
    "503": status(503),
    "redirect": status(302, location=LINK),
    "nonsense": nonsense,
    "damaged": damaged,
}


@pytest.mark.parametrize("auth", AUTHS.values(), ids=AUTHS)
@pytest.mark.parametrize("scenario", SCENARIOS.values(), ids=SCENARIOS)
@pytest.mark.parametrize("engine", CLIENTS)
async def test_no_secret_is_seen_anywhere(
    engine: str, scenario: Callable[[Exchange, bytes], Awaitable[None]], auth: Callable[[], Auth]
) -> None:
    async def behave(exchange: Exchange) -> None:
        while True:
            request = await exchange.read_request()
            exchange.received = b""
            await scenario(exchange, request)

    sinks = Sinks()
    client = CLIENTS[engine]()
    async with FaultServer(behave) as server:
        session = make_session(
            base_url=server.url,
            auth=auth(),
            http_client=client,
            hooks=[sinks.hook],
            retry=RetryPolicy(retries=1, base=0.0),
            timeout=Timeout(read=0.05),
            rate_limit=RateLimit(1000),
        )
        with sinks.open():
            for request in (GET, CREATE):
                try:
                    response = await session.send(request)
                    sinks.texts += [repr(response), response.body.decode("latin-1"), repr(dict(response.headers))]
                except DaftraError as error:
                    sinks.error(error)
        sinks.texts += [
            repr(session),
            repr(vars(session)),
            repr(vars(session._shared)),
            repr(session._shared.account(None)),
        ]
        await session.aclose()
        if client is not None:
            await client.aclose()
    seen = sinks.seen()
    assert "daftra invoices.get" in seen
    assert "/api2/invoices/{id}.json" in seen
    # With the redirect, httpcore's own debug log shows the head of the answer, and the link in it.
    assert CANARY not in (seen if engine == "aiohttp" else seen.replace(LINK, ""))


async def test_no_secret_is_seen_when_a_call_is_cancelled() -> None:
    async with FaultServer(lambda exchange: stall(exchange, b"")) as server:
        sinks = Sinks()
        session = make_session(base_url=server.url, auth=ApiKey(CANARY), hooks=[sinks.hook])
        with sinks.open():
            call = asyncio.ensure_future(session.send(GET))
            await asyncio.sleep(0.05)
            call.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await call
        await session.aclose()
    assert "CancelledError" in sinks.seen()
    assert CANARY not in sinks.seen()


SECRET_VALUES = [
    *[make() for make in AUTHS.values()],
    Secret(CANARY),
    Token(access=Secret(CANARY), refresh=Secret(CANARY)),
]


@pytest.mark.parametrize("value", SECRET_VALUES, ids=lambda value: type(value).__name__)
def test_a_value_that_holds_a_secret_shows_and_pickles_none(value: object) -> None:
    assert CANARY not in f"{value!r} {value!s} {value}"
    assert CANARY not in json.dumps(attrs.asdict(value) if attrs.has(type(value)) else {}, default=repr)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="not pickled"):
        pickle.dumps(value)
    assert copy.deepcopy(value) == value
    assert copy.copy(value) == value


@pytest.mark.parametrize(
    "value",
    [
        models.Token(access_token=CANARY, refresh_token=CANARY),
        models.TokenRequest(
            grant_type="password", password=CANARY, client_secret=CANARY, refresh_token=CANARY, code=CANARY
        ),
        models.ClientDraft(password=CANARY),
        models.SupplierDraft(password=CANARY),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_model_shows_no_secret_that_it_holds(value: object) -> None:
    assert CANARY not in f"{value!r} {value!s} {[value]}"


def _refusing(request: httpx.Request) -> httpx.Response:
    return httpx.Response(400, json={"message": "no"})


def _breaking(request: httpx.Request) -> httpx.Response:
    raise httpx.ReadError("gone")


@pytest.mark.parametrize("behave", [_refusing, _breaking])
@pytest.mark.parametrize("form", [dict, models.ClientDraft])
async def test_an_error_carries_no_body_with_a_secret(
    behave: Callable[[httpx.Request], httpx.Response], form: Callable[..., Any]
) -> None:
    async with httpx.AsyncClient(transport=httpx.MockTransport(behave)) as client:
        daftra = Daftra("acme", auth=ApiKey("a-key"), http_client=client)
        draft = form(password=CANARY)
        login = {"grant_type": "password", "password": CANARY, "client_secret": CANARY}
        for call in (
            daftra.authorization.create_token(login),
            daftra.request("POST", "/v2/oauth/token", json=login),
            daftra.clients.create(draft if form is models.ClientDraft else {"Client": draft}),
        ):
            with pytest.raises(DaftraError) as caught:
                await call
            assert CANARY not in pickle.dumps(caught.value).decode("latin-1")
            assert CANARY not in repr(vars(caught.value))


async def test_a_store_shows_no_token(tmp_path: Any) -> None:
    for store in (MemoryTokenStore(), FileTokenStore(tmp_path / "tokens")):
        await store.save("account", Token(access=Secret(CANARY)))
        assert CANARY not in repr(store)


def test_a_secret_is_equal_to_its_like_alone() -> None:
    assert Secret("é") == Secret("é")
    assert hash(Secret("a")) == hash(Secret("a"))
    assert Secret("a") != Secret("b")
    assert Secret("a") != "a"
    assert not Secret("")


def test_known_secrets_are_masked_in_text_and_bytes_however_they_are_written() -> None:
    secrets = [Secret('p4ss "wörd'), Secret("short"), Secret("")]
    shown = 'p4ss "wörd / p4ss+%22w%C3%B6rd / p4ss \\"w\\u00f6rd / p4ss \\"wörd / short'
    assert masked(shown, secrets) == "*** / *** / *** / *** / short"
    assert masked_bytes(shown.encode(), secrets) == b"*** / *** / *** / *** / short"


def test_a_link_is_shown_without_its_signature() -> None:
    assert masked_link(LINK) == "https://files.example/1.pdf?***"
    assert masked_link("/login") == "/login"
