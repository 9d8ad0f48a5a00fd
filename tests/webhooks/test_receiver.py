"""The receiver answers at once, loses nothing silently, and lets nobody in without the secret."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import AsyncIterator, Awaitable, Callable

import httpx
import pytest

from daftra_async import ConfigurationError
from daftra_async.emulator import Emulator
from daftra_async.emulator.deliveries import deliver
from daftra_async.webhooks import Certainty, Delivery, Event, Receiver

SECRET = "k7Zq-2Wm_9xTfR4vLp0b"
URL = f"http://hooks.test/{SECRET}/client.created"
HEADERS = {"x-site-id": "5000000"}


def record(number: int = 1) -> bytes:
    return json.dumps({"id": number, "client_number": "1", "business_name": "Nile"}).encode()


def client_of(receiver: Receiver) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(receiver), base_url="http://hooks.test")


async def collect(receiver: Receiver, number: int) -> list[Delivery]:
    return [await anext(receiver) for _ in range(number)]


async def test_a_delivery_is_answered_at_once_and_handed_over_in_order() -> None:
    receiver = Receiver(SECRET)
    async with client_of(receiver) as client:
        answers = [await client.post(URL, content=record(n), headers=HEADERS) for n in range(3)]
    assert [answer.status_code for answer in answers] == [204, 204, 204]
    found = await collect(receiver, 3)
    assert [each.id for each in found] == [0, 1, 2]
    assert {each.event for each in found} == {Event.CLIENT_CREATED}


async def test_an_address_without_an_event_leaves_it_to_the_record() -> None:
    receiver = Receiver(SECRET)
    async with client_of(receiver) as client:
        await client.post(f"/{SECRET}", content=record(), headers=HEADERS)
    (delivery,) = await collect(receiver, 1)
    assert delivery.entity == "client"
    assert delivery.certainty is Certainty.UNKNOWN


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/wrong-secret-of-some-length",
        f"/{SECRET}x",
        f"/{SECRET[:-1]}",
        f"/{SECRET}/no.event",
        "/%00",
        f"/a/{SECRET}",
    ],
)
async def test_without_the_secret_there_is_nothing_here(path: str) -> None:
    receiver = Receiver(SECRET)
    async with client_of(receiver) as client:
        assert (await client.post(path, content=record(), headers=HEADERS)).status_code == 404
    assert receiver.counts.accepted == 0


async def test_only_post_is_taken() -> None:
    receiver = Receiver(SECRET)
    async with client_of(receiver) as client:
        answer = await client.get(URL)
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


async def test_a_repeat_within_the_window_is_dropped_and_one_after_it_is_not() -> None:
    now = 0.0
    receiver = Receiver(SECRET, window=60, clock=lambda: now)
    async with client_of(receiver) as client:
        for moment in (0.0, 59.0, 61.0):
            now = moment
            assert (await client.post(URL, content=record(), headers=HEADERS)).status_code == 204
        await client.post(URL, content=record(), headers={"x-site-id": "2"})
    assert (receiver.counts.accepted, receiver.counts.repeated) == (3, 1)


async def test_a_full_queue_asks_for_the_delivery_again_and_takes_it_then() -> None:
    receiver = Receiver(SECRET, queue_size=1)
    async with client_of(receiver) as client:
        await client.post(URL, content=record(1), headers=HEADERS)
        full = await client.post(URL, content=record(2), headers=HEADERS)
        assert (full.status_code, full.headers["retry-after"]) == (503, "30")
        await anext(receiver)
        assert (await client.post(URL, content=record(2), headers=HEADERS)).status_code == 204
    assert (await anext(receiver)).id == 2


@pytest.mark.parametrize("announced", [True, False], ids=["by its length", "while it streams"])
async def test_a_body_that_is_too_large_is_refused(announced: bool) -> None:
    receiver = Receiver(SECRET, most_bytes=1000)
    taken = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal taken
        for _ in range(100):
            taken += 1
            yield b" " * 100

    async with client_of(receiver) as client:
        content = b" " * 1001 if announced else endless()
        assert (await client.post(URL, content=content, headers=HEADERS)).status_code == 413
    assert taken <= 11 or announced


async def test_a_body_that_is_no_record_is_a_bad_request() -> None:
    receiver = Receiver(SECRET)
    async with client_of(receiver) as client:
        assert (await client.post(URL, content=b"<html>", headers=HEADERS)).status_code == 400
    assert receiver.counts.refused == 1


async def test_other_tenants_can_be_kept_out() -> None:
    receiver = Receiver(SECRET, site_ids=frozenset({1}))
    async with client_of(receiver) as client:
        assert (await client.post(URL, content=record(), headers=HEADERS)).status_code == 403
        assert (await client.post(URL, content=record())).status_code == 403
        assert (await client.post(URL, content=record(), headers={"x-site-id": "1"})).status_code == 204


async def test_a_handler_works_while_answers_are_given_and_leaving_waits_for_what_is_queued() -> None:
    handled: list[int | None] = []
    gate = asyncio.Event()

    async def handler(delivery: Delivery) -> None:
        await gate.wait()
        handled.append(delivery.id)

    async with Receiver(SECRET, handler) as receiver, client_of(receiver) as client:
        for number in range(5):
            assert (await client.post(URL, content=record(number), headers=HEADERS)).status_code == 204
        assert handled == []
        gate.set()
    assert handled == [0, 1, 2, 3, 4]


async def test_a_handler_that_fails_is_logged_and_gets_the_repeat(caplog: pytest.LogCaptureFixture) -> None:
    calls = 0

    async def handler(delivery: Delivery) -> None:
        nonlocal calls
        calls += 1
        if calls == 1:
            raise ValueError("the books are closed")

    async with Receiver(SECRET, handler) as receiver, client_of(receiver) as client:
        with caplog.at_level(logging.ERROR, "daftra_async.webhooks"):
            await client.post(URL, content=record(), headers=HEADERS)
            await receiver._queue.join()
        await client.post(URL, content=record(), headers=HEADERS)
    assert (calls, receiver.counts.handled, receiver.counts.failed) == (2, 1, 1)
    assert "the books are closed" in caplog.text
    assert SECRET not in caplog.text


async def test_the_secret_is_in_no_repr() -> None:
    assert SECRET not in repr(Receiver(SECRET)) + repr(vars(Receiver(SECRET)))


@pytest.mark.parametrize("secret", ["", "short", "with spaces in it and long", "slash/slash/slash/slash"])
def test_a_secret_that_could_be_guessed_or_not_be_in_a_path_is_refused(secret: str) -> None:
    with pytest.raises(ConfigurationError):
        Receiver(secret)


async def test_it_serves_alone_with_its_own_lifespan() -> None:
    handled: list[int | None] = []

    async def handler(delivery: Delivery) -> None:
        handled.append(delivery.id)

    receiver = Receiver(SECRET, handler)
    async with lifespan(receiver), client_of(receiver) as client:
        await client.post(URL, content=record(4), headers=HEADERS)
    assert handled == [4]


async def test_mounted_under_a_prefix_it_finds_its_secret() -> None:
    from starlette.applications import Starlette
    from starlette.routing import Mount

    receiver = Receiver(SECRET)
    app = Starlette(routes=[Mount("/hooks", receiver)])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://hooks.test") as client:
        assert (await client.post(f"/hooks/{SECRET}/tax.deleted", content=record(), headers=HEADERS)).status_code == 204
    assert (await anext(receiver)).event is Event.TAX_DELETED


async def test_the_emulator_sends_deliveries() -> None:
    receiver = Receiver(SECRET)
    async with Emulator() as emulator, client_of(receiver) as client:
        assert await deliver(emulator, f"/{SECRET}", "invoice", 1, http_client=client) == 204
        emulator.store.delete("invoice", 1)
        assert await deliver(emulator, f"/{SECRET}", "invoice", 1, http_client=client) == 204
        with pytest.raises(ConfigurationError):
            await deliver(emulator, f"/{SECRET}", "invoice", 999_999, http_client=client)
    created, deleted = await collect(receiver, 2)
    assert (created.event, created.certainty) == (Event.INVOICE_CREATED, Certainty.LIKELY)
    assert (deleted.event, deleted.certainty) == (Event.INVOICE_DELETED, Certainty.LIKELY)


class lifespan:  # noqa: N801  used as a context manager, read as a verb
    """Start and stop an ASGI application as a server does."""

    def __init__(self, app: Callable[..., Awaitable[None]]) -> None:
        self._inbox: asyncio.Queue[dict[str, str]] = asyncio.Queue()
        self._outbox: asyncio.Queue[dict[str, str]] = asyncio.Queue()
        self._task = asyncio.ensure_future(app({"type": "lifespan"}, self._inbox.get, self._outbox.put))

    async def __aenter__(self) -> None:
        await self._say("startup")

    async def __aexit__(self, *_: object) -> None:
        await self._say("shutdown")
        await self._task

    async def _say(self, word: str) -> None:
        await self._inbox.put({"type": f"lifespan.{word}"})
        assert (await self._outbox.get())["type"] == f"lifespan.{word}.complete"
