"""The engines that every fault is made on, and pipelines that are closed when their test ends."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from typing import Any

import httpx
import httpx2
import pytest

from daftra_async.auth import ApiKey
from daftra_async.pipeline import Pipeline

Build = Callable[..., Pipeline]

CLIENTS: dict[str, Callable[[], Any]] = {
    "aiohttp": lambda: None,
    "httpx": httpx.AsyncClient,
    "httpx2": httpx2.AsyncClient,
}


@pytest.fixture(params=CLIENTS)
async def build(request: pytest.FixtureRequest) -> AsyncIterator[Build]:
    """Builds pipelines on each engine in turn: the default one, and injected clients of both packages."""
    opened: list[tuple[Pipeline, Any]] = []

    def make(url: str, **arguments: Any) -> Pipeline:
        client = CLIENTS[request.param]()
        defaults: dict[str, Any] = {"auth": ApiKey("key"), "base_url": url, "http_client": client}
        pipeline = Pipeline(**(defaults | arguments))
        opened.append((pipeline, client))
        return pipeline

    yield make
    for pipeline, client in opened:
        await pipeline.aclose()
        if client is not None:
            await client.aclose()
