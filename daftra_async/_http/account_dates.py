"""What the account says of itself that decoding needs: the form in which it shows dates."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import attrs

from .._wire import DecodeSettings, Operation, Request, Response, decode_json

ISO_FORM = "YYYY-MM-DD"
FORMAT_FIELDS = ("moment_format", "date_format")
"""Where ``site_info`` says it; the documentation calls ``date_format`` an integer, accounts send ``DD/MM/YYYY``."""


class AccountDates:
    """The decode settings, completed with the account's date form when a record first needs it.

    ``site_info`` is the operation that tells it; an account is asked once.
    """

    def __init__(self, settings: DecodeSettings, site_info: Operation) -> None:
        self.settings = settings
        self._site_info = site_info
        self._lock: tuple[asyncio.AbstractEventLoop, asyncio.Lock] | None = None

    async def ask(self, send: Callable[[Request], Awaitable[Response]]) -> DecodeSettings:
        """The settings with a date form: the account's, or ISO where the account does not say (other forms then become
        issues on the record)."""
        async with self._own_lock():
            if self.settings.date_format is None:
                answer = decode_json(await send(self._site_info.request()), self.settings)
                self.settings = attrs.evolve(self.settings, date_format=_date_form(answer) or ISO_FORM)
        return self.settings

    def _own_lock(self) -> asyncio.Lock:
        loop = asyncio.get_running_loop()
        if self._lock is None or self._lock[0] is not loop:
            self._lock = (loop, asyncio.Lock())
        return self._lock[1]


def _date_form(answer: Any) -> str | None:
    site = _site(answer)
    found = (site.get(name) for name in FORMAT_FIELDS)
    return next((text for text in found if isinstance(text, str) and "Y" in text.upper()), None)


def _site(answer: Any) -> dict[str, Any]:
    inner = answer.get("data", answer) if isinstance(answer, dict) else {}
    inner = inner.get("Site", inner) if isinstance(inner, dict) else {}
    return inner if isinstance(inner, dict) else {}
