"""What goes out and what comes back, as plain values: no connection is known here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import attrs

from .encode import encode_body, encode_form, encode_path, encode_query, path_arguments

JSON = "application/json"
FORM = "application/x-www-form-urlencoded"

OperationKind = Literal["list", "get", "create", "update", "delete", "action"]
"""What an operation does to the server's records; ``action`` is everything that is none of the CRUD five."""


@attrs.frozen(kw_only=True)
class Operation:
    """One documented operation.

    ``base`` is ``"/api2"``, ``"/v2/api/entity"`` or ``""`` (the host root); ``path`` follows it and may hold
    ``{placeholders}``. ``model_key`` is the wrapper that the v1 API puts around a record (``{"Invoice": {…}}``),
    ``None`` where records come bare. ``media_type`` is the body's. ``page_ids`` are the numbers of the documentation's
    pages behind it.
    """

    resource: str
    name: str
    method: str
    base: str
    path: str
    page_ids: tuple[str, ...] = ()
    kind: OperationKind = "action"
    model_key: str | None = None
    media_type: str = JSON

    @property
    def id(self) -> str:
        """``"invoices.get"``: the operation's name in logs, errors and traces."""
        return f"{self.resource}.{self.name}"

    @property
    def path_arguments(self) -> tuple[str, ...]:
        """The names of the placeholders in the path, in their order."""
        return path_arguments(self.path)

    def request(
        self,
        *,
        path: Mapping[str, object] | None = None,
        query: Mapping[str, object] | None = None,
        body: object = None,
    ) -> Request:
        """The request for these arguments.

        Raises ``ConfigurationError`` for a path argument that would change the path (empty, ``.`` or ``..``).
        """
        return Request(
            operation=self,
            method=self.method,
            path=self.base + encode_path(self.path, path or {}),
            query=encode_query(query or {}),
            body=None if body is None else self._encoded(body),
            content_type=self.media_type,
        )

    def _encoded(self, body: object) -> bytes:
        if self.media_type == FORM and isinstance(body, Mapping):
            return encode_form(body)
        return encode_body(body)


@attrs.frozen(kw_only=True)
class Request:
    """One request before authorisation: an absolute, already encoded path, query pairs and the body's bytes.

    ``read_back`` says that the caller finds out by himself what became of it: once a byte was written it is never sent
    again, not even after a refusal.
    ``idempotent`` says whether sending it twice does what sending it once does, where the operation does not tell.
    """

    operation: Operation
    method: str
    path: str
    query: tuple[tuple[str, str], ...] = ()
    body: bytes | None = attrs.field(default=None, repr=False)
    content_type: str = JSON
    headers: tuple[tuple[str, str], ...] = attrs.field(default=(), repr=False)
    read_back: bool = False
    idempotent: bool | None = None

    @property
    def operation_id(self) -> str:
        """The operation's name in logs, errors and traces."""
        return self.operation.id


@attrs.frozen(kw_only=True)
class Response:
    """One answer: its status, its headers with lower-case names, its decoded (uncompressed) body, its request.

    ``doubtful``: an earlier try of the same call may have been executed, whatever this answer says of the last one.
    """

    status: int
    headers: Mapping[str, str] = attrs.field(factory=dict, repr=False)
    body: bytes = attrs.field(default=b"", repr=False)
    request: Request
    doubtful: bool = False

    @property
    def operation(self) -> Operation:
        return self.request.operation
