"""The ledger: durable, private, held by one, and loud about anything that is not its own."""

from __future__ import annotations

import os
import resource
import signal
import sqlite3
import stat
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from daftra_async._bulk.entry import Entry, Finding, State
from daftra_async._bulk.errors import LedgerBusy, LedgerDamaged, LedgerError, LedgerMismatch
from daftra_async._bulk.ledger import Ledger
from daftra_async._bulk.outcome import Reason


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "june.sqlite"


FACTS = {"account": "acme", "resource": "invoices", "key": "po_number", "name": "june", "begun": "2026-06-01"}


def bound(path: Path) -> Ledger:
    ledger = Ledger(path)
    ledger.bind(**FACTS)
    return ledger


def entries(first: int, count: int) -> list[Entry]:
    return [Entry(position=first + place, digest=bytes(16)) for place in range(count)]


def test_what_was_committed_is_there_after_reopening(path: Path) -> None:
    reason = Reason(kind="server", message="no", code=400, validation_errors={"Invoice.client_id": ["which?"]})
    with bound(path) as ledger:
        run = ledger.run
        ledger.transact([partial(ledger.intend, entries(0, 3))])
        findings = [
            Finding(position=0, state=State.CREATED, record_id=7, number="000007"),
            Finding(position=1, state=State.REJECTED, reason=reason),
        ]
        ledger.transact([partial(ledger.conclude, findings)])
    with Ledger(path) as ledger:
        assert ledger.run == run
        created, rejected, sent = ledger.outcomes()
    assert (created.status, created.id, created.number) == ("created", 7, "000007")
    assert rejected.error == reason
    assert sent.status == "unconfirmed"


def test_the_file_and_its_log_are_for_the_owner_only(path: Path) -> None:
    with bound(path) as ledger:
        ledger.transact([partial(ledger.intend, entries(0, 1))])
        modes = {stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == {0o600}


def test_a_second_run_is_refused_while_the_first_holds_it(path: Path) -> None:
    with Ledger(path), pytest.raises(LedgerBusy, match="another run"):
        Ledger(path)
    Ledger(path).close()


def test_a_holder_that_was_killed_holds_it_no_more(path: Path) -> None:
    program = (
        "import sys, time; from daftra_async import Ledger; "
        "ledger = Ledger(sys.argv[1]); print('held', flush=True); time.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", program, str(path)], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(LedgerBusy):
            Ledger(path)
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    Ledger(path).close()


def test_an_attempt_of_the_same_process_does_not_open_the_ledger_to_others(path: Path) -> None:
    program = "import sys; from daftra_async import Ledger; Ledger(sys.argv[1])"
    with Ledger(path):
        with pytest.raises(LedgerBusy):
            Ledger(path)
        another = subprocess.run(
            [sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=False
        )
    assert "LedgerBusy" in another.stderr


def test_what_is_no_file_is_refused_and_left_as_it_is(path: Path) -> None:
    os.mkfifo(path, 0o644)
    before = path.stat().st_mode
    with pytest.raises(LedgerError, match="no file"):
        Ledger(path)
    assert path.stat().st_mode == before


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(path: Path) -> None:
    path.write_text("client,amount\n" * 100)
    with pytest.raises(LedgerDamaged, match="another path"):
        Ledger(path)
    assert path.read_text() == "client,amount\n" * 100


def test_a_database_of_another_program_is_refused(path: Path) -> None:
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE books (title TEXT)")
    other.commit()
    other.close()
    with pytest.raises(LedgerDamaged, match="no bulk ledger"):
        Ledger(path)


def test_another_format_version_is_refused(path: Path) -> None:
    Ledger(path).close()
    other = sqlite3.connect(path)
    other.execute("PRAGMA user_version = 1")
    other.close()
    with pytest.raises(LedgerMismatch, match="format 1"):
        Ledger(path)


@pytest.mark.parametrize("changed", ["account", "resource", "key", "name"])
def test_a_ledger_of_another_run_is_refused(path: Path, changed: str) -> None:
    with bound(path) as ledger:
        ledger.bind(**{**FACTS, "begun": "2026-07-01"})
        assert ledger.fact("begun") == "2026-06-01"
        with pytest.raises(LedgerMismatch, match=changed):
            ledger.bind(**{**FACTS, changed: "other"})


def test_a_ledger_gives_its_run_its_own_name_where_none_is_given(path: Path) -> None:
    with Ledger(path) as ledger, Ledger(None) as first, Ledger(None) as second:
        for one in (ledger, first, second):
            one.bind(account="acme", resource="invoices", key="po_number", name=None, begun="2026-06-01")
        assert ledger.fact("name") == "june"
        assert first.run != second.run != ledger.run


def test_a_run_that_turns_out_older_is_dated_back_and_never_forward(path: Path) -> None:
    with bound(path) as ledger:
        ledger.date_back("2026-07-01")
        assert ledger.fact("begun") == "2026-06-01"
        ledger.date_back("2026-05-01")
    with Ledger(path) as ledger:
        assert ledger.fact("begun") == "2026-05-01"


def test_a_file_with_a_hole_in_its_middle_is_refused(path: Path) -> None:
    with bound(path) as ledger:
        ledger.transact([partial(ledger.intend, entries(0, 5000))])
    with path.open("r+b") as file:
        file.seek(path.stat().st_size // 2 // 4096 * 4096)
        file.write(b"\xff" * 8192)
    with pytest.raises(LedgerDamaged):
        Ledger(path)


def test_a_torn_end_of_the_log_loses_only_what_was_never_acknowledged(path: Path) -> None:
    program = (
        "import os, sys; from functools import partial; from daftra_async import Ledger; "
        "from daftra_async._bulk.entry import Entry; ledger = Ledger(sys.argv[1]); "
        f"ledger.bind(**{FACTS}); "
        "[ledger.transact([partial(ledger.intend, [Entry(position=place, digest=bytes(16))])]) for place in range(9)]; "
        "os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", program, str(path)], check=False)
    log = path.with_name(path.name + "-wal")
    with log.open("r+b") as file:
        file.seek(0, os.SEEK_END)
        file.write(b"half a page that never became a commit" * 50)
    with Ledger(path) as ledger:
        assert ledger.size() == 9


def test_a_full_disk_is_an_error_and_nothing_half_written(path: Path) -> None:
    with bound(path) as ledger:
        ledger.transact([partial(ledger.intend, entries(0, 10))])
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        try:
            resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))
            with pytest.raises(LedgerError, match="cannot be used"):
                ledger.transact([partial(ledger.intend, entries(10, 50_000))])
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
            signal.signal(signal.SIGXFSZ, ignored)
        assert ledger.size() == 10
    with Ledger(path) as ledger:
        assert ledger.size() == 10


def test_a_transaction_is_done_wholly_or_not_at_all(path: Path) -> None:
    with Ledger(path) as ledger:
        with pytest.raises(LedgerDamaged):
            ledger.transact([partial(ledger.intend, entries(0, 2)), partial(ledger.intend, entries(1, 2))])
        assert ledger.size() == 0


def test_a_key_met_twice_is_refused_with_the_place_of_the_first(path: Path) -> None:
    with Ledger(path) as ledger:
        twice = [Entry(position=place, digest=bytes(16), key="A-1") for place in range(2)]
        first, second = ledger.transact([partial(ledger.intend, twice)])[0]
        (third,) = ledger.transact([partial(ledger.intend, [Entry(position=2, digest=bytes(16), key="A-1")])])[0]
    assert first.state is State.SENT
    assert second.state is third.state is State.REFUSED
    assert third.reason is not None
    assert third.reason.evidence == {"position": 0}


def test_an_id_that_belongs_to_another_draft_is_not_recorded_again(path: Path) -> None:
    with bound(path) as ledger:
        ledger.transact([partial(ledger.intend, entries(0, 3))])
        conclude = [Finding(position=0, state=State.CREATED, record_id=7)]
        assert ledger.transact([partial(ledger.conclude, conclude)]) == [set()]
        again = [Finding(position=place, state=State.CREATED, record_id=place + 6) for place in (1, 2)]
        assert ledger.transact([partial(ledger.conclude, again)]) == [{7}]
        assert ledger.counts() == {State.CREATED: 1, State.SENT: 2}


def test_outcomes_are_a_sequence_that_reads_as_it_goes(path: Path) -> None:
    with bound(path) as ledger:
        ledger.transact([partial(ledger.intend, entries(0, 1203))])
        outcomes = ledger.outcomes()
    assert len(outcomes) == 1203
    assert [outcome.index for outcome in outcomes] == list(range(1203))
    assert outcomes[-1].index == 1202
    assert [outcome.index for outcome in outcomes[3:9]] == [3, 4, 5, 6, 7, 8]
    assert [outcome.index for outcome in outcomes[:6:2]] == [0, 2, 4]
    assert sum(1 for _ in outcomes.with_status("created")) == 0
    with pytest.raises(IndexError):
        outcomes[1203]
