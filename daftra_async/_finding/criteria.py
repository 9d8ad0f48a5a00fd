"""What a record is looked for by: checked before anything is sent, and compared here with every record that comes.

The server compares in ways of its own (numbers partially, text whatever its case) and ignores what it does not know.
So its filters only narrow what is read; whether a record is meant is decided by ``Criterion.holds`` alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs

from .._wire.draft import Draft, conversions
from .._wire.draft_values import refuse, written
from .._wire.numbers import to_bool
from .._wire.record import Record
from .._wire.shape import Field, shape
from .._wire.suggestion import did_you_mean
from ..errors import ConfigurationError
from .folding import folded

_COMPARED: Mapping[str, Callable[[Any], Any]] = {
    "text": str,
    "int": int,
    "decimal": lambda value: Decimal(str(value).strip()),
    "bool": to_bool,
    "enum": str,
    "date": lambda value: str(value)[:10],
    "datetime": lambda value: datetime.fromisoformat(str(value)).replace(tzinfo=None),
}
"""What two values of a kind are compared as; kinds that are not here are not compared."""

_NARROWING = frozenset(("text", "int"))
"""Kinds that the server is asked to compare: those that every form of its data holds alike."""


@attrs.frozen(kw_only=True)
class Criterion:
    """One field and the value that it must have; ``name`` is the field's name on the wire."""

    name: str
    attribute: str
    kind: str
    value: Any
    fold: bool

    @property
    def narrows(self) -> bool:
        """Whether the server may be asked for it: it knows nothing of folding."""
        return self.kind in _NARROWING and not (self.fold and self.kind == "text")

    def holds(self, record: Record) -> bool:
        """Whether the record has exactly this value; what could not be typed is none."""
        found = getattr(record, self.attribute)
        return found is not None and self.comparable(found) == self.comparable(self.value)

    def comparable(self, value: Any) -> Any:
        plain = _COMPARED[self.kind](value.value if isinstance(value, Enum) else value)
        return folded(plain) if self.fold and self.kind == "text" else plain


def criteria(
    resource: str, draft: type[Draft], record: type[Record], fields: Mapping[str, Any], *, fold: bool
) -> tuple[Criterion, ...]:
    """The criteria for some attributes of a draft and their values.

    Raises ``ConfigurationError`` for no field, one that there is not, one that records do not show as a single value,
    and a value that the field cannot hold.
    """
    if not fields:
        raise ConfigurationError(f"{resource}.find needs at least one field: list() gives every record")
    known = comparable_fields(draft, record)
    for name in fields:
        if name not in known:
            raise ConfigurationError(_unknown(resource, name, known))
    return tuple(
        Criterion(
            name=known[name].name,
            attribute=known[name].attribute,
            kind=known[name].kind,
            value=_checked(known[name], value, f"{resource}.find({name}=…)"),
            fold=fold,
        )
        for name, value in fields.items()
    )


def comparable_fields(draft: type[Draft], record: type[Record]) -> Mapping[str, Field]:
    """The attributes of a draft that records show as a single value, each with the record's field."""
    shown = {field.name: field for field in shape(record) if field.kind in _COMPARED}
    return {each.attribute: shown[each.source] for each in conversions(draft, record) if each.source in shown}


def _unknown(resource: str, name: str, known: Mapping[str, Field]) -> str:
    hint = did_you_mean(name, known) or f"; they are found by {', '.join(sorted(known))}"
    return f"{resource} cannot be found by {name!r}{hint}"


def _checked(field: Field, value: Any, place: str) -> Any:
    """The value as JSON holds it. A number in the place of text is refused: the zeros before it would be lost."""
    if value is None or (isinstance(value, str) and not value.strip()):
        raise ConfigurationError(f"{place} is empty: give the value to look for")
    if field.kind == "text" and not isinstance(value, (str, Enum)):
        refuse(field, value, place)
    return written(field, value, place)


def all_hold(criteria: Sequence[Criterion], record: Record) -> bool:
    """Whether a record is one of those looked for."""
    return all(one.holds(record) for one in criteria)
