"""Four processes with a thousand coroutines each share a token file and make one refresh."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections import Counter
from pathlib import Path
from urllib.parse import parse_qs

import pytest

from daftra_async._http.oauth import identity_of
from daftra_async._http.redaction import Secret
from daftra_async._http.token_file import FileTokenStore
from daftra_async._http.token_store import Token
from daftra_async.auth import PasswordGrant

from .server import Exchange, FaultServer, answer

PROCESSES = 4
CALLS = {"expired": 1000, "revoked": 1000 if os.environ.get("DAFTRA_CAMPAIGN") else 100}


class Tokens:
    """Accepts one access token, exchanges one refresh token, and counts what it was asked."""

    def __init__(self) -> None:
        self.access, self.refresh = "in force but unknown to all", "refresh-0"
        self.asked: Counter[str] = Counter()

    async def __call__(self, exchange: Exchange) -> None:
        while True:
            request = await exchange.read_request()
            exchange.received = b""
            await exchange.send(await self._answered(request))

    async def _answered(self, request: bytes) -> bytes:
        head, _, body = request.partition(b"\r\n\r\n")
        if not head.startswith(b"POST /v2/oauth/token "):
            right = f"authorization: bearer {self.access}".encode() in head.lower()
            self.asked["accepted" if right else "refused"] += 1
            return answer(status=200 if right else 401)
        await asyncio.sleep(0.05)
        form = parse_qs(body.decode())
        self.asked[form["grant_type"][0]] += 1
        if form.get("refresh_token") != [self.refresh]:
            return answer(b'{"error":"invalid_grant"}', 400)
        number = self.asked["refresh_token"]
        self.access, self.refresh = f"access-{number}", f"refresh-{number}"
        pair = {"access_token": self.access, "refresh_token": self.refresh, "expires_in": 3600}
        return answer(json.dumps(pair).encode())


@pytest.mark.parametrize("case", CALLS)
async def test_four_processes_make_one_refresh(tmp_path: Path, case: str) -> None:
    known_to_have_ended = case == "expired"
    tokens = Tokens()
    path = tmp_path / "tokens.json"
    async with FaultServer(tokens) as server:
        auth = PasswordGrant(client_id="app", client_secret="app-secret", username="amal", password="pass-word")
        old = Token(
            access=Secret("access-0"),
            refresh=Secret("refresh-0"),
            expires_at=1.0 if known_to_have_ended else None,
        )
        await FileTokenStore(path).save(identity_of(auth, server.url), old)
        assert await processes(server.url, path, CALLS[case]) == ["[200]"] * PROCESSES
    assert tokens.asked["refresh_token"] == 1
    assert tokens.asked["password"] == 0
    assert tokens.asked["accepted"] == PROCESSES * CALLS[case]
    assert (tokens.asked["refused"] == 0) == known_to_have_ended
    kept = await FileTokenStore(path).load(identity_of(auth, server.url))
    assert kept is not None
    assert (kept.access, kept.refresh) == (Secret("access-1"), Secret("refresh-1"))
    assert sorted(os.listdir(tmp_path)) == ["tokens.json", "tokens.json.lock"]


async def processes(url: str, path: Path, calls: int) -> list[str]:
    script = Path(__file__).with_name("token_process.py")
    started = [
        await asyncio.create_subprocess_exec(
            sys.executable,
            str(script),
            url,
            str(path),
            str(calls),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        for _ in range(PROCESSES)
    ]
    for process in started:
        assert process.stdout is not None
        assert await process.stdout.readline() == b"ready\n"
    said = await asyncio.gather(*(process.communicate(b"go\n") for process in started))
    assert [process.returncode for process in started] == [0] * PROCESSES
    return [out.decode().strip() for out, _ in said]


HOLDER = """
import asyncio, sys
from daftra_async._http.token_file import FileTokenStore
async def hold():
    async with FileTokenStore(sys.argv[1]).lock():
        print("held", flush=True)
        await asyncio.sleep(3600)
asyncio.run(hold())
"""


async def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    path = tmp_path / "tokens.json"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", HOLDER, str(path), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    assert await process.stdout.readline() == b"held\n"

    async def lock() -> str:
        async with FileTokenStore(path).lock():
            return "free"

    waiting = asyncio.ensure_future(lock())
    await asyncio.sleep(0.1)
    assert not waiting.done()
    process.kill()
    await process.wait()
    assert await waiting == "free"
