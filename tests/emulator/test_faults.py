"""Faults: each breaks what it says, on a real connection, and the journal tells what was done all the same."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from daftra_async.emulator import Emulator, Fault
from daftra_async.emulator.__main__ import main
from daftra_async.errors import ConfigurationError

CREATE = "POST /api2/invoices.json"
BULK = "POST /api2/invoices/add_bulk*"
DRAFT = {"Invoice": {"client_id": 1}, "InvoiceItem": [{"item": "Paper", "unit_price": 10}]}


async def create(api: httpx.AsyncClient) -> httpx.Response:
    return await api.post("/api2/invoices.json", json=DRAFT)


@pytest.fixture(params=["socket", "in-process"])
async def client(request: pytest.FixtureRequest, emulator: Emulator) -> Any:
    transport = emulator.transport() if request.param == "in-process" else None
    async with httpx.AsyncClient(
        base_url=emulator.url, headers={"apikey": emulator.api_key}, transport=transport
    ) as client:
        yield client


@pytest.mark.parametrize(
    ("fault", "applied"),
    [
        (Fault(kind="cut_before"), 0),
        (Fault(kind="cut_before", how="close"), 0),
        (Fault(kind="cut_after"), 1),
        (Fault(kind="cut_after", how="close"), 1),
        (Fault(kind="cut_halfway"), 1),
        (Fault(kind="zombie"), 1),
    ],
)
async def test_a_cut_loses_the_answer_and_does_or_does_not_do_the_work(
    client: httpx.AsyncClient, emulator: Emulator, fault: Fault, applied: int
) -> None:
    before = emulator.store.count("invoice")
    emulator.faults.script(CREATE, [fault])
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        await create(client)
    await emulator.settled()
    assert emulator.store.count("invoice") == before + applied
    assert emulator.journal[-1].delivery == "lost"
    assert (await create(client)).status_code == 202


async def test_a_zombie_works_on_while_the_client_already_looks(api: httpx.AsyncClient, emulator: Emulator) -> None:
    before = emulator.store.count("invoice")
    emulator.faults.script(CREATE, [Fault(kind="zombie", delay=0.05)])
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        await create(api)
    looked = (await api.get("/api2/invoices.json")).json()["pagination"]["total_results"]
    await emulator.settled()
    settled = (await api.get("/api2/invoices.json")).json()["pagination"]["total_results"]
    assert (looked, settled) == (24, 25)
    assert emulator.store.count("invoice") == before + 1


async def test_only_the_scripted_request_meets_its_fault(api: httpx.AsyncClient, emulator: Emulator) -> None:
    emulator.faults.script(BULK, [None, None, "cut_after"])
    for _ in range(2):
        assert len((await api.post("/api2/invoices/add_bulk.json", json=[DRAFT] * 2)).json()) == 2
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        await api.post("/api2/invoices/add_bulk.json", json=[DRAFT] * 2)
    verdicts = [entry.verdict for entry in emulator.journal.matching(BULK)]
    assert verdicts == ["created", "created", "created, answer lost"]
    assert [len(entry.ids) for entry in emulator.journal.matching(BULK)] == [2, 2, 2]


@pytest.mark.parametrize(("applied", "made"), [(False, 0), (True, 1)])
async def test_5xx_with_and_without_the_work_done(
    client: httpx.AsyncClient, emulator: Emulator, applied: bool, made: int
) -> None:
    before = emulator.store.count("invoice")
    emulator.faults.script(CREATE, [Fault(kind="status", status=502, html=True, applied=applied)])
    answer = await create(client)
    assert answer.status_code == 502
    assert answer.headers["content-type"].startswith("text/html")
    assert emulator.store.count("invoice") == before + made


@pytest.mark.parametrize("retry_after", ["3", "0", "-1", "soon", "Wed, 21 Oct 2026 07:28:00 GMT", None])
async def test_429_with_any_retry_after(client: httpx.AsyncClient, emulator: Emulator, retry_after: str | None) -> None:
    emulator.faults.script(CREATE, [Fault(kind="status", status=429, retry_after=retry_after)])
    answer = await create(client)
    assert (answer.status_code, answer.headers.get("retry-after")) == (429, retry_after)


async def test_a_login_page_in_place_of_an_answer(client: httpx.AsyncClient, emulator: Emulator) -> None:
    emulator.faults.script(CREATE, ["html"])
    answer = await create(client)
    assert (answer.status_code, answer.text[:15]) == (200, "<!DOCTYPE html>")


@pytest.mark.parametrize("kind", ["garbage", "truncated"])
async def test_bodies_that_are_no_json(client: httpx.AsyncClient, emulator: Emulator, kind: Any) -> None:
    emulator.faults.script(CREATE, [kind])
    answer = await create(client)
    with pytest.raises(ValueError, match=r"."):
        json.loads(answer.content)


async def test_short_and_reordered_bulk_answers(client: httpx.AsyncClient, emulator: Emulator) -> None:
    emulator.faults.script(BULK, [Fault(kind="short", drop=2), "reordered"])
    short = (await client.post("/api2/invoices/add_bulk.json", json=[DRAFT] * 5)).json()
    reordered = [e["id"] for e in (await client.post("/api2/invoices/add_bulk.json", json=[DRAFT] * 5)).json()]
    assert len(short) == 3
    assert reordered == sorted(reordered, reverse=True)
    assert [entry.delivery for entry in emulator.journal] == ["damaged", "damaged"]
    assert [len(entry.ids) for entry in emulator.journal] == [5, 5]


async def test_a_slow_body_arrives_in_pieces(client: httpx.AsyncClient, emulator: Emulator) -> None:
    emulator.faults.script("GET *", [Fault(kind="slow_body", delay=0.05)])
    async with client.stream("GET", "/api2/clients.json") as answer:
        pieces = [piece async for piece in answer.aiter_raw() if piece]
    assert len(pieces) > 5
    assert json.loads(b"".join(pieces))["result"] == "successful"


async def test_a_hanging_request_never_answers(client: httpx.AsyncClient, emulator: Emulator) -> None:
    before = emulator.store.count("invoice")
    emulator.faults.script(CREATE, [Fault(kind="hang", applied=True)])
    with pytest.raises((httpx.ReadTimeout, TimeoutError)):
        await asyncio.wait_for(create(client), 0.05)
    await emulator.settled()
    assert emulator.store.count("invoice") == before + 1


async def test_latency_lets_later_requests_overtake(api: httpx.AsyncClient, emulator: Emulator) -> None:
    emulator.faults.script("GET /api2/clients*", [Fault(kind="latency", delay=0.1)])
    finished: list[str] = []

    async def ask(path: str) -> None:
        await api.get(path)
        finished.append(path)

    await asyncio.gather(ask("/api2/clients.json"), ask("/api2/taxes.json"))
    assert finished == ["/api2/taxes.json", "/api2/clients.json"]


async def test_a_cut_hits_the_connection_behind_a_forwarding_header(api: httpx.AsyncClient, emulator: Emulator) -> None:
    emulator.faults.script(CREATE, ["cut_before"])
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        await api.post("/api2/invoices.json", json=DRAFT, headers={"X-Forwarded-For": "203.0.113.9"})


async def test_a_reset_and_an_orderly_close_look_different(emulator: Emulator) -> None:
    emulator.faults.script("GET *", [Fault(kind="cut_before", how="reset"), Fault(kind="cut_before", how="close")])
    host, port = emulator.url.removeprefix("http://").split(":")
    seen = []
    for _ in range(2):
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(b"GET /api2/clients.json HTTP/1.1\r\nHost: localhost\r\n\r\n")
        try:
            seen.append(repr(await reader.read()))
        except ConnectionResetError:
            seen.append("reset")
        writer.close()
    assert seen == ["reset", "b''"]


async def test_a_cut_halfway_leaves_half_a_body(emulator: Emulator) -> None:
    emulator.faults.script("GET *", ["cut_halfway"])
    host, port = emulator.url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    request = f"GET /api2/clients.json HTTP/1.1\r\nHost: localhost\r\napikey: {emulator.api_key}\r\n\r\n"
    writer.write(request.encode())
    head, _, body = (await reader.read()).partition(b"\r\n\r\n")
    writer.close()
    promised = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
    assert len(body) == promised // 2


async def test_read_lag_hides_what_was_just_created(api: httpx.AsyncClient, emulator: Emulator) -> None:
    emulator.faults.script(CREATE, [Fault(kind="read_lag", delay=30)])
    number = (await create(api)).json()["id"]
    hidden = await api.get(f"/api2/invoices/{number}.json")
    unlisted = (await api.get("/api2/invoices.json")).json()["pagination"]["total_results"]
    emulator.clock.move(30)
    shown = await api.get(f"/api2/invoices/{number}.json")
    listed = (await api.get("/api2/invoices.json")).json()["pagination"]["total_results"]
    assert (hidden.status_code, shown.status_code) == (404, 200)
    assert (unlisted, listed) == (24, 25)


@pytest.mark.parametrize(("kind", "refreshable"), [("expired_token", 200), ("revoked_token", 401)])
async def test_a_token_goes_bad_in_the_middle_of_things(emulator: Emulator, kind: Any, refreshable: int) -> None:
    known = emulator.credentials
    client_pair = {"client_id": known.client_id, "client_secret": known.client_secret}
    async with httpx.AsyncClient(base_url=emulator.url) as client:
        grant = {"grant_type": "password", "username": known.username, "password": known.password, **client_pair}
        issued = (await client.post("/v2/oauth/token", data=grant)).json()
        headers = {"Authorization": f"Bearer {issued['access_token']}"}
        emulator.faults.script("GET /api2/site_info*", [None, kind])
        statuses = [(await client.get("/api2/site_info.json", headers=headers)).status_code for _ in range(3)]
        refresh = {"grant_type": "refresh_token", "refresh_token": issued["refresh_token"], **client_pair}
        refreshed = await client.post("/v2/oauth/token", data=refresh)
    assert statuses == [200, 401, 401]
    assert refreshed.status_code == refreshable


async def faulty(emulator: Emulator, requests: int) -> list[bool]:
    emulator.faults.rate("GET *", 0.3, Fault(kind="status", status=500))
    async with httpx.AsyncClient(base_url=emulator.url, headers={"apikey": emulator.api_key}) as client:
        return [(await client.get("/api2/site_info.json")).status_code == 500 for _ in range(requests)]


async def test_chance_is_seeded() -> None:
    runs = []
    for seed in (1, 1, 2):
        async with Emulator(fault_seed=seed) as emulator:
            runs.append(await faulty(emulator, 60))
    assert runs[0] == runs[1] != runs[2]
    assert 5 < sum(runs[0]) < 35


async def test_a_plan_comes_from_a_file(tmp_path: Path, api: httpx.AsyncClient, emulator: Emulator) -> None:
    plan = {"seed": 3, "rules": [{"route": "GET */clients*", "nth": [2], "fault": "status", "status": 503}]}
    emulator.faults.load(plan)
    assert [(await api.get("/api2/clients.json")).status_code for _ in range(3)] == [200, 503, 200]
    emulator.faults.clear()
    assert emulator.faults.rules == []


@pytest.mark.parametrize(
    "rule", [{"fault": "explosion"}, {"route": "*"}, {"fault": "status", "colour": 1}, {"fault": "html", "nth": 3}, 7]
)
def test_a_rule_that_cannot_be_understood_is_refused(rule: Any) -> None:
    with pytest.raises(ConfigurationError, match="fault rule"):
        Emulator(seed=False).faults.load({"rules": [rule]})


@pytest.mark.parametrize("share", [-0.1, 1.1])
def test_a_rate_is_a_share(share: float) -> None:
    with pytest.raises(ConfigurationError, match="between 0 and 1"):
        Emulator(seed=False).faults.rate("*", share, "html")


@pytest.mark.parametrize("content", [None, "{", "[]", '{"rules": 5}'])
def test_the_command_refuses_a_file_that_is_no_plan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], content: str | None
) -> None:
    path = tmp_path / "plan.json"
    if content is not None:
        path.write_text(content)
    assert main(["--port", "0", "--faults", str(path)]) == 2
    assert "fault plan" in capsys.readouterr().err
