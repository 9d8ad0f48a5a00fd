"""The slow path: any JSON value in any field becomes a typed value, or ``None`` and an issue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import IntEnum
from typing import Any, TypeVar

import attrs

from .dates import to_date, to_datetime
from .numbers import Untypable, to_bool, to_decimal, to_int, to_text
from .record import Issue, Record, set_issues
from .shape import Field, shape
from .wrapper import as_rows, carries_nothing

R = TypeVar("R", bound=Record)

EXPECTED: Mapping[str, str] = {
    "int": "a whole number",
    "decimal": "a number",
    "bool": "true or false",
    "text": "text",
    "date": "a date",
    "datetime": "a date and time",
    "enum": "one of the values of its kind",
    "record": "one object",
    "records": "a list of objects",
    "list": "a list",
    "dict": "an object",
    "any": "anything",
}


def read_record(model: type[R], value: dict[str, Any], *, date_format: str | None) -> R:
    """A record from parsed JSON. What cannot be typed is on its ``issues``. Raises ``DateFormatNeeded``."""
    issues: list[Issue] = []
    fields: dict[str, Any] = {}
    for field in shape(model):
        fields[field.attribute] = read_field(field, value.get(field.name), date_format, issues)
    record = model(**fields)
    if issues:
        set_issues(record, tuple(issues))
    return record


def read_field(field: Field, value: Any, date_format: str | None, issues: list[Issue]) -> Any:
    """The value for one field; what cannot be typed is ``None`` (or an empty list) and is added to ``issues``."""
    try:
        return _READERS[field.kind](field, value, date_format, issues)
    except Untypable:
        issues.append(Issue(path=(field.name,), field=field.name, value=value, expected=EXPECTED[field.kind]))
        return [] if field.kind == "records" or (field.kind == "list" and not field.nullable) else None


_Reader = Callable[[Field, Any, "str | None", list[Issue]], Any]


def _enum(field: Field, value: Any, date_format: str | None, issues: list[Issue]) -> Any:
    plain: Any = to_int(value) if issubclass(field.type, IntEnum) else to_text(value)
    if plain is None or plain == "":
        return None
    try:
        return field.type(plain)
    except ValueError:
        raise Untypable from None


def _record(field: Field, value: Any, date_format: str | None, issues: list[Issue]) -> Record | None:
    if isinstance(value, list) and len(value) == 1:
        value = value[0]
    if value is False or carries_nothing(value):
        return None
    if not isinstance(value, dict):
        raise Untypable
    return _inner(field, value, date_format, issues, field.name)


def _records(field: Field, value: Any, date_format: str | None, issues: list[Issue]) -> list[Record]:
    rows = as_rows(value)
    if not rows and value is not False and not carries_nothing(value):
        raise Untypable
    found = []
    for index, row in enumerate(rows):
        if isinstance(row, dict) and not carries_nothing(row):
            found.append(_inner(field, row, date_format, issues, field.name, index))
        elif not carries_nothing(row):
            issues.append(Issue(path=(field.name, index), field=field.name, value=row, expected="an object"))
    return found


def _inner(
    field: Field, row: dict[str, Any], date_format: str | None, issues: list[Issue], *steps: str | int
) -> Record:
    record: Record = read_record(field.type, row, date_format=date_format)
    issues.extend(issue.inside(*steps) for issue in record.issues)
    return record


def _list(field: Field, value: Any, date_format: str | None, issues: list[Issue]) -> list[Any] | None:
    if carries_nothing(value) and not isinstance(value, list):
        return None if field.nullable else []
    if isinstance(value, dict) and all(key.isdecimal() for key in value):
        value = list(value.values())
    if not isinstance(value, list):
        raise Untypable
    found = []
    for index, item in enumerate(value):
        inner: list[Issue] = []
        typed = read_field(field.type, item, date_format, inner)
        issues.extend(attrs.evolve(issue, path=(field.name, index), field=field.name) for issue in inner)
        found.append(typed)
    return found


def _dict(field: Field, value: Any, date_format: str | None, issues: list[Issue]) -> dict[str, Any] | None:
    if isinstance(value, dict):
        return value
    if value == []:
        return {}
    if value is None or value == "":
        return None if field.nullable else {}
    raise Untypable


_READERS: dict[str, _Reader] = {
    "int": lambda field, value, date_format, issues: to_int(value),
    "decimal": lambda field, value, date_format, issues: to_decimal(value),
    "bool": lambda field, value, date_format, issues: to_bool(value),
    "text": lambda field, value, date_format, issues: to_text(value),
    "date": lambda field, value, date_format, issues: to_date(value, date_format),
    "datetime": lambda field, value, date_format, issues: to_datetime(value, date_format),
    "enum": _enum,
    "record": _record,
    "records": _records,
    "list": _list,
    "dict": _dict,
    "any": lambda field, value, date_format, issues: value,
}
