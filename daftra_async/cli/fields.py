"""Text and JSON values as the typed values of a model's field, with words for what is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

import attrs

from .._attribute_docs import attribute_docs
from .._wire.draft import Draft
from .._wire.shape import Field, shape
from .._wire.suggestion import did_you_mean

_TRUE, _FALSE = frozenset({"1", "true", "yes", "on"}), frozenset({"0", "false", "no", "off"})


class Unfit(Exception):
    """A value cannot stand in its field; the message names the field and says what would do."""


def typed(field: Field, value: Any) -> Any:
    """The value for a field of a draft, from the text of a cell or an argument or from parsed JSON.

    Raises ``Unfit``.
    """
    if value is None:
        return None
    try:
        return _READERS[field.kind](field, value)
    except (ValueError, TypeError, InvalidOperation, OverflowError, RecursionError):
        raise Unfit(f"{field.name}={_shown(value)}: {expected(field)} is needed") from None


def expected(field: Field) -> str:
    """What a field takes, in words."""
    if field.kind == "enum":
        return "one of " + ", ".join(f"{member.value} ({member.name.lower()})" for member in field.type)
    return _WORDS.get(field.kind, "a value")


def draft_from(draft: type[Draft], values: Mapping[str, Any], *, partial: bool = False) -> dict[str, Any]:
    """Typed arguments for the draft class, from values by its own field names.

    ``partial`` takes a draft without its required fields. Raises ``Unfit`` for a field that does not exist, a value
    that does not fit and a required one that is missing.
    """
    fields = fields_of(draft)
    found: dict[str, Any] = {}
    for name, value in values.items():
        if name not in fields:
            raise Unfit(f"{name}: no field of {draft.__name__.removesuffix('Draft')}{did_you_mean(name, fields)}")
        found[name] = typed(fields[name], value)
    if not partial and (missing := [name for name in required(draft) if found.get(name) is None]):
        raise Unfit(f"{' and '.join(missing)} missing: no {_kind_of(draft)} can do without")
    return found


_known: dict[type[Draft], dict[str, Field]] = {}


def fields_of(draft: type[Draft]) -> Mapping[str, Field]:
    """The fields of a draft by name, each with what it takes."""
    if draft not in _known:
        _known[draft] = {field.name: field for field in shape(draft)}
    return _known[draft]


@attrs.frozen(kw_only=True)
class FieldRow:
    """A field of a draft, or by a dotted name one of its lines (``items.quantity``), with what it means."""

    name: str
    field: Field
    required: bool
    meaning: str


def field_rows(draft: type[Draft], *, inside: str = "") -> Iterator[FieldRow]:
    """The fields of a draft and of its lines, each line's behind the field that holds it."""
    needed, meanings = required(draft), attribute_docs(draft)
    for name, field in fields_of(draft).items():
        yield FieldRow(name=inside + name, field=field, required=name in needed, meaning=meanings.get(name, ""))
        if has_lines(field):
            yield from field_rows(field.type, inside=f"{name}.")


def has_lines(field: Field | None) -> bool:
    """Whether a field holds lines, each a draft of its own."""
    of = None if field is None or field.kind != "records" else field.type
    return isinstance(of, type) and issubclass(of, Draft)


def required(draft: type[Draft]) -> list[str]:
    """The fields that a draft cannot do without."""
    return [field.name for field in attrs.fields(draft) if field.default is attrs.NOTHING]


def _kind_of(draft: type[Draft]) -> str:
    """``"invoice item"`` for ``InvoiceItemDraft``."""
    name = draft.__name__.removesuffix("Draft")
    return "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in name).strip()


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, default=str, ensure_ascii=False)
    return repr(text if len(text) <= 40 else text[:39] + "…")


def _whole(field: Field, value: Any) -> int:
    if isinstance(value, bool | float) and int(value) != value:
        raise ValueError
    return int(value)


def _amount(field: Field, value: Any) -> Decimal:
    amount = Decimal(str(value).strip())
    if isinstance(value, bool) or not amount.is_finite():
        raise ValueError
    return amount


def _yes_or_no(field: Field, value: Any) -> bool:
    text = str(value).strip().lower()
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    raise ValueError


def _text(field: Field, value: Any) -> str:
    if isinstance(value, str | int | Decimal) and not isinstance(value, bool):
        return str(value)
    raise ValueError


def _day(field: Field, value: Any) -> date:
    if isinstance(value, datetime):
        return value.date()
    # The server stores a date in any other form as the first of January 1970.
    return value if isinstance(value, date) else date.fromisoformat(str(value).strip())


def _moment(field: Field, value: Any) -> datetime:
    return value if isinstance(value, datetime) else datetime.fromisoformat(str(value).strip())


def _member(field: Field, value: Any) -> Any:
    text = str(value).strip()
    for member in field.type:
        if text.lower() == member.name.lower() or text == str(member.value):
            return member
    plain: Any = int(text) if issubclass(field.type, int) else text
    return field.type(plain)


def _list(field: Field, value: Any) -> list[Any]:
    items = _parsed(value) if isinstance(value, str) and value.lstrip().startswith("[") else value
    if isinstance(items, str):
        items = [part.strip() for part in items.split(",")]
    if not isinstance(items, list):
        raise ValueError
    return [typed(attrs.evolve(field.type, name=field.name), item) for item in items]


def _object(field: Field, value: Any) -> dict[str, Any]:
    parsed = _parsed(value) if isinstance(value, str) else value
    if not isinstance(parsed, dict):
        raise ValueError
    return parsed


def _inner(field: Field, value: Any) -> Any:
    parsed = _parsed(value) if isinstance(value, str) else value
    if isinstance(parsed, field.type):
        return parsed
    if not isinstance(parsed, dict):
        raise ValueError
    try:
        return field.type(**draft_from(field.type, parsed))
    except Unfit as error:
        # The words begin with the name of the line's field.
        raise Unfit(f"{field.name}.{error}") from None


def _inners(field: Field, value: Any) -> list[Any]:
    parsed = _parsed(value) if isinstance(value, str) else value
    if not isinstance(parsed, list):
        raise ValueError
    return [_inner(attrs.evolve(field, name=f"{field.name}[{place}]"), item) for place, item in enumerate(parsed)]


def _anything(field: Field, value: Any) -> Any:
    if isinstance(value, str) and value[:1] in "{[":
        return _parsed(value)
    return value


def _parsed(text: str) -> Any:
    return json.loads(text, parse_float=Decimal)


_READERS: Mapping[str, Callable[[Field, Any], Any]] = {
    "int": _whole,
    "decimal": _amount,
    "bool": _yes_or_no,
    "text": _text,
    "date": _day,
    "datetime": _moment,
    "enum": _member,
    "record": _inner,
    "records": _inners,
    "list": _list,
    "dict": _object,
    "any": _anything,
}

_WORDS: Mapping[str, str] = {
    "int": "a whole number",
    "decimal": "a number such as 12.50",
    "bool": "yes or no",
    "text": "text",
    "date": "a date as 2026-09-25",
    "datetime": "a time as 2026-09-25 14:30:00",
    "record": "a JSON object",
    "records": "a JSON list of objects",
    "list": "a list, separated by commas",
    "dict": "a JSON object",
}
