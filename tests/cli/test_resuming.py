"""A ledger is only data: whoever wrote it, resuming reads and writes beside it and nowhere else."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from daftra_async._bulk.ledger import Ledger

from .conftest import Shell
from .terminal import Ended
from .test_bulk import draft, outcomes, write


def submitted(shell: Shell, name: str) -> Path:
    """A file of two drafts whose run is done; its ledger is beside it."""
    marks = [f"{shell.home.name}-{name}-{n}" for n in (1, 2)]
    path = shell.home / name
    if path.suffix == ".csv":
        path.write_text("client_id,po_number\n" + "".join(f"1,{mark}\n" for mark in marks))
    else:
        write(path, [draft(n, po_number=mark) for n, mark in enumerate(marks, start=1)])
    done = shell("bulk", "submit", name, "--yes")
    assert done.code == 0, done.err
    return path


def plan_of(ledger: Path, changed: Callable[[str], str]) -> None:
    """Change the plan that the ledger keeps, checksums and all."""
    with Ledger(ledger) as kept:
        kept.set_fact("command", changed(str(kept.fact("command"))))


def with_fields(**fields: Any) -> Callable[[str], str]:
    return lambda text: json.dumps({**json.loads(text), **fields})


def test_a_plan_that_names_another_file_has_nothing_read_and_nothing_written_there(
    shell: Shell, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = submitted(shell, "mine.jsonl")
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    write(elsewhere / "theirs.jsonl", [draft(3, po_number="THEIRS-1")])
    plan_of(path.with_name("mine.jsonl.ledger"), with_fields(source=str(elsewhere / "theirs.jsonl")))
    (shell.home / "mine.jsonl.outcomes.jsonl").unlink()
    done = shell("bulk", "resume", "mine.jsonl.ledger")
    assert done.code == 0, done.err
    assert [each["key"] for each in outcomes(path)] == [f"{shell.home.name}-mine.jsonl-{n}" for n in (1, 2)]
    assert [each.name for each in elsewhere.iterdir()] == ["theirs.jsonl"]


def test_a_ledger_that_was_moved_wants_its_file_beside_it(shell: Shell) -> None:
    path = submitted(shell, "moved.jsonl")
    there = shell.home / "there"
    there.mkdir()
    path.with_name("moved.jsonl.ledger").rename(there / "moved.jsonl.ledger")
    done = shell("bulk", "resume", "there/moved.jsonl.ledger")
    assert (done.code, "beside its ledger" in done.err) == (2, True)
    path.rename(there / "moved.jsonl")
    assert shell("bulk", "resume", "there/moved.jsonl.ledger").code == 0
    assert len(outcomes(there / "moved.jsonl")) == 2


def test_outcomes_are_the_owners_alone_and_never_follow_a_link(shell: Shell) -> None:
    path = submitted(shell, "link.jsonl")
    written = shell.home / "link.jsonl.outcomes.jsonl"
    assert written.stat().st_mode & 0o777 == 0o600
    victim = shell.home / "victim"
    victim.write_text("precious")
    written.unlink()
    written.symlink_to(victim)
    assert shell("bulk", "resume", "link.jsonl").code == 0
    assert victim.read_text() == "precious"
    assert (written.is_symlink(), written.stat().st_mode & 0o777, len(outcomes(path))) == (False, 0o600, 2)


def test_outcomes_are_replaced_whole(shell: Shell) -> None:
    submitted(shell, "whole.jsonl")
    written = shell.home / "whole.jsonl.outcomes.jsonl"
    before = written.stat().st_ino
    reader = written.open()
    assert shell("bulk", "resume", "whole.jsonl").code == 0
    with reader:
        assert len(reader.readlines()) == 2
    assert written.stat().st_ino != before
    assert sorted(each.name for each in shell.home.glob(".*outcomes*")) == []


@pytest.mark.parametrize("command", ["submit", "resume", "status"])
def test_a_ledger_that_is_a_link_is_refused(shell: Shell, command: str) -> None:
    path = submitted(shell, f"led-{command}.jsonl")
    ledger = path.with_name(path.name + ".ledger")
    real = ledger.rename(shell.home / f"real-{command}")
    ledger.symlink_to(real)
    words = ["--yes"] if command == "submit" else []
    done = shell("bulk", command, path.name, *words)
    assert (done.code, "is a link" in done.err) == (2, True)


def refused(done: Ended) -> str:
    assert done.code == 2, done.err
    assert "is damaged" in done.err
    assert "daftra bulk submit" in done.err
    assert "Traceback" not in done.err
    return done.err


@pytest.mark.parametrize(
    "changed",
    [
        lambda text: text[:-5],
        lambda text: "",
        lambda text: "[]",
        lambda text: "null",
        lambda text: "[" * 100_000,
        lambda text: '{"resource": "\ufffd',
        with_fields(resource=["invoices"]),
        with_fields(chunk_size="fifty"),
        with_fields(chunk_size=0),
        with_fields(chunk_size=10**12),
        with_fields(concurrency=-1),
        with_fields(concurrency=1.5),
        with_fields(settle=-1),
        with_fields(settle="soon"),
        with_fields(columns=[1, 2]),
        with_fields(ignore="all"),
        with_fields(allow_unknown="perhaps"),
        with_fields(key=5),
    ],
)
def test_a_plan_that_is_damaged_is_refused_with_what_to_do(shell: Shell, changed: Callable[[str], str]) -> None:
    path = submitted(shell, "damaged.jsonl")
    plan_of(path.with_name("damaged.jsonl.ledger"), changed)
    refused(shell("bulk", "resume", "damaged.jsonl"))
    assert shell("bulk", "submit", "damaged.jsonl", "--yes").code == 0


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"resource": "__class__"}, "there is no resource"),
        ({"resource": "aclose"}, "there is no resource"),
        ({"key": "id"}, "--key id"),
        ({"columns": ["nonsense"]}, "COLUMN=FIELD"),
    ],
)
def test_a_plan_that_asks_for_what_is_not_there_is_refused(shell: Shell, fields: dict[str, Any], told: str) -> None:
    path = submitted(shell, "odd.csv") if "columns" in fields else submitted(shell, "odd.jsonl")
    plan_of(path.with_name(path.name + ".ledger"), with_fields(**fields))
    done = shell("bulk", "resume", path.name)
    assert (done.code, told in done.err) == (2, True), done.err
