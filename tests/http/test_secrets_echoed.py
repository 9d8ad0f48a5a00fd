"""A credential that comes back, or that a call holds when it is given up, is in no place that can be seen."""

from __future__ import annotations

import asyncio
import base64
import contextlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import httpx2
import pytest

from daftra_async import ApiKey, Daftra
from daftra_async._http.retry import RetryPolicy
from daftra_async._wire import decode_created, decode_json
from daftra_async.auth import Auth
from daftra_async.errors import DaftraError, ResponseError
from daftra_async.options import Timeout

from .calls import CREATE, GET
from .conftest import CLIENTS
from .server import Exchange, FaultServer, answer
from .sessions import make_session
from .sinks import CANARY, Sinks
from .test_secrets import AUTHS

HUGE = CREATE.operation.request(body={"Invoice": {"notes": "x" * 20_000_000}})


# Cancelled.


async def stalls_in_the_head(exchange: Exchange) -> None:
    await exchange.read_request()
    await exchange.send(b"HTTP/1.1 200 OK\r\ncontent-le")
    await exchange.reader.read()


async def stalls_in_the_body(exchange: Exchange) -> None:
    await exchange.read_request()
    await exchange.send(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{")
    await exchange.reader.read()


async def stalls_at_once(exchange: Exchange) -> None:
    await exchange.reader.read()


async def reads_nothing(exchange: Exchange) -> None:
    exchange.writer.transport.pause_reading()  # type: ignore[attr-defined]
    await asyncio.sleep(3600)


STALLS = {
    "waiting for an answer": (stalls_at_once, GET),
    "writing": (reads_nothing, HUGE),
    "in the head": (stalls_in_the_head, GET),
    "in the body": (stalls_in_the_body, CREATE),
}


@pytest.mark.parametrize("auth", AUTHS.values(), ids=AUTHS)
@pytest.mark.parametrize("stall", STALLS)
@pytest.mark.parametrize("engine", CLIENTS)
async def test_a_cancelled_call_shows_no_secret(engine: str, stall: str, auth: Callable[[], Auth]) -> None:
    behave, request = STALLS[stall]

    async def server_of(exchange: Exchange) -> None:
        if exchange.number or auth is not AUTHS["password"]:
            return await behave(exchange)
        await exchange.read_request()
        pair = {"access_token": f"{CANARY}-a", "refresh_token": f"{CANARY}-r"}
        return await exchange.send(answer(json.dumps(pair).encode(), connection="close"))

    sinks, client = Sinks(), CLIENTS[engine]()
    async with FaultServer(server_of) as server:
        session = make_session(base_url=server.url, auth=auth(), http_client=client, hooks=[sinks.hook])
        with sinks.open():
            call = asyncio.ensure_future(session.send(request))
            await asyncio.sleep(0.1)
            call.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await call
            sinks.error(caught.value)
        await session.aclose()
        if client is not None:
            await client.aclose()
    assert "account_state" in sinks.seen()
    assert CANARY not in sinks.seen()


async def test_a_call_that_waits_for_its_token_shows_no_secret_when_it_is_cancelled() -> None:
    sinks = Sinks()
    async with FaultServer(stalls_at_once) as server:
        session = make_session(
            base_url=server.url,
            auth=AUTHS["password"](),
            hooks=[sinks.hook],
            timeout=Timeout(read=0.3),
            retry=RetryPolicy(retries=0),
        )
        with sinks.open():
            call = asyncio.ensure_future(session.send(GET))
            await asyncio.sleep(0.1)
            call.cancel()
            with pytest.raises(asyncio.CancelledError) as caught:
                await call
            sinks.error(caught.value)
            await session.aclose()
    assert CANARY not in sinks.seen()


# Echoed.


def echoing(status: int, kind: str) -> Callable[[Exchange], Awaitable[None]]:
    """Repeats the whole request in an answer, as debug pages do, and its credential in a header."""

    async def behave(exchange: Exchange) -> None:
        while True:
            request = (await exchange.read_request()).decode("latin-1")
            exchange.received = b""
            values = {
                "json": json.dumps({"result": "successful", "echo": request}),
                "no": json.dumps({"result": "failed", "message": request, "validation_errors": {request: [request]}}),
                "html": f"<pre>{request}",
                "text": request,
            }
            head = {"x_request_id": CANARY, "x_echo": f"apikey {CANARY}", "content_type": "text/plain"}
            await exchange.send(answer(values[kind].encode(), status, **head))

    return behave


@pytest.mark.parametrize("kind", ["json", "no", "html", "text"])
@pytest.mark.parametrize("status", [200, 202, 302, 400, 401, 500])
async def test_what_a_server_repeats_is_in_no_error_and_no_repr(status: int, kind: str) -> None:
    sinks = Sinks()
    async with FaultServer(echoing(status, kind)) as server:
        session = make_session(
            base_url=server.url, auth=ApiKey(CANARY), hooks=[sinks.hook], retry=RetryPolicy(retries=0)
        )
        raw = session.with_raw_response()
        with sinks.open():
            for request, parse in ((GET, decode_json), (CREATE, decode_created)):
                answered: Any = await raw.call(request, parse)
                sinks.texts.append(repr(answered))
                try:
                    await session.call(request, parse)
                except ResponseError as error:
                    sinks.error(error)
                    with pytest.raises(ResponseError) as caught:
                        answered.parse()
                    sinks.error(caught.value)
            sinks.texts.append(repr(await session.send(GET)))
        await session.aclose()
    assert "invoices.get" in sinks.seen()
    assert CANARY not in sinks.seen()


@pytest.mark.parametrize("status", [200, 404])
async def test_a_resource_whose_answer_repeats_the_key_shows_it_nowhere(status: int) -> None:
    sinks = Sinks()
    async with FaultServer(echoing(status, "json")) as server:
        daftra = Daftra(base_url=server.url, auth=ApiKey(CANARY), hooks=[sinks.hook])
        calls: list[Callable[[], Awaitable[object]]] = [
            lambda: daftra.invoices.get(1),
            lambda: daftra.clients.update(1, {"Client": {}}),
            lambda: daftra.invoices.list(limit=2).collect(),
        ]
        with sinks.open():
            for call in calls:
                try:
                    sinks.texts.append(repr(await call()))
                except DaftraError as error:
                    sinks.error(error)
        await daftra.aclose()
    assert CANARY not in sinks.seen()


# A proxy.


async def refuses_its_callers(exchange: Exchange) -> None:
    request = await exchange.read_request()
    body = b"<pre>" + request
    await exchange.send(answer(body, 407, proxy_authenticate="Basic", connection="close"))


async def breaks_off(exchange: Exchange) -> None:
    await exchange.read_request()


async def speaks_nonsense(exchange: Exchange) -> None:
    request = await exchange.read_request()
    await exchange.send(b"\0" + request)


@pytest.fixture(params=[refuses_its_callers, breaks_off, speaks_nonsense, None])
async def proxy(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[str]:
    """The address, with a password, of a proxy that the environment names and that is of no use."""
    for variable in ("no_proxy", "NO_PROXY", "all_proxy", "ALL_PROXY", "REQUEST_METHOD"):
        monkeypatch.delenv(variable, raising=False)
    behave = request.param or breaks_off
    async with FaultServer(behave) as server:
        port = server.port
        if request.param is not None:
            yield _named(port, monkeypatch)
    if request.param is None:
        yield _named(port, monkeypatch)


def _named(port: int, monkeypatch: pytest.MonkeyPatch) -> str:
    address = f"http://me:{CANARY}%20pass@127.0.0.1:{port}"
    for variable in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(variable, address)
    return address


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("engine", CLIENTS)
async def test_the_password_of_a_proxy_is_in_no_error(engine: str, scheme: str, proxy: str) -> None:
    clients: dict[str, Callable[[], Any]] = {
        "aiohttp": lambda: None,
        "httpx": lambda: httpx.AsyncClient(proxy=proxy),
        "httpx2": lambda: httpx2.AsyncClient(proxy=proxy),
    }
    sinks, client = Sinks(), clients[engine]()
    session = make_session(
        base_url=f"{scheme}://acme.example",
        auth=ApiKey("a-secret-key"),
        allow_insecure=True,
        http_client=client,
        hooks=[sinks.hook],
        retry=RetryPolicy(retries=1, base=0.0),
        timeout=Timeout(connect=5.0, read=5.0),
    )
    with sinks.open():
        try:
            response = await session.call(GET, decode_json)
            raise AssertionError(response)
        except DaftraError as error:
            sinks.error(error)
        sinks.texts += [repr(vars(session._shared)), repr(vars(session._shared.account(None)._engine))]
    await session.aclose()
    if client is not None:
        await client.aclose()
    # What httpcore itself logs of an answer's head, no one else can mask.
    assert CANARY not in sinks.seen()
    assert "a-secret-key" not in sinks.seen()


async def test_a_proxy_that_asks_is_told_who_calls(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []

    async def behave(exchange: Exchange) -> None:
        while True:
            seen.append(await exchange.read_request())
            await exchange.send(answer(b"{}"))

    for variable in ("no_proxy", "NO_PROXY", "all_proxy", "ALL_PROXY", "REQUEST_METHOD"):
        monkeypatch.delenv(variable, raising=False)
    async with FaultServer(behave) as server:
        _named(server.port, monkeypatch)
        session = make_session(base_url="http://acme.example", auth=ApiKey("k"), allow_insecure=True)
        for _ in range(2):
            assert (await session.send(GET)).status == 200
        await session.aclose()
    credential = base64.b64encode(f"me:{CANARY} pass".encode())
    assert all(b"proxy-authorization: Basic " + credential in request for request in seen)
    assert len(seen) == 2


async def test_a_proxy_that_speaks_no_http_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", f"socks5://me:{CANARY}@127.0.0.1:1080")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    session = make_session("acme", auth=ApiKey("k"))
    with contextlib.suppress(DaftraError):
        await session.send(GET)
    with pytest.raises(DaftraError, match=r"socks5://127\.0\.0\.1:1080") as caught:
        await session.send(GET)
    assert CANARY not in str(caught.value)
