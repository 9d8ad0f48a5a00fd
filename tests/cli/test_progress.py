"""What a run says of its pace."""

from __future__ import annotations

import re

import pytest

from daftra_async.cli import progress as pace
from daftra_async.cli.terminal import err


def test_what_an_earlier_run_did_is_no_pace_of_this_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(pace, "_LOG_EVERY", -1.0)
    err.cache_clear()
    with pace.progress("invoices", already=400) as meter:
        for done in (50, 400):
            meter(done, 1000)
        meter(401, 1000)
    err.cache_clear()
    first, second, third = capsys.readouterr().err.splitlines()
    assert first == second == "invoices: 400 of 1000, 0.0/min"
    assert re.fullmatch(r"invoices: 401 of 1000 \(\d+:\d\d:\d\d left\), [\d,.]+/(s|min)", third)
