"""What carries our keys already, before we send anything under them.

A derived key holds 60 random bits of its ledger, so nothing can carry it before we do. A key that a draft brings
along may be on any older record, and that must be known before the first send: afterwards nobody could tell the old
record from the new one. Marks are asked for one by one at first; once that has cost as many requests as reading the
whole list would, the list is read instead, once, and answers for the rest of the run. So a hundred drafts cost a
hundred requests at most, and a hundred thousand cost two readings of the list at most.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from .key_search import KeySearch, Scope
from .ledger import Ledger
from .ledger_writer import LedgerWriter
from .prepare import PreparedDraft
from .results import as_id

_WORTH_KNOWING = 50


class Precheck:
    """Answers from the server, or from a snapshot of it once that is cheaper."""

    def __init__(self, search: KeySearch, ledger: Ledger, writer: LedgerWriter) -> None:
        self._search = search
        self._ledger = ledger
        self._writer = writer
        self._asked = 0
        self._pages: int | None = None
        self._list_tells = True
        self._snapshots: set[Scope] = set()

    async def existing(self, items: Sequence[PreparedDraft]) -> dict[int, list[int]]:
        """The drafts whose key is taken, by position, with the records that have it. Raises ``DaftraError``."""
        taken: dict[int, list[int]] = {}
        for scope in sorted({item.scope for item in items}):
            keys = {item.key: item.position for item in items if item.scope == scope}
            for key, ids in (await self._taken(list(keys), scope)).items():
                taken[keys[key]] = ids
        return taken

    async def _taken(self, keys: Sequence[str], scope: Scope) -> Mapping[str, list[int]]:
        if scope not in self._snapshots and await self._list_is_cheaper(len(keys)):
            await self._take_snapshot(scope)
        if scope in self._snapshots:
            found = await self._writer.read(self._ledger.existing, keys)
            return {key: [record_id] for key, record_id in found.items()}
        result = await self._search.search(keys, scope)
        self._asked += len(keys)
        taken = {key: [record.id for record in records] for key, records in result.found.items()}
        return {**{key: [] for key in result.unclear}, **taken}

    async def _list_is_cheaper(self, more: int) -> bool:
        if not self._list_tells:
            return False
        if self._search.must_scan:
            return True
        if self._asked + more < _WORTH_KNOWING:
            return False
        if self._pages is None:
            self._pages = await self._search.pages_of_everything()
        return self._pages is not None and self._asked + more > self._pages

    async def _take_snapshot(self, scope: Scope) -> None:
        rows = await self._search.keyed(_keys_and_id, scope)
        if rows is None:
            # The list does not show the field: only a search and the single records can tell.
            self._list_tells = False
            return
        found = [(key, record_id) for keys, record_id in rows for key in keys if key]
        await self._writer.write(self._ledger.note_existing, found)
        self._snapshots.add(scope)


def _keys_and_id(record: Mapping[str, Any], keys: Sequence[str]) -> tuple[Sequence[str], int] | None:
    return (keys, as_id(record.get("id")) or 0) if any(keys) else None
