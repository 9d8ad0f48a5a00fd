"""The one place where bytes leave: a session sends requests to one account and reads the answers."""

from __future__ import annotations

import asyncio
import copy
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, Unpack, cast

from .._wire.settings import DateFormatNeeded, DecodeSettings
from ..errors import ConfigurationError, DaftraError, ResponseError
from ..options import CallOptions, merged
from .account_dates import AccountDates
from .account_state import AccountState, Shared
from .call_state import CallState
from .compose import ResolvedOptions
from .loop_state import LoopState
from .redaction import masked_error

if TYPE_CHECKING:
    from .._wire.messages import Operation, Request, Response
    from .raw_response import RawResponse
    from .settings import Settings

T = TypeVar("T")

_NO_OPTIONS: CallOptions = {}
_READS = ("get", "list")


class Session:
    """Sends requests to one account. Opens nothing before the first call; ``aclose`` ends it for good.

    ``with_options`` gives another one that shares connections, limits and tokens; one with another ``site_id`` shares
    the connections alone, for it calls another account. Safe to use from several event loops: each gets connections,
    places and a rate of its own; tokens, the pause after a 429 and the retry budget are shared.

    ``site_info`` is the operation that tells the account's display form of dates.
    """

    def __init__(
        self, settings: Settings, *, site_info: Operation, branch_id: int | None = None, site_id: int | None = None
    ) -> None:
        self._shared = SharedState(settings, site_info)
        self._raw = False
        self._set({"timeout": settings.timeout, "branch_id": branch_id, "site_id": site_id})

    def _set(self, options: CallOptions) -> None:
        self._options = options
        self._resolved = ResolvedOptions.of(options, retries=self._shared.settings.retry.retries)

    @property
    def base_url(self) -> str:
        return self._shared.settings.base_url

    @property
    def concurrency(self) -> int:
        """The most requests in flight at once; also how many pages a pager reads ahead."""
        return self._shared.settings.concurrency

    @property
    def account(self) -> str:
        """What a ledger belongs to: the host, the site that an app calls, and the branch where calls go to one."""
        parts = {"site": self.site_id, "branch": self.branch_id}
        named = "&".join(f"{name}={value}" for name, value in parts.items() if value is not None)
        return f"{self.base_url}?{named}" if named else self.base_url

    @property
    def preset(self) -> CallOptions:
        """What calls are sent with unless they say otherwise."""
        return self._options

    @property
    def branch_id(self) -> int | None:
        """The branch that calls are routed to, unless a call says otherwise; ``None`` for the credential's own."""
        return self._resolved.branch_id

    @property
    def site_id(self) -> int | None:
        """The tenant that calls are for, unless a call says otherwise; ``None`` for the credential's own."""
        return self._resolved.site_id

    @property
    def read_timeout(self) -> float | None:
        """Seconds of silence after which a call that was sent is given up; ``None`` for no limit."""
        return self._resolved.timeout.read

    def __repr__(self) -> str:
        return f"Session({self.base_url!r})"

    def with_options(self, **options: Unpack[CallOptions]) -> Session:
        """The same session with other defaults for its calls. Opens no connection."""
        other = copy.copy(self)
        other._set(merged(self._options, options))
        return other

    def with_raw_response(self) -> Session:
        """The same session, whose ``call`` gives a ``RawResponse``."""
        other = copy.copy(self)
        other._raw = True
        return other

    async def call(
        self, request: Request, parse: Callable[[Response, DecodeSettings], T], options: CallOptions = _NO_OPTIONS
    ) -> T:
        """The parsed answer.

        Raises what ``send`` raises (nothing arrived) and what the parser raises (the answer is no). Where the answer
        shows a date in the account's display form, the account is asked for that form first, once.
        """
        resolved = self._resolve(options)
        account = self._shared.account(resolved.site_id)
        response = await account.answer(CallState.of(request, resolved))
        dates = self._shared.dates(resolved.site_id)
        if self._raw:
            return cast("T", await _kept(response, parse, dates, account, resolved))
        try:
            return _read(response, parse, dates.settings, account)
        except DateFormatNeeded:
            pass
        return _read(response, parse, await _ask(dates, account, resolved, response), account)

    async def send(self, request: Request, options: CallOptions = _NO_OPTIONS) -> Response:
        """Send a request until it is answered for good, and return that answer, of whatever status.

        Raises ``ConfigurationError`` (nothing was sent), ``ConnectionFailed`` (no byte was written),
        ``ConnectionLost`` (the outcome is unknown), ``RequestTimeout``, ``UnexpectedResponse`` for a body beyond the
        limit or damaged in its compression, ``AuthenticationError`` where no token could be had.
        """
        resolved = self._resolve(options)
        return await self._shared.account(resolved.site_id).answer(CallState.of(request, resolved))

    async def ask_for_token(self, request: Request) -> Response:
        """The answer to a request that carries its credentials in its body, and no other. Raises as ``send`` does."""
        return await self._shared.account(self.site_id).ask_for_token(request)

    def _resolve(self, options: CallOptions) -> ResolvedOptions:
        if not options:
            return self._resolved
        return ResolvedOptions.of(merged(self._options, options), retries=self._shared.settings.retry.retries)

    async def release(self) -> None:
        """Close what this client opened on the running event loop, before that ends; another loop may call it again."""
        await self._shared.release()

    async def aclose(self) -> None:
        """Close what this client opened on the running event loop; every later call is refused."""
        self._shared.closed = True
        await self._shared.release()


def _read(
    response: Response, parse: Callable[[Response, DecodeSettings], T], settings: DecodeSettings, account: AccountState
) -> T:
    """The parsed answer. An error shows no secret, nor the parser's own frames, which hold the whole body."""
    try:
        return parse(response, settings)
    except ResponseError as refusal:
        error = masked_error(refusal, account.secrets())
    raise error


async def _ask(
    dates: AccountDates, account: AccountState, resolved: ResolvedOptions, response: Response
) -> DecodeSettings:
    """The settings with the account's form of dates, which reading this answer needs."""

    async def send(request: Request) -> Response:
        return await account.answer(CallState.of(request, resolved))

    try:
        return await dates.ask(send)
    except DaftraError as error:
        if response.operation.kind not in _READS:
            # The call itself was answered: what failed came after it.
            error.outcome = "applied"
        raise


async def _kept(
    response: Response,
    parse: Callable[[Response, DecodeSettings], T],
    dates: AccountDates,
    account: AccountState,
    resolved: ResolvedOptions,
) -> RawResponse[T]:
    """The answer itself, and what reading it gives or raises."""
    from .raw_response import RawResponse

    settings = dates.settings
    try:
        return RawResponse.of(response, _read(response, parse, settings, account), None)
    except DateFormatNeeded:
        settings = await _ask(dates, account, resolved, response)
    except ResponseError as refusal:
        return RawResponse.of(response, None, refusal)
    return RawResponse.of(response, _read(response, parse, settings, account), None)


class SharedState:
    """What all event loops, and all clients made by ``with_options``, share."""

    def __init__(self, settings: Settings, site_info: Operation) -> None:
        self.settings = settings
        self.closed = False
        self._site_info = site_info
        self._dates: dict[int | None, AccountDates] = {}
        self._shared = Shared.of(settings)
        self._loop_states: dict[asyncio.AbstractEventLoop, LoopState] = {}
        self._changing = threading.Lock()

    def dates(self, site_id: int | None) -> AccountDates:
        """What is known of a site's dates."""
        dates = self._dates.get(site_id)
        if dates is None:
            dates = self._dates[site_id] = AccountDates(self.settings.decode, self._site_info)
        return dates

    def account(self, site_id: int | None) -> AccountState:
        """The state of a site's account on the running event loop, built when it is first needed."""
        loop = asyncio.get_running_loop()
        state = self._loop_states.get(loop)
        if state is None:
            if self.closed:
                raise ConfigurationError("this client is closed: build another, or close it later")
            state = LoopState(self._shared)
            with self._changing:
                kept = {other: known for other, known in self._loop_states.items() if not other.is_closed()}
                self._loop_states = {**kept, loop: state}
        return state.account(site_id)

    async def release(self) -> None:
        with self._changing:
            state = self._loop_states.pop(asyncio.get_running_loop(), None)
        if state is not None:
            await state.aclose()
