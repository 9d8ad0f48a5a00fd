"""A run is one process's at a time on a machine, whatever became of its ledger's file."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from daftra_async import LedgerBusy
from daftra_async._bulk.run_lock import RunLock

HOLDER = """
import sys
from daftra_async._bulk.run_lock import RunLock
lock = RunLock()
lock.acquire("DARUN")
if sys.argv[1] == "sends":
    lock.mark_open()
print("held", flush=True)
sys.stdin.read()
lock.ended = True
lock.release()
"""


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "state"
    monkeypatch.setenv("DAFTRA_STATE_DIR", str(folder))
    return folder


@contextmanager
def holder(does: str) -> Iterator[subprocess.Popen[bytes]]:
    program = [sys.executable, "-c", HOLDER, does]
    with subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"
        yield process


def taken() -> RunLock:
    lock = RunLock()
    lock.acquire("DARUN")
    return lock


@pytest.mark.parametrize("does", ["reads", "sends"])
def test_a_second_process_is_refused_and_takes_over_once_the_first_ended(state: Path, does: str) -> None:
    with holder(does) as process:
        with pytest.raises(LedgerBusy, match="under way"):
            taken()
        RunLock().acquire("DAOTHER")
        process.communicate()
    assert taken().open_since is None


@pytest.mark.parametrize(("does", "open_since"), [("reads", False), ("sends", True)])
def test_a_killed_process_leaves_word_only_of_what_it_may_have_sent(does: str, open_since: bool) -> None:
    with holder(does) as process:
        process.send_signal(signal.SIGKILL)
        process.wait()
    lock = taken()
    assert (lock.open_since is not None) is open_since
    lock.release()
    assert (taken().open_since is not None) is open_since


def test_word_is_left_until_the_run_has_ended(state: Path) -> None:
    lock = taken()
    lock.mark_open()
    lock.release()
    again = taken()
    assert again.open_since is not None
    again.ended = True
    again.release()
    assert list(state.iterdir()) == []


def test_a_lock_that_was_not_needed_leaves_nothing_behind(state: Path) -> None:
    taken().release()
    assert list(state.iterdir()) == []


def test_the_lock_is_for_its_owner_only(state: Path) -> None:
    lock = taken()
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (state, *state.iterdir())]
    lock.release()
    assert modes == [0o700, 0o600]


def test_a_link_in_the_place_of_the_lock_is_not_followed(state: Path, caplog: pytest.LogCaptureFixture) -> None:
    state.mkdir(mode=0o700)
    target = state.parent / "precious"
    target.write_text("kept")
    (state / "DARUN.lock").symlink_to(target)
    taken()
    assert "DAFTRA_STATE_DIR" in caplog.text
    assert target.read_text() == "kept"


def test_a_run_goes_on_without_a_lock_where_no_folder_can_be_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("DAFTRA_STATE_DIR", str(tmp_path / "file"))
    lock = taken()
    lock.mark_open()
    lock.release()
    assert "DAFTRA_STATE_DIR" in caplog.text


@pytest.mark.skipif(not hasattr(os, "fork"), reason="every system has its own place for state")
def test_where_the_users_state_cannot_be_written_all_come_to_one_temporary_folder(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.delenv("DAFTRA_STATE_DIR")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    lock = taken()
    (folder,) = tmp_path.glob("daftra-async-*")
    assert [path.name for path in folder.iterdir()] == ["DARUN.lock"]
    lock.release()


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="only root can give a folder away")
def test_a_folder_that_another_user_made_is_not_used(state: Path, caplog: pytest.LogCaptureFixture) -> None:
    state.mkdir(mode=0o777)
    os.chown(state, 12345, 12345)
    taken().release()
    assert "DAFTRA_STATE_DIR" in caplog.text
    assert list(state.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="every system has its own place for state")
def test_the_folder_is_that_of_the_users_state(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DAFTRA_STATE_DIR")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    lock = taken()
    assert [path.name for path in (tmp_path / "daftra-async" / "runs").iterdir()] == ["DARUN.lock"]
    lock.release()
