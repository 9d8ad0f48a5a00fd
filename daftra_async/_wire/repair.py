"""The middle path: parsed rows that the fast path refused, repaired field by field until they convert.

Odd rows of one answer are odd in the same fields, so a repairer remembers them and repairs those before its first try.
A row that still will not convert is read by the tolerant path.
"""

from __future__ import annotations

import re
from typing import Any, Generic, TypeVar

import msgspec

from .record import Issue, Record, set_issues
from .shape import Field, shape
from .tolerant import read_field, read_record
from .validity import REFUSALS, is_valid

R = TypeVar("R", bound=Record)

_MOST_TRIES = 6
_FIELD = re.compile(r" - at `\$\.([^.\[`]+)[.\[`]")


class Repairer(Generic[R]):
    """Reads the rows of one answer."""

    def __init__(self, model: type[R], date_format: str | None) -> None:
        self._model = model
        self._date_format = date_format
        self._fields = {field.name: field for field in shape(model)}
        self._odd: dict[str, Field] = {}

    def read(self, row: dict[str, Any], *, spelled: bool = False) -> R:
        """The record for parsed JSON; what cannot be typed is on its ``issues``.

        ``spelled`` says that the numbers remember how they were written. Raises ``DateFormatNeeded`` and, unless
        ``spelled``, ``SpellingNeeded``.
        """
        if spelled:
            return self._read_slowly(row)
        repaired = dict(row)
        issues: list[Issue] = []
        tried: set[str] = set()
        for name in self._odd:
            self._repair(name, row, repaired, issues)
            tried.add(name)
        for _ in range(_MOST_TRIES):
            try:
                record = msgspec.convert(repaired, self._model, strict=False)
            except REFUSALS as refusal:
                odd = self._refused(refusal)
                if odd is None or odd in tried:
                    break
                self._repair(odd, row, repaired, issues)
                tried.add(odd)
                self._odd[odd] = self._fields[odd]
            else:
                if issues:
                    set_issues(record, tuple(issues))
                return record if is_valid(self._model, [record]) else self._read_slowly(row)
        return self._read_slowly(row)

    def _read_slowly(self, row: dict[str, Any]) -> R:
        return read_record(self._model, row, date_format=self._date_format)

    def _repair(self, name: str, row: dict[str, Any], repaired: dict[str, Any], issues: list[Issue]) -> None:
        if name not in row:
            return
        value = read_field(self._fields[name], row[name], self._date_format, issues)
        if value is None:
            repaired.pop(name, None)
        else:
            repaired[name] = value

    def _refused(self, refusal: Exception) -> str | None:
        """The field that a refusal complains of, if it says so."""
        found = _FIELD.search(str(refusal)) if isinstance(refusal, msgspec.ValidationError) else None
        return found[1] if found and found[1] in self._fields else None
