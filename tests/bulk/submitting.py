"""Runs over any ``BulkApi``, with the settings that ``bulk()`` has when nothing is said."""

from __future__ import annotations

import os
from typing import Any

from daftra_async import BulkRun, Ledger
from daftra_async._bulk.api import BulkApi
from daftra_async._bulk.clock import Clock
from daftra_async._bulk.inputs import Drafts
from daftra_async._resource import Bulk


class _OverApi(Bulk):
    """A resource whose runs speak to an API of the test's own."""

    __slots__ = ("_api",)

    def __init__(self, api: BulkApi) -> None:
        self._api = api

    def _bulk_api(self) -> BulkApi:
        return self._api


def submit(
    api: BulkApi,
    drafts: Drafts | str,
    *,
    ledger: str | os.PathLike[str] | Ledger | None = None,
    clock: Clock | None = None,
    **settings: Any,
) -> BulkRun:
    """``daftra.invoices.bulk(drafts, …)`` with another server and another clock behind it."""
    run = _OverApi(api).bulk(drafts, ledger=ledger, **settings)
    return BulkRun(api, drafts, ledger=ledger, options=run._options, clock=clock)
