"""The engines that every fault is made on, and pipelines that are closed when their test ends."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import httpx2
import pytest

from daftra_async._http.session import Session
from daftra_async.auth import ApiKey

from .sessions import make_session

Build = Callable[..., Session]

CLIENTS: dict[str, Callable[[], Any]] = {
    "aiohttp": lambda: None,
    "httpx": httpx.AsyncClient,
    "httpx2": httpx2.AsyncClient,
}


@pytest.fixture(params=CLIENTS)
async def build(request: pytest.FixtureRequest) -> AsyncIterator[Build]:
    """Builds pipelines on each engine in turn: the default one, and injected clients of both packages."""
    opened: list[tuple[Session, Any]] = []

    def make(url: str, **arguments: Any) -> Session:
        client = CLIENTS[request.param]()
        defaults: dict[str, Any] = {"auth": ApiKey("key"), "base_url": url, "http_client": client}
        session = make_session(**(defaults | arguments))
        opened.append((session, client))
        return session

    yield make
    for session, client in opened:
        await session.aclose()
        if client is not None:
            await client.aclose()
