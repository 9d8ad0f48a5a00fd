"""Settling the columns of a list: one field of all its records at once, from what the decoder left open to its values.

A column is read, looked at and written by functions that run in C, so that it costs a few microseconds and not a loop.
Values that do not fit go one by one through the tolerant path.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, repeat
from operator import attrgetter, is_
from types import NoneType
from typing import Any, Protocol

import msgspec

from .no_rows import NoRows
from .record import Issue, Record
from .shape import Field
from .tolerant import read_field
from .validity import is_valid
from .wrapper import holds_objects

Path = tuple[str, ...]
"""Wire names from a model to one of its fields: ``("date",)``, ``("InvoiceItem", "quantity")``."""

NULL = msgspec.Raw(b"null")
"""What stands in the place of a related record's text where there is none."""


class Reading(Protocol):
    """What settling needs to know of the answer that is read."""

    @property
    def date_format(self) -> str | None: ...

    @property
    def v2(self) -> bool: ...

    def related(self, field: Field, texts: Sequence[bytes]) -> tuple[list[Any], set[int], bool]:
        """The related records that these texts stand for, the numbers of the odd ones, and whether they repeat."""
        ...


class Settled:
    """What came of settling a list: the numbers of the records to read again, the open paths that were needed, and the
    relations in which there are records that are not told yet where their JSON is.

    ``trial`` asks the columns to look whether their values repeat; otherwise they did, the last time.
    """

    __slots__ = ("doubtful", "inside", "needed", "trial")

    def __init__(self, *, trial: bool) -> None:
        self.trial = trial
        self.doubtful: set[int] = set()
        self.inside: set[str] = set()
        self.needed: set[Path] = set()


_REPEATING = {NoneType, str, int}
"""What is worth remembering while a column is typed. A flag would pass for a number."""


class Column:
    """One field of all records of a list."""

    __slots__ = ("field", "get", "path", "place")

    def __init__(self, field: Field, model: type[Record]) -> None:
        self.field = field
        self.path: Path = (field.name,)
        self.get: Callable[[Any], Any] = attrgetter(field.attribute)
        self.place: Callable[[Any, Any], None] = getattr(model, field.attribute).__set__

    def settle(self, records: Sequence[Record], reading: Reading, settled: Settled) -> None:
        """Give the records the field's values. Raises ``DateFormatNeeded`` and ``SpellingNeeded``."""
        raise NotImplementedError

    def assign(self, records: Sequence[Record], values: Iterable[Any]) -> None:
        deque(map(self.place, records, values), maxlen=0)

    def settle_each(self, records: Sequence[Record], values: Sequence[Any], reading: Reading, settled: Settled) -> None:
        """Type value by value, those that repeat once; the field is still needed open if one of them was odd."""
        seen: dict[Any, Any] = {None: None} if self.field.nullable else {}
        odd = False
        for index, (record, value) in enumerate(zip(records, values, strict=True)):
            repeats = type(value) in _REPEATING
            if repeats and value in seen:
                self.place(record, seen[value])
                continue
            if not self.type_one(record, value, reading.date_format):
                settled.doubtful.add(index)
            typed = self.get(record)
            odd = odd or typed is None or str(typed) != str(value)
            if repeats and index not in settled.doubtful:
                seen[value] = typed
        if odd:
            settled.needed.add(self.path)

    def type_one(self, record: Record, value: Any, date_format: str | None) -> bool:
        """Read one value tolerantly; whether it could be typed."""
        issues: list[Issue] = []
        self.place(record, read_field(self.field, value, date_format, issues))
        return not issues


class AmountColumn(Column):
    """Amounts that were all the same or were written oddly, in the lists before this one.

    A column of zeros is one ``Decimal`` then, instead of 104 bytes for each record.
    """

    __slots__ = ()

    def settle(self, records: Sequence[Record], reading: Reading, settled: Settled) -> None:
        values = list(map(self.get, records))
        kinds = set(map(type, values))
        # One kind, or a flag could pass for a number.
        constant = len(kinds) == 1 and kinds <= _REPEATING and len(set(values)) == 1
        if not (constant and self.type_one(records[0], values[0], reading.date_format)):
            self.settle_each(records, values, reading, settled)
            return
        self.assign(records, repeat(self.get(records[0])))
        if values[0] is not None:
            settled.needed.add(self.path)


class OpenColumn(Column):
    """Values of any type, for a field in which earlier ones were odd."""

    __slots__ = ()

    def settle(self, records: Sequence[Record], reading: Reading, settled: Settled) -> None:
        self.settle_each(records, list(map(self.get, records)), reading, settled)


_OBJECTS = {dict, NoneType}


class NestedColumn(Column):
    """A relation without documented fields under a name of v2: without an object there it is another field."""

    __slots__ = ()

    def settle(self, records: Sequence[Record], reading: Reading, settled: Settled) -> None:
        values = list(map(self.get, records))
        if set(map(type, values)) <= _OBJECTS:
            return
        other = [index for index, value in enumerate(values) if value is not None and not holds_objects(value)]
        settled.doubtful.update(other)
        if any(values[index] != [] for index in other):
            settled.needed.add(self.path)


class TextColumn(Column):
    """Single related records that repeat, left unparsed by the decoder."""

    __slots__ = ()

    def settle(self, records: Sequence[Record], reading: Reading, settled: Settled) -> None:
        raws = list(map(self.get, records))
        if all(map(is_, raws, repeat(NULL))):
            self.assign(records, repeat(None))
            return
        found, odd, repeats = reading.related(self.field, list(map(bytes, raws)))
        self.assign(records, found)
        settled.doubtful |= odd
        settled.inside.add(self.field.name)
        if odd or repeats:
            settled.needed.add(self.path)


class RelatedColumn(Column):
    """Single related records, decoded with the record that they belong to."""

    __slots__ = ()

    def settle(self, records: Sequence[Record], reading: Reading, settled: Settled) -> None:
        related = list(map(self.get, records))
        if not any(related):
            return
        settled.inside.add(self.field.name)
        kind = self.field.type
        if not is_valid(kind, list(filter(None, related))):
            settled.doubtful.update(i for i, one in enumerate(related) if one and not is_valid(kind, [one]))


_LISTS = {list, NoRows}

SettleRows = Callable[[Sequence[Any], Reading, bool], Settled]


class ManyColumn(Column):
    """Related records of which there are many to one, decoded with the record that they belong to."""

    __slots__ = ("_settle_rows",)

    def __init__(self, field: Field, model: type[Record], settle_rows: SettleRows) -> None:
        super().__init__(field, model)
        self._settle_rows = settle_rows

    def settle(self, records: Sequence[Record], reading: Reading, settled: Settled) -> None:
        values = list(map(self.get, records))
        if not set(map(type, values)) <= _LISTS:
            values = self._as_lists(records, values, reading, settled)
        if not any(values):
            return
        settled.inside.add(self.field.name)
        inside = self._settle_rows(list(chain.from_iterable(values)), reading, settled.trial)
        if inside.doubtful:
            parents = [index for index, rows in enumerate(values) for _ in rows]
            settled.doubtful.update(parents[index] for index in inside.doubtful)
        settled.needed.update((self.field.name, *path) for path in inside.needed)

    def _as_lists(
        self, records: Sequence[Record], values: list[Any], reading: Reading, settled: Settled
    ) -> list[list[Any]]:
        """Read what stands in the place of a list; the lists that were ones already are left to be settled."""
        settled.needed.add(self.path)
        settled.inside.add(self.field.name)
        lists = []
        for index, (record, value) in enumerate(zip(records, values, strict=True)):
            if isinstance(value, list):
                lists.append(value)
            else:
                lists.append([])
                # What stands inside an object may be renamed: such a row is read again, from parsed JSON.
                if not self.type_one(record, value, reading.date_format) or (reading.v2 and isinstance(value, dict)):
                    settled.doubtful.add(index)
        return lists
