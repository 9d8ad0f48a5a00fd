"""A server that cuts, stalls, truncates, floods and lies: what each engine makes of it."""

from __future__ import annotations

import asyncio
import gzip
import os
import ssl
import zlib
from pathlib import Path

import certifi
import pytest

from daftra_async._http.retry import RetryPolicy
from daftra_async.auth import ApiKey
from daftra_async.errors import ConnectionFailed, ConnectionLost, RequestTimeout, TransportError, UnexpectedResponse
from daftra_async.options import Timeout

from .calls import CREATE, DELETE, GET, UPDATE
from .conftest import Build
from .server import Exchange, FaultServer, answer, answering
from .sessions import make_session

ANSWER = answer(b'{"result":"successful","code":202,"id":2415}', 202)
STEP = 1 if os.environ.get("DAFTRA_CAMPAIGN") else 7
"""Every byte position in the campaign, every seventh (and the edges) in the quick run."""

NO_RETRY = RetryPolicy(retries=0)


def positions(length: int) -> list[int]:
    return sorted({*range(0, length + 1, STEP), 1, length - 1, length})


@pytest.mark.parametrize("end", ["closed", "reset"])
async def test_an_answer_cut_at_any_byte_leaves_a_post_in_doubt_and_sent_once(build: Build, end: str) -> None:
    cut_at = 0

    async def behave(exchange: Exchange) -> None:
        await exchange.read_request()
        await exchange.send(ANSWER[:cut_at])
        if end == "reset":
            await asyncio.sleep(0.001)
            exchange.reset()

    async with FaultServer(behave) as server:
        session = build(server.url)
        for cut_at in positions(len(ANSWER) - 1):  # noqa: B007  read by the server
            before = len(server.requests)
            with pytest.raises(ConnectionLost) as caught:
                await session.send(CREATE)
            assert len(server.requests) == before + 1
            assert caught.value.request is CREATE


@pytest.mark.parametrize("request_", [GET, UPDATE, DELETE], ids=["get", "update", "delete"])
async def test_an_answer_cut_at_any_byte_is_asked_for_again_where_that_repeats_nothing(
    build: Build, request_: object
) -> None:
    cut_at = 0

    async def behave(exchange: Exchange) -> None:
        await exchange.read_request()
        await exchange.send(ANSWER if exchange.number % 2 else ANSWER[:cut_at])

    async with FaultServer(behave) as server:
        session = build(server.url, retry=RetryPolicy(base=0.0, budget=1000))
        for cut_at in positions(len(ANSWER) - 1):  # noqa: B007  read by the server
            response = await session.send(request_)  # type: ignore[arg-type]
            assert (response.status, response.body) == (202, ANSWER[-len(response.body) :])


async def test_a_request_cut_at_any_byte_is_never_called_unsent(build: Build) -> None:
    cut_at = 0

    async def behave(exchange: Exchange) -> None:
        await exchange.read(cut_at)
        exchange.reset()

    async with FaultServer(behave) as server:
        session = build(server.url, retry=NO_RETRY)
        for cut_at in [size for size in positions(150) if size]:
            with pytest.raises(ConnectionLost):
                await session.send(CREATE)
            assert len(server.requests[-1]) == cut_at


async def test_a_refused_connection_is_a_proof_that_nothing_was_sent(build: Build) -> None:
    async with FaultServer(answering(ANSWER)) as server:
        url = server.url
    session = build(url, retry=RetryPolicy(base=0.0))
    with pytest.raises(ConnectionFailed):
        await session.send(CREATE)


async def test_a_name_that_does_not_resolve_is_a_proof_that_nothing_was_sent(build: Build) -> None:
    session = build("https://no-such-host.invalid", retry=NO_RETRY)
    with pytest.raises(ConnectionFailed):
        await session.send(CREATE)


async def test_a_server_that_speaks_no_tls_never_sees_the_request(build: Build) -> None:
    async def behave(exchange: Exchange) -> None:
        await exchange.read(1)
        await exchange.send(b"HTTP/1.1 400 Bad Request\r\n\r\n")

    async with FaultServer(behave) as server:
        session = build(server.url.replace("http:", "https:"), retry=NO_RETRY)
        with pytest.raises(ConnectionFailed):
            await session.send(CREATE)
        assert all(b"apikey" not in received for received in server.requests)


async def test_a_server_that_nobody_vouches_for_never_sees_the_request(
    build: Build, self_signed: ssl.SSLContext, usual_authorities: None
) -> None:
    async with FaultServer(answering(ANSWER), tls=self_signed) as server:
        tried: list[str] = []
        session = build(
            server.url.replace("http://127.0.0.1", "https://localhost"),
            retry=RetryPolicy(base=0.0),
            hooks=[lambda event: tried.append(event.kind)],
        )
        with pytest.raises(ConnectionFailed, match=r"(?i)certificate") as caught:
            await session.send(GET)
        assert not any(server.requests)
        assert tried == ["request", "failure", "end"]
    assert caught.value.outcome == "not_sent"
    assert "SSL_CERT_FILE" in str(caught.value)
    if session._shared.settings.http_client is None:
        assert certifi.where() in str(caught.value)


async def test_an_authority_that_the_environment_names_is_believed(
    self_signed: ssl.SSLContext, usual_authorities: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
    async with FaultServer(answering(ANSWER), tls=self_signed) as server:
        session = make_session(base_url=f"https://localhost:{server.port}", auth=ApiKey("key"))
        for request in (CREATE, GET, CREATE):
            assert (await session.send(request)).status == 202
        # One connection for all three: session tickets are no bytes that nobody asked for.
        assert len(server.exchanges) == 1
        await session.aclose()


@pytest.mark.parametrize("stalled_at", [0, 5, 20, len(ANSWER) - 1])
async def test_a_server_that_stalls_meets_the_read_limit(build: Build, stalled_at: int) -> None:
    async def behave(exchange: Exchange) -> None:
        await exchange.read_request()
        await exchange.send(ANSWER[:stalled_at])
        await exchange.reader.read()

    async with FaultServer(behave) as server:
        session = build(server.url, retry=NO_RETRY, timeout=Timeout(read=0.1))
        with pytest.raises(RequestTimeout) as caught:
            await session.send(CREATE)
        assert (caught.value.phase, caught.value.sent) == ("read", True)
        assert len(server.requests) == 1


async def test_a_server_that_stops_reading_meets_the_write_limit(build: Build) -> None:
    async def behave(exchange: Exchange) -> None:
        exchange.writer.transport.pause_reading()  # type: ignore[attr-defined]
        await asyncio.sleep(3600)

    huge = CREATE.operation.request(body={"Invoice": {"notes": "x" * 20_000_000}})
    async with FaultServer(behave) as server:
        session = build(server.url, retry=NO_RETRY, timeout=Timeout(write=0.2, read=30.0))
        with pytest.raises(RequestTimeout) as caught:
            await session.send(huge)
        assert (caught.value.phase, caught.value.sent) == ("write", True)


async def test_an_answer_that_trickles_for_ever_meets_the_limit_of_a_try(build: Build) -> None:
    async def behave(exchange: Exchange) -> None:
        await exchange.read_request()
        await exchange.send(b"HTTP/1.1 200 OK\r\ncontent-length: 1000000\r\n\r\n")
        while True:
            await exchange.send(b" ")
            await asyncio.sleep(0.01)

    async with FaultServer(behave) as server:
        session = build(server.url, retry=NO_RETRY, timeout=Timeout(read=5.0, attempt=0.2))
        with pytest.raises(RequestTimeout) as caught:
            await session.send(GET)
        assert (caught.value.phase, caught.value.sent) == ("total", True)


async def test_a_total_limit_covers_every_try_and_pause(build: Build) -> None:
    async def behave(exchange: Exchange) -> None:
        await exchange.read_request()
        exchange.reset()

    async with FaultServer(behave) as server:
        policy = RetryPolicy(retries=100, base=0.05, budget=100)
        session = build(server.url, retry=policy, timeout=Timeout(total=0.3), random=lambda: 1.0)
        with pytest.raises(RequestTimeout) as caught:
            await session.send(GET)
        assert (caught.value.phase, caught.value.sent) == ("total", True)


async def settled() -> None:
    """Lets the loop go round often enough for both ends to see what the other one did."""
    for _ in range(20):
        await asyncio.sleep(0.001)


TRUNCATED = {
    "shorter than its length": b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{}",
    "last chunk missing": b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n2\r\n{}\r\n",
    "chunk cut": b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nff\r\n{}",
}


@pytest.mark.parametrize("cut", TRUNCATED.values(), ids=TRUNCATED)
async def test_a_truncated_body_is_no_answer(build: Build, cut: bytes) -> None:
    async def behave(exchange: Exchange) -> None:
        await exchange.read_request()
        await exchange.send(cut)

    async with FaultServer(behave) as server:
        with pytest.raises(ConnectionLost):
            await build(server.url).send(CREATE)


LIES = {
    "no http": b"220 mail.example ESMTP\r\n\r\n",
    "status of letters": b"HTTP/1.1 abc OK\r\ncontent-length: 0\r\n\r\n",
    "negative length": b"HTTP/1.1 200 OK\r\ncontent-length: -5\r\n\r\n{}",
    "two lengths": b"HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}x",
    "chunk size of letters": b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
    "header without colon": b"HTTP/1.1 200 OK\r\nthis is no header\r\ncontent-length: 2\r\n\r\n{}",
    "null in header": b"HTTP/1.1 200 OK\r\nx: a\0b\r\ncontent-length: 2\r\n\r\n{}",
}


@pytest.mark.parametrize("lie", LIES.values(), ids=LIES)
async def test_an_answer_that_is_no_http_is_no_answer(build: Build, lie: bytes) -> None:
    async def behave(exchange: Exchange) -> None:
        await exchange.read_request()
        await exchange.send(lie)

    async with FaultServer(behave) as server:
        with pytest.raises(ConnectionLost):
            await build(server.url).send(CREATE)
        assert len(server.requests) == 1


async def test_endless_headers_end(build: Build) -> None:
    async def behave(exchange: Exchange) -> None:
        await exchange.read_request()
        await exchange.send(b"HTTP/1.1 200 OK\r\n")
        while True:
            await exchange.send(b"x-more: " + b"x" * 1000 + b"\r\n")

    async with FaultServer(behave) as server:
        with pytest.raises(TransportError):
            await build(server.url, timeout=Timeout(attempt=5.0), retry=NO_RETRY).send(GET)


BOMB = gzip.compress(bytes(50_000_000))
TOO_MUCH = {
    "plain": answer(b"x" * 100_001),
    "gzip bomb": answer(BOMB, content_encoding="gzip"),
    "gzip bomb of many members": answer(gzip.compress(bytes(10_000)) * 100, content_encoding="gzip"),
    "deflate bomb": answer(zlib.compress(bytes(50_000_000)), content_encoding="deflate"),
}


@pytest.mark.parametrize("flood", TOO_MUCH.values(), ids=TOO_MUCH)
async def test_a_body_beyond_the_limit_is_refused_and_not_asked_for_again(build: Build, flood: bytes) -> None:
    async with FaultServer(answering(flood)) as server:
        with pytest.raises(UnexpectedResponse, match="limit of 100000 bytes") as caught:
            await build(server.url, max_body=100_000).send(GET)
        assert caught.value.status == 200
        assert len(server.requests) == 1


async def test_an_endless_body_is_refused(build: Build) -> None:
    async def behave(exchange: Exchange) -> None:
        await exchange.read_request()
        await exchange.send(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
        while True:
            await exchange.send(b"1000\r\n" + b"x" * 0x1000 + b"\r\n")

    async with FaultServer(behave) as server:
        with pytest.raises(UnexpectedResponse, match="limit"):
            await build(server.url, max_body=1_000_000).send(GET)


DAMAGED = {
    "not compressed at all": answer(b'{"a":1}', content_encoding="gzip"),
    "cut": answer(gzip.compress(b'{"a":1}')[:-9], content_encoding="gzip"),
    "checksum": answer(gzip.compress(b'{"a":1}')[:-8] + b"\0" * 8, content_encoding="gzip"),
    "encoding not asked for": answer(b"??", content_encoding="br"),
}


@pytest.mark.parametrize("damaged", DAMAGED.values(), ids=DAMAGED)
async def test_a_body_that_is_not_what_its_encoding_says_is_refused(build: Build, damaged: bytes) -> None:
    async with FaultServer(answering(damaged)) as server:
        with pytest.raises(UnexpectedResponse):
            await build(server.url).send(GET)


@pytest.mark.parametrize("encoding", ["gzip", "x-gzip", "deflate", "raw deflate", "identity"])
async def test_compressed_answers_are_read(build: Build, encoding: str) -> None:
    text = b'{"result":"successful"}' * 1000
    squeeze = zlib.compressobj(wbits=-15)
    bodies = {
        "deflate": zlib.compress(text),
        "raw deflate": squeeze.compress(text) + squeeze.flush(),
        "identity": text,
    }
    sent = answer(bodies.get(encoding, gzip.compress(text)), content_encoding=encoding.removeprefix("raw "))
    async with FaultServer(answering(sent)) as server:
        assert (await build(server.url).send(GET)).body == text


async def test_bytes_after_an_answer_do_not_answer_the_next_request() -> None:
    # The default engine only: h11, under httpx's and httpx2's own pools, keeps them for the next request.
    async def behave(exchange: Exchange) -> None:
        for turn in range(10):
            await exchange.read_request()
            surplus = answer(b'{"id":"from the attacker"}') if turn == 0 else b""
            await exchange.send(answer(b'{"id":"true"}') + surplus)

    async with FaultServer(behave) as server:
        session = make_session(base_url=server.url, auth=ApiKey("key"), retry=RetryPolicy(base=0.0))
        for _ in range(3):
            await settled()
            assert (await session.send(GET)).body == b'{"id":"true"}'
        await session.aclose()


async def test_a_connection_that_the_server_closed_while_idle_is_not_used_again(build: Build) -> None:
    async def behave(exchange: Exchange) -> None:
        await exchange.read_request()
        await exchange.send(ANSWER)

    async with FaultServer(behave) as server:
        session = build(server.url)
        for _ in range(3):
            assert (await session.send(CREATE)).status == 202
            await settled()
        assert len(server.requests) == 3


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_is_an_answer_and_is_not_followed(build: Build, status: int) -> None:
    async with FaultServer(answering(answer())) as elsewhere:
        redirect = answer(b"", status, location=f"{elsewhere.url}/stolen")
        async with FaultServer(answering(redirect)) as server:
            session = build(server.url)
            assert (await session.send(GET)).status == status
            assert (await session.send(CREATE)).status == status
        assert elsewhere.requests == []


async def test_cookies_are_neither_kept_nor_sent(build: Build) -> None:
    async with FaultServer(answering(answer(set_cookie="session=abc; Path=/"))) as server:
        session = build(server.url)
        response = await session.send(GET)
        await session.send(GET)
        assert "set-cookie" not in response.headers
        assert b"cookie" not in b"".join(server.requests).lower()


async def test_every_engine_sends_the_same_request_with_one_credential(build: Build) -> None:
    async with FaultServer(answering(answer())) as server:
        session = build(server.url, branch_id=3)
        await session.send(CREATE, {"site_id": 7, "query": {"filter": {"name": "a b&c/é"}}})
        head, _, body = server.requests[0].partition(b"\r\n\r\n")
        line, *fields = head.decode().split("\r\n")
        assert line == "POST /api2/invoices.json?filter%5Bname%5D=a+b%26c%2F%C3%A9&request_branch_id=3 HTTP/1.1"
        names = sorted(field.partition(":")[0].lower() for field in fields)
        expected = "accept accept-encoding apikey content-length content-type host site-id user-agent"
        assert [name for name in names if name != "connection"] == expected.split()
        assert body == CREATE.body
