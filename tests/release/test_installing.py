"""The wheel works away from the checkout: in an empty environment, with each extra, and with the lowest versions.

Each test makes an environment and installs from the package index, which takes minutes, so they run only with
``DAFTRA_TEST_RELEASE=1``.
"""

from __future__ import annotations

import email
import os
import re
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import attrs
import pytest

from daftra_async.emulator import Emulator

from .conftest import Artifacts

pytestmark = pytest.mark.skipif(
    os.environ.get("DAFTRA_TEST_RELEASE") != "1", reason="installs from the package index: set DAFTRA_TEST_RELEASE=1"
)

RUNTIME_EXTRAS = ("cli", "emulator", "encryption", "export")

CALLS = """
import asyncio, sys
from decimal import Decimal
from daftra_async import Daftra

async def main():
    async with Daftra.from_env() as daftra:
        invoice = await daftra.invoices.get(1)
        assert invoice.summary_total == Decimal("9208.74"), invoice
        assert len([row async for row in daftra.invoices.list(limit=5)]) >= 24
        drafts = [{"Invoice": {"client_id": 1}, "InvoiceItem": [{"item": "Ink", "unit_price": "1", "quantity": 1}]}]
        report = await daftra.invoices.bulk(drafts * 3)
        assert report.created == 3, report

asyncio.run(main())
"""
EVERY_MODULE = """
import importlib, pkgutil, daftra_async
skipped = ("daftra_async.emulator.pytest_plugin",)
for module in pkgutil.walk_packages(daftra_async.__path__, "daftra_async."):
    if not module.name.endswith("__main__") and module.name not in skipped:
        importlib.import_module(module.name)
"""
EXPORT = """
import asyncio, pyarrow.parquet
from daftra_async import Daftra

async def main():
    async with Daftra.from_env() as daftra:
        done = await daftra.clients.list().export("clients.parquet")
        assert pyarrow.parquet.read_table("clients.parquet").num_rows == done.rows > 0

asyncio.run(main())
"""
EMULATE = "from daftra_async.emulator import Emulator\nwith Emulator() as emulator: print(emulator.url)"


@attrs.frozen
class Environment:
    """An environment of its own, outside the checkout."""

    home: Path
    emulator: Emulator

    def install(self, *requirements: str) -> None:
        venv.create(self.home / "venv", with_pip=True)
        self.run(str(self.python), "-m", "pip", "install", "-q", "--disable-pip-version-check", *requirements)

    @property
    def python(self) -> Path:
        return self.home / "venv" / ("Scripts" if sys.platform == "win32" else "bin") / "python"

    def program(self, source: str, *, warnings: str = "error") -> str:
        return self.run(str(self.python), "-W", warnings, "-c", source)

    def daftra(self, *words: str) -> str:
        return self.run(str(self.python.with_name("daftra")), *words)

    def run(self, *command: str) -> str:
        base = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "DAFTRA_"))}
        account = {"DAFTRA_BASE_URL": self.emulator.url, "DAFTRA_API_KEY": self.emulator.api_key}
        done = subprocess.run(
            command, cwd=self.home, env={**base, **account}, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, f"{command[0]} …\n{done.stdout}\n{done.stderr}"
        return done.stdout


@pytest.fixture
def environment(tmp_path: Path) -> Iterator[Environment]:
    with Emulator() as emulator:
        yield Environment(tmp_path, emulator)


def lowest(wheel: Path) -> list[str]:
    """Every run-time requirement at the lowest version that it allows."""
    with ZipFile(wheel) as archive:
        (name,) = (each for each in archive.namelist() if each.endswith("/METADATA"))
        told = email.message_from_bytes(archive.read(name))
    found = []
    for line in told.get_all("Requires-Dist", []):
        extra = re.search(r"extra == ['\"](\w+)['\"]", line)
        match = re.match(r"([\w.-]+)[^;]*?>=([\w.]+)", line)
        if match and (extra is None or extra[1] in RUNTIME_EXTRAS):
            found.append(f"{match[1]}=={match[2]}")
    return found


def test_alone_it_calls_pages_and_submits(artifacts: Artifacts, environment: Environment) -> None:
    environment.install(str(artifacts.wheel))
    environment.program(CALLS)
    assert "install daftra-async with its extra cli" in environment.run(
        str(environment.python), "-c", "import subprocess, sys; "
        "print(subprocess.run([sys.executable, '-m', 'daftra_async.cli'], capture_output=True, text=True).stderr)",
    )  # fmt: skip


def test_with_the_emulator_it_emulates(artifacts: Artifacts, environment: Environment) -> None:
    environment.install(f"{artifacts.wheel}[emulator]")
    assert environment.program(EMULATE).startswith("http://127.0.0.1:")


def test_with_export_it_writes_parquet(artifacts: Artifacts, environment: Environment) -> None:
    environment.install(f"{artifacts.wheel}[export]")
    environment.program(EXPORT)


def test_with_cli_there_is_the_command(artifacts: Artifacts, environment: Environment) -> None:
    environment.install(f"{artifacts.wheel}[cli]")
    assert environment.daftra("--version").startswith("daftra-async ")
    assert "Emulated Trading Co." in environment.daftra("whoami")


def test_with_the_lowest_versions_everything_works(artifacts: Artifacts, environment: Environment) -> None:
    environment.install(f"{artifacts.wheel}[{','.join(RUNTIME_EXTRAS)}]", *lowest(artifacts.wheel))
    for program in (EVERY_MODULE, CALLS, EXPORT, EMULATE):
        # Old libraries beside new ones warn of each other; that is theirs to settle.
        environment.program(program, warnings="default")
    assert "daftra list invoices" in environment.daftra("--help")
    assert "Emulated Trading Co." in environment.daftra("whoami")
    assert environment.daftra("list", "invoices", "-n", "2", "--format", "table").startswith("id")
    assert environment.daftra("ops", "invoices.list", "--format", "table")
