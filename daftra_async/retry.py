"""When a request is sent again."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class RetryPolicy:
    """How often and how fast a call is tried again.

    ``retries``: tries after the first. ``base`` and ``cap``: seconds of the full-jitter backoff, a random time between
    nothing and ``base * 2**n``, at most ``cap``. ``deadline``: seconds after a call's first try beyond which none begins;
    ``None`` for no such limit. ``budget``: retries in reserve for the whole client, refilled by one for every ten calls
    that succeed, so that an outage is not met with a multiple of the load.
    """

    retries: int = 2
    base: float = 0.5
    cap: float = 20.0
    deadline: float | None = 120.0
    budget: int = 10
