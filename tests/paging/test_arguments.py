"""What a list is asked with is checked before anything is sent: the server ignores what it does not understand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest

from daftra_async import OPERATIONS, ConfigurationError, Daftra
from daftra_async.emulator import Emulator
from daftra_async.filters import any_of, gte, undocumented
from daftra_async.models import Client, InvoicePaymentFilter, InvoiceType, SortDirection

Listing = Callable[[Daftra], Any]


def last_query(emulator: Emulator) -> list[tuple[str, str]]:
    return list(list(emulator.journal)[-1].query)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"date_from": "30/11/2026"}, "date_from='30/11/2026': pass a date, or its ISO text such as 2026-01-31"),
        ({"date_from": "2026-1-3"}, "pass a date"),
        ({"date_from": "2026-02-30"}, "pass a date"),
        ({"date_from": ""}, "pass a date"),
        ({"date_from": 20261130}, "pass a date"),
        ({"created_from": datetime(2026, 1, 1, tzinfo=UTC)}, "without a zone"),
        ({"payment_status": "unpaid"}, r"pass InvoicePaymentFilter.UNPAID or 0"),
        ({"payment_status": "Partially Paid"}, r"pass InvoicePaymentFilter.PARTIALLY_PAID or 1"),
        ({"payment_status": "owing"}, r"pass a member of InvoicePaymentFilter or its value: UNPAID \(0\)"),
        ({"payment_status": InvoiceType.INVOICE}, "pass a member of InvoicePaymentFilter"),
        ({"payment_status": True}, "pass a member of InvoicePaymentFilter"),
        ({"payment_status": 1.0}, "pass a member of InvoicePaymentFilter"),
        ({"client_id": "seven"}, "pass a whole number"),
        ({"client_id": True}, "pass a whole number"),
        ({"client_id": 1.5}, "pass a whole number"),
        ({"draft": "yes"}, "pass True or False"),
        ({"draft": 2}, "pass True or False"),
        ({"summary_total_from": "1,250.00"}, "pass a number"),
        ({"summary_total_from": "NaN"}, "pass a number"),
        ({"summary_total_from": True}, "pass a number"),
        ({"no": ""}, "not empty"),
        ({"no": ["1"]}, "pass a text"),
        ({"tags": []}, "everything through"),
        ({"tags": [""]}, "not empty"),
        ({"staff_id": {"a": 1}}, "everything through"),
        ({"staff_id": ["x"]}, "pass a whole number"),
        ({"direction": "upwards"}, r"SortDirection or its value: ASC \(asc\), DESC \(desc\)"),
        ({"sort": "dat"}, "invoices.list has no field 'dat'; did you mean date"),
        ({"sort": "Invoice.dat"}, "did you mean date"),
        ({"sort": "client.email"}, "has no field 'client.email'"),
        (
            {"date_from": date(2026, 3, 1), "date_to": "2026-02-28"},
            "date_from=2026-03-01 lies behind date_to=2026-02-28",
        ),
        ({"summary_total_from": 9, "summary_total_to": "10"}, ""),
        ({"summary_total_from": 100, "summary_total_to": "20"}, "lies behind"),
        ({"page": 0}, "at least 1"),
        ({"limit": "many"}, "at least 1"),
    ],
    ids=str,
)
async def test_a_value_that_its_parameter_does_not_take_is_refused(
    emulator: Emulator, daftra: Daftra, arguments: Mapping[str, Any], said: str
) -> None:
    if not said:
        await daftra.invoices.list(**arguments)
        return
    with pytest.raises(ConfigurationError, match=said):
        await daftra.invoices.list(**arguments)
    assert len(emulator.journal) == 0


@pytest.mark.parametrize(
    ("arguments", "sent"),
    [
        ({"date_from": date(2026, 1, 31)}, ("date_from", "2026-01-31")),
        ({"date_from": "2026-01-31"}, ("date_from", "2026-01-31")),
        ({"created_from": datetime(2026, 1, 31, 8, 5)}, ("created_from", "2026-01-31 08:05:00")),
        ({"payment_status": InvoicePaymentFilter.OVERDUE}, ("payment_status", "-3")),
        ({"payment_status": 0}, ("payment_status", "0")),
        ({"payment_status": "-3"}, ("payment_status", "-3")),
        ({"payment_status": 77}, ("payment_status", "77")),
        ({"client_id": "7"}, ("client_id", "7")),
        ({"draft": True}, ("draft", "1")),
        ({"draft": 0}, ("draft", "0")),
        ({"summary_total_from": "12.50"}, ("summary_total_from", "12.50")),
        ({"summary_total_from": Decimal("1E+3")}, ("summary_total_from", "1000")),
        ({"no": "INV-1"}, ("no", "INV-1")),
        ({"tags": "5"}, ("tags[]", "5")),
        ({"staff_id": (1, 2)}, ("staff_id[]", "2")),
        ({"direction": "ASC"}, ("direction", "asc")),
        ({"direction": SortDirection.DESC}, ("direction", "desc")),
        ({"sort": "Invoice.date"}, ("sort", "Invoice.date")),
        ({"sort": undocumented("secret")}, ("sort", "secret")),
        ({"query": {undocumented("phone1"): "1"}}, ("phone1", "1")),
        ({"query": {"request_branch_id": 2}}, ("request_branch_id", "2")),
    ],
    ids=str,
)
@pytest.mark.parametrize("emulator", [{"refuse_unknown_parameters": False}], indirect=True)
async def test_a_value_is_sent_as_documented(
    emulator: Emulator, daftra: Daftra, arguments: Mapping[str, Any], sent: tuple[str, str]
) -> None:
    await daftra.invoices.list(**arguments)
    assert sent in last_query(emulator)


@pytest.mark.parametrize(
    ("listing", "said"),
    [
        (lambda d: d.clients.list(query={"phone1": "0100"}), r'parameter .phone1.*undocumented\("phone1"\)'),
        (lambda d: d.with_options(query={"phone1": "0100"}).clients.list(), "no documented parameter"),
        (lambda d: d.invoices.list(query={"clint_id": 5}), "did you mean the argument client_id="),
        (lambda d: d.invoices.list(query={"client_id": 5}), "pass client_id=… as an argument"),
        (lambda d: d.brands.list(filter={"nme": "x"}), "brands.list has no field 'nme'; did you mean name"),
        (lambda d: d.brands.list(filter={"name": {"lik": "x"}}), "'lik' is no comparison"),
        (lambda d: d.brands.list(filter={"name": {"in": []}}), "at least one value"),
        (lambda d: d.brands.list(sort={"nme": "desc"}), "did you mean name"),
        (lambda d: d.brands.list(sort={"name": "down"}), "'asc' or 'desc'"),
        (lambda d: d.brands.list(sort=[1]), "give a field"),
        (lambda d: d.brands.list(level=7), "level"),
        (lambda d: d.brands.list(query={"filter[nme]": "x"}), "no documented parameter"),
        (lambda d: d.entity("client").list(where={"busines_name": "x"}), "did you mean business_name"),
        (lambda d: d.entity("client").list(where=any_of(busines_name="x")), "did you mean business_name"),
        (lambda d: d.entity("invoice").list(where={"client.emial": "x"}), "did you mean clients.email"),
        (lambda d: d.entity("invoice").list(where={"clint.email": "x"}), "did you mean clients.email"),
        (lambda d: d.entity("invoice").list(sort="-dte"), "did you mean date"),
        (lambda d: d.entity("invoice").list(where={"or": {"id": 1}}), "any_of"),
        (lambda d: d.entity("unicorn").list(where={"horn": 1}), "no fields of the entity 'unicorn'"),
        (lambda d: d.entities.list("unicorn", filter={"horn": 1}), "no fields of the entity 'unicorn'"),
        (lambda d: d.entity("unicorn", model=Client).list(where={"horn": 1}), "has no field 'horn'"),
    ],
)  # fmt: skip
async def test_a_name_that_the_server_would_ignore_is_refused(
    emulator: Emulator, daftra: Daftra, listing: Listing, said: str
) -> None:
    with pytest.raises(ConfigurationError, match=said):
        await listing(daftra)
    assert len(emulator.journal) == 0


@pytest.mark.parametrize(
    ("listing", "sent"),
    [
        (lambda d: d.brands.list(filter={"name": {"like": "A%"}}), ("filter[name][like]", "A%")),
        (lambda d: d.brands.list(filter={"name": {"in": ["A", "B"]}}), ("filter[name][in][]", "B")),
        (lambda d: d.brands.list(filter={"name": gte("A")}), ("filter[name][gte]", "A")),
        (lambda d: d.brands.list(filter={"created": {"is_null": False}}), ("filter[created][is_null]", "0")),
        (lambda d: d.brands.list(filter={undocumented("colour"): 1}), ("filter[colour]", "1")),
        (lambda d: d.brands.list(sort={"name": "desc"}), ("sort[name]", "desc")),
        (lambda d: d.brands.list(sort="-name"), ("sort[name]", "desc")),
        (lambda d: d.brands.list(sort=undocumented("-colour")), ("sort[colour]", "desc")),
        (lambda d: d.entity("invoice").list(where={"client.email": "x"}), ("filter[client.email]", "x")),
        (lambda d: d.entity("invoice").list(where={"invoice_item.item": "x"}), ("filter[invoice_item.item]", "x")),
        (lambda d: d.entity("invoice").list(where={"adjustment_value": 1}), ("filter[adjustment_value]", "1")),
        (lambda d: d.entity("invoice").list(where={"qr_code_url": 1}), ("filter[qr_code_url]", "1")),
        (lambda d: d.entity("invoice").list(where={undocumented("journal.x"): 1}), ("filter[journal.x]", "1")),
        (lambda d: d.entities.list("brand", filter={"name": 1}), ("filter[name]", "1")),
    ],
)
@pytest.mark.parametrize("emulator", [{"refuse_unknown_parameters": False}], indirect=True)
async def test_a_name_that_is_known_or_marked_is_sent(
    emulator: Emulator, daftra: Daftra, listing: Listing, sent: tuple[str, str]
) -> None:
    await listing(daftra)
    assert sent in last_query(emulator)


async def test_every_documented_list_can_be_asked_for_what_every_record_has(emulator: Emulator, daftra: Daftra) -> None:
    """No list refuses its own documented ordering and filters."""
    path: Mapping[str, Any] = {
        "entities": {"entity": "brand"},
        "workflow": {"workflow_id": 1},
        "follow_up_actions": {"type": "client"},
    }
    for operation in OPERATIONS:
        if operation.kind == "list":
            call = getattr(getattr(daftra, operation.resource), operation.name)
            more: Mapping[str, Any] = {}
            if operation.base == "/v2/api/entity":
                more = {"filter": {"created": {"gte": "2020-01-01"}}, "sort": {"id": "asc"}}
            if "{level}" in operation.path:
                more = {**more, "level": 1}
            await call(**path.get(operation.resource, {}), **more)


async def test_another_branch_or_query_is_another_list(daftra: Daftra) -> None:
    """What an interrupted export is gone on with must have been asked for in the same way."""
    identities = {
        pager._source.identity
        for pager in (
            daftra.clients.list(),
            daftra.clients.list(branch_id=2),
            daftra.clients.list(query={undocumented("x"): 1}),
            daftra.with_options(query={undocumented("x"): 2}).clients.list(),
            daftra.with_options(branch_id=3).clients.list(),
        )
    }
    assert len(identities) == 5


def test_a_list_with_an_unchecked_parameter_counts_as_filtered(daftra: Daftra) -> None:
    assert not daftra.clients.list()._source.filtered
    assert daftra.clients.list(query={undocumented("phone1"): "0100"})._source.filtered
