"""What a page shows as typed on a terminal, run as a person would: real processes of the installed command, one
folder and one environment for the page, against an emulator.

A page is read from top to bottom:

- a block with a ``title="june.csv"`` is a file of that name;
- a ``console`` block holds commands after ``$`` and what each writes. ``export`` keeps what it sets for the page.
  A line that ends as a question does (``[y/N] y``) is typed to its end, a secret is typed without being shown, and
  ``^C`` is typed when the lines before it have been written and, in a bulk run, two requests have been answered;
- ``daftra emulator`` without a ``^C`` is left running, as in a terminal of its own.
- ``<!-- varies: 150, 200 -->`` before a block names the numbers in it that differ from run to run. Nothing else may,
  except the emulator's port, which a page calls 8000, spaces at the end of a line, where the lines of a message
  break that names the reader's folder, and the lines of progress that a slow machine adds.

A page that never says which account is meant (``export``, ``config set``) is read with one that is set up already.
The terminal is 80 columns wide and knows no colours.
"""

from __future__ import annotations

import os
import re
import shlex
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import attrs

from daftra_async.emulator import Emulator
from tests.cli.terminal import Terminal

WIDTH = 80
PORT = 8000
SUBMIT = "POST /api2/invoices/add_bulk.json"
_BLOCK = re.compile(
    r"(?:^<!-- varies: (?P<varies>[\d, ]+) -->\n+)?"
    r"^```(?P<language>\w+)(?: title=\"(?P<title>[^\"]+)\")?\n(?P<body>.*?)^```$",
    re.DOTALL | re.MULTILINE,
)
# "invoices: 950 of 1000 (0:00:01 left), 63/s": written every ten seconds where the terminal cannot move a bar.
_PROGRESS = re.compile(r".+: \d+(?: of \d+(?: \(\d+:\d\d:\d\d left\))?)?, [\d,.]+/(?:s|min)\b.*")
_QUESTION = re.compile(r"(?P<asked>.*(?:\[y/N\]|an address\):|\(not shown\):))(?: (?P<answer>.*))?")


@attrs.frozen
class File:
    """A file that the page tells its reader to write."""

    name: str
    text: str


@attrs.frozen
class Command:
    """One command of a transcript and the lines that stand below it."""

    place: str
    text: str
    lines: tuple[str, ...]
    varies: tuple[str, ...]


def read_page(path: Path) -> Iterator[File | Command]:
    """The files and commands of a page, in order."""
    text = path.read_text(encoding="utf-8")
    for block in _BLOCK.finditer(text):
        if block["title"]:
            yield File(block["title"], block["body"])
        elif block["language"] == "console":
            varies = tuple(re.split(r"[, ]+", block["varies"])) if block["varies"] else ()
            first = text.count("\n", 0, block.start("body")) + 1
            yield from _commands(path.name, block["body"].splitlines(), first, varies)


def _commands(name: str, lines: list[str], first: int, varies: tuple[str, ...]) -> Iterator[Command]:
    starts = [number for number, line in enumerate(lines) if line.startswith("$ ")]
    assert starts[:1] == [0], f"{name}:{first}: a transcript begins with a command"
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        shown = tuple(line.rstrip() for line in lines[start + 1 : end])
        yield Command(f"{name}:{first + start}", lines[start].removeprefix("$ "), shown, varies)


class Session:
    """A person's folder, environment and terminal."""

    def __init__(self, folder: Path, emulator: Emulator) -> None:
        self._folder = folder
        self._emulator = emulator
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("DAFTRA_", "XDG_"))}
        for name in ("NO_COLOR", "FORCE_COLOR", "CI", "GITHUB_ACTIONS", "PY_COLORS"):
            kept.pop(name, None)
        path = f"{Path(sys.executable).parent}{os.pathsep}{kept.get('PATH', '')}"
        own = {"HOME": str(folder), "PATH": path, "TERM": "dumb", "COLUMNS": str(WIDTH), "PYTHONUTF8": "1"}
        self._environment = {**kept, **own}

    def connect(self) -> None:
        """Let the environment say where the account is, as on a machine that is set up."""
        self._environment |= {"DAFTRA_BASE_URL": self._emulator.url, "DAFTRA_API_KEY": self._emulator.api_key}

    def write(self, file: File) -> None:
        (self._folder / file.name).write_text(file.text, encoding="utf-8")

    def run(self, command: Command) -> None:
        """Run a command and hold what it wrote against the page."""
        text = self._here(command.text)
        if text.startswith("export "):
            assert not command.lines
            self._environment |= dict(word.split("=", 1) for word in shlex.split(text)[1:])
            return
        port = str(free_port())
        serving = text.startswith("daftra emulator")
        if serving:
            text += f" --port {port}"
        before = self._submitted()
        terminal = Terminal(["bash", "-c", text], cwd=self._folder, env=self._environment, width=WIDTH)
        try:
            for number, line in enumerate(command.lines):
                question = _QUESTION.fullmatch(line)
                if question:
                    terminal.until(self._here(question["asked"]) + " ")
                    secret = "not shown" in question["asked"]
                    terminal.type((self._emulator.api_key if secret else self._here(question["answer"] or "")) + "\n")
                elif line == "^C":
                    if number and not question:
                        terminal.until(command.lines[number - 1].replace(str(PORT), port))
                    if text.startswith("daftra bulk"):
                        terminal.until(lambda: self._submitted() >= before + 2)
                    terminal.type("\x03")
            if serving and "^C" not in command.lines:
                # It goes on in a terminal of its own; what the page shows is there.
                terminal.until(command.lines[-1].replace(str(PORT), port) + "\n")
                written = terminal.text
            else:
                written = terminal.end().out
        finally:
            terminal.kill()
        shown = re.sub(r"\^C\n?", "^C\n", written).replace(self._emulator.url, f"http://127.0.0.1:{PORT}")
        shown = shown.replace(f":{port}", f":{PORT}").replace(str(self._folder), "/home/amina")
        lines = tuple(line.rstrip() for line in shown.splitlines() if not _PROGRESS.fullmatch(line.rstrip()))
        if str(self._folder) in written:
            # The reader's folder has another length, so the lines of a message break elsewhere.
            assert " ".join(lines).split() == " ".join(command.lines).split(), f"{command.place}: $ {command.text}"
            return
        told = "\n".join([f"{command.place}: $ {command.text}", *lines])
        assert _settled(lines, command) == command.lines, told

    def _here(self, text: str) -> str:
        return text.replace(f"http://127.0.0.1:{PORT}", self._emulator.url)

    def _submitted(self) -> int:
        return sum(1 for entry in self._emulator.journal.matching(SUBMIT) if entry.ids)


def _settled(lines: tuple[str, ...], command: Command) -> tuple[str, ...]:
    """The lines with the page's own numbers where the page says that they vary."""
    if not command.varies or len(lines) != len(command.lines):
        return lines
    number = re.compile(rf"(?<!\d)(?:{'|'.join(command.varies)})(?!\d)")
    patterns = [r"\d+".join(map(re.escape, number.split(line))) for line in command.lines]
    fits = [re.fullmatch(pattern, line) for pattern, line in zip(patterns, lines, strict=True)]
    return tuple(told if fit else line for told, fit, line in zip(command.lines, fits, lines, strict=True))


def free_port() -> int:
    """A port of four digits, so that a table with an address in it keeps its widths.

    Processes that test at the same time look in different places.
    """
    first = os.getpid() * 97 % 1900
    for port in (8001 + (first + step) % 1990 for step in range(1990)):
        with socket.socket() as trial:
            if trial.connect_ex(("127.0.0.1", port)) != 0:
                return port
    raise OSError("no port of four digits is free")
