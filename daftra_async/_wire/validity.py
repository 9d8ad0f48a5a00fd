"""What the typed decoders refuse, and what they take though it is nothing that they should."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import cache
from itertools import chain, filterfalse
from operator import attrgetter
from typing import Any

import msgspec

from .record import Record, getter, values_of
from .shape import relations, shape

REFUSALS = (msgspec.MsgspecError, ValueError, ArithmeticError, RecursionError)
"""What the typed decoders raise for text or values that they do not take."""


def is_valid(model: type[Record], records: Sequence[Record]) -> bool:
    """Whether no record, and no record inside one, holds what the decoder takes silently and should not.

    That is a NaN or infinite number, and a record or related record in which nothing was found: an empty object, or
    one in a wrapper that was not expected.
    """
    amounts = amounts_of(model)
    return (
        not empty_ones(model, records)
        and (amounts is None or not unreal_ones(amounts, records))
        and all(_valid_children(attrgetter(one.attribute), one.type, one.many, records) for one in relations(model))
    )


def _valid_children(get: Callable[[Any], Any], related: type[Record], many: bool, records: Sequence[Record]) -> bool:
    column: Iterable[Any] = filter(None, map(get, records))
    children: list[Record] = list(chain.from_iterable(column) if many else column)
    return not children or is_valid(related, children)


Amounts = Callable[[Any], tuple[Any, ...]]
"""Gives some amounts of a record."""


def unreal_ones(amounts: Amounts, records: Sequence[Record]) -> list[int]:
    """The numbers of the records that hold an amount which is no number, or has no end."""
    if all(map(Decimal.is_finite, filter(None, chain.from_iterable(map(amounts, records))))):
        return []
    found = enumerate(map(amounts, records))
    return [index for index, each in found if not all(map(Decimal.is_finite, filter(None, each)))]


@cache
def amounts_of(model: type[Record], *, except_for: frozenset[str] = frozenset()) -> Amounts | None:
    """What gives a record's amounts, but for some fields by their wire names; ``None`` if it has none."""
    fields = (field for field in shape(model) if field.kind == "decimal" and field.name not in except_for)
    return getter(field.attribute for field in fields)


def empty_ones(model: type[Record], records: Sequence[Record]) -> list[int]:
    """The numbers of the records in which nothing was found."""
    get_id, nothing = _empty(model)
    get = values_of(model)
    suspects = records if get_id is None else list(filterfalse(get_id, records))
    if not suspects or nothing not in map(get, suspects):
        return []
    return [index for index, record in enumerate(records) if get(record) == nothing]


@cache
def _empty(model: type[Record]) -> tuple[Callable[[Any], Any] | None, tuple[Any, ...]]:
    has_id = any(field.name == "id" for field in shape(model))
    return attrgetter("id") if has_id else None, values_of(model)(model())
