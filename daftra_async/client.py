"""Daftra, the façade: owns the session and offers one typed resource per documented group."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar, Unpack, overload

from . import _resource  # noqa: F401  # here, so that nobody's first call waits for it
from ._generated import api, models  # noqa: F401  # as above
from ._generated.operations import SITE_GET
from ._generated.resources import Resources
from ._http.base_url import resolve_base_url
from ._http.from_env import auth_from_env, location_from_env
from ._http.retry import RetryPolicy
from ._http.session import Session
from ._http.settings import Settings
from ._wire import DecodeSettings, Request, decode_json
from ._wire.encode import encode_body, encode_query
from .auth import AppGrant, Auth
from .errors import ConfigurationError
from .options import CallOptions, Timeout

if TYPE_CHECKING:
    from ._http.download import FileKind
    from ._http.limiter import RateLimit
    from ._http.observer import Hook
    from ._raw_calls import RawCalls
    from ._v2.entities import Entity
    from ._v2.multi_entity import List, Show
    from ._wire import Record

R = TypeVar("R", bound="Record")


class Daftra(Resources):
    """A client of one account.

    ``Daftra("acme", auth=ApiKey(key))`` calls https://acme.daftra.com; ``base_url=`` names the root of any other host
    (the paths of the API are added per call). Nothing is opened before the first call. Close it with ``async with``
    or ``await daftra.aclose()``.

    Args:
        subdomain: the account's name, the first part of its address.
        auth: ``ApiKey``, ``BearerToken``, ``PasswordGrant``, ``ClientCredentials`` or ``AppGrant``.
        base_url: the host's root instead of a subdomain; plain http is accepted for loopback only. An ``AppGrant``
            brings its own.
        timeout: seconds for each phase of a request, or a ``Timeout``; ``None`` is no limit.
        concurrency: the most requests in flight at once.
        retry: when and how often a request is tried again.
        rate_limit: requests per period that the client keeps itself to.
        branch_id: the branch that calls are routed to.
        site_id: the tenant that an app's calls are for; limits, tokens and ledgers are its own.
        http_client: an ``httpx.AsyncClient`` or ``httpx2.AsyncClient`` of your own; it is not closed by this client.
        allow_insecure: accept plain http beyond loopback.
        max_body: the largest answer in bytes after decompression; a larger one is ``UnexpectedResponse``.
        hooks: called with an ``Event`` at every step of a call, on the event loop.
        strict: raise ``UnexpectedResponse`` where a value in an answer has no form its field can have (for tests).
        date_format: the account's display form of dates (``"DD/MM/YYYY"``); asked from the account when not given.
        keep_raw: keep each answer's text, for ``record.raw``.

    Raises:
        ConfigurationError: for a subdomain, base URL or option that cannot work.
    """

    def __init__(
        self,
        subdomain: str | None = None,
        *,
        auth: Auth,
        base_url: str | None = None,
        timeout: float | Timeout | None = 30.0,
        concurrency: int = 8,
        retry: RetryPolicy | None = None,
        rate_limit: RateLimit | None = None,
        branch_id: int | None = None,
        site_id: int | None = None,
        http_client: Any = None,
        allow_insecure: bool = False,
        max_body: int = 64 * 2**20,
        hooks: Sequence[Hook] = (),
        strict: bool = False,
        date_format: str | None = None,
        keep_raw: bool = True,
    ) -> None:
        if subdomain is None and base_url is None and isinstance(auth, AppGrant):
            base_url = auth.base_url
        settings = Settings(
            base_url=resolve_base_url(subdomain, base_url=base_url, allow_insecure=allow_insecure),
            auth=auth,
            timeout=Timeout.of(timeout),
            concurrency=concurrency,
            retry=RetryPolicy() if retry is None else retry,
            rate_limit=rate_limit,
            http_client=http_client,
            max_body=max_body,
            hooks=tuple(hooks),
            decode=DecodeSettings(strict=strict, date_format=date_format, keep_raw=keep_raw),
            random=random.random,
            now=time.time,
        )
        self._session = Session(settings, site_info=SITE_GET, branch_id=branch_id, site_id=site_id)

    @classmethod
    def from_env(cls, environ: Mapping[str, str] | None = None, **arguments: Any) -> Self:
        """A client from ``DAFTRA_SUBDOMAIN`` or ``DAFTRA_BASE_URL`` and ``DAFTRA_API_KEY``, ``DAFTRA_ACCESS_TOKEN`` or
        ``DAFTRA_USERNAME``, ``DAFTRA_PASSWORD``, ``DAFTRA_CLIENT_ID`` and ``DAFTRA_CLIENT_SECRET``.

        Keyword arguments are those of ``Daftra`` and win over the environment. Raises ``ConfigurationError`` that names
        the variables to set.
        """
        environ = os.environ if environ is None else environ
        if arguments.get("base_url") is None and arguments.get("subdomain") is None:
            arguments |= location_from_env(environ)
        if "auth" not in arguments:
            arguments["auth"] = auth_from_env(environ)
        return cls(**arguments)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close the connections that this client opened."""
        await self._session.aclose()

    def with_options(self, **options: Unpack[CallOptions]) -> Self:
        """A client with other options that shares connections, limits and tokens with this one."""
        return self._derived(self._session.with_options(**options))

    def _derived(self, session: Session) -> Self:
        other = type(self).__new__(type(self))
        other._session = session
        return other

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.base_url!r})"

    @property
    def base_url(self) -> str:
        """The root of the host that is called."""
        return self._session.base_url

    @property
    def account(self) -> str:
        """What a ledger belongs to: the host, the site that an app calls, and the branch where calls go to one."""
        return self._session.account

    @property
    def with_raw_response(self) -> RawCalls:
        """The same calls, each giving a ``RawResponse``: ``await daftra.with_raw_response.invoices.get(26)``.

        It has ``.status .headers .request_id .content`` and ``.parse()``, which returns, or raises, what the call
        itself would have. An answer that says no is given too; only what never arrived is raised.
        """
        from ._raw_calls import RawCalls

        return RawCalls(self._derived(self._session.with_raw_response()))

    async def request(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, object] | None = None,
        json: object = None,
        idempotent: bool | None = None,
        **options: Unpack[CallOptions],
    ) -> Any:
        """Call any endpoint, documented or not, through the same session and the same checks.

        ``path`` begins with a slash at the host's root (``"/api2/anything.json"``). A documented one is treated as its
        method treats it; of others a GET is taken for a read, and sent again where its answer was lost. Where it
        changes something say ``idempotent=False``; ``idempotent=True`` allows the same for anything else. Returns the
        decoded JSON; amounts are ``Decimal`` where they have a fraction. Raises as every other call does.
        """
        if not (isinstance(method, str) and isinstance(path, str)):
            raise ConfigurationError('a request takes its method and its path as text: ("GET", "/api2/anything.json")')
        from ._documented import operation_of

        operation = operation_of(method.upper(), path)
        request = Request(
            operation=operation,
            method=operation.method,
            path=path,
            query=encode_query(params or {}),
            body=None if json is None else encode_body(json),
            idempotent=idempotent,
        )
        return await self._session.call(request, decode_json, options)

    async def download(self, link: str, *, kind: FileKind = "pdf", **options: Unpack[CallOptions]) -> bytes:
        """The bytes of the file behind a path, or a link, of this account's own host.

        ``kind`` says what it has to be (``"pdf"``, ``"png"``, ``"jpeg"``, ``"gif"``, ``"xlsx"``), which its first bytes
        prove; ``"any"`` takes everything but a page. Daftra's own links to printed invoices (``invoice_pdf_url``) lead
        a client with an API key to a login page: that is ``UnexpectedResponse``, never a file.

        Raises ``ConfigurationError`` for a link to another host, ``UnexpectedResponse`` for what is no such file.
        """
        from ._http.download import download

        return await download(self._session, link, kind, options)

    @overload
    def entity(self, name: str) -> Entity[dict[str, Any]]: ...
    @overload
    def entity(self, name: str, *, model: type[R]) -> Entity[R]: ...
    def entity(self, name: str, *, model: type[Any] | None = None) -> Entity[Any]:
        """The v2 records of an entity by its name, documented or not.

        ``daftra.entity("invoice").list(level=2)`` gives dictionaries, or records of ``model`` where one is given.
        """
        from ._v2.entities import Entity

        return Entity(self._session, name) if model is None else Entity(self._session, name, model=model)

    async def fetch_many(self, **parts: Show | List) -> dict[str, Any]:
        """Several v2 reads in one request: ``fetch_many(invoice=Show("invoice", 172185), lines=List("requisition"))``.

        Returns each part under its own name: a record as a dictionary, a list as a ``Page``. Raises ``NotFound`` and
        ``Rejected`` naming the part.
        """
        from ._v2.multi_entity import fetch_many

        return await fetch_many(self._session, parts)
