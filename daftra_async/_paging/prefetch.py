"""Run awaitables ahead of their consumer: in order, a bounded number at once, none left behind."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import TypeVar

R = TypeVar("R")

Fetch = Callable[[], Awaitable[R]]


async def in_order(next_call: Callable[[], Fetch[R] | None], *, concurrency: int) -> AsyncGenerator[R, None]:
    """The results of the calls that ``next_call`` hands out, in the order it hands them out.

    ``next_call`` is asked whenever there is room and returns ``None`` when nothing is to be started now; it is asked
    again after each result, and the stream ends when nothing runs and it still has nothing. Room is made only when
    the consumer comes back for the next result, so results waiting, results in the making and the one in the
    consumer's hands are never more than ``concurrency``.

    An error of a call is raised in its turn. Whatever ends the stream (an error, cancellation, closing the generator)
    cancels the calls that still run and waits for them to be gone.
    """
    running: deque[asyncio.Future[R]] = deque()
    try:
        while True:
            while len(running) < concurrency and (call := next_call()) is not None:
                running.append(asyncio.ensure_future(call()))
            if not running:
                return
            if running[0].done():
                # Lets the calls begin before the consumer is given a result that is there already.
                await asyncio.sleep(0)
            else:
                # Not awaited itself: if the waiting is cancelled, it is cancelled with the others, in its queue.
                await asyncio.wait([running[0]])
            yield running.popleft().result()
    finally:
        await _cancel(running)


async def _cancel(running: deque[asyncio.Future[R]]) -> None:
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)
