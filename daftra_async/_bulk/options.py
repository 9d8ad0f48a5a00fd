"""The settings of one bulk run, checked once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import attrs

from .._wire.draft import Draft
from ..errors import ConfigurationError
from .keys import KeyField

_MARGIN = 30.0
_NO_TIMEOUT = 120.0


@attrs.frozen(kw_only=True)
class BulkProgress:
    """Where a run stands, in drafts. ``paused`` while the server is out of reach."""

    read: int
    created: int
    rejected: int
    unconfirmed: int
    doubtful: int
    chunk_size: int
    paused: bool

    @property
    def done(self) -> int:
        return self.created + self.rejected + self.unconfirmed


@attrs.frozen(kw_only=True)
class BulkOptions:
    """The settings of a run; ``Bulk.bulk`` says what each means, and what it is when nothing is said.

    ``draft``: the class that plain dicts are held against. ``single``: the run is one write that may be repeated, so it
    asks the server no more than it must.
    """

    draft: type[Draft]
    chunk_size: int
    concurrency: int
    key_field: KeyField
    name: str | None
    single: bool
    settle: float
    poll_interval: float
    max_attempts: int
    outage_timeout: float | None
    require_readable: bool
    order: Literal["input", "completed"]
    progress: Callable[[BulkProgress], object] | None

    def __attrs_post_init__(self) -> None:
        if self.name is not None and (not isinstance(self.name, str) or not self.name.strip()):
            raise ConfigurationError(f"name={self.name!r}: give the run a name, or leave it out")
        for name, least in (("chunk_size", 1), ("concurrency", 1), ("max_attempts", 1)):
            value = getattr(self, name)
            if not isinstance(value, int) or isinstance(value, bool) or value < least:
                raise ConfigurationError(f"{name}={value!r}: a whole number from {least} up is needed")
        for name in ("settle", "poll_interval"):
            value = getattr(self, name)
            if not value >= 0:
                raise ConfigurationError(f"{name}={value!r}: seconds, zero or more, are needed")
        if self.order not in ("input", "completed"):
            raise ConfigurationError(f'order={self.order!r}: use "input" or "completed"')


def default_settle(timeout: float | None) -> float:
    """Twice the client's own timeout, and half a minute.

    The request may have reached the server at the last moment before the client gave up, and the server may work on it
    as long again as the client was willing to wait; the half minute is for queues and replicas on its side.
    """
    return _NO_TIMEOUT if timeout is None else 2 * timeout + _MARGIN
