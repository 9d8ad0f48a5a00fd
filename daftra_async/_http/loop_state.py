"""What a client has on one event loop: an engine, the limiter before it, the credential; and how it sends a call."""

from __future__ import annotations

import asyncio

from .._wire.messages import Request, Response
from .._wire.retry_after import retry_after
from ..options import CallOptions
from .call_state import CallState
from .engine import Engine, Failure, HttpRequest, HttpResponse, SendState, default_engine, injected_engine
from .limiter import Limiter, PausedTooLong
from .oauth import Credential, credential_for
from .observer import Observer, Span, span
from .redaction import Secret, masked_bytes, masked_link
from .retry import RetryBudget, RetryDecision, backoff, decide
from .settings import Settings


class LoopState:
    """Belongs to the event loop that it is made on; the retry budget and the observer are shared with the others."""

    def __init__(self, settings: Settings, budget: RetryBudget, observer: Observer) -> None:
        self._settings = settings
        self._policy = settings.retry
        self._budget = budget
        self._observer = observer
        self._clock = asyncio.get_running_loop().time
        self._limiter = Limiter(settings.concurrency, settings.rate_limit)
        self._credential: Credential = credential_for(
            settings.auth, settings.base_url, self._ask_for_token, now=settings.now
        )
        self._engine: Engine = (
            default_engine(settings.base_url, max_body=settings.max_body)
            if settings.http_client is None
            else injected_engine(settings.http_client, max_body=settings.max_body)
        )

    async def aclose(self) -> None:
        await self._credential.aclose()
        await self._engine.aclose()

    async def perform(self, call: CallState, seen: Span, *, authorised: bool = True) -> Response:
        """Send a call until it is answered for good. Raises as ``Session.send`` does."""
        if call.timeout.total is None:
            return await self._perform(call, seen, authorised=authorised)
        limit = asyncio.timeout(call.timeout.total)
        try:
            async with limit:
                return await self._perform(call, seen, authorised=authorised)
        except TimeoutError:
            if not limit.expired():
                raise
        raise call.timed_out("total", f"the call took longer than {call.timeout.total} s in all")

    async def _perform(self, call: CallState, seen: Span, *, authorised: bool) -> Response:
        outcome: HttpResponse | Failure | None = None
        while True:
            header = await self._credential.header() if authorised else None
            try:
                outcome = await self._try(call, header)
            except PausedTooLong as pause:
                return self._conclude(call, outcome or call.paused(pause.seconds), seen)
            decision = decide(call.idempotency, outcome)
            if decision is RetryDecision.AFTER_REFRESH and header is not None and not call.refreshed:
                call.refreshed = True
                if await self._credential.refresh(header[1]):
                    self._observer.tell("token_refresh", call.request, call.attempt, status=401)
                    continue
            delay = self._delay(call, decision, outcome)
            if delay is None:
                return self._conclude(call, outcome, seen)
            self._observer.tell("retry", call.request, call.attempt, seconds=delay, reason=decision.value)
            if delay:
                await asyncio.sleep(delay)

    async def _try(self, call: CallState, header: tuple[str, Secret] | None) -> HttpResponse | Failure:
        began = await self._enter(call)
        try:
            if not call.attempt:
                call.began = began
            call.attempt += 1
            call.progress = progress = self._engine.watch()
            self._observer.tell("request", call.request, call.attempt)
            outcome = await self._engine.exchange(_http_request(call, header), progress)
        finally:
            self._limiter.leave()
        call.progress = None
        self._note(call, outcome, began)
        return outcome

    async def _enter(self, call: CallState) -> float:
        longest_pause = self._policy.deadline
        if longest_pause is not None and call.attempt:
            longest_pause -= self._clock() - call.began
        if call.timeout.pool is None:
            return await self._limiter.enter(longest_pause=longest_pause)
        limit = asyncio.timeout(call.timeout.pool)
        try:
            async with limit:
                return await self._limiter.enter(longest_pause=longest_pause)
        except TimeoutError:
            if not limit.expired():
                raise
        what = f"no place among the client's own calls came free within {call.timeout.pool} s"
        raise call.timed_out("pool", what)

    def _note(self, call: CallState, outcome: HttpResponse | Failure, began: float) -> None:
        """What an outcome teaches: about this call, the rate, the budget; and tells those who look on."""
        now = self._clock()
        rate = self._limiter.rate
        if isinstance(outcome, Failure):
            call.doubtful = call.doubtful or outcome.send_state > SendState.NOTHING
            self._observer.tell(
                "failure",
                call.request,
                call.attempt,
                status=outcome.status,
                seconds=now - began,
                send_state=outcome.send_state.name.lower(),
                reason=outcome.cause,
            )
            return
        self._observer.tell("response", call.request, call.attempt, status=outcome.status, seconds=now - began)
        if outcome.status != 429:
            rate.answered()
            if outcome.status < 500:
                self._budget.earn()
            return
        rate.refused(now, sent=began, pause=retry_after(outcome.headers, now=self._settings.now))
        self._observer.tell("pause", call.request, call.attempt, status=429, seconds=rate.pause_left(now))

    def _delay(self, call: CallState, decision: RetryDecision, outcome: HttpResponse | Failure) -> float | None:
        """Seconds before the next try; ``None`` where there is none."""
        if decision not in (RetryDecision.RETRY, RetryDecision.AFTER_PAUSE):
            return None
        if call.attempt > call.retries + call.refreshed or self._engine.closed:
            return None
        now = self._clock()
        delay = pause = 0.0
        if decision is RetryDecision.AFTER_PAUSE:
            # The limiter holds this call with all others; here is only decided whether it can wait so long.
            pause = self._limiter.rate.pause_left(now)
        else:
            delay = backoff(self._policy, call.attempt, self._settings.random())
            if isinstance(outcome, HttpResponse):
                delay = max(delay, retry_after(outcome.headers, now=self._settings.now) or 0.0)
        if self._policy.deadline is not None and now + max(delay, pause) - call.began > self._policy.deadline:
            return None
        if decision is RetryDecision.RETRY and not self._budget.spend():
            return None
        return delay

    def _conclude(self, call: CallState, outcome: HttpResponse | Failure, seen: Span) -> Response:
        if isinstance(outcome, Failure):
            raise call.error(outcome, self._credential.secrets())
        seen.answered(outcome.status, call.attempt)
        headers, body = outcome.headers, outcome.body
        if not 200 <= outcome.status < 300:
            body = masked_bytes(body, self._credential.secrets())
            if "location" in headers:
                headers = {**headers, "location": masked_link(headers["location"])}
        return Response(status=outcome.status, headers=headers, body=body, request=call.shown)

    async def _ask_for_token(self, request: Request) -> Response:
        options: CallOptions = {"timeout": self._settings.timeout}
        call = CallState.of(request, options, base_url=self._settings.base_url, retries=self._policy.retries)
        with span(request, self._settings.base_url) as seen:
            return await self.perform(call, seen, authorised=False)


def _http_request(call: CallState, header: tuple[str, Secret] | None) -> HttpRequest:
    credential = [] if header is None else [(header[0], header[1].reveal())]
    return HttpRequest(
        method=call.request.method,
        url=call.url,
        headers=call.headers + credential,
        body=call.request.body,
        timeout=call.timeout,
    )
