"""A proxy that the environment names serves every host but this machine: its requests stay on it."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from daftra_async import ApiKey, Daftra

from .server import Exchange, FaultServer, answer, answering

VARIABLES = ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY")


@pytest.fixture(params=VARIABLES)
async def proxy(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[FaultServer]:
    """A proxy that the environment names and that answers everything itself."""
    for variable in (*VARIABLES, "no_proxy", "NO_PROXY", "REQUEST_METHOD"):
        monkeypatch.delenv(variable, raising=False)
    async with FaultServer(answering(answer(b'{"from":"the proxy"}'))) as server:
        monkeypatch.setenv(request.param, server.url)
        yield server


async def fetched(base_url: str) -> object:
    async with Daftra(base_url=base_url, auth=ApiKey("a-key"), allow_insecure=True) as daftra:
        return await daftra.request("GET", "/api2/anything.json")


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
async def test_a_request_to_this_machine_takes_no_proxy(proxy: FaultServer, host: str) -> None:
    async with FaultServer(answering(answer(b'{"from":"this machine"}'))) as server:
        assert await fetched(f"http://{host}:{server.port}") == {"from": "this machine"}
    assert proxy.exchanges == []


async def test_a_request_to_another_host_takes_the_proxy_of_the_environment(proxy: FaultServer) -> None:
    assert await fetched("http://acme.example") == {"from": "the proxy"}
    assert proxy.requests[0].startswith(b"GET http://acme.example/api2/anything.json HTTP/1.1\r\n")


async def test_a_host_that_the_environment_excepts_takes_no_proxy(
    proxy: FaultServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    # No loopback address by its number, and yet this machine.
    monkeypatch.setenv("no_proxy", "0.0.0.0")
    async with FaultServer(answering(answer(b'{"from":"this machine"}'))) as server:
        assert await fetched(f"http://0.0.0.0:{server.port}") == {"from": "this machine"}
    assert proxy.exchanges == []


class Tunnel:
    """A proxy that leads every CONNECT to one port of this machine."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.asked: list[bytes] = []

    async def __call__(self, exchange: Exchange) -> None:
        self.asked.append(await exchange.read_request())
        reader, writer = await asyncio.open_connection("127.0.0.1", self._port)
        await exchange.send(b"HTTP/1.1 200 Connection established\r\n\r\n")
        try:
            await asyncio.gather(_pour(exchange.reader, writer), _pour(reader, exchange.writer))
        finally:
            writer.close()


async def _pour(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(ConnectionError):
        while data := await reader.read(65536):
            writer.write(data)
        writer.close()


async def test_an_encrypted_call_goes_through_a_tunnel_that_never_sees_it(
    self_signed: ssl.SSLContext, usual_authorities: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in (*VARIABLES, "no_proxy", "NO_PROXY", "https_proxy", "HTTPS_PROXY"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "certificate.pem"))
    async with FaultServer(answering(answer(b"{}")), tls=self_signed) as server:
        tunnel = Tunnel(server.port)
        async with FaultServer(tunnel) as proxy:
            monkeypatch.setenv("https_proxy", f"http://me:pass@127.0.0.1:{proxy.port}")
            async with Daftra(base_url="https://acme.example", auth=ApiKey("a-key")) as daftra:
                for _ in range(3):
                    assert await daftra.request("GET", "/api2/anything.json") == {}
                assert await daftra.request("POST", "/api2/anything.json", json={"notes": "x" * 500_000}) == {}
    (asked,) = tunnel.asked
    assert asked.startswith(b"CONNECT acme.example:443 HTTP/1.1\r\n")
    assert b"proxy-authorization: Basic bWU6cGFzcw==\r\n" in asked.replace(
        b"Proxy-Authorization", b"proxy-authorization"
    )
    assert b"a-key" not in asked
    (received,) = server.requests
    assert received.count(b"apikey: a-key") == 4
    assert b"proxy" not in received.lower()
    assert received.startswith(b"GET /api2/anything.json HTTP/1.1\r\nhost: acme.example\r\n")
