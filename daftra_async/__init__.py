"""The asyncio SDK for the Daftra API.

Start with ``Daftra``. Every name here is imported when it is first used, so importing the package costs next to
nothing; the models are in ``daftra_async.models``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ._lazy import lazy_names
from ._version import __version__ as __version__

if TYPE_CHECKING:
    from ._bulk.audit import AuditReport as AuditReport
    from ._bulk.audit import Discrepancy as Discrepancy
    from ._bulk.errors import BulkError as BulkError
    from ._bulk.errors import KeyTaken as KeyTaken
    from ._bulk.errors import KeyUnreadable as KeyUnreadable
    from ._bulk.errors import LedgerBusy as LedgerBusy
    from ._bulk.errors import LedgerDamaged as LedgerDamaged
    from ._bulk.errors import LedgerError as LedgerError
    from ._bulk.errors import LedgerMismatch as LedgerMismatch
    from ._bulk.errors import WriteUnconfirmed as WriteUnconfirmed
    from ._bulk.export import export_outcomes as export_outcomes
    from ._bulk.keys import CustomField as CustomField
    from ._bulk.ledger import Ledger as Ledger
    from ._bulk.options import BulkProgress as BulkProgress
    from ._bulk.outcome import BulkReport as BulkReport
    from ._bulk.outcome import Outcome as Outcome
    from ._bulk.outcome import Reason as Reason
    from ._bulk.run import BulkRun as BulkRun
    from ._editing.edit import EditConflict as EditConflict
    from ._editing.edit import EditNotApplied as EditNotApplied
    from ._editing.edit import EditRefused as EditRefused
    from ._finding.upsert import Ambiguous as Ambiguous
    from ._finding.upsert import Upserted as Upserted
    from ._generated.operations import OPERATIONS as OPERATIONS
    from ._http.limiter import RateLimit as RateLimit
    from ._http.observer import CallEvent as CallEvent
    from ._http.raw_response import RawResponse as RawResponse
    from ._http.redaction import Secret as Secret
    from ._http.retry import RetryPolicy as RetryPolicy
    from ._http.token_database import SqliteTokenStore as SqliteTokenStore
    from ._http.token_file import FileTokenStore as FileTokenStore
    from ._http.token_store import MemoryTokenStore as MemoryTokenStore
    from ._http.token_store import Token as Token
    from ._http.token_store import TokenStore as TokenStore
    from ._paging.completeness import Completeness as Completeness
    from ._paging.completeness import IncompleteList as IncompleteList
    from ._paging.completeness import PagingStuck as PagingStuck
    from ._paging.pager import Pager as Pager
    from ._paging.resume import BookmarkError as BookmarkError
    from ._paging.sync import Bookmark as Bookmark
    from ._paging.sync import ChangeFeed as ChangeFeed
    from ._v2.entities import Entity as Entity
    from ._v2.multi_entity import List as List
    from ._v2.multi_entity import Show as Show
    from ._wire.confirmation import Created as Created
    from ._wire.confirmation import Done as Done
    from ._wire.draft import Draft as Draft
    from ._wire.messages import Operation as Operation
    from ._wire.messages import Request as Request
    from ._wire.page import Page as Page
    from ._wire.record import Issue as Issue
    from ._wire.record import Record as Record
    from .auth import ApiKey as ApiKey
    from .auth import AppGrant as AppGrant
    from .auth import BearerToken as BearerToken
    from .auth import ClientCredentials as ClientCredentials
    from .auth import PasswordGrant as PasswordGrant
    from .auth import Tenant as Tenant
    from .client import Daftra as Daftra
    from .errors import AuthenticationError as AuthenticationError
    from .errors import ConfigurationError as ConfigurationError
    from .errors import ConnectionFailed as ConnectionFailed
    from .errors import ConnectionLost as ConnectionLost
    from .errors import DaftraError as DaftraError
    from .errors import NotFound as NotFound
    from .errors import PermissionDenied as PermissionDenied
    from .errors import RateLimited as RateLimited
    from .errors import Rejected as Rejected
    from .errors import RequestTimeout as RequestTimeout
    from .errors import ResponseError as ResponseError
    from .errors import ServerError as ServerError
    from .errors import TokenNotStored as TokenNotStored
    from .errors import TransportError as TransportError
    from .errors import UnexpectedResponse as UnexpectedResponse
    from .errors import ValidationError as ValidationError
    from .options import CallOptions as CallOptions
    from .options import Timeout as Timeout

__getattr__, __dir__ = lazy_names(
    __name__,
    {
        "_bulk.audit": "AuditReport Discrepancy",
        "_bulk.errors": "BulkError KeyTaken KeyUnreadable LedgerBusy LedgerDamaged LedgerError LedgerMismatch "
        "WriteUnconfirmed",
        "_bulk.export": "export_outcomes",
        "_bulk.keys": "CustomField",
        "_bulk.ledger": "Ledger",
        "_bulk.options": "BulkProgress",
        "_bulk.outcome": "BulkReport Outcome Reason",
        "_bulk.run": "BulkRun",
        "_editing.edit": "EditConflict EditNotApplied EditRefused",
        "_finding.upsert": "Ambiguous Upserted",
        "_generated.operations": "OPERATIONS",
        "_http.limiter": "RateLimit",
        "_http.observer": "CallEvent",
        "_http.raw_response": "RawResponse",
        "_http.redaction": "Secret",
        "_http.retry": "RetryPolicy",
        "_http.token_database": "SqliteTokenStore",
        "_http.token_file": "FileTokenStore",
        "_http.token_store": "MemoryTokenStore Token TokenStore",
        "_paging.completeness": "Completeness IncompleteList PagingStuck",
        "_paging.pager": "Pager",
        "_paging.resume": "BookmarkError",
        "_paging.sync": "Bookmark ChangeFeed",
        "_v2.entities": "Entity",
        "_v2.multi_entity": "List Show",
        "_wire.confirmation": "Created Done",
        "_wire.draft": "Draft",
        "_wire.messages": "Operation Request",
        "_wire.page": "Page",
        "_wire.record": "Issue Record",
        "auth": "ApiKey AppGrant BearerToken ClientCredentials PasswordGrant Tenant",
        "client": "Daftra",
        "errors": (
            "AuthenticationError ConfigurationError ConnectionFailed ConnectionLost DaftraError NotFound "
            "PermissionDenied RateLimited Rejected RequestTimeout ResponseError ServerError TokenNotStored "
            "TransportError UnexpectedResponse ValidationError"
        ),
        "options": "CallOptions Timeout",
    },
)
