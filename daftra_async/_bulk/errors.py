"""What can stop a bulk run as a whole; what befalls one draft is an ``Outcome``, never an exception."""

from __future__ import annotations

from ..errors import ConfigurationError, DaftraError


class BulkError(DaftraError):
    """The run stopped before every draft had its outcome. The ledger holds what is known: run the same call again."""


class LedgerError(BulkError):
    """The ledger could not be opened or written; without it nothing is sent."""


class LedgerBusy(LedgerError):
    """Another process has the run, perhaps with a copy of its ledger: wait for it, or stop it."""


class LedgerMismatch(LedgerError):
    """The ledger belongs to another run, account, resource, key, input or format version; the message says which."""


class LedgerDamaged(LedgerError):
    """The file is no ledger, or its contents do not hold together; nothing in it is trusted."""


class KeyUnreadable(BulkError, ConfigurationError):
    """A created record was read back without its key: the account does not keep the field that ``key=`` names."""


class WriteUnconfirmed(BulkError):
    """Whether the record of a ``create(…, once=…)`` exists is not known: make the same call again."""


class KeyTaken(BulkError):
    """A record on the server has the draft's own key and is not shown to be the draft's; nothing was sent."""
