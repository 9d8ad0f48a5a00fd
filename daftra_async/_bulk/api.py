"""The few things bulk submission asks of the API: send drafts, read lists, read one record.

``BulkApi`` is the protocol that the engine, the simulator and the tests share; ``SessionApi`` speaks it over the
client's session, from the documented operations alone. Every answer is decoded by ``_wire``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from .._wire.envelope import find_rows, open_json
from .._wire.error_parsing import evidence
from .._wire.messages import Operation, Response
from .._wire.retry_after import http_date
from .._wire.wrapper import unwrap
from ..errors import ConfigurationError, NotFound, UnexpectedResponse
from .results import as_id

if TYPE_CHECKING:
    from .._http.session import Session

BATCH_QUERY: Mapping[str, str] = {"send": "", "client_id": "", "terminal_id": ""}
"""The bulk page documents these three as required and sends them empty in its own sample."""

_NO_NAMES: frozenset[str] = frozenset()


@attrs.frozen(kw_only=True)
class Listing:
    """One page of a list: the bare records, and what the server says about the whole.

    ``server_time``: what the server's clock showed, in seconds since 1970; None if it did not say.
    """

    records: tuple[Mapping[str, Any], ...]
    page_count: int | None = None
    total: int | None = None
    server_time: float | None = None


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

    async def send(self, drafts: Sequence[Mapping[str, Any]]) -> Response:
        """The answer to one request, of whatever status: once a byte of it was written it is never sent again."""
        ...

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
    none), ``list`` and ``get`` read back. ``everything`` are list parameters without which rows are hidden,
    ``parameters`` those that go with each create.
    """

    session: Session
    create: Operation
    list: Operation
    get: Operation
    bulk: Operation | None = None
    everything: Mapping[str, str] = attrs.field(factory=dict)
    parameters: Mapping[str, object] = attrs.field(factory=dict)

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

    async def send(self, drafts: Sequence[Mapping[str, Any]]) -> Response:
        if self.bulk is not None:
            request = self.bulk.request(query=BATCH_QUERY, body=[*drafts])
        else:
            (draft,) = drafts
            request = self.create.request(query=self.parameters, body=draft)
        return await self.session.send(attrs.evolve(request, read_back=True))

    async def find(self, query: Mapping[str, str]) -> Listing:
        response = await self.session.send(self.list.request(query={**self.everything, **query}))
        return read_listing(response, self.section)

    async def fetch(self, record_id: int) -> Mapping[str, Any] | None:
        response = await self.session.send(self.get.request(path={"id": record_id}))
        try:
            value = open_json(response)
        except NotFound:
            return None
        data = value.get("data") if isinstance(value, dict) else None
        record = unwrap(data, self.section, _NO_NAMES)
        if not isinstance(record, dict):
            raise UnexpectedResponse("no record in the answer", **evidence(response))
        return record


HIDDEN_ROWS: Mapping[str, Mapping[str, str]] = {"invoice_payments": {"include_client_credit": "1"}}
"""List parameters that show rows which the list hides otherwise. Source: BEHAVIOUR.md, section 5."""


def session_api(
    session: Session,
    operations: Iterable[Operation],
    resource: str,
    *,
    batch: bool,
    parameters: Mapping[str, object] | None = None,
) -> SessionApi:
    """``SessionApi`` for a resource, its operations picked from the table of all; ``batch``: many drafts in a request.

    ``parameters``: what goes with each create that is sent by itself.

    Raises ``ConfigurationError`` for a resource that cannot create, list and get under a model key.
    """
    mine = [operation for operation in operations if operation.resource == resource]
    by_name = {operation.name: operation for operation in mine}
    if not {"create", "list", "get"} <= by_name.keys() or not by_name["create"].model_key:
        raise ConfigurationError(f"{resource} has no create, list and get of one record: it cannot be sent in bulk")
    return SessionApi(
        session=session,
        create=by_name["create"],
        list=by_name["list"],
        get=by_name["get"],
        bulk=next((one for one in mine if batch and one.path.endswith("/add_bulk.json")), None),
        everything=HIDDEN_ROWS.get(resource, {}),
        parameters=parameters or {},
    )


def read_listing(response: Response, section: str) -> Listing:
    """The records of a list. Raises ``UnexpectedResponse`` for anything else: no list is no proof of absence."""
    value = open_json(response)
    found = find_rows(value) if isinstance(value, dict) else None
    if found is None:
        raise UnexpectedResponse("no list in the answer", **evidence(response))
    records = [unwrap(row, section, _NO_NAMES) for row in found.rows]
    if not all(isinstance(record, dict) and as_id(record.get("id")) is not None for record in records):
        raise UnexpectedResponse("a row of the list is no record with an id", **evidence(response))
    return Listing(
        records=tuple(records),
        page_count=found.paging.page_count,
        total=found.paging.total,
        server_time=http_date(response.headers.get("date", "")),
    )
