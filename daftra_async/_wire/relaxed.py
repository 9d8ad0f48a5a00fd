"""Models with some fields left open, for pages on which the typed decoder refuses those fields.

A relaxed model is a subclass with the same fields in the same places; only the types of the named fields are open. So
one pass of the decoder reads the whole page, the open columns are settled afterwards, value by value, and each object
becomes the model that it stands for by a change of its class. Measured on pages whose every row shows dates in the
account's display form: half the time of reading such rows from parsed JSON.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import chain, compress, repeat
from operator import attrgetter
from typing import Any

import msgspec

from .record import Issue, Record
from .shape import Field, shape
from .tolerant import read_field

Path = tuple[str, ...]
"""Wire names from a model to one of its fields: ``("date",)``, ``("Client", "created")``."""

_SCALAR = str | bool | int | float | None

_set_class: Callable[[Record, type], None] = object.__dict__["__class__"].__set__


def has_path(model: type[Any], path: Path) -> bool:
    """Whether the path leads to a field of the model or of its relations."""
    field = next((field for field in shape(model) if field.name == path[0]), None)
    if field is None or len(path) == 1:
        return field is not None
    return field.kind in ("record", "records") and has_path(field.type, path[1:])


def relaxed(model: type[Any], paths: frozenset[Path]) -> type[Any]:
    """The model with the fields at these paths open; the model itself for none."""
    if not paths:
        return model
    known = {field.name: field for field in shape(model)}
    defaults = {field.name: field for field in msgspec.structs.fields(model)}
    fields = [
        (known[name].attribute, _open(known[name], inner), _like(defaults[known[name].attribute]))
        for name, inner in _by_field(paths).items()
    ]
    return msgspec.defstruct(model.__name__, fields, bases=(model,), frozen=True, kw_only=True)


def settle(
    model: type[Record], records: Sequence[Record], paths: frozenset[Path], date_format: str | None
) -> tuple[set[int], set[Path]]:
    """Type the open fields of records that were read as ``relaxed(model, paths)``, and make them the model's own.

    Returns the numbers of the records in which a value could not be typed, and the paths that did hold odd values.
    Raises ``DateFormatNeeded`` and ``SpellingNeeded``.
    """
    failed: set[int] = set()
    odd: set[Path] = set()
    known = {field.name: field for field in shape(model)}
    for name, inner in _by_field(paths).items():
        field = known[name]
        column = _Column(field, model, records, date_format)
        if field.kind in ("record", "records"):
            wrong, within = column.settle_related(inner)
            odd |= {(name, *path) for path in within}
        else:
            wrong = column.settle()
        failed |= wrong
        if column.odd:
            odd.add((name,))
    deque(map(_set_class, records, repeat(model)), maxlen=0)
    return failed, odd


class _Column:
    """One open field of all records of a page."""

    __slots__ = ("_date_format", "_field", "_place", "_records", "_values", "odd")

    def __init__(self, field: Field, model: type[Record], records: Sequence[Record], date_format: str | None) -> None:
        self._field = field
        self._records = records
        self._date_format = date_format
        self._values: list[Any] = list(map(attrgetter(field.attribute), records))
        self._place: Callable[[Record, Any], None] = getattr(model, field.attribute).__set__
        self.odd = False

    def settle(self) -> set[int]:
        """Type a column of plain values; texts that repeat are read once."""
        seen: dict[str, Any] = {}
        failed: set[int] = set()
        for index, (record, value) in enumerate(zip(self._records, self._values, strict=True)):
            if value is None and self._field.nullable:
                continue
            text = type(value) is str
            if text and value in seen:
                self._place(record, seen[value])
            elif not self._type(index, value):
                failed.add(index)
            elif text:
                seen[value] = getattr(record, self._field.attribute)
        return failed

    def settle_related(self, paths: frozenset[Path]) -> tuple[set[int], set[Path]]:
        """Type a column of related records, or of what stood in their place."""
        usual = list if self._field.many else Record
        good = list(map(isinstance, self._values, repeat(usual)))
        failed = {
            index
            for index, (as_usual, value) in enumerate(zip(good, self._values, strict=True))
            if not (as_usual or (value is None and not self._field.many)) and not self._type(index, value)
        }
        parents = [index for index, as_usual in enumerate(good) if as_usual]
        children = list(compress(self._values, good))
        if self._field.many:
            parents = [index for index, rows in zip(parents, children, strict=True) for _ in rows]
            children = list(chain.from_iterable(children))
        wrong, odd = settle(self._field.type, children, paths, self._date_format)
        return failed | {parents[index] for index in wrong}, odd

    def _type(self, index: int, value: Any) -> bool:
        issues: list[Issue] = []
        typed = read_field(self._field, value, self._date_format, issues)
        self.odd = self.odd or typed is None or str(typed) != str(value)
        self._place(self._records[index], typed)
        return not issues


def _by_field(paths: Iterable[Path]) -> dict[str, frozenset[Path]]:
    inner: dict[str, set[Path]] = {}
    for name, *rest in sorted(paths):
        found = inner.setdefault(name, set())
        if rest:
            found.add(tuple(rest))
    return {name: frozenset(found) for name, found in inner.items()}


def _open(field: Field, inner: frozenset[Path]) -> Any:
    if field.kind == "record":
        return relaxed(field.type, inner) | list[Any] | _SCALAR
    if field.kind == "records":
        return list[relaxed(field.type, inner)] | dict[str, Any] | _SCALAR  # type: ignore[misc]
    return Any


def _like(field: msgspec.structs.FieldInfo) -> Any:
    if field.default_factory is not msgspec.NODEFAULT:
        return msgspec.field(default_factory=field.default_factory, name=field.encode_name)
    return msgspec.field(default=field.default, name=field.encode_name)
