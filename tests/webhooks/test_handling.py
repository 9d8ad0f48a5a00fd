"""Handlers: several at once, slow ones, and ones that fail."""

from __future__ import annotations

import asyncio
import logging

import pytest

from daftra_async.webhooks import Delivery, Receiver

from .serving import PATH, SECRET, record, serving, until


async def test_a_handler_works_while_answers_are_given_and_leaving_waits_for_what_is_queued() -> None:
    handled: list[int | None] = []
    gate = asyncio.Event()

    async def handler(delivery: Delivery) -> None:
        await gate.wait()
        handled.append(delivery.id)

    async with serving(Receiver(SECRET, handler)) as client:
        for number in range(5):
            assert (await client.post(PATH, content=record(number))).status_code == 204
        assert handled == []
        gate.set()
    assert handled == [0, 1, 2, 3, 4]


async def test_several_workers_share_what_waits() -> None:
    at_once = most = 0
    full = asyncio.Event()

    async def handler(delivery: Delivery) -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        if at_once == 3:
            full.set()
        async with asyncio.timeout(30):
            await full.wait()
        at_once -= 1

    async with serving(receiver := Receiver(SECRET, handler, workers=3)) as client:
        for number in range(7):
            await client.post(PATH, content=record(number))
    assert (most, receiver.counts.handled) == (3, 7)


async def test_a_handler_that_fails_gets_the_delivery_again(caplog: pytest.LogCaptureFixture) -> None:
    calls = 0

    async def handler(delivery: Delivery) -> None:
        nonlocal calls
        calls += 1
        if calls < 3:
            raise ValueError("the books are closed")

    async with serving(receiver := Receiver(SECRET, handler, retry_delay=0)) as client:
        with caplog.at_level(logging.ERROR, "daftra_async.webhooks"):
            await client.post(PATH, content=record())
            await until(lambda: receiver.counts.handled == 1)
    assert (calls, receiver.counts.failed, receiver.counts.given_up) == (3, 2, 0)
    assert "the books are closed" in caplog.text
    assert "client.created of tenant 5000000: again in 0.0 s" in caplog.text
    assert SECRET not in caplog.text


async def test_a_delivery_that_fails_every_time_is_given_up_until_the_server_repeats_it() -> None:
    calls = 0

    async def handler(delivery: Delivery) -> None:
        nonlocal calls
        calls += 1
        if calls < 4:
            raise ValueError

    async with serving(receiver := Receiver(SECRET, handler, retry_delay=0, max_attempts=3)) as client:
        await client.post(PATH, content=record())
        await until(lambda: receiver.counts.given_up == 1)
        await client.post(PATH, content=record())
        await until(lambda: receiver.counts.handled == 1)
    assert (calls, receiver.counts.accepted) == (4, 2)


async def test_a_repeat_that_arrives_while_its_handler_fails_is_not_lost() -> None:
    calls = 0
    working, go_on = asyncio.Event(), asyncio.Event()

    async def handler(delivery: Delivery) -> None:
        nonlocal calls
        calls += 1
        if calls == 1:
            working.set()
            await go_on.wait()
            raise ValueError

    async with serving(receiver := Receiver(SECRET, handler, max_attempts=1)) as client:
        await client.post(PATH, content=record())
        await working.wait()
        assert (await client.post(PATH, content=record())).status_code == 204
        go_on.set()
        await until(lambda: receiver.counts.handled == 1)
    assert (calls, receiver.counts.repeated, receiver.counts.given_up) == (2, 1, 0)


async def test_a_repeat_while_the_next_attempt_is_waited_for_makes_it_due() -> None:
    calls = 0

    async def handler(delivery: Delivery) -> None:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise ValueError

    async with serving(receiver := Receiver(SECRET, handler, retry_delay=100_000)) as client:
        await client.post(PATH, content=record())
        await until(lambda: receiver.counts.failed == 1)
        await client.post(PATH, content=record())
        await until(lambda: receiver.counts.handled == 1)
    assert (calls, receiver.counts.accepted) == (2, 1)


async def test_a_handler_that_is_cancelled_by_its_own_work_does_not_end_the_worker() -> None:
    handled: list[int | None] = []

    async def handler(delivery: Delivery) -> None:
        if delivery.id == 1:
            raise asyncio.CancelledError
        handled.append(delivery.id)

    async with serving(receiver := Receiver(SECRET, handler, max_attempts=1)) as client:
        await client.post(PATH, content=record(1))
        await client.post(PATH, content=record(2))
    assert (handled, receiver.counts.failed) == ([2], 1)


async def test_an_error_around_it_stops_it_at_once() -> None:
    async def handler(delivery: Delivery) -> None:
        await asyncio.Event().wait()

    receiver = Receiver(SECRET, handler)

    async def serve() -> None:
        async with serving(receiver) as client:
            await client.post(PATH, content=record())
            raise KeyError

    with pytest.raises(KeyError):
        await serve()
    assert receiver.counts.handled == 0
