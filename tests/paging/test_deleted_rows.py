"""The typed v2 lists bring deleted rows only to those who ask for them: the server brings them to everybody."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from daftra_async import OPERATIONS, Daftra
from daftra_async.emulator import Emulator

LISTS = [operation for operation in OPERATIONS if operation.kind == "list" and operation.base == "/v2/api/entity"]
PATH: Mapping[str, Any] = {"entities": {"entity": "brand"}, "workflow": {"workflow_id": 1}}


@pytest.fixture
def deleted(emulator: Emulator) -> int:
    """The id of a brand that was deleted."""
    gone: int = emulator.store.insert("brand", {"name": "gone"})
    emulator.store.delete("brand", gone)
    return gone


async def test_a_list_is_of_the_rows_that_are_there(emulator: Emulator, daftra: Daftra, deleted: int) -> None:
    there = {row["id"] for row in emulator.store.rows("brand")}
    pager = daftra.brands.list(per_page=2)
    assert {brand.id for brand in await pager.collect()} == there
    assert await pager.count() == len(there)
    assert deleted not in there


async def test_another_filter_brings_no_deleted_row_either(daftra: Daftra, deleted: int) -> None:
    assert await daftra.brands.list(filter={"name": "gone"}).collect() == []


@pytest.mark.parametrize("condition", [{"is_null": 0}, {"gte": "1970-01-01"}], ids=str)
async def test_who_asks_for_deleted_rows_gets_them(daftra: Daftra, deleted: int, condition: Mapping[str, Any]) -> None:
    assert [brand.id for brand in await daftra.brands.list(filter={"deleted_at": condition}).collect()] == [deleted]


async def test_a_filter_of_the_callers_own_is_left_as_it_was(daftra: Daftra) -> None:
    given = {"name": "gone"}
    await daftra.brands.list(filter=given)
    assert given == {"name": "gone"}


@pytest.mark.parametrize("operation", LISTS, ids=lambda operation: operation.resource)
async def test_every_v2_list_leaves_deleted_rows_out(emulator: Emulator, daftra: Daftra, operation: Any) -> None:
    listing = getattr(getattr(daftra, operation.resource), operation.name)
    level = {"level": 1} if "{level}" in operation.path else {}
    await listing(**PATH.get(operation.resource, {}), **level)
    assert ("filter[deleted_at][is_null]", "1") in list(emulator.journal)[-1].query
