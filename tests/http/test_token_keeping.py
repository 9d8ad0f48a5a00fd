"""What happens to a pair of tokens between its coming and its going: stored before it is used, masked for long."""

from __future__ import annotations

import asyncio
import json
import threading
import warnings
from pathlib import Path
from urllib.parse import parse_qs

import httpx
import pytest

from daftra_async import BearerToken, PasswordGrant, TokenNotStored
from daftra_async._http.redaction import Secret
from daftra_async._http.token_file import FileTokenStore
from daftra_async._http.token_store import WRITE_AGAIN, MemoryTokenStore, Token, TokenStore

from .calls import GET
from .server import Exchange, FaultServer, answer
from .sessions import make_session
from .virtual import Broken, Reply, run, scripted


class Renewing:
    """Gives ``access-N`` and ``refresh-N``, accepts the last access token alone, repeats in errors what it knows."""

    def __init__(self) -> None:
        self.given = 0
        self.asked: list[str] = []
        self.used: list[str] = []
        self.revoked = False
        self.told = b""

    async def __call__(self, request: httpx.Request) -> Reply | Broken:
        if request.url.path == "/v2/oauth/token":
            form = parse_qs(request.content.decode())
            self.asked += form.get("refresh_token", form["grant_type"])
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

    def __repr__(self) -> str:
        return "FullStore()"

    async def save(self, account: str, token: Token) -> None:
        if self.full:
            raise OSError("no space left")
        await super().save(account, token)


def test_a_pair_that_could_not_be_stored_is_used_with_a_warning_and_stored_later() -> None:
    async def calls() -> tuple[Renewing, FullStore]:
        server, store = Renewing(), FullStore()
        session, _ = scripted(server, auth=grant(store))
        with pytest.warns(TokenNotStored, match="FullStore.*OSError"):
            assert (await session.send(GET)).status == 200
        assert (await session.send(GET)).status == 200
        assert store._tokens == {}
        store.full = False
        await asyncio.sleep(WRITE_AGAIN)
        assert (await session.send(GET)).status == 200
        await asyncio.sleep(1)
        return server, store

    server, store = run(calls())
    assert server.given == 1
    assert [token.access for token in store._tokens.values()] == [Secret("access-1")]


def test_a_pair_that_could_not_be_stored_is_refreshed_with_its_own_refresh_token() -> None:
    async def calls() -> Renewing:
        server, store = Renewing(), FullStore()
        session, _ = scripted(server, auth=grant(store))
        for _ in range(3):
            with pytest.warns(TokenNotStored):
                assert (await session.send(GET)).status == 200
            server.revoked = True
        return server

    assert run(calls()).asked == ["password", "refresh-1", "refresh-2"]


def test_a_store_that_stays_full_is_told_of_again_and_tried_once_more_at_the_end() -> None:
    async def calls() -> FullStore:
        server, store = Renewing(), FullStore()
        session, _ = scripted(server, auth=grant(store))
        with pytest.warns(TokenNotStored):
            await session.send(GET)
        await asyncio.sleep(WRITE_AGAIN)
        with pytest.warns(TokenNotStored):
            await asyncio.gather(session.send(GET), asyncio.sleep(1))
        store.full = False
        await session.aclose()
        return store

    assert len(run(calls())._tokens) == 1


def test_a_pair_that_another_process_has_stored_meanwhile_is_the_newer_one() -> None:
    async def calls() -> list[str]:
        server, store = Renewing(), FullStore()
        session, _ = scripted(server, auth=grant(store))
        with pytest.warns(TokenNotStored):
            await session.send(GET)
        theirs = Token(access=Secret("access-1"), refresh=Secret("theirs"))
        store._tokens[next(iter(session._shared._shared.tokens._unwritten))] = theirs
        store.full = False
        await asyncio.sleep(WRITE_AGAIN)
        await session.send(GET)
        await asyncio.sleep(1)
        return [token.refresh.reveal() for token in store._tokens.values() if token.refresh]

    assert run(calls()) == ["theirs"]


def test_no_pair_is_lost_where_warnings_are_errors() -> None:
    async def calls() -> Renewing:
        server, store = Renewing(), FullStore()
        session, _ = scripted(server, auth=grant(store))
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with pytest.raises(TokenNotStored):
                await session.send(GET)
        assert (await session.send(GET)).status == 200
        return server

    assert run(calls()).given == 1


class CountingServer:
    """A real one that exchanges one refresh token after the other, and refuses each after its first use."""

    def __init__(self) -> None:
        self.access, self.refresh, self.refreshed = "revoked", "refresh-0", 0

    async def __call__(self, exchange: Exchange) -> None:
        while True:
            head, _, body = (await exchange.read_request()).partition(b"\r\n\r\n")
            if not head.startswith(b"POST /v2/oauth/token "):
                right = f"Bearer {self.access}".encode() in head
                await exchange.send(answer(status=200 if right else 401))
                continue
            await asyncio.sleep(0.05)
            if parse_qs(body.decode()).get("refresh_token") != [self.refresh]:
                await exchange.send(answer(status=400))
                continue
            self.refreshed += 1
            self.access, self.refresh = f"access-{self.refreshed}", f"refresh-{self.refreshed}"
            pair = {"access_token": self.access, "refresh_token": self.refresh, "expires_in": 3600}
            await exchange.send(answer(json.dumps(pair).encode()))


@pytest.mark.parametrize("kind", ["memory", "file"])
async def test_one_client_in_four_threads_refreshes_once(kind: str, tmp_path: Path) -> None:
    store = MemoryTokenStore() if kind == "memory" else FileTokenStore(tmp_path / "tokens.json")
    auth = BearerToken("access-0", refresh_token="refresh-0", client_id="app", client_secret="a-secret", store=store)
    counting = CountingServer()
    async with FaultServer(counting) as server:
        session = make_session(base_url=server.url, auth=auth, concurrency=20)
        together = threading.Barrier(4)

        async def calls() -> list[int]:
            together.wait(10)
            try:
                answers = await asyncio.gather(*(session.send(GET) for _ in range(20)))
            finally:
                await session.release()
            return [response.status for response in answers]

        threads = (asyncio.to_thread(lambda: asyncio.run(calls())) for _ in range(4))
        assert await asyncio.gather(*threads) == [[200] * 20] * 4
    assert counting.refreshed == 1


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
