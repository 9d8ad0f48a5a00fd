"""An emulated account and a client of it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from daftra_async import ApiKey, Daftra
from daftra_async.emulator import Emulator


@pytest.fixture
async def emulator(request: pytest.FixtureRequest) -> AsyncIterator[Emulator]:
    """An emulator; ``@pytest.mark.parametrize("emulator", [{…switches…}], indirect=True)`` turns its switches."""
    async with Emulator(**getattr(request, "param", {})) as running:
        yield running


@pytest.fixture
async def daftra(emulator: Emulator) -> AsyncIterator[Daftra]:
    async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as client:
        yield client
