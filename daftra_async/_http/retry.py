"""When a request is sent again: the rule as a table, the backoff, and the budget."""

from __future__ import annotations

import enum
import functools
import re

import attrs
import msgspec

from .._backoff import full_jitter
from .._wire.messages import Request
from ..errors import ConfigurationError
from .engine import Failure, HttpResponse, SendState


@attrs.frozen(kw_only=True)
class RetryPolicy:
    """How often and how fast a call is tried again.

    ``retries``: tries after the first. ``base`` and ``cap``: seconds of the full-jitter backoff, a random time between
    nothing and ``base * 2**n``, at most ``cap``. ``deadline``: seconds after a call's first try beyond which no other
    begins; ``None`` for no such limit. ``budget``: retries in reserve for the whole client, refilled by one for every
    ten calls that succeed, so that an outage is not met with a multiple of the load.
    """

    retries: int = attrs.field(default=2)
    base: float = attrs.field(default=0.5)
    cap: float = attrs.field(default=20.0)
    deadline: float | None = attrs.field(default=120.0)
    budget: int = attrs.field(default=10)

    def __attrs_post_init__(self) -> None:
        check_retries(self.retries)
        if self.base < 0 or self.cap < 0 or self.budget < 0 or (self.deadline is not None and self.deadline < 0):
            raise ConfigurationError("RetryPolicy: base, cap, deadline and budget are not negative")


def check_retries(retries: object) -> None:
    if isinstance(retries, bool) or not isinstance(retries, int) or not 0 <= retries <= 100:
        raise ConfigurationError(f"retries={retries!r}: give a whole number from 0 to 100")


class Idempotency(enum.Enum):
    """What sending a request twice would do."""

    READ = "read"
    """Nothing: it changes no record."""
    IDEMPOTENT = "idempotent"
    """What sending it once does: it replaces or deletes the one record that its path names.

    A DELETE whose first answer was lost may be answered 404 the second time: the record is gone either way.
    """
    ONCE = "once"
    """Another record, or another effect."""
    READ_BACK = "read back"
    """The same, and the caller reads back what became of it: no answer is taken for a proof that nothing was done."""


def idempotency_of(request: Request) -> Idempotency:
    """``READ`` for calls that read; ``IDEMPOTENT`` for PUT and DELETE by id; ``ONCE`` for all else. What the request
    itself says of it counts for more.

    The method alone does not tell: ``GET /bookings/convert_to_invoice/{id}`` makes an invoice.
    """
    operation = request.operation
    if request.read_back:
        return Idempotency.READ_BACK
    if request.idempotent is False:
        return Idempotency.ONCE
    if operation.kind in ("get", "list"):
        return Idempotency.READ
    if request.idempotent:
        return Idempotency.IDEMPOTENT
    named = "{" in operation.path or re.search(r"/\d+(\.json)?$", request.path)
    if request.method in ("PUT", "DELETE") and named and operation.kind in ("update", "delete", "action"):
        return Idempotency.IDEMPOTENT
    return Idempotency.ONCE


class RetryDecision(enum.Enum):
    STOP = "stop"
    RETRY = "after a backoff"
    AFTER_PAUSE = "after the pause that holds every caller"
    AFTER_REFRESH = "once, after the token was refreshed"


class Rule(msgspec.Struct, frozen=True, eq=False):
    """One row: what happened, to which requests, and what follows. ``None`` and ``()`` match everything."""

    decision: RetryDecision
    idempotency: tuple[Idempotency, ...] = ()
    send_state: tuple[SendState, ...] = ()
    failed: bool | None = None
    cause: tuple[str, ...] = ()
    status: tuple[int, ...] = ()

    def matches(self, idempotency: Idempotency, send_state: SendState, cause: str | None, status: int | None) -> bool:
        """``cause`` is that of a failure, ``None`` for an answer."""
        return (
            (not self.idempotency or idempotency in self.idempotency)
            and (not self.send_state or send_state in self.send_state)
            and (self.failed is None or self.failed is (cause is not None))
            and (not self.cause or cause in self.cause)
            and (not self.status or status in self.status)
        )


RULES = (
    # What is read back is sent again by whoever reads it back; nobody else can tell what an answer came after.
    Rule(RetryDecision.STOP, failed=False, idempotency=(Idempotency.READ_BACK,)),
    # The server refused before it executed anything: whatever the method, sending it again repeats nothing.
    Rule(RetryDecision.AFTER_REFRESH, failed=False, status=(401,)),
    Rule(RetryDecision.AFTER_PAUSE, failed=False, status=(429,)),
    # A body beyond the limit, or damaged in its compression, comes again as it came; so does a certificate.
    Rule(RetryDecision.STOP, cause=("body", "tls")),
    # No byte was written.
    Rule(RetryDecision.RETRY, failed=True, send_state=(SendState.NOTHING,)),
    # Something was written, or the answer was cut: the request may have been executed.
    Rule(RetryDecision.RETRY, failed=True, idempotency=(Idempotency.READ, Idempotency.IDEMPOTENT)),
    # The server or the gateway before it is in trouble for the moment.
    Rule(
        RetryDecision.RETRY,
        failed=False,
        status=(408, 425, 502, 503, 504),
        idempotency=(Idempotency.READ, Idempotency.IDEMPOTENT),
    ),
    # A write's 500 is an answer ("Item was not deleted"); a read's is worth another look.
    Rule(RetryDecision.RETRY, failed=False, status=(500,), idempotency=(Idempotency.READ,)),
    Rule(RetryDecision.STOP),
)


def decide(idempotency: Idempotency, outcome: HttpResponse | Failure) -> RetryDecision:
    """The decision of the first rule that matches."""
    if isinstance(outcome, Failure):
        return _decision(idempotency, outcome.send_state, outcome.cause, outcome.status)
    return _decision(idempotency, SendState.ANSWERED, None, outcome.status)


@functools.cache
def _decision(idempotency: Idempotency, send_state: SendState, cause: str | None, status: int | None) -> RetryDecision:
    return next(rule.decision for rule in RULES if rule.matches(idempotency, send_state, cause, status))


def backoff(policy: RetryPolicy, tried: int, random: float) -> float:
    """Seconds before the try after the ``tried``-th: full jitter, ``random`` in [0, 1)."""
    return full_jitter(tried - 1, base=policy.base, cap=policy.cap, random=random)


class RetryBudget:
    """Retries in reserve. Every retry takes one, every success gives a tenth back, up to what it began with."""

    EARNED = 0.1

    def __init__(self, capacity: int) -> None:
        self._capacity = float(capacity)
        self._left = float(capacity)

    def spend(self) -> bool:
        """Takes one retry; false where none is left."""
        # The margin forgives what ten additions of 0.1 lack to one.
        if self._left < 1.0 - 1e-9:
            return False
        self._left -= 1.0
        return True

    def earn(self) -> None:
        self._left = min(self._capacity, self._left + self.EARNED)
