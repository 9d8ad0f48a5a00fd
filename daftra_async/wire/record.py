"""``Record``: the base of what the server sends. ``Issue``: what it sent and nobody can type."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Annotated, Any

import attrs
import msgspec

from .encode import encode_body
from .shape import attributes, relations
from .source import Child, Children, Text, View
from .text import NotJson, parse

Date = date
"""A calendar day."""

DateTime = Annotated[datetime, msgspec.Meta(tz=False)]
"""A time in the account's own zone, without one: the server sends none."""

NO_ID: Any = None
"""The ``id`` of a record that came without a usable one; typed so that every other record's ``id`` is an ``int``."""


@attrs.frozen(kw_only=True)
class Issue:
    """A value that could not be typed; the attribute is ``None`` and the value stays here and in ``raw``.

    ``path`` leads from the record (or, on a page, from the row's number) to the value, ``field`` is the last name in
    it, ``expected`` says what would have been understood.
    """

    path: tuple[str | int, ...]
    field: str
    value: Any = attrs.field(repr=False)
    expected: str

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.path))}: expected {self.expected}, got {type(self.value).__name__}"

    def inside(self, *steps: str | int) -> Issue:
        """The same issue, told from further out."""
        return attrs.evolve(self, path=(*steps, *self.path))


class Record:
    """A value the server sent. Subclasses are frozen, slotted attrs classes whose attribute names are the wire names.

    Equality compares the typed fields only. Pickling and copying keep the record's own JSON and its issues.
    """

    __slots__ = ("_issues", "_place", "_view")

    _issues: tuple[Issue, ...]
    _place: Any
    _view: View

    @property
    def raw(self) -> dict[str, Any]:
        """The record's JSON as the server sent it, fractions as exact ``Decimal``; ``{}`` for a record made by hand or
        decoded without its text. Parsed anew on each call: keep the result if you need it twice."""
        view: View | None = getattr(self, "_view", None)
        found = None if view is None else view.load(self._place)
        return found if isinstance(found, dict) else {}

    @property
    def unknown(self) -> dict[str, Any]:
        """The fields of ``raw`` that this model does not name."""
        names = field_names(type(self))
        return {key: value for key, value in self.raw.items() if key not in names}

    @property
    def issues(self) -> tuple[Issue, ...]:
        """The values of this record, and of the records inside it, that could not be typed."""
        found: tuple[Issue, ...] = getattr(self, "_issues", ())
        return found

    def json(self, name: str) -> Any:
        """The field ``name`` of ``raw``, parsed where it is JSON text inside a string; as it is where it is not."""
        value = self.raw.get(name)
        if not isinstance(value, str):
            return value
        try:
            return parse(value)
        except NotJson:
            return value

    def __repr__(self) -> str:
        fields = ((field.alias or field.name, getattr(self, field.name)) for field in attributes(type(self)))
        told = ", ".join(f"{name}={value!r}" for name, value in fields if value is not None and value != [])
        return f"{type(self).__name__}({told})"

    def __reduce__(self) -> tuple[Any, ...]:
        fields = attributes(type(self))
        values = tuple(getattr(self, field.name) for field in fields)
        raw = self.raw
        return _restore, (type(self), values, encode_body(raw) if raw else None, self.issues)


def field_names(model: type[Record]) -> frozenset[str]:
    """The wire names that a model knows."""
    found = _field_names.get(model)
    if found is None:
        found = _field_names[model] = frozenset(field.name for field in attributes(model))
    return found


_field_names: dict[type[Record], frozenset[str]] = {}


def attach(record: Record, view: View, place: Any) -> None:
    """Tell a record, and the records inside it, where their JSON is."""
    set_view(record, view)
    set_place(record, place)
    for relation in relations(type(record)):
        value = getattr(record, relation.attribute)
        if relation.many:
            children = Children(view, place, relation.name)
            for index, item in enumerate(value):
                attach(item, children, index)
        elif value is not None:
            attach(value, Child(view, relation.name), place)


def _restore(model: type[Record], values: tuple[Any, ...], text: bytes | None, issues: tuple[Issue, ...]) -> Record:
    record = model.__new__(model)
    for field, value in zip(attributes(model), values, strict=True):
        object.__setattr__(record, field.name, value)
    if text is not None:
        attach(record, Text(text), None)
    if issues:
        set_issues(record, issues)
    return record


set_view: Callable[[Record, View], None] = Record.__dict__["_view"].__set__
set_place: Callable[[Record, Any], None] = Record.__dict__["_place"].__set__
set_issues: Callable[[Record, tuple[Issue, ...]], None] = Record.__dict__["_issues"].__set__
