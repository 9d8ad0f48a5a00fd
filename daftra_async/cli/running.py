"""Runs a command to its end: its errors told on stderr, and the exit code that they mean."""

from __future__ import annotations

import contextlib
import os
import re
import signal
import sys
from collections.abc import Callable, Coroutine
from typing import Any, TypeVar

import typer

from ..errors import (
    AuthenticationError,
    ConfigurationError,
    ConnectionFailed,
    DaftraError,
    NotFound,
    PermissionDenied,
    RateLimited,
    RequestTimeout,
    ResponseError,
    TransportError,
    UnexpectedResponse,
)
from .exits import DONE, FAILED, INTERRUPTED, UNCONFIRMED, USAGE, Refusal
from .terminal import say

T = TypeVar("T")


def run(work: Callable[[], Coroutine[Any, Any, int | None]]) -> None:
    """Run a command's coroutine to its end and leave with the code that its result or its error means."""

    def finished() -> int | None:
        # Only a command that talks to a server needs it, and `daftra --help` waits for every import.
        import asyncio

        return asyncio.run(_stoppable(work()))

    raise typer.Exit(guarded(finished))


def run_plain(work: Callable[[], int | None]) -> None:
    """The same for a command that talks to no server."""
    raise typer.Exit(guarded(work))


def guarded(work: Callable[[], int | None]) -> int:
    """The exit code of the work, its errors told on stderr."""
    try:
        code = work() or DONE
        sys.stdout.flush()
    except KeyboardInterrupt as stop:
        say("Interrupted." if not stop.args else str(stop.args[0]))
        return INTERRUPTED
    except BrokenPipeError:
        # The reader has seen enough; writing more must not become an error at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Refusal as refusal:
        say(str(refusal), style="red")
        return refusal.code
    except DaftraError as error:
        for line in told(error):
            say(line, style="red")
        return code_of(error)
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        say(f"{place}{error.strerror or error}", style="red")
        return FAILED
    return code


def code_of(error: DaftraError) -> int:
    """Which exit code an error means."""
    if isinstance(error, ConfigurationError):
        return USAGE
    if isinstance(error, TransportError) and outcome_unknown(error):
        return UNCONFIRMED
    return FAILED


def outcome_unknown(error: TransportError) -> bool:
    """Whether a write may have happened although no answer came."""
    # Two actions of the API change a booking by GET: the kind decides, not the method.
    reading = error.request is None or error.request.method == "GET"
    arrived = not isinstance(error, ConnectionFailed) and not (isinstance(error, RequestTimeout) and not error.sent)
    return arrived and not reading


def told(error: DaftraError) -> list[str]:
    """The error in words, with the server's reasons and what to do about it.

    The hints of whole kinds of errors speak to programmers (``.validation_errors``, ``rate_limit=``); here a person
    reads. A hint for one refusal of an edit tells the reasons that the server is known to have.
    """
    lines = [f"{_kind(error)}: {_message(error)}"]
    if isinstance(error, ResponseError):
        lines += [f"  {field}: {'; '.join(words)}" for field, words in error.validation_errors.items()]
        lines += [f"  {error.hint}"] if error.hint != type(error).hint else []
    lines += [f"  {note}" for note in getattr(error, "__notes__", ())]
    advice = next((words for kind, words in _ADVICE.items() if isinstance(error, kind)), None)
    if isinstance(error, TransportError) and outcome_unknown(error):
        advice = "The request may have been executed all the same: look before sending it again."
    return [*lines, f"  {advice}"] if advice else lines


_ADDRESS = "DAFTRA_SUBDOMAIN or DAFTRA_BASE_URL in the environment, or `daftra config show`"
_UNREACHABLE = re.compile(r"(?P<what>Cannot connect to host \S+)( ssl:\S+)?(?P<why> \[.*\])")
_ADVICE: dict[type[DaftraError], str] = {
    AuthenticationError: (
        "Compare the key with the account's API settings. A key in the environment (DAFTRA_API_KEY) goes before that "
        "of a profile (`daftra config set`)."
    ),
    PermissionDenied: "Use a key whose role may do this, or have the role changed in Daftra.",
    NotFound: "Check the id, and --branch: `daftra list RESOURCE` shows what there is.",
    RateLimited: "Wait a while before the next call.",
    UnexpectedResponse: f"This is not what the API answers. Check the address: {_ADDRESS}.",
    ConnectionFailed: f"Nothing was sent. Check the network and the address: {_ADDRESS}.",
}


def _message(error: DaftraError) -> str:
    if isinstance(error, ConnectionFailed):
        # The engine's own words behind its classes and the way it was to talk TLS.
        found = _UNREACHABLE.search(error.message)
        return found["what"] + found["why"] if found else error.message
    return error.message if isinstance(error, ResponseError | TransportError) else str(error)


def _kind(error: DaftraError) -> str:
    name = "".join(f" {letter.lower()}" if letter.isupper() else letter for letter in type(error).__name__).strip()
    status = f" (HTTP {error.status})" if isinstance(error, ResponseError) else ""
    return name.capitalize() + status


async def _stoppable(work: Coroutine[Any, Any, T]) -> T:
    """The work, with SIGTERM meaning the same as Ctrl-C."""
    import asyncio

    loop = asyncio.get_running_loop()
    stopped = asyncio.Event()
    task = asyncio.ensure_future(work)

    def stop() -> None:
        stopped.set()
        task.cancel()

    with contextlib.suppress(NotImplementedError):
        loop.add_signal_handler(signal.SIGTERM, stop)
    try:
        return await task
    except asyncio.CancelledError:
        if stopped.is_set():
            raise KeyboardInterrupt from None
        raise
