"""One server for all peers: to each its own small record, and its own list of 200 pages: ``server.py SECONDS``.

Runs under the peers' interpreter, so it stands on the standard library alone.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from collections.abc import Callable
from typing import Any

PAGES, ROWS = 200, 20

Answer = tuple[Any, str]
"""A body, and further lines of the head."""


def _number(target: str, name: str) -> int:
    found = re.search(rf"[?&]{name}=(?:[a-z]+[-_])?(\d+)", target)
    return int(found[1]) if found else 0


def daftra_record(target: str) -> Answer:
    return {"result": "successful", "code": 200, "data": {"Invoice": {"id": "1", "no": "000001"}}}, ""


def daftra_list(target: str) -> Answer:
    page = max(1, _number(target, "page"))
    last = PAGES * ROWS
    # The newest come first, as they are asked for; the same for every page that is asked for again.
    rows = [{"Invoice": {"id": str(last - number), "no": "1"}} for number in range((page - 1) * ROWS, page * ROWS)]
    paging = {"page": page, "page_count": PAGES, "total_results": last}
    return {"result": "successful", "code": 200, "data": rows, "pagination": paging}, ""


def openai_record(target: str) -> Answer:
    return {"id": "m", "object": "model", "created": 1, "owned_by": "me"}, ""


def openai_list(target: str) -> Answer:
    start = _number(target, "after") + 1 if "after=" in target else 0
    known = {"object": "file", "bytes": 1, "created_at": 1, "filename": "a", "purpose": "batch", "status": "processed"}
    rows = [{"id": f"file-{number}", **known} for number in range(start, start + ROWS)]
    return {"object": "list", "data": rows, "has_more": start + ROWS < PAGES * ROWS}, ""


def stripe_record(target: str) -> Answer:
    return {"id": "cus_1", "object": "customer", "created": 1, "livemode": False}, ""


def stripe_list(target: str) -> Answer:
    start = _number(target, "starting_after") + 1 if "starting_after=" in target else 0
    known = {"object": "customer", "created": 1, "livemode": False}
    rows = [{"id": f"cus_{number}", **known} for number in range(start, start + ROWS)]
    return {"object": "list", "url": "/v1/customers", "data": rows, "has_more": start + ROWS < PAGES * ROWS}, ""


def github_record(target: str) -> Answer:
    link = "https://api.example/"
    inner = {"type": "commit", "sha": "a" * 40, "url": link}
    return {"ref": "refs/heads/a", "node_id": "n", "url": link, "object": inner}, ""


def github_list(target: str) -> Answer:
    page = max(1, _number(target, "page"))
    link = "https://api.example/"
    row = {"name": "v1", "commit": {"sha": "a", "url": link}, "zipball_url": link, "tarball_url": link, "node_id": "n"}
    more = f'link: <{link}x?page={page + 1}>; rel="next"\r\n' if page < PAGES else ""
    return [row] * ROWS, more


ROUTES: tuple[tuple[str, Callable[[str], Answer]], ...] = (
    ("/api2/invoices/", daftra_record),
    ("/api2/invoices.json", daftra_list),
    ("/models/", openai_record),
    ("/files", openai_list),
    ("/v1/customers/", stripe_record),
    ("/v1/customers", stripe_list),
    ("/repos/o/r/git/", github_record),
    ("/repos/o/r/tags", github_list),
)


def answer_to(target: str) -> bytes:
    body, more = next((answer(target) for prefix, answer in ROUTES if target.startswith(prefix)), ({}, ""))
    text = json.dumps(body, separators=(",", ":")).encode()
    head = f"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n{more}content-length: {len(text)}\r\n\r\n"
    return head.encode() + text


class Answering(asyncio.Protocol):
    """Answers each GET once its head is there, after the latency that the server was started with."""

    latency = 0.0
    answers: dict[str, bytes]

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport: Any = transport
        self._head = b""

    def data_received(self, data: bytes) -> None:
        self._head += data
        while b"\r\n\r\n" in self._head:
            head, self._head = self._head.split(b"\r\n\r\n", 1)
            target = head.split(b" ", 2)[1].decode()
            if target not in self.answers:
                self.answers[target] = answer_to(target)
            asyncio.get_running_loop().call_later(self.latency, self._answer, self.answers[target])

    def _answer(self, answer: bytes) -> None:
        if not self._transport.is_closing():
            self._transport.write(answer)


async def main() -> None:
    Answering.latency = float(sys.argv[1])
    Answering.answers = {}
    server = await asyncio.get_running_loop().create_server(Answering, "127.0.0.1", 0, backlog=1000)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
