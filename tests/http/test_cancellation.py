"""Cancellation at any moment leaks no connection, no task and no place."""

from __future__ import annotations

import asyncio
import os
import random

import httpx
import pytest

from daftra_async._http.limiter import RateLimit
from daftra_async._http.retry import RetryPolicy
from daftra_async._http.session import Session
from daftra_async.auth import ApiKey
from daftra_async.errors import ConfigurationError, ConnectionFailed, ConnectionLost
from daftra_async.options import Timeout

from .calls import CREATE, GET
from .conftest import Build
from .server import Exchange, FaultServer, answer
from .sessions import make_session

STORMS = 20 if os.environ.get("DAFTRA_CAMPAIGN") else 2


async def slow(exchange: Exchange) -> None:
    while True:
        await exchange.read_request()
        await asyncio.sleep(0.02)
        await exchange.send(answer())


async def forty(pipeline_send: object) -> list[int]:
    answers = await asyncio.gather(*(pipeline_send(GET) for _ in range(40)))  # type: ignore[operator]
    return [response.status for response in answers]


@pytest.mark.parametrize("concurrency", [8, 300])
async def test_after_a_storm_of_cancelled_calls_the_next_forty_succeed(build: Build, concurrency: int) -> None:
    chance = random.Random(5)
    async with FaultServer(slow) as server:
        session = build(server.url, concurrency=concurrency, timeout=Timeout(total=30.0))
        tasks_before = asyncio.all_tasks()
        for _ in range(STORMS):
            calls = [asyncio.ensure_future(session.send(GET)) for _ in range(300)]
            for call in calls:
                asyncio.get_running_loop().call_later(chance.random() * 0.06, call.cancel)
            await asyncio.gather(*calls, return_exceptions=True)
        assert await forty(session.send) == [200] * 40
        left = (
            asyncio.all_tasks() - tasks_before - {task for task in asyncio.all_tasks() if "FaultServer" in repr(task)}
        )
        assert left == set()


async def test_calls_cancelled_before_they_first_ran_leave_nothing(build: Build) -> None:
    async with FaultServer(slow) as server:
        session = build(server.url, concurrency=300, timeout=Timeout(total=30.0))
        for pause in [None, *range(8)]:
            calls = [asyncio.ensure_future(session.send(GET)) for _ in range(150)]
            for _ in range(pause or 0):
                await asyncio.sleep(0)
            for call in calls:
                call.cancel()
            await asyncio.gather(*calls, return_exceptions=True)
        assert await forty(session.send) == [200] * 40


async def test_calls_that_ran_out_of_time_leave_nothing(build: Build) -> None:
    async def silent_at_first(exchange: Exchange) -> None:
        if exchange.number < 100:
            await exchange.reader.read()
        await slow(exchange)

    async with FaultServer(silent_at_first) as server:
        session = build(server.url, concurrency=100, retry=RetryPolicy(retries=0), timeout=10.0)
        calls = [session.send(GET, {"timeout": Timeout(attempt=0.1)}) for _ in range(100)]
        lost = await asyncio.gather(*calls, return_exceptions=True)
        assert [type(error).__name__ for error in lost] == ["RequestTimeout"] * 100
        assert await forty(session.send) == [200] * 40


async def test_a_cancelled_call_is_cancelled_and_not_an_error_of_ours(build: Build) -> None:
    async with FaultServer(slow) as server:
        session = build(server.url)
        call = asyncio.ensure_future(session.send(CREATE))
        while not any(server.requests):  # noqa: ASYNC110  the server is seen from outside
            await asyncio.sleep(0.001)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call


async def test_a_cancelled_waiter_gives_its_place_to_the_next(build: Build) -> None:
    async with FaultServer(slow) as server:
        session = build(server.url, concurrency=1, rate_limit=RateLimit(200))
        first = asyncio.ensure_future(session.send(GET))
        waiting = [asyncio.ensure_future(session.send(CREATE)) for _ in range(20)]
        last = asyncio.ensure_future(session.send(GET))
        await asyncio.sleep(0.005)
        for call in waiting:
            call.cancel()
        assert [(await first).status, (await last).status] == [200, 200]
        assert not any(b"POST" in received for received in server.requests)


async def test_a_closed_client_refuses_calls_and_leaves_no_connection(build: Build) -> None:
    async with FaultServer(slow) as server:
        session = build(server.url)
        await forty(session.send)
        await session.aclose()
        await session.aclose()
        with pytest.raises(ConfigurationError, match="closed"):
            await session.send(GET)


async def test_closing_ends_the_calls_under_way_and_nothing_is_sent_afterwards() -> None:
    async def silent(exchange: Exchange) -> None:
        await exchange.read_request()
        await exchange.reader.read()

    async with FaultServer(silent) as server:
        session = make_session(base_url=server.url, auth=ApiKey("key"), concurrency=2, retry=RetryPolicy(base=0.0))
        calls = [asyncio.ensure_future(session.send(request)) for request in (GET, CREATE, GET, CREATE)]
        while sum(map(bool, server.requests)) < 2:  # noqa: ASYNC110  the server is seen from outside
            await asyncio.sleep(0.001)
        await session.aclose()
        ends = await asyncio.gather(*calls, return_exceptions=True)
        assert [type(end) for end in ends] == [ConnectionLost, ConnectionLost, ConnectionFailed, ConnectionFailed]
        assert len(server.requests) == 2


async def test_closing_the_default_engine_closes_its_connections() -> None:
    async with FaultServer(slow) as server:
        session = make_session(base_url=server.url, auth=ApiKey("key"))
        await forty(session.send)
        await session.aclose()
        while not all(exchange.reader.at_eof() for exchange in server.exchanges):  # noqa: ASYNC110
            await asyncio.sleep(0.001)


def test_one_client_serves_one_event_loop_after_another() -> None:
    session: Session | None = None

    async def once(port: int) -> tuple[int, int]:
        nonlocal session
        async with FaultServer(slow, port=port) as server:
            session = session or make_session(base_url=server.url, auth=ApiKey("key"))
            status = (await session.send(GET)).status
            await session.release()
            return status, server.port

    status, port = asyncio.run(once(0))
    assert (status, asyncio.run(once(port))[0]) == (200, 200)


async def test_a_client_from_outside_is_not_closed() -> None:
    async with FaultServer(slow) as server, httpx.AsyncClient() as client:
        session = make_session(base_url=server.url, auth=ApiKey("key"), http_client=client)
        await session.send(GET)
        await session.aclose()
        assert (await client.get(server.url)).status_code == 200
