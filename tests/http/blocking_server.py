"""A server in a thread of its own, so that it can act while the client's event loop is busy and reads nothing."""

from __future__ import annotations

import contextlib
import functools
import socket
import ssl
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Self

PATIENCE = 10.0
"""Seconds after which a socket that nothing happens on is given up, so that no test hangs."""


class Peer:
    """One connection, seen from the server; ``received`` is every byte that came."""

    def __init__(self, raw: socket.socket, number: int) -> None:
        self.raw = raw
        self.number = number
        self.received = b""
        raw.settimeout(PATIENCE)

    def read_request(self) -> bytes:
        """One whole request, head and body; ``ConnectionError`` where the caller has gone."""
        data = b""
        while b"\r\n\r\n" not in data:
            data += self._some()
        head, _, body = data.partition(b"\r\n\r\n")
        wanted = 0
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                wanted = int(line.partition(b":")[2])
        while len(body) < wanted:
            body += self._some()
        return head + b"\r\n\r\n" + body

    def send(self, data: bytes) -> None:
        self.raw.sendall(data)

    def wait_for_end(self) -> None:
        """Until the caller has closed the connection; what it sends meanwhile is kept in ``received``."""
        with contextlib.suppress(OSError):
            while True:
                self._some()

    def _some(self) -> bytes:
        data = self.raw.recv(65536)
        if not data:
            raise ConnectionError
        self.received += data
        return data


class BlockingServer:
    """Runs ``behaviour`` for every connection, each in a thread, and closes it afterwards."""

    def __init__(self, behaviour: Callable[[Peer], None], *, tls: ssl.SSLContext | None = None) -> None:
        self._behaviour = behaviour
        self._tls = tls
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self.peers: list[Peer] = []
        self._threads: list[threading.Thread] = []

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def __enter__(self) -> Self:
        self._start(self._accept)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for peer in self.peers:
            with contextlib.suppress(OSError):
                peer.raw.shutdown(socket.SHUT_RDWR)
        for thread in self._threads:
            thread.join(PATIENCE)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                raw, _ = self._listener.accept()
                peer = Peer(raw, len(self.peers))
                self.peers.append(peer)
                self._start(functools.partial(self._serve, peer))

    def _serve(self, peer: Peer) -> None:
        with contextlib.suppress(OSError), contextlib.ExitStack() as opened:
            opened.enter_context(peer.raw)
            if self._tls is not None:
                peer.raw = opened.enter_context(self._tls.wrap_socket(peer.raw, server_side=True))
            self._behaviour(peer)

    def _start(self, work: Callable[[], None]) -> None:
        thread = threading.Thread(target=work, daemon=True)
        self._threads.append(thread)
        thread.start()
