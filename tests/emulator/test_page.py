"""The read-only web page, as a browser shows it."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

import httpx
import pytest

from daftra_async.emulator import Emulator, Fault

_BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
in_browser = pytest.mark.skipif(_BROWSER is None, reason="no Chromium on this machine: apt-get install chromium")


async def rendered(url: str, profile: Path) -> str:
    """The page's DOM after Chromium has loaded it, and found nothing in it that its policy forbids."""
    assert _BROWSER is not None
    arguments = ["--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={profile}", "--enable-logging=stderr"]
    process = await asyncio.create_subprocess_exec(
        _BROWSER, *arguments, "--dump-dom", url, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    dom, log = await process.communicate()
    assert b"Content Security Policy" not in log, log.decode(errors="replace")
    return dom.decode()


async def test_the_page_needs_no_credential_and_is_not_in_the_journal(emulator: Emulator) -> None:
    async with httpx.AsyncClient(base_url=emulator.url) as browser:
        answer = await browser.get("/__emulator")
    assert answer.status_code == 200
    assert len(emulator.journal) == 0


async def test_records_are_escaped(emulator: Emulator, api: httpx.AsyncClient) -> None:
    emulator.store.insert("client", {"business_name": "<script>alert(1)</script>"})
    text = (await api.get("/__emulator/records/client")).text
    assert "<script>" not in text
    assert "&lt;script&gt;" in text


async def test_an_unknown_table_is_not_found_and_tokens_are_not_shown(
    emulator: Emulator, api: httpx.AsyncClient
) -> None:
    emulator.tokens.issue()
    assert (await api.get("/__emulator/records/unicorn")).status_code == 404
    assert (await api.get("/__emulator/records/oauth_token")).status_code == 404
    assert "oauth_token" not in (await api.get("/__emulator")).text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
async def test_the_page_changes_nothing(emulator: Emulator, api: httpx.AsyncClient, method: str) -> None:
    before = emulator.snapshot()
    await api.request(method, "/__emulator/records/client", json={})
    assert emulator.snapshot() == before


@in_browser
async def test_a_browser_shows_records_requests_and_faults(
    emulator: Emulator, api: httpx.AsyncClient, tmp_path: Path
) -> None:
    emulator.faults.script("GET /api2/clients*", [None, Fault(kind="status", status=503, applied=True)])
    for _ in range(2):
        await api.get("/api2/clients.json")
    overview = await rendered(f"{emulator.url}/__emulator", tmp_path / "one")
    assert 'href="/__emulator/records/invoice"' in overview
    assert "/api2/clients.json" in overview
    assert "read, answer lost" in overview
    records = await rendered(f"{emulator.url}/__emulator/records/client", tmp_path / "two")
    assert "مؤسسة النور للتجارة" in records
    assert 'dir="auto"' in records
