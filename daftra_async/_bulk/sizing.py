"""How many drafts go in one request: halved when a request was too much, grown back while all is quiet."""

from __future__ import annotations

_QUIET = 10


class Sizing:
    """Starts at ``most`` and never exceeds it.

    A size that the server refused as too large (413) is approached again only half way, so that the search for the
    limit ends; a stall may have had other causes, and the size may grow back to what it was.
    """

    def __init__(self, most: int) -> None:
        self.current = most
        self._most = most
        self._quiet = 0

    def too_large(self, size: int) -> None:
        """A request of this size was refused for its size."""
        self._halve(size)
        self._most = max(1, min(self._most, size * 3 // 4))

    def stalled(self, size: int) -> None:
        """A request of this size got no answer in time."""
        self._halve(size)

    def _halve(self, size: int) -> None:
        self.current = max(1, min(self.current, size // 2))
        self._quiet = 0

    def succeeded(self) -> None:
        """A request was answered as it should be."""
        self._quiet += 1
        if self._quiet >= _QUIET and self.current < self._most:
            self.current = min(self._most, self.current + max(1, self.current // 4))
            self._quiet = 0
