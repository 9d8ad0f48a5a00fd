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
from collections.abc import Callable, Collection, Iterator, Mapping
from operator import attrgetter
from typing import Any, ClassVar, NamedTuple, Self, TypeVar, cast

import attrs
from msgspec import UNSET, UnsetType

from ..errors import ConfigurationError
from .draft_names import Place, by_attribute, names_of
from .draft_values import NESTED, free, refuse, written
from .numbers import Untypable, to_int
from .record import Record
from .shape import UNDOCUMENTED, Field, shape

D = TypeVar("D", bound="Draft")


@attrs.define(kw_only=True)
class Draft:
    """What a create or an update sends; see the module's text for what a subclass declares.

    ``extra`` are fields that the documentation lacks, by their names on the wire: they go into the main part.
    """

    _wire_section: ClassVar[str | None] = None
    _wire_fields: ClassVar[Mapping[str, Place]] = {}
    _record_fields: ClassVar[Mapping[str, str]] = {}

    extra: Mapping[str, Any] | UnsetType = attrs.field(default=UNSET, metadata={UNDOCUMENTED: True})

    def to_wire(self) -> dict[str, Any]:
        """The body in its documented shape: the main part under its key, the other sections beside it.

        Days and times are ISO text, enumerations their values, decimals stay ``Decimal``: ``encode_body`` writes them
        exactly. Lines may be drafts or plain dicts. Raises ``ConfigurationError`` for a value that the server would
        take for another: a day that is not ISO, a float for an amount, an object in the place of a list.
        """
        main, sections = self._parts(type(self).__name__)
        return {**main, **sections} if self._wire_section is None else {self._wire_section: main, **sections}

    def _parts(self, place: str) -> tuple[dict[str, Any], dict[str, Any]]:
        main: dict[str, Any] = {}
        sections: dict[str, Any] = {}
        layout = _layout_of(type(self))
        for given, (field, section, key) in zip(layout.values(self), layout.places, strict=False):
            if given is UNSET:
                continue
            here = f"{place}.{field.name}"
            value = _nested(field, given, here) if field.kind in NESTED else written(field, given, here)
            if section is None:
                main[key] = value
            elif key in ("", section):
                sections[section] = value
            else:
                sections.setdefault(section, {})[key] = value
        return {**main, **self._undocumented(place)}, sections

    def _undocumented(self, place: str) -> dict[str, Any]:
        if isinstance(self.extra, UnsetType):
            return {}
        if not isinstance(self.extra, Mapping):
            raise ConfigurationError(f"{place}.extra is a {type(self.extra).__name__}: pass a dict")
        names = names_of(type(self))
        extra: dict[str, Any] = free(self.extra)
        for name in extra:
            if attribute := names.in_main(name) or names.beside(name):
                raise ConfigurationError(f"{place}.extra holds {name}, which is documented: give it as {attribute}")
        return extra

    @classmethod
    def from_dict(cls, value: Mapping[str, Any], *, unknown: bool = False) -> Self:
        """The draft for a plain dict, in the documented shape (``{"Invoice": {…}, "InvoiceItem": […]}``) or flat, by
        the draft's own attributes (``{"client_id": 1, "items": […]}``).

        Raises ``ConfigurationError`` for a name that is not known, with the one that was meant, and for a required
        field that is missing. With ``unknown`` such names become ``extra``.
        """
        return _from_dict(cls, value, cls.__name__, unknown=unknown)

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
        for copied in conversions(cls, type(record)):
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
            copy = _draft_value(value, copied.inner)
            values[copied.argument] = copy if _fits(copy, copied.hint) else UNSET
        for field in attributes_of(cls):
            if field.default is attrs.NOTHING:
                values.setdefault(field.alias or field.name, UNSET)
        return cls(**values)


def prepare_body(
    kind: type[Draft],
    value: Draft | Mapping[str, Any],
    *,
    id: int | None = None,
    new: bool = False,
    extra: Mapping[str, Any] | None = None,
    unknown: bool = False,
) -> dict[str, Any]:
    """The body for a draft, or for a plain dict in either form that ``Draft.from_dict`` takes: one check for all.

    ``id`` is for a body that names the record too. ``new`` is for a create: a draft made from another record leaves
    the ids of that record's lines behind. ``extra`` are fields that the documentation lacks; with ``unknown`` any name
    of the dict that is not known is one. Raises ``ConfigurationError``, as ``Draft.to_wire`` and ``Draft.from_dict``.
    """
    draft = as_draft(kind, value, extra=extra, unknown=unknown)
    if new:
        draft = _without_line_ids(draft)
    body = draft.to_wire()
    return body if id is None else {"id": id, **body}


def as_draft(
    kind: type[Draft],
    value: Draft | Mapping[str, Any],
    *,
    extra: Mapping[str, Any] | None = None,
    unknown: bool = False,
) -> Draft:
    """A draft as it is, or the one for a plain dict; see ``prepare_body``."""
    if isinstance(value, Mapping):
        value = kind.from_dict(value, unknown=unknown)
    if not isinstance(value, kind):
        hint = "its to_draft()" if isinstance(value, Record) else f"a draft ({kind.__name__}), or a dict"
        raise ConfigurationError(f"a {type(value).__name__} is no body: pass {hint}")
    if not extra:
        return value
    before = {} if isinstance(value.extra, UnsetType) else value.extra
    return evolved(value, {"extra": {**before, **extra}})


def _from_dict(kind: type[D], value: Mapping[str, Any], place: str, *, unknown: bool = False) -> D:
    found = by_attribute(kind, value, place, unknown=unknown)
    missing = [name for name in _layout_of(kind).required if name not in found]
    if missing:
        raise ConfigurationError(f"{place}: {', '.join(missing)} missing")
    return kind(**found)


def _nested(field: Field, value: Any, place: str) -> Any:
    """Drafts or dicts inside a draft, as they are written."""
    if value is None:
        return None
    if field.kind == "record":
        return _one_nested(field, value, place)
    if not isinstance(value, (list, tuple)):
        refuse(field, value, place)
    return [_one_nested(field, item, f"{place}[{index}]") for index, item in enumerate(value)]


def _one_nested(field: Field, value: Any, place: str) -> dict[str, Any]:
    if isinstance(value, Mapping):
        value = _from_dict(field.type, value, place)
    if not isinstance(value, field.type):
        raise ConfigurationError(f"{place} is a {type(value).__name__}: pass a draft ({field.type.__name__}) or a dict")
    main, sections = value._parts(place)
    return {**main, **sections}


def _without_line_ids(draft: Draft) -> Draft:
    fresh: dict[str, Any] = {}
    for name, argument in _layout_of(type(draft)).lists:
        value = getattr(draft, name)
        if isinstance(value, (list, tuple)) and any(map(_has_id, value)):
            fresh[argument] = [_without_id(line) for line in value]
    return evolved(draft, fresh) if fresh else draft


def _has_id(line: Any) -> bool:
    return "id" in line if isinstance(line, Mapping) else getattr(line, "id", UNSET) is not UNSET


def _without_id(line: Any) -> Any:
    if not _has_id(line):
        return line
    if isinstance(line, Mapping):
        return {name: value for name, value in line.items() if name != "id"}
    return evolved(line, {"id": UNSET})


def evolved(draft: D, changes: Mapping[str, Any]) -> D:
    """The draft with some attributes set anew."""
    found: D = attrs.evolve(cast("Any", draft), **changes)
    return found


class _Layout(NamedTuple):
    """Where the values of a draft go, worked out once per class: a draft has over a hundred attributes and sets ten
    (`python -m benchmarks bulk`).
    """

    values: Callable[[Draft], tuple[Any, ...]]
    """The values of the documented fields in their order, and ``extra``."""
    places: tuple[tuple[Field, str | None, str], ...]
    lists: tuple[tuple[str, str], ...]
    """The attributes that can hold lists, with their arguments."""
    required: tuple[str, ...]


def _layout_of(draft: type[Draft]) -> _Layout:
    found = _layouts.get(draft)
    if found is None:
        fields, attributes = shape(draft), attributes_of(draft)
        arguments = {attribute.name: attribute.alias or attribute.name for attribute in attributes}
        found = _layouts[draft] = _Layout(
            values=attrgetter(*(field.name for field in fields), "extra"),
            places=tuple((field, *draft._wire_fields.get(field.name, (None, field.name))) for field in fields),
            lists=tuple(
                (field.name, arguments[field.name]) for field in fields if field.kind in ("records", "list", "any")
            ),
            required=tuple(attribute.name for attribute in attributes if attribute.default is attrs.NOTHING),
        )
    return found


_layouts: dict[type[Draft], _Layout] = {}


class Conversion(NamedTuple):
    """One field to copy: the draft's attribute, its argument and type, the wire name and attribute in the record, and
    the draft class of nested records."""

    attribute: str
    argument: str
    hint: Any
    source: str
    record_attribute: str
    inner: type[Draft] | None


def attributes_of(draft: type[Draft]) -> tuple[attrs.Attribute[Any], ...]:
    """The attributes of a draft that are documented fields."""
    fields: Any = attrs.fields(cast("type[attrs.AttrsInstance]", draft))
    return tuple(field for field in fields if UNDOCUMENTED not in field.metadata)


def conversions(draft: type[Draft], record: type[Record]) -> tuple[Conversion, ...]:
    """What is copied from a record of this class to the draft that writes it back."""
    found = _found.get((draft, record))
    if found is None:
        found = _found[draft, record] = tuple(_findconversions(draft, record))
    return found


_found: dict[tuple[type[Draft], type[Record]], tuple[Conversion, ...]] = {}


def _findconversions(draft: type[Draft], record: type[Record]) -> Iterator[Conversion]:
    known = {field.name: field.attribute for field in shape(record)}
    hints = typing.get_type_hints(draft, include_extras=True)
    for field in attributes_of(draft):
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
