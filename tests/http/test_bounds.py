"""An answer that never ends ends: whatever part of it the server makes endless."""

from __future__ import annotations

import gzip
import zlib

import pytest

from daftra_async._http.aiohttp_engine import FRAMING, MOST_HEAD
from daftra_async._http.body import MOST_MEMBERS
from daftra_async._http.retry import RetryPolicy
from daftra_async.errors import ConnectionLost, UnexpectedResponse
from daftra_async.options import Timeout

from .calls import CREATE, GET
from .conftest import Build
from .server import Behaviour, Exchange, FaultServer, answer, answering

LIMITS = {"retry": RetryPolicy(retries=0), "timeout": Timeout(attempt=60.0)}


def endless(beginning: bytes, repeated: bytes) -> Behaviour:
    async def behave(exchange: Exchange) -> None:
        await exchange.read_request()
        await exchange.send(beginning)
        while True:
            await exchange.send(repeated)

    return behave


CHUNKED = b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n"
ENDLESS = {
    "header fields": (b"HTTP/1.1 200 OK\r\n", b"x-more: " + b"x" * 500 + b"\r\n"),
    "one header field": (b"HTTP/1.1 200 OK\r\nx-more: ", b"x" * 1000),
    "chunk extension": (CHUNKED + b"2", b";more=" + b"x" * 1000),
    "trailers": (CHUNKED + b"2\r\n{}\r\n0\r\n", b"x-more: " + b"x" * 500 + b"\r\n"),
}


@pytest.mark.parametrize("name", ENDLESS)
async def test_no_part_of_the_framing_is_endless(build: Build, name: str) -> None:
    async with FaultServer(endless(*ENDLESS[name])) as server:
        with pytest.raises(ConnectionLost):
            await build(server.url, **LIMITS).send(CREATE)


ONLY_HERE = {
    # h11 reads both of these for as long as they come: with an injected client the limit of a try is what ends them.
    "informational answers": (b"", b"HTTP/1.1 102 Processing\r\n\r\n" * 10),
    "extensions of many chunks": (CHUNKED, b"1;more=" + b"x" * 1000 + b"\r\n \r\n"),
}


@pytest.mark.parametrize("name", ONLY_HERE)
async def test_what_carries_next_to_nothing_for_long_ends(only_default: Build, name: str) -> None:
    async with FaultServer(endless(*ONLY_HERE[name])) as server:
        with pytest.raises(ConnectionLost, match="never ends"):
            await only_default(server.url, **LIMITS).send(CREATE)


async def test_a_head_beyond_its_limit_is_refused_though_no_field_is_large(build: Build) -> None:
    fields = "".join(f"x-field-{number}: {'x' * 6000}\r\n" for number in range(120))
    async with FaultServer(answering(f"HTTP/1.1 200 OK\r\ncontent-length: 2\r\n{fields}\r\n{{}}".encode())) as server:
        with pytest.raises(ConnectionLost):
            await build(server.url, **LIMITS).send(CREATE)


async def test_a_body_of_tiny_chunks_is_read(build: Build) -> None:
    text = b"[" + b"1," * 40_000 + b"1]"
    chunks = b"".join(b"1\r\n%c\r\n" % byte for byte in text)
    assert MOST_HEAD < len(chunks) < FRAMING * len(text)
    async with FaultServer(answering(CHUNKED + chunks + b"0\r\n\r\n")) as server:
        assert (await build(server.url, **LIMITS).send(GET)).body == text


async def test_a_few_informational_answers_come_before_the_true_one(build: Build) -> None:
    hints = b"HTTP/1.1 103 Early Hints\r\nlink: </style.css>\r\n\r\n" * 5
    async with FaultServer(answering(hints + answer(b'{"id":1}'))) as server:
        assert (await build(server.url).send(GET)).body == b'{"id":1}'


async def test_a_switch_to_another_protocol_is_no_answer(build: Build) -> None:
    switch = b"HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n"
    async with FaultServer(answering(switch)) as server:
        with pytest.raises(ConnectionLost):
            await build(server.url, **LIMITS).send(CREATE)


def raw_deflate(data: bytes) -> bytes:
    squeeze = zlib.compressobj(wbits=-15)
    return squeeze.compress(data) + squeeze.flush()


EMPTY = {"gzip": gzip.compress(b""), "zlib": zlib.compress(b""), "raw deflate": raw_deflate(b"")}


@pytest.mark.parametrize("member", EMPTY.values(), ids=EMPTY)
async def test_a_body_of_endless_empty_members_is_refused(build: Build, member: bytes) -> None:
    encoding = "gzip" if member == EMPTY["gzip"] else "deflate"
    async with FaultServer(answering(answer(member * (MOST_MEMBERS + 1), content_encoding=encoding))) as server:
        with pytest.raises(UnexpectedResponse, match="members"):
            await build(server.url, **LIMITS).send(GET)
