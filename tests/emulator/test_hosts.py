"""A page in somebody's browser reaches the emulator neither by a name of its own nor through what a record holds."""

from __future__ import annotations

import httpx
import pytest

from daftra_async.emulator import Emulator
from daftra_async.emulator.hosts import is_own


@pytest.mark.parametrize("path", ["/__emulator", "/api2/site_info.json", "/v2/oauth/token"])
async def test_a_foreign_name_is_refused_before_anything_else(
    emulator: Emulator, api: httpx.AsyncClient, path: str
) -> None:
    port = emulator.url.rpartition(":")[2]
    answer = await api.get(path, headers={"host": f"attacker.example:{port}"})
    assert answer.status_code == 421
    assert "attacker.example" in answer.text
    assert answer.headers["content-type"].startswith("text/plain")
    assert len(emulator.journal) == 0


@pytest.mark.parametrize("name", ["localhost", "LOCALHOST:8000", "api.localhost:1", "127.0.0.1", "192.168.1.7:80"])
async def test_addresses_and_localhost_are_its_own(api: httpx.AsyncClient, name: str) -> None:
    assert (await api.get("/api2/site_info.json", headers={"host": name})).status_code == 200


async def test_it_answers_to_the_names_that_it_is_given() -> None:
    async with Emulator(hosts=["daftra"]) as emulator, httpx.AsyncClient(base_url=emulator.url) as api:
        assert (await api.get("/__emulator", headers={"host": "Daftra:8000"})).status_code == 200
        assert (await api.get("/__emulator", headers={"host": "daftra.example"})).status_code == 421


@pytest.mark.parametrize(
    ("host", "own"),
    [
        ("[::1]:8000", True),
        ("[::1]", True),
        ("localhost.", True),
        ("", False),
        ("[evil", False),
        ("127.0.0.1.evil.example", False),
        ("localhost.evil.example:8000", False),
        ("evillocalhost", False),
        ("evil@localhost", False),
    ],
)
def test_only_what_nobody_else_can_have_is_its_own(host: str, own: bool) -> None:
    assert is_own(host, ()) is own


async def test_without_a_socket_no_browser_can_come_so_any_name_will_do() -> None:
    emulator = Emulator()
    async with httpx.AsyncClient(base_url="https://acme.daftra.com", transport=emulator.transport()) as api:
        answer = await api.get("/api2/site_info.json", headers={"apikey": emulator.api_key})
    assert answer.status_code == 200


async def test_the_page_may_run_nothing_load_nothing_and_be_framed_by_nobody(api: httpx.AsyncClient) -> None:
    for path in ("/__emulator", "/__emulator/records/client", "/__emulator/records/none"):
        headers = (await api.get(path)).headers
        policy: dict[str, str] = {}
        for rule in headers["content-security-policy"].split(";"):
            name, value = rule.split(maxsplit=1)
            policy[name] = value
        assert policy["default-src"] == "'none'"
        assert policy["style-src"].startswith("'sha256-")
        assert (policy["frame-ancestors"], policy["base-uri"], policy["form-action"]) == ("'none'", "'none'", "'none'")
        assert (headers["x-content-type-options"], headers["cache-control"]) == ("nosniff", "no-store")
