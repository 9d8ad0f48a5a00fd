"""The receiver answers at once, loses nothing silently, and lets nobody in without the secret."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from daftra_async import ConfigurationError
from daftra_async.emulator import Emulator
from daftra_async.emulator.deliveries import deliver
from daftra_async.webhooks import Certainty, Delivery, Event, Receiver

from .serving import PATH, SECRET, client_of, collect, ignore, lifespan, record, serving, until


async def test_a_delivery_is_answered_at_once_and_handed_over_in_order() -> None:
    async with serving(receiver := Receiver(SECRET)) as client:
        answers = [await client.post(PATH, content=record(n)) for n in range(3)]
        found = await collect(receiver, 3)
    assert [answer.status_code for answer in answers] == [204, 204, 204]
    assert [each.id for each in found] == [0, 1, 2]
    assert {each.event for each in found} == {Event.CLIENT_CREATED}


@pytest.mark.parametrize("handler", [ignore, None], ids=["with a handler", "to iterate over"])
async def test_a_receiver_that_nobody_entered_takes_nothing(handler: Any, caplog: pytest.LogCaptureFixture) -> None:
    receiver = Receiver(SECRET, handler)
    async with client_of(receiver) as client:
        before = await client.post(PATH, content=record())
        async with receiver:
            within = await client.post(PATH, content=record())
            if handler is None:
                await anext(receiver)
        after = await client.post(PATH, content=record(2))
    assert [answer.status_code for answer in (before, within, after)] == [503, 204, 503]
    assert before.headers["retry-after"] == "30"
    assert (receiver.counts.accepted, receiver.counts.handled, receiver.counts.refused) == (1, 1, 2)
    assert "async with receiver" in caplog.text


async def test_while_it_works_off_what_waits_it_takes_nothing_more() -> None:
    entered, gate = asyncio.Event(), asyncio.Event()

    async def handler(delivery: Delivery) -> None:
        entered.set()
        await gate.wait()

    receiver = Receiver(SECRET, handler)
    async with client_of(receiver) as client:

        async def serve() -> None:
            async with receiver:
                await client.post(PATH, content=record(1))
                await entered.wait()

        leaving = asyncio.create_task(serve())
        await entered.wait()
        await asyncio.sleep(0)
        late = await client.post(PATH, content=record(2))
        gate.set()
        await leaving
    assert (late.status_code, receiver.counts.handled) == (503, 1)


async def test_what_nobody_took_in_memory_is_not_lost_silently(caplog: pytest.LogCaptureFixture) -> None:
    async with serving(Receiver(SECRET)) as client:
        await client.post(PATH, content=record(1))
        await client.post(PATH, content=record(2))
    assert "2 deliveries" in caplog.text


async def test_it_is_entered_once_and_iterated_over_only_then() -> None:
    receiver = Receiver(SECRET)
    with pytest.raises(ConfigurationError, match="enter"):
        await anext(receiver)
    async with receiver:
        with pytest.raises(ConfigurationError, match="entered already"):
            await receiver.__aenter__()
    async with receiver:
        pass


async def test_an_iteration_ends_when_the_receiver_is_left() -> None:
    receiver = Receiver(SECRET)
    async with receiver:
        reading = asyncio.create_task(collect_all(receiver))
        await asyncio.sleep(0)
    assert await reading == []


async def collect_all(receiver: Receiver) -> list[Delivery]:
    return [delivery async for delivery in receiver]


async def test_a_reader_who_gives_up_waiting_takes_nothing_with_him() -> None:
    async with serving(receiver := Receiver(SECRET)) as client:
        for number in range(30):
            reading = asyncio.create_task(collect(receiver, 1))
            posting = asyncio.create_task(client.post(PATH, content=record(number)))
            for _ in range(number):
                await asyncio.sleep(0)
            reading.cancel()
            await asyncio.gather(reading, posting, return_exceptions=True)
            while receiver.counts.handled <= number:
                async with asyncio.timeout(10):
                    assert (await anext(receiver)).id == number
    assert receiver.counts.handled == receiver.counts.accepted == 30


async def test_an_address_without_an_event_leaves_it_to_the_record() -> None:
    async with serving(receiver := Receiver(SECRET)) as client:
        await client.post(f"/{SECRET}", content=record())
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
    async with serving(receiver := Receiver(SECRET)) as client:
        assert (await client.post(path, content=record())).status_code == 404
    assert receiver.counts.accepted == 0


async def test_only_post_is_taken() -> None:
    async with serving(Receiver(SECRET)) as client:
        answer = await client.get(PATH)
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")


async def test_a_repeat_within_the_window_is_dropped_and_one_after_it_is_not() -> None:
    now = 0.0
    receiver = Receiver(SECRET, ignore, window=60, clock=lambda: now)
    async with serving(receiver) as client:
        for moment, handled in ((0.0, 1), (59.0, 1), (61.0, 2)):
            now = moment
            assert (await client.post(PATH, content=record())).status_code == 204
            await until(lambda handled=handled: receiver.counts.handled == handled)  # type: ignore[misc]
        await client.post(PATH, content=record(), headers={"x-site-id": "2"})
    assert (receiver.counts.accepted, receiver.counts.repeated) == (3, 1)


async def test_a_clock_that_is_set_back_does_not_lengthen_the_window() -> None:
    now = 1000.0
    receiver = Receiver(SECRET, ignore, window=60, clock=lambda: now)
    async with serving(receiver) as client:
        await client.post(PATH, content=record())
        await until(lambda: receiver.counts.handled == 1)
        now = 10.0
        await client.post(PATH, content=record())
    assert (receiver.counts.accepted, receiver.counts.repeated) == (2, 0)


async def test_a_full_queue_asks_for_the_delivery_again_and_takes_it_then() -> None:
    async with serving(receiver := Receiver(SECRET, queue_size=1)) as client:
        await client.post(PATH, content=record(1))
        full = await client.post(PATH, content=record(2))
        assert (full.status_code, full.headers["retry-after"]) == (503, "30")
        await anext(receiver)
        assert (await client.post(PATH, content=record(2))).status_code == 204
        assert (await anext(receiver)).id == 2
    assert receiver.counts.overflowed == 1


async def test_a_queue_is_full_of_bytes_too() -> None:
    async with serving(receiver := Receiver(SECRET, queue_bytes=2 * len(record(1)))) as client:
        answers = [(await client.post(PATH, content=record(number))).status_code for number in (1, 2, 3)]
        assert answers == [204, 204, 503]
        await collect(receiver, 2)
        assert (await client.post(PATH, content=record(3))).status_code == 204
        assert (await anext(receiver)).id == 3


@pytest.mark.parametrize("announced", [True, False], ids=["by its length", "while it streams"])
async def test_a_body_that_is_too_large_is_refused(announced: bool) -> None:
    taken = 0

    async def endless() -> AsyncIterator[bytes]:
        nonlocal taken
        for _ in range(100):
            taken += 1
            yield b" " * 100

    async with serving(Receiver(SECRET, most_bytes=1000)) as client:
        content = b" " * 1001 if announced else endless()
        assert (await client.post(PATH, content=content)).status_code == 413
    assert taken <= 11 or announced


async def test_a_body_that_does_not_come_is_not_waited_for_without_end() -> None:
    async def dripping() -> AsyncIterator[bytes]:
        yield b"{"
        await asyncio.Event().wait()

    async with serving(receiver := Receiver(SECRET, body_timeout=0.05)) as client:
        async with asyncio.timeout(30):
            answer = await client.post(PATH, content=dripping())
    assert (answer.status_code, receiver.counts.refused) == (408, 1)


async def test_a_body_that_is_no_record_is_a_bad_request() -> None:
    async with serving(receiver := Receiver(SECRET)) as client:
        assert (await client.post(PATH, content=b"<html>")).status_code == 400
    assert receiver.counts.refused == 1


@pytest.mark.parametrize(
    ("path", "length", "status"),
    [(f"/{SECRET}", b"\xb2", 400), ("/\udcff", b"3", 404)],
    ids=["a length in superscript", "a path that is no text"],
)
async def test_what_no_server_should_pass_on_is_answered_too(path: str, length: bytes, status: int) -> None:
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"no record"}

    async def send(message: Any) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "POST", "path": path, "headers": [(b"content-length", length)]}
    async with Receiver(SECRET) as receiver:
        await receiver(scope, receive, send)
    assert sent[0]["status"] == status


async def test_other_tenants_can_be_kept_out() -> None:
    async with serving(receiver := Receiver(SECRET, site_ids=[1])) as client:
        assert (await client.post(PATH, content=record())).status_code == 403
        client.headers.pop("x-site-id")
        assert (await client.post(PATH, content=record())).status_code == 403
        assert (await client.post(PATH, content=record(), headers={"x-site-id": "1"})).status_code == 204
        await anext(receiver)


async def test_the_secret_is_in_no_repr() -> None:
    assert SECRET not in repr(Receiver(SECRET)) + repr(vars(Receiver(SECRET)))


@pytest.mark.parametrize("secret", ["", "short", "with spaces in it and long", "slash/slash/slash/slash"])
def test_a_secret_that_could_be_guessed_or_not_be_in_a_path_is_refused(secret: str) -> None:
    with pytest.raises(ConfigurationError):
        Receiver(secret)


@pytest.mark.parametrize(
    ("options", "told"),
    [
        ({"queue_size": 0}, "queue_size=0"),
        ({"queue_bytes": 1.5}, "queue_bytes=1.5"),
        ({"workers": True}, "workers=True"),
        ({"max_attempts": -1}, "max_attempts=-1"),
        ({"window": float("nan")}, "window=nan"),
        ({"body_timeout": None}, "body_timeout=None"),
        ({"retry_delay": -1}, "retry_delay=-1"),
        ({"site_ids": {"5000000"}}, "numbers"),
        ({"site_ids": 5000000}, "numbers"),
        ({"queue": "deliveries.sqlite"}, "handler"),
    ],
)
def test_options_that_cannot_work_are_refused(options: dict[str, Any], told: str) -> None:
    with pytest.raises(ConfigurationError, match=told):
        Receiver(SECRET, **options)


async def test_it_serves_alone_with_its_own_lifespan() -> None:
    handled: list[int | None] = []

    async def handler(delivery: Delivery) -> None:
        handled.append(delivery.id)

    receiver = Receiver(SECRET, handler)
    async with lifespan(receiver), client_of(receiver) as client:
        await client.post(PATH, content=record(4))
    assert handled == [4]


async def test_mounted_under_a_prefix_it_finds_its_secret() -> None:
    from starlette.applications import Starlette
    from starlette.routing import Mount

    app = Starlette(routes=[Mount("/hooks", receiver := Receiver(SECRET))])
    async with receiver, httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://hooks.test") as client:
        assert (await client.post(f"/hooks/{SECRET}/tax.deleted", content=record())).status_code == 204
        assert (await anext(receiver)).event is Event.TAX_DELETED


async def test_the_emulator_sends_deliveries() -> None:
    async with Emulator() as emulator, serving(receiver := Receiver(SECRET)) as client:
        assert await deliver(emulator, f"/{SECRET}", "invoice", 1, http_client=client) == 204
        emulator.store.delete("invoice", 1)
        assert await deliver(emulator, f"/{SECRET}", "invoice", 1, http_client=client) == 204
        with pytest.raises(ConfigurationError):
            await deliver(emulator, f"/{SECRET}", "invoice", 999_999, http_client=client)
        created, deleted = await collect(receiver, 2)
    assert (created.event, created.certainty) == (Event.INVOICE_CREATED, Certainty.LIKELY)
    assert (deleted.event, deleted.certainty) == (Event.INVOICE_DELETED, Certainty.LIKELY)
