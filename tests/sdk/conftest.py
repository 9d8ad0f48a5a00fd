"""A running emulator and a client of it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from daftra_async import ApiKey, Daftra
from daftra_async.emulator import Emulator


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator() as running:
        yield running


@pytest.fixture
async def daftra(emulator: Emulator) -> AsyncIterator[Daftra]:
    async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as client:
        yield client
