"""Runs over any ``BulkApi``, with the settings that ``bulk()`` has when nothing is said."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

from daftra_async import BulkRun, Ledger
from daftra_async._bulk.api import BulkApi
from daftra_async._bulk.clock import Clock
from daftra_async._bulk.inputs import Drafts
from daftra_async._resource import Bulk
from daftra_async._wire import Created, Draft


class _OverApi(Bulk):
    """A resource whose runs speak to an API of the test's own."""

    __slots__ = ("_api",)
    _name = "invoices"
    _draft = "InvoiceDraft"
    _keys = ("po_number", "no", "notes")

    def __init__(self, api: BulkApi) -> None:
        self._api = api
        self._session: Any = None

    def _bulk_api(self, session: object, *, batch: bool, parameters: Mapping[str, object] | None = None) -> BulkApi:
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


async def once(
    api: BulkApi, draft: Draft | Mapping[str, Any], name: str, *, ledger: str | os.PathLike[str] | None, settle: float
) -> Created:
    """``daftra.invoices.create(draft, once=name, …)`` with another server behind it."""
    return await _OverApi(api).create_once(draft, once=name, ledger=ledger, settle=settle)
