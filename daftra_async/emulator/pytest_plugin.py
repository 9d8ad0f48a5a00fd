"""pytest fixtures: ``daftra_emulator`` is a fresh emulator on loopback, ``daftra`` a client of it.

Both are plain fixtures, so they work with pytest-asyncio, anyio and synchronous tests alike. ``daftra`` reaches the
emulator without a socket. To change the emulator's switches, override ``daftra_emulator_options`` in a ``conftest.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from ..client import Daftra
    from . import Emulator


@pytest.fixture
def daftra_emulator_options() -> dict[str, Any]:
    """The keyword arguments of the emulator that ``daftra_emulator`` starts: none, until a project overrides it."""
    return {}


@pytest.fixture
def daftra_emulator(daftra_emulator_options: dict[str, Any]) -> Iterator[Emulator]:
    """An emulator with its sample records, serving on ``.url`` for the length of one test."""
    from . import Emulator

    with Emulator(**daftra_emulator_options) as emulator:
        yield emulator


@pytest.fixture
def daftra(daftra_emulator: Emulator) -> Daftra:
    """A client of ``daftra_emulator``, authorised by its API key."""
    import httpx

    from ..auth import ApiKey
    from ..client import Daftra

    http_client = httpx.AsyncClient(transport=daftra_emulator.transport())
    return Daftra(base_url=daftra_emulator.url, auth=ApiKey(daftra_emulator.api_key), http_client=http_client)
