"""How much is asked of the server at once: places, rate, and the pause after a 429."""

from __future__ import annotations

import asyncio
from collections import deque

import attrs

from ..errors import ConfigurationError
from .pauses import Pause


@attrs.frozen
class RateLimit:
    """At most ``requests`` in ``per`` seconds, evenly spaced; ``burst`` of them may come at once."""

    requests: float = attrs.field()
    per: float = attrs.field(default=1.0, kw_only=True)
    burst: int = attrs.field(default=1, kw_only=True)

    def __attrs_post_init__(self) -> None:
        if not (self.requests > 0 and self.per > 0 and self.burst >= 1):
            raise ConfigurationError(f"{self!r}: requests and per are above zero, burst is at least 1")

    @property
    def interval(self) -> float:
        """Seconds between two requests."""
        return self.per / self.requests


SLOWEST = 60.0
"""Seconds between two requests at the most careful."""
SEEN = (0.001, 0.25)
"""Bounds, in seconds, of the interval taken to be the one that was refused where no rate is configured."""
PAUSES = (1.0, 20.0)
"""Seconds of the first pause where the server names none, and of the longest: each refusal in a row doubles it."""


_NEARLY = 1.0 - 1e-9
"""Forgives what a sum of many small steps lacks to the whole."""


class AdaptiveRate:
    """When the next request may go: a generic cell rate, slowed by refusals. Times are seconds of one clock.

    A refusal (429) stops everything until its pause is over, which other clients of the account share, and halves the
    rate; the refusals of requests that had left before say nothing new. Every answer then gives a part of the rate
    back, the same each time, up to the configured rate; where none is configured, requests are unlimited again once it
    passes twice the rate that was refused.
    """

    def __init__(self, limit: RateLimit | None, pause: Pause | None = None) -> None:
        self._configured = limit.interval if limit else 0.0
        self._tolerance = (limit.burst - 1) * limit.interval if limit else 0.0
        self._interval = self._configured
        self._next = 0.0
        self._pause = Pause() if pause is None else pause
        self._slowed_at = float("-inf")
        self._refusals = 0
        self._step = 0.0
        self._free_at = 0.0
        self._sent: deque[float] = deque(maxlen=32)

    def pause_left(self, now: float) -> float:
        """Seconds until the pause after a 429 is over."""
        return self._pause.left(now)

    def delay(self, now: float) -> float:
        """Seconds until a request may go."""
        tolerance = self._tolerance if self._interval == self._configured else 0.0
        return max(0.0, self._next - tolerance - now, self._pause.until - now)

    def take(self, now: float) -> None:
        """A request goes now."""
        self._next = max(self._next, now) + self._interval
        self._sent.append(now)

    def refused(self, now: float, *, sent: float, pause: float | None) -> None:
        """A request that had left at ``sent`` was answered 429, with the pause the server named, if any."""
        news = sent >= self._slowed_at
        if news:
            self._refusals += 1
            self._slow(now)
        if pause is None:
            pause = min(PAUSES[1], PAUSES[0] * 2.0 ** min(self._refusals - 1, 10))
        self._pause.extend(now + pause)

    def answered(self) -> None:
        """A request was answered, and not with 429."""
        self._refusals = 0
        if self._interval > self._configured:
            rate = 1.0 / self._interval + self._step
            self._interval = self._configured if rate >= self._free_at * _NEARLY else 1.0 / rate

    def _slow(self, now: float) -> None:
        interval = self._interval or self._seen_interval()
        self._slowed_at = now
        self._interval = min(SLOWEST, 2.0 * interval)
        self._step = 0.05 / interval
        self._free_at = 1.0 / self._configured if self._configured else 2.0 / interval

    def _seen_interval(self) -> float:
        if len(self._sent) < 2:
            return SEEN[1]
        return min(SEEN[1], max(SEEN[0], (self._sent[-1] - self._sent[0]) / (len(self._sent) - 1)))


class PausedTooLong(Exception):
    """The pause after a 429 lasts longer than the caller is ready to wait. ``seconds``: how long."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class Limiter:
    """Lets requests through one by one in the order of their coming: a free place, then the rate.

    Belongs to one event loop. A caller that is cancelled while it waits gives its place to the next.
    """

    def __init__(self, concurrency: int, limit: RateLimit | None, pause: Pause | None = None) -> None:
        self.rate = AdaptiveRate(limit, pause)
        self._places = asyncio.Semaphore(concurrency)
        self._turn = asyncio.Lock()
        self._clock = asyncio.get_running_loop().time

    async def enter(self, *, longest_pause: float | None) -> float:
        """Waits for a place and a turn, and returns the moment of it. Every ``enter`` needs one ``leave``.

        Raises ``PausedTooLong`` where the pause after a 429 would take longer than ``longest_pause`` seconds.
        """
        await self._places.acquire()
        now = self._clock()
        if self._turn.locked() or self.rate.delay(now) > 0:
            try:
                async with self._turn:
                    now = await self._wait(longest_pause)
            except BaseException:
                self._places.release()
                raise
        self.rate.take(now)
        return now

    def leave(self) -> None:
        self._places.release()

    async def _wait(self, longest_pause: float | None) -> float:
        while (delay := self.rate.delay(now := self._clock())) > 0:
            if longest_pause is not None and (pause := self.rate.pause_left(now)) > longest_pause:
                raise PausedTooLong(pause)
            await asyncio.sleep(delay)
        return now


def check_concurrency(concurrency: object) -> int:
    if isinstance(concurrency, bool) or not isinstance(concurrency, int) or concurrency < 1:
        raise ConfigurationError(f"concurrency={concurrency!r}: give a whole number above zero")
    return concurrency
