"""``Caller``: from a built request to its parsed answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from .options import CallOptions
from .wire.settings import DateFormatNeeded, DecodeSettings

if TYPE_CHECKING:
    from .account import AccountDates
    from .session import Session
    from .wire.messages import Request, Response

T = TypeVar("T")


class Caller:
    """Sends built requests and parses their answers: the part of the client that resources need."""

    _session: Session
    _dates: AccountDates
    concurrency: int
    """The most requests in flight at once; also how many pages a pager reads ahead."""

    @property
    def branch_id(self) -> int | None:
        """The branch that calls are routed to; ``None`` for the credential's own."""
        return self._session.branch_id

    async def call(
        self, request: Request, parse: Callable[[Response, DecodeSettings], T], options: CallOptions | None = None
    ) -> T:
        """The parsed answer.

        Raises what the session raises (nothing arrived) and what the parser raises (the answer is no). Where the
        answer shows a date in the account's display form, the account is asked for that form first, once.
        """
        response = await self._session.send(request, options or {})
        try:
            return parse(response, self._dates.settings)
        except DateFormatNeeded:
            return parse(response, await self._dates.ask(self.call))
