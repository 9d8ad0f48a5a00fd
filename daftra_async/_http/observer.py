"""What can be seen of a call: log records and hooks, and through ``tracing`` spans, all of the same harmless facts."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Sequence
from typing import Any, Literal

import attrs

from .._wire.messages import Request
from ..errors import ConfigurationError
from . import tracing

logger = logging.getLogger("daftra_async")

EventKind = Literal["request", "response", "failure", "retry", "pause", "token_refresh", "end"]


@attrs.frozen(kw_only=True)
class CallEvent:
    """One step of a call. These fields are all that logs and hooks are shown: no query, header, body or credential.

    A try begins with ``request`` and ends with ``response`` or ``failure``, also where it is cancelled; a call ends
    with one ``end``, whatever became of it, and nothing of it comes after that.

    ``operation`` is ``"invoices.get"``; ``path`` the operation's, with its placeholders. ``attempt`` counts from 1 and
    is 0 where nothing was tried. ``seconds``: how long the try took (``response``, ``failure``), how long will be
    waited (``retry``, ``pause``), or how long the whole call took (``end``). ``send_state``: ``"nothing"``,
    ``"something"`` or ``"answered"``, how far a failed try got. ``reason``: of a failure, of a retry, and of an end
    without an answer the name of what was raised.
    """

    kind: EventKind
    operation: str
    method: str
    path: str
    attempt: int
    status: int | None = None
    seconds: float | None = None
    send_state: str | None = None
    reason: str | None = None


Hook = Callable[[CallEvent], None]

_LEVELS = {"retry": logging.INFO, "pause": logging.WARNING, "token_refresh": logging.INFO}

_ON_SPAN = frozenset({"failure", "retry", "pause", "token_refresh"})
"""What is noted on the call's span: all that is out of the ordinary; the span itself tells how the call ended."""


class Observer:
    """Tells the log and the hooks. Costs next to nothing while nobody listens."""

    def __init__(self, hooks: Sequence[Hook]) -> None:
        self._hooks = tuple(hooks)
        log_as_the_environment_says()

    @property
    def listens(self) -> bool:
        """Whether anybody wants to know of what is in order; the rest is told in any case."""
        return bool(self._hooks) or logger.isEnabledFor(logging.DEBUG)

    def tell(self, kind: EventKind, request: Request, attempt: int, **facts: Any) -> None:
        level = _LEVELS.get(kind, logging.DEBUG)
        logged = logger.isEnabledFor(level)
        traced = kind in _ON_SPAN and tracing.tracer() is not None
        if not logged and not self._hooks and not traced:
            return
        operation = request.operation
        event = CallEvent(
            kind=kind,
            operation=operation.id,
            method=request.method,
            path=operation.base + operation.path,
            attempt=attempt,
            **facts,
        )
        if logged:
            logger.log(level, _line(event), extra={"daftra": attrs.asdict(event)})
        if traced:
            tracing.note(f"daftra.{kind}", {"attempt": attempt, **facts})
        for hook in self._hooks:
            try:
                hook(event)
            except Exception as error:
                # A broken hook must not turn an executed request into an unknown one.
                logger.error("event hook %r failed: %s", hook, type(error).__name__)


LOG_VARIABLE = "DAFTRA_LOG"
_LOG_LEVELS = {"debug": logging.DEBUG, "info": logging.INFO, "warning": logging.WARNING}


def log_as_the_environment_says() -> None:
    """``DAFTRA_LOG=debug`` (or ``info``, ``warning``) turns logging on without a line of code.

    It goes to standard error, unless the program has set up logging itself. Raises ``ConfigurationError`` for another
    level.
    """
    wanted = os.environ.get(LOG_VARIABLE, "").strip().lower()
    if not wanted:
        return
    if wanted not in _LOG_LEVELS:
        raise ConfigurationError(f"{LOG_VARIABLE}={wanted!r}: give debug, info or warning")
    logger.setLevel(_LOG_LEVELS[wanted])
    if not logger.hasHandlers():
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        logger.addHandler(handler)


def _line(event: CallEvent) -> str:
    facts = [
        f"{name}={value:.3f}" if isinstance(value, float) else f"{name}={value}"
        for name in ("status", "seconds", "send_state", "reason")
        if (value := getattr(event, name)) is not None
    ]
    return " ".join([event.kind, event.operation, event.method, event.path, f"attempt={event.attempt}", *facts])
