"""The fast path: the text of a list straight into typed records, where it is as documented.

Measured on pages of a thousand invoices: less time than parsing the same text to plain values takes. The decoder
refuses a text as a whole and names the field; that field is then left open, for this list and for the next ones, since
an account's pages are odd in the same fields.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from operator import attrgetter
from types import GenericAlias
from typing import Any

import attrs
import msgspec

from .columns import Path
from .naming import Names, names_used, renamed_relation, sent_names, unread_row, usual_names
from .record import Issue, Record
from .related import shared_records
from .relaxed import Relaxed, paths_of, relaxed, renamed_inside
from .shape import Field
from .source import split_rows
from .text import SpellingNeeded, parse
from .tolerant import read_field
from .validity import REFUSALS
from .wrapper import unwrap

_MOST_ODD = 12
"""How many odd fields are opened in one list before its rows are read from parsed JSON."""

_SAMPLE = 20
"""How many rows tell which names a list has for its relations."""

_ENVELOPE = (
    "code", "message", "result", "success", "error", "errors", "validation_errors", "pagination", "meta",
    "current_page", "last_page", "per_page", "total", "next_page_url", "has_more_pages", "links",
)  # fmt: skip


@attrs.frozen
class Layout:
    """Where the records of a list stand in its text: alone in an array, or under ``data``, in wrappers or without."""

    model: type[Record]
    path: tuple[str, ...] = ()
    model_key: str | None = None


@attrs.frozen(kw_only=True)
class TypedList:
    """The records of a list; the numbers of those that the fast path cannot vouch for; the relations that hold any
    records; what the envelope says."""

    records: list[Any]
    doubtful: set[int]
    inside: set[str]
    said: Mapping[str, Any]


_LISTS_TO_TRIAL = 32
"""How many lists are read before all fields whose values may repeat are opened again, to find out whether they do."""

_TRIAL_TEXT = 64 * 1024
"""Bytes that a list must have to be tried so: a short one does not tell."""


@attrs.define
class Learnt:
    """The fields to leave open in the next list of a layout: odd values, or ones that repeat, were met there."""

    paths: frozenset[Path]
    _until_trial: int = 0

    def open(self, model: type[Record], text: bytes) -> tuple[frozenset[Path], bool]:
        """The fields to open for a text, and whether this is a trial."""
        if len(text) < _TRIAL_TEXT:
            return self.paths, False
        self._until_trial -= 1
        if self._until_trial > 0:
            return self.paths, False
        self._until_trial = _LISTS_TO_TRIAL
        return self.paths | paths_of(model, "decimal") | paths_of(model, "record"), True

    def take(self, paths: frozenset[Path], needed: set[Path], model: type[Record], text: bytes) -> None:
        """Learn which of the open fields were needed open; of a short list, only which held odd values."""
        related = paths & paths_of(model, "record") if len(text) < _TRIAL_TEXT else frozenset[Path]()
        self.paths = related.union(needed)


_learnt: dict[Layout, Learnt] = {}
"""By the layout, whatever the account: what one account's lists teach costs another's a little time at most."""

_names_before: dict[type[Any], Names] = {}
"""The names that the last list of a model in v2 had for its relations."""


def _pass(said: Mapping[str, Any]) -> None:
    """An array has no envelope."""


@attrs.frozen(kw_only=True)
class ListReader:
    """Reads the lists of one answer, and the related records in them. ``v2`` tells where relations may be renamed."""

    date_format: str | None
    keep_raw: bool
    v2: bool

    def read(
        self, text: bytes, layout: Layout, check: Callable[[Mapping[str, Any]], object] = _pass
    ) -> TypedList | None:
        """The records of a text; ``None`` where the text is not as documented.

        ``check`` sees what the envelope says before the records are looked at. Raises what it raises, and
        ``DateFormatNeeded``.
        """
        names = _names_before.get(layout.model, usual_names(layout.model)) if self.v2 else frozenset()
        found = self._read_as(text, layout, names, check)
        if found is None or not names:
            return None if found is None else found[0]
        unread = _rows_left_unread(text, layout, names, found)
        if unread and (better := _names_in(text, layout)) != names:
            _names_before[layout.model] = names = better
            found = self._read_as(text, layout, names, check)
            if found is None:
                return None
            unread = _rows_left_unread(text, layout, names, found)
        found[0].doubtful.update(unread)
        return found[0]

    def _read_as(
        self, text: bytes, layout: Layout, names: Names, check: Callable[[Mapping[str, Any]], object]
    ) -> tuple[TypedList, Relaxed] | None:
        learnt = _learnt.setdefault(layout, Learnt(paths_of(layout.model, "record")))
        paths, trial = learnt.open(layout.model, text)
        if self.v2:
            paths |= renamed_inside(layout.model)
        for _ in range(_MOST_ODD):
            form = relaxed(layout.model, paths, names)
            try:
                records, said = _decoder(form.kind, layout.path, layout.model_key)(text)
            except REFUSALS as refusal:
                path = _refused_path(refusal, form, layout)
                if not path or path in paths:
                    return None
                paths |= {path}
                continue
            check(said)
            try:
                settled = form.settle(records, self, trial)
            except SpellingNeeded:
                return None
            learnt.take(paths, settled.needed, layout.model, text)
            typed = TypedList(records=records, doubtful=settled.doubtful, inside=settled.inside, said=said)
            return typed, form
        return None

    def related(self, field: Field, texts: Sequence[bytes]) -> tuple[list[Any], set[int], bool]:
        """What ``columns.Reading`` asks for; records whose text comes again are read once and shared."""
        shared = shared_records(field.type, self.date_format, self.keep_raw, self.v2)
        return shared.of(texts, lambda fresh: self._read_related(field, fresh))

    def _read_related(self, field: Field, texts: Sequence[bytes]) -> list[tuple[Record | None, bool]]:
        objects = [index for index, text in enumerate(texts) if text.startswith(b"{")]
        found = self.read(b"[%b]" % b",".join(texts[index] for index in objects), Layout(field.type))
        typed: dict[int, Record] = {}
        if found is not None:
            pairs = enumerate(zip(objects, found.records, strict=True))
            typed = {index: record for place, (index, record) in pairs if place not in found.doubtful}
        return [
            (typed[index], True) if index in typed else self._read_one(field, text) for index, text in enumerate(texts)
        ]

    def _read_one(self, field: Field, text: bytes) -> tuple[Record | None, bool]:
        issues: list[Issue] = []
        try:
            record = read_field(field, self._renamed(field, parse(text)), self.date_format, issues)
        except SpellingNeeded:
            issues.clear()
            value = self._renamed(field, parse(text, spellings=True))
            record = read_field(field, value, self.date_format, issues)
        return record, not issues

    def _renamed(self, field: Field, value: Any) -> Any:
        return renamed_relation(value, field) if self.v2 else value


def _rows_left_unread(text: bytes, layout: Layout, names: Names, found: tuple[TypedList, Relaxed]) -> set[int]:
    """The rows in which other names count than these."""
    typed, form = found
    if _holds_bare_rows(text, typed):
        return set()
    row = unread_row(layout.model, names, form.full(typed.records))
    if not row.__struct_fields__:
        return set()
    try:
        _decoder(row, layout.path, layout.model_key)(text)
    except REFUSALS:
        one = msgspec.json.Decoder(_wrapped(row, layout.model_key))
        return {index for index, piece in enumerate(split_rows(text, layout.path)) if not _takes(one, piece)}
    return set()


def _holds_bare_rows(text: bytes, typed: TypedList) -> bool:
    """Whether there is no object in the text but the answer, its rows and what its envelope says of paging."""
    place = -1
    for _ in range(len(typed.records) + _objects(typed.said) + 1):
        place = text.find(b"{", place + 1)
        if place < 0:
            return True
    return False


def _objects(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + sum(map(_objects, value.values()))
    return sum(map(_objects, value)) if isinstance(value, list) else 0


def _takes(decoder: msgspec.json.Decoder[Any], text: Any) -> bool:
    try:
        decoder.decode(text)
    except REFUSALS:
        return False
    return True


def _names_in(text: bytes, layout: Layout) -> Names:
    """The names that a list has for its relations, by its first rows."""
    known = sent_names(layout.model)
    rows = [unwrap(parse(row), layout.model_key, known) for row in split_rows(text, layout.path)[:_SAMPLE]]
    return names_used(rows, layout.model)


@lru_cache(maxsize=512)
def _decoder(
    row: type[Any], path: tuple[str, ...], model_key: str | None
) -> Callable[[bytes], tuple[list[Any], dict[str, Any]]]:
    """What decodes a text laid out like this into its rows, and what else its envelope says."""
    rows = GenericAlias(list, (_wrapped(row, model_key),))
    if not path:
        array = msgspec.json.Decoder(rows, strict=False, float_hook=Decimal)
        return lambda text: (array.decode(text), {})
    said: list[Any] = [(name, Any, msgspec.UNSET) for name in _ENVELOPE]
    whole = msgspec.defstruct("Answer", [("data", rows), *said], gc=False)
    answers = msgspec.json.Decoder(whole, strict=False, float_hook=Decimal)
    unwrapped = attrgetter("record")

    def decode(text: bytes) -> tuple[list[Any], dict[str, Any]]:
        answer: Any = answers.decode(text)
        records = answer.data if model_key is None else list(map(unwrapped, answer.data))
        return records, {name: value for name in _ENVELOPE if (value := getattr(answer, name)) is not msgspec.UNSET}

    return decode


def _wrapped(row: type[Any], model_key: str | None) -> type[Any]:
    if model_key is None:
        return row
    fields = [("record", row)]
    return msgspec.defstruct("Row", fields, rename={"record": model_key}, forbid_unknown_fields=True, gc=False)


def _refused_path(refusal: Exception, form: Relaxed, layout: Layout) -> Path | None:
    """The field that a refusal complains of, by the models' names; ``None`` if it names none."""
    found = _REFUSED.search(str(refusal)) if isinstance(refusal, msgspec.ValidationError) else None
    if found is None:
        return None
    names = [name for name in _INDEX.sub("", found[1]).split(".") if name]
    return form.own_path(names if layout.model_key is None else names[1:])


_REFUSED = re.compile(r" - at `\$(?:\.data)?\[\d+\](.*)`$")
_INDEX = re.compile(r"\[\d+\]")
