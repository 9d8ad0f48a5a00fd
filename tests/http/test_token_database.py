"""Tokens of many accounts in one SQLite file: private, locked, encrypted if asked for, and told where it fails."""

from __future__ import annotations

import asyncio
import os
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet

from daftra_async import AppGrant, ConfigurationError, Daftra, Secret, SqliteTokenStore, Token
from daftra_async.emulator import Emulator

KEY, OTHER = Fernet.generate_key(), Fernet.generate_key().decode()


def token(name: str) -> Token:
    return Token(access=Secret(f"access-{name}"), refresh=Secret(f"refresh-{name}"), expires_at=1.5, lifetime=3600.0)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "tokens.sqlite"


def content(path: Path) -> dict[str, str]:
    with closing(sqlite3.connect(path)) as database:
        return dict(database.execute("SELECT account, content FROM tokens WHERE account != ''"))


def set_mode(path: Path, mode: int) -> None:
    path.chmod(mode)


def write(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    path.chmod(0o600)


def read(path: Path) -> bytes:
    return path.read_bytes()


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def change(path: Path, statement: str, *values: Any) -> None:
    with closing(sqlite3.connect(path)) as database, database:
        database.execute(statement, values)


@pytest.mark.parametrize("key", [None, KEY, OTHER], ids=["plain", "encrypted", "encrypted otherwise"])
async def test_each_account_has_its_own_token_in_every_process(path: Path, key: Any) -> None:
    store = SqliteTokenStore(path, key=key)
    assert await store.load("a") is None
    async with store.lock():
        await store.save("a", token("1"))
        await store.save("b", token("2"))
        await store.save("a", token("3"))
    again = SqliteTokenStore(str(path), key=key)
    assert await again.load("a") == token("3")
    assert await again.load("b") == token("2")
    await again.save("c", Token(access=Secret("bare")))
    assert await store.load("c") == Token(access=Secret("bare"))
    assert mode(path) == 0o600 or sys.platform == "win32"
    assert sorted(os.listdir(path.parent)) == ["tokens.sqlite", "tokens.sqlite.lock"]


async def test_encrypted_tokens_stand_nowhere_in_the_file(path: Path) -> None:
    await SqliteTokenStore(path, key=KEY).save("a", token("1"))
    assert b"access-1" not in read(path)
    assert "key=***" in repr(SqliteTokenStore(path, key=KEY))
    assert KEY.decode() not in repr(SqliteTokenStore(path, key=KEY))
    with pytest.raises(ConfigurationError, match="give the key"):
        await SqliteTokenStore(path).load("a")
    with pytest.raises(ConfigurationError, match="another key"):
        await SqliteTokenStore(path, key=OTHER).load("a")


async def test_a_key_is_replaced_and_added_to_a_file_of_before(path: Path) -> None:
    await SqliteTokenStore(path).save("a", token("1"))
    assert await SqliteTokenStore(path, key=KEY).load("a") == token("1")
    await SqliteTokenStore(path, key=KEY).save("a", token("2"))
    both = SqliteTokenStore(path, key=[OTHER, KEY])
    assert await both.load("a") == token("2")
    await both.save("a", token("3"))
    assert await SqliteTokenStore(path, key=OTHER).load("a") == token("3")


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
async def test_a_row_serves_no_other_account(path: Path, key: bytes | None) -> None:
    store = SqliteTokenStore(path, key=key)
    await store.save("a", token("1"))
    change(path, "INSERT INTO tokens VALUES ('b', ?)", content(path)["a"])
    with pytest.raises(ConfigurationError, match="altered"):
        await store.load("b")


@pytest.mark.parametrize("damage", ["", "x", "{", "{}", "[]"])
async def test_a_damaged_row_is_told(path: Path, damage: str) -> None:
    store = SqliteTokenStore(path, key=KEY)
    await store.save("a", token("1"))
    change(path, "UPDATE tokens SET content = ? WHERE account = 'a'", damage)
    with pytest.raises(ConfigurationError, match="altered"):
        await store.load("a")


@pytest.mark.skipif(sys.platform == "win32", reason="modes and links are POSIX's")
async def test_a_file_that_others_may_read_or_a_link_is_refused(path: Path, tmp_path: Path) -> None:
    store = SqliteTokenStore(path)
    await store.save("a", token("1"))
    set_mode(path, 0o644)
    with pytest.raises(ConfigurationError, match="can be read by others"):
        await store.load("a")
    link = tmp_path / "link.sqlite"
    os.symlink(path, link)
    with pytest.raises(ConfigurationError, match="is a link"):
        await SqliteTokenStore(link).save("a", token("1"))
    with pytest.raises(ConfigurationError, match="is no file"):
        await SqliteTokenStore(tmp_path).load("a")


async def test_what_cannot_be_a_database_is_told_before_a_token_is_exchanged(path: Path, tmp_path: Path) -> None:
    write(path, b"no database at all, but long enough to be taken for one" * 20)
    for store in (SqliteTokenStore(path), SqliteTokenStore(tmp_path / "missing" / "tokens.sqlite")):
        with pytest.raises(ConfigurationError, match="the token file"):
            async with store.lock():
                raise AssertionError("the lock was given")


async def test_the_lock_is_held_by_one_at_a_time(path: Path) -> None:
    inside = most = 0

    async def work(store: SqliteTokenStore) -> None:
        nonlocal inside, most
        async with store.lock():
            inside += 1
            most = max(most, inside)
            await asyncio.sleep(0.01)
            inside -= 1

    await asyncio.gather(*(work(SqliteTokenStore(path)) for _ in range(8)))
    assert most == 1


@pytest.mark.parametrize("key", ["", "short", ["x"], 7, []])
def test_what_is_no_key_is_refused(path: Path, key: Any) -> None:
    with pytest.raises(ConfigurationError, match="key="):
        SqliteTokenStore(path, key=key)


async def test_an_app_that_starts_anew_goes_on_with_the_tokens_of_its_sites(path: Path) -> None:
    async with Emulator() as emulator:

        def app() -> AppGrant:
            store = SqliteTokenStore(path, key=KEY)
            return AppGrant(
                "emulator-client", "emulator-secret", "https://app.example/back", base_url=emulator.url, store=store
            )

        sites = [
            (await app().exchange(emulator.tokens.authorise(site_id=site, subdomain=site))).site_id
            for site in range(5000001, 5000006)
        ]
        emulator.tokens.expire_all()
        async with Daftra(auth=app()) as daftra:
            tenants = [daftra.with_options(site_id=site) for site in sites]
            await asyncio.gather(*(tenant.clients.get(1) for tenant in tenants for _ in range(4)))
        assert emulator.tokens.grants == 2 * len(sites)
    assert len(content(path)) == len(sites)


def test_without_the_extra_the_error_names_it(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "cryptography.fernet", None)
    with pytest.raises(ConfigurationError, match="its extra encryption"):
        SqliteTokenStore(path, key=KEY)
    assert repr(SqliteTokenStore(path)) == f"SqliteTokenStore({str(path)!r})"
