"""What a call costs and how many go at once: ours beside the bare clients, and where the time of ours goes.

The server is a process of its own; every candidate sends the same GET and reads the body. Ratios are taken within one
repeat and printed as minimum / median / maximum.
"""

from __future__ import annotations

import asyncio
import contextlib
import cProfile
import functools
import pstats
import statistics
from collections import Counter
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import aiohttp
import httpx
import httpx2

from daftra_async import ApiKey, Daftra, Timeout

from .loopback import HEADERS, PATH, Call, Figures, compare, load, ratio, served

REPEATS, CALLS, AT_ONCE = 9, 1000, 32
CONNECTIONS, LATENCY = 50, 0.02
BARE, TYPED, UNREAD = "bare aiohttp", "daftra, typed", "daftra, answer unread"


@contextlib.asynccontextmanager
async def candidates(url: str, *, injected: bool) -> AsyncIterator[dict[str, Call]]:
    """The ways to send the GET, by name; those that are compared run next to each other."""
    async with contextlib.AsyncExitStack() as opened:
        client = await opened.enter_async_context(aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=0)))

        async def bare() -> object:
            async with client.get(url + PATH, headers=HEADERS) as response:
                return await response.read()

        daftra = await opened.enter_async_context(Daftra(base_url=url, auth=ApiKey("key"), concurrency=CONNECTIONS))
        calls: dict[str, Call] = {BARE: bare, TYPED: functools.partial(daftra.invoices.get, 1)}
        calls[UNREAD] = functools.partial(daftra.with_raw_response.request, "GET", PATH)
        for package in (httpx2, httpx) if injected else ():
            own = await opened.enter_async_context(_client(package))
            inside = await opened.enter_async_context(_client(package))
            ours = Daftra(base_url=url, auth=ApiKey("key"), concurrency=CONNECTIONS, http_client=inside)
            calls[f"bare {package.__name__}"] = functools.partial(own.get, url + PATH, headers=HEADERS)
            calls[f"daftra over {package.__name__}, typed"] = functools.partial(ours.invoices.get, 1)
        yield calls


def _client(package: Any) -> Any:
    return package.AsyncClient(limits=package.Limits(max_connections=None, max_keepalive_connections=None))


async def cost(url: str) -> None:
    async with candidates(url, injected=True) as calls:
        fast = {name: call for name, call in calls.items() if "httpx" not in name}
        _, cpu = await compare(fast, CALLS, AT_ONCE, REPEATS)
        injected = {name: call for name, call in calls.items() if "httpx" in name}
        # httpx's own pool is quadratic: fewer calls.
        _, slow = await compare(injected, CALLS // 5, AT_ONCE, REPEATS)
    cpu |= slow
    print(f"CPU per call, {AT_ONCE} at once, no latency, {REPEATS} repeats")
    _table(cpu, "us")
    print(f"  typed to bare aiohttp (reach 2.2)              {ratio(cpu, TYPED, BARE)}")
    for package in ("httpx2", "httpx"):
        over, bare = f"daftra over {package}, typed", f"bare {package}"
        print(f"  {f'typed over {package} to bare {package} (reach 1.15)':<46} {ratio(cpu, over, bare)}")


async def throughput(url: str) -> None:
    async with candidates(url, injected=False) as calls:
        speed, cpu = await compare(calls, CALLS, CONNECTIONS, REPEATS)
    print(f"\nrequests/s, {CONNECTIONS} connections, server {LATENCY * 1000:.0f} ms, {REPEATS} repeats")
    _table(speed, "/s")
    print(f"  typed to bare aiohttp (reach 0.97)             {ratio(speed, TYPED, BARE)}")
    print(f"  CPU per call, typed to bare aiohttp            {ratio(cpu, TYPED, BARE)}")


def _table(figures: Figures, unit: str) -> None:
    for name, values in figures.items():
        print(f"  {name:<34}{statistics.median(values):8.0f} {unit}   (least {min(values):.0f})")


async def profile(url: str) -> None:
    """Where the time of a typed call goes, by the package that spends it; the profiler itself doubles the whole."""
    async with candidates(url, injected=False) as calls:
        await load(calls[TYPED], 500, AT_ONCE)
        seen = cProfile.Profile()
        seen.enable()
        await load(calls[TYPED], CALLS * 3, AT_ONCE)
        seen.disable()
    spent: Counter[str] = Counter()
    stats: Any = pstats.Stats(seen)
    for (file, _, function), (_, _, own, _, _) in stats.stats.items():
        spent[_room(file, function)] += own
    whole = sum(spent.values())
    print("\nwhere a typed call spends its time, under a profiler")
    for room, seconds in spent.most_common():
        if seconds / whole >= 0.01:
            print(f"  {room:<34}{seconds / whole:8.0%}   {seconds / (CALLS * 3) * 1e6:6.0f} us")


def _room(file: str, function: str) -> str:
    if "socket" in function and "method" in function:
        return "the kernel, sending and receiving"
    if file == "~" or file.startswith("<"):
        return "built-in functions, made classes"
    parts = Path(file).parts
    if "daftra_async" in parts:
        return "daftra_async/" + parts[parts.index("daftra_async") + 1]
    return parts[parts.index("site-packages") + 1] if "site-packages" in parts else Path(file).parent.name


async def after_a_storm(url: str) -> None:
    """How many of forty calls succeed within five seconds after 600 that were cancelled."""
    print("\nof 40 calls after 600 cancelled ones, answered within 5 s")
    async with contextlib.AsyncExitStack() as opened:
        packages = (httpx, httpx, httpx2)
        bare, inside, inside2 = [await opened.enter_async_context(package.AsyncClient()) for package in packages]
        calls: dict[str, Call] = {"bare httpx": functools.partial(bare.get, url + PATH, headers=HEADERS)}
        for name, client in {"daftra": None, "daftra over httpx": inside, "daftra over httpx2": inside2}.items():
            limits = {"concurrency": 300, "timeout": Timeout(total=5.0)}
            daftra = Daftra(base_url=url, auth=ApiKey("key"), http_client=client, **limits)
            opened.push_async_callback(daftra.aclose)
            calls[name] = functools.partial(daftra.invoices.get, 1)
        for name, call in calls.items():
            print(f"  {name:<34}{await _storm(call):8}")


async def _storm(call: Call) -> int:
    for _ in range(2):
        tasks = [asyncio.ensure_future(call()) for _ in range(300)]
        for number, task in enumerate(tasks):
            asyncio.get_running_loop().call_later(number * 0.0002, task.cancel)
        await asyncio.gather(*tasks, return_exceptions=True)
    answers = await asyncio.gather(*(asyncio.wait_for(call(), 5.0) for _ in range(40)), return_exceptions=True)
    return sum(not isinstance(answer, BaseException) for answer in answers)


def main() -> None:
    with served(0.0) as url:
        asyncio.run(cost(url))
        asyncio.run(profile(url))
    with served(LATENCY) as url:
        asyncio.run(throughput(url))
        asyncio.run(after_a_storm(url))


if __name__ == "__main__":
    main()
