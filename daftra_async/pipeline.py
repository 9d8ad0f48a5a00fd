"""The one place where bytes leave: authorise, limit, send, try again."""

from __future__ import annotations

import asyncio
from typing import Any
from urllib.parse import quote_plus

from .auth import ApiKey, Auth, BearerToken
from .config import check_base_url
from .engine import Answer, Engine, Failure, Outgoing, Reach, default_engine, injected_engine
from .errors import ConfigurationError, ConnectionFailed, ConnectionLost, RequestTimeout
from .limits import RateLimit
from .options import CallOptions, Timeout, merged
from .retry import RetryPolicy
from .wire.encode import encode_query
from .wire.exchange import Request, Response

_NO_OPTIONS: CallOptions = {}


class Pipeline:
    """Sends requests to one account. Opens nothing before the first call; ``aclose`` ends it."""

    def __init__(
        self,
        base_url: str,
        *,
        auth: Auth,
        timeout: float | Timeout | None = 30.0,
        concurrency: int = 8,
        retry: RetryPolicy | None = None,
        rate_limit: RateLimit | None = None,
        branch_id: int | None = None,
        http_client: Any = None,
        allow_insecure: bool = False,
        max_body: int = 64 * 1024 * 1024,
    ) -> None:
        self._base_url = check_base_url(base_url, allow_insecure=allow_insecure)
        self._auth = auth
        self._retry = retry or RetryPolicy()
        self._slots = asyncio.Semaphore(concurrency)
        self._client = http_client
        self._max_body = max_body
        self._engine: Engine | None = None
        self._options: CallOptions = {"timeout": timeout, "branch_id": branch_id}

    def with_options(self, options: CallOptions) -> Pipeline:
        other = object.__new__(Pipeline)
        other.__dict__.update(self.__dict__)
        other._options = merged(self._options, options)
        return other

    async def send(self, request: Request, options: CallOptions = _NO_OPTIONS) -> Response:
        options = merged(self._options, options)
        if self._engine is None:
            self._engine = (
                default_engine(self._base_url, max_body=self._max_body)
                if self._client is None
                else injected_engine(self._client, max_body=self._max_body)
            )
        query = [*request.query, *encode_query(options.get("query", {}))]
        if (branch := options.get("branch_id")) is not None:
            query.append(("request_branch_id", str(branch)))
        url = self._base_url + request.path
        if query:
            url += "?" + "&".join(f"{quote_plus(k)}={quote_plus(v)}" for k, v in query)
        headers = [("accept", "application/json"), ("accept-encoding", "gzip, deflate"), *request.headers]
        headers += options.get("headers", {}).items()
        if request.body is not None:
            headers.append(("content-type", request.content_type))
        if isinstance(self._auth, ApiKey):
            headers.append(("apikey", self._auth.key.reveal()))
        elif isinstance(self._auth, BearerToken):
            headers.append(("authorization", "Bearer " + self._auth.token.reveal()))
        else:
            raise ConfigurationError("password grants come next")
        outgoing = Outgoing(
            method=request.method, url=url, headers=headers, body=request.body, timeout=Timeout.of(options["timeout"])
        )
        async with self._slots:
            outcome = await self._engine.exchange(outgoing)
        match outcome:
            case Answer():
                return Response(status=outcome.status, headers=outcome.headers, body=outcome.body, request=request)
            case Failure(cause="timeout"):
                raise RequestTimeout(
                    outcome.detail, phase=outcome.phase, sent=outcome.reach > Reach.NOTHING, request=request
                )
            case Failure(reach=Reach.NOTHING):
                raise ConnectionFailed(outcome.detail, request=request)
        raise ConnectionLost(outcome.detail, request=request)

    async def aclose(self) -> None:
        if self._engine is not None:
            await self._engine.aclose()
            self._engine = None
