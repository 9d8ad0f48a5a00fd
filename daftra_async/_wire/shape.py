"""What a record class says about its fields, read once per class from its annotations."""

from __future__ import annotations

import types
import typing
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum, StrEnum
from typing import Annotated, Any, Literal

import attrs
import msgspec

FieldKind = Literal[
    "int", "decimal", "bool", "text", "date", "datetime", "enum", "record", "records", "list", "dict", "any"
]
"""What a field holds; ``record`` is a single relation, ``records`` a relation to many."""


@attrs.frozen(kw_only=True)
class Field:
    """One field: wire name, attribute, what it holds, and the class behind an enum, a relation or a list's items."""

    name: str
    attribute: str
    kind: FieldKind
    type: Any = None
    nullable: bool = True

    @property
    def many(self) -> bool:
        """Whether this is a relation to many."""
        return self.kind == "records"


UNDOCUMENTED = "daftra_async.undocumented"
"""Marks an attribute of a draft that is no field of it."""


def is_model(kind: type[Any]) -> bool:
    """Whether values of this class have fields: records, drafts and other attrs classes."""
    return issubclass(kind, msgspec.Struct) or attrs.has(kind)


def shape(model: type[Any]) -> tuple[Field, ...]:
    """The fields of a record or an attrs class in their order.

    Raises ``NameError`` for an annotation that cannot be resolved.
    """
    found = _shapes.get(model)
    if found is None:
        fields = _fields_of_struct(model) if issubclass(model, msgspec.Struct) else _fields_of_attrs(model)
        found = _shapes[model] = tuple(fields)
    return found


def _fields_of_struct(model: type[Any]) -> Iterator[Field]:
    for field in msgspec.structs.fields(model):
        if not field.encode_name.startswith("$"):
            yield _field(field.encode_name, field.type, field.name)


def _fields_of_attrs(model: type[Any]) -> Iterator[Field]:
    hints = typing.get_type_hints(model, include_extras=True)
    for field in attrs.fields(model):
        if UNDOCUMENTED not in field.metadata:
            yield field_for(field.name, hints[field.name])


def field_for(name: str, hint: Any) -> Field:
    """What a draft's field or a call's argument takes: of ``Date | str``, ``InvoiceType | int`` the narrowest."""
    members = [member for member in _members(hint) if member is not type(None) and not _is_unset(member)]
    narrow = [member for member in members if member not in (str, int)]
    chosen = (narrow or members or [Any])[0]
    if typing.get_origin(chosen) is Sequence:
        chosen = list[typing.get_args(chosen)[0]]  # type: ignore[misc]
    if typing.get_origin(chosen) is Mapping:
        chosen = dict[str, Any]
    return attrs.evolve(_field(name, chosen), nullable=type(None) in _members(hint))


def relations(model: type[Any]) -> tuple[Field, ...]:
    """The fields that hold other records."""
    found = _relations.get(model)
    if found is None:
        found = _relations[model] = tuple(field for field in shape(model) if field.kind in ("record", "records"))
    return found


_shapes: dict[type, tuple[Field, ...]] = {}
_relations: dict[type, tuple[Field, ...]] = {}


def _field(name: str, hint: Any, attribute: str | None = None) -> Field:
    members = [member for member in _members(hint) if member is not type(None) and not _is_unset(member)]
    nullable = len(members) < len(_members(hint))
    if len(members) != 1:
        return Field(name=name, attribute=attribute or name, kind="any", nullable=nullable)
    kind, inner = _kind(members[0])
    return Field(name=name, attribute=attribute or name, kind=kind, type=inner, nullable=nullable)


def _members(hint: Any) -> tuple[Any, ...]:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        return typing.get_args(hint)
    return (hint,)


def _is_unset(member: Any) -> bool:
    return getattr(member, "__name__", "") == "UnsetType"


_SCALARS: dict[Any, FieldKind] = {
    bool: "bool",
    int: "int",
    str: "text",
    Decimal: "decimal",
    date: "date",
    datetime: "datetime",
}


def _kind(hint: Any) -> tuple[FieldKind, Any]:
    origin = typing.get_origin(hint)
    if origin is Annotated:
        return _kind(typing.get_args(hint)[0])
    if hint in _SCALARS:
        return _SCALARS[hint], hint
    if origin is list:
        return _list_kind(typing.get_args(hint)[0])
    if hint is dict or origin is dict:
        return "dict", None
    if hint is list:
        return "list", _field("", Any)
    if isinstance(hint, type) and issubclass(hint, (IntEnum, StrEnum)):
        return "enum", hint
    if isinstance(hint, type) and is_model(hint):
        return "record", hint
    return "any", None


def _list_kind(item: Any) -> tuple[FieldKind, Any]:
    if isinstance(item, type) and is_model(item):
        return "records", item
    return "list", _field("", item)
