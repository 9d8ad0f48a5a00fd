"""Every error the SDK raises, and what it warns of, named for what it means to the caller."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, Protocol


class RequestInfo(Protocol):
    """What an error knows of its request: the ``Request`` that was sent."""

    @property
    def operation_id(self) -> str:
        """``"invoices.get"``."""
        ...

    @property
    def method(self) -> str: ...

    @property
    def path(self) -> str: ...


Outcome = Literal["not_sent", "refused", "unknown", "applied"]
"""What became of the call: no byte of it left; the server answered that it did not do it; nobody can say; the server
did it, and only its answer could not be read."""


class DaftraError(Exception):
    """The root of them all.

    ``hint`` is one line that says what to do; it is empty where the message already does. ``outcome`` is
    ``"not_sent"``, ``"refused"``, ``"unknown"`` or ``"applied"``, and ``None`` for an error that is not about one call.
    ``request_id`` is the name that the server gave to the call in its answer's head, for whoever asks the vendor.
    """

    hint: str = ""
    outcome: Outcome | None = None
    request_id: str | None = None


class ConfigurationError(DaftraError):
    """The client was set up or called in a way that cannot work; nothing was sent."""

    outcome: Outcome | None = "not_sent"


class TransportError(DaftraError):
    """No complete answer arrived. ``request`` is what was being sent."""

    def __init__(self, message: str, *, request: RequestInfo | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.request = request

    def __str__(self) -> str:
        return _told(_named(self.request, self.message), self.hint)

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)


class ConnectionFailed(TransportError):
    """No byte of the request was written: it is certain that nothing was executed."""

    hint = "Nothing was sent: check the host's name and the network, then try again."
    outcome: Outcome | None = "not_sent"


class ConnectionLost(TransportError):
    """Something was written, no answer came: the server may or may not have executed the request."""

    hint = "The outcome is unknown: look whether the server did it before you send a write again."
    outcome: Outcome | None = "unknown"


Phase = Literal["connect", "pool", "write", "read", "total"]


class RequestTimeout(TransportError):
    """A time limit passed. ``phase`` says which; ``sent`` whether any byte of the request had been written."""

    def __init__(self, message: str, *, phase: Phase, sent: bool, request: RequestInfo | None = None) -> None:
        super().__init__(message, request=request)
        self.phase = phase
        self.sent = sent
        self.outcome = "unknown" if sent else "not_sent"
        self.hint = ConnectionLost.hint if sent else "Nothing was sent: try again, or allow more time with timeout=."


class ResponseError(DaftraError):
    """The server answered, and the answer is no.

    ``status`` is the HTTP status, ``code`` the one in the body where there is one, ``message`` the server's words (may
    be localised), ``validation_errors`` the reasons by field (``{"Invoice.client_id": ["…"]}``), ``body`` the start of
    the body with secrets masked, ``request`` what was asked. ``outcome`` goes by the status where nothing else is
    known: a 4xx is a refusal, anything else leaves it unknown.
    """

    hint = "The start of the server's answer is in .body."

    def __init__(
        self,
        message: str,
        *,
        status: int,
        code: int | None = None,
        validation_errors: Mapping[str, Sequence[str]] | None = None,
        body: str = "",
        headers: Mapping[str, str] | None = None,
        request: RequestInfo | None = None,
        outcome: Outcome | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.status = status
        self.code = code
        self.validation_errors: dict[str, list[str]] = {k: list(v) for k, v in (validation_errors or {}).items()}
        self.body = body
        self.headers = dict(headers or {})
        self.request = request
        self.request_id = request_id_in(self.headers)
        self.outcome = outcome or self._usual_outcome()

    def _usual_outcome(self) -> Outcome:
        return "refused" if 400 <= self.status < 500 else "unknown"

    def __str__(self) -> str:
        first = list(self.validation_errors.items())[:10]
        reasons = "; ".join(f"{field}: {', '.join(texts)}" for field, texts in first)
        said = f"HTTP {self.status}: {self.message}" + (f" ({reasons})" if reasons else "")
        return _told(_named(self.request, said), self.hint)

    def __reduce__(self) -> tuple[Any, ...]:
        return _rebuild, (type(self), self.args, self.__dict__)


class AuthenticationError(ResponseError):
    """401: the key or token is missing, wrong, expired or revoked."""

    hint = "Check the API key or token, and that it belongs to the account at this host."


class PermissionDenied(ResponseError):
    """403: the credential is good but may not do this."""

    hint = "Use a credential whose role may do this, or have the role changed in Daftra."


class NotFound(ResponseError):
    """404, or the v2 API's 400 for a record that does not exist."""

    hint = "Check the id and the branch; each type of document is served by its own resource only."


class ValidationError(ResponseError):
    """The server refused the data; ``validation_errors`` says which fields and why."""

    hint = "Correct the fields named in .validation_errors and send it again."


class RateLimited(ResponseError):
    """429. ``retry_after`` is the wait in seconds that the server asked for, if it did."""

    hint = "Wait .retry_after seconds where it is given, and lower rate_limit= or concurrency=."

    retry_after: float | None = None


class ServerError(ResponseError):
    """5xx: the server failed; a write may or may not have happened."""

    hint = "The server failed: before you send a write again, look whether it was done."


class Rejected(ResponseError):
    """A 2xx that says no: ``result`` other than successful, ``id: null``, or an ``error`` in place of a record."""

    hint = "The status says success and the body says no: correct what the message names, and see .body."

    def _usual_outcome(self) -> Outcome:
        return "refused"


class UnexpectedResponse(ResponseError):
    """A body that is no API answer: HTML, truncated or non-JSON text, or a wrong shape."""

    hint = "Check base_url, and that no login page or proxy answers in the API's place; see .body."


class TokenNotStored(UserWarning):
    """A new pair of tokens could not be written where it is kept: the client goes on with it and tries again, but a
    process that is started now does not find it, and finds the old pair worthless."""


REQUEST_ID_HEADERS = ("x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "x-amzn-trace-id", "cf-ray")
"""Where servers, and the load balancers and caches before them, say how they call a request; the first one counts."""


def request_id_in(headers: Mapping[str, str]) -> str | None:
    """The server's own name for the request, from the head of its answer; names of headers in lower case."""
    return next((headers[name] for name in REQUEST_ID_HEADERS if headers.get(name)), None)


def _named(request: RequestInfo | None, text: str) -> str:
    return text if request is None else f"{request.operation_id}: {text}"


def _told(text: str, hint: str) -> str:
    if not hint:
        return text
    return f"{text} {hint}" if text.endswith((".", "!", "?", "…")) else f"{text}. {hint}"


def _rebuild(kind: type[DaftraError], arguments: tuple[Any, ...], state: dict[str, Any]) -> DaftraError:
    error = kind.__new__(kind, *arguments)
    error.args = arguments
    error.__dict__.update(state)
    return error
