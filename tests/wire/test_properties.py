"""Whatever stands in whatever field of whatever model: it decodes, it is typed, and what is writable is kept."""

from __future__ import annotations

import json
import pickle
from datetime import date, datetime
from decimal import Decimal
from enum import IntEnum
from typing import Any, cast

import attrs
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import daftra_async._generated.models as generated
from daftra_async._editing.written_back import left_out
from daftra_async._wire import DecodeSettings, Draft, Record, decode_page, decode_record
from daftra_async._wire.encode import encode_body
from daftra_async._wire.shape import Field, shape
from daftra_async._wire.text import parse
from daftra_async._wire.tolerant import read_record

from . import models
from .models import answer, operation, v1_list

RECORDS = sorted(
    {it for it in map(generated.__getattr__, dir(generated)) if isinstance(it, type) and issubclass(it, Record)},
    key=lambda it: it.__name__,
)
MODELS = [models.Invoice, models.Client, *RECORDS]
WRITABLE = [model for model in [models.Invoice, *RECORDS] if hasattr(model, "to_draft")]
S = DecodeSettings(date_format="DD/MM/YYYY")
quick = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=12)
thorough = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None, max_examples=400)

numbers = st.integers(-(2**70), 2**70) | st.decimals(allow_nan=False, allow_infinity=False).map(float).filter(
    lambda x: abs(x) < 1e300
)
odd_texts = st.sampled_from(
    [
        "",
        "0",
        "1",
        "7",
        "7.0",
        "1,250.00",
        "1_0",
        "NaN",
        "Infinity",
        "null",
        "true",
        "yes",
        "0000-00-00",
        "0000-00-00 00:00:00",
        "2026-01-02",
        "2026-01-02 03:04:05",
        "2026-01-02T03:04:05Z",
        "25/09/2026",
        "99/99/9999",
        "١٢٣",
        "[]",
        '{"a":1}',
        "1e3",
        "1e99999",
        " 5 ",
        "-3",
        "+5",
        "007",
        "24:00:00",
        "2026-02-30",
        "9" * 30,
    ]
)
scalars = st.none() | st.booleans() | numbers | odd_texts | st.text(max_size=6)
anything = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=5,
)


def rows_of(model: type[Record], depth: int = 2) -> st.SearchStrategy[dict[str, Any]]:
    """JSON objects with anything in some of the model's fields, often the right thing for relations."""

    def value(field: Field) -> st.SearchStrategy[Any]:
        if field.kind in ("record", "records") and depth:
            inner = rows_of(field.type, depth - 1)
            return st.one_of(inner, st.lists(inner, max_size=2), anything)
        return anything

    fields = shape(model)

    @st.composite
    def row(draw: st.DrawFn) -> dict[str, Any]:
        chosen = draw(st.lists(st.sampled_from(fields), max_size=6, unique_by=lambda field: field.name))
        found = {field.name: draw(value(field)) for field in chosen}
        found.update(draw(st.dictionaries(st.text(max_size=4), scalars, max_size=1)))
        return found

    return row()


KINDS: dict[str, tuple[type, ...]] = {
    "int": (int,),
    "decimal": (Decimal,),
    "bool": (bool,),
    "text": (str,),
    "date": (date,),
    "datetime": (datetime,),
    "dict": (dict,),
}


def check(record: Record) -> None:
    """Every attribute holds its own type or nothing."""
    for field in shape(type(record)):
        value = getattr(record, field.attribute)
        if field.kind == "records":
            assert all(type(item) is field.type for item in value)
            for item in value:
                check(item)
        elif value is None or field.kind == "any":
            continue
        elif field.kind == "record":
            assert type(value) is field.type
            check(value)
        elif field.kind == "enum":
            assert type(value) is field.type
        elif field.kind == "list":
            assert isinstance(value, list)
        else:
            assert isinstance(value, KINDS[field.kind])
            assert field.kind != "int" or type(value) is int
            assert field.kind != "date" or type(value) is date
            assert field.kind != "decimal" or (type(value) is Decimal and value.is_finite())
            assert field.kind != "datetime" or cast("datetime", value).tzinfo is None


def exact(value: Any) -> Any:
    return json.loads(json.dumps(value), parse_float=Decimal)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@quick
@given(data=st.data())
def test_any_value_in_any_field_decodes(model: type[Record], data: st.DataObject) -> None:
    rows = data.draw(st.lists(rows_of(model), min_size=1, max_size=3))
    op = operation(model_key="Model")
    page = decode_page(answer(v1_list(*({"Model": row} for row in rows)), op), model, S)
    assert len(page) == len(rows)
    for record, row in zip(page, rows, strict=True):
        check(record)
        assert record.raw == exact(row)
        assert set(record.unknown) == set(row) - {field.name for field in shape(model)}
    assert sorted(i.path[0] for i in page.issues) == sorted(n for n, record in enumerate(page) for _ in record.issues)
    assert pickle.loads(pickle.dumps(page.items)) == page.items


@thorough
@example(row={"id": None, "InvoicePayment": [{"method": ""}]}, others=[])
@example(row={"summary_total": "1_0"}, others=[])
@given(row=rows_of(models.Invoice), others=st.lists(rows_of(models.Invoice, 0), max_size=2))
def test_every_path_reads_a_row_alike(row: dict[str, Any], others: list[dict[str, Any]]) -> None:
    op = operation()
    slowly = read_record(models.Invoice, exact_or_spelt(row), date_format=S.date_format)
    alone = decode_page(answer(v1_list({"Invoice": row}), op), models.Invoice, S).items[0]
    rows = [{"Invoice": it} for it in ({"id": 1}, row, *others)]
    among = decode_page(answer(v1_list(*rows), op), models.Invoice, S).items[1]
    assert alone == among == slowly
    for record in (alone, among):
        assert sorted(map(str, record.issues)) == sorted(map(str, slowly.issues))


def exact_or_spelt(row: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = parse(json.dumps(row), spellings=True)
    return found


def wire_form(field: Field) -> st.SearchStrategy[tuple[Any, Any]]:
    """A value in one of its wire forms, and what it is."""
    if field.kind == "int":
        return st.integers(-9, 10**12).flatmap(lambda n: st.sampled_from([(n, n), (str(n), n)]))
    if field.kind == "decimal":
        amounts = st.decimals(-(10**9), 10**9, places=4)
        return amounts.map(lambda d: (str(d), d))
    if field.kind == "bool":
        return st.sampled_from([("0", False), ("1", True), (0, False), (1, True), (True, True)])
    if field.kind == "text":
        return st.text(max_size=6).map(lambda text: (text, text))
    if field.kind == "date":
        days = st.dates(date(1000, 1, 1), date(9999, 12, 31))
        return days.flatmap(
            lambda d: st.sampled_from([(d.isoformat(), d), (f"{d.day:02}/{d.month:02}/{d.year:04}", d)])
        )
    if field.kind == "datetime":
        times = st.datetimes(datetime(1000, 1, 1), datetime(9999, 12, 31)).map(lambda t: t.replace(microsecond=0))
        return times.map(lambda t: (t.isoformat(" "), t))
    if field.kind == "enum" and issubclass(field.type, IntEnum):
        return st.integers(-3, 300).flatmap(lambda n: st.sampled_from([(n, n), (str(n), n)]))
    if field.kind == "enum":
        # The word null is read as nothing, whatever the field.
        return st.text(min_size=1, max_size=4).filter(lambda t: t.lower() != "null").map(lambda text: (text, text))
    return st.nothing()


def sent(value: Any) -> Any:
    """What the body should say for a value."""
    if isinstance(value, datetime):
        return value.isoformat(" ")
    return value.isoformat() if isinstance(value, date) else value


@pytest.mark.parametrize("model", WRITABLE, ids=lambda model: model.__name__)
@quick
@given(data=st.data())
def test_what_is_read_can_be_written_back(model: type[Record], data: st.DataObject) -> None:
    scalar = [field for field in shape(model) if field.kind in (*KINDS, "enum") and field.kind != "dict"]
    chosen = data.draw(st.lists(st.sampled_from(scalar), max_size=12, unique_by=lambda field: field.name))
    pairs = {field.name: data.draw(wire_form(field)) for field in chosen}
    row = {"id": 1, **{name: wire for name, (wire, _) in pairs.items()}}
    record: Any = decode_record(
        answer({"result": "successful", "data": {"Model": row}}, operation(model_key="Model")), model, S
    )
    draft: Draft = record.to_draft()
    body = json.loads(encode_body(draft.to_wire()), parse_float=Decimal)
    main = body if draft._wire_section is None else body[draft._wire_section]
    attributes = {field.name for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(draft)))}
    for attribute in attributes - set(left_out(draft, record)):
        section, key = draft._wire_fields.get(attribute, (None, attribute))
        if section is None and key in pairs and draft._record_fields.get(attribute, key) == key:
            assert main[key] == sent(pairs[key][1])
    assert set(main) <= {*pairs, "id"} | {draft._wire_fields.get(name, (None, name))[1] for name in attributes}
