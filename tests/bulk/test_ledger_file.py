"""The ledger's file, handled as files are: cut, flipped, moved, emptied, left open to others, altered by hand."""

from __future__ import annotations

import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from daftra_async import Ledger
from daftra_async._bulk.entry import Entry, Finding, State
from daftra_async._bulk.errors import LedgerBusy, LedgerDamaged, LedgerError

FACTS = {"account": "acme", "resource": "invoices", "key": "po_number", "name": "june", "begun": "2026-06-01"}
DRAFTS = 300


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "june.sqlite"


def filled(path: Path) -> Path:
    """A closed ledger of a run that ended."""
    with Ledger(path) as ledger:
        ledger.bind(**FACTS)
        rows = [Entry(position=place, digest=place.to_bytes(16), key=f"A-{place}") for place in range(DRAFTS)]
        ledger.transact([partial(ledger.intend, rows)])
        found = [Finding(position=place, state=State.CREATED, record_id=place + 1) for place in range(DRAFTS)]
        ledger.transact([partial(ledger.conclude, found)])
        ledger.transact([partial(ledger.complete_input, DRAFTS)])
    return path


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def contents(path: Path) -> object:
    with Ledger(path) as ledger:
        ledger.bind(**FACTS)
        return ledger.run, ledger.size(), ledger.entries(0, DRAFTS)


@pytest.mark.parametrize("left", [0o644, 0o660, 0o666, 0o400])
def test_a_ledger_that_others_could_read_is_closed_to_them_when_it_is_opened(path: Path, left: int) -> None:
    Ledger(path).close()
    path.chmod(left)
    with Ledger(path) as ledger:
        ledger.bind(**FACTS)
        assert {mode(file) for file in path.parent.iterdir()} == {0o600}


def test_an_empty_file_that_waits_for_a_ledger_is_closed_to_others_too(path: Path) -> None:
    path.touch(mode=0o644)
    path.chmod(0o644)
    Ledger(path).close()
    assert mode(path) == 0o600


def test_a_link_is_refused_and_what_it_points_to_is_left_alone(path: Path, tmp_path: Path) -> None:
    target = filled(tmp_path / "real.sqlite")
    path.symlink_to(target)
    with pytest.raises(LedgerError, match="link"):
        Ledger(path)
    path.unlink()
    path.symlink_to(tmp_path / "nowhere.sqlite")
    with pytest.raises(LedgerError, match="link"):
        Ledger(path)
    assert not (tmp_path / "nowhere.sqlite").exists()


KILLED = """
import os, sys
from functools import partial
from daftra_async import Ledger
from daftra_async._bulk.entry import Entry
ledger = Ledger(sys.argv[1])
ledger.bind(account="acme", resource="invoices", key="po_number", name="june", begun="2026-06-01")
ledger.transact([partial(ledger.intend, [Entry(position=0, digest=bytes(16))])])
os.kill(os.getpid(), 9)
"""


def test_a_main_file_that_lost_its_log_still_knows_its_run(path: Path, tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    assert path.with_name(path.name + "-wal").stat().st_size
    moved = tmp_path / "elsewhere" / "june.sqlite"
    moved.parent.mkdir()
    path.rename(moved)
    with Ledger(moved) as ledger, Ledger(None) as other:
        other.bind(**FACTS)
        assert ledger.run == other.run
        assert ledger.size() == 0


def test_a_log_without_its_main_file_is_no_ledger_of_another_run(path: Path) -> None:
    subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)
    path.unlink()
    with Ledger(path) as ledger:
        ledger.bind(**FACTS)
        assert ledger.size() == 0


def test_a_file_cut_at_any_length_is_whole_or_refused_or_new(path: Path, tmp_path: Path) -> None:
    whole = filled(path).read_bytes()
    said = contents(path)
    cut = tmp_path / "cut.sqlite"
    for length in sorted({*range(0, 200, 7), *range(0, len(whole), 1024), *range(0, len(whole), 997), len(whole) - 1}):
        cut.write_bytes(whole[:length])
        with suppress(LedgerDamaged), Ledger(cut) as ledger:
            assert not ledger.bound, f"cut at {length}"
        for extra in tmp_path.glob("cut.sqlite*"):
            extra.unlink()
    assert contents(path) == said


def test_a_flipped_bit_is_damage_or_changes_nothing(path: Path, tmp_path: Path) -> None:
    whole = filled(path).read_bytes()
    said = contents(path)
    flipped = tmp_path / "flipped.sqlite"
    refused = 0
    for place in range(16, len(whole), 61):
        flipped.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << place % 8]) + whole[place + 1 :])
        try:
            assert contents(flipped) == said, f"byte {place}"
        except LedgerError:
            refused += 1
        for extra in tmp_path.glob("flipped.sqlite*"):
            extra.unlink()
    assert refused > len(whole) // 61 // 4


def altered(statement: str) -> Callable[[Path], None]:
    def alter(path: Path) -> None:
        database = sqlite3.connect(path)
        database.executescript(statement)
        database.close()

    return alter


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER quiet BEFORE INSERT ON drafts BEGIN SELECT RAISE(IGNORE); END",
        "CREATE TRIGGER busy AFTER UPDATE ON drafts BEGIN UPDATE drafts SET state = 2; END",
        "DROP INDEX by_record",
        "CREATE VIEW more AS SELECT * FROM drafts",
        "ALTER TABLE drafts ADD COLUMN note TEXT",
        "UPDATE drafts SET state = 3 WHERE position = 7",
        "UPDATE drafts SET record_id = 90210 WHERE position = 7",
        "UPDATE facts SET value = 'other' WHERE name = 'account'",
        "DELETE FROM facts WHERE name = 'name'",
        "DELETE FROM drafts WHERE position = 7",
        "DELETE FROM drafts WHERE position = 299",
    ],
)
def test_a_ledger_altered_by_another_program_is_refused_with_what_to_do(path: Path, statement: str) -> None:
    altered(statement)(filled(path))
    with pytest.raises(LedgerDamaged, match="run the same call again"):
        contents(path)


def test_a_copy_in_use_is_held_by_itself(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite"
    shutil.copy(filled(path), copy)
    with Ledger(path), Ledger(copy), pytest.raises(LedgerBusy):
        Ledger(copy)


@pytest.mark.parametrize("parent", ["missing", "file"])
def test_a_folder_that_is_none_is_said(tmp_path: Path, parent: str) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(LedgerError, match=parent):
        Ledger(tmp_path / parent / "june.sqlite")
