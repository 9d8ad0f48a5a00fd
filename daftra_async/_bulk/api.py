"""The few things bulk submission asks of the API: send drafts, search by key, read one record.

``BulkApi`` is the protocol that the engine, the simulator and the tests share; ``SessionApi`` speaks it over the
client's session, from the documented operations alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

import attrs
import msgspec

from .._wire.messages import Operation, Response
from ..errors import AuthenticationError, ConfigurationError, PermissionDenied, UnexpectedResponse
from .results import Answer

if TYPE_CHECKING:
    from .._http.session import Session

BATCH_QUERY: Mapping[str, str] = {"send": "", "client_id": "", "terminal_id": ""}
"""The bulk page documents these three as required and sends them empty in its own sample."""


@attrs.frozen(kw_only=True)
class Listing:
    """One page of a list, undecoded: the bare records, and what the server says about the whole."""

    records: tuple[Mapping[str, Any], ...]
    page_count: int | None = None
    total: int | None = None


class BulkApi(Protocol):
    """What the engine needs. Implementations raise ``TransportError`` and its kin when no complete answer arrived."""

    @property
    def account(self) -> str:
        """Whose data this is, without secrets: a ledger serves one account only."""
        ...

    @property
    def resource(self) -> str: ...

    @property
    def section(self) -> str:
        """The draft's main section, ``"Invoice"``."""
        ...

    @property
    def batch(self) -> bool:
        """Whether many drafts go in one request; otherwise the engine sends one per request."""
        ...

    @property
    def timeout(self) -> float | None:
        """The client's own limit for one request in seconds, None for no limit."""
        ...

    async def send(self, drafts: Sequence[Mapping[str, Any]]) -> Answer: ...

    async def find(self, query: Mapping[str, str]) -> Listing:
        """One page of the resource's list. Raises ``DaftraError`` for anything but a list."""
        ...

    async def fetch(self, record_id: int) -> Mapping[str, Any] | None:
        """One record, None if it does not exist. Raises ``DaftraError`` for any other answer."""
        ...


@attrs.frozen(kw_only=True)
class SessionApi:
    """``BulkApi`` over a session.

    ``create`` is the operation that creates one record, ``bulk`` the one that creates many (None where the API has
    none), ``list`` and ``get`` read back.
    """

    session: Session
    create: Operation
    list: Operation
    get: Operation
    bulk: Operation | None = None

    @property
    def account(self) -> str:
        return self.session.account

    @property
    def timeout(self) -> float | None:
        return self.session.read_timeout

    @property
    def resource(self) -> str:
        return self.create.resource

    @property
    def section(self) -> str:
        return self.create.model_key or ""

    @property
    def batch(self) -> bool:
        return self.bulk is not None

    async def send(self, drafts: Sequence[Mapping[str, Any]]) -> Answer:
        if self.bulk is not None:
            request = self.bulk.request(query=BATCH_QUERY, body=[*drafts])
        else:
            (draft,) = drafts
            request = self.create.request(body=draft)
        response = await self.session.send(request)
        return Answer(status=response.status, headers=response.headers, body=response.body)

    async def find(self, query: Mapping[str, str]) -> Listing:
        response = await self.session.send(self.list.request(query=query))
        return read_listing(response, self.section)

    async def fetch(self, record_id: int) -> Mapping[str, Any] | None:
        response = await self.session.send(self.get.request(path={"id": record_id}))
        if response.status == 404:
            return None
        document = _document(response)
        data = document.get("data")
        if not isinstance(data, Mapping):
            raise _unexpected(response, "no record in the answer")
        return unwrap(data, self.section)


def session_api(session: Session, operations: Iterable[Operation], resource: str) -> SessionApi:
    """``SessionApi`` for a resource, its operations picked from the table of all.

    Raises ``ConfigurationError`` for a resource that cannot create, list and get under a model key.
    """
    mine = [operation for operation in operations if operation.resource == resource]
    by_kind = {operation.kind: operation for operation in reversed(mine)}
    if not {"create", "list", "get"} <= by_kind.keys() or not by_kind["create"].model_key:
        raise ConfigurationError(f"{resource} has no create, list and get of one record: it cannot be sent in bulk")
    return SessionApi(
        session=session,
        create=by_kind["create"],
        list=by_kind["list"],
        get=by_kind["get"],
        bulk=next((operation for operation in mine if operation.path.endswith("/add_bulk.json")), None),
    )


def read_listing(response: Response, section: str) -> Listing:
    """The records of a v1 list. Raises ``UnexpectedResponse`` for anything else: no list is no proof of absence."""
    document = _document(response)
    data, pagination = document.get("data"), document.get("pagination")
    if not isinstance(data, list) or document.get("result") not in (None, "successful"):
        raise _unexpected(response, "no list in the answer")
    if not all(isinstance(row, Mapping) for row in data):
        raise _unexpected(response, "a row of the list is no object")
    pages = pagination if isinstance(pagination, Mapping) else {}
    return Listing(
        records=tuple(unwrap(row, section) for row in data),
        page_count=_count(pages.get("page_count")),
        total=_count(pages.get("total_results")),
    )


def unwrap(row: Mapping[str, Any], section: str) -> Mapping[str, Any]:
    """A record without its wrapper, whatever the wrapper is called; relations beside it stay within reach."""
    inner = row.get(section)
    if not isinstance(inner, Mapping) and "id" not in row and len(row) == 1:
        inner = next(iter(row.values()))
    if not isinstance(inner, Mapping):
        return row
    return {**{name: value for name, value in row.items() if name != section}, **inner}


_REFUSALS = {401: AuthenticationError, 403: PermissionDenied}


def _document(response: Response) -> Mapping[str, Any]:
    try:
        document = msgspec.json.decode(response.body)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        document = None
    if response.status in _REFUSALS:
        raise _REFUSALS[response.status](f"{response.operation.id}: HTTP {response.status}", status=response.status)
    if not 200 <= response.status < 300 or not isinstance(document, Mapping):
        raise _unexpected(response, f"HTTP {response.status}")
    return document


def _unexpected(response: Response, what: str) -> UnexpectedResponse:
    return UnexpectedResponse(
        f"{response.operation.id}: {what}",
        status=response.status,
        body=response.body[:500].decode("utf-8", "replace"),
        headers=response.headers,
        request=response.request,
    )


def _count(value: object) -> int | None:
    if isinstance(value, str) and value.isascii() and value.isdigit():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None
