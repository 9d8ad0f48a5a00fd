"""``Draft``: the base of what is sent. The server wants other shapes than it gives; the class says which.

A generated draft class is ``@attrs.define(kw_only=True)`` and carries:

``_wire_section: ClassVar[str | None]``
    the key that the main part stands under (``"Invoice"``); ``None`` where the body is the draft itself (v2), and in
    every nested draft (an invoice's line).
``_wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]]``
    attribute → place in the body. ``(None, "client_id")`` is a key of the main part. ``("InvoiceItem", "")`` is the
    whole section beside it. ``("Payment", "date")`` is a key of the object in that section. An attribute that is not
    listed stands in the main part under its own name.
``_record_fields: ClassVar[Mapping[str, str]]`` (may be left out)
    attribute → wire name in the record, where ``from_record`` cannot guess it. The guess is the wire key for the main
    part, in the record's case (requisitions are written with ``Status`` and read with ``status``), and the section's
    name for a whole section; a ``""`` says that the attribute is never taken from a record.

Attributes that are not set hold ``UNSET`` and are not sent; ``None`` is sent as ``null``.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime
from enum import Enum
from typing import Any, ClassVar, NamedTuple, Self, cast

import attrs
from msgspec import UNSET, UnsetType

from ..errors import ConfigurationError
from .numbers import Untypable, to_int
from .record import Record
from .shape import shape
from .wrapper import carries_nothing


class Draft:
    """What a create or an update sends; see the module's text for what a subclass declares."""

    __slots__ = ()

    _wire_section: ClassVar[str | None] = None
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {}
    _record_fields: ClassVar[Mapping[str, str]] = {}

    def to_wire(self) -> dict[str, Any]:
        """The body in its documented shape: the main part under its key, the other sections beside it.

        Days and times are ISO text, enumerations their values, decimals stay ``Decimal``: ``encode_body`` writes them
        exactly. Raises ``ConfigurationError`` for the text of a day or time that is not ISO: the server would store the
        first of January 1970.
        """
        main, sections = self._parts()
        return {**main, **sections} if self._wire_section is None else {self._wire_section: main, **sections}

    def _parts(self) -> tuple[dict[str, Any], dict[str, Any]]:
        main: dict[str, Any] = {}
        sections: dict[str, Any] = {}
        for field in _attributes(type(self)):
            value = getattr(self, field.name)
            if value is UNSET:
                continue
            if field.name in _moments(type(self)):
                value = _moment(value, f"{type(self).__name__}.{field.name}")
            section, key = self._wire_fields.get(field.name, (None, field.name))
            if section is None:
                main[key] = _plain(value)
            elif key in ("", section):
                sections[section] = _plain(value)
            else:
                sections.setdefault(section, {})[key] = _plain(value)
        return main, sections

    @classmethod
    def from_record(cls, record: Record, *, ignoring: Collection[str] = ()) -> Self:
        """The draft that would write this record back: writable fields that hold something, children with their ids,
        and the ids of related records that the record shows in their place. What is read in another form than it is
        written in (a photo, a budget with its currency) stays unset: ``left_out`` names it.

        ``ignoring`` names attributes that the caller sets anew; they stay unset. Raises ``ConfigurationError`` where a
        writable value could not be typed: sending the record back without it would erase it.
        """
        values: dict[str, Any] = {}
        untyped = {issue.path[0] for issue in record.issues}
        for copied in _conversions(cls, type(record)):
            if copied.attribute in ignoring:
                values[copied.argument] = UNSET
                continue
            if copied.source in untyped:
                raise ConfigurationError(
                    f"{type(record).__name__}.{copied.source} holds a value that could not be read, and sending the "
                    f"record back would erase it: set {copied.attribute} yourself or correct the record on the server"
                )
            value = getattr(record, copied.record_attribute)
            if value is None and copied.source.endswith("_id"):
                value = _id_of(getattr(record, copied.source.removesuffix("_id"), None))
            written = _draft_value(value, copied.inner)
            values[copied.argument] = written if _fits(written, copied.hint) else UNSET
        for field in _attributes(cls):
            if field.default is attrs.NOTHING:
                values.setdefault(field.alias or field.name, UNSET)
        return cls(**values)


def left_out(draft: Draft, record: Record) -> list[str]:
    """The attributes that the draft made from this record leaves unset although the record holds something there."""
    return [
        copied.attribute
        for copied in _conversions(type(draft), type(record))
        if getattr(draft, copied.attribute) is UNSET and not carries_nothing(getattr(record, copied.record_attribute))
    ]


def with_empty_days(draft: Draft, record: Record) -> Draft:
    """The draft with ``None`` for the days and times that the record can show and does not have."""
    empty = {
        copied.argument: None
        for copied in _conversions(type(draft), type(record))
        if copied.attribute in _moments(type(draft)) and getattr(draft, copied.attribute) is UNSET
    }
    return _evolved(draft, empty)


def readable(draft: Draft, record: type[Record]) -> Draft:
    """The draft without what a record of this class does not show, as an invoice's new payments."""
    shown = {copied.attribute for copied in _conversions(type(draft), record)}
    hidden = {field.alias or field.name: UNSET for field in _attributes(type(draft)) if field.name not in shown}
    return _evolved(draft, hidden)


def _evolved(draft: Draft, changes: Mapping[str, Any]) -> Draft:
    found: Draft = attrs.evolve(cast("Any", draft), **changes)
    return found


def body_of(written: Draft | Mapping[str, Any], *, id: int | None = None, new: bool = False) -> dict[str, Any]:
    """The body for a draft or for a mapping in the documented shape; ``id`` where the body names the record too.

    ``new`` is for a create: a draft made from another record leaves the ids of that record's lines behind.
    """
    if isinstance(written, Draft):
        body = (_without_line_ids(written) if new else written).to_wire()
    elif isinstance(written, Mapping):
        body = dict(written)
    else:
        hint = "its to_draft()" if isinstance(written, Record) else "a draft, or a mapping in the documented shape"
        raise ConfigurationError(f"a {type(written).__name__} is no body: pass {hint}")
    return body if id is None else {"id": id, **body}


def _without_line_ids(draft: Draft) -> Draft:
    fresh: dict[str, Any] = {}
    for field in _attributes(type(draft)):
        value = getattr(draft, field.name)
        if isinstance(value, list) and any(getattr(line, "id", UNSET) is not UNSET for line in value):
            lines = (attrs.evolve(cast("Any", line), id=UNSET) if isinstance(line, Draft) else line for line in value)
            fresh[field.alias or field.name] = list(lines)
    return _evolved(draft, fresh)


def _moment(value: Any, name: str) -> Any:
    if isinstance(value, str):
        return _iso(value.strip(), name)
    if value is None or isinstance(value, date):
        return value
    raise ConfigurationError(f"{name} is a {type(value).__name__}: pass a date, or its ISO text")


def _iso(text: str, name: str) -> str:
    from dateutil.parser import isoparse

    try:
        if len(text) < len("2026-01-31"):
            raise ValueError
        isoparse(text.replace(" ", "T", 1))
    except ValueError:
        raise ConfigurationError(
            f"{name}={text!r} is no ISO day or time: write 2026-01-31, or pass a date. The server takes any other form "
            "for the first of January 1970"
        ) from None
    return text


def _moments(draft: type[Draft]) -> frozenset[str]:
    """The attributes that hold days or times."""
    found = _moments_of.get(draft)
    if found is None:
        hints = typing.get_type_hints(draft)
        found = frozenset(name for name, hint in hints.items() if {date, datetime} & {hint, *typing.get_args(hint)})
        _moments_of[draft] = found
    return found


_moments_of: dict[type[Draft], frozenset[str]] = {}


class Conversion(NamedTuple):
    """One field to copy: the draft's attribute, its argument and type, the wire name and attribute in the record, and
    the draft class of nested records."""

    attribute: str
    argument: str
    hint: Any
    source: str
    record_attribute: str
    inner: type[Draft] | None


def _attributes(draft: type[Draft]) -> tuple[attrs.Attribute[Any], ...]:
    fields: Any = attrs.fields(cast("type[attrs.AttrsInstance]", draft))
    return tuple(fields)


def _conversions(draft: type[Draft], record: type[Record]) -> tuple[Conversion, ...]:
    found = _found.get((draft, record))
    if found is None:
        found = _found[draft, record] = tuple(_find_conversions(draft, record))
    return found


_found: dict[tuple[type[Draft], type[Record]], tuple[Conversion, ...]] = {}


def _find_conversions(draft: type[Draft], record: type[Record]) -> Iterator[Conversion]:
    known = {field.name: field.attribute for field in shape(record)}
    hints = typing.get_type_hints(draft, include_extras=True)
    for field in _attributes(draft):
        section, key = draft._wire_fields.get(field.name, (None, field.name))
        whole = key if section is None else section if key in ("", section) else ""
        source = draft._record_fields.get(field.name, whole)
        if section is None and source not in known:
            source = source.lower()
        if source in known:
            hint = hints[field.name]
            yield Conversion(field.name, field.alias or field.name, hint, source, known[source], _draft_class(hint))


def _draft_class(hint: Any) -> type[Draft] | None:
    if isinstance(hint, type) and issubclass(hint, Draft):
        return hint
    return next((found for found in map(_draft_class, typing.get_args(hint)) if found is not None), None)


def _id_of(related: Any) -> Any:
    """The id of a related record: an asset shows its ``location`` and is written with ``location_id``."""
    found = related.get("id") if isinstance(related, Mapping) else getattr(related, "id", None)
    try:
        return to_int(found)
    except Untypable:
        return None


def _draft_value(value: Any, inner: type[Draft] | None) -> Any:
    if value is None:
        return UNSET
    if isinstance(value, Record):
        return UNSET if inner is None else inner.from_record(value)
    if isinstance(value, list):
        converted = [_draft_value(item, inner) for item in value]
        return [item for item in converted if item is not UNSET] or (UNSET if value else [])
    return value


def _fits(value: Any, hint: Any) -> bool:
    """Whether a value has the form that a field is written in: a list, an object, a draft, or none of these."""
    if value is None or value is UNSET or hint is Any:
        return True
    if hint in (types.NoneType, UnsetType):
        return False
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return any(_fits(value, member) for member in typing.get_args(hint))
    if typing.get_origin(hint) is list:
        return isinstance(value, list) and all(_fits(item, typing.get_args(hint)[0]) for item in value)
    if typing.get_origin(hint) is dict or hint is dict:
        return isinstance(value, Mapping)
    if isinstance(hint, type) and issubclass(hint, Draft):
        return isinstance(value, hint)
    return not isinstance(value, (list, Mapping, Draft))


def _plain(value: Any) -> Any:
    if isinstance(value, Draft):
        main, sections = value._parts()
        return {**main, **sections}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, datetime):
        return value.replace(tzinfo=None).isoformat(" ", "seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_plain(item) for item in value]
    return value
