"""The one place where bytes leave: a session sends requests to one account and reads the answers."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, Unpack

from .._wire.settings import DateFormatNeeded, DecodeSettings
from ..errors import ConfigurationError
from ..options import CallOptions, Timeout, merged
from .account_dates import AccountDates
from .call_state import CallState
from .compose import checked_branch
from .loop_state import LoopState
from .observer import Observer, span
from .retry import RetryBudget

if TYPE_CHECKING:
    from .._wire.messages import Operation, Request, Response
    from .settings import Settings

T = TypeVar("T")

_NO_OPTIONS: CallOptions = {}


class Session:
    """Sends requests to one account. Opens nothing before the first call; ``aclose`` ends it for good.

    ``with_options`` gives another one that shares connections, limits and tokens. Safe to use from several event loops:
    each gets connections, places and a rate of its own; tokens and the retry budget are shared.

    ``site_info`` is the operation that tells the account's display form of dates.
    """

    def __init__(self, settings: Settings, *, site_info: Operation, branch_id: int | None = None) -> None:
        if branch_id is not None:
            checked_branch(branch_id)
        self._shared = SharedState(settings, AccountDates(settings.decode, site_info))
        self._options: CallOptions = {"timeout": settings.timeout, "branch_id": branch_id}

    @property
    def base_url(self) -> str:
        return self._shared.settings.base_url

    @property
    def concurrency(self) -> int:
        """The most requests in flight at once; also how many pages a pager reads ahead."""
        return self._shared.settings.concurrency

    @property
    def account(self) -> str:
        """What a ledger belongs to: the host, and the branch where calls are routed to one."""
        return self.base_url if self.branch_id is None else f"{self.base_url}?branch={self.branch_id}"

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

    async def call(
        self, request: Request, parse: Callable[[Response, DecodeSettings], T], options: CallOptions = _NO_OPTIONS
    ) -> T:
        """The parsed answer.

        Raises what ``send`` raises (nothing arrived) and what the parser raises (the answer is no). Where the answer
        shows a date in the account's display form, the account is asked for that form first, once.
        """
        response = await self.send(request, options)
        dates = self._shared.dates
        try:
            return parse(response, dates.settings)
        except DateFormatNeeded:
            return parse(response, await dates.ask(self.send))

    async def send(self, request: Request, options: CallOptions = _NO_OPTIONS) -> Response:
        """Send a request until it is answered for good, and return that answer, of whatever status.

        Raises ``ConfigurationError`` (nothing was sent), ``ConnectionFailed`` (no byte was written),
        ``ConnectionLost`` (the outcome is unknown), ``RequestTimeout``, ``UnexpectedResponse`` for a body beyond the
        limit or damaged in its compression, ``AuthenticationError`` where no token could be had.
        """
        options = merged(self._options, options) if options else self._options
        settings = self._shared.settings
        call = CallState.of(request, options, base_url=settings.base_url, retries=settings.retry.retries)
        state = self._shared.loop_state()
        with span(request, settings.base_url) as seen:
            try:
                return await state.perform(call, seen)
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


class SharedState:
    """What all event loops, and all clients made by ``with_options``, share."""

    def __init__(self, settings: Settings, dates: AccountDates) -> None:
        self.settings = settings
        self.dates = dates
        self.closed = False
        self._observer = Observer(settings.hooks)
        self._budget = RetryBudget(settings.retry.budget)
        self._loop_states: dict[asyncio.AbstractEventLoop, LoopState] = {}

    def loop_state(self) -> LoopState:
        """The state of the running event loop, built when it is first needed."""
        loop = asyncio.get_running_loop()
        state = self._loop_states.get(loop)
        if state is None:
            if self.closed:
                raise ConfigurationError("this client is closed: build another, or close it later")
            self._loop_states = {other: kept for other, kept in self._loop_states.items() if not other.is_closed()}
            state = self._loop_states[loop] = LoopState(self.settings, self._budget, self._observer)
        return state

    async def release(self) -> None:
        state = self._loop_states.pop(asyncio.get_running_loop(), None)
        if state is not None:
            await state.aclose()
