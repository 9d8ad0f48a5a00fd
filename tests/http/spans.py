"""A tracer that keeps what it was told, in the place of OpenTelemetry's."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import attrs


@attrs.define
class RecordedSpan:
    name: str
    attributes: dict[str, Any]
    ended: bool = False

    def set_attribute(self, name: str, value: object) -> None:
        self.attributes[name] = value


class RecordingTracer:
    def __init__(self) -> None:
        self.spans: list[RecordedSpan] = []

    @contextlib.contextmanager
    def start_as_current_span(
        self, name: str, *, attributes: dict[str, Any], record_exception: bool, set_status_on_exception: bool
    ) -> Iterator[RecordedSpan]:
        assert not record_exception
        assert not set_status_on_exception
        span = RecordedSpan(name, dict(attributes))
        self.spans.append(span)
        try:
            yield span
        finally:
            span.ended = True
