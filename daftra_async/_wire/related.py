"""Single related records, kept where the same text comes again.

A list of invoices repeats its clients, a list of lines its products, byte for byte. Such a record is decoded once and
shared, which saves time and a quarter of the list's memory (``python -m benchmarks decode``). Records cannot be
changed, so nobody can tell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import repeat
from typing import Any

from .columns import NULL
from .record import Record, attach
from .source import RelatedText

_MOST_KEPT = 4096
_LONGEST_KEPT = 4096
"""Bytes of text beyond which a record is read each time."""

_MOST_SEEN = 65_536

_MISSING: Any = object()

ReadTexts = Callable[[Sequence[bytes]], Sequence[tuple[Record | None, bool]]]
"""Gives the record for each text, and whether all of it could be typed."""


class SharedRecords:
    """Text → its record, for texts that came more than once; ``None`` for what carries nothing."""

    def __init__(self, *, keep_raw: bool, v2: bool) -> None:
        self._keep_raw = keep_raw
        self._v2 = v2
        self._known: dict[bytes, Record | None] = {bytes(NULL): None}
        self._odd: set[bytes] = set()
        self._seen: set[int] = set()
        """Hashes of the texts that came once."""

    def of(self, texts: Sequence[bytes], read: ReadTexts) -> tuple[list[Record | None], set[int], bool]:
        """The record for each text, by ``read`` where it is not known, the numbers of those that are odd, and whether
        texts repeat: whether more than half of them were known or came twice."""
        found = list(map(self._known.get, texts, repeat(_MISSING)))
        missing = [index for index, record in enumerate(found) if record is _MISSING]
        times = Counter(texts[index] for index in missing)
        odd = self._odd
        if missing:
            fresh = dict(zip(times, read(list(times)), strict=True))
            odd = odd.union(text for text, (_, typed) in fresh.items() if not typed)
            for index in missing:
                found[index] = fresh[texts[index]][0]
            for text, (record, typed) in fresh.items():
                if self._came_before(text, times[text]):
                    self._keep(text, record, typed=typed)
        repeats = 2 * len(times) <= len(texts)
        return found, {index for index, text in enumerate(texts) if text in odd} if odd else set(), repeats

    def _came_before(self, text: bytes, times: int) -> bool:
        mark = hash(text)
        if times > 1 or mark in self._seen:
            return True
        if len(self._seen) >= _MOST_SEEN:
            self._seen.clear()
        self._seen.add(mark)
        return False

    def _keep(self, text: bytes, record: Record | None, *, typed: bool) -> None:
        """A record that is shared holds its own text, so that no page lives on because of it."""
        if self._keep_raw and record is not None:
            attach([record], RelatedText(text, self._v2), [None])
        if len(text) > _LONGEST_KEPT:
            return
        if len(self._known) >= _MOST_KEPT:
            self._known.clear()
            self._odd.clear()
        self._known[text] = record
        if not typed:
            self._odd.add(text)


@lru_cache(maxsize=256)
def shared_records(model: type[Record], date_format: str | None, keep_raw: bool, v2: bool) -> SharedRecords:
    """The records of a model that all answers read in this way have in common."""
    return SharedRecords(keep_raw=keep_raw, v2=v2)
