"""An emulator per test and a plain httpx client of it: nothing of the SDK between the test and the wire."""

from __future__ import annotations

from collections.abc import AsyncIterator

import httpx
import pytest

from daftra_async.emulator import Emulator


@pytest.fixture
async def emulator(request: pytest.FixtureRequest) -> AsyncIterator[Emulator]:
    """An emulator; ``@pytest.mark.parametrize("emulator", [{…switches…}], indirect=True)`` turns its switches."""
    async with Emulator(**getattr(request, "param", {})) as running:
        yield running
        assert running.app.failures == []


@pytest.fixture
async def api(emulator: Emulator) -> AsyncIterator[httpx.AsyncClient]:
    async with httpx.AsyncClient(base_url=emulator.url, headers={"apikey": emulator.api_key}) as client:
        yield client
