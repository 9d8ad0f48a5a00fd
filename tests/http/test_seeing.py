"""What can be seen of a call: log, hooks, spans; and what importing the session loads."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from daftra_async import CallEvent, PasswordGrant
from daftra_async._http import tracing
from daftra_async._http.observer import log_as_the_environment_says
from daftra_async.errors import AuthenticationError, ConfigurationError, ConnectionLost, DaftraError

from .calls import CREATE, GET
from .server import FaultServer, answer, answering
from .spans import RecordingTracer
from .virtual import Broken, Reply, Step, run, scripted

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
        ("end", 3, 200, 2.75),
    ]
    assert {(event.operation, event.method, event.path) for event in events} == {
        ("invoices.get", "GET", "/api2/invoices/{id}.json")
    }


def test_a_hook_is_told_how_far_a_failed_try_got() -> None:
    events: list[CallEvent] = []
    session, _ = scripted([Broken(written=True)], hooks=[events.append])
    with pytest.raises(ConnectionLost):
        run(session.send(CREATE))
    failure, end = events[-2:]
    assert (failure.kind, failure.send_state, failure.reason) == ("failure", "something", "connection")
    assert (end.kind, end.status, end.reason) == ("end", None, "ConnectionLost")


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
        *["request", "response", "end"],
    ]
    assert (
        ours[1].getMessage() == "response invoices.get GET /api2/invoices/{id}.json attempt=1 status=503 seconds=0.250"
    )
    assert {record.levelname for record in ours if record.getMessage().startswith("pause")} == {"WARNING"}
    everything = " ".join(str(record.__dict__) for record in ours)
    assert not any(word in everything for word in ("customer", "header", "key", "acme"))


def spans_of(monkeypatch: pytest.MonkeyPatch, *steps: Reply | Broken) -> RecordingTracer:
    tracer = RecordingTracer()
    monkeypatch.setattr(tracing, "tracer", lambda: tracer)
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


TRACED = """
import asyncio, sys
from opentelemetry import trace
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from daftra_async import ApiKey, Daftra

exporter = InMemorySpanExporter()

async def main():
    async with Daftra(base_url=sys.argv[1], auth=ApiKey("k")) as daftra:
        await daftra.clients.delete(1)
        provider = TracerProvider()
        provider.add_span_processor(SimpleSpanProcessor(exporter))
        trace.set_tracer_provider(provider)
        await daftra.clients.delete(2)

asyncio.run(main())
print([span.name for span in exporter.get_finished_spans()])
"""


async def test_opentelemetry_is_used_as_soon_as_the_program_has_set_it_up() -> None:
    pytest.importorskip("opentelemetry.sdk")
    async with FaultServer(answering(answer())) as server:
        program = await asyncio.create_subprocess_exec(
            sys.executable, "-c", TRACED, server.url, stdout=asyncio.subprocess.PIPE
        )
        told, _ = await program.communicate()
    assert told.decode().strip() == "['daftra clients.delete']"


IMPORTS = "import sys, daftra_async._http.session; print(*sys.modules)"


def test_importing_the_session_loads_neither_engine_nor_tracing() -> None:
    said = subprocess.run([sys.executable, "-c", IMPORTS], capture_output=True, text=True, check=True).stdout
    loaded = {name.partition(".")[0] for name in said.split()}
    assert "daftra_async" in loaded
    assert not loaded & {"httpx", "httpx2", "aiohttp", "opentelemetry", "yarl", "anyio"}


LOGGED = """
import asyncio, sys
{setup}
from daftra_async import ApiKey, Daftra

async def main():
    async with Daftra(base_url=sys.argv[1], auth=ApiKey("a-secret-key")) as daftra:
        await daftra.clients.delete(7)

asyncio.run(main())
"""


async def logged(level: str | None, setup: str = "") -> tuple[int, str]:
    """What a program that says nothing of logging shows on its standard error, with this in its environment."""
    environment = {name: value for name, value in os.environ.items() if name != "DAFTRA_LOG"}
    if level is not None:
        environment["DAFTRA_LOG"] = level
    async with FaultServer(answering(answer())) as server:
        program = await asyncio.create_subprocess_exec(
            sys.executable,
            "-c",
            LOGGED.format(setup=setup),
            server.url,
            env=environment,
            stderr=asyncio.subprocess.PIPE,
        )
        _, told = await program.communicate()
    return program.returncode or 0, told.decode()


async def test_the_environment_turns_logging_on() -> None:
    _, told = await logged("debug")
    lines = [line.split(" DEBUG ")[1] for line in told.splitlines()]
    assert [line.split()[0] for line in lines] == ["request", "response", "end"]
    assert "clients.delete" in lines[0]
    assert not {"a-secret-key", "127.0.0.1"} & set(told.split())
    assert await logged(None) == (0, "")
    assert await logged("info") == (0, "")


async def test_logging_that_the_program_has_set_up_is_left_as_it_is() -> None:
    setup = 'import logging; logging.basicConfig(format="mine %(message)s")'
    _, told = await logged("debug", setup)
    assert [line.split()[:2] for line in told.splitlines()] == [
        ["mine", "request"],
        ["mine", "response"],
        ["mine", "end"],
    ]


async def test_a_level_that_there_is_not_is_refused() -> None:
    status, told = await logged("verbose")
    assert status == 1
    assert "DAFTRA_LOG='verbose': give debug, info or warning" in told


@contextlib.contextmanager
def logger_without_setup() -> Iterator[logging.Logger]:
    """The package's logger as in a program that has not set up logging."""
    logger = logging.getLogger("daftra_async")
    level, handlers, propagate = logger.level, logger.handlers[:], logger.propagate
    logger.handlers.clear()
    logger.propagate = False
    logger.setLevel(logging.NOTSET)
    yield logger
    logger.handlers[:] = handlers
    logger.propagate = propagate
    logger.setLevel(level)


@pytest.mark.parametrize(
    ("said", "level"), [(" Info ", logging.INFO), ("warning", logging.WARNING), (" ", logging.NOTSET)]
)
def test_a_level_is_set_once_however_many_clients_are_made(
    monkeypatch: pytest.MonkeyPatch, said: str, level: int
) -> None:
    monkeypatch.setenv("DAFTRA_LOG", said)
    with logger_without_setup() as logger:
        for _ in range(2):
            log_as_the_environment_says()
        assert logger.level == level
        assert len(logger.handlers) == (level != logging.NOTSET)
    monkeypatch.setenv("DAFTRA_LOG", "verbose")
    with pytest.raises(ConfigurationError, match="give debug, info or warning"):
        log_as_the_environment_says()


def kinds_of(events: list[CallEvent]) -> list[str]:
    return [event.kind for event in events]


@pytest.mark.parametrize("moment", ["in a try", "waiting for a place", "before a retry"])
def test_a_call_that_is_cancelled_ends_for_those_who_look_on(moment: str) -> None:
    events: list[CallEvent] = []

    async def cancelled() -> None:
        script = {"in a try": [Reply(takes=10.0)], "before a retry": [Reply(503)]}.get(moment, [])
        session, _ = scripted([Reply(takes=5.0), *script], hooks=[events.append], concurrency=1)
        first = asyncio.ensure_future(session.send(CREATE))
        if moment != "waiting for a place":
            await first
            events.clear()
        call = asyncio.ensure_future(session.send(GET))
        await asyncio.sleep(0.1)
        call.cancel()
        await asyncio.wait({call, first})

    run(cancelled())
    mine = [event for event in events if event.operation == "invoices.get"]
    if moment == "in a try":
        assert kinds_of(mine) == ["request", "failure", "end"]
        assert (mine[1].reason, mine[1].send_state) == ("cancelled", "something")
    elif moment == "before a retry":
        assert kinds_of(mine) == ["request", "response", "retry", "end"]
    else:
        assert kinds_of(mine) == ["end"]
        assert mine[0].attempt == 0
    assert (mine[-1].status, mine[-1].reason) == (None, "CancelledError")


def test_every_try_and_every_call_that_began_ends_once() -> None:
    events: list[CallEvent] = []
    faults: list[Step] = [Broken(written=True), Broken(written=False), Reply(401), Reply(429), Reply(500)]
    steps: list[Step] = [*faults * 3, *[Reply()] * 40]

    async def calls() -> None:
        session, _ = scripted(steps, hooks=[events.append])
        for request in (GET, CREATE) * 6:
            with contextlib.suppress(DaftraError):
                await session.send(request)

    run(calls())
    kinds = Counter(kinds_of(events))
    assert kinds["request"] == kinds["response"] + kinds["failure"] > 12
    assert kinds["end"] == 12
    assert events[-1].kind == "end"


def test_a_refused_token_is_a_call_that_ends_too() -> None:
    events: list[CallEvent] = []
    auth = PasswordGrant(client_id="app", client_secret="a-secret", username="amal", password="pass-word")
    session, _ = scripted([Reply(400)], hooks=[events.append], auth=auth)
    with pytest.raises(AuthenticationError):
        run(session.send(GET))
    assert [(event.operation, event.kind) for event in events] == [
        ("authorization.generate_access_token", "request"),
        ("authorization.generate_access_token", "response"),
        ("authorization.generate_access_token", "end"),
        ("invoices.get", "end"),
    ]


FIRST_CALL = """
import asyncio, sys
from daftra_async import ApiKey, Daftra
async def main():
    async with Daftra(base_url=sys.argv[1], auth=ApiKey("k")) as daftra:
        await daftra.clients.delete(1)
asyncio.run(main())
print(*sys.modules)
"""


async def test_a_call_through_the_default_engine_loads_no_httpx() -> None:
    async with FaultServer(answering(answer())) as server:
        program = await asyncio.create_subprocess_exec(
            sys.executable, "-c", FIRST_CALL, server.url, stdout=asyncio.subprocess.PIPE
        )
        told, _ = await program.communicate()
    loaded = {name.partition(".")[0] for name in told.decode().split()}
    assert {"daftra_async", "aiohttp"} <= loaded
    assert not loaded & {"httpx", "httpx2", "httpcore", "h11", "anyio"}
