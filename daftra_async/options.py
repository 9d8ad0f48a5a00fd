"""What one call may change: time limits, retries, headers, query, branch, tenant."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict

import attrs

from .errors import ConfigurationError


def _seconds(_: object, attribute: attrs.Attribute[Any], value: object) -> None:
    if value is not None and (isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 < value < 1e9):
        raise ConfigurationError(f"timeout {attribute.name}={value!r}: give seconds above zero, or None for no limit")


@attrs.frozen(kw_only=True)
class Timeout:
    """Time limits in seconds; ``None`` is no limit.

    ``connect``: name look-up, TCP and TLS. ``write``: the request. ``read``: silence, before the first byte of the
    answer and between two. ``attempt``: one try from its start to the last byte of its answer, so that an answer that
    trickles for ever ends. ``pool``: the wait for a place among the client's own calls. ``total``: the whole call,
    waiting, tries and pauses included.
    """

    connect: float | None = attrs.field(default=10.0, validator=_seconds)
    write: float | None = attrs.field(default=30.0, validator=_seconds)
    read: float | None = attrs.field(default=30.0, validator=_seconds)
    attempt: float | None = attrs.field(default=120.0, validator=_seconds)
    pool: float | None = attrs.field(default=None, validator=_seconds)
    total: float | None = attrs.field(default=None, validator=_seconds)

    @classmethod
    def of(cls, value: float | Timeout | None) -> Timeout:
        """A number limits ``write`` and ``read`` to itself, ``connect`` to 10 s at most and a try to four times it."""
        if isinstance(value, Timeout):
            return value
        if value is None:
            return cls(connect=None, write=None, read=None, attempt=None)
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            raise ConfigurationError(f"timeout={value!r}: give seconds, a Timeout, or None for no limit")
        return cls(connect=min(10.0, value), write=value, read=value, attempt=4 * value)


class CallOptions(TypedDict, total=False):
    """The options that every call takes by keyword and ``with_options`` presets.

    ``timeout``: seconds or a ``Timeout``. ``retries``: tries after the first. ``headers``: added to the request (a
    credential or framing header is refused). ``query``: added to the query string. ``branch_id``: the branch that
    the server routes the call to. ``site_id``: the tenant that an app's call is for, sent as the header ``Site-Id``;
    each has limits, tokens and an account of its own.
    """

    timeout: float | Timeout | None
    retries: int
    headers: Mapping[str, str]
    query: Mapping[str, object]
    branch_id: int | None
    site_id: int | None


def merged(first: CallOptions, second: CallOptions) -> CallOptions:
    """The second's options over the first's; headers and query are joined.

    Raises ``ConfigurationError`` for an option that does not exist: a misspelt parameter of a call ends up among its
    options, and the server answers a call without the parameter with everything.
    """
    unknown = second.keys() - CallOptions.__annotations__.keys()
    if unknown:
        raise ConfigurationError(f"no such argument: {', '.join(sorted(unknown))}")
    for name in ("headers", "query"):
        if not isinstance(second.get(name, {}), Mapping):
            raise ConfigurationError(f"{name}= takes a mapping of names to values")
    both: CallOptions = {**first, **second}
    if "headers" in first and "headers" in second:
        both["headers"] = {**first["headers"], **second["headers"]}
    if "query" in first and "query" in second:
        both["query"] = {**first["query"], **second["query"]}
    return both
