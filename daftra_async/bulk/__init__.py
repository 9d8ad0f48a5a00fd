"""Bulk submission that never duplicates and never loses a draft."""

from .api import BulkApi, PipelineApi, pipeline_api
from .errors import BulkError, LedgerBusy, LedgerDamaged, LedgerError, LedgerMismatch, MarkUnreadable
from .marks import CustomField
from .outcome import BulkReport, Outcome, Reason, Status
from .run import BulkRun, submit

__all__ = [
    "BulkApi",
    "BulkError",
    "BulkReport",
    "BulkRun",
    "CustomField",
    "LedgerBusy",
    "LedgerDamaged",
    "LedgerError",
    "LedgerMismatch",
    "MarkUnreadable",
    "Outcome",
    "PipelineApi",
    "Reason",
    "Status",
    "pipeline_api",
    "submit",
]
