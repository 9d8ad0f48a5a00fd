"""How long something may take: a piece of work as a whole, and an answer that is silent or never comes to its end."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Literal, TypeVar

T = TypeVar("T")


class LimitPassed(Exception):
    """The work took longer than it may."""


def within(seconds: float | None, work: Coroutine[Any, Any, T]) -> Coroutine[Any, Any, T]:
    """What the work comes to. Raises ``LimitPassed`` after so many seconds; a ``TimeoutError`` of its own stays one."""
    return work if seconds is None else _limited(seconds, work)


async def _limited(seconds: float, work: Coroutine[Any, Any, T]) -> T:
    limit = asyncio.timeout(seconds)
    try:
        async with limit:
            return await work
    except TimeoutError:
        if not limit.expired():
            raise
    raise LimitPassed


class AnswerLimits:
    """The limits of one answer after the other on a connection: silence, and a moment at which it has to be there.

    One timer serves them all: it looks at the time when it rings, and rings again where nothing has passed. A timer for
    each piece of data, made and cancelled, costs more than reading it.
    """

    __slots__ = ("_deadline", "_heard", "_loop", "_passed", "_silence", "_timer")

    def __init__(self, loop: asyncio.AbstractEventLoop, passed: Callable[[Literal["read", "total"]], None]) -> None:
        self._loop = loop
        self._passed = passed
        self._timer: asyncio.TimerHandle | None = None
        self._silence: float | None = None
        self._deadline: float | None = None
        self._heard: float | None = None

    def begin(self, *, silence: float | None, deadline: float | None) -> None:
        """A request is about to be written. ``deadline`` is in the loop's time; silence counts from ``heard()`` on."""
        self._silence = silence
        self._deadline = deadline
        self._heard = None
        self._watch()

    def asked(self) -> None:
        """The request is written: silence counts from now on."""
        self._heard = self._loop.time()
        self._watch()

    def heard(self) -> None:
        """Data came."""
        self._heard = self._loop.time()

    def reading_paused(self) -> None:
        """Nobody listens at the moment: that is no silence of the server's."""
        self._heard = None

    def end(self) -> None:
        """The answer is there. The timer may ring once more, for nothing."""
        self._silence = self._deadline = self._heard = None

    def close(self) -> None:
        if self._timer is not None:
            self._timer.cancel()

    def _watch(self) -> None:
        """Makes sure that the timer rings no later than a limit passes."""
        moment = self._next()
        if moment is not None and (self._timer is None or self._timer.when() > moment):
            self.close()
            self._timer = self._loop.call_at(moment, self._ring)

    def _next(self) -> float | None:
        if self._heard is None or self._silence is None:
            return self._deadline
        silent = self._heard + self._silence
        return silent if self._deadline is None else min(silent, self._deadline)

    def _ring(self) -> None:
        self._timer = None
        moment = self._next()
        if moment is None:
            return
        if self._loop.time() < moment:
            self._watch()
        else:
            self._passed("total" if moment == self._deadline else "read")
