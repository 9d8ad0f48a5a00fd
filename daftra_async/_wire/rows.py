"""The rows of a list answer as records, by the fastest path that reads them without loss."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Generic, TypeVar

import attrs

from .envelope import Paging, find_rows, open_json, paging_in, refusal_in
from .fast import REFUSALS, PageDecoder, is_valid, page_decoder, refused_path
from .messages import Response
from .record import Issue, Record, field_names
from .relaxed import Path, has_path, settle
from .repair import Repairer
from .text import SpellingNeeded, parse
from .wrapper import unwrap

R = TypeVar("R", bound=Record)

_MOST_OPEN = 12
"""How many odd fields are opened on one page before its rows are read from parsed JSON."""

_last_open: dict[tuple[type[Record], str | None], frozenset[Path]] = {}
"""The fields that held odd values on the last page of a model: an account's pages are odd in the same fields."""


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
    key = response.operation.model_key
    page = _decode_page(response.body, model, key)
    if page is None:
        return _read_odd_answer(response, model, date_format)
    records, said, paths = page
    refusal = refusal_in(said, response)
    if refusal is not None:
        raise refusal
    doubtful = _settle(model, records, paths, date_format, key)
    if doubtful is None:
        return _read_odd_answer(response, model, date_format)
    if not is_valid(model, records):
        doubtful |= {index for index, record in enumerate(records) if not is_valid(model, [record])}
    if not doubtful:
        return DecodedRows(records=records, places=range(len(records)), path=("data",), paging=paging_in(said))
    texts, _ = page_decoder(model, key).split(response.body)
    reader = _RowReader(model, key, date_format)
    read = [reader.parse(i, texts[i]) if i in doubtful else record for i, record in enumerate(records)]
    return reader.result(read, ("data",), paging_in(said))


def _decode_page(
    text: bytes, model: type[R], key: str | None
) -> tuple[list[R], dict[str, Any], frozenset[Path]] | None:
    """The records with the fields that had to be left open, and the envelope; ``None`` where that does not help."""
    paths = _last_open.get((model, key), frozenset())
    while len(paths) <= _MOST_OPEN:
        try:
            decoder: PageDecoder[R] = page_decoder(model, key, paths)
            return *decoder.decode(text), paths
        except REFUSALS as refusal:
            path = refused_path(refusal, key)
            if path is None or path in paths or not has_path(model, path):
                return None
            paths |= {path}
    return None


def _settle(
    model: type[R], records: list[R], paths: frozenset[Path], date_format: str | None, key: str | None
) -> set[int] | None:
    """The numbers of the records that must be read again; ``None`` where all must."""
    if not paths:
        return set()
    try:
        failed, odd = settle(model, records, paths, date_format)
    except SpellingNeeded:
        return None
    _last_open[model, key] = frozenset(odd)
    return failed


def _read_odd_answer(response: Response, model: type[R], date_format: str | None) -> DecodedRows[R] | None:
    """The rows of an answer whose envelope is not the usual one."""
    reader = _RowReader(model, response.operation.model_key, date_format)
    try:
        answer = find_rows(open_json(response))
        records = [reader.read(index, row) for index, row in enumerate(answer.rows)] if answer else []
    except SpellingNeeded:
        answer = find_rows(open_json(response, spellings=True))
        records = [reader.read(index, row, spelled=True) for index, row in enumerate(answer.rows)] if answer else []
    return None if answer is None else reader.result(records, answer.path, answer.paging)


class _RowReader(Generic[R]):
    """Reads rows one by one and notes what stood where none could be read."""

    def __init__(self, model: type[R], model_key: str | None, date_format: str | None) -> None:
        self._model = model
        self._model_key = model_key
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
        found = unwrap(row, self._model_key, field_names(self._model))
        if isinstance(found, dict):
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
