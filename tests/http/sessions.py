"""Sessions as clients build them, with the backoff's randomness and the clock handed in."""

from __future__ import annotations

import random as chance
import time
from collections.abc import Callable
from typing import Any

import attrs

from daftra_async import Daftra
from daftra_async._generated.operations import SITE_GET
from daftra_async._http.session import Session


def make_session(
    subdomain: str | None = None,
    *,
    random: Callable[[], float] = chance.random,
    now: Callable[[], float] = time.time,
    **arguments: Any,
) -> Session:
    """The session of ``Daftra(subdomain, **arguments)``."""
    settings = Daftra(subdomain, **arguments)._session._shared.settings
    ids = {name: arguments.get(name) for name in ("branch_id", "site_id")}
    return Session(attrs.evolve(settings, random=random, now=now), site_info=SITE_GET, **ids)
