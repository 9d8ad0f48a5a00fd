"""The emulator as a running thing: on a free loopback port, in-process without a socket, or under a ``with``."""

from __future__ import annotations

import asyncio
import socket
import threading
from collections.abc import Awaitable, Callable, Collection
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import attrs
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from .account import Account
from .app import Application
from .clock import Clock
from .connection import Connections
from .documented import documented_schema
from .faults import Faults
from .inprocess import InProcessTransport
from .journal import Journal
from .oauth import Credentials, Tokens
from .schema import Schema
from .seed import sow
from .store import Store
from .switches import read_switches

_BACKLOG = 2048
_T = TypeVar("_T")


class Emulator:
    """A stateful Daftra on loopback.

    ``async with Emulator() as emulator`` serves in the running loop, ``with Emulator() as emulator`` in a thread of its
    own; ``emulator.url`` is the base URL, ``emulator.api_key`` opens it. ``data`` is a SQLite file that keeps the
    records; ``seed=False`` starts with an empty account; ``start`` sets the clock. ``hosts`` are names that it answers
    to besides ``host``, localhost and addresses: a page in a browser must not reach it by a name of its own. Every
    other keyword is a field of ``Switches``. ``emulator.store`` reads and sets the account's state, also while it
    serves; what locks an invoice against edits (a closed period, a closed POS shift, a submitted e-invoice, …) is
    described in ``locks``.
    """

    def __init__(
        self,
        *,
        host: str = "127.0.0.1",
        port: int = 0,
        data: str | Path | None = None,
        seed: bool = True,
        fault_seed: int = 0,
        start: datetime | None = None,
        credentials: Credentials | None = None,
        hosts: Collection[str] = (),
        schema: Schema | None = None,
        **switches: Any,
    ) -> None:
        self.switches = read_switches(switches)
        self.clock = Clock(start=start)
        self.store = Store(clock=self.clock, path=data)
        self.faults = Faults(seed=fault_seed)
        self.journal = Journal()
        self.credentials = credentials or Credentials()
        self.tokens = Tokens(self.store, self.clock, self.switches, self.credentials)
        self.account = Account(self.store, schema or documented_schema(), self.switches, self.clock)
        if seed and self.store.empty:
            sow(self.account)
        self.app = Application(self.account, tokens=self.tokens, faults=self.faults, journal=self.journal)
        self._host, self._port, self._names = host, port, frozenset({host, *hosts})
        self._listener: _Listener | None = None
        self._thread: _Thread | None = None

    @property
    def url(self) -> str:
        """The base URL; raises ``RuntimeError`` while the emulator is not serving."""
        listener = self._listener or (self._thread.listener if self._thread else None)
        if listener is None:
            raise RuntimeError("the emulator is not serving: use it as (async) context manager, or transport()")
        return listener.url

    @property
    def api_key(self) -> str:
        return self.credentials.api_key

    def transport(self) -> InProcessTransport:
        """A transport for ``httpx.AsyncClient`` that reaches this emulator without a socket."""
        return InProcessTransport(self.app)

    def snapshot(self) -> bytes:
        """The account's whole state, for ``restore``."""
        return self.store.snapshot()

    def restore(self, snapshot: bytes) -> None:
        self.store.restore(snapshot)

    async def settled(self) -> None:
        """Wait until no request is being worked on: also those whose client has left. For the loop that serves."""
        await self.app.idle.wait()

    async def start(self) -> None:
        """Begin to serve in the running loop."""
        self._listener = await _Listener.open(self.app, self._host, self._port, self._names)

    async def stop(self) -> None:
        """Stop serving, break what is open and write the file."""
        if self._listener is not None:
            await self._listener.close()
            self._listener = None
        self.store.close()

    async def __aenter__(self) -> Self:
        await self.start()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()

    def __enter__(self) -> Self:
        self._thread = _Thread(self.app, self._host, self._port, self._names)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._thread is not None:
            self._thread.stop()
            self._thread = None
        self.store.close()


class _Protocol(H11Protocol):
    """uvicorn's HTTP/1.1 protocol, noting its connection where a fault can find it."""

    def __init__(self, connections: Connections, config: uvicorn.Config, state: ServerState) -> None:
        super().__init__(config=config, server_state=state, app_state={})
        self._connections = connections

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        self._connections.add(transport)
        super().connection_made(transport)

    def connection_lost(self, exc: Exception | None) -> None:
        self._connections.discard(self.transport)
        super().connection_lost(exc)


@attrs.define
class _Listener:
    """One listening socket and what it serves."""

    server: asyncio.Server
    state: ServerState
    connections: Connections
    url: str

    @classmethod
    async def open(cls, app: Application, host: str, port: int, names: Collection[str]) -> Self:
        app.hosts = names
        config = uvicorn.Config(
            app,
            lifespan="off",
            log_config=None,
            access_log=False,
            date_header=False,
            proxy_headers=False,
            ws="none",
            timeout_keep_alive=75,
        )
        config.load()
        state = ServerState()
        server = await asyncio.get_running_loop().create_server(
            lambda: _Protocol(app.connections, config, state), host, port, backlog=_BACKLOG
        )
        name = server.sockets[0].getsockname()
        shown = f"[{name[0]}]" if server.sockets[0].family == socket.AF_INET6 else name[0]
        return cls(server, state, app.connections, f"http://{shown}:{name[1]}")

    async def close(self) -> None:
        self.server.close()
        self.connections.abort_all()
        await asyncio.sleep(0)
        for task in list(self.state.tasks):
            task.cancel()
        await asyncio.gather(*self.state.tasks, return_exceptions=True)


class _Thread:
    """The emulator in a thread with a loop of its own, for synchronous callers."""

    def __init__(self, app: Application, host: str, port: int, names: Collection[str]) -> None:
        self.listener: _Listener | None = None
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, name="daftra-emulator", daemon=True)
        self._thread.start()
        self.listener = self._call(lambda: _Listener.open(app, host, port, names))

    def stop(self) -> None:
        listener = self.listener
        if listener is not None:
            self._call(listener.close)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def _call(self, make: Callable[[], Awaitable[_T]]) -> _T:
        async def run() -> _T:
            return await make()

        return asyncio.run_coroutine_threadsafe(run(), self._loop).result()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.run_forever()
