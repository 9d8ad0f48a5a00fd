"""A receiver as an application of its own, and who posts to it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import httpx

from daftra_async.webhooks import Delivery, Receiver

SECRET = "k7Zq-2Wm_9xTfR4vLp0b"
PATH = f"/{SECRET}/client.created"
HEADERS = {"x-site-id": "5000000"}


def record(number: int = 1) -> bytes:
    return json.dumps({"id": number, "client_number": "1", "business_name": "Nile"}).encode()


def client_of(receiver: Receiver) -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(receiver), base_url="http://hooks.test", headers=HEADERS)


@asynccontextmanager
async def serving(receiver: Receiver) -> AsyncIterator[httpx.AsyncClient]:
    """The receiver entered, and a client that reaches it."""
    async with receiver, client_of(receiver) as client:
        yield client


async def ignore(delivery: Delivery) -> None:
    pass


async def collect(receiver: Receiver, number: int) -> list[Delivery]:
    return [await anext(receiver) for _ in range(number)]


async def until(ready: Callable[[], bool]) -> None:
    async with asyncio.timeout(30):
        while not ready():  # noqa: ASYNC110  what is waited for are plain counts
            await asyncio.sleep(0.001)


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
        said = (await self._outbox.get())["type"]
        if said != f"lifespan.{word}.complete":
            raise AssertionError(said)
