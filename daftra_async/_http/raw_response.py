"""An answer as it came, for whoever needs more than what it says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import attrs

from ..errors import ResponseError, request_id_in

if TYPE_CHECKING:
    from .._wire.messages import Request, Response

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class RawResponse(Generic[T]):
    """The status, the headers with names in lower case, and the body as bytes, whatever they are.

    ``parse()`` gives what the call would have returned, or raises what it would have raised.
    """

    status: int
    headers: Mapping[str, str] = attrs.field(repr=False)
    content: bytes = attrs.field(repr=False)
    request: Request = attrs.field(repr=False)
    _value: Any = attrs.field(alias="value", repr=False, eq=False)
    _error: ResponseError | None = attrs.field(alias="error", repr=False, eq=False)

    @classmethod
    def of(cls, response: Response, value: Any, error: ResponseError | None) -> RawResponse[Any]:
        return cls(
            status=response.status,
            headers=response.headers,
            content=response.body,
            request=response.request,
            value=value,
            error=error,
        )

    @property
    def request_id(self) -> str | None:
        """The server's own name for the request."""
        return request_id_in(self.headers)

    def parse(self) -> T:
        """What the call would have returned. Raises the ``ResponseError`` that the answer means."""
        if self._error is not None:
            raise self._error
        value: T = self._value
        return value
