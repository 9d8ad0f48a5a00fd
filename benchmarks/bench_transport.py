"""The session and the engines under it: speed, CPU per call, and what a storm of cancelled calls leaves behind.

The server is a process of its own that answers after 20 ms; every candidate sends the same GET. The candidates
alternate in every repeat, so that a slow moment of the machine strikes them all; ratios are taken within one repeat.
"""

from __future__ import annotations

import asyncio
import contextlib
import functools
import importlib.util
import statistics
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import aiohttp
import httpx
import httpx2

from daftra_async import Daftra
from daftra_async._http.aiohttp_transport import AiohttpTransport
from daftra_async._wire.messages import Operation
from daftra_async.auth import ApiKey
from daftra_async.options import Timeout

REPEATS, CALLS, CONNECTIONS, LATENCY = 7, 1000, 50, 0.02
FEWER_CALLS = 200
"""For the slow: httpx's own pool is quadratic."""
SERVER = """
import asyncio, sys
BODY = b'{"result":"successful","code":200,"data":{"Invoice":{"id":"1","no":"000001"}}}'
ANSWER = b"HTTP/1.1 200 OK\\r\\nContent-Type: application/json\\r\\nContent-Length: %d\\r\\n\\r\\n" % len(BODY) + BODY
LATENCY = float(sys.argv[1])
class Answering(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport, self.head = transport, b""
    def data_received(self, data):
        self.head += data
        while b"\\r\\n\\r\\n" in self.head:
            _, self.head = self.head.split(b"\\r\\n\\r\\n", 1)
            asyncio.get_running_loop().call_later(LATENCY, self.answer)
    def answer(self):
        if not self.transport.is_closing():
            self.transport.write(ANSWER)
async def main():
    server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.Event().wait()
asyncio.run(main())
"""
GET = Operation(resource="invoices", name="get", method="GET", base="/api2", path="/invoices/{id}.json", kind="get")
PATH = "/api2/invoices/1.json"
HEADERS = {"apikey": "key", "accept": "application/json"}

SLOW = "httpx, its own pool"

Call = Callable[[], Awaitable[object]]
Figures = dict[str, list[float]]


@contextlib.asynccontextmanager
async def candidates(url: str, concurrency: int) -> AsyncIterator[dict[str, Call]]:
    """Every way to send the GET, by name."""
    async with contextlib.AsyncExitStack() as opened:
        calls: dict[str, Call] = {}
        session = await opened.enter_async_context(aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)))

        async def bare_aiohttp() -> object:
            async with session.get(url + PATH, headers=HEADERS) as response:
                return await response.read()

        calls["bare aiohttp"] = bare_aiohttp
        clients: dict[str, Any] = {
            "httpx over our transport": httpx.AsyncClient(transport=AiohttpTransport()),
            SLOW: httpx.AsyncClient(limits=httpx.Limits(max_connections=None)),
            "httpx2, its own pool": httpx2.AsyncClient(limits=httpx2.Limits(max_connections=None)),
        }
        if importlib.util.find_spec("httpx_aiohttp"):
            from httpx_aiohttp import HttpxAiohttpClient

            clients["httpx-aiohttp"] = HttpxAiohttpClient(limits=httpx.Limits(max_connections=None))
        for name, client in clients.items():
            await opened.enter_async_context(client)
            calls[name] = functools.partial(client.get, url + PATH, headers=HEADERS)
        for name, client in {"session": None, "session, httpx2 inside": clients["httpx2, its own pool"]}.items():
            session = Daftra(base_url=url, auth=ApiKey("key"), concurrency=concurrency, http_client=client)._session
            opened.push_async_callback(session.aclose)
            calls[name] = functools.partial(through, session)
        # Those that are compared run next to each other.
        order = ["bare aiohttp", "session", "httpx over our transport", *calls]
        yield {name: calls[name] for name in order}


async def through(session: Any) -> object:
    return await session.send(GET.request(path={"id": 1}))


async def load(call: Call, calls: int, connections: int) -> tuple[float, float]:
    """Requests per second, and microseconds of CPU per call."""
    left = calls

    async def work() -> None:
        nonlocal left
        while left > 0:
            left -= 1
            await call()

    started, used = time.perf_counter(), time.process_time()
    await asyncio.gather(*(work() for _ in range(connections)))
    return calls / (time.perf_counter() - started), (time.process_time() - used) / calls * 1e6


async def compare(url: str) -> tuple[Figures, Figures]:
    speed: Figures = {}
    cpu: Figures = {}
    async with candidates(url, CONNECTIONS) as calls:
        for call in calls.values():
            await load(call, CONNECTIONS * 2, CONNECTIONS)
        for repeat in range(REPEATS):
            for name in list(calls)[:: -1 if repeat % 2 else 1]:
                count = FEWER_CALLS if name == SLOW else CALLS
                per_second, per_call = await load(calls[name], count, CONNECTIONS)
                speed.setdefault(name, []).append(per_second)
                cpu.setdefault(name, []).append(per_call)
    return speed, cpu


async def after_a_storm(url: str) -> dict[str, int]:
    """How many of forty calls succeed within five seconds after 600 that were cancelled."""
    left: dict[str, int] = {}
    timeout = Timeout(total=5.0)
    async with httpx.AsyncClient() as bare, httpx.AsyncClient() as inside:
        default = Daftra(base_url=url, auth=ApiKey("key"), concurrency=300, timeout=timeout)._session
        over_httpx = Daftra(
            base_url=url, auth=ApiKey("key"), concurrency=300, timeout=timeout, http_client=inside
        )._session
        left["session"] = await storm(lambda: default.send(GET.request(path={"id": 1})))
        left["session, httpx inside"] = await storm(lambda: over_httpx.send(GET.request(path={"id": 1})))
        left[SLOW] = await storm(lambda: bare.get(url + PATH, headers=HEADERS))
        await default.aclose()
        await over_httpx.aclose()
    return left


async def storm(call: Call) -> int:
    for _ in range(2):
        tasks = [asyncio.ensure_future(call()) for _ in range(300)]
        for number, task in enumerate(tasks):
            asyncio.get_running_loop().call_later(number * 0.0002, task.cancel)
        await asyncio.gather(*tasks, return_exceptions=True)
    answers = await asyncio.gather(*(asyncio.wait_for(call(), 5.0) for _ in range(40)), return_exceptions=True)
    return sum(getattr(answer, "status", getattr(answer, "status_code", 0)) == 200 for answer in answers)


def ratio(figures: Figures, name: str, against: str) -> str:
    ratios = [one / other for one, other in zip(figures[name], figures[against], strict=True)]
    return f"{min(ratios):.2f} / {statistics.median(ratios):.2f} / {max(ratios):.2f}"


async def main(url: str) -> None:
    speed, cpu = await compare(url)
    print(f"{CALLS} calls at {CONNECTIONS} connections, server {LATENCY * 1000:.0f} ms, {REPEATS} repeats")
    print(f"{'':28}{'requests/s':>12}{'CPU us/call':>13}")
    for name in speed:
        print(f"{name:28}{statistics.median(speed[name]):12.0f}{statistics.median(cpu[name]):13.0f}")
    print("\nratios, minimum / median / maximum")
    print(f"  requests/s, session to bare aiohttp (reach 0.90)     {ratio(speed, 'session', 'bare aiohttp')}")
    under = "httpx over our transport"
    print(f"  CPU per call, session to bare httpx over the same engine (reach 1.30)  {ratio(cpu, 'session', under)}")
    bare2, inside2 = "httpx2, its own pool", "session, httpx2 inside"
    print(f"  CPU per call, session with httpx2 to bare httpx2     {ratio(cpu, inside2, bare2)}")
    print("\nof 40 calls after 600 cancelled ones, answered within 5 s")
    for name, answered in (await after_a_storm(url)).items():
        print(f"  {name:28}{answered}")


if __name__ == "__main__":
    with subprocess.Popen([sys.executable, "-c", SERVER, str(LATENCY)], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            asyncio.run(main(f"http://127.0.0.1:{server.stdout.readline().strip()}"))
        finally:
            server.kill()
