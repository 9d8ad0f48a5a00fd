"""The rows of a list answer as records, by the fastest path that reads them without loss."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any, Generic, TypeVar

import attrs

from .envelope import Paging, find_rows, open_json, paging_in, refusal_in
from .messages import Response
from .naming import is_concerned, renamed, sent_names
from .record import Issue, Record, field_names, numbers
from .repair import Repairer
from .settings import DecodeSettings
from .source import split_rows
from .text import SpellingNeeded, parse
from .typed_lists import Layout, ListReader
from .wrapper import unwrap

R = TypeVar("R", bound=Record)

_V1 = "/api2"


@attrs.frozen(kw_only=True)
class DecodedRows(Generic[R]):
    """The records of a list answer, their numbers among its rows, where the rows stand, the paging, the issues, and the
    relations that hold any records, where that is known."""

    records: list[R]
    places: Sequence[int]
    path: tuple[str, ...]
    paging: Paging
    issues: tuple[Issue, ...] = ()
    inside: Collection[str] | None = None


def read_rows(response: Response, model: type[R], settings: DecodeSettings) -> DecodedRows[R] | None:
    """The rows, ``None`` for an answer that holds no list.

    Raises the ``ResponseError`` that a 2xx body means, ``UnexpectedResponse`` for no JSON, and ``DateFormatNeeded``.
    """
    reader = ListReader(date_format=settings.date_format, keep_raw=settings.keep_raw, v2=renames(response, model))

    def check(said: Mapping[str, Any]) -> None:
        refusal = refusal_in(said, response)
        if refusal is not None:
            raise refusal

    layout = Layout(model, ("data",), response.operation.model_key)
    typed = reader.read(response.body, layout, check)
    if typed is None:
        return _read_odd_answer(response, _RowReader(model, response, settings.date_format))
    paging = paging_in(typed.said)
    if not typed.doubtful:
        places = numbers(len(typed.records))
        return DecodedRows(records=typed.records, places=places, path=layout.path, paging=paging, inside=typed.inside)
    rows, texts = _RowReader(model, response, settings.date_format), split_rows(response.body, layout.path)
    read = [rows.parse(i, texts[i]) if i in typed.doubtful else record for i, record in enumerate(typed.records)]
    return rows.result(read, layout.path, paging)


def _read_odd_answer(response: Response, reader: _RowReader[R]) -> DecodedRows[R] | None:
    """The rows of an answer whose envelope is not the usual one."""
    try:
        answer = find_rows(open_json(response))
        records = [reader.read(index, row) for index, row in enumerate(answer.rows)] if answer else []
    except SpellingNeeded:
        answer = find_rows(open_json(response, spellings=True))
        records = [reader.read(index, row, spelled=True) for index, row in enumerate(answer.rows)] if answer else []
    return None if answer is None else reader.result(records, answer.path, answer.paging)


def renames(response: Response, model: type[Record]) -> bool:
    """Whether relations may stand under v2's names in this answer."""
    return response.operation.base != _V1 and is_concerned(model)


def names_on_wire(response: Response, model: type[Record]) -> frozenset[str]:
    """The names that the model's fields may have in this answer."""
    return sent_names(model) if renames(response, model) else field_names(model)


class _RowReader(Generic[R]):
    """Reads rows one by one and notes what stood where none could be read."""

    def __init__(self, model: type[R], response: Response, date_format: str | None) -> None:
        self._model = model
        self._names = names_on_wire(response, model)
        self._renames = renames(response, model)
        self._model_key = response.operation.model_key
        self._repairer = Repairer(model, date_format)
        self._no_records: list[Issue] = []

    def parse(self, index: int, text: Any) -> R | None:
        """The record of an unparsed row; ``None`` where it is no object."""
        try:
            return self.read(index, parse(text))
        except SpellingNeeded:
            return self.read(index, parse(text, spellings=True), spelled=True)

    def read(self, index: int, row: Any, *, spelled: bool = False) -> R | None:
        """The record of a parsed row; ``None`` where it is no object."""
        found = unwrap(row, self._model_key, self._names)
        if isinstance(found, dict):
            found = renamed(found, self._model) if self._renames else found
            return self._repairer.read(found, spelled=spelled)
        self._no_records.append(Issue(path=(index,), field=self._model.__name__, value=row, expected="an object"))
        return None

    def result(self, records: Sequence[R | None], path: tuple[str, ...], paging: Paging) -> DecodedRows[R]:
        """The records that there are, with all issues in the order of the rows."""
        found = [(place, record) for place, record in enumerate(records) if record is not None]
        issues = [issue.inside(place) for place, record in found for issue in record.issues]
        return DecodedRows(
            records=[record for _, record in found],
            places=[place for place, _ in found],
            path=path,
            paging=paging,
            issues=tuple(sorted(issues + self._no_records, key=lambda issue: int(issue.path[0]))),
        )
