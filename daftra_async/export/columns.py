"""Rows as columns: the schema of an exported table and the values in it.

Records of a model: one column for each of its fields, under the field's name on the wire, in the model's order. A
single related record gives a column per field of its own with a dotted name (``Client.business_name``), one level
deep; lists, mappings and whatever lies deeper are JSON text. Kinds are whole numbers, exact decimals, booleans,
dates, times without a zone, and text; an enum gives its number or text.

Rows without a model (``daftra.entity(name)``): the fields of the first page in their order, every one as text
(amounts in plain digits, nested values as JSON), and a last column ``_other`` with the fields that came later, as
JSON.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum, IntEnum
from importlib import import_module
from typing import Any, Literal

import attrs

from .._wire.encode import encode_body
from .._wire.shape import Field, is_model, shape
from ..errors import ConfigurationError

ColumnKind = Literal["int", "decimal", "bool", "date", "datetime", "text", "json"]

OTHER = "_other"
"""The column for the fields of rows without a model that the first page did not have."""

_KINDS: Mapping[str, ColumnKind] = {
    "int": "int",
    "decimal": "decimal",
    "bool": "bool",
    "date": "date",
    "datetime": "datetime",
    "text": "text",
}


@attrs.frozen
class Column:
    """One column: its name, what it holds, and the attributes that lead to its value."""

    name: str
    kind: ColumnKind
    path: tuple[str, ...]


@attrs.frozen
class Columns:
    """The columns of a table; ``of_model`` tells whether the rows are records or dictionaries."""

    columns: tuple[Column, ...]
    of_model: bool
    _known: frozenset[str] = attrs.field(
        init=False, repr=False, eq=False, default=attrs.Factory(lambda self: frozenset(self.names), takes_self=True)
    )

    @classmethod
    def of(cls, rows: Sequence[object], model: type[Any] | None = None) -> Columns:
        """The columns of rows like these, or of the model where it is known."""
        found = model or next((type(row) for row in rows if is_model(type(row))), None)
        if found is not None:
            return cls(tuple(_model_columns(found)), of_model=True)
        names = dict.fromkeys(str(name) for row in rows if isinstance(row, Mapping) for name in row)
        columns = [Column(name, "text", (name,)) for name in names]
        return cls((*columns, Column(OTHER, "json", ())), of_model=False)

    @property
    def names(self) -> list[str]:
        return [column.name for column in self.columns]

    def values(self, row: object) -> list[Any]:
        """The row's values, one for each column, of the column's kind or ``None``."""
        if isinstance(row, Mapping):
            return self._of_mapping(row)
        return [_typed(column.kind, _reach(row, column.path)) for column in self.columns]

    def _of_mapping(self, row: Mapping[str, Any]) -> list[Any]:
        named = [_as_text(row.get(column.name)) for column in self.columns[:-1]]
        other = {name: value for name, value in row.items() if name not in self._known}
        return [*named, _json(other) if other else None]


def plain(value: Any) -> Any:
    """A record as mappings, lists and scalars, under the names on the wire; fields without a value are left out."""
    if is_model(type(value)):
        fields = ((field.name, getattr(value, field.attribute)) for field in shape(type(value)))
        return {name: plain(item) for name, item in fields if item is not None and item != []}
    if isinstance(value, Mapping):
        return {str(name): plain(item) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    return value.value if isinstance(value, Enum) else value


def pyarrow(module: str = "pyarrow") -> Any:
    """The library behind Arrow and Parquet, loaded when it is needed: it is large, and an extra.

    Raises ``ConfigurationError`` where it is not installed.
    """
    try:
        return import_module(module)
    except ImportError:
        raise ConfigurationError("Arrow and Parquet need pyarrow: install daftra-async with its extra export") from None


def arrow_schema(columns: Columns, *, decimal_places: int) -> Any:
    """The ``pyarrow.Schema``: ``int64``, ``decimal128(38, decimal_places)``, ``bool``, ``date32``, ``timestamp[us]``,
    text.
    """
    pa = pyarrow()
    types: dict[ColumnKind, Any] = {
        "int": pa.int64(),
        "decimal": pa.decimal128(38, decimal_places),
        "bool": pa.bool_(),
        "date": pa.date32(),
        "datetime": pa.timestamp("us"),
        "text": pa.string(),
        "json": pa.string(),
    }
    return pa.schema([pa.field(column.name, types[column.kind]) for column in columns.columns])


def arrow_batch(columns: Columns, rows: Sequence[object], *, decimal_places: int) -> Any:
    """The rows as one ``pyarrow.RecordBatch``.

    Raises ``ConfigurationError`` for a value that its column cannot hold exactly, such as an amount of more decimals.
    """
    pa = pyarrow()
    schema = arrow_schema(columns, decimal_places=decimal_places)
    table = [columns.values(row) for row in rows]
    arrays = []
    for place, field in enumerate(schema):
        try:
            arrays.append(pa.array([values[place] for values in table], type=field.type))
        except (pa.ArrowException, OverflowError) as error:
            raise ConfigurationError(
                f"column {field.name}: {error}; give a larger decimal_places, or export to .jsonl or .csv"
            ) from None
    return pa.RecordBatch.from_arrays(arrays, schema=schema)


def _model_columns(model: type[Any]) -> Iterator[Column]:
    for field in shape(model):
        if field.kind == "record":
            for inner in shape(field.type):
                yield Column(f"{field.name}.{inner.name}", _kind(inner), (field.attribute, inner.attribute))
        else:
            yield Column(field.name, _kind(field), (field.attribute,))


def _kind(field: Field) -> ColumnKind:
    if field.kind == "enum":
        return "int" if issubclass(field.type, IntEnum) else "text"
    return _KINDS.get(field.kind, "json")


def _reach(row: object, path: Sequence[str]) -> Any:
    value: Any = row
    for step in path:
        value = None if value is None else getattr(value, step)
    return value


def _typed(kind: ColumnKind, value: Any) -> Any:
    if value is None or (kind == "json" and value in ("", [], {})):
        return None
    if kind == "json":
        return _json(plain(value))
    raw = value.value if isinstance(value, Enum) else value
    return str(raw) if kind == "text" else raw


def _as_text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Mapping | list):
        return _json(value)
    return as_text(value)


def as_text(value: Any) -> str:
    """A scalar as text: booleans as ``true`` and ``false``, decimals in plain digits, dates in ISO form."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    return value.isoformat() if isinstance(value, date) else str(value)


def _json(value: Any) -> str:
    return encode_body(value).decode()
