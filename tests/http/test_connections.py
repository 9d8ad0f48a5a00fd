"""The connections under a session: large bodies, limits while one is opened, and what ends one that is idle."""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
from pathlib import Path

import pytest

from daftra_async._http.aiohttp_engine import WatchedConnection
from daftra_async._http.retry import RetryPolicy
from daftra_async._http.time_limits import AnswerLimits, LimitPassed, within
from daftra_async.auth import ApiKey
from daftra_async.errors import ConnectionLost, RequestTimeout, UnexpectedResponse
from daftra_async.options import Timeout

from .blocking_server import BlockingServer, Peer
from .calls import CREATE, GET
from .conftest import Build
from .server import Exchange, FaultServer, answer
from .sessions import make_session
from .test_faults import settled
from .virtual import run

LARGE = CREATE.operation.request(body={"Invoice": {"notes": "x" * 3_000_000}})
NO_RETRY = RetryPolicy(retries=0)


async def test_a_large_body_arrives_whole_and_its_connection_is_used_again(build: Build) -> None:
    received: list[int] = []

    async def behave(exchange: Exchange) -> None:
        while True:
            _, _, body = (await exchange.read_request()).partition(b"\r\n\r\n")
            received.append(len(body) if body == LARGE.body else -1)
            await exchange.send(answer())

    async with FaultServer(behave) as server:
        session = build(server.url)
        for _ in range(3):
            assert (await session.send(LARGE)).status == 200
        assert received == [len(LARGE.body or b"")] * 3
        assert len(server.exchanges) == 1


async def test_a_large_body_that_is_cut_off_is_in_doubt(build: Build) -> None:
    async def behave(exchange: Exchange) -> None:
        await exchange.read(100_000)
        exchange.reset()

    async with FaultServer(behave) as server:
        with pytest.raises(ConnectionLost):
            await build(server.url, retry=NO_RETRY).send(LARGE)
        assert len(server.exchanges) == 1


async def test_a_body_of_unknown_length_that_comes_at_once_is_held_to_the_limit(build: Build) -> None:
    chunked = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n7d0\r\n" + b"x" * 2000 + b"\r\n0\r\n\r\n"

    async def behave(exchange: Exchange) -> None:
        while True:
            await exchange.read_request()
            await exchange.send(chunked)

    async with FaultServer(behave) as server:
        assert len((await build(server.url, max_body=2000).send(GET)).body) == 2000
        with pytest.raises(UnexpectedResponse, match="limit of 1999 bytes"):
            await build(server.url, max_body=1999).send(GET)


@pytest.fixture
def deaf() -> object:
    """A server whose queue of connections is full, so that no further one is opened."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen(0)
        waiting = []
        for _ in range(8):
            knocking = socket.socket()
            knocking.setblocking(False)
            knocking.connect_ex(listener.getsockname())
            waiting.append(knocking)
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        for knocking in waiting:
            knocking.close()


@pytest.mark.parametrize(
    ("limits", "phase"),
    [(Timeout(connect=0.2), "connect"), (Timeout(connect=5.0, attempt=0.2), "total"), (Timeout(total=0.2), "total")],
)
async def test_a_connection_that_cannot_be_opened_in_time_proves_that_nothing_was_sent(
    build: Build, deaf: str, limits: Timeout, phase: str
) -> None:
    with pytest.raises(RequestTimeout) as caught:
        await build(deaf, retry=NO_RETRY, timeout=limits).send(CREATE)
    assert (caught.value.phase, caught.value.sent, caught.value.outcome) == (phase, False, "not_sent")


async def test_what_comes_on_an_idle_connection_ends_it_at_once(only_default: Build) -> None:
    async def behave(exchange: Exchange) -> None:
        await exchange.read_request()
        await exchange.send(answer())
        await settled()
        await exchange.send(b"H")
        assert await exchange.reader.read() == b""

    async with FaultServer(behave) as server:
        session = only_default(server.url)
        for _ in range(2):
            assert (await session.send(CREATE)).status == 200
            while not server.exchanges[-1].reader.at_eof():  # noqa: ASYNC110  the server is seen from outside
                await asyncio.sleep(0.001)
        assert len(server.exchanges) == 2


async def test_what_lies_unread_on_an_encrypted_connection_is_no_answer_to_the_next_call(
    self_signed: ssl.SSLContext, usual_authorities: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
    busy, sent = threading.Event(), threading.Event()

    def behave(peer: Peer) -> None:
        peer.read_request()
        peer.send(answer(b'{"id":1}'))
        if peer.number == 0:
            busy.wait(10)
            peer.send(answer(b'{"id":666}'))
            sent.set()
        peer.read_request()
        peer.send(answer(b'{"id":1}'))

    with BlockingServer(behave, tls=self_signed) as server:
        session = make_session(base_url=f"https://localhost:{server.port}", auth=ApiKey("key"))
        assert (await session.send(CREATE)).body == b'{"id":1}'
        busy.set()
        assert sent.wait(10)
        assert (await session.send(CREATE)).body == b'{"id":1}'
        assert [peer.received.count(b"POST ") for peer in server.peers] == [1, 1]
        await session.aclose()


async def test_a_session_ticket_that_lies_unread_is_no_reason_to_leave_a_connection(
    self_signed: ssl.SSLContext, usual_authorities: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
    self_signed.num_tickets = 4

    def behave(peer: Peer) -> None:
        while True:
            peer.read_request()
            peer.send(answer(b'{"id":1}'))

    with BlockingServer(behave, tls=self_signed) as server:
        session = make_session(base_url=f"https://localhost:{server.port}", auth=ApiKey("key"))
        for _ in range(20):
            assert (await session.send(CREATE)).body == b'{"id":1}'
        assert len(server.peers) == 1
        await session.aclose()


@pytest.mark.parametrize("greeting", [b"220 mail.example ESMTP\r\n", answer(b'{"id":666}'), b""])
async def test_a_connection_on_which_the_server_speaks_or_closes_first_is_not_clean(greeting: bytes) -> None:
    async def behave(exchange: Exchange) -> None:
        await exchange.send(greeting)
        if greeting:
            await exchange.reader.read()

    loop = asyncio.get_running_loop()
    async with FaultServer(behave) as server:
        transport, connection = await loop.create_connection(lambda: WatchedConnection(loop), "127.0.0.1", server.port)
        await settled()
        assert not connection.is_clean()
        transport.close()


# Time limits.


def test_a_time_limit_of_the_work_itself_stays_one() -> None:
    async def impatient() -> None:
        await asyncio.sleep(1)
        raise TimeoutError

    with pytest.raises(TimeoutError) as caught:
        run(within(5.0, impatient()))
    assert not isinstance(caught.value, LimitPassed)
    with pytest.raises(LimitPassed):
        run(within(0.5, impatient()))


def test_one_timer_keeps_silence_and_deadlines_of_one_answer_after_the_other() -> None:
    async def answers() -> list[tuple[float, str]]:
        loop = asyncio.get_running_loop()
        began, passed = loop.time(), list[tuple[float, str]]()
        limits = AnswerLimits(loop, lambda phase: passed.append((round(loop.time() - began, 6), phase)))
        # An answer in time, with data now and then.
        limits.begin(silence=10.0, deadline=began + 60.0)
        limits.asked()
        for _ in range(4):
            await asyncio.sleep(9.0)
            limits.heard()
        limits.end()
        await asyncio.sleep(64.0)
        assert passed == []
        # One that falls silent, one that never ends, one without limits, one that nobody listens to for a while.
        limits.begin(silence=10.0, deadline=None)
        limits.asked()
        await asyncio.sleep(20.0)
        limits.begin(silence=10.0, deadline=loop.time() + 15.0)
        limits.asked()
        for _ in range(4):
            await asyncio.sleep(5.0)
            limits.heard()
        limits.end()
        limits.begin(silence=None, deadline=None)
        limits.asked()
        await asyncio.sleep(1000.0)
        limits.begin(silence=10.0, deadline=loop.time() + 50.0)
        limits.asked()
        limits.reading_paused()
        await asyncio.sleep(100.0)
        limits.close()
        return passed

    assert run(answers()) == [(110.0, "read"), (135.0, "total"), (1190.0, "total")]
