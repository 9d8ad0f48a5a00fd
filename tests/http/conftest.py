"""The engines that every fault is made on, and sessions that are closed when their test ends."""

from __future__ import annotations

import contextlib
import shutil
import ssl
import subprocess
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path
from typing import Any
from weakref import WeakValueDictionary

import httpx
import httpx2
import pytest

from daftra_async._http import pauses
from daftra_async._http.environment import verified_tls
from daftra_async._http.session import Session
from daftra_async.auth import ApiKey

from .sessions import make_session

Build = Callable[..., Session]


@pytest.fixture(autouse=True)
def no_pause_of_another_test(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests call one account each, under one name, on virtual clocks that all start at the same moment."""
    monkeypatch.setattr(pauses, "_known", WeakValueDictionary())
    monkeypatch.setattr(pauses, "_running", set())


CLIENTS: dict[str, Callable[[], Any]] = {
    "aiohttp": lambda: None,
    "httpx": httpx.AsyncClient,
    "httpx2": httpx2.AsyncClient,
}


@pytest.fixture(params=CLIENTS)
async def build(request: pytest.FixtureRequest) -> AsyncIterator[Build]:
    """Builds sessions on each engine in turn: the default one, and injected clients of both packages."""
    async with _building(CLIENTS[request.param]) as make:
        yield make


@pytest.fixture
async def only_default() -> AsyncIterator[Build]:
    """Builds sessions on the default engine, for what the others cannot do."""
    async with _building(CLIENTS["aiohttp"]) as make:
        yield make


@contextlib.asynccontextmanager
async def _building(client_of: Callable[[], Any]) -> AsyncIterator[Build]:
    opened: list[tuple[Session, Any]] = []

    def make(url: str, **arguments: Any) -> Session:
        client = client_of()
        defaults: dict[str, Any] = {"auth": ApiKey("key"), "base_url": url, "http_client": client}
        session = make_session(**(defaults | arguments))
        opened.append((session, client))
        return session

    yield make
    for session, client in opened:
        await session.aclose()
        if client is not None:
            await client.aclose()


@pytest.fixture
def self_signed(tmp_path: Path) -> ssl.SSLContext:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("needs the openssl command to make a certificate")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    make = (
        f"{openssl} req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost "
        "-addext subjectAltName=DNS:localhost,DNS:acme.example"
    )
    subprocess.run([*make.split(), "-keyout", key, "-out", certificate], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


@pytest.fixture
def usual_authorities(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.delenv("SSL_CERT_FILE", raising=False)
    monkeypatch.delenv("SSL_CERT_DIR", raising=False)
    verified_tls.cache_clear()
    yield
    verified_tls.cache_clear()
