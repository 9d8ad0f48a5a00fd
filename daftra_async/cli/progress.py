"""Progress on stderr: one moving line on a terminal, a plain line now and then in a log."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from .terminal import err, harmless, say

_LOG_EVERY = 10.0


class Meter(Protocol):
    """Told how far the work is; ``note`` is a short text of counts."""

    def __call__(self, done: int, total: int | None, note: str = "") -> None: ...


@contextmanager
def progress(what: str, *, quiet: bool = False, already: int = 0) -> Iterator[Meter]:
    """A meter for work called ``what``; rate and remaining time are worked out here.

    ``already`` is how much of it an earlier run has done, which says nothing about the pace of this one. Work that
    counts it from the beginning once more has not begun for as long.
    """
    if quiet:
        yield lambda done, total, note="": None
    elif err().is_terminal and not err().is_dumb_terminal:
        with _moving(what, already) as meter:
            yield meter
    else:
        yield _logging(what, already)


@contextmanager
def _moving(what: str, already: int) -> Iterator[Meter]:
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeElapsedColumn,
        TimeRemainingColumn,
    )

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=20),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}", markup=False),
        TimeElapsedColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[note]}", markup=False),
    )
    started = time.monotonic()
    # Rich would draw what goes to stdout above the bar, on stderr's terminal, wherever stdout leads.
    with Progress(*columns, console=err(), transient=True, redirect_stdout=False) as bars:
        bar = bars.add_task(harmless(what), total=None, completed=already, rate="", note="")

        def meter(done: int, total: int | None, note: str = "") -> None:
            done = max(done, already)
            pace = rate(done - already, started) if done > already else ""
            bars.update(bar, completed=done, total=total, rate=pace, note=note)

        yield meter


def _logging(what: str, already: int) -> Meter:
    started = last = time.monotonic()

    def meter(done: int, total: int | None, note: str = "") -> None:
        nonlocal last
        now = time.monotonic()
        done = max(done, already)
        if now - last >= _LOG_EVERY:
            last = now
            of = "" if total is None else f" of {total}{_left(done - already, total - already, now - started)}"
            say(f"{what}: {done}{of}, {rate(done - already, started)}{', ' + note if note else ''}")

    return meter


def rate(done: int, started: float) -> str:
    """``"120/s"``; per minute where it is slow."""
    per_second = done / max(time.monotonic() - started, 0.001)
    return f"{per_second:,.0f}/s" if per_second >= 1 else f"{60 * per_second:,.1f}/min"


def _left(done: int, total: int, elapsed: float) -> str:
    if not 0 < done < total:
        return ""
    seconds = round(elapsed * (total - done) / done)
    return f" ({seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02} left)"
