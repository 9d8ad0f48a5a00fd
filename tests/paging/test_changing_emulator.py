"""Lists of the emulated account that change while they are paged, over a real socket."""

from __future__ import annotations

import asyncio
import random

import pytest

from daftra_async import Daftra
from daftra_async.emulator import Emulator


class Changes:
    """Inserts brands and deletes them, now and then, until it is cancelled."""

    def __init__(self, emulator: Emulator, seed: int) -> None:
        self._store = emulator.store
        self._random = random.Random(seed)
        self.deleted: set[int] = set()

    def alive(self) -> set[int]:
        return {row["id"] for row in self._store.rows("brand")}

    async def run(self) -> None:
        while True:
            await asyncio.sleep(self._random.random() * 0.004)
            for _ in range(self._random.choice([0, 1, 1, 3])):
                self._store.insert("brand", {"name": "new"})
            for number in self._random.sample(sorted(self.alive()), k=self._random.choice([0, 1, 1, 3])):
                self._store.delete("brand", number)
                self.deleted.add(number)


@pytest.mark.parametrize("seed", range(6))
async def test_no_brand_that_stays_is_missed(emulator: Emulator, daftra: Daftra, seed: int) -> None:
    for number in range(150):
        emulator.store.insert("brand", {"name": f"brand {number}"})
    changes = Changes(emulator, seed)
    before = changes.alive()
    changing = asyncio.create_task(changes.run())
    pager = daftra.entity("brand").list(per_page=5)
    seen = [row["id"] async for row in pager]
    changing.cancel()
    assert changes.deleted
    assert len(seen) == len(set(seen))
    assert before - changes.deleted <= set(seen)
    assert pager.completeness.complete
