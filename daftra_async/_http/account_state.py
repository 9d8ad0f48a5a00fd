"""How a call of one account is sent until it is answered for good: the limiter, the credential, tries and retries."""

from __future__ import annotations

import asyncio

import msgspec

from .._wire.messages import Request, Response
from .._wire.retry_after import retry_after
from ..errors import DaftraError
from .call_state import CallState
from .compose import ResolvedOptions
from .engine import Engine, Failure, HttpRequest, HttpResponse, SendState
from .limiter import Limiter, PausedTooLong
from .oauth import Credential, credential_for, identity_of, store_of
from .observer import Observer
from .pauses import pause_of
from .redaction import Secret, masked_bytes, masked_link
from .retry import RetryBudget, RetryDecision, backoff, decide
from .settings import Settings
from .time_limits import LimitPassed, within
from .token_store import LosslessStore
from .tracing import span


class Shared(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """What the states of all event loops of a client, and of all accounts on them, have in common."""

    settings: Settings
    observer: Observer
    budget: RetryBudget
    tokens: LosslessStore

    @classmethod
    def of(cls, settings: Settings) -> Shared:
        return cls(
            settings=settings,
            observer=Observer(settings.hooks),
            budget=RetryBudget(settings.retry.budget),
            tokens=store_of(settings.auth),
        )


class AccountState:
    """Belongs to one event loop; the pause after a 429 is shared by every client of the account in the process."""

    def __init__(self, shared: Shared, engine: Engine, *, site_id: int | None) -> None:
        settings = self._settings = shared.settings
        self._policy = settings.retry
        self._engine = engine
        self._budget = shared.budget
        self._observer = shared.observer
        self._clock = asyncio.get_running_loop().time
        identity = identity_of(settings.auth, settings.base_url, site_id)
        self._limiter = Limiter(settings.concurrency, settings.rate_limit, pause_of(identity))
        self._credential: Credential = credential_for(
            settings.auth, identity, shared.tokens, self.ask_for_token, now=settings.now
        )
        self._for_tokens = ResolvedOptions.of({"timeout": settings.timeout}, retries=self._policy.retries)

    def secrets(self) -> list[Secret]:
        """Everything that must not be shown."""
        return self._credential.secrets()

    async def aclose(self) -> None:
        await self._credential.aclose()

    async def answer(self, call: CallState, *, authorised: bool = True) -> Response:
        """Send a call until it is answered for good, seen by those who look on from its start to its end.

        Raises as ``Session.send`` does.
        """
        opened = self._clock()
        with span(call.request, self._settings.base_url) as seen:
            try:
                response = await self._within_total(call, authorised=authorised)
            except BaseException as error:
                seen.failed(error)
                self._tell_end(call, opened, reason=type(error).__name__)
                raise
            seen.answered(response.status, call.attempt)
        if self._observer.listens:
            self._tell_end(call, opened, status=response.status)
        return response

    def _tell_end(
        self, call: CallState, opened: float, *, status: int | None = None, reason: str | None = None
    ) -> None:
        seconds = self._clock() - opened
        self._observer.tell("end", call.request, call.attempt, status=status, seconds=seconds, reason=reason)

    async def _within_total(self, call: CallState, *, authorised: bool) -> Response:
        total = call.options.timeout.total
        try:
            return await within(total, self._perform(call, authorised=authorised))
        except LimitPassed:
            raise call.timed_out("total", f"the call took longer than {total} s in all") from None

    async def _perform(self, call: CallState, *, authorised: bool) -> Response:
        outcome: HttpResponse | Failure | None = None
        while True:
            header = await self._header(call) if authorised else None
            try:
                outcome = await self._try(call, header)
            except PausedTooLong as pause:
                return self._conclude(call, outcome or call.paused(pause.seconds))
            decision = decide(call.idempotency, outcome)
            if decision is RetryDecision.AFTER_REFRESH and header is not None and not call.refreshed:
                call.refreshed = True
                if await self._refresh(call, header[1]):
                    self._observer.tell("token_refresh", call.request, call.attempt, status=401)
                    continue
            delay = self._delay(call, decision, outcome)
            if delay is None:
                return self._conclude(call, outcome)
            self._observer.tell("retry", call.request, call.attempt, seconds=delay, reason=decision.value)
            if delay:
                await asyncio.sleep(delay)

    async def _header(self, call: CallState) -> tuple[str, Secret]:
        try:
            return await self._credential.header()
        except DaftraError as error:
            raise call.before_sending(error) from None

    async def _refresh(self, call: CallState, refused: Secret) -> bool:
        try:
            return await self._credential.refresh(refused)
        except DaftraError as error:
            raise call.before_sending(error) from None

    async def _try(self, call: CallState, header: tuple[str, Secret] | None) -> HttpResponse | Failure:
        began = await self._enter(call)
        try:
            if not call.attempt:
                call.began = began
            call.attempt += 1
            call.progress = progress = self._engine.watch()
            if self._observer.listens:
                self._observer.tell("request", call.request, call.attempt)
            outcome = await self._engine.exchange(_http_request(call, header), progress)
        except BaseException as error:
            self._tell_abandoned(call, began, error)
            raise
        finally:
            self._limiter.leave()
        call.progress = None
        self._note(call, outcome, began)
        return outcome

    def _tell_abandoned(self, call: CallState, began: float, error: BaseException) -> None:
        self._observer.tell(
            "failure",
            call.request,
            call.attempt,
            seconds=self._clock() - began,
            send_state=None if call.progress is None else call.progress.send_state.name.lower(),
            reason="cancelled" if isinstance(error, asyncio.CancelledError) else type(error).__name__,
        )

    async def _enter(self, call: CallState) -> float:
        longest_pause = self._policy.deadline
        if longest_pause is not None and call.attempt:
            longest_pause -= self._clock() - call.began
        pool = call.options.timeout.pool
        try:
            return await within(pool, self._limiter.enter(longest_pause=longest_pause))
        except LimitPassed:
            what = f"no place among the client's own calls came free within {pool} s"
            raise call.timed_out("pool", what) from None

    def _note(self, call: CallState, outcome: HttpResponse | Failure, began: float) -> None:
        """What an outcome teaches: about this call, the rate, the budget; and tells those who look on."""
        now = self._clock()
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
        if self._observer.listens:
            self._observer.tell("response", call.request, call.attempt, status=outcome.status, seconds=now - began)
        rate = self._limiter.rate
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
        if call.attempt > call.options.retries + call.refreshed or self._engine.closed:
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

    def _conclude(self, call: CallState, outcome: HttpResponse | Failure) -> Response:
        if isinstance(outcome, Failure):
            raise call.error(outcome, self.secrets())
        headers, body = outcome.headers, outcome.body
        if not 200 <= outcome.status < 300:
            body = masked_bytes(body, self.secrets())
            if "location" in headers:
                headers = {**headers, "location": masked_link(headers["location"])}
        return Response(status=outcome.status, headers=headers, body=body, request=call.shown, doubtful=call.doubtful)

    async def ask_for_token(self, request: Request) -> Response:
        """The answer to a request that carries its credentials in its body."""
        return await self.answer(CallState.of(request, self._for_tokens), authorised=False)


def _http_request(call: CallState, header: tuple[str, Secret] | None) -> HttpRequest:
    credential = () if header is None else ((header[0], header[1].reveal()),)
    return HttpRequest(
        method=call.request.method,
        target=call.target,
        headers=call.headers + credential,
        body=call.request.body,
        timeout=call.options.timeout,
    )
