"""A server in a process of its own that answers every GET alike, and how calls to it are counted and compared."""

from __future__ import annotations

import asyncio
import contextlib
import statistics
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping

PATH = "/api2/invoices/1.json"
HEADERS = {"apikey": "key", "accept": "application/json"}

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
            if LATENCY:
                asyncio.get_running_loop().call_later(LATENCY, self.answer)
            else:
                self.answer()
    def answer(self):
        if not self.transport.is_closing():
            self.transport.write(ANSWER)
async def main():
    server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.Event().wait()
asyncio.run(main())
"""

Call = Callable[[], Awaitable[object]]
Figures = dict[str, list[float]]


@contextlib.contextmanager
def served(latency: float) -> Iterator[str]:
    """The address of a server that answers after so many seconds."""
    command = [sys.executable, "-c", SERVER, str(latency)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield f"http://127.0.0.1:{server.stdout.readline().strip()}"
        finally:
            server.kill()


async def load(call: Call, calls: int, at_once: int) -> tuple[float, float]:
    """Requests per second, and microseconds of CPU per call."""
    left = calls

    async def work() -> None:
        nonlocal left
        while left > 0:
            left -= 1
            await call()

    started, used = time.perf_counter(), time.process_time()
    await asyncio.gather(*(work() for _ in range(at_once)))
    return calls / (time.perf_counter() - started), (time.process_time() - used) / calls * 1e6


async def compare(calls: Mapping[str, Call], count: int, at_once: int, repeats: int) -> tuple[Figures, Figures]:
    """Requests per second and CPU per call of each, by turns, so that a slow moment of the machine strikes all."""
    speed: Figures = {name: [] for name in calls}
    cpu: Figures = {name: [] for name in calls}
    for call in calls.values():
        await load(call, at_once * 4, at_once)
    for repeat in range(repeats):
        for name in list(calls)[:: -1 if repeat % 2 else 1]:
            per_second, per_call = await load(calls[name], count, at_once)
            speed[name].append(per_second)
            cpu[name].append(per_call)
    return speed, cpu


def ratio(figures: Figures, name: str, against: str) -> str:
    """Minimum, median and maximum of the ratios within one repeat."""
    ratios = [one / other for one, other in zip(figures[name], figures[against], strict=True)]
    return f"{min(ratios):.2f} / {statistics.median(ratios):.2f} / {max(ratios):.2f}"
