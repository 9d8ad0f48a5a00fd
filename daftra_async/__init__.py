"""The asyncio SDK for the Daftra API.

Start with ``Daftra``. Every name here is imported when it is first used, so importing the package costs next to
nothing; the models are in ``daftra_async.models``.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ._version import __version__ as __version__

if TYPE_CHECKING:
    from ._generated.operations import OPERATIONS as OPERATIONS
    from .auth import ApiKey as ApiKey
    from .auth import BearerToken as BearerToken
    from .auth import PasswordGrant as PasswordGrant
    from .bulk import BulkReport as BulkReport
    from .bulk import CustomField as CustomField
    from .bulk import Ledger as Ledger
    from .bulk import Outcome as Outcome
    from .client import Daftra as Daftra
    from .editing import EditConflict as EditConflict
    from .editing import EditNotApplied as EditNotApplied
    from .editing import EditRefused as EditRefused
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
    from .errors import TransportError as TransportError
    from .errors import UnexpectedResponse as UnexpectedResponse
    from .errors import ValidationError as ValidationError
    from .limits import RateLimit as RateLimit
    from .lists.completeness import Completeness as Completeness
    from .lists.completeness import IncompleteList as IncompleteList
    from .lists.completeness import PagingStuck as PagingStuck
    from .lists.sync import Bookmark as Bookmark
    from .multi_entity import List as List
    from .multi_entity import Show as Show
    from .options import CallOptions as CallOptions
    from .options import Timeout as Timeout
    from .paging import Pager as Pager
    from .retry import RetryPolicy as RetryPolicy
    from .tokens import FileTokenStore as FileTokenStore
    from .wire.decode import Created as Created
    from .wire.decode import Done as Done
    from .wire.messages import Operation as Operation
    from .wire.page import Page as Page

_ERRORS = (
    "AuthenticationError ConfigurationError ConnectionFailed ConnectionLost DaftraError NotFound PermissionDenied "
    "RateLimited Rejected RequestTimeout ResponseError ServerError TransportError UnexpectedResponse ValidationError"
)
_HOMES = {
    "_generated.operations": "OPERATIONS",
    "auth": "ApiKey BearerToken PasswordGrant",
    "bulk": "BulkReport CustomField Ledger Outcome",
    "client": "Daftra",
    "lists.completeness": "Completeness IncompleteList PagingStuck",
    "editing": "EditConflict EditNotApplied EditRefused",
    "errors": _ERRORS,
    "limits": "RateLimit",
    "multi_entity": "List Show",
    "options": "CallOptions Timeout",
    "paging": "Pager",
    "retry": "RetryPolicy",
    "lists.sync": "Bookmark",
    "tokens": "FileTokenStore",
    "wire.messages": "Operation",
    "wire.page": "Page",
    "wire.decode": "Created Done",
}
_MODULES = {name: module for module, names in _HOMES.items() for name in names.split()}

__all__ = [
    "OPERATIONS",
    "ApiKey",
    "AuthenticationError",
    "BearerToken",
    "Bookmark",
    "BulkReport",
    "CallOptions",
    "Completeness",
    "ConfigurationError",
    "ConnectionFailed",
    "ConnectionLost",
    "Created",
    "CustomField",
    "Daftra",
    "DaftraError",
    "Done",
    "EditConflict",
    "EditNotApplied",
    "EditRefused",
    "FileTokenStore",
    "IncompleteList",
    "Ledger",
    "List",
    "NotFound",
    "Operation",
    "Outcome",
    "Page",
    "Pager",
    "PagingStuck",
    "PasswordGrant",
    "PermissionDenied",
    "RateLimit",
    "RateLimited",
    "Rejected",
    "RequestTimeout",
    "ResponseError",
    "RetryPolicy",
    "ServerError",
    "Show",
    "Timeout",
    "TransportError",
    "UnexpectedResponse",
    "ValidationError",
    "__version__",
]


def __getattr__(name: str) -> Any:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{module}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
