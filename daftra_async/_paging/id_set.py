"""A set of record ids that stays small: an eighth of a byte per id where ids lie close, about two bytes where they do
not.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable

_BLOCK_BITS = 16
_BLOCK_MASK = (1 << _BLOCK_BITS) - 1
_BITMAP_BYTES = 1 << (_BLOCK_BITS - 3)
_DENSE = _BITMAP_BYTES // 2
"""Above this many ids a block is smaller as a bitmap than as a sorted array of two-byte values."""


class IdSet:
    """Which ids were seen. Blocks of 65 536 ids each: sorted arrays while few are in, bitmaps when many are."""

    __slots__ = ("_blocks", "_size")

    def __init__(self) -> None:
        self._blocks: dict[int, array[int] | bytearray] = {}
        self._size = 0

    def __len__(self) -> int:
        return self._size

    def __contains__(self, number: int) -> bool:
        block = self._blocks.get(number >> _BLOCK_BITS)
        low = number & _BLOCK_MASK
        if block is None:
            return False
        if isinstance(block, bytearray):
            return bool(block[low >> 3] & (1 << (low & 7)))
        place = bisect_left(block, low)
        return place < len(block) and block[place] == low

    def add(self, number: int) -> bool:
        """Put an id in; ``False`` if it was in already."""
        return self.add_all((number,))[0]

    def add_all(self, numbers: Iterable[int]) -> list[bool]:
        """Put ids in; for each whether it was not in already. Ids of one page lie in one block or two."""
        new = []
        key: int | None = None
        block: array[int] | bytearray = array("H")
        for number in numbers:
            if number >> _BLOCK_BITS != key or (len(block) > _DENSE and isinstance(block, array)):
                key, block = number >> _BLOCK_BITS, self._block(number >> _BLOCK_BITS)
            low = number & _BLOCK_MASK
            if isinstance(block, bytearray):
                is_new = not block[low >> 3] & (1 << (low & 7))
                block[low >> 3] |= 1 << (low & 7)
            else:
                place = bisect_left(block, low)
                is_new = place == len(block) or block[place] != low
                if is_new:
                    block.insert(place, low)
            new.append(is_new)
        self._size += sum(new)
        return new

    def _block(self, key: int) -> array[int] | bytearray:
        """The block of that number; one with many ids in it becomes a bitmap."""
        block = self._blocks.setdefault(key, array("H"))
        if isinstance(block, array) and len(block) > _DENSE:
            block = self._blocks[key] = _bitmap(block)
        return block


def _bitmap(values: array[int]) -> bytearray:
    bits = bytearray(_BITMAP_BYTES)
    for low in values:
        bits[low >> 3] |= 1 << (low & 7)
    return bits
