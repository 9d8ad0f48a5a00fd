"""Whether keys can be read back at all: absence proves nothing until presence was seen.

The field that carries the key may be switched off for the account, or the list may hide documents of a kind. So a
record that is known to exist must have been found by its key before any draft of its kind is ever called absent.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from .clock import Clock
from .key_search import DocumentKind, KeySearch, Scope, id_of
from .keys import KeyField, keys_of


class KeyProbe:
    """What is known of each kind's keys: proved, disproved, or nothing yet.

    A field may keep only so many characters: a key that was read back proves those of its length and shorter ones, one
    that cannot be read back disproves those of its length and longer ones.
    """

    def __init__(self) -> None:
        self._proved: dict[DocumentKind, int] = {}
        self._disproved: dict[DocumentKind, int] = {}
        self._awaited: dict[tuple[DocumentKind, int], asyncio.Future[bool]] = {}
        self._proving: set[tuple[DocumentKind, int]] = set()

    def known(self, kind: DocumentKind, length: int) -> bool | None:
        """Whether keys of this length can be read back; None as long as nobody can tell."""
        if length <= self._proved.get(kind, 0):
            return True
        return False if kind in self._disproved and length >= self._disproved[kind] else None

    def finding(self, kind: DocumentKind, length: int) -> asyncio.Future[bool]:
        """What is or will be known: shield it when waiting."""
        finding = self._awaited.get((kind, length)) or asyncio.get_running_loop().create_future()
        if (known := self.known(kind, length)) is not None:
            finding.set_result(known)
        else:
            self._awaited[kind, length] = finding
        return finding

    def settle(self, kind: DocumentKind, length: int, *, readable: bool) -> None:
        """Record what was seen of a key of this length; seeing a key overrules not having seen one."""
        if readable:
            self._proved[kind] = max(length, self._proved.get(kind, 0))
            if self._disproved.get(kind, length + 1) <= length:
                del self._disproved[kind]
        else:
            self._disproved[kind] = min(length, self._disproved.get(kind, length))
        for place, finding in list(self._awaited.items()):
            if (known := self.known(*place)) is not None:
                finding.set_result(known)
                del self._awaited[place]

    @property
    def proving(self) -> bool:
        return bool(self._proving)

    def begin(self, kind: DocumentKind, length: int) -> bool:
        """Whether somebody should prove keys of this length now; the caller then does."""
        under_way = any(other == kind and size >= length for other, size in self._proving)
        if under_way or self.known(kind, length) is not None:
            return False
        self._proving.add((kind, length))
        return True

    def end(self, kind: DocumentKind, length: int) -> None:
        self._proving.discard((kind, length))

    def give_up(self) -> None:
        """Nothing is left that could prove anything: who waits goes without. What comes later may prove it yet."""
        for finding in self._awaited.values():
            finding.set_result(False)
        self._awaited.clear()


async def prove(
    search: KeySearch,
    key_field: KeyField,
    clock: Clock,
    *,
    key: str,
    record_id: int,
    scope: Scope,
    within: float,
    ours: Callable[[Sequence[str]], Awaitable[bool]],
) -> bool | None:
    """Whether a record known to exist is found by its key ``within`` so many seconds.

    A record that is read by its id and carries no key, or one that the server made of it, settles the question at
    once. One that carries the key of another draft (``ours`` tells) says nothing about the field, only that the id was
    wrong: None. Raises ``DaftraError`` if the server cannot be read.
    """
    until, pause = clock.now() + within, 0.25
    while True:
        found = (await search.search([key], scope)).found.get(key, ())
        if any(id_of(record) == record_id for record in found):
            search.sample = search.sample or (key, record_id, scope)
            return True
        record = await search.record(record_id)
        if record is not None and key not in (keys := keys_of(record, key_field) or []):
            return None if await ours(keys) else False
        if found:
            return None
        if clock.now() >= until:
            if record is None or search.must_scan:
                return None if record is None else False
            # The record has its key, and only the search does not find it: the list may.
            search.must_scan = True
        await clock.sleep(pause)
        pause = min(pause * 2, 10.0)
