"""A receiver as an application of its own, and who posts to it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx

from daftra_async.webhooks import Receiver

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
