"""Filters and sorting of the v2 lists, written so that they cannot be misspelt: the server ignores what it does not
know.

A filter is a mapping of field to condition: ``{"payment_status": 0, "summary_total": gte(1000), "date":
[from_("2026-01-01"), to("2026-01-31")]}``. All fields must hold, and all conditions of one field. A plain value means
equality, ``None`` means that the field is empty, and a set or a frozenset means ``in_``. A field of a related record
is written with a dot: ``"client.email"``. ``any_of`` makes a group of which one condition is enough; an account's
server takes one such group per list.

Because the server ignores a field that it does not know, and answers with everything, fields are checked against those
that the documentation gives the entity. One that it lacks is written ``undocumented("my_field")``, here, in ``sort=``
and in the ``query=`` of a v1 list.
"""

from __future__ import annotations

import re
import typing
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from math import isfinite
from typing import Any, Literal

import attrs

from ._paging.page_source import QueryPairs
from ._wire.encode import encode_scalar
from .errors import ConfigurationError


class Undocumented(str):
    """A name that the documentation lacks: see ``undocumented``."""

    __slots__ = ()


def undocumented(name: str) -> str:
    """A field or parameter that the documentation lacks and that you know the server to have: it is sent unchecked.

    ``where={undocumented("mine"): 1}``, ``sort=undocumented("-mine")``, ``query={undocumented("phone1"): "…"}``.
    If the server does not have it either, it ignores the condition and answers with every row.
    """
    return Undocumented(name)


Scalar = str | int | float | Decimal | bool | date | Enum
Operator = Literal["eq", "not_equal", "gt", "gte", "lt", "lte", "from", "to", "like", "in", "not_in", "is_null"]
Direction = Literal["asc", "desc"]
Sort = str | Sequence[str] | Mapping[str, Direction]

_FIELD = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*")


@attrs.frozen
class Condition:
    """One comparison of a field: an operator of the server's and what to compare with."""

    operator: Operator
    value: Scalar | tuple[Scalar, ...]


def eq(value: Scalar) -> Condition:
    """The field equals the value; the same as the plain value."""
    return Condition("eq", _scalar(value))


def not_equal(value: Scalar) -> Condition:
    """The field differs from the value."""
    return Condition("not_equal", _scalar(value))


def gt(value: Scalar) -> Condition:
    """The field is greater than the value, or later."""
    return Condition("gt", _scalar(value))


def gte(value: Scalar) -> Condition:
    """The field is the value or greater."""
    return Condition("gte", _scalar(value))


def lt(value: Scalar) -> Condition:
    """The field is less than the value, or earlier."""
    return Condition("lt", _scalar(value))


def lte(value: Scalar) -> Condition:
    """The field is the value or less."""
    return Condition("lte", _scalar(value))


def from_(value: Scalar) -> Condition:
    """A range begins at the value, which belongs to it."""
    return Condition("from", _scalar(value))


def to(value: Scalar) -> Condition:
    """A range ends at the value, which belongs to it."""
    return Condition("to", _scalar(value))


def like(pattern: str) -> Condition:
    """The text matches a pattern; ``%`` stands for any text, as in SQL."""
    return Condition("like", pattern)


def in_(values: Iterable[Scalar]) -> Condition:
    """The field is one of the values."""
    return Condition("in", _several(values))


def not_in(values: Iterable[Scalar]) -> Condition:
    """The field is none of the values."""
    return Condition("not_in", _several(values))


def is_null(value: bool = True) -> Condition:
    """The field is empty; with ``False``, it is not."""
    return Condition("is_null", bool(value))


@attrs.frozen
class AnyOf:
    """Conditions of which one is enough."""

    fields: Mapping[str, object]


def any_of(fields: Mapping[str, object] | None = None, /, **more: object) -> AnyOf:
    """A group of which one condition is enough: ``any_of({"client.email": like("%@acme.com")}, payment_status=0)``."""
    return AnyOf({**(fields or {}), **more})


Where = Mapping[str, object] | AnyOf | Sequence[Mapping[str, object] | AnyOf]


def filter_query(where: Where | None) -> QueryPairs:
    """The query pairs of a filter: ``filter[f]=v``, ``filter[f][op]=v``, ``filter[f][in][]=v``,
    ``filter[or][f][op]=v``. The documentation's form of a condition is understood too: ``{"date": {"gte": …}}``.

    Raises ``ConfigurationError`` for a field name that is none, an empty list of values, a value of a kind that no
    field holds, and a second ``any_of``.
    """
    parts = [where] if isinstance(where, Mapping | AnyOf) else list(where or ())
    if sum(isinstance(part, AnyOf) for part in parts) > 1:
        raise ConfigurationError("two any_of groups in one filter: the server knows one; put their conditions into it")
    pairs: list[tuple[str, str]] = []
    for part in parts:
        group = isinstance(part, AnyOf)
        fields = part.fields if isinstance(part, AnyOf) else part
        if not isinstance(fields, Mapping):
            raise ConfigurationError(
                f"where={part!r}: give a mapping of field to condition, any_of(…), or a list of them"
            )
        for field, value in fields.items():
            pairs += _field_pairs(f"filter[or][{_field(field)}]" if group else f"filter[{_field(field)}]", value, group)
    return tuple(pairs)


def fields_of(where: Where | None) -> list[str]:
    """The fields that a filter looks at, in their order."""
    parts = [where] if isinstance(where, Mapping | AnyOf) else list(where or ())
    return [field for part in parts for field in (part.fields if isinstance(part, AnyOf) else part)]


def sort_query(sort: Sort | None) -> QueryPairs:
    """``"date"`` as ``sort[date]=asc``, ``"-date"`` as ``sort[date]=desc``; several fields in their order. The
    documentation's form is understood too: ``{"date": "desc"}``.

    Raises ``ConfigurationError`` for a field name that is none, and for a direction that is none.
    """
    return tuple((f"sort[{_field(field)}]", direction) for field, direction in sorting(sort))


def sorting(sort: Sort | None) -> list[tuple[str, Direction]]:
    """The fields of an ordering with their directions."""
    if isinstance(sort, Mapping):
        for direction in sort.values():
            if direction not in ("asc", "desc"):
                raise ConfigurationError(f"sort={sort!r}: give 'asc' or 'desc' for each field")
        return list(sort.items())
    return [_descending_or_not(field) for field in ([sort] if isinstance(sort, str) else sort or ())]


def _descending_or_not(field: object) -> tuple[str, Direction]:
    if not isinstance(field, str):
        raise ConfigurationError(f"sort={field!r}: give a field, '-field' for descending, or a list of them")
    bare = field.removeprefix("-")
    name = Undocumented(bare) if isinstance(field, Undocumented) else bare
    return name, "asc" if bare == field else "desc"


def _field_pairs(key: str, value: object, spelled_out: bool) -> Iterator[tuple[str, str]]:
    """A plain value outside a group needs no operator; everything else has its operator written out."""
    for condition in _conditions(value):
        if isinstance(condition.value, tuple):
            yield from ((f"{key}[{condition.operator}][]", encode_scalar(item)) for item in condition.value)
        elif condition.value is value and not spelled_out:
            yield key, encode_scalar(value)
        else:
            yield f"{key}[{condition.operator}]", encode_scalar(condition.value)


def _conditions(value: object) -> Iterator[Condition]:
    if isinstance(value, Condition):
        yield value
    elif value is None:
        yield is_null()
    elif isinstance(value, Mapping):
        yield from (_written_out(operator, operand) for operator, operand in value.items())
    elif isinstance(value, set | frozenset):
        yield in_(sorted(value, key=encode_scalar))
    elif isinstance(value, list | tuple):
        if not value or not all(isinstance(item, Condition) for item in value):
            raise ConfigurationError(f"{value!r}: give a list of conditions, or in_(…) for one of several values")
        yield from value
    else:
        yield Condition("eq", _scalar(value))


def _written_out(operator: object, operand: Any) -> Condition:
    """A condition in the documentation's form: ``{"date": {"gte": "2026-01-01"}}``."""
    if operator not in _OPERATORS:
        raise ConfigurationError(f"{operator!r} is no comparison of the server's: give one of {', '.join(_OPERATORS)}")
    if operator in ("in", "not_in"):
        return in_(operand) if operator == "in" else not_in(operand)
    return Condition(operator, _scalar(operand))


_OPERATORS: tuple[Operator, ...] = typing.get_args(Operator)


def _scalar(value: object) -> Scalar:
    if isinstance(value, str | int | bool | date | Enum) or (isinstance(value, float | Decimal) and isfinite(value)):
        return value
    raise ConfigurationError(
        f"{value!r} cannot be compared with a field: give a text, number, date, boolean or enum value"
    )


def _several(values: Iterable[Scalar]) -> tuple[Scalar, ...]:
    found = () if isinstance(values, str) else tuple(_scalar(value) for value in values)
    if not found:
        raise ConfigurationError(
            f"{values!r}: give at least one value, in a list; an empty one would let everything through"
        )
    return found


def _field(name: object) -> str:
    if name == "or":
        raise ConfigurationError("'or' is no field: conditions of which one is enough go into any_of(…)")
    if not isinstance(name, str) or not _FIELD.fullmatch(name):
        raise ConfigurationError(
            f"{name!r} is no field: give its name on the wire, with a dot before a relation's field"
        )
    return name
