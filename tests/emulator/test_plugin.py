"""The pytest fixtures, used as a project of somebody's own would."""

from __future__ import annotations

import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

_MODULE = "daftra_async.emulator.pytest_plugin"

PROJECT = """
import asyncio
import httpx


def test_synchronously(daftra_emulator):
    answer = httpx.get(f"{daftra_emulator.url}/api2/clients.json", headers={"apikey": daftra_emulator.api_key})
    assert answer.json()["pagination"]["total_results"] == 12


def test_with_a_client(daftra, daftra_emulator):
    async def work():
        lines = [{"item": "Paper", "unit_price": "9.50"}]
        created = await daftra.invoices.create({"Invoice": {"client_id": 1}, "InvoiceItem": lines})
        return await daftra.invoices.get(created.id)

    invoice = asyncio.run(work())
    assert str(invoice.summary_total) == "9.5"
    assert daftra_emulator.journal[0].verdict == "created"


def test_every_test_starts_afresh(daftra_emulator):
    assert daftra_emulator.store.count("client") == 12
    assert len(daftra_emulator.journal) == 0
"""

OPTIONS = """
import pytest


@pytest.fixture
def daftra_emulator_options():
    return {"seed": False}
"""


def run(project: Path, *, expected: int = 0) -> str:
    """Run pytest in a process of its own; the plugin is named unless the installed package already names it."""
    registered = any(point.value == _MODULE for point in entry_points(group="pytest11"))
    plugin = [] if registered else ["-p", _MODULE]
    (project / "pytest.ini").write_text("[pytest]\nfilterwarnings = error\n")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "-p",
        "no:asyncio",
        *plugin,
        str(project),
    ]
    finished = subprocess.run(command, capture_output=True, text=True, cwd=project, check=False)
    assert finished.returncode == expected, finished.stdout + finished.stderr
    return finished.stdout


def test_a_fresh_project_gets_the_fixtures(tmp_path: Path) -> None:
    (tmp_path / "test_mine.py").write_text(PROJECT)
    assert "3 passed" in run(tmp_path)


def test_a_project_turns_the_switches(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text(OPTIONS)
    (tmp_path / "test_mine.py").write_text(
        "def test_empty(daftra_emulator):\n    assert daftra_emulator.store.tables() == []\n"
    )
    assert "1 passed" in run(tmp_path)


def test_the_plugin_costs_nothing_until_it_is_used() -> None:
    code = f"import sys, {_MODULE}; print([name for name in ('starlette', 'uvicorn', 'httpx') if name in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == "[]"
