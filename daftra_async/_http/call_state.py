"""One call on its way: what is asked, how far it got, and the error that it ends with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from .._wire.messages import Request
from ..errors import ConnectionFailed, ConnectionLost, DaftraError, Phase, RequestTimeout, UnexpectedResponse
from ..options import CallOptions, Timeout
from .compose import checked_method, compose_headers, compose_url
from .engine import Failure, SendProgress, SendState
from .oauth import TOKEN
from .redaction import Secret, masked
from .retry import Idempotency, check_retries, idempotency_of


@attrs.define(kw_only=True)
class CallState:
    """What is asked, and what has become of it so far."""

    request: Request
    shown: Request
    """The request as errors carry it: without the body where that holds a secret."""
    url: str
    headers: list[tuple[str, str]] = attrs.field(repr=False)
    timeout: Timeout
    retries: int
    idempotency: Idempotency
    attempt: int = 0
    began: float = 0.0
    refreshed: bool = False
    doubtful: bool = False
    """Whether a byte of an earlier try was written and no refusal came back: the server may have executed it."""
    progress: SendProgress | None = None

    @classmethod
    def of(cls, request: Request, options: CallOptions, *, base_url: str, retries: int) -> CallState:
        """The call of a request, ``retries`` where its options say nothing else.

        Raises ``ConfigurationError`` for what cannot be sent.
        """
        retries = options.get("retries", retries)
        check_retries(retries)
        checked_method(request.method)
        return cls(
            request=request,
            shown=attrs.evolve(request, body=None) if _holds_secret(request) else request,
            url=compose_url(base_url, request, options),
            headers=compose_headers(request, options),
            timeout=Timeout.of(options.get("timeout")),
            retries=retries,
            idempotency=idempotency_of(request),
        )

    @property
    def sent(self) -> bool:
        """Whether a byte of it was ever written."""
        return self.doubtful or (self.progress is not None and self.progress.send_state > SendState.NOTHING)

    def timed_out(self, phase: Phase, what: str) -> RequestTimeout:
        """The error of a limit that passed in this phase."""
        return RequestTimeout(self._said(what), phase=phase, sent=self.sent, request=self.shown)

    def paused(self, seconds: float) -> Failure:
        """The failure of a call that the pause after a 429 would hold longer than it may take."""
        detail = f"the server asked everyone to wait {seconds:.0f} s more, longer than the retry policy's deadline"
        send_state = SendState.SOMETHING if self.doubtful else SendState.NOTHING
        return Failure(cause="timeout", phase="pool", send_state=send_state, detail=detail)

    def error(self, failure: Failure, secrets: Iterable[Secret]) -> DaftraError:
        """What a try's failure means for the whole call, the secrets masked in what it says."""
        detail = masked(failure.detail, secrets)
        if failure.cause == "body":
            return UnexpectedResponse(self._said(detail), status=failure.status or 0, request=self.shown)
        if failure.cause == "timeout":
            return self.timed_out(failure.phase, detail or _TIMEOUTS[failure.phase])
        if self.doubtful:
            return ConnectionLost(self._said(f"no complete answer came back, {detail}"), request=self.shown)
        return ConnectionFailed(self._said(f"no connection, {detail}"), request=self.shown)

    def _said(self, what: str) -> str:
        operation = self.request.operation
        tries = "" if self.attempt < 2 else f" (try {self.attempt})"
        return f"{self.request.method} {operation.base}{operation.path}: {what}{tries}"


def _holds_secret(request: Request) -> bool:
    return request.path == TOKEN.path or b'password"' in (request.body or b"")


_TIMEOUTS: Mapping[str, str] = {
    "connect": "no connection in time",
    "pool": "no connection of the client came free in time",
    "write": "the request could not be written in time",
    "read": "the server was silent for too long",
    "total": "the try took longer than its limit",
}
