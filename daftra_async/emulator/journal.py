"""What the emulator was asked, what it did and whether the client can know it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import Literal

import attrs

from .answers import Effect
from .faults import Fault

Delivery = Literal["pending", "answered", "damaged", "lost"]
"""Whether the true answer arrived: whole, in a damaged form, or not at all."""

_KEPT_BODY = 4096


@attrs.define(kw_only=True)
class Entry:
    """One request. ``effect`` is what became of it, ``ids`` what it created, ``fault`` what it met."""

    number: int
    time: str
    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    body: bytes = attrs.field(repr=False)
    fault: Fault | None = None
    status: int | None = None
    effect: Effect = "nothing"
    ids: tuple[int, ...] = ()
    delivery: Delivery = "pending"

    @property
    def verdict(self) -> str:
        """The effect and the delivery in words: ``"created, answer lost"``."""
        return self.effect if self.delivery == "answered" else f"{self.effect}, answer {self.delivery}"


class Journal:
    """The latest requests in order; the counters cover all of them."""

    def __init__(self, *, limit: int = 20_000) -> None:
        self._entries: deque[Entry] = deque(maxlen=limit)
        self.total = 0
        self.in_flight = 0
        self.most_in_flight = 0

    def __iter__(self) -> Iterator[Entry]:
        return iter(list(self._entries))

    def __len__(self) -> int:
        return len(self._entries)

    def __getitem__(self, position: int) -> Entry:
        return self._entries[position]

    def matching(self, route: str) -> list[Entry]:
        """The entries of a route, ``"POST /api2/invoices*"``."""
        return [entry for entry in self if fnmatchcase(f"{entry.method} {entry.path}", route)]

    def clear(self) -> None:
        self._entries.clear()
        self.total = self.most_in_flight = 0

    def open(
        self, *, time: str, method: str, path: str, query: tuple[tuple[str, str], ...], body: bytes, fault: Fault | None
    ) -> Entry:
        """Note a request that has begun."""
        self.total += 1
        entry = Entry(
            number=self.total, time=time, method=method, path=path, query=query, body=body[:_KEPT_BODY], fault=fault
        )
        self._entries.append(entry)
        return entry
