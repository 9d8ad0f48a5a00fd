"""``daftra.with_raw_response``: the documented calls, each giving the answer itself."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from ._generated.operations import OPERATIONS

if TYPE_CHECKING:
    from ._http.raw_response import RawResponse

RawCall = Callable[..., Awaitable["RawResponse[Any]"]]


class RawCalls:
    """The resources and ``request`` of a client (``Daftra``). The arguments are those of the calls themselves."""

    def __init__(self, client: Any) -> None:
        self._client = client

    def __getattr__(self, resource: str) -> RawResource:
        names = frozenset(operation.name for operation in OPERATIONS if operation.resource == resource)
        if not names:
            raise AttributeError(f"there is no resource {resource!r} of documented calls")
        return RawResource(getattr(self._client, resource), names)

    def __dir__(self) -> list[str]:
        return sorted({operation.resource for operation in OPERATIONS} | {"request"})

    async def request(self, method: str, path: str, **arguments: Any) -> RawResponse[Any]:
        """``Daftra.request``, giving the answer itself: the way to bytes that are no JSON."""
        answer: RawResponse[Any] = await self._client.request(method, path, **arguments)
        return answer


class RawResource:
    """One resource's documented calls; what makes several of them (``edit``, ``bulk``, iterating) is not among them."""

    def __init__(self, resource: Any, names: frozenset[str]) -> None:
        self._resource = resource
        self._names = names

    def __getattr__(self, name: str) -> RawCall:
        if name not in self._names:
            raise AttributeError(f"{name!r} is no single documented call of this resource: {', '.join(dir(self))}")
        call = getattr(self._resource, name)

        async def answer(*arguments: Any, **options: Any) -> RawResponse[Any]:
            found: RawResponse[Any] = await call(*arguments, **options)
            return found

        return answer

    def __dir__(self) -> list[str]:
        return sorted(self._names)
