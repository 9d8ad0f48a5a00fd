"""Run awaitables ahead of their consumer: in order, a bounded number at once, none left behind."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from typing import TypeVar

R = TypeVar("R")
T = TypeVar("T")

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
            # Lets the calls begin before the consumer is given a result that is there already.
            await asyncio.sleep(0)
            await _arrival(running[0])
            yield running.popleft().result()
    finally:
        await _cancel(running)


async def map_in_order(
    rows: AsyncGenerator[T, None], function: Callable[[T], Awaitable[R]], *, concurrency: int
) -> AsyncGenerator[R, None]:
    """``function`` of every row, in the rows' order, at most ``concurrency`` calls and results at once.

    Ends as ``in_order`` does; the rows' generator is closed too.
    """
    running: deque[asyncio.Future[R]] = deque()
    try:
        async with aclosing(rows):
            async for row in rows:
                running.append(asyncio.ensure_future(function(row)))
                if len(running) >= concurrency:
                    await asyncio.sleep(0)
                    await _arrival(running[0])
                    yield running.popleft().result()
        while running:
            await _arrival(running[0])
            yield running.popleft().result()
    finally:
        await _cancel(running)


async def _arrival(head: asyncio.Future[R]) -> None:
    """Wait without taking the head out of its queue: if the waiting is cancelled, the head is cancelled with the
    others.
    """
    if not head.done():
        await asyncio.wait([head])


async def _cancel(running: deque[asyncio.Future[R]]) -> None:
    for task in running:
        task.cancel()
    await asyncio.gather(*running, return_exceptions=True)
