"""The person at the other end: what is told on stderr, what is asked, and how server text is made harmless."""

from __future__ import annotations

import re
import signal
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from .exits import FAILED, USAGE, Refusal

if TYPE_CHECKING:
    from rich.console import Console

_CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_QUOTED = re.compile(r"`[^`]*`")
_GLUE = "\x00"
_BREAKS = re.compile(r"[\t\n\r]+")


@cache
def err() -> Console:
    """The console on stderr; it honours ``NO_COLOR`` and the terminal's width by itself."""
    from rich.console import Console

    return Console(stderr=True, highlight=False, markup=False, emoji=False, soft_wrap=True)


def say(message: str, *, style: str | None = None) -> None:
    """A message on stderr, with nothing in it that could drive the terminal; one line where nobody looks on."""
    text = harmless(message, lines=True)
    if err().is_terminal:
        text = "\n".join(wrapped(line, err().width) for line in text.splitlines())
    err().print(text, style=style)


def wrapped(line: str, width: int) -> str:
    """The line in lines of that width. Words stay whole, and so does what stands in backquotes, to be copied."""
    whole = _QUOTED.sub(lambda quoted: quoted[0].replace(" ", _GLUE), line)
    indent = " " * (len(line) - len(line.lstrip(" ")))
    lines = textwrap.wrap(whole, width, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines).replace(_GLUE, " ")


def harmless(text: str, *, lines: bool = False) -> str:
    """The text without control characters and without marks that reverse its direction.

    Escape sequences in a record could otherwise repaint the terminal. ``lines`` keeps line breaks.
    """
    text = text if lines else _BREAKS.sub(" ", text)
    return _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)


def interactive() -> bool:
    """Whether somebody can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def confirm(question: str, *, yes: bool) -> None:
    """Ask before something that cannot be undone. Without a terminal ``--yes`` must have been given.

    Raises ``Refusal`` for a no.
    """
    if yes:
        return
    if not interactive():
        raise Refusal(f"{question} Say so with --yes: there is no terminal to ask on.", code=USAGE)
    answer = ask(f"{question} [y/N] ")
    if answer.strip().lower() not in ("y", "yes"):
        raise Refusal("Nothing was sent.", code=FAILED)


def ask(question: str) -> str:
    """A line typed by the person; raises ``KeyboardInterrupt`` at the end of input."""
    with _interruptible():
        sys.stderr.write(question)
        sys.stderr.flush()
        line = sys.stdin.readline()
    if not line:
        raise KeyboardInterrupt
    return line.rstrip("\n")


def ask_secret(question: str) -> str:
    """A secret typed without echo; raises ``KeyboardInterrupt`` at the end of input."""
    import getpass

    try:
        with _interruptible():
            return getpass.getpass(question, stream=sys.stderr)
    except EOFError:
        raise KeyboardInterrupt from None


@contextmanager
def _interruptible() -> Iterator[None]:
    """Let Ctrl-C end a question: a running event loop would only note it, and the question would go on waiting."""
    try:
        before = signal.signal(signal.SIGINT, signal.default_int_handler)
    except ValueError:
        # Only the main thread may set handlers, and only there Ctrl-C arrives.
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
