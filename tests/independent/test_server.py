"""The second server behaves as the real one has been seen to, and does what its faults are called."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.independent.drafts import make_drafts
from tests.independent.processes import serving
from tests.independent.rules import Rules
from tests.independent.server import API_KEY
from tests.independent.truth import Truth

BULK = "/api2/invoices/add_bulk.json"
BODIES: list[Any] = [draft.body for draft in make_drafts("invoices", 37, own_keys=True)]


@contextmanager
def client_of(path: Path, **changes: Any) -> Iterator[httpx.Client]:
    with (
        serving(Rules(seed=1, truth=str(path), **changes)) as url,
        httpx.Client(base_url=url, headers={"apikey": API_KEY}) as client,
    ):
        yield client


def rows(answer: httpx.Response) -> list[dict[str, Any]]:
    return [row["Invoice"] for row in answer.json()["data"]]


def test_a_batch_is_created_one_by_one_and_answered_in_order(tmp_path: Path) -> None:
    with client_of(tmp_path / "truth") as client:
        results = client.post(BULK, json=BODIES).json()
    assert [result["code"] for result in results] == [202] * 36 + [400]
    truth = Truth.read(tmp_path / "truth")
    told = {int(result["id"]) for result in results[:36]}
    assert told == {record.id for record in truth.records.values() if record.by == "client"}


def test_searches_match_parts_or_nothing_at_all_as_the_rules_say(tmp_path: Path) -> None:
    found = {}
    for search in ("exact", "partial", "ignored"):
        with client_of(tmp_path / search, search=search, older=1) as client:
            client.post(BULK, json=BODIES[:12])
            found[search] = len(rows(client.get("/api2/invoices.json?po_number=ORD-1&limit=1000")))
    assert found["exact"] == 1
    assert found["partial"] == 3
    assert found["ignored"] > 12


def test_a_record_carries_ids_as_text_relations_and_unknown_fields(tmp_path: Path) -> None:
    with client_of(tmp_path / "truth", form="text") as client:
        (row,) = rows(client.get("/api2/invoices?limit=1"))
        detail = client.get(f"/api2/invoices/{row['id']}.json").json()["data"]["Invoice"]
    assert row["id"].isdecimal()
    assert row["Client"]["id"] == row["client_id"]
    assert "InvoiceItem" not in row
    assert detail["InvoiceItem"][0]["quantity"]
    assert detail["site_id"] == "5000000"


def test_without_the_key_nothing_is_told(tmp_path: Path) -> None:
    with client_of(tmp_path / "truth") as client:
        assert client.get("/api2/site_info", headers={"apikey": ""}).status_code == 401


@pytest.mark.parametrize(
    ("fault", "made", "seen"),
    [("none:500", 0, 500), ("all:422", 36, 422), ("all:html", 36, 200), ("none:cut", 0, None), ("late:cut", 36, None)],
)
def test_a_fault_does_the_work_that_it_is_named_after(tmp_path: Path, fault: str, made: int, seen: int | None) -> None:
    rules: dict[str, Any] = {"faults": (fault,), "fault_share": 1.0, "late": (0.1, 0.2)}
    with client_of(tmp_path / "truth", **rules) as client:
        try:
            status: int | None = client.post(BULK, json=BODIES).status_code
        except httpx.TransportError:
            status = None
    assert status == seen
    assert Truth.read(tmp_path / "truth").made_for("invoices").total() == made


def test_half_of_a_chunk_is_some_of_it(tmp_path: Path) -> None:
    with client_of(tmp_path / "truth", faults=("half:413",), fault_share=1.0) as client:
        assert client.post(BULK, json=BODIES).status_code == 413
    assert 0 < Truth.read(tmp_path / "truth").made_for("invoices").total() < 36
