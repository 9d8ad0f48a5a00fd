"""Which totals an audit expects, and how exactly: to the cent, where nothing but prices and quantities decides."""

from __future__ import annotations

from typing import Any

import pytest

from daftra_async import AuditReport

from .scripted import Scripted, bulk
from .virtual import run_virtually


def draft(*lines: dict[str, Any], **main: Any) -> dict[str, Any]:
    return {"Invoice": {"client_id": 1, "notes": "one", **main}, "InvoiceItem": list(lines)}


PAPER = {"item": "Paper", "quantity": 2, "unit_price": "2.50"}


async def audited(shown: Any, *drafts: dict[str, Any]) -> AuditReport:
    """The audit of a run whose records come to the totals that the server shows."""
    world = Scripted()
    run = bulk(world, drafts)
    await run
    for record in world.records:
        record["summary_total"] = shown
    return await run.audit()


def wrong_amounts(shown: Any, *drafts: dict[str, Any]) -> list[str]:
    return [wrong.message for wrong in run_virtually(audited(shown, *drafts)).amounts]


@pytest.mark.parametrize("shown", ["4.99", "5.01", 4.99, "4.00", "6.00", "-5.00", "5,000.00", "five"])
def test_a_total_that_is_a_cent_off_is_reported(shown: Any) -> None:
    assert wrong_amounts(shown, draft(PAPER)) == [f"the total is {shown}, the lines make 5.00"]


@pytest.mark.parametrize("shown", ["5", 5, "5.00", 5.0, "5.0099", "4.9901", None, ""])
def test_a_total_that_was_rounded_or_is_not_shown_is_right(shown: Any) -> None:
    assert wrong_amounts(shown, draft(PAPER)) == []


def test_a_total_may_be_shown_with_its_thousands_apart() -> None:
    assert wrong_amounts("1,250.00", draft({"item": "Paper", "quantity": 500, "unit_price": "2.50"})) == []


@pytest.mark.parametrize(
    "priced",
    [
        draft({**PAPER, "product_id": 8}),
        draft(PAPER, {"item": "Ink", "quantity": 1, "unit_price": "1", "product_id": "8"}),
        draft({**PAPER, "tax1": 1}),
        draft({**PAPER, "tax2": "1"}),
        draft({**PAPER, "discount": "0.10"}),
        draft({**PAPER, "unit_price": "2,50"}),
        draft({**PAPER, "quantity": "two"}),
        draft(PAPER, discount=5),
        draft(PAPER, discount_amount="1"),
        draft(PAPER, shipping_amount="9.90"),
        draft(PAPER) | {"extra": {"adjustment_value": -1}},
        draft(),
    ],
    ids=str,
)
def test_a_total_that_the_server_computes_more_into_is_not_expected(priced: dict[str, Any]) -> None:
    assert wrong_amounts("999.00", priced) == []


@pytest.mark.parametrize(
    ("plain", "total"),
    [
        (draft({**PAPER, "tax1": None, "tax2": "", "discount": 0}), "5.00"),
        (draft(PAPER, discount=None, shipping_amount="0.00") | {"extra": {"adjustment_value": ""}}, "5.00"),
        (draft({"item": "Paper", "unit_price": "2.50"}), "2.50"),
        (draft(PAPER, {"item": "Gift", "quantity": 3}), "5.00"),
        (draft(PAPER, {"item": "Ink", "quantity": "0.5", "unit_price": 7}), "8.50"),
    ],
    ids=str,
)
def test_a_total_that_only_prices_and_quantities_make_is_expected(plain: dict[str, Any], total: str) -> None:
    assert wrong_amounts("999.00", plain) == [f"the total is 999.00, the lines make {total}"]
