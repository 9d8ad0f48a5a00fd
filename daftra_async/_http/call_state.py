"""One call on its way: what is asked, how far it got, and the error that it ends with."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeVar

import attrs
import msgspec

from .._wire.messages import Request
from ..errors import (
    ConnectionFailed,
    ConnectionLost,
    DaftraError,
    Phase,
    RequestTimeout,
    TransportError,
    UnexpectedResponse,
    request_id_in,
)
from .compose import Headers, ResolvedOptions, checked_method, compose_headers, compose_target
from .engine import Failure, SendProgress, SendState
from .oauth import TOKEN
from .redaction import Secret, masked
from .retry import Idempotency, idempotency_of

E = TypeVar("E", bound=TransportError)


class CallState(msgspec.Struct, kw_only=True, eq=False):
    """What is asked, and what has become of it so far."""

    request: Request
    shown: Request
    """The request as errors carry it: without the body where that holds a secret."""
    target: str
    headers: Headers
    options: ResolvedOptions
    idempotency: Idempotency
    attempt: int = 0
    began: float = 0.0
    refreshed: bool = False
    doubtful: bool = False
    """Whether a byte of an earlier try was written and no refusal came back: the server may have executed it."""
    progress: SendProgress | None = None

    def __repr__(self) -> str:
        return f"CallState({self.request.operation_id}, attempt={self.attempt})"

    @classmethod
    def of(cls, request: Request, options: ResolvedOptions) -> CallState:
        """The call of a request. Raises ``ConfigurationError`` for what cannot be sent."""
        checked_method(request.method)
        return cls(
            request=request,
            shown=attrs.evolve(request, body=None) if _holds_secret(request) else request,
            target=compose_target(request, options),
            headers=compose_headers(request, options),
            options=options,
            idempotency=idempotency_of(request),
        )

    @property
    def sent(self) -> bool:
        """Whether a byte of it was ever written."""
        return self.doubtful or (self.progress is not None and self.progress.send_state > SendState.NOTHING)

    def timed_out(self, phase: Phase, what: str) -> RequestTimeout:
        """The error of a limit that passed in this phase."""
        return self._advised(RequestTimeout(self._said(what), phase=phase, sent=self.sent, request=self.shown))

    def before_sending(self, error: DaftraError) -> DaftraError:
        """An error that came up before a try, for a token that could not be had, as this call's own."""
        error.outcome = "unknown" if self.doubtful else "not_sent"
        return error

    def paused(self, seconds: float) -> Failure:
        """The failure of a call that the pause after a 429 would hold longer than it may take."""
        detail = f"the server asked everyone to wait {seconds:.0f} s more, longer than the retry policy's deadline"
        send_state = SendState.SOMETHING if self.doubtful else SendState.NOTHING
        return Failure(cause="timeout", phase="pool", send_state=send_state, detail=detail)

    def error(self, failure: Failure, secrets: Iterable[Secret]) -> DaftraError:
        """What a try's failure means for the whole call, the secrets masked in what it says."""
        detail = masked(failure.detail, secrets)
        error: DaftraError
        if failure.cause == "body":
            error = UnexpectedResponse(self._said(detail), status=failure.status or 0, request=self.shown)
        elif failure.cause == "timeout":
            error = self.timed_out(failure.phase, detail or _TIMEOUTS[failure.phase])
        elif self.doubtful:
            lost = ConnectionLost(self._said(f"no complete answer came back, {detail}"), request=self.shown)
            error = self._advised(lost)
        else:
            error = ConnectionFailed(self._said(f"no connection, {detail}"), request=self.shown)
            if failure.cause == "tls":
                error.hint = _TLS_HINT
        request_id = request_id_in(failure.headers)
        error.request_id = None if request_id is None else masked(request_id, secrets)
        return error

    def _advised(self, error: E) -> E:
        """The error, with advice for what was asked: nobody looks for what a read has done."""
        if error.outcome == "unknown" and self.idempotency in _HINTS:
            error.hint = _HINTS[self.idempotency]
        return error

    def _said(self, what: str) -> str:
        operation = self.request.operation
        tries = "" if self.attempt < 2 else f" (try {self.attempt})"
        return f"{self.request.method} {operation.base}{operation.path}: {what}{tries}"


def _holds_secret(request: Request) -> bool:
    return request.path == TOKEN.path or b'password"' in (request.body or b"")


_HINTS: Mapping[Idempotency, str] = {
    Idempotency.READ: "It changes nothing, so it can be asked again; timeout= allows it more time.",
    Idempotency.IDEMPOTENT: "The outcome is unknown; sent again it does what sending it once does.",
}
_TLS_HINT = "Nothing was sent: no secure connection to the host could be made."

_TIMEOUTS: Mapping[str, str] = {
    "connect": "no connection in time",
    "pool": "no connection of the client came free in time",
    "write": "the request could not be written in time",
    "read": "the server was silent for too long",
    "total": "the try took longer than its limit",
}
