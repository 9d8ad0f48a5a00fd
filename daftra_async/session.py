"""The one place where bytes leave: authorise, limit, send, try again."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Sequence
from typing import Any, Unpack

import attrs

from .auth import ApiKey, Auth, BearerToken, PasswordGrant
from .call import CallState
from .config import resolve_base_url
from .errors import (
    ConfigurationError,
)
from .limits import Limiter, PausedTooLong, RateLimit, check_concurrency
from .oauth import Credential, credential_for
from .options import CallOptions, Timeout, merged
from .redaction import Secret, masked_bytes, masked_link
from .retry import RetryBudget, RetryDecision, RetryPolicy, backoff, decide
from .tracing import Hook, Observer, Span, span
from .transport.compose import checked_branch
from .transport.engine import (
    Engine,
    Failure,
    HttpRequest,
    HttpResponse,
    SendState,
    default_engine,
    http_package,
    injected_engine,
)
from .wire.messages import Request, Response
from .wire.retry_after import retry_after

_NO_OPTIONS: CallOptions = {}
DEFAULT_MAX_BODY = 64 * 1024 * 1024


@attrs.frozen(kw_only=True)
class Settings:
    """What a client was built with."""

    base_url: str
    auth: Auth
    timeout: Timeout
    concurrency: int
    retry: RetryPolicy
    rate_limit: RateLimit | None
    http_client: Any
    max_body: int
    random: Callable[[], float]
    now: Callable[[], float]


class Session:
    """Sends requests to one account. Opens nothing before the first call; ``aclose`` ends it for good.

    ``with_options`` gives another one that shares connections, limits and tokens. Safe to use from several event loops:
    each gets connections, places and rate of its own; tokens and the retry budget are shared.

    ``hooks`` are called with an ``Event`` at every step of a call, on the event loop: keep them quick. ``max_body`` is
    the largest answer in bytes after decompression. ``random`` (for the backoff) and ``now`` (seconds since 1970, for
    the end of tokens) are there for tests.

    Raises ``ConfigurationError`` for an argument that cannot work.
    """

    def __init__(
        self,
        subdomain: str | None = None,
        *,
        base_url: str | None = None,
        auth: Auth,
        timeout: float | Timeout | None = 30.0,
        concurrency: int = 8,
        retry: RetryPolicy | None = None,
        rate_limit: RateLimit | None = None,
        branch_id: int | None = None,
        http_client: Any = None,
        allow_insecure: bool = False,
        hooks: Sequence[Hook] = (),
        max_body: int = DEFAULT_MAX_BODY,
        random: Callable[[], float] = random.random,
        now: Callable[[], float] = time.time,
    ) -> None:
        if not isinstance(auth, (ApiKey, BearerToken, PasswordGrant)):
            raise ConfigurationError("auth= takes an ApiKey, a BearerToken or a PasswordGrant")
        if retry is not None and not isinstance(retry, RetryPolicy):
            raise ConfigurationError("retry= takes a RetryPolicy")
        if rate_limit is not None and not isinstance(rate_limit, RateLimit):
            raise ConfigurationError("rate_limit= takes a RateLimit")
        if branch_id is not None:
            checked_branch(branch_id)
        if http_client is not None:
            http_package(http_client)
        settings = Settings(
            base_url=resolve_base_url(subdomain, base_url=base_url, allow_insecure=allow_insecure),
            auth=auth,
            timeout=Timeout.of(timeout),
            concurrency=check_concurrency(concurrency),
            retry=retry or RetryPolicy(),
            rate_limit=rate_limit,
            http_client=http_client,
            max_body=max_body,
            random=random,
            now=now,
        )
        self._shared = SharedState(settings, Observer(hooks))
        self._options: CallOptions = {"timeout": settings.timeout, "branch_id": branch_id}

    @property
    def base_url(self) -> str:
        return self._shared.settings.base_url

    @property
    def account(self) -> str:
        """What a ledger belongs to: the host, and the branch where calls are routed to one."""
        branch = self._options.get("branch_id")
        return self.base_url if branch is None else f"{self.base_url}?branch={branch}"

    @property
    def branch_id(self) -> int | None:
        """The branch that calls are routed to, unless a call says otherwise; ``None`` for the credential's own."""
        return self._options.get("branch_id")

    @property
    def read_timeout(self) -> float | None:
        """Seconds of silence after which a call that was sent is given up; ``None`` for no limit."""
        return Timeout.of(self._options.get("timeout")).read

    def __repr__(self) -> str:
        return f"Session({self.base_url!r})"

    def with_options(self, **options: Unpack[CallOptions]) -> Session:
        """The same session with other defaults for its calls. Opens no connection."""
        other = object.__new__(Session)
        other._shared = self._shared
        other._options = merged(self._options, options)
        return other

    async def send(self, request: Request, options: CallOptions = _NO_OPTIONS) -> Response:
        """Send a request until it is answered for good, and return that answer, of whatever status.

        Raises ``ConfigurationError`` (nothing was sent), ``ConnectionFailed`` (no byte was written),
        ``ConnectionLost`` (the outcome is unknown), ``RequestTimeout``, ``UnexpectedResponse`` for a body beyond the
        limit or damaged in its compression, ``AuthenticationError`` where no token could be had.
        """
        options = merged(self._options, options) if options else self._options
        shared = self._shared
        call = CallState.of(request, options, base_url=self.base_url, retries=shared.settings.retry.retries)
        state = shared.loop_state()
        with span(request, shared.settings.base_url) as seen:
            try:
                if call.timeout.total is None:
                    return await state.perform(call, seen)
                return await _within_total(state, call, seen)
            except BaseException as error:
                seen.failed(error)
                raise

    async def release(self) -> None:
        """Close what this client opened on the running event loop, before that ends; another loop may call it again."""
        await self._shared.release()

    async def aclose(self) -> None:
        """Close what this client opened on the running event loop; every later call is refused."""
        self._shared.closed = True
        await self._shared.release()


async def _within_total(state: LoopState, call: CallState, seen: Span) -> Response:
    limit = asyncio.timeout(call.timeout.total)
    try:
        async with limit:
            return await state.perform(call, seen)
    except TimeoutError:
        if not limit.expired():
            raise
    what = f"the call took longer than {call.timeout.total} s in all"
    raise call.timed_out("total", what)


class SharedState:
    """What all event loops share."""

    def __init__(self, settings: Settings, observer: Observer) -> None:
        self.settings = settings
        self.observer = observer
        self.budget = RetryBudget(settings.retry.budget)
        self._loop_states: dict[asyncio.AbstractEventLoop, LoopState] = {}
        self.closed = False

    def loop_state(self) -> LoopState:
        """The state of the running event loop, built when it is first needed."""
        loop = asyncio.get_running_loop()
        state = self._loop_states.get(loop)
        if state is None:
            if self.closed:
                raise ConfigurationError("this client is closed: build another, or close it later")
            self._loop_states = {other: kept for other, kept in self._loop_states.items() if not other.is_closed()}
            state = self._loop_states[loop] = LoopState(self)
        return state

    async def release(self) -> None:
        state = self._loop_states.pop(asyncio.get_running_loop(), None)
        if state is not None:
            await state.aclose()


class LoopState:
    """What belongs to one event loop: an engine, the limiter before it, and the credential."""

    def __init__(self, shared: SharedState) -> None:
        settings = shared.settings
        self._policy = settings.retry
        self._budget = shared.budget
        self._observer = shared.observer
        self._settings = settings
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
        outcome: HttpResponse | Failure | None = None
        while True:
            header = await self._credential.header() if authorised else None
            try:
                outcome = await self._try(call, header)
            except PausedTooLong as held:
                return self._conclude(call, outcome or call.held(held.seconds), seen)
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
            outcome = await self._engine.exchange(self._http_request(call, header), progress)
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

    def _http_request(self, call: CallState, header: tuple[str, Secret] | None) -> HttpRequest:
        credential = [] if header is None else [(header[0], header[1].reveal())]
        return HttpRequest(
            method=call.request.method,
            url=call.url,
            headers=call.headers + credential,
            body=call.request.body,
            timeout=call.timeout,
        )

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
        if (
            decision not in (RetryDecision.RETRY, RetryDecision.AFTER_PAUSE)
            or call.attempt > call.retries + call.refreshed
        ):
            return None
        if self._engine.closed:
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
