"""Programs written against the last release type-check against today's code: what breaks them breaks users."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONSUMERS = ROOT / "tests" / "consumers"


def mypy(*paths: Path, cache: Path) -> subprocess.CompletedProcess[str]:
    """The package is looked at as users have it: its own errors are not theirs, its types are."""
    command = [sys.executable, "-m", "mypy", "--strict", "--python-version=3.11", "--follow-imports=silent"]
    command += ["--no-color-output", "--no-error-summary", f"--cache-dir={cache}", "--config-file=", *map(str, paths)]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("mypy")


def test_every_consumer_type_checks(cache: Path) -> None:
    programs = sorted(CONSUMERS.glob("*.py"))
    assert len(programs) > 3
    done = mypy(*programs, cache=cache)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_consumer_of_what_is_not_there_does_not(cache: Path, tmp_path: Path) -> None:
    (tmp_path / "consumer.py").write_text(
        "from daftra_async import Daftra\n\n\n"
        "async def use(daftra: Daftra) -> str:\n"
        "    await daftra.invoices.list(no_such_argument=1)\n"
        '    await daftra.invoices.create({"Invoice": {"client_id": 1, "notse": "x"}})\n'
        '    await daftra.invoices.create({"client_id": 1, "items": [{"unit_price": 9.5}]})\n'
        '    await daftra.invoices.edit(1, nots="x")\n'
        "    (await daftra.invoices.list().with_details().collect())[0].no_such_field\n"
        "    return (await daftra.invoices.get(1)).id\n"
    )
    done = mypy(tmp_path / "consumer.py", cache=cache)
    assert 'Unexpected keyword argument "no_such_argument"' in done.stdout
    assert 'got "int", expected "str"' in done.stdout
    assert 'consumer.py:6: error: Argument 1 to "create"' in done.stdout
    assert 'consumer.py:7: error: Argument 1 to "create"' in done.stdout
    assert 'Unexpected keyword argument "nots"' in done.stdout
    assert '"Invoice" has no attribute "no_such_field"' in done.stdout
