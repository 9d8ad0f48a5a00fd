"""Everything that somebody may read: logs, hooks, spans, errors with the locals of their frames, reprs, pickles."""

from __future__ import annotations

import contextlib
import copy
import io
import logging
import pickle
import traceback
from collections.abc import Iterator

import attrs

from daftra_async import CallEvent
from daftra_async._http import tracing

from .spans import RecordingTracer

CANARY = "CANARY5e1f"
"""Stands in every secret, and must be found nowhere."""


class Sinks:
    """Logs of all packages at all levels, what hooks and spans are told, and whatever is given to be looked at."""

    def __init__(self) -> None:
        self.texts: list[str] = []
        self.log = io.StringIO()
        self.tracer = RecordingTracer()

    @contextlib.contextmanager
    def open(self) -> Iterator[None]:
        handler = logging.StreamHandler(self.log)
        handler.setFormatter(_Everything())
        root = logging.getLogger()
        level, before = root.level, tracing.tracer
        root.addHandler(handler)
        root.setLevel(1)
        setattr(tracing, "tracer", lambda: self.tracer)  # noqa: B010
        try:
            yield
        finally:
            setattr(tracing, "tracer", before)  # noqa: B010
            root.setLevel(level)
            root.removeHandler(handler)

    def hook(self, event: CallEvent) -> None:
        self.texts += [repr(event), str(attrs.asdict(event))]

    def error(self, error: BaseException) -> None:
        trace = error.__traceback__
        while trace is not None and "daftra_async" not in trace.tb_frame.f_code.co_filename:
            # The test's own frames know the secrets.
            trace = trace.tb_next
        shown = traceback.TracebackException(type(error), error, trace, capture_locals=True)
        self.texts += ["".join(shown.format()), repr(error), str(error), repr(vars(error))]
        self.texts.append(repr(error.__cause__) + repr(error.__context__))
        self.texts += _locals_with_what_they_hold(error)
        self.texts.append(pickle.dumps(error).decode("latin-1"))
        self.texts.append(repr(vars(pickle.loads(pickle.dumps(error)))))
        self.texts.append(repr(vars(copy.deepcopy(error))))

    def seen(self) -> str:
        return "\n".join([*self.texts, self.log.getvalue(), *map(repr, self.tracer.spans)])


class _Everything(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return f"{record.getMessage()} {record.__dict__}"


def _locals_with_what_they_hold(error: BaseException | None) -> Iterator[str]:
    """The locals of the frames of an error and of those behind it, as reporters of errors read them: one level deep."""
    while error is not None:
        for frame, _ in traceback.walk_tb(error.__traceback__):
            if "daftra_async" in frame.f_code.co_filename:
                for value in frame.f_locals.values():
                    yield repr(value)
                    yield repr(getattr(value, "__dict__", None))
        error = error.__cause__ or error.__context__
