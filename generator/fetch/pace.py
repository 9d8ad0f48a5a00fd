"""How fast the documentation's site is asked: one pace and one pause for all connections, and an end to it all."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import attrs

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 120.0
INTERVAL = 0.05
"""Seconds between the starts of two requests, at least."""

DEADLINE = 1800.0
"""Seconds after which a fetch gives up."""


class DeadlineReached(Exception):
    """The whole fetch took longer than it may."""


@attrs.define
class Pace:
    """Shared by all connections of one fetch. ``now`` and ``sleep`` count seconds."""

    deadline: float = DEADLINE
    interval: float = INTERVAL
    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _next: float = attrs.field(init=False, default=0.0)
    _end: float = attrs.field(init=False)
    _lock: threading.Lock = attrs.field(init=False, factory=threading.Lock)

    def __attrs_post_init__(self) -> None:
        self._end = self.now() + self.deadline

    def wait(self) -> None:
        """Wait for the next request's turn. Raises ``DeadlineReached`` where that comes too late."""
        while True:
            with self._lock:
                now = self.now()
                if max(now, self._next) >= self._end:
                    raise DeadlineReached
                if now >= self._next:
                    self._next = now + self.interval
                    return
                left = self._next - now
            self.sleep(left)

    def hold(self, seconds: float) -> None:
        """Nobody asks for so long: the server is busy, or cannot be reached."""
        with self._lock:
            self._next = max(self._next, self.now() + seconds)


def pause_before(attempt: int, wanted: str | None) -> float:
    """Seconds before the next try: doubling ones, or what the server wants (seconds or a date) where that is more."""
    pause = FIRST_PAUSE * float(2**attempt)
    return min(max(pause, retry_after(wanted)), LONGEST_PAUSE)


def retry_after(text: str | None) -> float:
    """Seconds that a ``Retry-After`` asks for, in both of its forms; 0 for anything else."""
    words = (text or "").strip()
    if words.replace(".", "", 1).isdigit():
        return float(words)
    try:
        moment = parsedate_to_datetime(words)
    except (TypeError, ValueError):
        return 0.0
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())
