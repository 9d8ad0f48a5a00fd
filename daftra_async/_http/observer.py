"""What can be seen of a call: log records, hooks and spans, all made of the same few harmless facts."""

from __future__ import annotations

import contextlib
import functools
import importlib
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Any, Literal

import attrs

from .._wire.messages import Request

logger = logging.getLogger("daftra_async")

EventKind = Literal["request", "response", "failure", "retry", "pause", "token_refresh"]


@attrs.frozen(kw_only=True)
class CallEvent:
    """One step of a call. These fields are all that logs and hooks are shown: no query, header, body or credential.

    ``operation`` is ``"invoices.get"``; ``path`` the operation's, with its placeholders. ``attempt`` counts from 1.
    ``seconds``: how long the try took (``response``, ``failure``) or how long will be waited (``retry``, ``pause``).
    ``send_state``: ``"nothing"``, ``"something"`` or ``"answered"``, how far a failed try got.
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

    def tell(self, kind: EventKind, request: Request, attempt: int, **facts: Any) -> None:
        level = _LEVELS.get(kind, logging.DEBUG)
        logged = logger.isEnabledFor(level)
        traced = kind in _ON_SPAN and _tracer() is not None
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
            _note_on_span(event)
        for hook in self._hooks:
            try:
                hook(event)
            except Exception as error:
                # A broken hook must not turn an executed request into an unknown one.
                logger.error("event hook %r failed: %s", hook, type(error).__name__)


def _line(event: CallEvent) -> str:
    facts = [
        f"{name}={value:.3f}" if isinstance(value, float) else f"{name}={value}"
        for name in ("status", "seconds", "send_state", "reason")
        if (value := getattr(event, name)) is not None
    ]
    return " ".join([event.kind, event.operation, event.method, event.path, f"attempt={event.attempt}", *facts])


def _note_on_span(event: CallEvent) -> None:
    """An event of the span that is current, which is the call's: how far a try got, and how long is waited."""
    facts = {name: getattr(event, name) for name in ("attempt", "status", "seconds", "send_state", "reason")}
    known = {f"daftra.{name}": value for name, value in facts.items() if value is not None}
    importlib.import_module("opentelemetry.trace").get_current_span().add_event(f"daftra.{event.kind}", known)


class Span:
    """One OpenTelemetry span around a call, or nothing where opentelemetry-api is not installed."""

    __slots__ = ("_span",)

    def __init__(self, span: Any) -> None:
        self._span = span

    def answered(self, status: int, attempts: int) -> None:
        if self._span is not None:
            self._span.set_attribute("http.response.status_code", status)
            self._span.set_attribute("daftra.attempts", attempts)

    def failed(self, error: BaseException) -> None:
        if self._span is not None:
            self._span.set_attribute("error.type", type(error).__name__)


def span(request: Request, base_url: str) -> AbstractContextManager[Span]:
    """The span of one call: operation, method, path with placeholders, host; exceptions by class name alone."""
    tracer = _tracer()
    return _NO_SPAN if tracer is None else _open_span(tracer, request, base_url)


_NO_SPAN = contextlib.nullcontext(Span(None))


@contextlib.contextmanager
def _open_span(tracer: Any, request: Request, base_url: str) -> Iterator[Span]:
    operation = request.operation
    facts = {
        "http.request.method": request.method,
        "server.address": base_url.partition("://")[2],
        "url.template": operation.base + operation.path,
        "daftra.operation": operation.id,
    }
    with tracer.start_as_current_span(
        f"daftra {operation.id}", attributes=facts, record_exception=False, set_status_on_exception=False
    ) as current:
        yield Span(current)


@functools.cache
def _tracer() -> Any:
    try:
        return importlib.import_module("opentelemetry.trace").get_tracer("daftra_async")
    except ImportError:
        return None
