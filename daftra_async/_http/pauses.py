"""The pause after a 429, one for each account, shared by all clients of it in this process on any event loop.

asyncio and uvloop both keep the time of ``time.monotonic``, so that a moment means the same on every loop and thread.
"""

from __future__ import annotations

import threading
import time
from weakref import WeakValueDictionary

_lock = threading.Lock()
_known: WeakValueDictionary[str, Pause] = WeakValueDictionary()
_running: set[Pause] = set()
"""Those that are not over: they outlive the client that met the 429, for the next one of the same account."""


class Pause:
    """Until when an account is to be left alone, in seconds of the event loop's clock."""

    __slots__ = ("__weakref__", "until")

    def __init__(self) -> None:
        self.until = 0.0

    def left(self, now: float) -> float:
        """Seconds until it is over."""
        return max(0.0, self.until - now)

    def extend(self, until: float) -> None:
        """At least until then."""
        with _lock:
            self.until = max(self.until, until)
            _running.add(self)


def pause_of(account: str) -> Pause:
    """The one pause of an account, by what identifies it."""
    with _lock:
        now = time.monotonic()
        _running.difference_update([pause for pause in _running if pause.until <= now])
        pause = _known.get(account)
        if pause is None:
            pause = _known[account] = Pause()
        return pause
