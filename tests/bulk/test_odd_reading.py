"""Reading back over real connections from a server that answers lists and records oddly: nothing odd is believed."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest

from daftra_async import ApiKey, Daftra
from daftra_async.errors import AuthenticationError, PermissionDenied

from .server import Server

Answer = tuple[int, bytes]

SETTINGS: dict[str, Any] = {"chunk_size": 2, "concurrency": 1, "settle": 0.3, "poll_interval": 0.05}


class Odd(Server):
    """Answers its first reads of lists, or of records, as it is told; ``bare`` lists leave the key out.

    The answer to its second request for records is cut off once they are made, so that they must be read back.
    """

    def __init__(self, *, lists: tuple[Answer, ...] = (), records: tuple[Answer, ...] = (), bare: bool = False) -> None:
        super().__init__(seed=1, fault=0.0)
        self.lists = list(lists)
        self.single = list(records)
        self.bare = bare
        self.asked = 0

    async def answer(self, method: str, target: str, body: bytes) -> Answer | None:
        if method == "GET":
            waiting = self.lists if "/invoices.json" in target else self.single
            if waiting:
                return waiting.pop(0)
        return await super().answer(method, target, body)

    async def create(self, drafts: list[dict[str, Any]], fault: str) -> Answer | None:
        self.asked += 1
        return await super().create(drafts, "cut_after" if self.asked == 2 else fault)

    def listing(self, rows: list[dict[str, Any]], query: dict[str, str]) -> bytes:
        document = json.loads(super().listing(rows, query))
        if self.bare:
            for row in document["data"]:
                del row["Invoice"]["po_number"]
        return json.dumps(document).encode()


@asynccontextmanager
async def client_of(server: Server) -> AsyncIterator[Daftra]:
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    async with Daftra(base_url=f"http://127.0.0.1:{port}", auth=ApiKey("a-key"), timeout=5.0) as daftra:
        yield daftra
    listening.close()
    await listening.wait_closed()


def drafts(count: int) -> list[dict[str, Any]]:
    return [{"Invoice": {"client_id": 1, "notes": f"draft {place}"}, "InvoiceItem": []} for place in range(count)]


ODD_LISTS: dict[str, Answer] = {
    "a page": (200, b"<html>log in</html>"),
    "a failure that calls itself a success": (200, b'{"result":"failed","code":200,"data":[],"message":"no"}'),
    "an array": (200, b"[]"),
    "an object for rows": (200, b'{"result":"successful","data":{}}'),
    "a text for a row": (200, b'{"result":"successful","data":["1"]}'),
    "a row without an id": (200, b'{"result":"successful","data":[{"Invoice":{"no":"1"}}]}'),
    "another invoice's page": (404, b'{"result":"failed","code":404,"message":"no"}'),
    "half of it": (200, b'{"result":"successful","data":['),
    "nothing": (200, b""),
    "bytes of no text": (200, b'{"data":["\xff"]}'),
}


@pytest.mark.parametrize("odd", ODD_LISTS.values(), ids=ODD_LISTS)
async def test_an_answer_that_is_no_list_proves_nothing_and_is_asked_for_again(odd: Answer) -> None:
    server = Odd(lists=(odd, odd))
    async with client_of(server) as daftra:
        report = await daftra.invoices.bulk(drafts(5), **SETTINGS)
    assert (report.created, report.unconfirmed) == (5, 0)
    assert server.lists == []
    assert len(server.records) == 5


@pytest.mark.parametrize(("status", "error"), [(401, AuthenticationError), (403, PermissionDenied)])
async def test_a_server_that_lets_nobody_read_stops_the_run_which_can_be_resumed(
    tmp_path: Path, status: int, error: type[Exception]
) -> None:
    server = Odd(lists=((status, b'{"result":"failed","message":"no"}'),))
    ledger = tmp_path / "june.sqlite"
    async with client_of(server) as daftra:
        with pytest.raises(error, match=str(status)):
            await daftra.invoices.bulk(drafts(5), ledger=ledger, **SETTINGS)
        report = await daftra.invoices.bulk(drafts(5), ledger=ledger, **SETTINGS)
    assert (report.created, report.unconfirmed) == (5, 0)
    assert len(server.records) == 5


ODD_RECORDS: dict[str, Answer] = {
    "a page": (200, b"<html>log in</html>"),
    "no record in it": (200, b'{"result":"successful","data":[]}'),
    "half of it": (200, b'{"result":"successful","data":{'),
    "nothing found yet": (404, b'{"result":"failed","code":404,"message":"no"}'),
}


@pytest.mark.parametrize("odd", ODD_RECORDS.values(), ids=ODD_RECORDS)
async def test_a_key_that_no_list_shows_is_read_from_the_record_itself(odd: Answer) -> None:
    server = Odd(records=(odd,), bare=True)
    async with client_of(server) as daftra:
        run = daftra.invoices.bulk(drafts(5), chunk_size=2, concurrency=1, settle=1.5, poll_interval=0.05)
        report = await run
        audit = await run.audit()
    assert (report.created, report.unconfirmed) == (5, 0)
    assert server.single == []
    # A list without keys tells the audit by its ids whether each record is there.
    assert (audit.ok, audit.checked) == (True, 5)


@pytest.mark.parametrize("wrapper", ["Invoice", "Document", None], ids=str)
async def test_records_come_in_any_wrapper_or_in_none(wrapper: str | None) -> None:
    class Wrapping(Odd):
        def listing(self, rows: list[dict[str, Any]], query: dict[str, str]) -> bytes:
            document = json.loads(super().listing(rows, query))
            document["pagination"]["page_count"] = str(document["pagination"]["page_count"])
            if wrapper is None:
                document["data"] = [row["Invoice"] for row in document["data"]]
            else:
                document["data"] = [{wrapper: row["Invoice"]} for row in document["data"]]
            return json.dumps(document).encode()

    async with client_of(Wrapping()) as daftra:
        run = daftra.invoices.bulk(drafts(5), **SETTINGS)
        report = await run
        audit = await run.audit()
    assert (report.created, report.unconfirmed, audit.ok) == (5, 0, True)
