"""Reading back: exact comparison on our side, whatever the server's search does."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from daftra_async._bulk.api import Listing
from daftra_async._bulk.errors import BulkError
from daftra_async._bulk.key_search import KeySearch, SearchResult, id_of
from daftra_async._bulk.keys import CustomField, KeyField, derive, family
from daftra_async._bulk.read_retrier import ReadRetrier
from daftra_async._wire.messages import Response

from .virtual import VirtualClock, run_virtually

RUN = "DA0123456789AB"


class Lists:
    """An API that answers every search with the given pages, whatever is asked."""

    account, resource, section, batch, timeout = "a", "invoices", "Invoice", True, 30.0

    def __init__(self, *pages: Sequence[Mapping[str, Any]], total: int | None = None, **records: Any) -> None:
        self.pages = pages
        self.total = total
        self.records = records
        self.asked: list[Mapping[str, str]] = []

    async def send(self, drafts: Sequence[Mapping[str, Any]]) -> Response:
        raise AssertionError("reading back sends nothing")

    async def find(self, query: Mapping[str, str]) -> Listing:
        self.asked.append(query)
        page = int(query["page"])
        rows = self.pages[page - 1] if page <= len(self.pages) else ()
        return Listing(records=tuple(rows), page_count=None, total=self.total)

    async def fetch(self, record_id: int) -> Mapping[str, Any] | None:
        record: Mapping[str, Any] | None = self.records.get(f"r{record_id}")
        return record


def searched(api: Lists, *keys: str, key: KeyField = "po_number", sample: str | None = None) -> SearchResult:
    search = KeySearch(api, key, RUN, retrier=ReadRetrier(VirtualClock(1), 60.0), concurrency=2)
    search.sample = (sample, 1, ()) if sample else None
    return run_virtually(search.search(keys))


def ids(result: SearchResult, key: str) -> list[int]:
    return [id_of(record) for record in result.found.get(key, ())]


def test_a_partial_match_is_no_match() -> None:
    api = Lists([{"id": "1", "no": "A-12"}, {"id": "2", "no": "A-1"}])
    result = searched(api, "A-1", key="no")
    assert ids(result, "A-1") == [2]


def test_a_search_that_was_ignored_is_replaced_by_reading_the_whole_list() -> None:
    api = Lists([{"id": "1", "po_number": "B-7"}], [{"id": "2", "po_number": "A-1"}])
    assert ids(searched(api, "A-1"), "A-1") == [2]
    assert "po_number" in api.asked[0]
    assert "po_number" not in api.asked[-1]


def test_every_page_of_a_search_is_read() -> None:
    pages = [[{"id": str(place), "no": f"A-1{place}"}] for place in range(1, 6)]
    assert ids(searched(Lists(*pages), "A-15", key="no"), "A-15") == [5]


@pytest.mark.parametrize(("shown", "clear"), [("a-17", False), ("0A-17", False), ("A-17", True), ("A-18", True)])
def test_a_key_that_only_nearly_matches_is_neither_there_nor_absent(shown: str, clear: bool) -> None:
    result = searched(Lists([{"id": "1", "po_number": shown}], []), "A-17")
    assert ("A-17" not in result.unclear) is clear


def test_a_key_of_digits_that_lost_its_zeros_is_unclear() -> None:
    result = searched(Lists([{"id": "1", "po_number": 123}]), "000123")
    assert result.unclear == {"000123"}
    assert not result.found


def test_a_list_without_the_field_sends_for_the_records_themselves() -> None:
    record = {"id": "4", "InvoiceCustomField": [{"label": "Import id", "value": "A-1"}]}
    assert ids(searched(Lists([{"id": "4"}], r4=record), "A-1", key=CustomField("Import id")), "A-1") == [4]
    assert searched(Lists([{"id": "4"}]), "A-1", key=CustomField("Import id")).unclear == {"A-1"}


def test_a_family_of_keys_is_read_by_one_search() -> None:
    keys = [derive(RUN, place, bytes([place] * 16)) for place in range(32)]
    api = Lists([{"id": str(place + 1), "po_number": key} for place, key in enumerate(keys)])
    result = searched(api, *keys, sample=keys[0])
    assert len(result.found) == 32
    assert {query["po_number"] for query in api.asked} == {family(keys[0])}


def test_a_list_that_shrinks_while_it_is_read_proves_nothing() -> None:
    with pytest.raises(BulkError, match="1 of 2 records"):
        run_virtually(_patiently(Lists([{"id": "1", "po_number": "A-2"}], total=2)))


class Changing(Lists):
    """Oldest first unless asked otherwise; once a page was read, the oldest record goes and another comes."""

    def __init__(self) -> None:
        super().__init__()
        self.numbers = range(1, 401)

    async def find(self, query: Mapping[str, str]) -> Listing:
        limit, page = int(query["limit"]), int(query["page"])
        rows = sorted(self.numbers, reverse=query.get("sort") == "id" and query.get("direction") == "desc")
        shown = rows[(page - 1) * limit : page * limit]
        listing = Listing(
            records=tuple({"id": str(row), "po_number": f"A-{row}"} for row in shown),
            page_count=-(-len(rows) // limit),
            total=len(rows),
        )
        self.numbers = range(2, 402)
        return listing


def test_a_record_that_comes_does_not_make_up_for_one_that_was_missed() -> None:
    result = run_virtually(_patiently(Changing(), "A-201"))
    assert ids(result, "A-201") == [201]


async def _patiently(api: Lists, key: str = "A-1") -> SearchResult:
    retrier = ReadRetrier(VirtualClock(1), 60.0)
    search = KeySearch(api, "po_number", RUN, retrier=retrier, concurrency=2)
    search.must_scan = True
    return await retrier.ask(lambda: search.search([key]))
