"""Every Python block of the README runs as it stands, against the emulator."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
import types
from pathlib import Path
from typing import Any

import pytest

from daftra_async import ApiKey, Daftra
from daftra_async.emulator import Emulator

README = Path(__file__).parents[2] / "README.md"
BLOCKS = [
    (match.group(1), README.read_text(encoding="utf-8").count("\n", 0, match.start()) + 2)
    for match in re.finditer(r"^```python\n(.*?)^```", README.read_text(encoding="utf-8"), re.DOTALL | re.MULTILINE)
]


async def run(source: str, names: dict[str, Any], line: int) -> None:
    """Run a block that may await at its top level, as a notebook would."""
    code = compile("\n" * (line - 1) + source, str(README), "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    result = types.FunctionType(code, names)()
    if inspect.isawaitable(result):
        await result


@pytest.fixture
def environment(emulator: Emulator, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What ``from_env`` reads, and an empty folder for what a block writes."""
    monkeypatch.setenv("DAFTRA_BASE_URL", emulator.url)
    monkeypatch.setenv("DAFTRA_API_KEY", emulator.api_key)
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("environment")
@pytest.mark.parametrize(("source", "line"), BLOCKS, ids=[f"line {line}" for _, line in BLOCKS])
async def test_a_block_of_the_readme_runs(
    source: str, line: int, emulator: Emulator, capsys: pytest.CaptureFixture[str]
) -> None:
    async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as daftra:
        names = {"daftra": daftra, "Daftra": Daftra, "ApiKey": ApiKey, "__name__": "readme"}
        await run(source.replace("asyncio.run(main())", "await main()"), names, line)
    assert capsys.readouterr().err == ""


def test_the_readmes_pytest_example_passes_in_a_fresh_project(tmp_path: Path) -> None:
    (example,) = (source for source, _ in BLOCKS if "def test_" in source)
    (tmp_path / "test_mine.py").write_text(example, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 passed" in done.stdout


def test_the_readme_has_blocks() -> None:
    assert len(BLOCKS) >= 15
