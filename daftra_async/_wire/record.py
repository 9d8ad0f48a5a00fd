"""``Record``: the base of what the server sends. ``Issue``: what it sent and nobody can type."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from datetime import date, datetime
from itertools import chain, compress, repeat
from operator import attrgetter
from typing import TYPE_CHECKING, Annotated, Any

import attrs
import msgspec

from .naming import Renamed, spellings
from .shape import relations, shape
from .source import Child, Children, Text, View
from .text import NotJson, parse, written

Date = date
"""A calendar day."""

DateTime = Annotated[datetime, msgspec.Meta(tz=False)]
"""A time in the account's own zone, without one: the server sends none."""

NO_ID: Any = None
"""The ``id`` of a record that came without a usable one; typed so that every other record's ``id`` is an ``int``."""


@attrs.frozen(kw_only=True)
class Issue:
    """A value that could not be typed; the attribute is ``None`` and the value stays here and in ``raw``.

    ``path`` leads from the record (or, on a page, from the row's number) to the value, by the names that the models
    know; ``field`` is the last name in it, ``expected`` says what would have been understood.
    """

    path: tuple[str | int, ...]
    field: str
    value: Any = attrs.field(repr=False)
    expected: str

    def __str__(self) -> str:
        return f"{'.'.join(map(str, self.path))}: expected {self.expected}, got {self.got}"

    @property
    def got(self) -> str:
        """What kind of JSON value stood there."""
        kinds = {dict: "an object", list: "an array", str: "text", bool: "a flag", type(None): "null"}
        return kinds.get(type(self.value), "a number")

    def inside(self, *steps: str | int) -> Issue:
        """The same issue, told from further out."""
        return attrs.evolve(self, path=(*steps, *self.path))


if TYPE_CHECKING:
    Hidden = Any
else:
    Hidden = None
    """A type that the decoder fills from nothing but null: no answer can set what is the SDK's own."""


class Record(msgspec.Struct, frozen=True, kw_only=True, eq=False, gc=False):
    """A value the server sent; the generated models derive from it.

    A ``msgspec.Struct``, because rows miss many of their model's fields, and each missing field costs an attrs class a
    failed look-up: measured on pages of invoices, decoding into attrs classes takes three times as long. Attributes
    are named in Python's way and know their wire names (``msgspec.field(name="InvoiceItem")``).

    Records cannot be changed. Equality compares the typed fields only. Pickling and copying keep the record's own JSON
    and its issues. They hold no reference cycles, so the garbage collector leaves them alone.
    """

    _view: Hidden = msgspec.field(default=None, name="$view")
    _place: Hidden = msgspec.field(default=None, name="$place")
    _issues: Hidden = msgspec.field(default=None, name="$issues")

    @property
    def raw(self) -> dict[str, Any]:
        """The record's JSON as the server sent it, fractions as exact ``Decimal``; ``{}`` for a record made by hand or
        decoded without its text. Parsed anew on each call: keep the result if you need it twice."""
        view: View | None = self._view
        found = None if view is None else view.load(self._place)
        return found if isinstance(found, dict) else {}

    @property
    def unknown(self) -> dict[str, Any]:
        """The fields of ``raw`` that this model does not name; v2's relations among them, under the names it sent."""
        names = field_names(type(self))
        return {key: value for key, value in self.raw.items() if key not in names}

    @property
    def issues(self) -> tuple[Issue, ...]:
        """The values of this record, and of the records inside it, that could not be typed."""
        found: tuple[Issue, ...] | None = self._issues
        return found or ()

    def json(self, name: str) -> Any:
        """The field ``name`` of ``raw``, parsed where it is JSON text inside a string; as it is where it is not."""
        value = self.raw.get(name)
        if not isinstance(value, str):
            return value
        try:
            return parse(value)
        except NotJson:
            return value

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        get = values_of(type(self))
        return get(self) == get(other)

    def __ne__(self, other: object) -> bool:
        # The struct brings its own, which compares identities.
        equal = self.__eq__(other)
        return NotImplemented if equal is NotImplemented else not equal

    def __hash__(self) -> int:
        return hash((type(self), getattr(self, "id", None)))

    def __repr__(self) -> str:
        pairs = ((field.attribute, getattr(self, field.attribute)) for field in shape(type(self)))
        told = ", ".join(
            f"{name}={'***' if name in _CONFIDENTIAL else repr(value)}"
            for name, value in pairs
            if value is not None and value != []
        )
        return f"{type(self).__name__}({told})"

    def __reduce__(self) -> tuple[Any, ...]:
        raw, view = self.raw, self._view
        text = Text(written(raw), view.v2) if raw and view is not None else None
        return _restore, (type(self), values_of(type(self))(self), text, self.issues)


_CONFIDENTIAL = frozenset({"access_token", "refresh_token", "password", "client_secret"})


def field_names(model: type[Record]) -> frozenset[str]:
    """The wire names that a model knows."""
    found = _field_names.get(model)
    if found is None:
        found = _field_names[model] = frozenset(field.name for field in shape(model))
    return found


_field_names: dict[type[Record], frozenset[str]] = {}


def attach(
    records: Sequence[Record], view: View, places: Sequence[Any], *, inside: Collection[str] | None = None
) -> None:
    """Tell records, all of one model, and the records inside them, where their JSON is.

    A related record that is shared knows its own text already. ``inside`` names the relations that hold records, where
    that is known.
    """
    if not records:
        return
    model = type(records[0])
    _for_each(set_view, records, repeat(view))
    _for_each(set_place, records, places)
    if view.v2 and spellings(model):
        view = Renamed(view, model)
    fields = [field for field in relations(model) if inside is None or field.name in inside]
    for field in fields:
        column = list(map(attrgetter(field.attribute), records))
        if field.many:
            within = [(place, n) for place, rows in zip(places, column, strict=True) for n in numbers(len(rows))]
            attach(list(chain.from_iterable(column)), Children(view, field.name), within)
        else:
            own = [one is not None and one._view is None for one in column]
            attach(list(compress(column, own)), Child(view, field.name), list(compress(places, own)))


def getter(attributes: Iterable[str]) -> Callable[[Any], tuple[Any, ...]] | None:
    """What gives some attributes of a record, however many; ``None`` for none."""
    names = list(attributes)
    if not names:
        return None
    get: Callable[[Any], Any] = attrgetter(*names)
    return get if len(names) > 1 else lambda record: (get(record),)


def _for_each(do: Callable[[Any, Any], object], records: Iterable[Any], values: Iterable[Any]) -> None:
    deque(map(do, records, values), maxlen=0)


def numbers(count: int) -> Sequence[int]:
    """The first whole numbers, as objects that all lists share: a page's places cost it nothing then."""
    return _NUMBERS[:count] if count <= len(_NUMBERS) else list(range(count))


_NUMBERS = list(range(2048))


def values_of(model: type[Record]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives a record's typed fields, in their order."""
    found = _getters.get(model)
    if found is None:
        found = _getters[model] = getter(field.attribute for field in shape(model)) or (lambda record: ())
    return found


_getters: dict[type[Record], Callable[[Any], tuple[Any, ...]]] = {}


def _restore(model: type[Record], values: tuple[Any, ...], text: Text | None, issues: tuple[Issue, ...]) -> Record:
    record = model(**{field.attribute: value for field, value in zip(shape(model), values, strict=True)})
    if text is not None:
        attach([record], text, [None])
    if issues:
        set_issues(record, issues)
    return record


set_view: Callable[[Record, View], None] = Record.__dict__["_view"].__set__
set_place: Callable[[Record, Any], None] = Record.__dict__["_place"].__set__
set_issues: Callable[[Record, tuple[Issue, ...]], None] = Record.__dict__["_issues"].__set__
