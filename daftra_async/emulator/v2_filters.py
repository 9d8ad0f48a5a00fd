"""v2's filter language: ``filter[field][op]=value`` with its operators, ``or`` groups and dotted relations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

import attrs

from .account import Account
from .store import Values
from .tables import relations
from .unknown_names import hint
from .wireforms import number_text

_FILTER = re.compile(r"filter((?:\[[^\[\]]*\])+)\Z")
_PART = re.compile(r"\[([^\[\]]*)\]")
_SORT = re.compile(r"sort\[([^\[\]]+)\]\Z")
_OWN = frozenset({"id", "created", "modified", "deleted_at", "branch_id"})
_MULTIPLE = frozenset({"in", "not_in"})


@attrs.frozen
class Condition:
    """One condition: a field, dotted where it lies in a relation, an operator and its values."""

    field: str
    operator: str
    values: tuple[str, ...]
    alternative: bool = False


def parse_filters(query: Iterable[tuple[str, str]]) -> list[Condition]:
    """The conditions of a query string; what is no filter, or no known operator, is left out."""
    gathered: dict[tuple[str, str, bool], list[str]] = {}
    for key, value in query:
        match = _FILTER.match(key)
        parts = _PART.findall(match.group(1)) if match else []
        alternative = bool(parts) and parts[0] == "or"
        parts = [part for part in parts[alternative:] if part]
        if not parts or len(parts) > 2:
            continue
        operator = parts[1] if len(parts) == 2 else "eq"
        if operator not in _OPERATORS:
            continue
        values = gathered.setdefault((parts[0], operator, alternative), [])
        if operator not in _MULTIPLE:
            values.clear()
        values.append(value)
    return [
        Condition(field, operator, tuple(values), alternative)
        for (field, operator, alternative), values in gathered.items()
    ]


def plain_conditions(options: Mapping[str, Any]) -> list[Condition]:
    """The conditions of a multi-entity request, whose filters are plain ``key: value``."""
    return [
        Condition(
            field,
            "in" if isinstance(value, list) else "eq",
            tuple(map(str, value if isinstance(value, list) else [value])),
        )
        for field, value in options.items()
    ]


def select(account: Account, table: str, rows: Iterable[Values], conditions: list[Condition]) -> list[Values]:
    """The rows that hold every condition and, where there are alternatives, one of them; unknown fields hold."""
    candidates = list(rows)
    required = [one for one in conditions if not one.alternative and _known(account, table, candidates, one)]
    alternatives = [one for one in conditions if one.alternative and _known(account, table, candidates, one)]
    return [
        row
        for row in candidates
        if all(_holds(account, table, row, one) for one in required)
        and (not alternatives or any(_holds(account, table, row, one) for one in alternatives))
    ]


def unknown_conditions(
    account: Account, table: str, rows: list[Values], query: Iterable[tuple[str, str]]
) -> dict[str, str]:
    """The filters and sorts that select and order nothing, each with a hint."""
    found: dict[str, str] = {}
    for key, value in query:
        if not key.startswith(("filter", "sort")):
            continue
        column = _SORT.match(key)
        conditions = [Condition(column[1], "eq", ())] if column else parse_filters([(key, value)])
        if not conditions or not _known(account, table, rows, conditions[0]):
            found[key] = hint(conditions[0].field, _columns(account, table, rows)) if conditions else ""
    return found


def _known(account: Account, table: str, rows: list[Values], condition: Condition) -> bool:
    name, dot, _ = condition.field.partition(".")
    if dot:
        return any(relation.v2 == name for relation in relations(table, rows[0] if rows else {}))
    columns = _columns(account, table, rows)
    return name in columns or not columns


def _columns(account: Account, table: str, rows: list[Values]) -> frozenset[str]:
    """The names of a table's columns; none where neither the documentation nor a record tells them."""
    shape = account.table_shape(table)
    found = {*(shape.fields if shape else ()), *(name for row in rows[:50] for name in row)}
    return frozenset(found | _OWN if found else found)


def _holds(account: Account, table: str, row: Values, condition: Condition) -> bool:
    return any(
        _OPERATORS[condition.operator](held, condition.values) for held in _values(account, table, row, condition.field)
    )


def _values(account: Account, table: str, row: Values, field: str) -> list[Any]:
    name, dot, rest = field.partition(".")
    if not dot:
        return [row.get(name)]
    for relation in relations(table, row):
        if relation.v2 != name:
            continue
        if relation.many:
            related = account.store.find(relation.table, relation.column, row["id"])
        else:
            owner = account.store.get(relation.table, row.get(relation.column) or 0, deleted=True)
            related = [owner] if owner else []
        return [value for one in related for value in _values(account, relation.table, one, rest)]
    return []


def _compare(held: Any, value: str) -> int | None:
    if held is None:
        return None
    if isinstance(held, (int, Decimal)):
        try:
            number = Decimal(value)
        except InvalidOperation:
            return None
        return (held > number) - (held < number)
    text = str(held)
    if len(value) == 10 and len(text) > 10:
        text = text[:10]
    return (text > value) - (text < value)


def _equal(held: Any, value: str) -> bool:
    if isinstance(held, (int, Decimal)):
        return _compare(held, value) == 0
    return held is not None and (number_text(held) if isinstance(held, Decimal) else str(held)) == value


def _like(held: Any, pattern: str) -> bool:
    text = pattern.casefold()
    whole = str(held).casefold() if held is not None else None
    if whole is None:
        return False
    if "%" not in text:
        return text in whole
    return re.fullmatch(".*".join(map(re.escape, text.split("%"))), whole, re.DOTALL) is not None


def _ordered(*wanted: int) -> Callable[[Any, tuple[str, ...]], bool]:
    return lambda held, values: _compare(held, values[0]) in wanted


_OPERATORS: Mapping[str, Callable[[Any, tuple[str, ...]], bool]] = {
    "eq": lambda held, values: _equal(held, values[0]),
    "not_equal": lambda held, values: not _equal(held, values[0]),
    "gt": _ordered(1),
    "gte": _ordered(0, 1),
    "lt": _ordered(-1),
    "lte": _ordered(-1, 0),
    "from": _ordered(0, 1),
    "to": _ordered(-1, 0),
    "like": lambda held, values: _like(held, values[0]),
    "in": lambda held, values: any(_equal(held, value) for value in values),
    "not_in": lambda held, values: not any(_equal(held, value) for value in values),
    "is_null": lambda held, values: (held is None) == (values[0] not in {"0", "false", ""}),
}
