"""The file of tokens: who may read it, what it must be, and what is said where it cannot be used."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from daftra_async import ConfigurationError, FileTokenStore
from daftra_async._http.redaction import Secret
from daftra_async._http.token_store import Token
from daftra_async.auth import PasswordGrant

from .calls import GET
from .server import FaultServer, answer, answering
from .sessions import make_session

TOKEN = Token(access=Secret("access-1"), refresh=Secret("refresh-1"))
PLAIN = json.dumps({"one": {"access_token": "access-1"}})

pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights and links of another kind")


def private(path: Path, content: str = PLAIN) -> Path:
    path.touch(0o600)
    path.write_text(content)
    return path


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o620, 0o666, 0o777])
async def test_a_file_that_others_may_use_is_refused_and_left_as_it_is(tmp_path: Path, mode: int) -> None:
    path = private(tmp_path / "tokens.json")
    path.chmod(mode)
    store = FileTokenStore(path)
    with pytest.raises(ConfigurationError, match=rf"tokens\.json can be read by others \(mode {mode:o}\).*Revoke"):
        await store.load("one")
    with pytest.raises(ConfigurationError, match="can be read by others"):
        await store.save("one", TOKEN)
    assert (stat.S_IMODE(path.stat().st_mode), path.read_text()) == (mode, PLAIN)


async def test_an_empty_file_betrays_nothing_and_becomes_private(tmp_path: Path) -> None:
    path = tmp_path / "tokens.json"
    path.touch(0o644)
    await FileTokenStore(path).save("one", TOKEN)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert await FileTokenStore(path).load("one") == TOKEN


@pytest.mark.parametrize("target", ["there", "not there"])
async def test_a_link_is_neither_followed_nor_replaced(tmp_path: Path, target: str) -> None:
    elsewhere, path = tmp_path / "elsewhere.json", tmp_path / "tokens.json"
    if target == "there":
        private(elsewhere)
    path.symlink_to(elsewhere)
    store = FileTokenStore(path)
    for used in (store.load("one"), store.save("one", TOKEN)):
        with pytest.raises(ConfigurationError, match="is a link"):
            await used
    with pytest.raises(ConfigurationError, match="is a link"):
        async with store.lock():
            raise AssertionError
    assert path.is_symlink()
    assert elsewhere.exists() == (target == "there")


async def test_a_lock_that_is_a_link_is_not_followed(tmp_path: Path) -> None:
    victim, path = tmp_path / "victim", tmp_path / "tokens.json"
    (tmp_path / "tokens.json.lock").symlink_to(victim)
    with pytest.raises(ConfigurationError, match="cannot be locked"):
        async with FileTokenStore(path).lock():
            raise AssertionError
    assert not victim.exists()


def directory(path: Path) -> Path:
    path.mkdir()
    return path


def pipe(path: Path) -> Path:
    os.mkfifo(path, 0o600)
    return path


PLACES: dict[str, Callable[[Path], Path]] = {
    "a directory": lambda tmp: directory(tmp / "tokens"),
    "a pipe": lambda tmp: pipe(tmp / "tokens"),
    "in a directory that is not there": lambda tmp: tmp / "nowhere" / "tokens.json",
    "in a file": lambda tmp: private(tmp / "file") / "tokens.json",
    "a name that is too long": lambda tmp: tmp / ("x" * 300),
    "a name with a null": lambda tmp: tmp / "a\0b",
}


@pytest.mark.parametrize("place", PLACES)
async def test_a_place_that_can_hold_no_tokens_is_named_before_anything_is_exchanged(
    tmp_path: Path, place: str
) -> None:
    store = FileTokenStore(PLACES[place](tmp_path))
    auth = PasswordGrant(client_id="app", client_secret="a-secret", username="amal", password="pass-word", store=store)
    async with FaultServer(answering(answer())) as server:
        session = make_session(base_url=server.url, auth=auth)
        with pytest.raises(ConfigurationError, match=r"token|link|file") as caught:
            await session.send(GET)
        await session.aclose()
        assert caught.value.outcome == "not_sent"
        assert server.requests == []
    with pytest.raises(ConfigurationError):
        await store.save("one", TOKEN)


FULL = """
import asyncio, resource, signal, sys
from daftra_async import FileTokenStore
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
async def main():
    async with FileTokenStore(sys.argv[1]).lock():
        print("locked")
asyncio.run(main())
"""


def test_a_place_without_room_is_found_before_anything_is_exchanged(tmp_path: Path) -> None:
    path = tmp_path / "tokens.json"
    done = subprocess.run([sys.executable, "-c", FULL, str(path)], capture_output=True, text=True, check=False)
    assert done.stdout == ""
    assert f"ConfigurationError: the token file {path} cannot be written" in done.stderr
    assert os.listdir(tmp_path) == ["tokens.json.lock"]


async def test_holding_the_lock_leaves_nothing_behind(tmp_path: Path) -> None:
    async with FileTokenStore(tmp_path / "tokens.json").lock():
        assert sorted(os.listdir(tmp_path)) == ["tokens.json.lock"]
