"""The emulator as an ASGI application: authorises, applies the fault plan, finds the rule, keeps the journal."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection, Iterator, MutableMapping
from contextlib import contextmanager
from datetime import UTC
from decimal import Decimal
from email.utils import format_datetime
from typing import Any
from urllib.parse import parse_qsl

import attrs
import msgspec
from starlette.requests import ClientDisconnect, Request

from .account import Account
from .answers import Incoming, Reply, v1_failed, v2_message
from .clock import Clock
from .connection import Connection, Connections
from .damage import broken_pieces, damaged, stand_in
from .faults import Fault, Faults
from .hosts import is_own, misdirected
from .journal import Entry, Journal
from .oauth import AUTHORISE_PATH, TOKEN_PATHS, Tokens
from .page import render
from .ratelimit import RequestWindow
from .v1 import V1Api
from .v2 import EntityApi
from .v2_actions import V2Actions
from .wireforms import encode

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]

_log = logging.getLogger("daftra_async.emulator")
_decoder = msgspec.json.Decoder(float_hook=Decimal)
_PAGE_PATH = "/__emulator"
_API_PREFIXES = ("/api2/", "/v2/")
_MULTI_PATH = "/v2/api/multi-entity"
_ENTITY_PREFIX = "/v2/api/entity/"
_STAND_INS = frozenset({"status", "html", "garbage"})
_CUTS_AFTER = frozenset({"cut_after", "cut_halfway"})


class Application:
    """One emulated account behind ASGI.

    ``failures`` collects errors of the emulator itself: it stays empty. ``hosts`` are the names that it answers to
    besides addresses and localhost; ``None`` answers to any, where no browser can come.
    """

    def __init__(self, account: Account, *, tokens: Tokens, faults: Faults, journal: Journal) -> None:
        self.account = account
        self.tokens = tokens
        self.faults = faults
        self.journal = journal
        self.connections = Connections()
        self.failures: list[BaseException] = []
        self.hosts: Collection[str] | None = None
        self.idle = asyncio.Event()
        self.idle.set()
        self._window = RequestWindow(account.clock, account.switches)
        self._v1 = V1Api(account)
        self._entities = EntityApi(account)
        self._actions = V2Actions(account, self._v1.reads, self._v1.writes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        send = _dated(send, self.account.clock)
        request = Request(scope, receive)
        if self.hosts is not None and not is_own(host := request.headers.get("host", ""), self.hosts):
            await _respond(send, misdirected(host))
            return
        if request.url.path.startswith(_PAGE_PATH):
            page = render(self.account, self.journal, self.faults, path=request.url.path.removeprefix(_PAGE_PATH))
            await _respond(send, page)
            return
        fault = self.faults.meet(request.method, request.url.path)
        try:
            body = await request.body()
        except ClientDisconnect:
            body = b""
        query = tuple(parse_qsl(scope["query_string"].decode("latin-1"), keep_blank_values=True))
        entry = self.journal.open(
            time=self.account.clock.stamp(),
            method=request.method,
            path=request.url.path,
            query=query,
            body=b"" if request.url.path in TOKEN_PATHS else body,
            fault=fault,
        )
        with self._in_flight():
            await self._serve(request, body, entry, send)

    async def _serve(self, request: Request, body: bytes, entry: Entry, send: Send) -> None:
        fault = entry.fault
        connection = self.connections.of(request.scope)
        if fault is not None and fault.kind in {"cut_before", "zombie"}:
            await _cut(connection, fault)
            if fault.kind == "zombie":
                await asyncio.sleep(fault.delay)
                await self._answer(request, body, entry)
            entry.delivery = "lost"
            return
        if fault is not None and fault.kind == "hang":
            if fault.applied:
                await self._answer(request, body, entry)
            entry.delivery = "lost"
            await _client_left(request)
            return
        delay = self.account.switches.latency + (fault.delay if fault is not None and fault.kind == "latency" else 0.0)
        if delay:
            await asyncio.sleep(delay)
        if fault is not None and fault.kind in _STAND_INS:
            if fault.applied:
                await self._answer(request, body, entry)
            answer = stand_in(fault)
            entry.delivery, entry.status = ("lost" if fault.applied else "answered"), answer.status
            await _respond(send, answer)
            return
        answer = await self._answer(request, body, entry)
        await self._deliver(answer, request, entry, send)

    async def _deliver(self, answer: Reply, request: Request, entry: Entry, send: Send) -> None:
        fault = entry.fault
        connection = self.connections.of(request.scope)
        entry.delivery = "answered" if connection is not None else "lost"
        if fault is not None and fault.kind in _CUTS_AFTER:
            entry.delivery = "lost"
            if fault.kind == "cut_halfway":
                await _respond(send, answer, pieces=broken_pieces(answer), complete=False)
                await _cut(connection, attrs.evolve(fault, how="close"))
            else:
                await _cut(connection, fault)
            return
        if fault is not None and fault.kind in {"truncated", "short", "reordered"}:
            changed = damaged(answer, fault)
            entry.delivery = "damaged" if changed is not answer else entry.delivery
            answer = changed
        slow = fault.delay if fault is not None and fault.kind == "slow_body" else 0.0
        await _respond(send, answer, over=slow)

    async def _answer(self, request: Request, body: bytes, entry: Entry) -> Reply:
        """What the account says, with the journal's entry filled in."""
        fault = entry.fault
        lag = fault.delay if fault is not None and fault.kind == "read_lag" else self.account.switches.read_lag
        try:
            reading = entry.method == "GET" or entry.path == _MULTI_PATH
            with self.account.store.request(reading=reading, lag=lag):
                answer = await self._find_answer(request, body, entry)
        except Exception as error:
            _log.exception("the emulator failed on %s %s", entry.method, entry.path)
            self.failures.append(error)
            answer = v1_failed(500, f"The emulator failed: {type(error).__name__}: {error}")
        finally:
            self.account.store.commit()
        entry.status, entry.effect, entry.ids = answer.status, answer.effect, answer.ids
        return answer

    async def _find_answer(self, request: Request, body: bytes, entry: Entry) -> Reply:
        if entry.path in TOKEN_PATHS and entry.method == "POST":
            return self.tokens.grant(request.headers.get("content-type", ""), body)
        if entry.path == AUTHORISE_PATH and entry.method == "GET":
            return self.tokens.authorise_page(dict(entry.query))
        if not entry.path.startswith(_API_PREFIXES):
            return stand_in(Fault(kind="html"))
        refusal = self._refusal(request, entry)
        if refusal is not None:
            return refusal
        v2 = entry.path.startswith("/v2/")
        try:
            data = _decoder.decode(body) if body.strip() else None
        except msgspec.DecodeError:
            words = self.account.words
            if v2:
                return v2_message(422, words["invalid"], errors={"body": [words["bad_request"]]})
            return v1_failed(400, words["bad_request"])
        branch = next((value for key, value in entry.query if key == "request_branch_id"), None)
        incoming = Incoming(
            method=entry.method,
            path=entry.path.rstrip("/").removesuffix(".json"),
            query=entry.query,
            data=data,
            origin=f"{request.url.scheme}://{request.url.netloc}",
            branch_id=int(branch) if branch is not None and branch.isdecimal() else None,
        )
        if branch is not None and (
            incoming.branch_id is None or self.account.store.get("branch", incoming.branch_id) is None
        ):
            return self._forbidden(v2=v2)
        return self._v2(incoming) if v2 else await self._v1.answer(incoming)

    def _v2(self, incoming: Incoming) -> Reply:
        if incoming.path == _MULTI_PATH and incoming.method == "POST":
            return self._entities.multi(incoming)
        action = self._actions.answer(incoming)
        if action is not None:
            return action
        parts = (
            incoming.path.removeprefix(_ENTITY_PREFIX).split("/") if incoming.path.startswith(_ENTITY_PREFIX) else []
        )
        return self._entities.answer(incoming, parts)

    def _refusal(self, request: Request, entry: Entry) -> Reply | None:
        key, bearer = request.headers.get("apikey"), request.headers.get("authorization", "")
        token = bearer[7:] if bearer.lower().startswith("bearer ") else ""
        if token and entry.fault is not None and entry.fault.kind == "expired_token":
            self.tokens.expire(token)
        if token and entry.fault is not None and entry.fault.kind == "revoked_token":
            self.tokens.revoke(token)
        both = bool(key) and bool(bearer) and self.account.switches.reject_both_credentials
        good = bool(token) and self.tokens.accepts(token, request.headers.get("site-id"))
        if both or not (key == self.tokens.credentials.api_key or good):
            return self._unauthorized(v2=entry.path.startswith("/v2/"))
        return self._window.refusal(key or token, self.account.words["too_many"])

    def _unauthorized(self, *, v2: bool) -> Reply:
        if self.account.switches.unauthorized_html:
            return attrs.evolve(stand_in(Fault(kind="status", status=401, html=True)), effect="refused")
        words = self.account.words
        return v2_message(401, words["unauthenticated"]) if v2 else v1_failed(401, words["unauthorized"])

    def _forbidden(self, *, v2: bool) -> Reply:
        words = self.account.words
        return v2_message(403, words["forbidden"]) if v2 else v1_failed(403, words["forbidden"])

    @contextmanager
    def _in_flight(self) -> Iterator[None]:
        self.journal.in_flight += 1
        self.idle.clear()
        self.journal.most_in_flight = max(self.journal.most_in_flight, self.journal.in_flight)
        try:
            yield
        finally:
            self.journal.in_flight -= 1
            if not self.journal.in_flight:
                self.idle.set()


async def _cut(connection: Connection | None, fault: Fault) -> None:
    if connection is not None:
        await connection.cut(fault.how)


async def _client_left(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


def _dated(send: Send, clock: Clock) -> Send:
    """Answers carry the emulated time: what compares records with the moment of an answer sees one clock."""

    async def dated(message: MutableMapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            date = format_datetime(clock.now().replace(tzinfo=UTC), usegmt=True)
            message["headers"] = [*message["headers"], (b"date", date.encode())]
        await send(message)

    return dated


async def _respond(
    send: Send, answer: Reply, *, pieces: tuple[bytes, ...] | None = None, complete: bool = True, over: float = 0.0
) -> None:
    body = answer.body if isinstance(answer.body, bytes) else encode(answer.body)
    headers = {"content-type": answer.content_type, "content-length": str(len(body)), **answer.headers}
    raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": answer.status, "headers": raw})
    if over:
        size = max(1, len(body) // 10)
        pieces = tuple(body[start : start + size] for start in range(0, len(body), size))
    for piece in pieces if pieces is not None else (body,):
        await send({"type": "http.response.body", "body": piece, "more_body": True})
        if over:
            await asyncio.sleep(over / 10)
    if complete:
        await send({"type": "http.response.body", "body": b"", "more_body": False})
