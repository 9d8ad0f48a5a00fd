"""Bulk submission that never duplicates and never loses a draft."""

from .api import BulkApi, SessionApi, session_api
from .audit import AuditReport, Discrepancy
from .errors import BulkError, KeyUnreadable, LedgerBusy, LedgerDamaged, LedgerError, LedgerMismatch
from .export import export_outcomes
from .keys import CustomField
from .ledger import Ledger
from .options import Progress
from .outcome import BulkReport, Outcome, Reason, Status
from .run import BulkRun, submit

__all__ = [
    "AuditReport",
    "BulkApi",
    "BulkError",
    "BulkReport",
    "BulkRun",
    "CustomField",
    "Discrepancy",
    "KeyUnreadable",
    "Ledger",
    "LedgerBusy",
    "LedgerDamaged",
    "LedgerError",
    "LedgerMismatch",
    "Outcome",
    "Progress",
    "Reason",
    "SessionApi",
    "Status",
    "export_outcomes",
    "session_api",
    "submit",
]
