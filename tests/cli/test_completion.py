"""TAB in bash, zsh and fish, each for real: resources, filters and their values."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Shell
from .terminal import DEADLINE, Terminal

BIN = Path(sys.executable).parent


def needs(name: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(name) is None, reason=f"no {name} on this machine: apt-get install {name}")


def environment(shell: Shell) -> dict[str, str]:
    """The installed command in the path, and a prompt that says when the shell is ready."""
    own = {"PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "PS1": "ready> ", "TERM": "dumb", "LC_ALL": "C.UTF-8"}
    return {**shell.environment(None), **own}


WORDS = """daftra() { [ -n "$_DAFTRA_COMPLETE" ] && command daftra "$@" || printf '<%s>' "$@"; }"""
"""The command shows the words that it was given, except to a shell that asks for offers."""


def in_bash(shell: Shell) -> Terminal:
    terminal = Terminal(["bash", "--norc", "--noprofile", "-i"], cwd=shell.home, env=environment(shell), width=200)
    return taught(shell, terminal, "source <(daftra completion bash)")


def in_zsh(shell: Shell) -> Terminal:
    terminal = Terminal(["zsh", "-f", "-i"], cwd=shell.home, env=environment(shell), width=200)
    return taught(shell, terminal, "autoload -Uz compinit && compinit -u -D; source <(daftra completion zsh)")


def taught(shell: Shell, terminal: Terminal, command: str) -> Terminal:
    shell.terminals.append(terminal)
    terminal.until("ready> ")
    terminal.type(f"{command}; {WORDS}; echo taught\n")
    terminal.until("\ntaught\n")
    return terminal


SHELLS = [pytest.param(in_bash, marks=needs("bash"), id="bash"), pytest.param(in_zsh, marks=needs("zsh"), id="zsh")]


@pytest.mark.parametrize("start", SHELLS)
def test_tab_completes_commands_resources_filters_and_their_values(
    shell: Shell, start: Callable[[Shell], Terminal]
) -> None:
    terminal = start(shell)
    for typed, words in (
        ("exp\tx", ["export", "x"]),
        ("list credit_no\tx", ["list", "credit_notes", "x"]),
        ("list invoices payment_st\tunp\tx", ["list", "invoices", "payment_status=unpaid", "x"]),
        ("list invoices no=1 dra\ty\tx", ["list", "invoices", "no=1", "draft=yes", "x"]),
        ("run invoices.create items.unit\t9", ["run", "invoices.create", "items.unit_price=9"]),
        ("list invoices --fields id,summary_un\t", ["list", "invoices", "--fields", "id,summary_unpaid"]),
        ("list invoices --format cs\tx", ["list", "invoices", "--format", "csv", "x"]),
        ("list invoices --format=cs\t", ["list", "invoices", "--format=csv"]),
        ("bulk submit x.csv --resource purchase_inv\t", ["bulk", "submit", "x.csv", "--resource", "purchase_invoices"]),
        ("emulator --switch put_re\tfa\t", ["emulator", "--switch", "put_resets=false"]),
    ):
        terminal.type(f"daftra {typed}\n")
        terminal.until("".join(f"<{word}>" for word in words))


@pytest.mark.parametrize("start", SHELLS)
def test_tab_shows_the_values_of_a_filter(shell: Shell, start: Callable[[Shell], Terminal]) -> None:
    terminal = start(shell)
    terminal.type("daftra list invoices payment_status=\t\t")
    terminal.until("overdue")
    assert "partially_paid" in terminal.text


@pytest.mark.parametrize("start", SHELLS)
def test_where_nothing_is_known_files_are_offered(shell: Shell, start: Callable[[Shell], Terminal]) -> None:
    (shell.home / "unmistakable.csv").touch()
    terminal = start(shell)
    terminal.type("daftra bulk submit unmis\t")
    terminal.until("daftra bulk submit unmistakable.csv")


@needs("fish")
@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("daftra exp", ["export\tEvery row of a resource into a file."]),
        ("daftra list credit_no", ["credit_notes"]),
        ("daftra list invoices payment_st", ["payment_status=\tOnly invoices in this state of payment."]),
        ("daftra list invoices payment_status=unp", ["payment_status=unpaid\tUnpaid"]),
        ("daftra list invoices draft=", ["draft=no", "draft=yes"]),
        ("daftra run invoices.create items.quan", ["items.quantity=\tHow many units."]),
        ("daftra run bookings.conv", ["bookings.convert_to_invoice"]),
        ("daftra call PU", ["PUT"]),
        ("daftra completion fi", ["fish"]),
        ("daftra bulk submit unmis", ["unmistakable.csv"]),
    ],
)
def test_fish_completes(shell: Shell, line: str, offered: list[str]) -> None:
    (shell.home / "unmistakable.csv").touch()
    program = f"daftra completion fish | source; complete --do-complete '{line}'"
    done = subprocess.run(
        ["fish", "--no-config", "-c", program],
        cwd=shell.home,
        env=environment(shell),
        capture_output=True,
        text=True,
        timeout=DEADLINE,
        check=True,
    )
    assert done.stdout.splitlines() == offered


def test_profiles_are_offered(shell: Shell) -> None:
    config = ("config", "set", "nile", "--base-url", shell.emulator.url, "--key-stdin")
    assert shell(*config, stdin="key\n", env={}).code == 0
    asked = {
        "_DAFTRA_COMPLETE": "complete_fish",
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
        "_TYPER_COMPLETE_ARGS": "daftra whoami --profile ",
    }
    done = subprocess.run([BIN / "daftra"], env=shell.environment(asked), capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["nile"]


@pytest.mark.parametrize("name", ["bash", "zsh", "fish"])
def test_each_shells_script_can_be_had_from_any_other(shell: Shell, name: str) -> None:
    done = shell.process("completion", name)
    assert (done.code, "_DAFTRA_COMPLETE" in done.out) == (0, True)


def test_a_shell_that_there_is_no_script_for_is_refused(shell: Shell) -> None:
    done = shell("completion", "csh")
    assert (done.code, "bash" in done.err) == (2, True)
