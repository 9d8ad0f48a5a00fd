"""When to hold still: an outage pauses the run, one request at a time tries the way, the first answer ends it."""

from __future__ import annotations

import asyncio

from .._backoff import full_jitter
from .clock import Clock
from .errors import BulkError

_STRAIN = 3
_FIRST_WAIT = 0.5
_LONGEST_WAIT = 30.0


class CircuitBreaker:
    """Shared by all senders of a run. ``outage_timeout`` is how long an outage may last in seconds, None for ever.

    A request that could not even leave is an outage at once; requests that get lost are one when three in a row do.
    """

    def __init__(self, clock: Clock, *, outage_timeout: float | None) -> None:
        self._clock = clock
        self._outage_timeout = outage_timeout
        self._failures = 0
        self._failed_at = 0.0
        self._since: float | None = None
        self._busy_since: float | None = None
        self._hold_until = 0.0
        self._trying = asyncio.Lock()

    @property
    def paused(self) -> bool:
        return self._since is not None

    async def clear(self) -> None:
        """Return when a request may be sent. Raises ``BulkError`` when an outage outlasts ``outage_timeout``."""
        self._check_outage()
        while (wait := self._hold_until - self._clock.now()) > 0:
            await self._clock.sleep(wait)
        if self._since is None:
            return
        async with self._trying:
            if self.paused and (wait := self._hold_until - self._clock.now()) > 0:
                await self._clock.sleep(wait)
            if self.paused:
                self._check_outage()
                self._hold_until = self._clock.now() + self._backoff()

    def _check_outage(self) -> None:
        """Only a try that failed shows that the outage lasts: what was spent waiting for the next one does not."""
        if self._since is None or self._outage_timeout is None:
            return
        lasted = self._failed_at - self._since
        if lasted >= self._outage_timeout:
            raise BulkError(f"the server has been out of reach for {lasted:.0f} s")

    def unreachable(self) -> None:
        """A request could not be sent at all."""
        self._fail(at_once=True)

    def lost(self) -> None:
        """A request was sent and got no usable answer."""
        self._fail(at_once=False)

    def _fail(self, *, at_once: bool) -> None:
        self._failures += 1
        self._failed_at = self._clock.now()
        if at_once or self._failures >= _STRAIN:
            if self._since is None:
                self._since = self._failed_at
            until = self._failed_at + self._backoff()
            if self._outage_timeout is not None:
                # The last try comes when ``outage_timeout`` ends, not after.
                until = min(until, self._since + self._outage_timeout)
            self._hold_until = max(self._hold_until, until)

    def _backoff(self) -> float:
        return full_jitter(self._failures, base=_FIRST_WAIT, cap=_LONGEST_WAIT, random=self._clock.jitter())

    def hold(self, seconds: float) -> None:
        """The server asked for a pause. Raises ``BulkError`` when it has done nothing else for ``outage_timeout``."""
        now = self._clock.now()
        if self._busy_since is None:
            self._busy_since = now
        if self._outage_timeout is not None and (lasted := now - self._busy_since) >= self._outage_timeout:
            raise BulkError(f"the server has asked for one pause after another for {lasted:.0f} s")
        self._hold_until = max(self._hold_until, now + seconds)

    def answered(self) -> None:
        """A request was answered: the way is free."""
        if self._since is not None:
            self._hold_until = 0.0
        self._failures = 0
        self._since = self._busy_since = None
