"""The ledger's file belongs to its owner alone, whoever made it and however it was left."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from daftra_async import Ledger


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("left", [0o644, 0o660, 0o666, 0o400])
def test_a_ledger_that_others_could_read_is_closed_to_them_when_it_is_opened(tmp_path: Path, left: int) -> None:
    path = tmp_path / "june.sqlite"
    Ledger(path).close()
    path.chmod(left)
    with Ledger(path) as ledger:
        ledger.bind(account="acme")
        assert {mode(file) for file in tmp_path.iterdir()} == {0o600}


def test_an_empty_file_that_waits_for_a_ledger_is_closed_to_others_too(tmp_path: Path) -> None:
    path = tmp_path / "june.sqlite"
    path.touch(mode=0o644)
    path.chmod(0o644)
    Ledger(path).close()
    assert mode(path) == 0o600
