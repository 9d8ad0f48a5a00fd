"""Check the values of a list's documented parameters before anything is sent.

The server answers a value that it does not understand with an empty page, and an empty value with everything. What a
parameter takes is read from the types of its generated builder.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from typing import Any

from .._wire.suggestion import nearest
from ..errors import ConfigurationError
from ..filters import Undocumented


def checked_arguments(operation: str, build: Callable[..., Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """The values as they are sent.

    Raises ``ConfigurationError`` that names the parameter and says what it takes.
    """
    hints = parameter_types(build)
    checked: dict[str, Any] = {}
    for name, value in given.items():
        try:
            checked[name] = _checked(hints.get(name, Any), value)
        except ValueError as error:
            raise ConfigurationError(f"{operation}: {name}={value!r}: {error}") from None
    for first, low in checked.items():
        last = f"{first.removesuffix('_from')}_to"
        if first.endswith("_from") and last in checked and not _in_order(low, checked[last]):
            raise ConfigurationError(
                f"{operation}: {first}={low!s} lies behind {last}={checked[last]!s}: there is nothing in between"
            )
    return checked


def check_extra_query(operation: str, build: Callable[..., Any], query: Mapping[str, object]) -> None:
    """Raises ``ConfigurationError`` for names in ``query=`` that the list has as arguments, and for such that it does
    not have and that are not marked with ``filters.undocumented``.
    """
    known = parameter_types(build)
    for name in query:
        if isinstance(name, Undocumented) or name == "request_branch_id":
            continue
        if name in known:
            raise ConfigurationError(f"{operation}: pass {name}=… as an argument, where its value is checked")
        close = nearest(name, known)
        hint = f"did you mean the argument {close}=? " if close else ""
        raise ConfigurationError(
            f"{operation} has no documented parameter {name!r}: {hint}The server answers with every row where it does "
            f'not know one; write undocumented("{name}") if you are sure of it'
        )


@cache
def parameter_types(build: Callable[..., Any]) -> Mapping[str, Any]:
    """The parameters of a generated builder, each with its type."""
    hints = typing.get_type_hints(build)
    return {name: hint for name, hint in hints.items() if name != "return"}


def _checked(hint: Any, value: Any) -> Any:
    """The value as it is sent. Raises ``ValueError`` that says what to pass instead."""
    members = typing.get_args(hint) if typing.get_origin(hint) in (typing.Union, types.UnionType) else (hint,)
    for kind, check in _CHECKS:
        if any(isinstance(member, type) and issubclass(member, kind) for member in members):
            return check(
                value, next(member for member in members if isinstance(member, type) and issubclass(member, kind))
            )
    sequence = next((member for member in members if typing.get_origin(member) is Sequence), None)
    return value if sequence is None else _several(value, typing.get_args(sequence)[0])


def _member(value: Any, choices: type[Enum]) -> Any:
    """A member of an enumeration, or its value: any whole number, since the documentation may lack some."""
    numbers = issubclass(choices, int)
    if isinstance(value, choices) or (numbers and type(value) is int):
        return value
    if numbers and isinstance(value, str) and value.lstrip("-").isdecimal():
        return int(value)
    if isinstance(value, str):
        member = next((each for each in choices if value.strip().lower() in _spellings(each)), None)
        if member is not None and not numbers:
            return member
        if member is not None:
            raise ValueError(f"pass {choices.__name__}.{member.name} or {member.value}")
    listed = ", ".join(f"{each.name} ({each.value})" for each in choices)
    raise ValueError(f"pass a member of {choices.__name__} or its value: {listed}")


def _spellings(member: Enum) -> tuple[str, ...]:
    name = member.name.lower()
    return name, name.replace("_", " "), str(member.value).lower(), str(getattr(member, "label", "")).lower()


def _day(value: Any, _: object) -> Any:
    if isinstance(value, datetime) and value.tzinfo is not None:
        raise ValueError("pass a time without a zone, in the account's own")
    if isinstance(value, date):
        return value
    try:
        if isinstance(value, str) and len(value) >= len("2026-01-31"):
            date.fromisoformat(value[:10])
            datetime.fromisoformat(value)
            return value
    except ValueError:
        pass
    raise ValueError("pass a date, or its ISO text such as 2026-01-31")


def _flag(value: Any, _: object) -> Any:
    if value in (True, False, "0", "1") and not isinstance(value, float):
        return value
    raise ValueError("pass True or False")


def _amount(value: Any, _: object) -> Any:
    try:
        if (
            not isinstance(value, bool)
            and isinstance(value, int | float | str | Decimal)
            and Decimal(str(value)).is_finite()
        ):
            return Decimal(str(value))
    except InvalidOperation:
        pass
    raise ValueError("pass a number such as Decimal('12.50')")


def _whole(value: Any, _: object) -> Any:
    if type(value) is int or isinstance(value, Enum):
        return value
    if isinstance(value, str) and value.lstrip("-").isdecimal():
        return int(value)
    raise ValueError("pass a whole number")


def _text(value: Any, _: object) -> Any:
    if isinstance(value, Enum) or (isinstance(value, str | int) and not isinstance(value, bool) and value != ""):
        return value
    raise ValueError("pass a text that is not empty: the server takes an empty one for no condition")


def _several(value: Any, inner: Any) -> Any:
    values = (
        [value]
        if isinstance(value, str | int)
        else list(value)
        if isinstance(value, Sequence | set | frozenset)
        else []
    )
    if not values:
        raise ValueError("pass at least one value, in a list: an empty one would let everything through")
    return [_checked(inner, each) for each in values]


def _in_order(low: Any, high: Any) -> bool:
    """Amounts by their size; days and times by their ISO text, whatever they were given as."""
    return bool(low <= high) if isinstance(low, Decimal) else str(low) <= str(high)


_CHECKS: tuple[tuple[type, Callable[[Any, Any], Any]], ...] = (
    (Enum, _member),
    (date, _day),
    (Decimal, _amount),
    (bool, _flag),
    (int, _whole),
    (str, _text),
)
"""The narrowest type of a parameter decides: ``date | str`` takes a day, ``InvoiceType | int`` a member."""
