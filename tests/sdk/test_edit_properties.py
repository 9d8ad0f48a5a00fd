"""An edit of any writable field of any editable resource changes that field and nothing else, in whatever form the
account sends its records: on an emulator that resets what a PUT leaves out and refuses what cannot be written."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from enum import IntEnum
from typing import Any

import attrs
import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from daftra_async import OPERATIONS, ApiKey, Daftra, EditRefused
from daftra_async._editing.written_back import left_out
from daftra_async._resource import Editable
from daftra_async._wire.numbers import Untypable, to_decimal
from daftra_async._wire.shape import Field, shape
from daftra_async.emulator import Emulator
from daftra_async.emulator.account import first_segment
from daftra_async.emulator.tables import FURTHER_REFERENCES, REFERENCES, v1_collection, v2_collection

FORMS: tuple[dict[str, Any], ...] = (
    {},
    {"numbers": "strings", "empties": "blank", "children_inside": False},
    {"numbers": "native", "empties": "missing", "single_relations": "list", "unknown_fields": False},
    {"display_dates": "everywhere", "moment_format": "D MMM YYYY", "empty_relations": "null"},
    {"display_dates": "everywhere", "moment_format": "MM/DD/YYYY", "empties": "null", "children_inside": False},
    {"display_dates": "never", "v2_singles_wrapped": True, "v2_empty_relations": "nulls"},
)
EDITABLE = sorted(
    {op.resource for op in OPERATIONS if isinstance(getattr(Daftra("x", auth=ApiKey("k")), op.resource), Editable)}
)
PARENTS: Mapping[str, dict[str, int]] = {"workflow": {"workflow_id": 1}}
"""The ids that stand before a record's own in its path."""
COMPUTED = {"modified", "subtotal", "payment_status"}
FIXED = {"type", "item_type"}
"""What a document's path says: the server keeps it, whatever is written."""

texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zs"]), min_size=1, max_size=8)
VALUES: Mapping[str, st.SearchStrategy[Any]] = {
    "int": st.integers(1, 10**6),
    "decimal": st.decimals(0, 10**6, places=4),
    "bool": st.booleans(),
    "text": texts.filter(lambda text: text.lower() != "null"),
    "enum": st.integers(1, 40),
    "date": st.dates(date(1971, 1, 1), date(2099, 12, 31)),
    "datetime": st.datetimes(datetime(1971, 1, 1), datetime(2099, 12, 31)).map(lambda it: it.replace(microsecond=0)),
}


@pytest.fixture(scope="module")
def accounts() -> list[tuple[Emulator, bytes]]:
    emulators = [Emulator(**form) for form in FORMS]
    return [(emulator, emulator.snapshot()) for emulator in emulators]


@pytest.mark.parametrize("resource", EDITABLE)
@settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_an_edit_changes_one_field_and_nothing_else(
    accounts: list[tuple[Emulator, bytes]], resource: str, data: st.DataObject
) -> None:
    emulator, fresh = accounts[data.draw(st.integers(0, len(FORMS) - 1), label="form")]
    emulator.restore(fresh)
    asyncio.run(edit_one_field(emulator, resource, data))
    assert emulator.app.failures == []


async def edit_one_field(emulator: Emulator, resource: str, data: st.DataObject) -> None:
    table, parents = table_of(resource), PARENTS.get(resource, {})
    http_client = httpx.AsyncClient(transport=emulator.transport())
    key = ApiKey(emulator.api_key)
    async with http_client, Daftra(base_url="http://localhost", auth=key, http_client=http_client) as daftra:
        target: Any = getattr(daftra, resource)
        numbers = sorted([row.id async for row in target.list(*parents.values())])
        number = data.draw(st.sampled_from(numbers), label="record")
        emulator.store.update(table, number, odd_values(emulator, table, number, data))
        record = await target.get(*parents.values(), number)
        field = data.draw(st.sampled_from(writable(record)), label="field")
        value = data.draw(values_of(field, table, emulator), label="value")
        before = rows_of(emulator)
        if set(left_out(record.to_draft(), record)) - {field.attribute}:
            with pytest.raises(EditRefused, match="give them in the same edit"):
                await target.edit(number, **parents, **{field.attribute: value})
            assert rows_of(emulator) == before
            return
        after = await target.edit(number, **parents, **{field.attribute: value})
    assert said(getattr(after, field.attribute)) == said(value)
    others = set(changed(before, rows_of(emulator))) - {(table, number, field.name)}
    assert not others, f"{field.name}={value!r} also changed {sorted(others)}"


def table_of(resource: str) -> str:
    path = next(op.base + op.path for op in OPERATIONS if op.resource == resource and op.name == "get")
    segment = first_segment(path).replace("{workflow_id}", "1")
    return (v1_collection(segment) if path.startswith("/api2") else v2_collection(segment)).table


def odd_values(emulator: Emulator, table: str, number: int, data: st.DataObject) -> dict[str, Any]:
    """Days without a value, as imported records have them, and a field that nobody documented."""
    row = emulator.store.get(table, number) or {}
    days = [name for name, value in row.items() if name not in ("created", "modified") and is_day(value)]
    emptied = data.draw(st.lists(st.sampled_from(days), unique=True, max_size=2), label="emptied") if days else []
    return {"hue": "green", **dict.fromkeys(emptied, data.draw(st.sampled_from([None, "0000-00-00"])))}


def is_day(value: object) -> bool:
    return isinstance(value, str) and len(value) >= 10 and value[4] == value[7] == "-"


def writable(record: Any) -> list[Field]:
    names = {field.name for field in attrs.fields(type(record.to_draft()))} - FIXED
    return [field for field in shape(type(record)) if field.attribute in names and field.kind in VALUES]


def values_of(field: Field, table: str, emulator: Emulator) -> st.SearchStrategy[Any]:
    """Values that the field takes: of a reference, the ids there are."""
    references = {"branch_id": "branch", **REFERENCES.get(table, {}), **FURTHER_REFERENCES.get(table, {})}
    named = references.get(field.name)
    if named is not None:
        return st.sampled_from([row["id"] for row in emulator.store.rows(named)])
    if field.kind == "enum" and not issubclass(field.type, IntEnum):
        return VALUES["text"]
    return VALUES[field.kind]


def rows_of(emulator: Emulator) -> dict[tuple[str, int], dict[str, Any]]:
    """Every row of the account but the sums of a document's taxes, which are computed anew."""
    tables = [table for table in emulator.store.tables() if table == "tax" or not table.endswith("_tax")]
    return {(table, row["id"]): dict(row) for table in tables for row in emulator.store.rows(table)}


def changed(before: Mapping[Any, Any], after: Mapping[Any, Any]) -> Iterator[tuple[str, int, str]]:
    for place in before.keys() | after.keys():
        if place not in before or place not in after:
            yield (*place, "the whole row")
        elif before[place] != after[place]:
            for column in before[place].keys() | after[place].keys():
                computed = column in COMPUTED or column.startswith("summary_")
                if not computed and said(before[place].get(column)) != said(after[place].get(column)):
                    yield (*place, column)


def said(value: object) -> object:
    """What a value says, in whatever form it stands."""
    if value in (None, "", [], {}) or str(value).startswith("0000-00-00"):
        return None
    try:
        return to_decimal(int(value) if isinstance(value, bool) else value)
    except Untypable:
        return str(value).removesuffix(" 00:00:00")
