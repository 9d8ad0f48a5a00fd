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
from .bulk_plan import Plan
from .calls import draft_of
from .exits import Refusal
from .fields import Unfit, draft_from, fields_of, near

Row = Mapping[str, Any]


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
    section = draft._wire_section
    with plan.source.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            place = f"line {number}"
            try:
                value = decoder.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
                yield Problem(place, f"no JSON: {error}")
                continue
            if not isinstance(value, dict):
                yield Problem(place, "a draft is a JSON object")
                continue
            try:
                if section is not None and section in value:
                    check_wire(value, draft, allow_unknown=plan.allow_unknown)
                    yield Document(place, value)
                else:
                    yield Document(place, draft(**draft_from(draft, value)).to_wire())
            except Unfit as error:
                yield Problem(place, str(error))


def check_wire(wire: Mapping[str, Any], draft: type[Draft], *, allow_unknown: bool = False) -> None:
    """Hold a draft in the documented shape against its fields.

    The server ignores names it does not know and reads dates in any other form as 1970: both are refused here. Raises
    ``Unfit``.
    """
    section = draft._wire_section
    main = wire.get(section) if section is not None else wire
    if not isinstance(main, Mapping):
        raise Unfit(f'"{section}" is no object')
    beside = {name: value for name, value in wire.items() if name != section} if section is not None else {}
    places = {draft._wire_fields.get(name, (None, name)): name for name in fields_of(draft)}
    values: dict[str, Any] = {}
    for key, value in main.items():
        _put(values, places, (None, key), value, f"{section or draft.__name__}.{key}", allow_unknown=allow_unknown)
    for key, value in beside.items():
        if (key, "") in places or (key, key) in places:
            values[places.get((key, ""), places.get((key, key), ""))] = value
        elif isinstance(value, Mapping):
            for inner, item in value.items():
                _put(values, places, (key, inner), item, f"{key}.{inner}", allow_unknown=allow_unknown)
        elif not allow_unknown:
            known = [*(name for name, _ in places if name), section or ""]
            raise Unfit(f"there is no section {key!r}{near(key, known)}")
    draft_from(draft, {name: _by_attribute(value, name, draft) for name, value in values.items() if value != ""})


def _put(
    values: dict[str, Any],
    places: Mapping[tuple[str | None, str], str],
    place: tuple[str | None, str],
    value: Any,
    shown: str,
    *,
    allow_unknown: bool,
) -> None:
    if place in places:
        values[places[place]] = value
    elif not allow_unknown:
        names = [key for section, key in places if section == place[0] and key]
        raise Unfit(f"there is no field {shown}{near(place[1], names)}")


def _by_attribute(value: Any, name: str, draft: type[Draft]) -> Any:
    """Lines in the documented shape, under the names that their draft class has for the keys."""
    field = fields_of(draft)[name]
    if field.kind != "records" or not isinstance(value, list):
        return value
    names = {key: attribute for attribute, (_, key) in field.type._wire_fields.items() if key}
    return [
        {names.get(key, key): item for key, item in line.items() if item != ""} if isinstance(line, dict) else line
        for line in value
    ]


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
            raise Refusal(f"{option} {column}: {plan.source.name} has no such column{near(column, columns)}")


def _column_problem(column: str, plan: Plan, draft: type[Draft]) -> Problem | None:
    fields = fields_of(draft)
    name = plan.renamed.get(column, column)
    if column in plan.ignore or (column == plan.group_by and name not in fields):
        return None
    head, dot, inner = name.partition(".")
    if head in fields and not dot:
        return None
    if head in fields and fields[head].kind == "records":
        # Lines are drafts of their own, each with its fields.
        if inner in (lines := fields_of(fields[head].type)):
            return None
        hint = near(inner, lines).replace(": did you mean ", f": did you mean {head}.")
    else:
        hint = near(name, [*fields, *(f"{head}.{inner}" for head, inner in _line_fields(draft))])
    name = draft.__name__.removesuffix("Draft")
    if {";", "\t"} & set(column):
        return Problem(f"column {column!r}", f"no field of {name}: separate the columns by commas")
    advice = f"rename it with --column '{column}=FIELD' or leave it out with --ignore '{column}'"
    return Problem(f"column {column!r}", f"no field of {name}{hint} ({advice})")


def _line_fields(draft: type[Draft]) -> Iterator[tuple[str, str]]:
    for name, field in fields_of(draft).items():
        if field.kind == "records" and isinstance(field.type, type) and issubclass(field.type, Draft):
            yield from ((name, inner) for inner in fields_of(field.type))


def _csv_columns(path: Path) -> list[str]:
    """The header. Raises ``Refusal`` for one that names a column twice: one of them would be lost."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        try:
            columns = next(csv.reader(file, strict=True), [])
        except (csv.Error, UnicodeDecodeError) as error:
            raise Refusal(f"{path.name}, line 1: no CSV in UTF-8 ({error})") from None
    twice = sorted({column for column in columns if columns.count(column) > 1})
    if twice:
        raise Refusal(f"{path.name} has the column {twice[0]!r} twice")
    return columns


def _csv_rows(path: Path) -> Iterator[tuple[str, Row]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        try:
            for row in reader:
                place = f"line {reader.line_num}"
                if None in row:
                    raise Refusal(f"{path.name}, {place}: more cells than columns")
                yield place, {name: cell for name, cell in row.items() if cell not in (None, "")}
        except (csv.Error, UnicodeDecodeError) as error:
            raise Refusal(f"{path.name}, near line {reader.line_num}: no CSV in UTF-8 ({error})") from None


@contextmanager
def _parquet(path: Path) -> Iterator[Any]:
    from ..export.columns import pyarrow

    pa, parquet = pyarrow(), pyarrow("pyarrow.parquet")
    try:
        with parquet.ParquetFile(path) as file:
            yield file
    except pa.ArrowInvalid as error:
        raise Refusal(f"{path.name}: no Parquet file ({error})") from None


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
        raise Unfit(f"{name}={cell!r}, but the rows before of the same document say {values[name]!r}")
