"""One measurement of one client in a fresh process: ``drive.py PEER import|first|cpu|rate|pages URL``, one figure out.

Runs under the peers' interpreter, where each of them is installed as its users install it.
"""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

Call = Callable[[], Awaitable[object]]
Opened = tuple[Call, Callable[[], AsyncIterator[object]] | None]
"""One read of one record, and every row of a list, where the client has such a thing."""

sys.path.insert(0, str(Path(sys.prefix)))


def import_daftra() -> None:
    import daftra_async

    _ = daftra_async.Daftra, daftra_async.ApiKey


def open_daftra(url: str) -> Opened:
    from daftra_async import ApiKey, Daftra

    daftra = Daftra(base_url=url, auth=ApiKey("key"), concurrency=50)
    return lambda: daftra.invoices.get(1), lambda: daftra.invoices.list(limit=20).rows(concurrency=8)


def import_vanilla() -> None:
    import vanilla

    _ = vanilla.AuthenticatedClient


def open_vanilla(url: str) -> Opened:
    from vanilla import AuthenticatedClient
    from vanilla.api.invoices import invoices_get

    client = AuthenticatedClient(base_url=url, token="key")
    return lambda: invoices_get.asyncio(1, client=client), None


def import_openai() -> None:
    import openai

    _ = openai.AsyncOpenAI


def open_openai(url: str) -> Opened:
    from openai import AsyncOpenAI

    client = AsyncOpenAI(base_url=url, api_key="key")
    return lambda: client.models.retrieve("m"), lambda: aiter(client.files.list(limit=20))


def import_stripe() -> None:
    import stripe

    _ = stripe.StripeClient


def open_stripe(url: str) -> Opened:
    import stripe

    client = stripe.StripeClient("sk_test_key", base_addresses={"api": url}, http_client=stripe.HTTPXClient())

    async def rows() -> AsyncIterator[object]:
        async for row in (await client.v1.customers.list_async({"limit": 20})).auto_paging_iter():
            yield row

    return lambda: client.v1.customers.retrieve_async("cus_1"), rows


def import_githubkit() -> None:
    import githubkit

    _ = githubkit.GitHub


def open_githubkit(url: str) -> Opened:
    from githubkit import GitHub

    github = GitHub("key", base_url=url)

    async def one() -> object:
        return (await github.rest.git.async_get_ref("o", "r", "heads/a")).parsed_data

    rest = github.rest
    return one, lambda: aiter(rest.paginate(rest.repos.async_list_tags, owner="o", repo="r", per_page=20))


PEERS: dict[str, tuple[Callable[[], None], Callable[[str], Opened]]] = {
    "daftra-async": (import_daftra, open_daftra),
    "vanilla": (import_vanilla, open_vanilla),
    "openai": (import_openai, open_openai),
    "stripe": (import_stripe, open_stripe),
    "githubkit": (import_githubkit, open_githubkit),
}


async def _load(call: Call, calls: int, at_once: int) -> tuple[float, float]:
    left = calls

    async def work() -> None:
        nonlocal left
        while left > 0:
            left -= 1
            await call()

    started, used = time.perf_counter(), time.process_time()
    await asyncio.gather(*(work() for _ in range(at_once)))
    return calls / (time.perf_counter() - started), (time.process_time() - used) / calls * 1e6


async def _measured(what: str, url: str, peer: str) -> float:
    opening = PEERS[peer][1]
    started = time.perf_counter()
    call, rows = opening(url)
    await call()
    if what == "first":
        return (time.perf_counter() - started) * 1e3
    if what == "pages":
        if rows is None:
            return float("nan")
        started, count = time.perf_counter(), 0
        async for _ in rows():
            count += 1
        assert count == 4000, count
        return time.perf_counter() - started
    at_once, calls = (32, 320) if what == "cpu" else (50, 500)
    await _load(call, at_once * 4, at_once)
    per_second, per_call = await _load(call, calls, at_once)
    return per_call if what == "cpu" else per_second


def main() -> None:
    peer, what, url = sys.argv[1:]
    started = time.perf_counter()
    PEERS[peer][0]()
    if what == "import":
        print((time.perf_counter() - started) * 1e3)
    else:
        print(asyncio.run(_measured(what, url, peer)))


if __name__ == "__main__":
    main()
