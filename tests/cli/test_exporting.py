"""``daftra export``, also when it is interrupted."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import pytest

from daftra_async.emulator import Emulator

from .conftest import Shell

LIST = "GET /api2/invoices.json"


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """Slow enough per page that an export can be interrupted."""
    with Emulator(latency=0.05) as running:
        yield running
        assert running.app.failures == []


def ids(shell: Shell, name: str) -> list[str]:
    with (shell.home / name).open(encoding="utf-8", newline="") as file:
        return [row["id"] for row in csv.DictReader(file)]


def test_an_export_appears_whole(shell: Shell) -> None:
    done = shell("export", "invoices", "out.csv")
    assert done.code == 0
    assert "24 rows in out.csv" in done.err
    assert sorted(ids(shell, "out.csv"), key=int) == [str(number) for number in range(1, 25)]


def test_ctrl_c_leaves_no_half_file_and_the_same_command_finishes(shell: Shell) -> None:
    shell.emulator.journal.clear()
    terminal = shell.terminal("export", "invoices", "out.csv", "limit=1")
    terminal.until(lambda: len(shell.emulator.journal.matching(LIST)) >= 9)
    terminal.type("\x03")
    stopped = terminal.end()
    assert stopped.code == 130
    assert "Traceback" not in stopped.out
    assert not (shell.home / "out.csv").exists()
    assert shell("export", "invoices", "out.csv", "limit=1").code == 0
    assert sorted(ids(shell, "out.csv"), key=int) == [str(number) for number in range(1, 25)]
    assert {path.name for path in shell.home.iterdir()} == {"out.csv"}


def test_another_suffix_is_a_usage_error(shell: Shell) -> None:
    done = shell("export", "invoices", "out.xlsx")
    assert (done.code, ".parquet" in done.err) == (2, True)


def test_a_directory_that_does_not_exist_is_named(shell: Shell) -> None:
    done = shell("export", "invoices", "nowhere/out.csv")
    assert (done.code, done.err) == (2, "there is no directory nowhere\n")


def test_a_field_that_holds_nothing_is_an_empty_cell(shell: Shell) -> None:
    shell.emulator.store.insert("invoice", {"type": 0, "client_id": 1, "no": "000099"})
    assert shell("export", "invoices", "out.csv").code == 0
    assert '""' not in (shell.home / "out.csv").read_text(encoding="utf-8")


def test_an_error_in_the_middle_leaves_no_half_file(shell: Shell) -> None:
    shell.emulator.faults.script(LIST, [None, *["html"] * 30])  # type: ignore[list-item]
    done = shell("export", "invoices", "out.csv", "limit=5")
    assert done.code == 1
    assert not (shell.home / "out.csv").exists()
