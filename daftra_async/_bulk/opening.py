"""How a run begins: its ledger is tied to it, its lock is taken, and what an earlier process may have left is told."""

from __future__ import annotations

from datetime import date

from .api import BulkApi
from .keys import key_field_name
from .ledger import Ledger
from .options import BulkOptions
from .run_lock import RunLock

_ZONES = 2 * 86400.0
"""Farther than any two clocks and time zones are apart."""


def open_run(api: BulkApi, ledger: Ledger, options: BulkOptions, lock: RunLock, *, now: float) -> str | None:
    """Why an earlier process may have sent what the ledger does not know; None where none can have. ``now``: Unix time.

    Raises ``LedgerMismatch`` for the ledger of another run, ``LedgerBusy`` while another process of this machine has
    the run. Nothing was sent then.
    """
    reopened = ledger.bound and ledger.unfinished()
    ledger.bind(
        account=api.account,
        resource=api.resource,
        key=key_field_name(options.key_field),
        name=options.name,
        begun=_day_before(now),
    )
    if ledger.path is not None or options.name is not None:
        lock.acquire(ledger.run)
    if lock.open_since is not None:
        ledger.date_back(_day_before(lock.open_since))
        return "an earlier process did not bring this run to its end"
    return "the ledger is that of an unfinished run" if reopened else None


def _day_before(seconds: float) -> str:
    return date.fromtimestamp(seconds - _ZONES).isoformat()
