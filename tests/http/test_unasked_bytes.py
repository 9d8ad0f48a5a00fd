"""Bytes that nobody asked for answer no request: neither those that wait on an idle connection nor those that come
before the request was written."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

import pytest

from daftra_async.errors import ConnectionLost

from .blocking_server import BlockingServer, Peer
from .calls import CREATE, GET
from .conftest import Build
from .server import answer

TRUE = answer(b'{"result":"successful","code":202,"id":1}', 202)
FOREIGN = answer(b'{"result":"successful","code":202,"id":666}', 202)
HUGE = CREATE.operation.request(body={"Invoice": {"notes": "x" * 20_000_000}})

PIECES = {
    "a whole answer": FOREIGN,
    "the head of an answer": FOREIGN[:40],
    "one byte": b"H",
    "two answers": FOREIGN * 2,
}


@pytest.mark.parametrize("unasked", PIECES.values(), ids=PIECES)
async def test_what_lies_unread_on_an_idle_connection_is_no_answer_to_the_next_call(
    build: Build, unasked: bytes
) -> None:
    busy, sent = threading.Event(), threading.Event()

    def behave(peer: Peer) -> None:
        peer.read_request()
        peer.send(TRUE)
        if peer.number == 0:
            busy.wait(10)
            peer.send(unasked)
            sent.set()
        peer.read_request()
        peer.send(TRUE)

    with BlockingServer(behave) as server:
        session = build(server.url)
        assert b'"id":1' in (await session.send(CREATE)).body
        # From here the loop reads nothing until the next call has written its request.
        busy.set()
        assert sent.wait(10)
        assert b'"id":1' in (await session.send(CREATE)).body
        assert [peer.received.count(b"POST ") for peer in server.peers] == [1, 1]


@pytest.mark.parametrize("unasked", PIECES.values(), ids=PIECES)
async def test_what_comes_with_an_answer_is_no_answer_to_the_next_call(build: Build, unasked: bytes) -> None:
    def behave(peer: Peer) -> None:
        while True:
            peer.read_request()
            peer.send(TRUE + (unasked if peer.number == 0 else b""))

    with BlockingServer(behave) as server:
        session = build(server.url)
        assert b'"id":1' in (await session.send(CREATE)).body
        try:
            assert b'"id":1' in (await session.send(CREATE)).body
        except ConnectionLost:
            # An injected client has the bytes in its own buffer: the request goes out on that connection, and the
            # answer that was there before it is not believed.
            assert session._shared.settings.http_client is not None


def early(status: int, *, read: int) -> Callable[[Peer], None]:
    """Answers once it has read so many bytes of a request, and reads no more."""

    def behave(peer: Peer) -> None:
        while len(peer.received) < read:
            peer._some()
        peer.send(answer(b'{"result":"successful","code":202,"id":666}', status))
        threading.Event().wait(0.5)

    return behave


async def test_a_success_before_the_request_was_written_is_not_believed(only_default: Build) -> None:
    with BlockingServer(early(202, read=1000)) as server:
        session = only_default(server.url)
        with pytest.raises(ConnectionLost, match="before the request was written"):
            await session.send(HUGE)
        assert len(server.peers) == 1


async def test_a_refusal_before_the_request_was_written_is_believed_and_the_rest_not_sent(only_default: Build) -> None:
    with BlockingServer(early(413, read=1000)) as server:
        session = only_default(server.url)
        assert (await session.send(HUGE)).status == 413
        assert (await asyncio.wait_for(session.send(HUGE), 10)).status == 413
        assert len(server.peers) == 2
        assert all(len(peer.received) < len(HUGE.body or b"") for peer in server.peers)


async def test_a_connection_that_was_answered_in_order_is_kept(build: Build) -> None:
    def behave(peer: Peer) -> None:
        while True:
            peer.read_request()
            peer.send(TRUE)

    with BlockingServer(behave) as server:
        session = build(server.url)
        for request in (GET, CREATE) * 5:
            assert (await session.send(request)).status == 202
        assert len(server.peers) == 1
