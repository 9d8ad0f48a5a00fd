"""Starting, killing and awaiting the processes of a story; only ever those that it started, by their own handles."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from attrs import frozen

from tests.independent.rules import Rules
from tests.independent.truth import TruthReader

ROOT = Path(__file__).parents[2]
PATIENCE = 240.0


def start(module: str, argument: str, **options: Any) -> subprocess.Popen[str]:
    """A Python process of this package."""
    command = [sys.executable, "-m", f"tests.independent.{module}", argument]
    return subprocess.Popen(command, cwd=ROOT, text=True, **options)


@contextmanager
def serving(rules: Rules) -> Iterator[str]:
    """A server for the length of the block; gives its URL. After the block all its work is in the truth log."""
    process = start("server", rules.to_json(), stdout=subprocess.PIPE)
    assert process.stdout is not None
    try:
        port = process.stdout.readline().strip()
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(30)
        process.stdout.close()


@frozen
class Told:
    """What one client process said: outcomes (as lines of its report), and how it ended, None if it was stopped."""

    outcomes: list[dict[str, Any]]
    end: dict[str, Any] | None
    posts: int

    @classmethod
    def read(cls, path: Path, posts: int) -> Told:
        """``posts`` is the number of creating requests that arrived while it ran."""
        text = path.read_text() if path.exists() else ""
        lines = [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]
        end = next((line for line in lines if "end" in line), None)
        return cls([line for line in lines if "index" in line], end, posts)

    @property
    def how(self) -> str:
        return str(self.end["end"]) if self.end else "killed"


class Client:
    """A client process under way."""

    def __init__(self, module: str, task_json: str, report: Path, truth: TruthReader) -> None:
        self._report = report
        self._truth = truth
        self._posts = truth.refresh()["post"]
        self._log = report.with_suffix(".stderr").open("w")
        self._process = start(module, task_json, stderr=self._log)

    def wait_for_records(self, count: int) -> bool:
        """Wait until so many records were made for clients; False if this one ended before."""
        deadline = time.monotonic() + PATIENCE
        while self._truth.refresh()["by client"] < count:
            if self._process.poll() is not None or time.monotonic() > deadline:
                return False
            time.sleep(0.002)
        return True

    def kill(self) -> Told:
        """SIGKILL, at once."""
        self._process.kill()
        return self.wait()

    def interrupt(self) -> Told:
        """Ctrl-C: it may put things in order before it ends."""
        self._process.send_signal(signal.SIGINT)
        return self.wait()

    def wait(self) -> Told:
        """Wait for its end; one that does not end is killed, and shows as such."""
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()
        return Told.read(self._report, self._truth.refresh()["post"] - self._posts)
