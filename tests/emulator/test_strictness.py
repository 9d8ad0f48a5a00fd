"""A mistake in a request fails here, also where the server would take it without a word; each rule is a switch."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from daftra_async.emulator import Emulator
from daftra_async.errors import ConfigurationError

from .test_writes import LINE, created, invoice

switched = pytest.mark.parametrize
INVOICES = "/api2/invoices.json"
BRANDS = "/v2/api/entity/brand"


def document(main: dict[str, Any], **line: Any) -> dict[str, Any]:
    """An invoice with one line."""
    return {"Invoice": {"client_id": 1, **main}, "InvoiceItem": [{**LINE, **line}]}


async def refused(api: httpx.AsyncClient, body: object, *, path: str = INVOICES) -> dict[str, Any]:
    """What a POST that creates nothing is answered with."""
    answer = await api.post(path, json=body)
    assert answer.status_code == 400, answer.text
    told: dict[str, Any] = answer.json()
    return told


@pytest.mark.parametrize(
    ("body", "reasons"),
    [
        (
            {"Invoice": {"client_id": 1, "notse": "x"}, "InvoiceItem": [LINE]},
            {"Invoice": {"notse": ["{extra} (did you mean notes?)"]}},
        ),
        (
            {"Invoice": {"client_id": 1}, "InvoiceItem": [{**LINE, "unit_prise": 9}]},
            {"InvoiceItem": {"unit_prise": ["{extra} (did you mean unit_price?)"]}},
        ),
        (
            {"Invoice": {"client_id": 1}, "InvoiceItems": [LINE]},
            {"InvoiceItems": ["{extra} (did you mean InvoiceItem?)"]},
        ),
        (
            {"Invoice": {"client_id": 1}, "InvoiceItem": {**LINE, "zzz": 1}},
            {"InvoiceItem": {"zzz": ["{extra}"]}},
        ),
    ],
    ids=["in the model", "in a line", "a section", "in a line that is no list"],
)
async def test_a_create_with_an_unknown_name_is_refused_as_a_put_is(
    api: httpx.AsyncClient, emulator: Emulator, body: object, reasons: dict[str, Any]
) -> None:
    before = emulator.snapshot()
    told = await refused(api, body)
    extra = emulator.account.words["extra_data"]
    assert told["error_type"] == "extra_data"
    assert str(told["validation_errors"]) == str(reasons).replace("{extra}", extra)
    assert emulator.snapshot() == before


async def test_an_element_of_a_bulk_request_is_looked_at_as_a_single_one(api: httpx.AsyncClient) -> None:
    good: dict[str, Any] = {"Invoice": {"client_id": 1}, "InvoiceItem": [LINE]}
    bad: dict[str, Any] = {"Invoice": {"client_id": 1, "notse": "x"}, "InvoiceItem": [LINE]}
    results = (await api.post("/api2/invoices/add_bulk.json", json=[good, bad, good])).json()
    assert [result["code"] for result in results] == [202, 400, 202]


async def test_a_note_with_an_unknown_name_is_refused(api: httpx.AsyncClient) -> None:
    told = await refused(api, {"Note": {"note": "x", "boddy": "y"}}, path="/api2/notes/2/1.json")
    assert "boddy" in told["validation_errors"]["Note"]


@switched("emulator", [{"refuse_unknown_fields": False}], indirect=True)
async def test_the_server_takes_unknown_names_and_forgets_them(api: httpx.AsyncClient) -> None:
    body: dict[str, Any] = {"Invoice": {"client_id": 1, "notse": "x"}, "InvoiceItems": [LINE]}
    record = await invoice(api, await created(api, INVOICES, body))
    assert ("notse" in record, record["summary_total"], record["InvoiceItem"]) == (False, 0, [])
    brand = await api.post(BRANDS, json={"name": "Nile", "nmae": "x"})
    assert "nmae" not in (await api.get(f"{BRANDS}/{brand.json()['id']}/0")).json()


async def test_a_put_with_an_unknown_section_is_refused(api: httpx.AsyncClient) -> None:
    body = {"Invoice": {"client_id": 1}, "InvoiceItems": [LINE]}
    answer = await api.put("/api2/invoices/1.json", json=body)
    assert (answer.status_code, answer.json()["error_type"]) == (400, "extra_data")


@switched("emulator", [{"refuse_extra_data": False}], indirect=True)
async def test_a_put_with_unknown_names_can_be_taken(api: httpx.AsyncClient) -> None:
    answer = await api.put("/api2/invoices/1.json", json={"Invoice": {"client_id": 1, "notse": "x"}})
    assert answer.status_code == 200


@pytest.mark.parametrize("body", [{"Client": {"name": "x"}}, {"client": {"business_name": "x"}}, {}, [], None, "x"])
async def test_the_wrong_wrapper_is_refused(api: httpx.AsyncClient, body: object) -> None:
    path = "/api2/suppliers.json"
    assert (await refused(api, body, path=path))["validation_errors"] == {"Supplier": {"Supplier": [REQUIRED]}}


REQUIRED = "This field is required"


@pytest.mark.parametrize("method", ["POST", "PUT"])
async def test_v2_refuses_an_unknown_name(api: httpx.AsyncClient, method: str) -> None:
    path = BRANDS if method == "POST" else f"{BRANDS}/1"
    answer = await api.request(method, path, json={"name": "Nile", "nmae": "x"})
    assert answer.status_code == {"POST": 422, "PUT": 400}[method]
    assert answer.json()["errors"] == {"nmae": ["There is no such field (did you mean name?)"]}


async def test_v2_refuses_a_body_in_a_wrapper(api: httpx.AsyncClient) -> None:
    answer = await api.post(BRANDS, json={"Brand": {"name": "Nile"}})
    assert (answer.status_code, set(answer.json()["errors"])) == (422, {"Brand", "name"})


@pytest.mark.parametrize(
    ("path", "query", "told"),
    [
        (INVOICES, "date_form=2026-01-01", {"date_form": ["{unknown} (did you mean date_from?)"]}),
        (INVOICES, "page=1&limit=5&zzz=1", {"zzz": ["{unknown}"]}),
        ("/api2/invoices/1.json", "lvl=2", {"lvl": ["{unknown}"]}),
    ],
)
async def test_v1_refuses_an_unknown_parameter(
    api: httpx.AsyncClient, emulator: Emulator, path: str, query: str, told: dict[str, Any]
) -> None:
    answer = await api.get(f"{path}?{query}")
    unknown = emulator.account.words["unknown_parameter"]
    assert answer.status_code == 400
    assert str(answer.json()["validation_errors"]) == str(told).replace("{unknown}", unknown)


@pytest.mark.parametrize(
    "query",
    [
        "filter[busines_name]=x",
        "filter[nme][like]=x",
        "filter[name][beginning]=x",
        "sort[nmae]=desc",
        "sort=-name",
        "limt=5",
        "filter[store.name]=x",
    ],
)
async def test_v2_refuses_an_unknown_filter_sort_or_parameter(api: httpx.AsyncClient, query: str) -> None:
    answer = await api.get(f"{BRANDS}/list/0?{query}")
    assert answer.status_code == 422, answer.text
    assert list(answer.json()["errors"]) == [query.partition("=")[0]]


async def test_a_column_or_another_lists_parameter_is_no_typing_mistake_and_selects_nothing(
    api: httpx.AsyncClient,
) -> None:
    everything = (await api.get("/api2/time_tracking.json")).json()["pagination"]["total_results"]
    for query in ("notes=none", "custom_field=x&custom_field_label=y"):
        answer = (await api.get(f"/api2/time_tracking.json?{query}")).json()
        assert answer["pagination"]["total_results"] == everything


async def test_what_is_known_of_an_empty_table_can_be_asked_for(api: httpx.AsyncClient, emulator: Emulator) -> None:
    emulator.store.erase("brand", 1)
    for query in ("filter[name]=x", "filter[deleted_at][is_null]=1", "sort[created]=desc", "per_page=5&page=2"):
        assert (await api.get(f"{BRANDS}/list/0?{query}")).status_code == 200


@switched("emulator", [{"refuse_unknown_parameters": False}], indirect=True)
async def test_the_server_ignores_unknown_parameters_and_answers_with_everything(api: httpx.AsyncClient) -> None:
    everything = (await api.get(INVOICES)).json()["pagination"]["total_results"]
    misspelt = (await api.get(INVOICES, params={"date_form": "2030-01-01"})).json()["pagination"]["total_results"]
    assert misspelt == everything
    path = "/v2/api/entity/client/list/0"
    assert (await api.get(f"{path}?filter[busines_name]=x")).json()["total"] == (await api.get(path)).json()["total"]
    assert (await api.get(f"{path}?sort[nmae]=desc")).json()["data"] == (await api.get(path)).json()["data"]


@pytest.mark.parametrize(
    ("line", "main"),
    [({"tax1": 999}, {}), ({"tax2": "999"}, {}), ({"product_id": 999}, {}), ({}, {"store_id": 999})],
)
async def test_what_a_document_names_must_exist(
    api: httpx.AsyncClient, line: dict[str, Any], main: dict[str, Any]
) -> None:
    told = await refused(api, document(main, **line))
    ((section, reasons),) = told["validation_errors"].items()
    assert section == ("Invoice" if main else "InvoiceItem")
    assert reasons == {name: ["The selected record does not exist"] for name in (line or main)}


@switched("emulator", [{"refuse_unknown_references": False}], indirect=True)
async def test_what_a_document_names_need_not_exist_by_a_switch(api: httpx.AsyncClient) -> None:
    line: dict[str, Any] = {**LINE, "tax1": 999, "product_id": 999}
    body: dict[str, Any] = {"Invoice": {"client_id": 1, "store_id": 999}, "InvoiceItem": [line]}
    assert (await invoice(api, await created(api, INVOICES, body)))["summary_total"] == 200


@pytest.mark.parametrize(
    ("main", "reason"),
    [
        ({"draft": "maybe"}, "Please choose yes or no"),
        ({"date": "2026-02-31"}, "Please enter a valid date"),
        ({"date": "2026-13-01 10:00:00"}, "Please enter a valid date"),
        ({"discount": "1_000"}, "Please enter a valid number"),
        ({"discount": "12,50"}, "Please enter a valid number"),
        ({"discount": "١٢"}, "Please enter a valid number"),
        ({"discount": 10**15}, "Please enter a valid number"),
        ({"notes": ["a", "b"]}, "Please enter one value"),
    ],
)
async def test_absurd_values_are_refused(api: httpx.AsyncClient, main: dict[str, Any], reason: str) -> None:
    told = await refused(api, document(main))
    assert told["validation_errors"] == {"Invoice": {name: [reason] for name in main}}


@switched("emulator", [{"refuse_absurd_values": False}], indirect=True)
async def test_absurd_values_can_be_stored_as_nothing(api: httpx.AsyncClient) -> None:
    body = {"Invoice": {"client_id": 1, "draft": "maybe", "date": "2026-02-31"}, "InvoiceItem": [LINE]}
    record = await invoice(api, await created(api, INVOICES, body))
    assert (record["draft"], record["date"]) == ("0", "01/01/1970")


@pytest.mark.parametrize("day", ["30/11/2026", "30-11-2026", "2026/11/30", "Nov 30", "tomorrow"])
async def test_a_date_that_is_not_iso_is_stored_as_the_beginning_of_1970(api: httpx.AsyncClient, day: str) -> None:
    body = {"Invoice": {"client_id": 1, "date": day}, "InvoiceItem": [LINE]}
    assert (await invoice(api, await created(api, INVOICES, body)))["date"] == "01/01/1970"


@switched("emulator", [{"refuse_unreadable_dates": True}], indirect=True)
async def test_a_date_that_is_not_iso_can_be_refused(api: httpx.AsyncClient) -> None:
    told = await refused(api, {"Invoice": {"client_id": 1, "date": "30/11/2026"}, "InvoiceItem": [LINE]})
    assert told["validation_errors"] == {"Invoice": {"date": ["Please enter a valid date"]}}


@switched("emulator", [{"refuse_nested_children": False}], indirect=True)
async def test_lines_inside_the_model_are_an_unknown_name_where_they_do_not_empty_it(api: httpx.AsyncClient) -> None:
    told = await refused(api, {"Invoice": {"client_id": 1, "InvoiceItem": [LINE]}})
    assert list(told["validation_errors"]["Invoice"]) == ["InvoiceItem"]


@pytest.mark.parametrize(
    ("switches", "told"),
    [
        ({"nummbers": "mixed"}, "no switch 'nummbers': did you mean numbers"),
        ({"colour": "red"}, "no switch 'colour'; there are numbers, empties"),
        ({"numbers": "roman"}, r"Invalid enum value 'roman' - at `\$\.numbers`"),
        ({"put_resets": "no"}, r"Expected `bool`, got `str` - at `\$\.put_resets`"),
        ({"rate_limit": 60}, "rate_limit"),
    ],
)
def test_a_switch_that_there_is_not_is_refused(switches: dict[str, Any], told: str) -> None:
    with pytest.raises(ConfigurationError, match=told):
        Emulator(**switches)
