"""The fast path: a page's text straight into typed records, where it is as documented.

Measured on pages of a thousand invoices: about the time that parsing the same text to plain values takes. The decoder
refuses a text as a whole; what it takes silently and should not is found afterwards by ``is_valid``, column by column.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain, filterfalse, repeat
from operator import attrgetter
from typing import Any, Generic, TypeVar

import msgspec

from .record import Record, set_place, set_view, values_of
from .relaxed import Path, relaxed
from .shape import relations, shape
from .source import Child, Children, View

R = TypeVar("R", bound=Record)

REFUSALS = (msgspec.MsgspecError, ValueError, ArithmeticError, RecursionError)
"""What the typed decoders raise for text or values that they do not take."""

_ENVELOPE = (
    "code", "message", "result", "success", "error", "errors", "validation_errors", "pagination", "meta",
    "current_page", "last_page", "per_page", "total", "next_page_url", "has_more_pages",
)  # fmt: skip


class PageDecoder(Generic[R]):
    """The decoders for one model in one wrapper, with the fields at ``paths`` left open."""

    __slots__ = ("_list", "_pieces", "_unwrap")

    def __init__(self, model: type[R], model_key: str | None, paths: frozenset[Path]) -> None:
        row: Any = relaxed(model, paths)
        if model_key is not None:
            row = msgspec.defstruct(
                "Row", [("record", row)], rename={"record": model_key}, forbid_unknown_fields=True, gc=False
            )
        self._list = _answers_of(row)
        self._pieces = _answers_of(msgspec.Raw)
        self._unwrap: Callable[[Any], R] | None = None if model_key is None else attrgetter("record")

    def decode(self, text: bytes) -> tuple[list[R], dict[str, Any]]:
        """All rows, and what else the envelope says. Raises one of ``REFUSALS``."""
        answer: Any = self._list.decode(text)
        rows: list[R] = answer.data if self._unwrap is None else list(map(self._unwrap, answer.data))
        return rows, _said(answer)

    def split(self, text: bytes) -> tuple[list[msgspec.Raw], dict[str, Any]]:
        """All rows unparsed, and what else the envelope says. Raises one of ``REFUSALS``."""
        answer: Any = self._pieces.decode(text)
        return answer.data, _said(answer)


def _answers_of(row: Any) -> msgspec.json.Decoder[Any]:
    said: list[Any] = [(name, Any, msgspec.UNSET) for name in _ENVELOPE]
    answer = msgspec.defstruct("Answer", [("data", list[row]), *said], gc=False)
    return msgspec.json.Decoder(answer, strict=False, float_hook=Decimal)


def _said(answer: Any) -> dict[str, Any]:
    return {name: value for name in _ENVELOPE if (value := getattr(answer, name)) is not msgspec.UNSET}


@lru_cache(maxsize=512)
def page_decoder(model: type[Any], model_key: str | None, paths: frozenset[Path] = frozenset()) -> PageDecoder[Any]:
    """The decoder for a model's pages, made once."""
    return PageDecoder(model, model_key, paths)


def refused_path(refusal: Exception, model_key: str | None) -> Path | None:
    """The field that a refusal complains of; ``None`` if it names none."""
    found = _REFUSED.search(str(refusal)) if isinstance(refusal, msgspec.ValidationError) else None
    if found is None:
        return None
    names = [name for name in _INDEX.sub("", found[1]).split(".") if name]
    if model_key is not None:
        names = names[1:]
    return tuple(names) or None


_REFUSED = re.compile(r" - at `\$\.data\[\d+\](.*)`$")
_INDEX = re.compile(r"\[\d+\]")


def is_valid(model: type[Record], records: Sequence[Record]) -> bool:
    """Whether no record holds what the decoder takes silently and should not.

    That is a NaN or infinite number, and a record or related record in which nothing was found: an empty object, or
    one in a wrapper that was not expected.
    """
    columns = _columns(model)
    suspects = records if columns.id is None else list(filterfalse(columns.id, records))
    if suspects and columns.empty in map(values_of(model), suspects):
        return False
    if columns.decimals is not None:
        values: Iterable[Any] = map(columns.decimals, records)
        if not all(map(Decimal.is_finite, filter(None, chain.from_iterable(values) if columns.several else values))):
            return False
    return all(_valid_children(get, related, many, records) for get, related, many in columns.relations)


def _valid_children(get: Callable[[Any], Any], related: type[Record], many: bool, records: Sequence[Record]) -> bool:
    column: Iterable[Any] = filter(None, map(get, records))
    children: list[Record] = list(chain.from_iterable(column) if many else column)
    return not children or is_valid(related, children)


class _Columns:
    """Which fields of a model to look through, and how to get them."""

    __slots__ = ("decimals", "empty", "id", "relations", "several")

    def __init__(self, model: type[Record]) -> None:
        decimals = [field.attribute for field in shape(model) if field.kind == "decimal"]
        self.decimals: Callable[[Any], Any] | None = attrgetter(*decimals) if decimals else None
        self.several = len(decimals) > 1
        self.id = attrgetter("id") if any(field.name == "id" for field in shape(model)) else None
        self.relations = [(attrgetter(field.attribute), field.type, field.many) for field in relations(model)]
        self.empty = values_of(model)(model())


def _columns(model: type[Record]) -> _Columns:
    found = _columns_made.get(model)
    if found is None:
        found = _columns_made[model] = _Columns(model)
    return found


_columns_made: dict[type, _Columns] = {}


def attach_all(model: type[Record], records: Sequence[Record], view: View, places: Iterable[Any]) -> None:
    """Tell all records of a page, and the records inside them, where their JSON is."""
    places = places if isinstance(places, list) else list(places)
    _for_each(set_view, records, repeat(view))
    _for_each(set_place, records, places)
    for field in relations(model):
        column = list(map(attrgetter(field.attribute), records))
        if not any(column):
            continue
        if field.many:
            for rows, place in zip(column, places, strict=True):
                if rows:
                    attach_all(field.type, rows, Children(view, place, field.name), range(len(rows)))
        elif all(column):
            attach_all(field.type, column, Child(view, field.name), places)
        else:
            kept = [place for child, place in zip(column, places, strict=True) if child]
            attach_all(field.type, list(filter(None, column)), Child(view, field.name), kept)


def _for_each(do: Callable[[Any, Any], object], records: Iterable[Any], values: Iterable[Any]) -> None:
    deque(map(do, records, values), maxlen=0)
