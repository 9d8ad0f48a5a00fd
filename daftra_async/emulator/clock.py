"""The emulator's time: it runs like the real one and can be moved."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

_REAL_EPOCH = datetime(1970, 1, 1)


class Clock:
    """Wall and monotonic time that move together. ``start`` sets the wall; without it the machine's UTC is taken."""

    def __init__(self, *, start: datetime | None = None) -> None:
        self._origin = time.monotonic()
        self._start = start or _REAL_EPOCH + timedelta(seconds=time.time())
        self._moved = timedelta()

    def now(self) -> datetime:
        """The emulated wall time, naive."""
        return self._start + timedelta(seconds=time.monotonic() - self._origin) + self._moved

    def seconds(self) -> float:
        """Seconds since the clock was made, moves included: for token ages, rate limits and read lag."""
        return time.monotonic() - self._origin + self._moved.total_seconds()

    def stamp(self) -> str:
        """The form in which the server notes ``created`` and ``modified``."""
        return self.now().strftime("%Y-%m-%d %H:%M:%S")

    def move(self, step: float | timedelta) -> None:
        """Go forward by ``step`` (seconds or a timedelta); raises ``ValueError`` for a step back."""
        delta = step if isinstance(step, timedelta) else timedelta(seconds=step)
        if delta < timedelta():
            raise ValueError("time moves forward only: pass a positive step")
        self._moved += delta
