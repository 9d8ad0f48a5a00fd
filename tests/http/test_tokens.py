"""Tokens: one refresh for everyone, the new pair kept before it is used, refusals said clearly."""

from __future__ import annotations

import asyncio
import json
import stat
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import httpx
import pytest

from daftra_async._http.redaction import Secret
from daftra_async._http.token_file import FileTokenStore
from daftra_async._http.token_store import MemoryTokenStore, Token, TokenStore
from daftra_async.auth import BearerToken, PasswordGrant
from daftra_async.errors import AuthenticationError, ConfigurationError

from .calls import CREATE, GET
from .virtual import Broken, Reply, run, scripted


class TokenServer:
    """Accepts only the last token it gave; giving a new pair revokes the old one at once."""

    def __init__(self, *, expires_in: Any = 3600, rotate: bool = True, takes: float = 0.1) -> None:
        self.expires_in = expires_in
        self.rotate = rotate
        self.takes = takes
        self.given = 0
        self.grants: list[str] = []
        self.access = self.refresh = ""
        self.refuse: set[str] = set()
        self.calls: list[str] = []

    async def __call__(self, request: httpx.Request) -> Reply | Broken:
        if request.url.path != "/v2/oauth/token":
            self.calls.append(request.headers["authorization"])
            assert "apikey" not in request.headers
            return Reply(200 if request.headers["authorization"] == f"Bearer {self.access}" else 401, takes=0.01)
        assert "authorization" not in request.headers
        assert "apikey" not in request.headers
        await asyncio.sleep(self.takes)
        form = {name: values[0] for name, values in parse_qs(request.content.decode()).items()}
        kind = form["grant_type"]
        self.grants.append(kind)
        right = (form["client_id"], form["client_secret"]) == ("app", "app-secret") and (
            (form["username"], form["password"]) == ("amal", "pass-word")
            if kind == "password"
            else form["refresh_token"] == self.refresh
        )
        if not right or kind in self.refuse:
            return Reply(400, body=json.dumps({"error": "invalid_grant", "message": f"not {form}"}).encode())
        self.given += 1
        self.access, body = f"access-{self.given}", {"token_type": "Bearer", "expires_in": self.expires_in}
        if self.rotate or not self.refresh:
            self.refresh = f"refresh-{self.given}"
            body["refresh_token"] = self.refresh
        return Reply(200, body=json.dumps({**body, "access_token": self.access}).encode())


def grant(store: TokenStore | None = None) -> PasswordGrant:
    return PasswordGrant(
        client_id="app",
        client_secret="app-secret",
        username="amal",
        password="pass-word",
        store=store or MemoryTokenStore(),
    )


def test_a_password_is_exchanged_once_and_its_token_used_by_all() -> None:
    async def gather() -> TokenServer:
        server = TokenServer()
        session, _ = scripted(server, auth=grant(), concurrency=50)
        answers = await asyncio.gather(*(session.send(GET) for _ in range(100)))
        assert {answer.status for answer in answers} == {200}
        return server

    server = run(gather())
    assert server.grants == ["password"]
    assert set(server.calls) == {"Bearer access-1"}


def test_a_revoked_token_is_renewed_once_for_a_thousand_callers() -> None:
    async def gather() -> TokenServer:
        server = TokenServer()
        session, _ = scripted(server, auth=grant(), concurrency=100)
        await session.send(GET)
        server.access = "revoked by the server"
        answers = await asyncio.gather(*(session.send(CREATE) for _ in range(1000)))
        assert {answer.status for answer in answers} == {200}
        return server

    assert run(gather()).grants == ["password", "refresh_token"]


def test_a_token_is_renewed_ahead_of_its_end_and_never_meets_a_401() -> None:
    async def calls() -> TokenServer:
        now = 1e9
        server = TokenServer(expires_in="3600")
        session, _ = scripted(server, auth=grant(), now=lambda: now)
        for passed in (0, 3000, 500, 41, 1):
            now += passed
            assert (await session.send(GET)).status == 200
        return server

    server = run(calls())
    assert server.grants == ["password", "refresh_token"]
    assert server.calls[-2:] == ["Bearer access-2"] * 2
    assert server.calls[:3] == ["Bearer access-1"] * 3


@pytest.mark.parametrize("expires_in", [None, 0, -1, "", "soon", True, [], 1e300])
def test_an_end_that_says_nothing_renews_nothing(expires_in: Any) -> None:
    async def calls() -> TokenServer:
        server = TokenServer(expires_in=expires_in)
        session, _ = scripted(server, auth=grant())
        for _ in range(3):
            assert (await session.send(GET)).status == 200
        return server

    assert run(calls()).grants == ["password"]


def test_a_refresh_token_that_is_not_rotated_is_kept() -> None:
    async def calls() -> TokenServer:
        server = TokenServer(rotate=False)
        session, _ = scripted(server, auth=grant())
        for _ in range(3):
            assert (await session.send(GET)).status == 200
            server.access = "revoked"
        return server

    server = run(calls())
    assert (server.grants, server.refresh) == (["password", "refresh_token", "refresh_token"], "refresh-1")


def test_a_refused_refresh_falls_back_to_the_password() -> None:
    async def calls() -> TokenServer:
        server = TokenServer()
        session, _ = scripted(server, auth=grant())
        await session.send(GET)
        server.access, server.refuse = "revoked", {"refresh_token"}
        assert (await session.send(GET)).status == 200
        return server

    assert run(calls()).grants == ["password", "refresh_token", "password"]


def test_a_refused_password_is_an_error_that_says_so_and_is_not_asked_again_at_once() -> None:
    async def calls() -> TokenServer:
        server = TokenServer()
        server.refuse = {"password"}
        session, _ = scripted(server, auth=grant())
        for _ in range(3):
            with pytest.raises(AuthenticationError, match="refused the user name and password") as caught:
                await session.send(GET)
            assert caught.value.status == 400
            assert "pass-word" not in str(caught.value)
            assert "app-secret" not in str(caught.value)
        await asyncio.sleep(31)
        server.refuse = set()
        assert (await session.send(GET)).status == 200
        return server

    assert run(calls()).grants == ["password", "password"]


def refreshed(**more: Any) -> BearerToken:
    more = {"client_id": "app", "client_secret": "app-secret"} | more
    return BearerToken("access-0", refresh_token="refresh-0", **more)


def test_a_bearer_token_with_a_refresh_token_is_renewed() -> None:
    async def calls() -> TokenServer:
        server = TokenServer()
        server.refresh = "refresh-0"
        session, _ = scripted(server, auth=refreshed())
        assert (await session.send(GET)).status == 200
        return server

    server = run(calls())
    assert (server.grants, server.calls) == (["refresh_token"], ["Bearer access-0", "Bearer access-1"])


def test_a_refused_refresh_without_a_password_is_an_error_that_says_so() -> None:
    async def calls() -> TokenServer:
        server = TokenServer()
        session, _ = scripted(server, auth=refreshed())
        for _ in range(2):
            with pytest.raises(AuthenticationError, match="refused the refresh token"):
                await session.send(GET)
        return server

    assert run(calls()).grants == ["refresh_token"]


def test_a_bearer_token_that_nothing_renews_gets_its_401() -> None:
    async def calls() -> int:
        session, transport = scripted(TokenServer(), auth=BearerToken("access-0"))
        assert (await session.send(GET)).status == 401
        return len(transport.sent)

    assert run(calls()) == 1


def test_a_401_on_a_fresh_token_is_returned_after_one_renewal() -> None:
    def script(request: httpx.Request) -> Reply:
        body = b'{"access_token":"a","refresh_token":"r"}'
        return Reply(200, body=body) if request.url.path == "/v2/oauth/token" else Reply(401)

    session, transport = scripted(script, auth=grant())
    assert run(session.send(CREATE)).status == 401
    assert len(transport.sent) == 4


def test_the_pair_is_kept_before_it_is_used() -> None:
    kept: list[str] = []

    class Slow(MemoryTokenStore):
        async def save(self, account: str, token: Token) -> None:
            await asyncio.sleep(1)
            kept.append(token.access.reveal())
            await super().save(account, token)

    async def calls() -> None:
        server = TokenServer()

        async def script(request: httpx.Request) -> Reply | Broken:
            if request.url.path != "/v2/oauth/token":
                assert request.headers["authorization"] == f"Bearer {kept[-1]}"
            return await server(request)

        session, _ = scripted(script, auth=grant(Slow()))
        await asyncio.gather(*(session.send(GET) for _ in range(10)))
        server.access = "revoked"
        await asyncio.gather(*(session.send(GET) for _ in range(10)))

    run(calls())
    assert kept == ["access-1", "access-2"]


def test_a_cancelled_caller_does_not_lose_the_pair_it_asked_for() -> None:
    async def calls() -> TokenServer:
        server = TokenServer(takes=5.0)
        session, _ = scripted(server, auth=grant())
        call = asyncio.ensure_future(session.send(GET))
        await asyncio.sleep(1)
        call.cancel()
        await asyncio.gather(call, return_exceptions=True)
        assert (await session.send(GET)).status == 200
        return server

    assert run(calls()).grants == ["password"]


def test_closing_waits_for_a_renewal_under_way() -> None:
    async def calls() -> Token | None:
        store = MemoryTokenStore()
        session, _ = scripted(TokenServer(takes=5.0), auth=grant(store))
        call = asyncio.ensure_future(session.send(GET))
        await asyncio.sleep(1)
        call.cancel()
        await session.aclose()
        return next(iter(store._tokens.values()))

    token = run(calls())
    assert token is not None
    assert token.access == Secret("access-1")


@pytest.mark.parametrize(
    "body", [b"<html>login</html>", b"[]", b"{}", b'{"access_token":"a b"}', b'{"access_token":1}']
)
def test_an_answer_without_a_token_is_an_error_that_says_so(body: bytes) -> None:
    session, _ = scripted(lambda _: Reply(200, body=body), auth=grant())
    with pytest.raises(AuthenticationError, match="gave no token"):
        run(session.send(GET))


def test_a_token_endpoint_in_trouble_is_asked_again() -> None:
    body = b'{"access_token":"a","refresh_token":"r"}'
    session, transport = scripted([Reply(503), Broken(written=True), Reply(200, body=body), Reply(200)], auth=grant())
    assert run(session.send(GET)).status == 200
    assert len(transport.sent) == 4


def test_a_token_endpoint_that_stays_in_trouble_does_not_count_as_a_refusal() -> None:
    async def calls() -> int:
        server = TokenServer()
        trouble = True

        async def script(request: httpx.Request) -> Reply | Broken:
            return Reply(503) if trouble else await server(request)

        session, _ = scripted(script, auth=grant())
        with pytest.raises(AuthenticationError, match="503"):
            await session.send(GET)
        trouble = False
        return (await session.send(GET)).status

    assert run(calls()) == 200


# The file.


async def kept_token(store: FileTokenStore, account: str = "one") -> Token | None:
    async with store.lock():
        return await store.load(account)


async def test_a_file_keeps_tokens_for_the_next_process_and_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "tokens.json"
    token = Token(access=Secret("a"), refresh=Secret("r"), expires_at=12.5, lifetime=3600.0)
    await FileTokenStore(path).save("one", token)
    assert await kept_token(FileTokenStore(path)) == token
    assert await kept_token(FileTokenStore(path), "two") is None
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE((tmp_path / "tokens.json.lock").stat().st_mode) == 0o600


async def test_accounts_that_share_a_file_keep_their_own_tokens(tmp_path: Path) -> None:
    store = FileTokenStore(tmp_path / "tokens.json")
    await store.save("one", Token(access=Secret("a")))
    await store.save("two", Token(access=Secret("b")))
    assert await kept_token(store, "one") == Token(access=Secret("a"))
    assert await kept_token(store, "two") == Token(access=Secret("b"))


def test_a_stored_token_never_goes_to_another_host_or_user(tmp_path: Path) -> None:
    async def calls() -> list[str]:
        store = FileTokenStore(tmp_path / "tokens.json")
        server = TokenServer()
        first, _ = scripted(server, auth=grant(store))
        await first.send(GET)
        elsewhere, transport = scripted(server, auth=grant(store), base_url="https://globex.example")
        await elsewhere.send(GET)
        assert transport.sent[0][1].url.path == "/v2/oauth/token"
        return server.grants

    assert run(calls()) == ["password", "password"]


@pytest.mark.parametrize(
    "content", [b"not json", b"[]", b'{"one": 1}', b"\x00", b"\xff\xfe\x00", b"[" * 100_000], ids=range(6)
)
async def test_a_file_that_holds_something_else_is_neither_read_nor_overwritten(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "letters.txt"
    path.touch(0o600)
    path.write_bytes(content)
    with pytest.raises(ConfigurationError, match="no token file"):
        await FileTokenStore(path).load("one")
    with pytest.raises(ConfigurationError, match="no token file"):
        await FileTokenStore(path).save("one", Token(access=Secret("a")))
    assert path.read_bytes() == content


@pytest.mark.parametrize("access", ["", "a\r\nb: c", "a b", "\N{GREEK SMALL LETTER ALPHA}"])
async def test_a_stored_text_that_no_header_can_carry_is_no_token(tmp_path: Path, access: str) -> None:
    path = tmp_path / "t"
    path.touch(0o600)
    path.write_text(json.dumps({"one": {"access_token": access}}))
    assert await FileTokenStore(path).load("one") is None


async def test_a_waiter_for_the_lock_of_a_file_can_be_cancelled(tmp_path: Path) -> None:
    store, other = FileTokenStore(tmp_path / "t"), FileTokenStore(tmp_path / "t")
    async with store.lock():
        waiter = asyncio.ensure_future(kept_token(other))
        await asyncio.sleep(0.05)
        assert not waiter.done()
        waiter.cancel()
        await asyncio.gather(waiter, return_exceptions=True)
    assert await kept_token(other) is None


def test_a_lock_that_is_held_for_ever_is_an_error_that_says_so(tmp_path: Path) -> None:
    async def wait() -> None:
        async with FileTokenStore(tmp_path / "t").lock():
            await kept_token(FileTokenStore(tmp_path / "t"))

    with pytest.raises(ConfigurationError, match="seems to hang"):
        run(wait())
