"""What the generated resource classes stand on: sending a built request, parsing its answer, paging."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from .options import CallOptions
from .wire.settings import DateFormatNeeded, DecodeSettings

if TYPE_CHECKING:
    from .account import AccountDates
    from .paging import Pager
    from .pipeline import Pipeline
    from .wire.exchange import Request, Response
    from .wire.page import Page

T = TypeVar("T")


class Caller:
    """Sends built requests and parses their answers: the part of the client that resources need."""

    _pipeline: Pipeline
    _dates: AccountDates
    concurrency: int
    """The most requests in flight at once; also how many pages a pager reads ahead."""

    async def call(
        self, request: Request, parse: Callable[[Response, DecodeSettings], T], options: CallOptions | None = None
    ) -> T:
        """The parsed answer.

        Raises what the pipeline raises (nothing arrived) and what the parser raises (the answer is no). Where the
        answer shows a date in the account's display form, the account is asked for that form first, once.
        """
        response = await self._pipeline.send(request, options or {})
        try:
            return parse(response, self._dates.settings)
        except DateFormatNeeded:
            return parse(response, await self._dates.ask(self))


class Resource:
    """One documented group of operations, bound to a client."""

    __slots__ = ("_caller",)
    _name: ClassVar[str]

    def __init__(self, caller: Caller) -> None:
        self._caller = caller

    async def _call(
        self, request: Request, parse: Callable[[Response, DecodeSettings], T], options: CallOptions
    ) -> T:
        return await self._caller.call(request, parse, options)

    def _pager(
        self,
        build: Callable[..., Request],
        parse: Callable[[Response, DecodeSettings], Page[T]],
        arguments: Mapping[str, Any],
        *,
        size: str,
        details: Callable[..., Awaitable[Any]] | None = None,
        options: CallOptions,
    ) -> Pager[T]:
        from .listing import list_pages

        return list_pages(self._caller, build, parse, arguments, size=size, details=details, options=options)
