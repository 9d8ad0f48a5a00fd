"""Every terminal transcript of the README and the documentation is what the command prints."""

from __future__ import annotations

import shlex
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from daftra_async.emulator import Emulator

from .transcripts import Command, File, Session, free_port, read_page

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "examples"
# tests/generator/test_guide.py runs that one, in a checkout.
ELSEWHERE = {"following-a-documentation-change.md"}
SETTING_UP = ("export ", "daftra config set")
PAGES = [
    page
    for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")))
    if page.name not in ELSEWHERE and any(isinstance(step, Command) for step in read_page(page))
]


@pytest.mark.parametrize("page", PAGES, ids=[page.relative_to(ROOT).as_posix() for page in PAGES])
def test_a_page_shows_what_the_command_prints(page: Path, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    with Emulator(port=free_port(), start=datetime(2026, 9, 25, 9, 0), bulk_latency=0.005) as emulator:
        session = Session(tmp_path, emulator)
        steps = list(read_page(page))
        if not any(isinstance(step, Command) and step.text.startswith(SETTING_UP) for step in steps):
            session.connect()
        for step in steps:
            if isinstance(step, File):
                session.write(step)
            else:
                session.run(step)
        assert emulator.app.failures == []


def test_the_examples_that_the_guide_repeats_are_those_of_the_checkout() -> None:
    guide = ROOT / "docs" / "howto" / "command-line.md"
    files = {step.name: step.text for step in read_page(guide) if isinstance(step, File)}
    assert files["june.csv"] == (EXAMPLES / "june.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("june.jsonl", 0, "100 invoices for 12 clients"),
        (
            "june.csv --group-by order --column order=po_number --column Client\\ No=client_id --ignore Comment",
            0,
            "2 inv",
        ),
        ("invoices.jsonl", 2, "line 15: client_id missing"),
    ],
)
def test_the_examples_of_the_checkout_are_what_the_readme_says(words: str, code: int, told: str) -> None:
    command = [sys.executable, "-m", "daftra_async.cli", "bulk", "submit", *shlex.split(words), "--check"]
    done = subprocess.run(command, cwd=EXAMPLES, capture_output=True, text=True, timeout=60, check=False)
    assert (done.returncode, told in done.stderr) == (code, True)


@pytest.mark.parametrize(
    ("shown", "printed", "same"),
    [("150 of 300", "200 of 300", True), ("150 of 300", "200 of 301", False), ("150 rows", "150 row", False)],
)
def test_only_the_numbers_named_may_vary(tmp_path: Path, shown: str, printed: str, same: bool) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"<!-- varies: 150 -->\n```console\n$ echo {printed}\n{shown}\n```\n", encoding="utf-8")
    (step,) = read_page(page)
    assert isinstance(step, Command)
    assert shutil.which("bash")
    with Emulator(seed=False) as emulator:
        if same:
            Session(tmp_path, emulator).run(step)
        else:
            with pytest.raises(AssertionError):
                Session(tmp_path, emulator).run(step)
