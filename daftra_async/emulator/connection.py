"""The way to a request's real connection, so that a fault can break it."""

from __future__ import annotations

import asyncio
import socket
import struct
from collections.abc import MutableMapping
from typing import Any, Literal, Protocol, cast

How = Literal["reset", "close"]
_RESET_ON_CLOSE = struct.pack("ii", 1, 0)


class Connection(Protocol):
    """What a fault can do to the connection that a request came in on."""

    async def cut(self, how: How) -> None: ...


class SocketConnection:
    """A TCP connection of the server."""

    def __init__(self, transport: asyncio.Transport) -> None:
        self._transport = transport

    async def cut(self, how: How) -> None:
        """Break it: ``reset`` sends a RST, ``close`` flushes what was written and ends it in order."""
        if how == "reset":
            sock = self._transport.get_extra_info("socket")
            if sock is not None and sock.family in {socket.AF_INET, socket.AF_INET6}:
                sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _RESET_ON_CLOSE)
            self._transport.abort()
        else:
            self._transport.close()
        await asyncio.sleep(0)
        await asyncio.sleep(0)


class Connections:
    """The open connections of a server, by the client's address."""

    def __init__(self) -> None:
        self._transports: dict[tuple[str, int], asyncio.Transport] = {}

    def add(self, transport: asyncio.Transport) -> None:
        self._transports[_address(transport)] = transport

    def discard(self, transport: asyncio.Transport) -> None:
        self._transports.pop(_address(transport), None)

    def of(self, scope: MutableMapping[str, Any]) -> Connection | None:
        """The connection of an ASGI scope: a socket's, or the one that an in-process transport put there."""
        if "daftra.connection" in scope:
            return cast("Connection", scope["daftra.connection"])
        client = scope.get("client")
        transport = self._transports.get(tuple(client)) if client else None
        return SocketConnection(transport) if transport is not None else None

    def abort_all(self) -> None:
        for transport in list(self._transports.values()):
            transport.abort()


def _address(transport: asyncio.Transport) -> tuple[str, int]:
    host, port = transport.get_extra_info("peername")[:2]
    return host, port
