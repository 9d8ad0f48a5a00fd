"""The command as a person and as a script meet it: on a terminal and in a pipe in a process of its own, and, because a
process takes half a second to start, in this process where only what it does and prints matters.
"""

from __future__ import annotations

import os
import select
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import attrs
import pytest
from typer.testing import CliRunner

from daftra_async.emulator import Emulator

PROGRAM = [sys.executable, "-m", "daftra_async.cli"]
ON_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execv(sys.executable, [sys.executable, "-m", "daftra_async.cli", *sys.argv[1:]])
"""
DEADLINE = 45.0
"""A process that takes longer hangs: the test fails instead of waiting for ever."""


@attrs.frozen
class Ended:
    """How a process ended and what it wrote."""

    code: int
    out: str
    err: str = ""


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

    def terminal(self, *words: str, env: Mapping[str, str] | None = None, width: int = 100) -> Terminal:
        """Start on a terminal of that width."""
        self.terminals.append(Terminal(words, cwd=self.home, env=self.environment(env), width=width))
        return self.terminals[-1]


class Terminal:
    """A process whose stdin, stdout and stderr are one terminal, which is also its controlling one."""

    def __init__(self, words: tuple[str, ...], *, cwd: Path, env: Mapping[str, str], width: int) -> None:
        import fcntl
        import pty
        import termios

        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
        self._process = subprocess.Popen(
            [sys.executable, "-c", ON_TERMINAL, *words],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=cwd,
            env=dict(env),
            start_new_session=True,
        )
        os.close(slave)
        self._written = b""

    def type(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def until(self, ready: str | Callable[[], bool]) -> None:
        """Read on until the text has been written, or the condition holds."""
        deadline = time.monotonic() + DEADLINE
        while not (ready in self.text if isinstance(ready, str) else ready()):
            reading = self._read(0.05)
            assert reading, f"it ended before {ready!r} came:\n{self.text}"
            assert time.monotonic() < deadline, f"{ready!r} never came:\n{self.text}"

    def end(self) -> Ended:
        """Wait for its end."""
        deadline = time.monotonic() + DEADLINE
        while self._read(0.2):
            assert time.monotonic() < deadline, f"it hangs:\n{self.text}"
        os.close(self._master)
        return Ended(self._process.wait(timeout=DEADLINE), self.text)

    @property
    def text(self) -> str:
        return self._written.decode("utf-8", "replace").replace("\r\n", "\n")

    def _read(self, patience: float) -> bool:
        """Read what there is; False at the end."""
        if not select.select([self._master], [], [], patience)[0]:
            return True
        try:
            data = os.read(self._master, 65536)
        except OSError:
            return False
        self._written += data
        return bool(data)

    def kill(self) -> None:
        if self._process.poll() is None:
            self._process.kill()
            self._process.wait()


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
