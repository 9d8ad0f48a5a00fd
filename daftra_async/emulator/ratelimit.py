"""The request limit of one account, if it has one: a sliding window per credential."""

from __future__ import annotations

from collections import deque
from datetime import UTC, timedelta
from email.utils import format_datetime
from math import ceil

from .answers import Reply
from .clock import Clock
from .switches import Switches


class RequestWindow:
    """Counts requests per credential and refuses the ones over the limit with 429."""

    def __init__(self, clock: Clock, switches: Switches) -> None:
        self._clock = clock
        self._switches = switches
        self._seen: dict[str, deque[float]] = {}

    def refusal(self, credential: str, message: str) -> Reply | None:
        """429 with the wait in the form the switch asks for, or ``None`` while there is room."""
        if self._switches.rate_limit is None:
            return None
        allowed, period = self._switches.rate_limit
        now = self._clock.seconds()
        seen = self._seen.setdefault(credential, deque())
        while seen and seen[0] <= now - period:
            seen.popleft()
        if len(seen) < allowed:
            seen.append(now)
            return None
        body = {"result": "failed", "code": 429, "message": message}
        return Reply(
            status=429, body=body, headers=self._wait((seen[0] if seen else now) + period - now), effect="refused"
        )

    def _wait(self, seconds: float) -> dict[str, str]:
        if self._switches.retry_after == "none":
            return {}
        if self._switches.retry_after == "garbage":
            return {"retry-after": "in a while"}
        if self._switches.retry_after == "date":
            until = (self._clock.now() + timedelta(seconds=ceil(seconds))).replace(tzinfo=UTC)
            return {"retry-after": format_datetime(until, usegmt=True)}
        return {"retry-after": str(ceil(seconds))}
