"""Classes to decode a list of records into at once, open where the server's answers are.

A relaxed class is a subclass of its model with the same fields in the same places; only the types of some are open:
fields in which odd values were met, amounts that repeat, and single related records that do, as the client of many
invoices does. Under v2 relations have other names besides. So one pass of the decoder reads the whole page, the open
columns are settled afterwards, and each object becomes the model that it stands for by a change of its class.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, repeat
from operator import attrgetter
from types import GenericAlias
from typing import Any

import msgspec

from .columns import (
    NULL,
    AmountColumn,
    Column,
    ManyColumn,
    NestedColumn,
    OpenColumn,
    Path,
    Reading,
    RelatedColumn,
    Settled,
    TextColumn,
)
from .naming import Names, Relation, is_concerned, spellings
from .no_rows import NO_ROWS
from .record import Record, getter
from .shape import Field, relations, shape
from .validity import amounts_of, empty_ones, unreal_ones

_SCALAR = str | bool | int | float | None

_set_class: Callable[[Any, type], None] = object.__dict__["__class__"].__set__


@lru_cache(maxsize=512)
def relaxed(model: type[Record], paths: frozenset[Path], names: Names) -> Relaxed:
    """The relaxed form of a model, made once."""
    return Relaxed(model, paths, names)


class Relaxed:
    """One model's records as a list of them is decoded: the class, and the columns to settle afterwards.

    The fields at ``paths`` are open; ``names`` are those that v2 sends relations under.
    """

    __slots__ = ("_amounts", "_columns", "_inner", "_lines", "_lists", "_sent", "kind", "model")

    def __init__(self, model: type[Record], paths: frozenset[Path], names: Names) -> None:
        self.model = model
        self._sent = {own: sent for one, own, sent in names if one is model}
        self._inner: dict[str, Relaxed] = {}
        self._columns: list[Column] = []
        self._lists: list[ManyColumn] = []
        within = _by_field(paths)
        self._amounts = amounts_of(model, except_for=frozenset(within))
        infos = {info.name: info for info in msgspec.structs.fields(model)}
        fields = [
            (field.attribute, hint, _with_default(infos[field.attribute], hint, self._sent.get(field.name)))
            for field in shape(model)
            if (hint := self._hint(field, within, names, infos[field.attribute])) is not None
        ]
        self._lines = getter(column.field.attribute for column in self._lists)
        self.kind: Any = msgspec.defstruct(
            model.__name__, fields, bases=(model,), frozen=True, kw_only=True, gc=False, module=model.__module__
        )

    def _hint(
        self, field: Field, within: Mapping[str, frozenset[Path]], names: Names, info: msgspec.structs.FieldInfo
    ) -> Any:
        """What the decoder is to take for a field; ``None`` where the model's own type will do."""
        is_open = field.name in within
        if field.kind == "records":
            return self._rows_hint(field, within.get(field.name, frozenset()), names)
        if field.name in self._sent and field.kind in ("any", "dict"):
            self._columns.append(NestedColumn(field, self.model))
            return Any if is_open else dict[str, Any] | list[dict[str, Any]] | None
        if is_open:
            kind, hint = _OPEN.get(field.kind, (OpenColumn, Any))
            self._columns.append(kind(field, self.model))
            return hint
        if field.kind == "record":
            self._columns.append(RelatedColumn(field, self.model))
        return info.type if field.name in self._sent or field.kind == "list" else None

    def _rows_hint(self, field: Field, paths: frozenset[Path], names: Names) -> Any:
        """The same for a relation to many; ``()`` among the paths opens it itself, the others open what is inside."""
        inner = self._inner[field.name] = relaxed(field.type, paths - {()}, names)
        rows: Any = GenericAlias(list, (inner.kind,))
        if () in paths:
            self._columns.append(ManyColumn(field, self.model, inner.settle))
            return rows | dict[str, Any] | _SCALAR
        self._lists.append(ManyColumn(field, self.model, inner.settle))
        return rows

    def settle(self, records: Sequence[Any], reading: Reading, trial: bool) -> Settled:
        """Type the open fields of records that were decoded as ``kind``, and make them the model's own.

        To be read again are those in which a value could not be typed, and what ``validity`` names. Raises
        ``DateFormatNeeded`` and ``SpellingNeeded``.
        """
        settled = Settled(trial=trial)
        for column in self._columns:
            column.settle(records, reading, settled)
        # Most lists bring no lines: one look at each record tells.
        if self._lines is not None and any(chain.from_iterable(map(self._lines, records))):
            for column in self._lists:
                column.settle(records, reading, settled)
        deque(map(_set_class, records, repeat(self.model)), maxlen=0)
        settled.doubtful.update(empty_ones(self.model, records))
        if self._amounts is not None:
            settled.doubtful.update(unreal_ones(self._amounts, records))
        return settled

    def own_path(self, sent: Sequence[str]) -> Path | None:
        """The model's own names for a path of sent ones; ``None`` where it leads to no field."""
        if not sent:
            return ()
        own = {sent: own for own, sent in self._sent.items()}.get(sent[0], sent[0])
        if not any(field.name == own for field in shape(self.model)):
            return None
        inner = self._inner.get(own)
        rest = () if inner is None else inner.own_path(sent[1:])
        return None if rest is None else (own, *rest)

    def full(self, records: Sequence[Any]) -> frozenset[Relation]:
        """The relations with names of their own in v2 that every one of these records brought, at every level."""
        if not records:
            return frozenset()
        typed = {one.own: one.typed for one in spellings(self.model)}
        found: set[Relation] = set()
        for field in shape(self.model):
            if field.name not in typed and field.name not in self._inner:
                continue
            values = list(map(attrgetter(field.attribute), records))
            if field.name in typed and (all(values) if typed[field.name] else None not in values):
                found.add((self.model, field.name))
            if field.name in self._inner:
                found |= self._inner[field.name].full(list(chain.from_iterable(values)))
        return frozenset(found)


@cache
def paths_of(model: type[Record], kind: str) -> frozenset[Path]:
    """The paths to all fields of a kind, in the records of relations to many as well."""
    found: set[Path] = set()
    for field in shape(model):
        if field.kind == kind:
            found.add((field.name,))
        elif field.many:
            found |= {(field.name, *path) for path in paths_of(field.type, kind)}
    return frozenset(found)


@cache
def renamed_inside(model: type[Record]) -> frozenset[Path]:
    """The paths to single relations in whose records v2 renames others: they are always read from their own text."""
    found: set[Path] = set()
    for field in relations(model):
        if field.many:
            found |= {(field.name, *path) for path in renamed_inside(field.type)}
        elif is_concerned(field.type):
            found.add((field.name,))
    return frozenset(found)


_OPEN: Mapping[str, tuple[type[Column], Any]] = {"decimal": (AmountColumn, Any), "record": (TextColumn, msgspec.Raw)}


def _by_field(paths: Iterable[Path]) -> dict[str, frozenset[Path]]:
    inner: dict[str, set[Path]] = {}
    for name, *rest in paths:
        inner.setdefault(name, set()).add(tuple(rest))
    return {name: frozenset(found) for name, found in inner.items()}


def _with_default(info: msgspec.structs.FieldInfo, hint: Any, sent: str | None) -> Any:
    name = sent or info.encode_name
    if hint is msgspec.Raw:
        return msgspec.field(default=NULL, name=name)
    if info.default_factory is list:
        return msgspec.field(default=NO_ROWS, name=name)
    if info.default_factory is not msgspec.NODEFAULT:
        return msgspec.field(default_factory=info.default_factory, name=name)
    return msgspec.field(default=info.default, name=name)
