"""What the metrics say after calls, faults and a bulk run."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator
from typing import Any

import pytest
from opentelemetry.sdk.metrics import MeterProvider
from opentelemetry.sdk.metrics.export import InMemoryMetricReader
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from daftra_async import ApiKey, Daftra, NotFound, RequestTimeout
from daftra_async._http import tracing
from daftra_async.emulator import Emulator, Fault
from daftra_async.metrics import Metrics


@pytest.fixture
async def emulator() -> AsyncIterator[Emulator]:
    async with Emulator() as running:
        yield running


def points(reader: InMemoryMetricReader) -> dict[str, list[tuple[dict[str, Any], Any]]]:
    """Instrument → its attributes and figures (counts, for a histogram)."""
    found: dict[str, list[tuple[dict[str, Any], Any]]] = {}
    data: Any = reader.get_metrics_data()
    for resource in data.resource_metrics:
        for scope in resource.scope_metrics:
            for metric in scope.metrics:
                found[metric.name] = [
                    (dict(point.attributes), point.count if hasattr(point, "count") else point.value)
                    for point in metric.data.data_points
                ]
    return found


async def test_tries_retries_and_pauses_are_counted_by_operation(emulator: Emulator) -> None:
    reader = InMemoryMetricReader()
    metrics = Metrics(MeterProvider([reader]))
    emulator.faults.script(
        "GET /api2/clients/1.json", ["cut_before", Fault(kind="status", status=429, retry_after="0"), None]
    )
    async with Daftra(
        base_url=emulator.url, auth=ApiKey(emulator.api_key), hooks=[metrics.hook], date_format="DD/MM/YYYY"
    ) as daftra:
        await daftra.clients.get(1)
        with pytest.raises(NotFound):
            await daftra.clients.get(999_999)
    found = points(reader)
    tries = {
        (attributes["daftra.operation"], attributes.get("status"), attributes.get("send_state")): count
        for attributes, count in found["daftra.client.request.duration"]
    }
    assert tries == {
        ("clients.get", None, "something"): 1,
        ("clients.get", 429, None): 1,
        ("clients.get", 200, None): 1,
        ("clients.get", 404, None): 1,
    }
    calls = {
        (attributes["daftra.operation"], attributes.get("status"), attributes.get("error")): count
        for attributes, count in found["daftra.client.call.duration"]
    }
    assert calls == {("clients.get", 200, None): 1, ("clients.get", 404, None): 1}
    assert sum(count for _, count in found["daftra.client.retries"]) == 2
    assert found["daftra.client.throttled"] == [({"daftra.operation": "clients.get"}, 1)]


async def test_bulk_verdicts_add_up_to_the_drafts(emulator: Emulator) -> None:
    reader = InMemoryMetricReader()
    metrics = Metrics(MeterProvider([reader]))
    clients = [1, 1, 999_999, 1, 1, 1, 1]
    lines = [{"item": "Ink", "unit_price": 1, "quantity": 1}]
    drafts = [{"Invoice": {"client_id": client}, "InvoiceItem": lines} for client in clients]
    async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as daftra:
        await daftra.invoices.bulk(drafts, chunk_size=2, progress=metrics.bulk("invoices"))
    found = points(reader)
    verdicts = {attributes["verdict"]: count for attributes, count in found["daftra.bulk.drafts"]}
    assert verdicts == {"created": 6, "rejected": 1}
    assert found["daftra.bulk.doubtful"] == [({"daftra.resource": "invoices"}, 0)]


async def test_no_argument_or_credential_is_in_any_attribute(emulator: Emulator) -> None:
    reader = InMemoryMetricReader()
    metrics = Metrics(MeterProvider([reader]))
    async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key), hooks=[metrics.hook]) as daftra:
        await daftra.invoices.list(keywords="confidential")
        await daftra.clients.get(7)
    told = repr(points(reader))
    assert "clients.get" in told
    assert "confidential" not in told
    assert emulator.api_key not in told
    assert "/7" not in told


def test_a_client_without_metrics_imports_nothing_of_them() -> None:
    program = (
        "import sys; from daftra_async import ApiKey, Daftra; Daftra('acme', auth=ApiKey('k')); "
        "print([name for name in sys.modules if name.startswith(('opentelemetry', 'daftra_async.metrics'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_a_span_tells_tries_waits_and_how_far_a_failed_request_got(
    emulator: Emulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    monkeypatch.setattr(tracing, "tracer", lambda: provider.get_tracer("test"))
    emulator.faults.script(
        "GET /api2/clients/1.json", ["cut_before", Fault(kind="status", status=429, retry_after="0"), None]
    )
    async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as daftra:
        await daftra.clients.get(1)
    (span,) = exporter.get_finished_spans()
    assert span.name == "daftra clients.get"
    attributes = dict(span.attributes or {})
    assert (attributes["daftra.attempts"], attributes["http.response.status_code"]) == (3, 200)
    assert [event.name for event in span.events] == ["daftra.failure", "daftra.retry", "daftra.pause", "daftra.retry"]
    failure, retry, pause, _ = (dict(event.attributes or {}) for event in span.events)
    assert (failure["daftra.attempt"], failure["daftra.send_state"]) == (1, "something")
    assert isinstance(retry["daftra.seconds"], float)
    assert pause["daftra.status"] == 429
    assert emulator.api_key not in span.to_json()


async def test_a_call_that_came_to_no_answer_is_counted_by_what_was_raised(emulator: Emulator) -> None:
    reader = InMemoryMetricReader()
    metrics = Metrics(MeterProvider([reader]))
    emulator.faults.always("GET /api2/clients/1.json", "hang")
    async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key), hooks=[metrics.hook]) as daftra:
        call = asyncio.ensure_future(daftra.clients.get(1))
        await asyncio.sleep(0.1)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call
        with pytest.raises(RequestTimeout):
            await daftra.clients.get(1, timeout=0.1, retries=0)
    ended = {attributes.get("error"): count for attributes, count in points(reader)["daftra.client.call.duration"]}
    assert ended == {"CancelledError": 1, "RequestTimeout": 1}
