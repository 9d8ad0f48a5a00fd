"""A process on a terminal of its own, with somebody who reads and types."""

from __future__ import annotations

import os
import select
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import attrs

ON_TERMINAL = """
import fcntl, os, sys, termios
fcntl.ioctl(0, termios.TIOCSCTTY, 0)
os.execvp(sys.argv[1], sys.argv[1:])
"""
DEADLINE = 45.0
"""A process that takes longer hangs: the test fails instead of waiting for ever."""


@attrs.frozen
class Ended:
    """How a process ended and what it wrote."""

    code: int
    out: str
    err: str = ""


class Terminal:
    """A process whose stdin, stdout and stderr are one terminal, which is also its controlling one.

    ``out`` is a file that stdout leads to instead.
    """

    def __init__(
        self, command: Sequence[str], *, cwd: Path, env: Mapping[str, str], width: int, out: Path | None = None
    ) -> None:
        import fcntl
        import pty
        import termios

        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 40, width, 0, 0))
        with out.open("wb") if out else os.fdopen(os.dup(slave), "wb") as stdout:
            self._process = subprocess.Popen(
                [sys.executable, "-c", ON_TERMINAL, *command],
                stdin=slave,
                stdout=stdout,
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
