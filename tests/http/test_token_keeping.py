"""What happens to a pair of tokens between its coming and its going: stored before it is used, masked for long."""

from __future__ import annotations

import asyncio
import json

import httpx
import pytest

from daftra_async import PasswordGrant
from daftra_async._http.token_store import MemoryTokenStore, Token, TokenStore

from .calls import GET
from .virtual import Broken, Reply, run, scripted


class Renewing:
    """Gives ``access-N`` and ``refresh-N``, accepts the last access token alone, repeats in errors what it knows."""

    def __init__(self) -> None:
        self.given = 0
        self.used: list[str] = []
        self.revoked = False
        self.told = b""

    async def __call__(self, request: httpx.Request) -> Reply | Broken:
        if request.url.path == "/v2/oauth/token":
            self.given += 1
            self.revoked = False
            pair = {"access_token": f"access-{self.given}", "refresh_token": f"refresh-{self.given}"}
            return Reply(200, body=json.dumps(pair).encode())
        self.used.append(request.headers["authorization"])
        if self.told:
            return Reply(400, body=self.told)
        return Reply(401 if self.revoked or self.used[-1] != f"Bearer access-{self.given}" else 200)


def grant(store: TokenStore | None = None) -> PasswordGrant:
    store = store or MemoryTokenStore()
    return PasswordGrant(client_id="app", client_secret="a-secret", username="amal", password="pass-word", store=store)


class SlowStore(MemoryTokenStore):
    """Takes a minute to store a token; ``stored`` names those that are safe."""

    def __init__(self) -> None:
        super().__init__()
        self.stored: list[str] = []

    async def save(self, account: str, token: Token) -> None:
        await asyncio.sleep(60)
        await super().save(account, token)
        self.stored.append(f"Bearer {token.access.reveal()}")


def test_a_call_that_comes_while_a_token_is_being_stored_waits_until_it_is() -> None:
    async def calls() -> None:
        server, store = Renewing(), SlowStore()

        async def checked(request: httpx.Request) -> Reply | Broken:
            assert request.url.path == "/v2/oauth/token" or request.headers["authorization"] in store.stored
            return await server(request)

        session, _ = scripted(checked, auth=grant(store))
        for _ in range(2):
            first = asyncio.ensure_future(session.send(GET))
            await asyncio.sleep(30)
            assert (await session.send(GET)).status == (await first).status == 200
            server.revoked = True
        assert server.given == 2

    run(calls())


class FullStore(MemoryTokenStore):
    """Has no room for a token until somebody makes some."""

    full = True

    async def save(self, account: str, token: Token) -> None:
        if self.full:
            raise OSError("no space left")
        await super().save(account, token)


def test_a_token_that_could_not_be_stored_is_used_by_nobody() -> None:
    async def calls() -> Renewing:
        server, store = Renewing(), FullStore()
        session, _ = scripted(server, auth=grant(store))
        for _ in range(2):
            with pytest.raises(OSError, match="no space left"):
                await session.send(GET)
        store.full = False
        assert (await session.send(GET)).status == 200
        return server

    assert run(calls()).used == ["Bearer access-3"]


def test_the_tokens_of_the_last_renewals_are_masked_like_the_present_ones() -> None:
    """An answer may come, or repeat, what an earlier call carried."""

    async def calls() -> bytes:
        server = Renewing()
        session, _ = scripted(server, auth=grant())
        for _ in range(6):
            assert (await session.send(GET)).status == 200
            server.revoked = True
        server.revoked = False
        server.told = b" ".join(b"access-%d refresh-%d" % (number, number) for number in range(1, 8))
        return (await session.send(GET)).body

    assert run(calls()) == b" ".join([b"***"] * 12 + [b"access-7 refresh-7"])
