"""A proxy that the environment names serves every host but this machine: its requests stay on it."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from daftra_async import ApiKey, Daftra

from .server import FaultServer, answer, answering

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
