"""OpenTelemetry spans around calls, where it is installed and the program has set it up; else nothing, at no cost."""

from __future__ import annotations

import contextlib
import functools
import importlib
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any

from .._wire.messages import Request


class Span:
    """The span of one call, or nothing where nobody traces."""

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


_NO_SPAN = contextlib.nullcontext(Span(None))


def span(request: Request, base_url: str) -> AbstractContextManager[Span]:
    """The span of one call: operation, method, path with placeholders, host; exceptions by class name alone."""
    current = tracer()
    return _NO_SPAN if current is None else _open(current, request, base_url)


@contextlib.contextmanager
def _open(tracer: Any, request: Request, base_url: str) -> Iterator[Span]:
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


def note(name: str, facts: Mapping[str, object]) -> None:
    """An event of the span that is current, which is the call's."""
    known = {f"daftra.{fact}": value for fact, value in facts.items() if value is not None}
    importlib.import_module("opentelemetry.trace").get_current_span().add_event(name, known)


def tracer() -> Any:
    """The tracer of the provider that the program has set; ``None`` where it has set none, for nothing is recorded."""
    trace = _opentelemetry()
    if trace is None:
        return None
    provider = trace.get_tracer_provider()
    return None if isinstance(provider, trace.ProxyTracerProvider) else _tracer_of(provider)


@functools.lru_cache(maxsize=8)
def _tracer_of(provider: Any) -> Any:
    return provider.get_tracer("daftra_async")


@functools.cache
def _opentelemetry() -> Any:
    try:
        return importlib.import_module("opentelemetry.trace")
    except ImportError:
        return None
