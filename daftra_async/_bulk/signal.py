"""One thing changed, and everybody who waits for a change learns of it, however late they come to wait."""

from __future__ import annotations

import asyncio


class Signal:
    """Counts changes. Remember ``count``, look at the state, then wait ``beyond`` it: no change is missed."""

    def __init__(self) -> None:
        self.count = 0
        self._next: asyncio.Future[None] | None = None

    def notify(self) -> None:
        self.count += 1
        if self._next is not None:
            if not self._next.done():
                self._next.set_result(None)
            self._next = None

    async def beyond(self, seen: int) -> None:
        """Return once ``count`` exceeds ``seen``."""
        while self.count <= seen:
            if self._next is None:
                self._next = asyncio.get_running_loop().create_future()
            await asyncio.shield(self._next)
