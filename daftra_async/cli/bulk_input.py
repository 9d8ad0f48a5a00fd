"""A file of drafts, read one by one: JSON lines as they stand or flat, rows of a CSV or Parquet file as documents."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from hashlib import blake2b
from pathlib import Path
from typing import Any

import attrs
import msgspec

from .._wire.draft import Draft
from .._wire.suggestion import did_you_mean
from .bulk_plan import Plan
from .calls import draft_of
from .drafts import as_wire
from .exits import Refusal
from .fields import Unfit, draft_from, field_rows, fields_of, has_lines

Row = Mapping[str, Any]

_KINDS: Mapping[type, str] = {list: "a list", str: "a text", int: "a number", Decimal: "a number", type(None): "null"}


@attrs.frozen
class Document:
    """One draft in the documented shape, and where in the file it stands."""

    place: str
    wire: Mapping[str, Any]


@attrs.frozen
class Problem:
    """Something in the file that cannot be sent."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


def read_documents(plan: Plan) -> Iterator[Document | Problem]:
    """Every document of the file, in order. The same file always gives the same documents.

    Raises ``Refusal`` for a file that cannot be read at all.
    """
    draft = draft_of(plan.resource)
    if not plan.source.is_file():
        raise Refusal(f"there is no file {plan.source}")
    match plan.source.suffix.lower():
        case ".jsonl" | ".ndjson":
            yield from _json_lines(plan, draft)
        case ".csv":
            yield from _table(_csv_columns(plan.source), _csv_rows(plan.source), plan, draft)
        case ".parquet":
            yield from _table(_parquet_columns(plan.source), _parquet_rows(plan.source), plan, draft)
        case _:
            raise Refusal(f"{plan.source.name}: give a file that ends in .jsonl, .csv or .parquet")


def _json_lines(plan: Plan, draft: type[Draft]) -> Iterator[Document | Problem]:
    decoder = msgspec.json.Decoder(float_hook=Decimal)
    with plan.source.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            place = f"line {number}"
            try:
                value = decoder.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                yield Problem(place, f"no JSON ({error}): write one object to a line, in UTF-8")
                continue
            if not isinstance(value, dict):
                yield Problem(place, f"a draft is a JSON object, not {_KINDS.get(type(value), 'this')}")
                continue
            try:
                yield Document(place, as_wire(value, draft, allow_unknown=plan.allow_unknown))
            except Unfit as error:
                yield Problem(place, str(error))


def _table(
    columns: Sequence[str], rows: Iterable[tuple[str, Row]], plan: Plan, draft: type[Draft]
) -> Iterator[Document | Problem]:
    """The documents of a table; where a column cannot be one of a draft, that alone, once and not row by row."""
    _refuse_unknown_columns(columns, plan)
    strangers = [problem for column in columns if (problem := _column_problem(column, plan, draft))]
    yield from strangers or _documents(rows, plan, draft)


def _refuse_unknown_columns(columns: Sequence[str], plan: Plan) -> None:
    """A misspelt ``--group-by`` would make a document of every line of it."""
    named = [("--group-by", plan.group_by)] if plan.group_by is not None else []
    named += [("--column", column) for column in plan.renamed]
    named += [("--ignore", column) for column in plan.ignore]
    for option, column in named:
        if columns and column not in columns:
            raise Refusal(f"{option} {column}: {plan.source.name} has no such column{did_you_mean(column, columns)}")


def _column_problem(column: str, plan: Plan, draft: type[Draft]) -> Problem | None:
    fields = fields_of(draft)
    name = plan.renamed.get(column, column)
    if column in plan.ignore or (column == plan.group_by and name not in fields):
        return None
    head, dot, inner = name.partition(".")
    if head in fields and not dot:
        return None
    if has_lines(fields.get(head)):
        # Lines are drafts of their own, each with its fields.
        if inner in (lines := fields_of(fields[head].type)):
            return None
        hint = did_you_mean(inner, lines).replace(": did you mean ", f": did you mean {head}.")
    else:
        hint = did_you_mean(name, [row.name for row in field_rows(draft)])
    name = draft.__name__.removesuffix("Draft")
    if {";", "\t"} & set(column):
        return Problem(f"line 1, column {column!r}", f"no field of {name}: separate the columns by commas")
    advice = f"rename it with `--column '{column}=FIELD'` or leave it out with `--ignore '{column}'`"
    return Problem(f"line 1, column {column!r}", f"no field of {name}{hint} ({advice})")


def _csv_columns(path: Path) -> list[str]:
    """The header. Raises ``Refusal`` for one that names a column twice: one of them would be lost."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            columns = next(csv.reader(file, strict=True), [])
        except (csv.Error, UnicodeDecodeError) as error:
            raise Refusal(f"{path.name}, line 1: no CSV in UTF-8 ({error}): save it as such") from None
    twice = sorted({column for column in columns if columns.count(column) > 1})
    if twice:
        raise Refusal(f"{path.name}, line 1: the column {twice[0]!r} is there twice: rename or remove one")
    return columns


def _csv_rows(path: Path) -> Iterator[tuple[str, Row]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        try:
            for row in reader:
                place = f"line {reader.line_num}"
                if None in row:
                    raise Refusal(f"{path.name}, {place}: more cells than columns: put a cell with a comma in quotes")
                yield place, {name: cell for name, cell in row.items() if cell not in (None, "")}
        except (csv.Error, UnicodeDecodeError) as error:
            raise Refusal(
                f"{path.name}, from line {reader.line_num + 1} on: no CSV in UTF-8 ({error}): close an open quote, or "
                "save it as such"
            ) from None


@contextmanager
def _parquet(path: Path) -> Iterator[Any]:
    from ..export.columns import pyarrow

    pa, parquet = pyarrow(), pyarrow("pyarrow.parquet")
    try:
        with parquet.ParquetFile(path) as file:
            yield file
    except pa.ArrowInvalid as error:
        raise Refusal(f"{path.name}: no Parquet file ({error}): write it anew, or as .csv or .jsonl") from None


def _parquet_columns(path: Path) -> list[str]:
    with _parquet(path) as file:
        names: list[str] = file.schema_arrow.names
        return names


def _parquet_rows(path: Path) -> Iterator[tuple[str, Row]]:
    with _parquet(path) as file:
        number = 0
        for batch in file.iter_batches(batch_size=1000):
            for row in batch.to_pylist():
                number += 1
                yield f"row {number}", {name: value for name, value in row.items() if value is not None}


def _documents(rows: Iterable[tuple[str, Row]], plan: Plan, draft: type[Draft]) -> Iterator[Document | Problem]:
    renamed, ignored = plan.renamed, set(plan.ignore)
    group: list[tuple[str, Row]] = []
    begun: dict[bytes, str] = {}
    current: Any = None
    for place, row in rows:
        value = None if plan.group_by is None else row.get(plan.group_by)
        if group and (value is None or value != current):
            yield _document(group, plan, draft, renamed, ignored)
            group = []
        if value is not None and not group:
            # Sixteen bytes instead of the text: a million groups are to fit into memory.
            first = begun.setdefault(blake2b(str(value).encode(), digest_size=16).digest(), place)
            if first != place:
                yield Problem(place, f"{plan.group_by}={value} again after {first}: sort the rows by that column")
        group.append((place, row))
        current = value
    if group:
        yield _document(group, plan, draft, renamed, ignored)


def _document(
    group: list[tuple[str, Row]], plan: Plan, draft: type[Draft], renamed: Mapping[str, str], ignored: set[str]
) -> Document | Problem:
    place = group[0][0]
    values: dict[str, Any] = {}
    try:
        for here, row in group:
            place = here
            line: dict[str, dict[str, Any]] = {}
            for column, cell in row.items():
                name = renamed.get(column, column)
                # The grouping column may be a field of the document too, or nothing but a grouping.
                if column in ignored or (column == plan.group_by and name not in fields_of(draft)):
                    continue
                head, dot, inner = name.partition(".")
                if dot:
                    line.setdefault(head, {})[inner] = cell
                else:
                    _one_value(values, name, cell)
            for head, fields in line.items():
                values.setdefault(head, []).append(fields)
        return Document(group[0][0], draft(**draft_from(draft, values)).to_wire())
    except Unfit as error:
        return Problem(place if len(group) > 1 else group[0][0], str(error))


def _one_value(values: dict[str, Any], name: str, cell: Any) -> None:
    if values.setdefault(name, cell) != cell:
        raise Unfit(
            f"{name}={cell!r}, but the rows before of the same document say {values[name]!r}: write one of them in all"
        )
