"""How lists are answered: filters, order and pages, and the ways in which pages have been seen to lie.

``Rules.paging`` names the way: ``honest``; ``asked-count`` (pages are capped, but ``page_count`` is computed from the
limit that was asked for); ``half-count``; ``one-count``; ``first-page`` (the rows of page 1 whatever page was asked
for); ``no-pagination`` (no pagination object, capped pages); ``shuffled`` (the sort is ignored, the order is stable
and arbitrary); ``restless`` (arbitrary, and another one for each request).
"""

from __future__ import annotations

import random
from typing import Any
from zlib import crc32

from tests.independent.account import Account, Stored
from tests.independent.rules import Rules
from tests.independent.shapes import wrapped

_KEY_FILTERS = ("po_number", "no", "custom_field")


class Lists:
    """The lists of one account."""

    def __init__(self, account: Account, rules: Rules) -> None:
        self._account = account
        self._rules = rules
        self._random = random.Random(rules.seed + 1)

    def answer(self, kind: str, query: dict[str, str]) -> dict[str, Any]:
        """One page, as the server answers it; then the list moves, if the rules say so."""
        asked = max(1, _number(query.get("limit"), 20))
        page = max(1, _number(query.get("page"), 1))
        rows = [stored for stored in self._account.shown(kind) if self._matches(kind, stored, query)]
        rows = self._ordered(kind, rows, query)
        size = min(asked, self._rules.cap)
        honest_count = -(-len(rows) // size)
        first = 0 if self._rules.paging == "first-page" else (page - 1) * size
        detail = query.get("recursive") == "1"
        data = [wrapped(kind, stored, self._rules.form, detail=detail) for stored in rows[first : first + size]]
        answer: dict[str, Any] = {"code": 200, "result": "successful", "data": data}
        if self._rules.paging != "no-pagination":
            count = {
                "asked-count": -(-len(rows) // asked),
                "half-count": max(1, honest_count // 2),
                "one-count": 1,
            }.get(self._rules.paging, honest_count)
            stuck = self._rules.paging == "first-page" and self._rules.seed % 2
            answer["pagination"] = _pagination(kind, 1 if stuck else page, count, len(rows))
        self._move(kind, size)
        return answer

    def _matches(self, kind: str, stored: Stored, query: dict[str, str]) -> bool:
        created = stored.created.strftime("%Y-%m-%d %H:%M:%S")
        if kind != "invoices":
            return True
        if "created_from" in query and created[: len(query["created_from"])] < query["created_from"]:
            return False
        if "created_to" in query and created[: len(query["created_to"])] > query["created_to"]:
            return False
        if "client_id" in query and str(stored.fields.get("client_id")) != query["client_id"]:
            return False
        date = str(stored.fields.get("date"))
        if not query.get("date_from", date) <= date <= query.get("date_to", date):
            return False
        return self._rules.search == "ignored" or all(
            self._found(name, stored, query[name]) for name in _KEY_FILTERS if query.get(name)
        )

    def _found(self, name: str, stored: Stored, wanted: str) -> bool:
        if name == "no":
            return wanted.lower() in stored.number.lower()
        if name == "custom_field":
            return wanted in str(stored.custom)
        value = str(stored.fields.get(name) or "")
        return wanted.lower() in value.lower() if self._rules.search == "partial" else value == wanted

    def _ordered(self, kind: str, rows: list[Stored], query: dict[str, str]) -> list[Stored]:
        if self._rules.paging in ("shuffled", "restless"):
            order = self._rules.seed if self._rules.paging == "shuffled" else self._random.random()
            return sorted(rows, key=lambda stored: crc32(f"{order}{stored.id}".encode()))
        name = query.get("sort", "").split(".")[-1]
        if not name:
            # Invoices come newest first; the other lists are stable but arbitrary.
            return rows[::-1] if kind == "invoices" else sorted(rows, key=lambda stored: crc32(str(stored.id).encode()))
        return sorted(rows, key=lambda stored: _sort_value(stored, name), reverse=query.get("direction") == "desc")

    def _move(self, kind: str, size: int) -> None:
        """What others do to the list between two of its pages."""
        chance = self._random.random()
        if self._rules.movement == "storm":
            for _ in range(size):
                self._account.add_stranger(kind)
        elif self._rules.movement == "swap" and chance < 0.3:
            # The total stays as it was.
            self._account.add_stranger(kind)
            self._delete_some(kind, 1)
        elif self._rules.movement == "some" and chance < 0.35:
            for _ in range(self._random.randint(1, min(4, size))):
                self._account.add_stranger(kind)
        elif self._rules.movement == "some" and chance < 0.7:
            self._delete_some(kind, self._random.randint(1, min(3, size)))

    def _delete_some(self, kind: str, count: int) -> None:
        present = list(self._account.records[kind])
        for record_id in self._random.sample(present, min(count, len(present))):
            self._account.delete(kind, record_id)


def _sort_value(stored: Stored, name: str) -> tuple[Any, int]:
    if name in ("created", "modified"):
        return stored.created, stored.id
    if name in stored.fields and name != "id":
        return str(stored.fields[name]), stored.id
    return stored.id, stored.id


def _pagination(kind: str, page: int, count: int, total: int) -> dict[str, Any]:
    """``next`` and ``prev`` as the server builds them: relative, with the limit lost."""
    return {
        "prev": f"/api2/{kind}/?page={page - 1}" if page > 1 else None,
        "next": f"/api2/{kind}/?page={page + 1}" if page < count else None,
        "page": page,
        "page_count": count,
        "total_results": total,
    }


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() else default
