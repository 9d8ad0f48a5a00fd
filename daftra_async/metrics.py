"""OpenTelemetry metrics of calls and bulk runs: made from hooks, so that nothing is imported or paid without them.

    metrics = Metrics()
    daftra = Daftra.from_env(hooks=[metrics.hook])
    await daftra.invoices.bulk(drafts, progress=metrics.bulk("invoices"))

| instrument | kind | attributes |
|---|---|---|
| ``daftra.client.request.duration`` | histogram of seconds, one per try | operation, method, status or send_state |
| ``daftra.client.call.duration`` | histogram of seconds, one per call | operation, method, status or error |
| ``daftra.client.retries`` | counter | operation, reason |
| ``daftra.client.throttled`` | counter of pauses that hold the whole account | operation |
| ``daftra.client.throttled.duration`` | histogram of seconds | operation |
| ``daftra.client.token_refreshes`` | counter of token refreshes | |
| ``daftra.bulk.drafts`` | counter | resource, verdict |
| ``daftra.bulk.doubtful`` | gauge of drafts waiting to be found or proved absent | resource |

Attributes are the few facts that hooks are shown: no query, header, body or credential.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._http.observer import CallEvent
from .errors import ConfigurationError

if TYPE_CHECKING:
    from ._bulk.options import BulkProgress

_VERDICTS = ("created", "rejected", "unconfirmed")


class Metrics:
    """The instruments. ``meter_provider`` is OpenTelemetry's global one by default.

    Raises ``ConfigurationError`` where opentelemetry-api is not installed.
    """

    def __init__(self, meter_provider: Any = None) -> None:
        try:
            api = import_module("opentelemetry.metrics")
        except ImportError:
            raise ConfigurationError("metrics need OpenTelemetry: pip install opentelemetry-api") from None
        meter = api.get_meter("daftra_async", meter_provider=meter_provider)
        self._duration = meter.create_histogram("daftra.client.request.duration", unit="s")
        self._whole = meter.create_histogram("daftra.client.call.duration", unit="s")
        self._retries = meter.create_counter("daftra.client.retries", unit="{retry}")
        self._throttled = meter.create_counter("daftra.client.throttled", unit="{pause}")
        self._held = meter.create_histogram("daftra.client.throttled.duration", unit="s")
        self._refreshes = meter.create_counter("daftra.client.token_refreshes", unit="{refresh}")
        self._drafts = meter.create_counter("daftra.bulk.drafts", unit="{draft}")
        self._doubtful = meter.create_gauge("daftra.bulk.doubtful", unit="{draft}")

    def hook(self, event: CallEvent) -> None:
        """Count one step of a call: give it to ``Daftra(hooks=[…])``."""
        operation = {"daftra.operation": event.operation}
        match event.kind:
            case "response" | "failure":
                outcome = {"send_state": event.send_state or "?"} if event.status is None else {"status": event.status}
                self._duration.record(event.seconds or 0.0, {**operation, "method": event.method, **outcome})
            case "retry":
                self._retries.add(1, {**operation, "reason": event.reason or "?"})
            case "pause":
                self._throttled.add(1, operation)
                self._held.record(event.seconds or 0.0, operation)
            case "token_refresh":
                self._refreshes.add(1)
            case "end":
                ended = {"error": event.reason or "?"} if event.status is None else {"status": event.status}
                self._whole.record(event.seconds or 0.0, {**operation, "method": event.method, **ended})
            case "request":
                pass

    def bulk(self, resource: str) -> Callable[[BulkProgress], None]:
        """A ``progress`` callback for one bulk run that counts its verdicts."""
        told = dict.fromkeys(_VERDICTS, 0)
        attributes = {"daftra.resource": resource}

        def progress(now: BulkProgress) -> None:
            for verdict in _VERDICTS:
                new = getattr(now, verdict) - told[verdict]
                if new > 0:
                    self._drafts.add(new, {**attributes, "verdict": verdict})
                    told[verdict] += new
            self._doubtful.set(now.doubtful, attributes)

        return progress
