"""How long the server asks to be left alone."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from datetime import UTC

LONGEST_PAUSE = 24 * 3600.0
_SECONDS = re.compile(r"[0-9]{1,12}(\.[0-9]{0,9})?")


def retry_after(headers: Mapping[str, str], *, now: Callable[[], float] = time.time) -> float | None:
    """The pause in seconds that ``Retry-After`` asks for: seconds, with decimals too, or an HTTP date.

    A date is taken relative to the answer's own ``Date``, so that a wrong clock on either side does no harm; one in the
    past is no pause. ``None`` where nothing usable is said: no header, garbage, a negative number, more than a day.
    """
    text = headers.get("retry-after", "").strip()
    if not text:
        return None
    if _SECONDS.fullmatch(text):
        seconds = float(text)
    else:
        until, since = http_date(text), http_date(headers.get("date", ""))
        if until is None:
            return None
        seconds = max(0.0, until - (now() if since is None else since))
    return seconds if seconds <= LONGEST_PAUSE else None


def http_date(text: str) -> float | None:
    """The moment that an HTTP date names, in seconds since 1970; None for anything else."""
    from email.utils import parsedate_to_datetime

    if not re.match(r"[A-Za-z]{3,9},? ", text):
        return None
    try:
        moment = parsedate_to_datetime(text)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
