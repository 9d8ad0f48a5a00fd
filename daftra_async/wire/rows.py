"""The rows of a list answer as records, by the fastest path that reads them without loss."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

import attrs

from .envelope import Paging, find_rows, open_json, paging_in, refusal_in
from .exchange import Response
from .fast import REFUSALS, TypedDecoders, sound, typed_decoders
from .mend import Mender
from .record import Issue, Record, field_names
from .text import SpellingNeeded, parse
from .wrapper import unwrap

R = TypeVar("R", bound=Record)

_HOPELESS = 8
"""After so many more refused than accepted rows the typed decoder is no longer tried on an answer."""


@attrs.frozen(kw_only=True)
class DecodedRows(Generic[R]):
    """The records of a list answer, their numbers among its rows, where the rows stand, the paging and the issues."""

    records: list[R]
    places: Sequence[int]
    path: tuple[str, ...]
    paging: Paging
    issues: tuple[Issue, ...] = ()


def read_rows(response: Response, model: type[R], date_format: str | None) -> DecodedRows[R] | None:
    """The rows, ``None`` for an answer that holds no list.

    Raises the ``ResponseError`` that a 2xx body means, ``UnexpectedResponse`` for no JSON, and ``DateFormatNeeded``.
    """
    decoders = typed_decoders(model, response.operation.model_key)
    try:
        records, said = decoders.page(response.body)
    except REFUSALS:
        return _read_odd_rows(response, decoders, model, date_format)
    refusal = refusal_in(said, response)
    if refusal is not None:
        raise refusal
    if not sound(model, records):
        return _read_odd_rows(response, decoders, model, date_format)
    return DecodedRows(records=records, places=range(len(records)), path=("data",), paging=paging_in(said))


def _read_odd_rows(
    response: Response, decoders: TypedDecoders[R], model: type[R], date_format: str | None
) -> DecodedRows[R] | None:
    try:
        texts, said = decoders.split(response.body)
    except REFUSALS:
        return _read_odd_answer(response, model, date_format)
    refusal = refusal_in(said, response)
    if refusal is not None:
        raise refusal
    reader = _RowReader(model, response.operation.model_key, date_format)
    records = reader.read_typed(decoders, texts)
    return reader.result(records, ("data",), paging_in(said))


def _read_odd_answer(response: Response, model: type[R], date_format: str | None) -> DecodedRows[R] | None:
    """The rows of an answer whose envelope is not the usual one."""
    reader = _RowReader(model, response.operation.model_key, date_format)
    try:
        answer = find_rows(open_json(response))
        records = [reader.read(index, row) for index, row in enumerate(answer.rows)] if answer else []
    except SpellingNeeded:
        answer = find_rows(open_json(response, spellings=True))
        records = [reader.read(index, row) for index, row in enumerate(answer.rows)] if answer else []
    return None if answer is None else reader.result(records, answer.path, answer.paging)


class _RowReader(Generic[R]):
    """Reads rows one by one and notes what stood where none could be read."""

    def __init__(self, model: type[R], model_key: str | None, date_format: str | None) -> None:
        self._model = model
        self._model_key = model_key
        self._mender = Mender(model, date_format)
        self._no_records: list[Issue] = []

    def read_typed(self, decoders: TypedDecoders[R], texts: Sequence[Any]) -> list[R | None]:
        """The records of unparsed rows; ``None`` where a row is no object."""
        records: list[R | None] = []
        typed: list[int] = []
        for index, text in enumerate(texts):
            record = None
            if 2 * len(typed) + _HOPELESS > index:
                try:
                    record = decoders.row(text)
                    typed.append(index)
                except REFUSALS:
                    record = None
            records.append(self._parse(index, text) if record is None else record)
        if not sound(self._model, [record for index in typed if (record := records[index]) is not None]):
            for index in typed:
                record = records[index]
                if record is not None and not sound(self._model, [record]):
                    records[index] = self._parse(index, texts[index])
        return records

    def _parse(self, index: int, text: Any) -> R | None:
        try:
            return self.read(index, parse(text))
        except SpellingNeeded:
            return self.read(index, parse(text, spellings=True))

    def read(self, index: int, row: Any) -> R | None:
        """The record of a parsed row; ``None`` where it is no object."""
        found = unwrap(row, self._model_key, field_names(self._model))
        if isinstance(found, dict):
            return self._mender.read(found)
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
