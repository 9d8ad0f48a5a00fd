"""Which credential a request carries, and how a token is refreshed once for everyone who needs it."""

from __future__ import annotations

import asyncio
import copy
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any, Protocol
from urllib.parse import urlencode

import attrs
import msgspec

from .._wire.messages import Operation, Request, Response
from ..errors import AuthenticationError, ConfigurationError, DaftraError
from .credentials import ApiKey, AppCredential, Auth, BearerToken, ClientCredentials, PasswordGrant
from .redaction import Secret, masked
from .token_store import LosslessStore, MemoryTokenStore, Token, is_token

TOKEN = Operation(
    resource="authorization",
    name="generate_access_token",
    method="POST",
    base="",
    path="/v2/oauth/token",
    # Asking for a token changes no record, so it may be asked again.
    kind="get",
)
APP_TOKEN = attrs.evolve(TOKEN, path="/oauth/token")
"""Where the apps of the marketplace ask, on the host that they call. Source: integrators; no page says so."""

REFUSALS = (400, 401, 403, 422)
REFUSAL_KEPT = 30.0
"""Seconds for which a refusal is answered from memory: a wrong password asked again and again locks accounts."""

Exchange = Callable[[Request], Awaitable[Response]]


class Credential(Protocol):
    """What authorises the requests of one account."""

    async def header(self) -> tuple[str, Secret]:
        """The one header that carries it."""
        ...

    async def refresh(self, refused: Secret) -> bool:
        """After a 401 on ``refused``: whether there is another one to try now."""
        ...

    def secrets(self) -> list[Secret]:
        """Everything that must not be shown."""
        ...

    async def aclose(self) -> None: ...


def identity_of(auth: Auth, base_url: str, site_id: int | None = None) -> str:
    """What tells one account from another, and shows nothing of it: the host, the site, and who calls.

    A stored token belongs to one of them and is never sent to another; nor does the pause after a 429 hold another.
    """
    site = () if site_id is None else (f"site {site_id}",)
    if isinstance(auth, ApiKey):
        return _fingerprint(base_url, "key", auth.key.reveal(), *site)
    if isinstance(auth, PasswordGrant):
        return _fingerprint(base_url, auth.client_id, auth.username, *site)
    if isinstance(auth, (AppCredential, ClientCredentials)):
        return _fingerprint(base_url, type(auth).__name__, auth.client_id, *site)
    if auth.client_id is None or auth.refresh_token is None:
        return _fingerprint(base_url, "token", auth.token.reveal(), *site)
    return _fingerprint(base_url, auth.client_id, auth.refresh_token.reveal(), *site)


def store_of(auth: Auth) -> LosslessStore:
    """Where the tokens of a client are kept, for all its event loops; an app's are the same for all its clients."""
    if isinstance(auth, AppCredential):
        return auth.kept
    return LosslessStore(MemoryTokenStore() if isinstance(auth, ApiKey) else auth.store)


def credential_for(
    auth: Auth, identity: str, store: LosslessStore, exchange: Exchange, *, now: Callable[[], float] = time.time
) -> Credential:
    """The credential behind what the user gave; ``identity`` is ``identity_of`` it, ``store`` its ``store_of``."""
    if isinstance(auth, ApiKey):
        return FixedCredential("apikey", auth.key, auth.key)
    if isinstance(auth, BearerToken) and auth.refresh_token is None:
        return FixedCredential("authorization", Secret("Bearer " + auth.token.reveal()), auth.token)
    return RefreshedCredential(grant_of(auth, identity, store), exchange, now=now)


class FixedCredential:
    """A key or token that nothing can refresh."""

    def __init__(self, name: str, value: Secret, secret: Secret) -> None:
        self._header = (name, value)
        self._secrets = [secret]

    async def header(self) -> tuple[str, Secret]:
        return self._header

    async def refresh(self, refused: Secret) -> bool:
        return False

    def secrets(self) -> list[Secret]:
        return self._secrets

    async def aclose(self) -> None:
        return


class Grant(msgspec.Struct, frozen=True, kw_only=True, eq=False):
    """What tokens are asked with, and the name under which the store keeps them.

    ``own``: the client's id and secret are enough for a first token. ``without`` says what to do where there is none.
    """

    account: str
    client_id: str
    client_secret: Secret
    store: LosslessStore
    user: tuple[str, Secret] | None = None
    own: bool = False
    first: Token | None = None
    endpoint: Operation = TOKEN
    without: str = "the token has ended and there is nothing to refresh it with"

    def first_form(self) -> dict[str, str] | None:
        """What a first token is asked with, without a refresh token; None where nothing gives one."""
        if self.user is not None:
            return self._form("password", username=self.user[0], password=self.user[1].reveal())
        return self._form("client_credentials") if self.own else None

    def refresh_form(self, refresh: Secret) -> dict[str, str]:
        return self._form("refresh_token", refresh_token=refresh.reveal())

    def _form(self, kind: str, **more: str) -> dict[str, str]:
        return token_form(kind, self.client_id, self.client_secret, **more)


def token_form(kind: str, client_id: str, client_secret: Secret, **more: str) -> dict[str, str]:
    """The fields of a request for a token."""
    return {"grant_type": kind, "client_id": client_id, "client_secret": client_secret.reveal(), **more}


def grant_of(
    auth: BearerToken | PasswordGrant | AppCredential | ClientCredentials, identity: str, store: LosslessStore
) -> Grant:
    """The grant behind a credential."""
    if isinstance(auth, AppCredential):
        return Grant(
            account=identity,
            client_id=auth.client_id,
            client_secret=auth.client_secret,
            store=store,
            endpoint=APP_TOKEN,
            without="the app has no token for this site: send its user to authorise_url(), then exchange the code",
        )
    if isinstance(auth, ClientCredentials):
        return Grant(
            account=identity, client_id=auth.client_id, client_secret=auth.client_secret, store=store, own=True
        )
    if isinstance(auth, PasswordGrant):
        return Grant(
            account=identity,
            client_id=auth.client_id,
            client_secret=auth.client_secret,
            user=(auth.username, auth.password),
            store=store,
        )
    if auth.client_id is None or auth.client_secret is None or auth.refresh_token is None:
        raise ConfigurationError("to refresh a BearerToken give refresh_token, client_id, client_secret together")
    return Grant(
        account=identity,
        client_id=auth.client_id,
        client_secret=auth.client_secret,
        first=Token(access=auth.token, refresh=auth.refresh_token, expires_at=auth.expires_at),
        store=store,
    )


def _fingerprint(*parts: str) -> str:
    from hashlib import sha256

    return sha256("\0".join(parts).encode()).hexdigest()


class RefreshedCredential:
    """A token that is refreshed ahead of its end and after a 401: once, however many callers and processes need it.

    Belongs to one event loop. The refresh is a task of its own: a cancelled caller does not lose a pair of tokens that
    the server has already exchanged.
    """

    def __init__(self, grant: Grant, exchange: Exchange, *, now: Callable[[], float]) -> None:
        self._grant = grant
        self._exchange = exchange
        self._now = now
        self._token: Token | None = None
        self._refused: Secret | None = None
        self._refresh_task: asyncio.Task[Token] | None = None
        self._write_task: asyncio.Task[None] | None = None
        self._refusal: tuple[float, AuthenticationError] | None = None
        self._past: list[Secret] = []

    async def header(self) -> tuple[str, Secret]:
        token = self._token
        if token is None or not self._usable(token):
            token = await self._refreshed()
        elif self._grant.store.is_due(self._grant.account):
            self._write_again()
        return "authorization", Secret("Bearer " + token.access.reveal())

    async def refresh(self, refused: Secret) -> bool:
        if self._token is not None and Secret("Bearer " + self._token.access.reveal()) == refused:
            self._refused = self._token.access
            await self._refreshed()
        return True

    def secrets(self) -> list[Secret]:
        grant = self._grant
        known = [grant.client_secret, *([grant.user[1]] if grant.user else []), *self._past]
        for token in (self._token, grant.first):
            if token is not None:
                known += [token.access, *([token.refresh] if token.refresh else [])]
        return known

    def _write_again(self) -> None:
        if self._write_task is None or self._write_task.done():
            self._write_task = asyncio.ensure_future(self._grant.store.write_again(self._grant.account))

    async def aclose(self) -> None:
        """Waits for a refresh under way and writes what could not be written: tokens would be lost otherwise."""
        under_way = {task for task in (self._refresh_task, self._write_task) if task is not None}
        if under_way:
            await asyncio.wait(under_way)
        await self._grant.store.write_again(self._grant.account)

    def _usable(self, token: Token) -> bool:
        return token.access != self._refused and token.fresh(self._now())

    async def _refreshed(self) -> Token:
        if self._refresh_task is None or self._refresh_task.done():
            self._refresh_task = asyncio.ensure_future(self._obtain())
            self._refresh_task.add_done_callback(_retrieve)
        try:
            return await asyncio.shield(self._refresh_task)
        except DaftraError as error:
            # Each caller raises its own copy: one shared instance would gather the tracebacks of all.
            own = copy.copy(error)
        raise own

    async def _obtain(self) -> Token:
        grant = self._grant
        async with grant.store.lock():
            stored = await grant.store.load(grant.account) or grant.first
            if stored is not None and self._usable(stored):
                self._token = stored
                return stored
            self._raise_remembered_refusal()
            try:
                token = await self._ask(stored)
            except AuthenticationError as error:
                if error.status in REFUSALS:
                    self._refusal = (asyncio.get_running_loop().time() + REFUSAL_KEPT, error)
                raise
            await grant.store.save(grant.account, token)
            self._token = token
            self._refused = None
            return token

    def _raise_remembered_refusal(self) -> None:
        if self._refusal is not None and asyncio.get_running_loop().time() < self._refusal[0]:
            raise copy.copy(self._refusal[1])

    async def _ask(self, old: Token | None) -> Token:
        if old is not None and old.refresh is not None:
            self._past = [*self._past[-8:], old.access, old.refresh]
            try:
                return await self._grant_token(self._grant.refresh_form(old.refresh), keep=old.refresh)
            except AuthenticationError as error:
                if error.status not in REFUSALS or self._grant.first_form() is None:
                    raise
        form = self._grant.first_form()
        if form is None:
            raise AuthenticationError(self._grant.without, status=401)
        return await self._grant_token(form, keep=None)

    async def _grant_token(self, form: dict[str, str], *, keep: Secret | None) -> Token:
        response = await self._exchange(token_request(form, self._grant.endpoint))
        return token_in(response, form["grant_type"], keep=keep, now=self._now(), secrets=self.secrets())


def token_request(form: dict[str, str], endpoint: Operation) -> Request:
    """The request that asks for a token."""
    return Request(
        operation=endpoint,
        method="POST",
        path=endpoint.path,
        body=urlencode(form).encode(),
        content_type="application/x-www-form-urlencoded",
    )


def token_in(response: Response, kind: str, *, keep: Secret | None, now: float, secrets: list[Secret]) -> Token:
    """The token that an answer gives; ``keep`` is the refresh token that stays good where it gives no new one.

    Raises ``AuthenticationError`` for an answer without one, ``secrets`` masked in what it says.
    """
    answer = json_object(response.body)
    access = answer.get("access_token")
    if not 200 <= response.status < 300 or not is_token(access):
        raise _refusal(response, answer, kind, secrets)
    refresh = answer.get("refresh_token")
    lifetime = _lifetime(answer.get("expires_in"))
    return Token(
        access=Secret(str(access)),
        refresh=Secret(refresh) if isinstance(refresh, str) and refresh else keep,
        expires_at=None if lifetime is None else now + lifetime,
        lifetime=lifetime,
    )


_ASKED_WITH = {
    "password": "user name and password",
    "refresh_token": "refresh token",
    "client_credentials": "client's id and secret",
    "authorization_code": "code",
}


def _refusal(response: Response, answer: dict[str, Any], kind: str, secrets: list[Secret]) -> AuthenticationError:
    words = next((text for key in _WORDS if isinstance(text := answer.get(key), str) and text), "no reason given")
    with_what = _ASKED_WITH[kind]
    if response.status in REFUSALS:
        said = f"the server refused the {with_what} ({response.status}: {masked(words, secrets)})"
    else:
        said = f"asking for a token with the {with_what} gave no token ({response.status}: {masked(words, secrets)})"
    operation = response.operation
    request = Request(operation=operation, method="POST", path=operation.path)
    return AuthenticationError(said, status=response.status, request=request)


_WORDS = ("error_description", "message", "error")


def json_object(body: bytes) -> dict[str, Any]:
    """The object that a body holds; an empty one for anything else."""
    try:
        answer = json.loads(body)
    except (ValueError, RecursionError):
        return {}
    return answer if isinstance(answer, dict) else {}


def _lifetime(value: object) -> float | None:
    """Seconds from ``expires_in``; ``None`` for what says nothing: absent, zero, negative, no number."""
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        seconds = float(value)
    except ValueError:
        return None
    return seconds if 0 < seconds < 1e11 else None


def _retrieve(task: asyncio.Task[Token]) -> None:
    if not task.cancelled():
        task.exception()
