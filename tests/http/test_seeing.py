"""What can be seen of a call: log, hooks, spans; and what importing the session loads."""

from __future__ import annotations

import logging
import subprocess
import sys

import pytest

from daftra_async import CallEvent
from daftra_async._http import observer
from daftra_async.errors import ConnectionLost

from .calls import CREATE, GET
from .spans import RecordingTracer
from .virtual import Broken, Reply, run, scripted

SCRIPT = [Reply(503, takes=0.25), Reply(429, {"retry-after": "2"}), Reply(200)]


def test_a_hook_is_told_every_step() -> None:
    events: list[CallEvent] = []
    session, _ = scripted([*SCRIPT], hooks=[events.append])
    run(session.send(GET, {"query": {"secret": "of the customer"}}))
    told = [(event.kind, event.attempt, event.status, event.seconds) for event in events]
    assert told == [
        ("request", 1, None, None),
        ("response", 1, 503, 0.25),
        ("retry", 1, None, 0.5),
        ("request", 2, None, None),
        ("response", 2, 429, 0.0),
        ("pause", 2, 429, 2.0),
        ("retry", 2, None, 0.0),
        ("request", 3, None, None),
        ("response", 3, 200, 0.0),
    ]
    assert {(event.operation, event.method, event.path) for event in events} == {
        ("invoices.get", "GET", "/api2/invoices/{id}.json")
    }


def test_a_hook_is_told_how_far_a_failed_try_got() -> None:
    events: list[CallEvent] = []
    session, _ = scripted([Broken(written=True)], hooks=[events.append])
    with pytest.raises(ConnectionLost):
        run(session.send(CREATE))
    assert (events[-1].kind, events[-1].send_state, events[-1].reason) == ("failure", "something", "connection")


def test_a_broken_hook_does_not_break_a_call(caplog: pytest.LogCaptureFixture) -> None:
    def broken(event: CallEvent) -> None:
        raise ValueError("the words of the hook")

    session, _ = scripted([Reply()], hooks=[broken])
    assert run(session.send(CREATE)).status == 200
    assert "event hook" in caplog.text
    assert "ValueError" in caplog.text
    assert "the words of the hook" not in caplog.text


def test_the_log_shows_what_it_may_and_no_more(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="daftra_async")
    session, _ = scripted([*SCRIPT])
    run(session.send(GET, {"query": {"name": "customer"}, "headers": {"x-trace": "header"}}))
    ours = [record for record in caplog.records if record.name == "daftra_async"]
    assert [record.getMessage().split()[0] for record in ours] == [
        *["request", "response", "retry"],
        *["request", "response", "pause", "retry"],
        *["request", "response"],
    ]
    assert (
        ours[1].getMessage() == "response invoices.get GET /api2/invoices/{id}.json attempt=1 status=503 seconds=0.250"
    )
    assert {record.levelname for record in ours if record.getMessage().startswith("pause")} == {"WARNING"}
    everything = " ".join(str(record.__dict__) for record in ours)
    assert not any(word in everything for word in ("customer", "header", "key", "acme"))


def spans_of(monkeypatch: pytest.MonkeyPatch, *steps: Reply | Broken) -> RecordingTracer:
    tracer = RecordingTracer()
    monkeypatch.setattr(observer, "_tracer", lambda: tracer)
    session, _ = scripted([*steps])
    try:
        run(session.send(CREATE))
    except ConnectionLost:
        return tracer
    return tracer


def test_a_call_is_one_span_however_many_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    (span,) = spans_of(monkeypatch, Reply(429, {"retry-after": "0"}), Reply(202)).spans
    assert span.ended
    assert span.name == "daftra invoices.create"
    assert span.attributes == {
        "http.request.method": "POST",
        "server.address": "acme.example",
        "url.template": "/api2/invoices.json",
        "daftra.operation": "invoices.create",
        "http.response.status_code": 202,
        "daftra.attempts": 2,
    }


def test_the_span_of_a_failed_call_names_the_error(monkeypatch: pytest.MonkeyPatch) -> None:
    (span,) = spans_of(monkeypatch, Broken(written=True)).spans
    assert (span.ended, span.attributes["error.type"]) == (True, "ConnectionLost")


def test_opentelemetry_is_used_where_it_is_installed() -> None:
    pytest.importorskip("opentelemetry.trace")
    observer._tracer.cache_clear()
    session, _ = scripted([Reply()])
    assert run(session.send(GET)).status == 200
    assert observer._tracer() is not None
    observer._tracer.cache_clear()


IMPORTS = "import sys, daftra_async._http.session; print(*sys.modules)"


def test_importing_the_session_loads_neither_engine_nor_tracing() -> None:
    said = subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=True).stdout
    loaded = {name.partition(".")[0] for name in said.split()}
    assert "daftra_async" in loaded
    assert not loaded & {"httpx", "httpx2", "aiohttp", "opentelemetry", "yarl", "anyio"}
