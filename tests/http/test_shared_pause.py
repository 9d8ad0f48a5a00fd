"""After a 429 nobody in this process asks for the account before the pause is over: on no client, loop or thread."""

from __future__ import annotations

import asyncio
import gc
from typing import Any

import pytest

from daftra_async._http.pauses import pause_of
from daftra_async.auth import ApiKey, BearerToken
from daftra_async.errors import RequestTimeout

from .calls import GET
from .server import FaultServer, answer, answering
from .sessions import make_session
from .virtual import Reply, run, scripted

BUSY = Reply(429, {"retry-after": "30"})


def test_a_second_client_of_the_account_waits_too() -> None:
    async def calls() -> list[float]:
        first, sent_first = scripted([BUSY, Reply()])
        second, sent_second = scripted([Reply()])
        held = asyncio.ensure_future(first.send(GET))
        await asyncio.sleep(1)
        await second.send(GET)
        await held
        return [moment - sent_first.sent[0][0] for moment, _ in (*sent_first.sent, *sent_second.sent)]

    assert run(calls()) == [0.0, 30.0, 30.0]


@pytest.mark.parametrize(
    "other",
    [
        {"base_url": "https://globex.example"},
        {"auth": ApiKey("another-key")},
        {"auth": BearerToken("key")},
        {"site_id": 7},
    ],
    ids=["host", "key", "kind of credential", "site"],
)
def test_another_account_does_not_wait(other: dict[str, Any]) -> None:
    async def calls() -> float:
        first, sent = scripted([BUSY])
        await first.send(GET, {"retries": 0})
        began = sent.sent[0][0]
        second, sent = scripted([Reply()], **other)
        await second.send(GET)
        return sent.sent[0][0] - began

    assert run(calls()) == 0.0


def test_a_branch_belongs_to_the_account() -> None:
    async def calls() -> float:
        first, sent = scripted([BUSY])
        await first.send(GET, {"retries": 0})
        began = sent.sent[0][0]
        second, sent = scripted([Reply()], branch_id=3)
        await second.send(GET)
        return sent.sent[0][0] - began

    assert run(calls()) == 30.0


HOURS = answer(status=429, retry_after="7200")
"""Longer than any call waits: one that is held says so at once."""


async def held(url: str) -> str:
    """What a new client of the account is told, on whatever loop it is."""
    session = make_session(base_url=url, auth=ApiKey("key"))
    try:
        with pytest.raises(RequestTimeout) as caught:
            await session.send(GET)
    finally:
        await session.aclose()
    assert caught.value.outcome == "not_sent"
    return str(caught.value)


async def test_a_client_that_comes_after_the_one_that_was_refused_waits_too() -> None:
    async with FaultServer(answering(HOURS)) as server:
        session = make_session(base_url=server.url, auth=ApiKey("key"))
        assert (await session.send(GET, {"retries": 0})).status == 429
        await session.aclose()
        del session
        gc.collect()
        assert "asked everyone to wait" in await held(server.url)
        assert len(server.requests) == 1


async def test_a_client_on_another_loop_in_another_thread_waits_too() -> None:
    async with FaultServer(answering(HOURS)) as server:
        session = make_session(base_url=server.url, auth=ApiKey("key"))
        assert (await session.send(GET, {"retries": 0})).status == 429
        told = await asyncio.to_thread(lambda: asyncio.run(held(server.url)))
        assert "asked everyone to wait" in told
        assert len(server.requests) == 1
        await session.aclose()


def test_a_pause_that_is_over_is_forgotten() -> None:
    pause_of("account").extend(1.0)
    gc.collect()
    assert pause_of("account").until == 0.0
