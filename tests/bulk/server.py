"""A small Daftra on a real socket that survives its clients, cuts connections, and works on after they left.

``python -m tests.bulk.server SEED FAULT`` prints its port, serves until its standard input ends, and tells the truth
at ``GET /truth``: which records exist for each draft, by the text in its ``notes``.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from typing import Any
from urllib.parse import parse_qsl, urlsplit

ZOMBIE = 0.25
LAG = 0.08

_FAULTS = ("cut_before", "cut_after", "cut_half_way", "zombie", "short", "garbage", "error", "refused", "reordered")


class Server:
    def __init__(self, seed: int, fault: float) -> None:
        self.chance = random.Random(seed)
        self.fault = fault
        self.records: list[dict[str, Any]] = []
        self.working = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                method, target, _ = head.split(b"\r\n", 1)[0].decode().split(" ")
                length = next(
                    (int(line[15:]) for line in head.lower().split(b"\r\n") if line.startswith(b"content-length:")), 0
                )
                body = await reader.readexactly(length)
                answer = await self.answer(method, target, body)
                if answer is None:
                    break
                status, payload = answer
                about = f"Content-Type: application/json\r\nContent-Length: {len(payload)}"
                writer.write(f"HTTP/1.1 {status} X\r\n{about}\r\n\r\n".encode() + payload)
                await writer.drain()
        except (ConnectionError, asyncio.IncompleteReadError):
            pass
        finally:
            writer.transport.abort()

    async def answer(self, method: str, target: str, body: bytes) -> tuple[int, bytes] | None:
        """Status and body; None to cut the connection."""
        address = urlsplit(target)
        if address.path == "/truth":
            return 200, json.dumps({"working": self.working, "made": self.made()}).encode()
        faulty = self.chance.random() < self.fault
        if method == "POST":
            drafts, fault = json.loads(body), self.chance.choice(_FAULTS) if faulty else "none"
            if isinstance(drafts, list):
                return await self.create(drafts, fault)
            told = await self.create([drafts], fault)
            return told and (told[0], told[1].removeprefix(b"[").removesuffix(b"]"))
        if faulty:
            return None
        await asyncio.sleep(0.001)
        visible = [row for row in self.records if row["visible_at"] <= time.monotonic()]
        if not address.path.endswith("/invoices.json"):
            identity = address.path.rpartition("/")[2].removesuffix(".json")
            row = next((row for row in visible if row["id"] == identity), None)
            return (404, b'{"result":"failed","code":404}') if row is None else (200, _detail(row))
        return 200, self.listing(visible, dict(parse_qsl(address.query)))

    def listing(self, rows: list[dict[str, Any]], query: dict[str, str]) -> bytes:
        if "po_number" in query:
            rows = [row for row in rows if row["po_number"] == query["po_number"]]
        limit, page = int(query.get("limit", "20")), int(query.get("page", "1"))
        shown = rows[::-1][(page - 1) * limit : page * limit]
        pagination = {"page": page, "page_count": -(-len(rows) // limit), "total_results": len(rows)}
        data = [{"Invoice": row} for row in shown]
        return json.dumps({"code": 200, "result": "successful", "data": data, "pagination": pagination}).encode()

    async def create(self, drafts: list[dict[str, Any]], fault: str) -> tuple[int, bytes] | None:
        half = self.chance.randint(0, len(drafts))
        if fault == "cut_before":
            return None
        self.working += 1
        work = asyncio.create_task(
            self.work(drafts[:half] if fault == "cut_half_way" else drafts, slow=fault == "zombie")
        )
        if fault == "zombie":
            await asyncio.sleep(0.02)
            return None
        results = await work
        if fault.startswith("cut"):
            return None
        if fault == "short":
            results = results[1:]
        if fault == "reordered":
            results = self.chance.sample(results, len(results))
        if fault == "garbage":
            return 200, b"<html>hello</html>"
        if fault == "refused":
            return self.chance.choice((400, 401, 403, 409, 413, 422, 429)), b'{"result":"failed","message":"no"}'
        return (500 if fault == "error" else 200), json.dumps(results).encode()

    async def work(self, drafts: list[dict[str, Any]], *, slow: bool) -> list[dict[str, Any]]:
        pause = ZOMBIE / len(drafts) if slow and drafts else 0.001
        try:
            results = []
            for draft in drafts:
                await asyncio.sleep(pause)
                results.append(self.one(draft["Invoice"]))
            return results
        finally:
            self.working -= 1

    def one(self, main: dict[str, Any]) -> dict[str, Any]:
        if main["client_id"] == 0:
            return {
                "result": "failed",
                "code": 400,
                "message": "no",
                "validation_errors": {"Invoice": {"client_id": ["no"]}},
            }
        identity = len(self.records) + 1
        row = {
            "id": str(identity),
            "no": f"{identity:06d}",
            "po_number": main["po_number"],
            "client_id": str(main["client_id"]),
            "notes": main["notes"],
            "visible_at": time.monotonic() + self.chance.random() * LAG,
        }
        self.records.append(row)
        return {"result": "successful", "code": 202, "id": identity, "invoice_number": row["no"]}

    def made(self) -> dict[str, list[int]]:
        made: dict[str, list[int]] = {}
        for row in self.records:
            made.setdefault(row["notes"], []).append(int(row["id"]))
        return made


def _detail(row: dict[str, Any]) -> bytes:
    return json.dumps({"code": 200, "result": "successful", "data": {"Invoice": row}}).encode()


async def main(seed: int, fault: float) -> None:
    # A client that is killed resets its connections; that is what this server is for, not an error to print.
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: None)
    server = await asyncio.start_server(Server(seed, fault).serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await asyncio.to_thread(sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), float(sys.argv[2])))
