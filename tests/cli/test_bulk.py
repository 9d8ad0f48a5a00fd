"""``daftra bulk`` from end to end: checked, submitted, interrupted, resumed, audited."""

from __future__ import annotations

import json
import re
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from daftra_async.emulator import Emulator

from .conftest import PROGRAM, Shell
from .terminal import DEADLINE


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    """Slow enough per invoice that a run can be interrupted."""
    with Emulator(bulk_latency=0.01) as running:
        yield running
        assert running.app.failures == []


def draft(number: int, **main: Any) -> dict[str, Any]:
    return {
        "Invoice": {"client_id": 1, "date": "2026-09-25", "currency_code": "EGP", **main},
        "InvoiceItem": [{"item": "Ink", "unit_price": "9.50", "quantity": number}],
    }


def write(path: Path, drafts: list[dict[str, Any]]) -> Path:
    path.write_text("".join(json.dumps(each) + "\n" for each in drafts), encoding="utf-8")
    return path


def marks(emulator: Emulator, prefix: str) -> Counter[str]:
    found = (str(row.get("po_number") or "") for row in emulator.store.rows("invoice"))
    return Counter(mark for mark in found if mark.startswith(prefix))


def outcomes(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (path.parent / f"{path.name}.outcomes.jsonl").read_text().splitlines()]


def test_the_file_is_checked_shown_submitted_and_its_outcomes_written_beside_it(shell: Shell) -> None:
    path = write(shell.home / "june.jsonl", [draft(n, po_number=f"JUNE-{n}") for n in range(1, 61)])
    done = shell.process("bulk", "submit", "june.jsonl", "--yes")
    assert done.code == 0, done.err
    assert "60 invoices, dated 2026-09-25" in done.err
    assert "17,385.00 EGP" in done.err
    assert "to Emulated Trading Co." in done.err
    assert "60 created, 0 rejected, 0 unconfirmed" in done.err
    assert [each["index"] for each in outcomes(path)] == list(range(60))
    assert marks(shell.emulator, "JUNE-") == {f"JUNE-{n}": 1 for n in range(1, 61)}


def test_the_same_command_again_sends_nothing(shell: Shell) -> None:
    write(shell.home / "again.jsonl", [draft(n, po_number=f"AGAIN-{n}") for n in range(1, 4)])
    first = shell("bulk", "submit", "again.jsonl", "--yes")
    second = shell("bulk", "submit", "again.jsonl", "--yes")
    assert (first.code, second.code) == (0, 0)
    assert "nothing is sent twice" in second.err
    assert set(marks(shell.emulator, "AGAIN-").values()) == {1}


def test_a_field_that_the_documentation_does_not_know_is_sent_where_that_is_asked_for(shell: Shell) -> None:
    write(shell.home / "odd.jsonl", [draft(1, po_number="ODD-1", warehouse_note="north")])
    refused = shell("bulk", "submit", "odd.jsonl", "--yes")
    assert (refused.code, "warehouse_note" in refused.err) == (2, True)
    shell.emulator.journal.clear()
    shell("bulk", "submit", "odd.jsonl", "--yes", "--allow-unknown")
    (sent,) = shell.emulator.journal.matching("POST /api2/invoices/add_bulk.json")
    assert b'"warehouse_note":"north"' in sent.body


def test_a_file_with_problems_is_refused_with_their_lines_and_nothing_is_sent(shell: Shell) -> None:
    bad = [
        draft(1),
        {"Invoice": {"date": "2026-09-25"}, "InvoiceItem": []},
        draft(1, date="25/09/2026"),
        draft(1, cleint_email="a@b.example"),
        {"Invoice": {"client_id": 1}, "InvoiceItem": [{"item": "Ink", "unit_price": "12,50"}]},
        {"Invoice": {"client_id": 1}, "InvoiceItems": []},
        draft(1, po_number="TWICE"),
        draft(2, po_number="TWICE"),
    ]
    path = write(shell.home / "bad.jsonl", bad)
    with path.open("a") as file:
        file.write('{"Invoice": \n[1]\n')
    shell.emulator.journal.clear()
    done = shell("bulk", "submit", "bad.jsonl", "--yes")
    assert done.code == 2
    told = {int(match[1]): match[2] for match in re.finditer(r"^line (\d+): (.*)$", done.err, re.MULTILINE)}
    assert sorted(told) == [2, 3, 4, 5, 6, 8, 9, 10]
    assert "client_id" in told[2]
    assert "2026-09-25" in told[3]
    assert "did you mean client_email?" in told[4]
    assert "a number" in told[5]
    assert "did you mean InvoiceItem?" in told[6]
    assert "line 7" in told[8]
    assert not len(shell.emulator.journal)
    assert not (shell.home / "bad.jsonl.ledger").exists()


@pytest.mark.parametrize(
    ("line", "place", "remedy"),
    [
        ("{'client_id': 1}", "line 1", "write one object to a line, in UTF-8"),
        ("[]", "line 1", "a draft is a JSON object, not a list"),
        (
            '{"client_id": 1, "items": [{"itme": "Ink"}]}',
            "line 1",
            "items[0].itme: no field of InvoiceItem: did you mean item?",
        ),
        (
            '{"client_id": 1, "items": [{"unit_price": "9,50"}]}',
            "line 1",
            "items[0].unit_price='9,50': a number such as 12.50",
        ),
        ('{"date": "2026-06-30"}', "line 1", "client_id missing: no invoice can do without"),
        ('{"client_id": 1, "zzzzzz": 1}', "line 1", "zzzzzz: no field of Invoice"),
        ('{"client_id": 1, "date": "30/06/2026"}', "line 1", "a date as 2026-09-25 is needed"),
        ('{"Invoice": [], "InvoiceItem": []}', "line 1", "write its fields in braces"),
    ],
)
def test_a_problem_in_json_lines_names_its_line_and_what_to_do(
    shell: Shell, line: str, place: str, remedy: str
) -> None:
    (shell.home / "faulty.jsonl").write_text(line + "\n")
    done = shell("bulk", "submit", "faulty.jsonl", "--check")
    assert done.code == 2
    assert f"{place}: " in done.err
    assert remedy in done.err
    assert "`daftra ops invoices.create` lists the fields" in done.err


@pytest.mark.parametrize(
    ("text", "place", "remedy"),
    [
        ("client_id,client_id\n1,1\n", "line 1", "rename or remove one"),
        ("client_id;date\n1;2026-06-30\n", "line 1", "separate the columns by commas"),
        ("client_id,nots\n1,x\n", "line 1", "did you mean notes?"),
        ("client_id,notes\n1,a,b\n", "line 2", "put a cell with a comma in quotes"),
        ("client_id,notes\n1,a\n,b\n", "line 3", "client_id missing"),
        ('client_id,notes\n1,"a\n', "from line 2 on", "close an open quote"),
    ],
)
def test_a_problem_in_a_table_names_its_line_and_what_to_do(shell: Shell, text: str, place: str, remedy: str) -> None:
    code, told = checked(shell, text)
    assert code == 2
    assert place in told
    assert remedy in told


def test_check_sends_nothing(shell: Shell) -> None:
    write(shell.home / "check.jsonl", [draft(1)])
    shell.emulator.journal.clear()
    done = shell("bulk", "submit", "check.jsonl", "--check", env={})
    assert (done.code, "Nothing was sent" in done.err) == (0, True)
    assert not len(shell.emulator.journal)


def test_a_pipe_needs_yes(shell: Shell) -> None:
    write(shell.home / "ask.jsonl", [draft(1, po_number="ASK-1")])
    done = shell("bulk", "submit", "ask.jsonl")
    assert (done.code, "--yes" in done.err) == (2, True)
    assert not marks(shell.emulator, "ASK-")


def test_a_wrong_key_is_found_before_the_ledger_is_begun(shell: Shell) -> None:
    write(shell.home / "key.jsonl", [draft(1)])
    done = shell("bulk", "submit", "key.jsonl", "--yes", env={**shell.account, "DAFTRA_API_KEY": "wrong"})
    assert done.code == 1
    assert not (shell.home / "key.jsonl.ledger").exists()


def test_csv_rows_become_documents_with_lines(shell: Shell) -> None:
    text = (
        "Client No,date,po_number,items.item,items.unit_price,items.quantity,Comment\n"
        "1,2026-09-25,CSV-1,Paper,12.50,3,x\n"
        "1,2026-09-25,CSV-1,كرسي,420.5,1,\n"
        "2,2026-09-26,CSV-2,Ink,9.5,2,y\n"
    )
    (shell.home / "june.csv").write_text("\ufeff" + text, encoding="utf-8")
    words = ("--group-by", "po_number", "--column", "Client No=client_id", "--ignore", "Comment")
    done = shell("bulk", "submit", "june.csv", *words, "--yes")
    assert done.code == 0, done.err
    assert "2 invoices for 2 clients, dated 2026-09-25 to 2026-09-26" in done.err
    first = next(row for row in shell.emulator.store.rows("invoice") if row.get("po_number") == "CSV-1")
    told = json.loads(shell("get", "invoices", str(first["id"])).out)
    assert [(line["item"], line["unit_price"]) for line in told["items"]] == [("Paper", 12.5), ("كرسي", 420.5)]


def test_rows_of_one_document_that_contradict_each_other_are_a_problem(shell: Shell) -> None:
    (shell.home / "odd.csv").write_text("client_id,po_number,items.item\n1,ODD-1,Ink\n2,ODD-1,Pen\n")
    done = shell("bulk", "submit", "odd.csv", "--group-by", "po_number", "--check")
    assert done.code == 2
    assert "line 3: client_id='2', but the rows before" in done.err


def checked(shell: Shell, text: str, *words: str) -> tuple[int, str]:
    (shell.home / "table.csv").write_text(text, encoding="utf-8")
    done = shell("bulk", "submit", "table.csv", *words, "--check")
    return done.code, done.err


@pytest.mark.parametrize(
    ("column", "told"),
    [
        ("Comment", "(rename it with `--column 'Comment=FIELD'` or leave it out with `--ignore 'Comment'`)"),
        ("client_emial", "did you mean client_email?"),
        ("items.unit_prize", "did you mean items.unit_price?"),
        ("itemz.item", "did you mean items.item?"),
        ("notes;terms", "separate the columns by commas"),
    ],
)
def test_a_column_that_is_no_field_is_told_once_for_all_rows(shell: Shell, column: str, told: str) -> None:
    code, said = checked(shell, f"client_id,{column}\n" + "1,x\n" * 30)
    assert (code, "1 problem in table.csv" in said) == (2, True)
    assert said.count(f"column '{column}': ") == 1
    assert told in said


@pytest.mark.parametrize("option", ["--group-by", "--ignore", "--column"])
def test_an_option_that_names_no_column_is_refused(shell: Shell, option: str) -> None:
    value = "client_idd=client_id" if option == "--column" else "client_idd"
    code, said = checked(shell, "client_id,items.item\n1,Ink\n1,Pen\n", option, value)
    assert (code, "has no such column: did you mean client_id?" in said) == (2, True)


def test_rows_of_one_document_that_stand_apart_are_a_problem(shell: Shell) -> None:
    code, said = checked(shell, "client_id,order,items.item\n1,A,Ink\n1,B,Pen\n1,A,Paper\n", "--group-by", "order")
    assert (code, "line 4: order=A again after line 2" in said) == (2, True)


def test_a_header_that_names_a_column_twice_is_refused(shell: Shell) -> None:
    code, said = checked(shell, "client_id,notes,notes\n1,a,b\n")
    assert (code, "the column 'notes' is there twice" in said) == (2, True)


def test_a_parquet_file_with_nested_lines_is_read(shell: Shell) -> None:
    pa, pq = import_module("pyarrow"), import_module("pyarrow.parquet")
    rows = [{"client_id": 1, "po_number": "PQ-1", "items": [{"item": "Ink", "unit_price": 9.5, "quantity": 2}]}]
    pq.write_table(pa.Table.from_pylist(rows), shell.home / "june.parquet")
    done = shell("bulk", "submit", "june.parquet", "--yes")
    assert done.code == 0, done.err
    assert marks(shell.emulator, "PQ-") == {"PQ-1": 1}


def test_rejected_drafts_end_the_run_with_one_and_their_reasons_can_be_seen(shell: Shell) -> None:
    write(shell.home / "mixed.jsonl", [draft(1, po_number="MIX-1"), draft(2, po_number="MIX-2", client_id=999_999)])
    done = shell("bulk", "submit", "mixed.jsonl", "--yes")
    assert (done.code, "1 created, 1 rejected" in done.err) == (1, True)
    status = shell("bulk", "status", "mixed.jsonl")
    told = json.loads(status.out)
    assert (status.code, told["created"], told["rejected"], told["finished"]) == (1, 1, 1, True)
    (refused,) = map(json.loads, shell("bulk", "status", "mixed.jsonl", "--open").out.splitlines())
    assert (refused["key"], "client_id" in refused["error"]) == ("MIX-2", True)


def test_ctrl_c_in_the_middle_says_how_to_resume_and_resuming_loses_and_doubles_nothing(shell: Shell) -> None:
    write(shell.home / "long.jsonl", [draft(n) for n in range(1, 301)])
    shell.emulator.journal.clear()
    before = shell.emulator.store.count("invoice")
    terminal = shell.terminal("bulk", "submit", "long.jsonl", "--concurrency", "2", "--settle", "1", width=120)
    terminal.until("Submit 300 invoices?")
    terminal.type("y\n")
    sent = "POST /api2/invoices/add_bulk.json"
    terminal.until(lambda: len([each for each in shell.emulator.journal.matching(sent) if each.ids]) >= 3)
    terminal.type("\x03")
    stopped = terminal.end()
    assert stopped.code == 130
    assert "To go on, without sending anything twice: `daftra bulk resume long.jsonl`" in " ".join(stopped.out.split())
    assert re.search(r"Stopped with \d+ of 300 settled, \d+ on the way\.", stopped.out)
    assert "Traceback" not in stopped.out
    # What the library logs speaks to programmers: "make the same call with ledger=…".
    assert "the same call" not in stopped.out
    assert shell("bulk", "status", "long.jsonl").code == 3
    done = shell("bulk", "resume", "long.jsonl")
    assert done.code == 0, done.err
    assert "on the way when the last run stopped.\nThe server gets 1 s to finish" in done.err
    assert "300 created, 0 rejected, 0 unconfirmed: see long.jsonl.outcomes.jsonl" in done.err
    assert shell.emulator.store.count("invoice") - before == 300
    audited = shell("bulk", "audit", "long.jsonl")
    assert (audited.code, audited.out) == (0, "")
    assert "300 created drafts" in audited.err


def test_a_terminated_run_ends_like_an_interrupted_one(shell: Shell) -> None:
    write(shell.home / "term.jsonl", [draft(n, po_number=f"TERM-{n}") for n in range(1, 201)])
    shell.emulator.journal.clear()
    words = ("bulk", "submit", "term.jsonl", "--yes", "--concurrency", "1", "--settle", "1")
    running = subprocess.Popen(
        [*PROGRAM, *words], stderr=subprocess.PIPE, text=True, cwd=shell.home, env=shell.environment(None)
    )
    deadline = time.monotonic() + DEADLINE
    while not shell.emulator.journal.matching("POST /api2/invoices/add_bulk.json"):
        assert time.monotonic() < deadline
        time.sleep(0.01)
    running.terminate()
    _, told = running.communicate(timeout=DEADLINE)
    assert running.returncode == 130
    assert "daftra bulk resume term.jsonl" in told
    assert shell("bulk", "resume", "term.jsonl").code == 0
    assert marks(shell.emulator, "TERM-") == {f"TERM-{n}": 1 for n in range(1, 201)}


def test_documents_without_a_bulk_endpoint_are_submitted_one_by_one(shell: Shell) -> None:
    estimates = [
        {
            "Estimate": {"client_id": 1, "no": f"EST-{n}"},
            "InvoiceItem": [{"item": "Ink", "unit_price": 1, "quantity": n}],
        }
        for n in range(1, 4)
    ]
    write(shell.home / "estimates.jsonl", estimates)
    done = shell("bulk", "submit", "estimates.jsonl", "--resource", "estimates", "--key", "no", "--yes")
    assert done.code == 0, done.err
    assert "3 created" in done.err


def test_the_key_is_that_of_the_resource(shell: Shell) -> None:
    write(shell.home / "clients.jsonl", [{"Client": {"business_name": f"Client {n}"}} for n in range(1, 4)])
    done = shell("bulk", "submit", "clients.jsonl", "--resource", "clients", "--yes")
    assert done.code == 0, done.err
    assert "each gets a client_number by which it is found again" in done.err
    assert "3 created" in done.err
    refused = shell("bulk", "submit", "clients.jsonl", "--resource", "clients", "--key", "po_number", "--check")
    assert (refused.code, "for clients give client_number or notes" in refused.err) == (2, True)


def test_the_same_drafts_meant_once_more_need_another_name(shell: Shell) -> None:
    path = write(shell.home / "twice.jsonl", [draft(1), draft(2)])
    assert "2 created" in shell("bulk", "submit", "twice.jsonl", "--yes").err
    before = [each["id"] for each in outcomes(path)]
    (shell.home / "twice.jsonl.ledger").unlink()
    assert "2 created" in shell("bulk", "submit", "twice.jsonl", "--settle", "0.1", "--yes").err
    assert [each["id"] for each in outcomes(path)] == before
    (shell.home / "twice.jsonl.ledger").unlink()
    assert "2 created" in shell("bulk", "submit", "twice.jsonl", "--name", "once more", "--yes").err
    assert not {each["id"] for each in outcomes(path)} & {*before}


def test_what_cannot_be_found_again_by_a_key_cannot_be_submitted_in_bulk(shell: Shell) -> None:
    write(shell.home / "stores.jsonl", [{"Store": {"name": "Nile"}}])
    done = shell("bulk", "submit", "stores.jsonl", "--resource", "stores", "--yes")
    assert (done.code, "daftra run stores.create" in done.err) == (2, True)


def test_an_audit_names_what_is_gone(shell: Shell) -> None:
    path = write(shell.home / "gone.jsonl", [draft(n, po_number=f"GONE-{n}") for n in range(1, 4)])
    assert shell("bulk", "submit", "gone.jsonl", "--yes").code == 0
    number = outcomes(path)[1]["id"]
    assert shell("run", "invoices.delete", f"id={number}", "--yes").code == 0
    done = shell("bulk", "audit", "gone.jsonl")
    assert done.code == 1
    (finding,) = map(json.loads, done.out.splitlines())
    assert (finding["finding"], finding["key"], finding["expected_id"]) == ("missing", "GONE-2", number)


def test_a_run_of_one_branch_is_audited_there(shell: Shell) -> None:
    write(shell.home / "branch.jsonl", [draft(n, po_number=f"BR-{n}") for n in range(1, 4)])
    assert shell("bulk", "submit", "branch.jsonl", "--yes", "--branch", "1").code == 0
    assert shell("bulk", "audit", "branch.jsonl", "--branch", "1").code == 0
    elsewhere = shell("bulk", "audit", "branch.jsonl")
    assert elsewhere.code == 2
    assert "the ledger belongs to" in elsewhere.err


def test_a_changed_file_is_not_resumed(shell: Shell) -> None:
    path = write(shell.home / "changed.jsonl", [draft(n, po_number=f"CH-{n}") for n in range(1, 4)])
    assert shell("bulk", "submit", "changed.jsonl", "--yes").code == 0
    write(path, [draft(9, po_number=f"CH-{n}") for n in range(1, 4)])
    done = shell("bulk", "resume", "changed.jsonl")
    assert done.code == 1
    assert "another input" in done.err
    assert set(marks(shell.emulator, "CH-").values()) == {1}


@pytest.mark.parametrize("command", ["resume", "status", "audit"])
def test_a_file_that_was_never_submitted_says_so(shell: Shell, command: str) -> None:
    done = shell("bulk", command, "nothing.jsonl")
    assert done.code == 2
    assert "nothing was submitted from here" in done.err
