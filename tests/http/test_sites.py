"""Two sites that an app calls behind one host share connections and nothing else."""

from __future__ import annotations

import asyncio
import json
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest

from daftra_async import ConfigurationError, Daftra
from daftra_async._http.limiter import RateLimit
from daftra_async._http.retry import RetryPolicy
from daftra_async._http.token_store import MemoryTokenStore
from daftra_async._wire.messages import Response
from daftra_async._wire.settings import DateFormatNeeded, DecodeSettings
from daftra_async.auth import ApiKey, PasswordGrant

from .calls import GET
from .virtual import Broken, Reply, run, scripted


def test_a_site_is_sent_as_a_header_and_is_part_of_the_account() -> None:
    session, transport = scripted([Reply()] * 4, site_id=7)
    other = session.with_options(site_id=8, branch_id=3)

    async def calls() -> None:
        await session.send(GET)
        await other.send(GET)
        await session.send(GET, {"site_id": 9})
        await session.send(GET, {"site_id": None})

    run(calls())
    assert [request.headers.get("site-id") for _, request in transport.sent] == ["7", "8", "9", None]
    assert session.account == "https://acme.example?site=7"
    assert other.account == "https://acme.example?site=8&branch=3"
    assert session.with_options(site_id=None).account == "https://acme.example"


def test_a_client_has_a_site() -> None:
    daftra = Daftra(base_url="https://api.example", auth=ApiKey("k"), site_id=7)
    assert daftra.account == "https://api.example?site=7"
    assert daftra.with_options(site_id=8).account == "https://api.example?site=8"


@pytest.mark.parametrize("site", [-1, True, "7", 1.5, "7\r\nx: y"])
def test_a_site_that_is_none_is_refused_at_once(site: Any) -> None:
    with pytest.raises(ConfigurationError, match="site_id"):
        Daftra("acme", auth=ApiKey("k"), site_id=site)


def test_a_site_is_named_in_one_place() -> None:
    with pytest.raises(ConfigurationError, match="site_id="):
        Daftra("acme", auth=ApiKey("k")).with_options(headers={"Site-Id": "7"})


def test_a_429_of_one_site_holds_no_other() -> None:
    async def calls() -> list[float]:
        session, transport = scripted([Reply(429, {"retry-after": "60"}), Reply(), Reply()], site_id=7)
        held = asyncio.ensure_future(session.send(GET))
        await asyncio.sleep(1)
        await session.with_options(site_id=8).send(GET)
        await held
        return transport.times

    assert run(calls()) == [0.0, 1.0, 60.0]


def test_each_site_has_places_and_a_rate_of_its_own() -> None:
    async def calls() -> list[float]:
        session, transport = scripted(lambda _: Reply(takes=5.0), site_id=7, concurrency=1, rate_limit=RateLimit(1))
        other = session.with_options(site_id=8)
        await asyncio.gather(session.send(GET), session.send(GET), other.send(GET), other.send(GET))
        return transport.times

    assert run(calls()) == [0.0, 0.0, 5.0, 5.0]


def test_each_site_has_a_token_of_its_own_and_keeps_it_apart() -> None:
    given: list[str] = []

    async def server(request: httpx.Request) -> Reply | Broken:
        if request.url.path != "/v2/oauth/token":
            used.append((request.headers["site-id"], request.headers["authorization"]))
            return Reply()
        assert parse_qs(request.content.decode())["grant_type"] == ["password"]
        given.append(f"token-{len(given) + 1}")
        return Reply(body=json.dumps({"access_token": given[-1], "expires_in": 3600}).encode())

    async def calls() -> None:
        store = MemoryTokenStore()
        grant = PasswordGrant(
            client_id="app", client_secret="a-secret", username="u", password="pass-word", store=store
        )
        for _ in range(2):
            session, _transport = scripted(server, auth=grant, site_id=7)
            await session.send(GET)
            await session.with_options(site_id=8).send(GET)

    used: list[tuple[str, str]] = []
    run(calls())
    assert given == ["token-1", "token-2"]
    assert used == [("7", "Bearer token-1"), ("8", "Bearer token-2")] * 2


def test_each_site_shows_dates_in_a_form_of_its_own() -> None:
    def server(request: httpx.Request) -> Reply:
        form = {"7": "DD/MM/YYYY", "8": "MM/DD/YYYY"}[request.headers["site-id"]]
        return Reply(body=json.dumps({"result": "successful", "data": {"Site": {"date_format": form}}}).encode())

    def parse(response: Response, settings: DecodeSettings) -> str:
        if settings.date_format is None:
            raise DateFormatNeeded
        return settings.date_format

    async def calls() -> list[str]:
        session, _ = scripted(server, site_id=7, retry=RetryPolicy(retries=0))
        return [await one.call(GET, parse) for one in (session, session.with_options(site_id=8), session)]

    assert run(calls()) == ["DD/MM/YYYY", "MM/DD/YYYY", "DD/MM/YYYY"]
