"""The command as a person and as a script meet it: on a terminal and in a pipe in a process of its own, and, because a
process takes half a second to start, in this process where only what it does and prints matters.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner

from daftra_async.emulator import Emulator

from .terminal import DEADLINE, Ended, Terminal

PROGRAM = [sys.executable, "-m", "daftra_async.cli"]


class Shell:
    """Runs ``daftra`` in a directory and an environment of its own."""

    def __init__(self, home: Path, emulator: Emulator) -> None:
        self.home = home
        self.emulator = emulator
        self.terminals: list[Terminal] = []
        self.account = {"DAFTRA_BASE_URL": emulator.url, "DAFTRA_API_KEY": emulator.api_key}

    def environment(self, changes: Mapping[str, str] | None) -> dict[str, str]:
        base = {name: value for name, value in os.environ.items() if not name.startswith(("DAFTRA_", "XDG_"))}
        for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "CI", "GITHUB_ACTIONS", "PY_COLORS"):
            base.pop(name, None)
        root = str(Path(__file__).parents[2])
        own = {"HOME": str(self.home), "TERM": "xterm-256color", "PYTHONPATH": root, "PYTHONUTF8": "1"}
        return {**base, **own, **(self.account if changes is None else changes)}

    def __call__(self, *words: str, env: Mapping[str, str] | None = None, stdin: str = "") -> Ended:
        """Run in this process, without a terminal."""
        from daftra_async.cli.app import app

        environment = self.environment(env)
        cleared: dict[str, str | None] = {name: None for name in os.environ if name not in environment}
        done = CliRunner().invoke(app, list(words), input=stdin, env={**cleared, **environment})
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return Ended(done.exit_code, done.stdout, done.stderr)

    def process(self, *words: str, env: Mapping[str, str] | None = None, stdin: str = "") -> Ended:
        """Run in a process of its own, with pipes for stdin, stdout and stderr."""
        done = subprocess.run(
            [*PROGRAM, *words],
            input=stdin,
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=self.home,
            env=self.environment(env),
            timeout=DEADLINE,
            check=False,
        )
        return Ended(done.returncode, done.stdout, done.stderr)

    def terminal(
        self, *words: str, env: Mapping[str, str] | None = None, width: int = 100, out: Path | None = None
    ) -> Terminal:
        """Start on a terminal of that width, ``> out`` where a file is named."""
        environment = self.environment(env)
        self.terminals.append(Terminal([*PROGRAM, *words], cwd=self.home, env=environment, width=width, out=out))
        return self.terminals[-1]


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator() as running:
        yield running
        assert running.app.failures == []


@pytest.fixture
def shell(tmp_path: Path, emulator: Emulator, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shell]:
    emulator.faults.clear()
    monkeypatch.chdir(tmp_path)
    shell = Shell(tmp_path, emulator)
    yield shell
    for terminal in shell.terminals:
        terminal.kill()
