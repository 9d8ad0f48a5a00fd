"""The answer itself, whatever it is; files behind links; requests that are known by their path."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from daftra_async import ApiKey, ConfigurationError, Daftra, NotFound, PermissionDenied, RawResponse, UnexpectedResponse
from daftra_async._wire.messages import Operation
from daftra_async.emulator import Emulator
from daftra_async.errors import ConnectionLost, Rejected
from daftra_async.models import Invoice

from .server import Exchange, FaultServer, answer, answering

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\nbytes\x00that are no text"
LOGIN = b"<!doctype html><title>Log in</title>"


def client(url: str) -> Daftra:
    return Daftra(base_url=url, auth=ApiKey("a-secret-key"), date_format="DD/MM/YYYY")


async def test_a_raw_call_gives_the_answer_and_what_it_means() -> None:
    async with Emulator() as emulator, client(emulator.url) as other:
        async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as daftra:
            raw = await daftra.with_raw_response.invoices.get(1)
            assert isinstance(raw, RawResponse)
            assert (raw.status, raw.headers["content-type"].partition(";")[0]) == (200, "application/json")
            assert raw.content.startswith(b"{")
            invoice = raw.parse()
            assert isinstance(invoice, Invoice)
            assert invoice == await daftra.invoices.get(1)
            assert isinstance(await daftra.invoices.get(2), Invoice)
            page = await daftra.with_raw_response.invoices.list(limit=3)
            assert len(page.parse().items) == 3
        refused = await other.with_raw_response.invoices.get(1)
        assert refused.status == 401


async def test_an_answer_that_says_no_is_given_and_raised_when_it_is_read() -> None:
    echo = answer(b'{"message":"no a-secret-key"}', 404, x_request_id="r-1")
    async with FaultServer(answering(echo)) as server, client(server.url) as daftra:
        raw = await daftra.with_raw_response.invoices.get(26)
        assert (raw.status, raw.request_id) == (404, "r-1")
        for _ in range(2):
            with pytest.raises(NotFound, match=r"no \*\*\*"):
                raw.parse()
        assert "a-secret-key" not in f"{raw!r}"


async def test_what_never_arrived_is_raised() -> None:
    async def cut(exchange: Exchange) -> None:
        await exchange.read_request()

    async with FaultServer(cut) as server, client(server.url) as daftra:
        with pytest.raises(ConnectionLost):
            await daftra.with_raw_response.invoices.create({"Invoice": {"client_id": 1}, "InvoiceItem": []})


async def test_bytes_that_are_no_json_are_given_as_they_are() -> None:
    pdf = answer(PDF, content_type="application/pdf")
    async with FaultServer(answering(pdf)) as server, client(server.url) as daftra:
        raw = await daftra.with_raw_response.request("GET", "/invoices/print/26.pdf")
        assert raw.content == PDF
        with pytest.raises(UnexpectedResponse):
            raw.parse()
        with pytest.raises(UnexpectedResponse):
            await daftra.request("GET", "/invoices/print/26.pdf")


async def test_a_date_in_the_accounts_form_is_read_in_a_raw_answer_too() -> None:
    async with Emulator() as emulator, Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as daftra:
        raw = await daftra.with_raw_response.invoices.get(1)
        assert raw.parse().date == (await daftra.invoices.get(1)).date is not None


@pytest.mark.parametrize("name", ["edit", "bulk", "_call", "nonsense"])
def test_what_is_no_single_call_has_no_raw_answer(name: str) -> None:
    raw: Any = client("http://127.0.0.1:1").with_raw_response
    with pytest.raises(AttributeError, match="no single documented call"):
        getattr(raw.invoices, name)
    with pytest.raises(AttributeError, match="no resource"):
        raw.nonsense  # noqa: B018
    assert "get" in dir(raw.invoices)
    assert {"invoices", "request"} <= set(dir(raw))
    assert copy.copy(raw).invoices is not None


# Files.


@pytest.mark.parametrize("link", ["/files/26.pdf?x=a%20b&empty=", "{host}/files/26.pdf?x=a%20b&empty="])
async def test_a_file_of_the_accounts_own_host_is_fetched(link: str) -> None:
    async with FaultServer(answering(answer(PDF, content_type="application/pdf"))) as server:
        async with client(server.url) as daftra:
            assert await daftra.download(link.replace("{host}", server.url)) == PDF
        line, *fields = server.requests[0].decode().split("\r\n")
        assert line == "GET /files/26.pdf?x=a+b&empty= HTTP/1.1"
        assert "accept: */*" in fields


@pytest.mark.parametrize(
    "link",
    [
        "https://files.example/26.pdf",
        "//files.example/26.pdf",
        "http://127.0.0.1:1@files.example/26.pdf",
        "http://127.0.0.1:2/26.pdf",
        "https://127.0.0.1:1/26.pdf",
        "http://[::1",
        "26.pdf",
        "",
        "/../26.pdf",
    ],
)
async def test_a_link_to_elsewhere_takes_no_credential_there(link: str) -> None:
    async with client("http://127.0.0.1:1") as daftra:
        with pytest.raises(ConfigurationError):
            await daftra.download(link)


NO_FILES = {
    "login page": answer(LOGIN, content_type="text/html"),
    "page that says it is a file": answer(LOGIN, content_type="application/pdf"),
    "file that says it is a page": answer(PDF, content_type="text/html"),
    "nothing": answer(b"", content_type="application/pdf"),
    "another kind": answer(b"\x89PNG\r\n\x1a\n", content_type="application/pdf"),
    "json": answer(b'{"message":"no"}'),
    "redirect": answer(b"", 302, location="/login"),
    "refusal": answer(b'{"message":"no"}', 403),
}


@pytest.mark.parametrize("name", NO_FILES)
async def test_what_is_no_such_file_is_an_error(name: str) -> None:
    async with FaultServer(answering(NO_FILES[name])) as server, client(server.url) as daftra:
        with pytest.raises(PermissionDenied if name == "refusal" else UnexpectedResponse) as caught:
            await daftra.download("/files/26.pdf")
        assert ("login page" in caught.value.message) == (name == "redirect")


async def test_a_file_of_any_kind_is_still_no_page() -> None:
    answers = answering(answer(b"a;b\n1;2\n", content_type="text/csv"), NO_FILES["login page"])
    async with FaultServer(answers) as server, client(server.url) as daftra:
        assert await daftra.download("/files/report.csv", kind="any") == b"a;b\n1;2\n"
        with pytest.raises(UnexpectedResponse, match="HTML page"):
            await daftra.download("/files/report.csv", kind="any")
        with pytest.raises(ConfigurationError, match="kind"):
            await daftra.download("/files/report.csv", kind="csv")  # type: ignore[arg-type]


# Requests that are known by their path.


async def cut_once(exchange: Exchange) -> None:
    while True:
        await exchange.read_request()
        if exchange.number == 0:
            return
        await exchange.send(answer())


@pytest.mark.parametrize(
    ("method", "path", "idempotent", "again"),
    [
        ("GET", "/api2/invoices/26.json", None, True),
        ("get", "/api2/invoices/26", None, True),
        ("GET", "/api2/anything.json", None, True),
        ("GET", "/api2/bookings/convert_to_invoice/26", None, False),
        ("GET", "/api2/bookings/convert_to_invoice/26.json", None, False),
        ("GET", "/api2/bookings/change_status/26/1", None, False),
        ("GET", "/api2/anything.json", False, False),
        ("GET", "/api2/invoices/26.json", False, False),
        ("PUT", "/api2/invoices/26.json", None, True),
        ("PUT", "/api2/invoices/26.json", False, False),
        ("DELETE", "/api2/anything/26.json", None, True),
        ("POST", "/api2/invoices.json", None, False),
        ("POST", "/api2/search.json", True, True),
        ("POST", "/v2/api/multi-entity", None, False),
    ],
)
async def test_a_request_is_sent_again_where_that_changes_nothing(
    method: str, path: str, idempotent: bool | None, again: bool
) -> None:
    async with FaultServer(cut_once) as server, client(server.url) as daftra:
        call = daftra.request(method, path, json={} if method == "POST" else None, idempotent=idempotent)
        if again:
            await call
        else:
            with pytest.raises(ConnectionLost):
                await call
        assert len(server.requests) == 1 + again


async def test_a_documented_read_that_changes_things_is_never_sent_again() -> None:
    async def cut(exchange: Exchange) -> None:
        await exchange.read_request()

    async with FaultServer(cut) as server, client(server.url) as daftra:
        with pytest.raises(ConnectionLost):
            await daftra.bookings.convert_to_invoice(26)
        with pytest.raises(ConnectionLost):
            await daftra.bookings.change_status(26, "1")
        assert len(server.requests) == 2


async def test_a_request_is_named_and_judged_as_the_documented_one() -> None:
    seen: list[str] = []
    refusing = answering(answer(b'{"error":"no","more":1}'))
    async with FaultServer(refusing) as server:
        hooks = [lambda event: seen.append(f"{event.operation} {event.path}")]
        async with Daftra(base_url=server.url, auth=ApiKey("key"), hooks=hooks) as daftra:
            for path in ("/api2/invoices/26.json", "/api2/nobody/knows/26.json"):
                with pytest.raises(Rejected):
                    await daftra.request("GET", path)
            assert await daftra.request("GET", "/other/26.json") == {"error": "no", "more": 1}
    assert seen[0] == "invoices.get /api2/invoices/{id}.json"
    assert seen[3] == "request.get /api2/nobody/knows/26.json"


def test_the_operation_with_the_fewest_placeholders_is_meant() -> None:
    from daftra_async._documented import operation_of

    assert operation_of("POST", "/api2/invoices/add_bulk.json").name == "add_bulk"
    assert operation_of("GET", "/v2/api/entity/invoice/list/1").name == "list"
    assert operation_of("GET", "/api2/invoices").id == "invoices.list"
    assert isinstance(operation_of("PATCH", "/api2/invoices"), Operation)
    assert operation_of("PATCH", "/api2/invoices").kind == "action"
