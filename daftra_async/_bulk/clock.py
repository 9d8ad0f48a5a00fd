"""Time and chance as the bulk engine sees them: handed in, so that a simulation can run months in seconds."""

from __future__ import annotations

import asyncio
import random
import time
from typing import Protocol


class Clock(Protocol):
    """``now`` is monotonic, ``wall`` is Unix time, both in seconds; ``jitter`` is uniform in [0, 1)."""

    def now(self) -> float: ...

    def wall(self) -> float: ...

    def jitter(self) -> float: ...

    async def sleep(self, seconds: float) -> None: ...


class LoopClock:
    """The running event loop's time; under a loop with virtual time it is virtual too."""

    def __init__(self, chance: random.Random | None = None) -> None:
        self._chance = chance or random.SystemRandom()

    def now(self) -> float:
        return asyncio.get_running_loop().time()

    def wall(self) -> float:
        return time.time()

    def jitter(self) -> float:
        return self._chance.random()

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)
