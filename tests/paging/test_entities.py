"""v2 entities and several reads in one request, against the emulator."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from daftra_async import Daftra
from daftra_async._v2.entities import Entity
from daftra_async._v2.multi_entity import List, Show, fetch_many
from daftra_async._wire.messages import Request, Response
from daftra_async._wire.settings import DecodeSettings
from daftra_async.emulator import Emulator
from daftra_async.errors import ConfigurationError, NotFound, Rejected, UnexpectedResponse
from daftra_async.filters import any_of, gte, in_, is_null, like
from daftra_async.models import Invoice


def ids_of(emulator: Emulator, table: str) -> list[int]:
    return sorted((row["id"] for row in emulator.store.rows(table)), reverse=True)


def asked(emulator: Emulator) -> str:
    """The last request's query string, decoded."""
    return "&".join(f"{name}={value}" for name, value in list(emulator.journal)[-1].query)


async def test_a_list_asks_as_documented_and_leaves_deleted_rows_out(emulator: Emulator, daftra: Daftra) -> None:
    where = {"payment_status": 0, "summary_total": gte(1000)}
    await daftra.entity("invoice").list(level=2, where=where, sort="-date", per_page=5, page=2)
    entry = list(emulator.journal)[-1]
    assert entry.path == "/v2/api/entity/invoice/list/2"
    assert asked(emulator) == (
        "page=2&per_page=5&filter[payment_status]=0&filter[summary_total][gte]=1000"
        "&filter[deleted_at][is_null]=1&sort[date]=desc"
    )


@pytest.mark.parametrize(
    ("arguments", "filters"),
    [
        ({}, "filter[deleted_at][is_null]=1"),
        ({"deleted": "with"}, ""),
        ({"deleted": "only"}, "filter[deleted_at][is_null]=0"),
        ({"where": {"deleted_at": is_null(False)}}, "filter[deleted_at][is_null]=0"),
    ],
)
async def test_deleted_rows_come_only_when_asked_for(
    emulator: Emulator, daftra: Daftra, arguments: dict[str, Any], filters: str
) -> None:
    await daftra.entity("brand").list(**arguments)
    assert "&".join(re.findall(r"filter[^&]*", asked(emulator))) == filters


async def test_every_row_comes_newest_first_and_is_proved(emulator: Emulator, daftra: Daftra) -> None:
    pager = daftra.entity("invoice").list(per_page=5)
    rows = await pager.collect()
    assert [row["id"] for row in rows] == sorted((row["id"] for row in rows), reverse=True)
    assert len(rows) == await pager.count() > 5
    assert pager.completeness.complete
    assert all(type(row["id"]) is int for row in rows)


async def test_operators_choose_rows(daftra: Daftra) -> None:
    everything = await daftra.entity("invoice").list().collect()
    some = [row["id"] for row in everything[:3]]
    chosen = await daftra.entity("invoice").list(where={"id": in_(some)}).collect()
    assert [row["id"] for row in chosen] == some
    other = next(row for row in everything[3:] if row["no"])
    either = await daftra.entity("invoice").list(where=any_of(id=some[0], no=like(other["no"]))).collect()
    assert {row["id"] for row in either} == {some[0], other["id"]}


async def test_rows_are_models_where_one_is_given(daftra: Daftra) -> None:
    entity = Entity(daftra._session, "invoice", model=Invoice)
    invoice = await entity.list(per_page=1)
    assert isinstance(invoice.items[0], Invoice)
    record = await entity.get(invoice.items[0].id, level=2)
    assert record.id == invoice.items[0].id


async def test_details_read_each_row_by_its_id(daftra: Daftra) -> None:
    pager = daftra.entity("brand").list(per_page=2)
    assert [row["id"] for row in await pager.collect()] == [record["id"] async for record in pager.with_details()]


async def test_get_gives_the_bare_record_at_its_level(daftra: Daftra) -> None:
    first = (await daftra.entity("invoice").list(per_page=1)).items[0]
    bare = await daftra.entity("invoice").get(first["id"], level=-1)
    related = await daftra.entity("invoice").get(first["id"], level=2)
    assert bare["id"] == related["id"] == first["id"]
    assert set(bare) < set(related)


async def test_what_does_not_exist_is_an_error(daftra: Daftra) -> None:
    with pytest.raises(NotFound):
        await daftra.entity("invoice").get(999_999)
    with pytest.raises(Rejected, match="Entity Not exists"):
        await daftra.entity("unicorn").list()


@pytest.mark.parametrize("level", [0, 5, True, "2"])
def test_a_level_that_is_none_is_refused(daftra: Daftra, level: Any) -> None:
    with pytest.raises(ConfigurationError, match="level"):
        daftra.entity("invoice").list(level=level)


def test_a_word_for_deleted_that_is_none_is_refused(daftra: Daftra) -> None:
    with pytest.raises(ConfigurationError, match="deleted"):
        daftra.entity("invoice").list(deleted="yes")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["", "..", "a/b", "%2e%2e"])
async def test_a_name_cannot_leave_its_place_in_the_path(daftra: Daftra, name: str) -> None:
    with pytest.raises(ConfigurationError):
        await daftra.entity(name).list()


async def test_several_reads_in_one_request(emulator: Emulator, daftra: Daftra) -> None:
    invoice = (await daftra.entity("invoice").list(per_page=1)).items[0]
    many = await fetch_many(
        daftra._session,
        {"one": Show("invoice", invoice["id"], level=2), "brands": List("brand"), "none": List("brand", id=-1)},
    )
    assert list(many) == ["one", "brands", "none"]
    assert many["one"]["id"] == invoice["id"]
    assert len(many["brands"]) > 0
    assert len(many["none"]) == 0


async def test_parts_of_one_request_are_typed_where_they_name_a_model(daftra: Daftra) -> None:
    lines = [line.item for line in (await daftra.invoices.get(1)).items]
    many = await daftra.fetch_many(
        one=Show("invoice", 1, level=2, model=Invoice), some=List("invoice", id=1, level=2, model=Invoice)
    )
    assert lines
    for invoice in (many["one"], *many["some"]):
        assert isinstance(invoice, Invoice)
        assert [line.item for line in invoice.items] == lines
        assert len(invoice.raw["invoice_item"]) == len(lines)


class Answering:
    """Stands in for the client: keeps the bodies asked with and answers what it is told to."""

    concurrency = 2

    def __init__(self, answer: Any) -> None:
        self.bodies: list[Any] = []
        self._answer = answer

    async def call(self, request: Request, parse: Any, options: Any = None) -> Any:
        body = json.loads(request.body or b"")
        self.bodies.append(body)
        status, value = self._answer(body)
        return parse(Response(status=status, body=json.dumps(value).encode(), request=request), DecodeSettings())


async def test_the_body_is_the_documented_one() -> None:
    caller = Answering(lambda body: (200, {"invoice": {"id": 172185}, "lines": []}))
    await fetch_many(
        caller,  # type: ignore[arg-type]
        {"invoice": Show("invoice", 172185), "lines": List("requisition", order_id=172185, level=2)},
    )
    assert caller.bodies == [
        [
            {"key": "invoice", "action": "show", "options": "172185", "data_level": 1, "alias": "invoice"},
            {
                "key": "requisition",
                "action": "list",
                "options": {"order_id": 172185},
                "data_level": 2,
                "alias": "lines",
            },
        ]
    ]


async def test_many_parts_are_split_and_what_is_too_large_is_halved() -> None:
    def answer(body: list[dict[str, Any]]) -> tuple[int, Any]:
        if len(body) > 3:
            return 413, {"message": "too large"}
        return 200, {part["alias"]: {"id": int(part["options"])} for part in body}

    caller = Answering(answer)
    parts = {f"n{number}": Show("invoice", number) for number in range(1, 51)}
    many = await fetch_many(caller, parts)  # type: ignore[arg-type]
    assert list(many) == list(parts)
    assert [record["id"] for record in many.values()] == list(range(1, 51))


async def test_deleted_rows_of_a_list_are_left_out_unless_asked_for() -> None:
    caller = Answering(
        lambda body: (200, {"a": {"data": [{"id": 1, "deleted_at": "2026-01-01"}, {"id": 2}], "total": 9}})
    )
    kept = await fetch_many(caller, {"a": List("brand")})  # type: ignore[arg-type]
    both = await fetch_many(caller, {"a": List("brand", with_deleted=True)})  # type: ignore[arg-type]
    assert [row["id"] for row in kept["a"]] == [2]
    assert [row["id"] for row in both["a"]] == [1, 2]
    assert kept["a"].total == 9


@pytest.mark.parametrize("model", [None, Invoice])
@pytest.mark.parametrize(
    "envelope",
    [
        lambda rows: rows,
        lambda rows: {"data": rows, "total": 3},
        lambda rows: {"payload": {"data": rows, "pagination": {"total": 3}}},
        lambda rows: {"data": {"data": rows}, "total": 3},
        lambda rows: {"data": {str(place): row for place, row in enumerate(rows)}},
    ],
)
async def test_a_list_is_read_from_any_envelope(envelope: Any, model: Any) -> None:
    rows = [{"id": 1, "deleted_at": None}, 7, {"id": 2, "deleted_at": "2026-01-01"}, {"id": 3}]
    caller = Answering(lambda body: (200, {"a": envelope(rows)}))
    if isinstance(envelope(rows), dict) and "0" in envelope(rows).get("data", {}):
        rows.remove(7)
    many = await fetch_many(caller, {"a": List("invoice", model=model)})  # type: ignore[arg-type]
    assert [row["id"] if model is None else row.id for row in many["a"]] == [1, 3]
    assert many["a"].total in (3, None)


@pytest.mark.parametrize("model", [None, Invoice])
@pytest.mark.parametrize("record", [{"id": 5}, [{"id": 5}], {"data": {"id": 5}}])
async def test_a_record_is_read_from_any_envelope(record: Any, model: Any) -> None:
    caller = Answering(lambda body: (200, {"a": record}))
    many = await fetch_many(caller, {"a": Show("invoice", 5, model=model)})  # type: ignore[arg-type]
    assert (many["a"]["id"] if model is None else many["a"].id) == 5


@pytest.mark.parametrize("model", [None, Invoice])
async def test_a_part_nested_too_deeply_is_an_error_like_any_other(model: Any) -> None:
    class Deep(Answering):
        async def call(self, request: Request, parse: Any, options: Any = None) -> Any:
            text = b'{"id":1,"custom_data":' * 3000 + b"1" + b"}" * 3000
            return parse(Response(status=200, body=b'{"a":%b}' % text, request=request), DecodeSettings())

    with pytest.raises(UnexpectedResponse):
        await fetch_many(Deep(None), {"a": Show("invoice", 1, model=model)})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ({}, UnexpectedResponse),
        ({"error": "Entity Not exists"}, Rejected),
        ([], UnexpectedResponse),
        ({"a": {"error": "Entity Not exists"}, "b": []}, Rejected),
        ({"a": {"message": "Record not found"}, "b": []}, NotFound),
        ({"a": None, "b": []}, NotFound),
        ({"a": {"id": 1}, "b": 7}, UnexpectedResponse),
    ],
)
async def test_a_part_that_is_missing_or_refused_is_an_error(answer: Any, error: type[Exception]) -> None:
    with pytest.raises(error):
        await fetch_many(Answering(lambda body: (200, answer)), {"a": Show("x", 1), "b": List("x")})  # type: ignore[arg-type]


NOT_A_NUMBER: Any = "1"


@pytest.mark.parametrize(
    "build",
    [
        lambda: Show("", 1),
        lambda: Show("invoice", NOT_A_NUMBER),
        lambda: List(""),
        lambda: Show("invoice", 1, level=9),
    ],
)
def test_parts_that_cannot_be_are_refused(build: Any) -> None:
    with pytest.raises(ConfigurationError):
        build()


async def test_a_part_that_is_no_part_is_refused() -> None:
    with pytest.raises(ConfigurationError, match="give Show"):
        await fetch_many(Answering(lambda body: (200, {})), {"a": "invoice"})  # type: ignore[arg-type, dict-item]
