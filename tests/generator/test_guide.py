"""The guide for maintainers works as written: its commands run in order, in a checkout of their own."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GUIDE = ROOT / "docs" / "following-a-documentation-change.md"
BLOCK = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)


def steps() -> Iterator[tuple[str, list[str]]]:
    """Every command with the lines that the guide shows of its output."""
    for block in BLOCK.findall(GUIDE.read_text(encoding="utf-8")):
        for part in block.split("$ ")[1:]:
            command, *shown = part.splitlines()
            yield command, [line for line in shown if line.strip()]


def runnable(command: str) -> str:
    """``make regen FROM=x`` without the installation that make does first."""
    made = re.fullmatch(r"make regen(?: FROM=(\S+))?", command)
    if made is None:
        return command
    return "python -m generator regen" + (f" --from {made[1]}" if made[1] else "")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with what the generator reads, committed."""
    root = tmp_path / "checkout"
    hidden = shutil.ignore_patterns("__pycache__")
    for name in ("generator", "specs", "daftra_async"):
        shutil.copytree(ROOT / name, root / name, ignore=hidden)
    shutil.copy(ROOT / ".gitignore", root)
    identity = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "init.defaultBranch=main"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "as it was"]):
        subprocess.run(["git", *identity, *arguments], cwd=root, check=True, capture_output=True)
    return root


def test_the_commands_of_the_guide_run_in_order_and_say_what_it_shows(checkout: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command, shown in steps():
        done = subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", runnable(command)],
            cwd=checkout,
            env={"PATH": path, "HOME": str(checkout)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
        for line in shown:
            start = line.partition("…")[0]
            assert any(said.startswith(start) for said in done.stdout.splitlines()), f"{command}: {line}\n{done.stdout}"
    status = subprocess.run(["git", "status", "--porcelain"], cwd=checkout, capture_output=True, text=True, check=True)
    assert status.stdout == ""
