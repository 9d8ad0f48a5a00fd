"""Bulk submission that never duplicates and never loses a draft."""

from .api import BulkApi, PipelineApi, pipeline_api
from .audit import AuditReport, Discrepancy
from .errors import BulkError, LedgerBusy, LedgerDamaged, LedgerError, LedgerMismatch, MarkUnreadable
from .export import export_outcomes
from .ledger import Ledger
from .marks import CustomField
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
    "Ledger",
    "LedgerBusy",
    "LedgerDamaged",
    "LedgerError",
    "LedgerMismatch",
    "MarkUnreadable",
    "Outcome",
    "PipelineApi",
    "Progress",
    "Reason",
    "Status",
    "export_outcomes",
    "pipeline_api",
    "submit",
]
