"""Reads change nothing, so they are repeated, with growing pauses, until ``outage_timeout`` ends."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from .._backoff import full_jitter
from ..errors import AuthenticationError, ConfigurationError, DaftraError, PermissionDenied
from .clock import Clock
from .errors import BulkError

Result = TypeVar("Result")

_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 30.0
_HOPELESS = (AuthenticationError, PermissionDenied, ConfigurationError, BulkError)


class ReadRetrier:
    """``seconds`` is how long one question may stay unanswered, None for ever."""

    def __init__(self, clock: Clock, seconds: float | None) -> None:
        self._clock = clock
        self._seconds = seconds

    async def ask(self, question: Callable[[], Awaitable[Result]]) -> Result:
        """The answer, however many tries it takes. Raises ``BulkError`` when the time is up."""
        since, tries = self._clock.now(), 0
        while True:
            try:
                return await question()
            except _HOPELESS:
                raise
            except DaftraError as error:
                lasted = self._clock.now() - since
                if self._seconds is not None and lasted > self._seconds:
                    raise BulkError(f"the server could not be read for {lasted:.0f} s: {error}") from error
            tries += 1
            pause = full_jitter(tries, base=_FIRST_PAUSE, cap=_LONGEST_PAUSE, random=self._clock.jitter())
            await self._clock.sleep(pause)
