"""The chunks that wait to be sent: those that go again before those that are new."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Sequence

import attrs

from .prepare import PreparedDraft


@attrs.frozen
class Chunk:
    """Drafts for one request. ``recorded``: the ledger has their intent to be sent, for this very try."""

    items: Sequence[PreparedDraft]
    recorded: bool


class Chunks:
    """A queue of at most ``room`` new chunks; chunks that go again always fit."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._new: deque[Chunk] = deque()
        self._again: deque[Chunk] = deque()
        self._moved = asyncio.Condition()

    async def put(self, chunk: Chunk) -> None:
        """Queue a new chunk, when there is room."""
        async with self._moved:
            await self._moved.wait_for(lambda: len(self._new) < self._room)
            self._new.append(chunk)
            self._moved.notify_all()

    async def put_again(self, *chunks: Chunk) -> None:
        """Queue chunks that go again, ahead of all new ones."""
        async with self._moved:
            self._again.extend(chunks)
            self._moved.notify_all()

    async def get(self) -> Chunk:
        async with self._moved:
            await self._moved.wait_for(lambda: self._again or self._new)
            chunk = (self._again or self._new).popleft()
            self._moved.notify_all()
        return chunk

    def put_back(self, chunk: Chunk) -> None:
        """Return a chunk that was taken and not sent."""
        self._again.appendleft(chunk)

    def drain(self) -> list[PreparedDraft]:
        """Every draft that still waits."""
        return [item for chunk in (*self._again, *self._new) for item in chunk.items]
