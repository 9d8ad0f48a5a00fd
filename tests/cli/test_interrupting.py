"""Ctrl-C: what is known then, and how to go on."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from daftra_async.emulator import Fault

from .conftest import Shell
from .terminal import Ended

NOBODY_KNOWS = "may have been executed all the same: look before sending it again"


def interrupted(shell: Shell, words: Sequence[str], *, at: str) -> Ended:
    """The command, ended by Ctrl-C while a request to that route hangs."""
    shell.emulator.journal.clear()
    terminal = shell.terminal(*words)
    terminal.until(lambda: bool(shell.emulator.journal.matching(at)))
    terminal.type("\x03")
    return terminal.end()


@pytest.mark.parametrize(
    ("words", "at"),
    [
        (("edit", "invoices", "5", "notes=x"), "PUT /api2/invoices/5*"),
        (("run", "clients.create", "business_name=Nile"), "POST /api2/clients*"),
        (("run", "bookings.change_status", "id=1", "booking_status=2"), "GET /api2/bookings/change_status*"),
        (("call", "POST", "/api2/clients.json", "--data", '{"Client": {}}'), "POST /api2/clients*"),
    ],
)
def test_a_write_that_is_interrupted_says_that_nobody_knows(shell: Shell, words: tuple[str, ...], at: str) -> None:
    shell.emulator.faults.always(at, Fault(kind="hang"))
    done = interrupted(shell, words, at=at)
    assert done.code == 130
    assert NOBODY_KNOWS in " ".join(done.out.split())


@pytest.mark.parametrize("words", [("get", "invoices", "5"), ("call", "GET", "/api2/invoices/5.json")])
def test_a_read_that_is_interrupted_leaves_nothing_to_look_for(shell: Shell, words: tuple[str, ...]) -> None:
    shell.emulator.faults.always("GET *", Fault(kind="hang"))
    done = interrupted(shell, words, at="GET *")
    assert (done.code, NOBODY_KNOWS in done.out) == (130, False)
    assert "Interrupted." in done.out


def test_a_long_list_that_is_interrupted_keeps_its_rows_and_says_what_can_be_stopped(shell: Shell) -> None:
    shell.emulator.faults.script("GET /api2/invoices*", [None, Fault(kind="hang"), *[Fault(kind="hang")] * 20])
    done = interrupted(
        shell, ("list", "invoices", "limit=5", "--all", "--format", "jsonl", "--fields", "no"), at="GET /api2/invoices*"
    )
    assert done.code == 130
    assert "`daftra export invoices FILE.csv`" in done.out


def test_a_check_that_is_interrupted_says_that_nothing_was_sent(shell: Shell) -> None:
    line = '{"client_id": 1, "items": [{"item": "Ink", "unit_price": "9.50"}]}\n'
    (shell.home / "long.jsonl").write_text(line * 300_000)
    shell.emulator.journal.clear()
    terminal = shell.terminal("bulk", "submit", "long.jsonl", "--check")
    terminal.until("checking long.jsonl")
    terminal.type("\x03")
    done = terminal.end()
    assert (done.code, "Nothing was sent." in done.out) == (130, True)
    assert len(shell.emulator.journal) == 0
