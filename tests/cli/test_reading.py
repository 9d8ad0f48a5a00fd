"""What the reading commands print, on a terminal and in a pipe."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys

import pytest

from daftra_async.cli.exits import Refusal
from daftra_async.cli.rows import refuse_unknown

from .conftest import PROGRAM, Shell
from .terminal import DEADLINE

STYLES = re.compile(r"\x1b\[\d*m")


def rows(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def test_whoami_says_which_account_answers_and_where_the_key_came_from(shell: Shell) -> None:
    done = shell.process("whoami")
    assert done.code == 0
    (told,) = rows(done.out)
    assert told["business_name"] == "Emulated Trading Co."
    assert told["credential"] == "environment"
    assert shell.emulator.api_key not in done.out + done.err


def test_a_list_in_a_pipe_is_json_lines_and_says_on_stderr_that_there_is_more(shell: Shell) -> None:
    done = shell.process("list", "invoices", "--max", "3")
    assert [row["id"] for row in rows(done.out)] == [24, 23, 22]
    assert "first 3 of 24" in done.err


def test_all_is_every_row_once(shell: Shell) -> None:
    done = shell("list", "invoices", "limit=5", "--all", "--fields", "id")
    assert sorted(int(str(row["id"])) for row in rows(done.out)) == list(range(1, 25))


def test_filters_are_typed_and_enums_have_names(shell: Shell) -> None:
    shell.emulator.journal.clear()
    done = shell("list", "invoices", "payment_status=unpaid", "date_from=2026-03-01", "-n", "5")
    assert done.code == 0
    query = dict(shell.emulator.journal[0].query)
    assert (query["payment_status"], query["date_from"]) == ("0", "2026-03-01")


def test_v2_filters_are_written_as_the_server_has_them(shell: Shell) -> None:
    shell.emulator.journal.clear()
    assert shell("list", "brands", "filter[name][like]=Nile", "sort[id]=desc").code == 0
    query = dict(shell.emulator.journal[0].query)
    assert (query["filter[name][like]"], query["sort[id]"]) == ("Nile", "desc")


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["list", "invoices", "payment_state=0"], "payment_status"),
        (["list", "invoice"], "invoices"),
        (["list", "invoices", "date_from=25/09/2026"], "2026-09-25"),
        (["list", "invoices", "client_id=acme"], "a whole number"),
        (["run", "invoices.creat"], "create"),
        (["get", "site", "1"], "site.get"),
    ],
    ids=["parameter", "resource", "date", "number", "operation", "id"],
)
def test_what_cannot_be_meant_is_refused_with_a_hint_before_anything_is_sent(
    shell: Shell, words: list[str], hint: str
) -> None:
    shell.emulator.journal.clear()
    done = shell(*words)
    assert done.code == 2
    assert hint in done.err
    assert done.out == ""
    assert not len(shell.emulator.journal)


def test_amounts_keep_every_digit(shell: Shell) -> None:
    created = shell("run", "invoices.create", "client_id=1", 'items=[{"item":"Ink","unit_price":12.3456,"quantity":1}]')
    number = rows(created.out)[0]["id"]
    assert '"unit_price": 12.3456' in shell("get", "invoices", str(number), "--format", "json").out


def test_csv_has_a_header_and_makes_formulas_harmless(shell: Shell) -> None:
    number = rows(shell("run", "clients.create", "business_name==HYPERLINK(1)").out)[0]["id"]
    done = shell("get", "clients", str(number), "--fields", "id,business_name", "--format", "csv")
    assert list(csv.reader(io.StringIO(done.out))) == [["id", "business_name"], [str(number), "'=HYPERLINK(1)"]]


def test_json_is_one_document(shell: Shell) -> None:
    assert len(json.loads(shell("list", "clients", "-n", "2", "--format", "json").out)) == 2


def test_raw_is_what_the_server_sent(shell: Shell) -> None:
    told = rows(shell("get", "clients", "1", "--raw").out)[0]
    assert told["id"] == "1"
    assert rows(shell("get", "clients", "1").out)[0]["id"] == 1


def test_a_table_on_a_terminal_keeps_to_its_width_and_knows_colour(shell: Shell) -> None:
    done = shell.terminal("list", "invoices", "-n", "5", width=70).end()
    assert done.code == 0
    plain = done.out.replace("\x1b[1m", "").replace("\x1b[0m", "").replace("\x1b[2m", "")
    assert "\x1b[1m" in done.out
    lines = [line for line in plain.splitlines() if "--all" not in line]
    assert lines[0].split()[:3] == ["id", "no", "client_business_name"]
    assert "summary_total" in lines[0]
    assert max(map(len, lines)) <= 70


@pytest.mark.parametrize("words", [("list", "clients", "-n", "2"), ("get", "clients", "1")])
def test_a_field_that_no_record_has_is_refused(shell: Shell, words: tuple[str, ...]) -> None:
    for form in ("table", "jsonl", "csv"):
        done = shell(*words, "--fields", "id,emial", "--format", form)
        assert (done.code, done.out, "did you mean email?" in done.err) == (2, "", True)


def test_a_field_of_a_related_record_that_is_not_there_is_empty() -> None:
    refuse_unknown(["client.business_name"], [{"id": 1, "client": None}])
    with pytest.raises(Refusal, match=r"did you mean client\.name"):
        refuse_unknown(["client.nmae"], [{"id": 1, "client": None}, {"id": 2, "client": {"name": "Nile"}}])


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv"])
def test_fields_have_the_names_of_the_drafts_whatever_the_form(shell: Shell, form: str) -> None:
    fields = "id,client.business_name,items.quantity,available_online"
    done = shell("get", "invoices", "1", "--fields", fields.removesuffix(",available_online"), "--format", form)
    assert done.code == 0, done.err
    assert "client.business_name" in done.out
    assert "items.quantity" in done.out
    whole = shell("get", "products", "1", "--format", form).out
    assert "available_online" in whole
    assert "availabe_online" not in whole


def test_what_is_shown_can_be_written_again_under_the_same_names(shell: Shell) -> None:
    (invoice,) = rows(shell("get", "invoices", "1", "--format", "jsonl").out)
    lines = [{name: line[name] for name in ("item", "unit_price", "quantity")} for line in invoice["items"]]  # type: ignore[attr-defined]
    (shell.home / "again.jsonl").write_text(json.dumps({"client_id": invoice["client_id"], "items": lines}))
    assert shell("bulk", "submit", "again.jsonl", "--check").code == 0


@pytest.mark.parametrize(
    ("field", "meant"),
    [("Client.email", "client.email"), ("InvoiceItem", "items"), ("InvoiceItem.quantity", "items.quantity")],
)
def test_a_servers_own_name_is_refused_with_the_name_that_is_meant(shell: Shell, field: str, meant: str) -> None:
    done = shell("get", "invoices", "1", "--fields", field)
    assert (done.code, f"did you mean {meant}?" in done.err) == (2, True)


@pytest.mark.parametrize("width", [24, 40, 60])
def test_a_narrow_terminal_shows_the_amount_whole(shell: Shell, width: int) -> None:
    done = shell.terminal("list", "invoices", "-n", "5", "-q", width=width).end()
    head, *lines = STYLES.sub("", done.out).splitlines()
    assert head.split()[0] == "id"
    assert "summary_total" in head
    assert max(map(len, [head, *lines])) <= width
    amounts = [
        str(row["summary_total"]) for row in rows(shell("list", "invoices", "-n", "5", "--fields", "summary_total").out)
    ]
    assert all(amount in line for amount, line in zip(amounts, lines, strict=True))


def test_an_amount_that_was_asked_for_is_never_cut(shell: Shell) -> None:
    fields = "client_business_name,summary_total,summary_unpaid,summary_paid"
    done = shell.terminal("list", "invoices", "-n", "9", "-q", "--fields", fields, width=30).end()
    amounts = [str(row["summary_total"]) for row in rows(shell("list", "invoices", "-n", "9", "--fields", fields).out)]
    assert all(amount in done.out.split() for amount in amounts)


@pytest.mark.parametrize("width", [20, 40, 60])
def test_a_message_breaks_between_words_and_never_inside_a_command(shell: Shell, width: int) -> None:
    words = ("list", "invoices", "paymnt_status=unpaid")
    whole = shell.process(*words).err.strip()
    assert "\n" not in whole
    shown = STYLES.sub("", shell.terminal(*words, width=width).end().out).strip()
    lines = shown.splitlines()
    assert len(lines) > 1
    assert " ".join(line.strip() for line in lines) == whole
    assert "`daftra ops invoices.list`" in shown
    assert all(len(line) <= width for line in lines if "`" not in line)


def test_no_color_is_respected(shell: Shell) -> None:
    done = shell.terminal("list", "invoices", "-n", "5", env={**shell.account, "NO_COLOR": "1"}).end()
    assert "000024" in done.out
    assert "\x1b[3" not in done.out


def test_one_record_on_a_terminal_shows_its_lines_below(shell: Shell) -> None:
    done = shell.terminal("get", "invoices", "1", env={**shell.account, "NO_COLOR": "1", "TERM": "dumb"}).end()
    assert "Partially Paid" in done.out
    assert done.out.index("\nitems") < done.out.index("Ink cartridge")


def test_escape_sequences_in_a_record_do_not_reach_the_terminal(shell: Shell) -> None:
    name = "\x1b]0;owned\x07\x1b[2J\u202eevil"
    number = rows(shell("run", "clients.create", "--data", json.dumps({"Client": {"business_name": name}})).out)[0][
        "id"
    ]
    done = shell.terminal("get", "clients", str(number), env={**shell.account, "NO_COLOR": "1", "TERM": "dumb"}).end()
    assert "owned" in done.out
    assert not set("\x1b\x07\u202e") & set(done.out)


def test_a_csv_drives_no_terminal_and_is_exact_everywhere_else(shell: Shell) -> None:
    name = "\x1b[2Jgone\x9b1m\u202eevil"
    body = json.dumps({"Client": {"business_name": name}})
    number = str(rows(shell("run", "clients.create", "--data", body).out)[0]["id"])
    words = ("get", "clients", number, "--format", "csv", "--fields", "id,business_name")
    shown = shell.terminal(*words).end()
    assert "gone" in shown.out
    assert not set("\x1b\x9b\u202e") & set(shown.out)
    piped = shell.process(*words)
    assert list(csv.reader(io.StringIO(piped.out)))[1] == [number, name]


@pytest.mark.parametrize(
    "words",
    [("list", "invoices", "limit=2", "--all"), ("list", "invoices", "limit=2", "--all", "--format", "csv")],
    ids=["JSON lines", "CSV"],
)
def test_rows_go_where_stdout_leads_while_the_terminal_shows_progress(shell: Shell, words: tuple[str, ...]) -> None:
    file = shell.home / "rows"
    shown = shell.terminal(*words, out=file).end()
    assert shown.code == 0
    assert file.read_text().count("Nile Paper Trading") >= 3
    assert "Nile Paper Trading" not in shown.out


def test_a_reader_that_leaves_early_is_no_error(shell: Shell) -> None:
    writing = subprocess.Popen(
        [*PROGRAM, "list", "invoices", "limit=2", "--all"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=shell.environment(None),
    )
    assert writing.stdout is not None
    assert writing.stderr is not None
    os.read(writing.stdout.fileno(), 1)
    writing.stdout.close()
    assert writing.stderr.read() == b""
    writing.stderr.close()
    assert writing.wait() == 0


@pytest.mark.parametrize("format", ["table", "json", "jsonl", "csv"])
@pytest.mark.parametrize("words", ["get invoices 1", "list invoices", "ops invoices"])
def test_a_reader_that_never_came_is_no_error(shell: Shell, words: str, format: str) -> None:
    writing = subprocess.Popen(
        [*PROGRAM, *words.split(), "--format", format],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=shell.environment(None),
    )
    assert writing.stdout is not None
    writing.stdout.close()
    assert (writing.wait(timeout=DEADLINE), writing.stderr.read() if writing.stderr else b"") == (0, b"")
    if writing.stderr:
        writing.stderr.close()


def test_ops_keeps_the_names_where_there_is_little_room(shell: Shell) -> None:
    done = shell.terminal("ops", "brands", env={"NO_COLOR": "1", "TERM": "dumb", "COLUMNS": "40"}, width=40).end()
    assert "brands.create" in done.out


def test_ops_reaches_every_documented_operation(shell: Shell) -> None:
    from daftra_async import OPERATIONS

    found = rows(shell("ops").out)
    assert {row["operation"] for row in found} == {operation.id for operation in OPERATIONS}
    assert [row["operation"] for row in rows(shell("ops", "bookings", "convert").out)] == [
        "bookings.convert_to_invoice"
    ]


def test_ops_shows_what_one_operation_takes(shell: Shell) -> None:
    told = rows(shell("ops", "invoices.list").out)[0]
    assert {
        "name": "date_from",
        "takes": "a date as 2026-09-25",
        "required": False,
        "meaning": "Earliest date.",
    } in told["parameters"]  # type: ignore[operator]


def test_ops_says_what_every_field_means_also_those_of_a_line_and_of_what_comes_back(shell: Shell) -> None:
    (told,) = rows(shell("ops", "invoices.create").out)
    fields = {field["name"]: field for field in told["body"]}  # type: ignore[attr-defined]
    assert fields["client_id"] == {
        "name": "client_id",
        "takes": "a whole number",
        "required": True,
        "meaning": "The client's id.",
    }
    assert fields["items.quantity"]["meaning"] == "How many units."
    shown = shell("ops", "invoices.create", "--format", "table").out
    assert "client_id" in shown
    assert "a whole number, required. The client's id." in " ".join(shown.split())
    (told,) = rows(shell("ops", "invoices.get").out)
    results = {field["name"]: field for field in told["result"]}  # type: ignore[attr-defined]
    assert results["payment_status"]["meaning"] == "How much of it is paid."
    assert "`daftra ops invoices.get`" in shell("ops", "invoices.list", "--format", "table").out
    meaning = {field["name"]: field["meaning"] for field in rows(shell("ops", "brands.list").out)[0]["parameters"]}  # type: ignore[attr-defined]
    assert meaning["level"].endswith("-1 loads none.")


def test_help_has_examples_and_the_exit_codes(shell: Shell) -> None:
    told = shell("--help").out
    assert "daftra list invoices" in told
    assert "130 interrupted" in " ".join(told.split())
    assert "daftra list brands 'filter[name][like]=Nile' 'sort[id]=desc'" in shell("list", "--help").out


def test_help_keeps_the_options_of_the_account_apart_and_says_every_command_in_a_whole_sentence(shell: Shell) -> None:
    told = shell("list", "--help").out
    assert told.index("\nOptions:") < told.index("\nAccount:") < told.index("--profile") < told.index("Examples:")
    assert "..." not in shell("--help").out.partition("Commands:")[2]


def test_the_emulators_help_lists_its_switches(shell: Shell) -> None:
    told = shell("emulator", "--help").out
    assert "refuse_unknown_fields = true  (or false)" in told
    assert "--allow-host NAME" in told


def test_starting_the_command_loads_no_client_no_model_and_no_http_library() -> None:
    program = (
        "import sys, daftra_async.cli.app; "
        "print([name for name in sys.modules if name.startswith(('daftra_async._generated.models', "
        "'daftra_async._generated', 'daftra_async._wire', 'daftra_async._http', 'daftra_async.client', 'httpx', "
        "'aiohttp', 'asyncio', 'attr', 'msgspec', 'rich', 'sqlite3', 'pyarrow', 'starlette'))])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_package_itself_loads_neither_typer_nor_rich() -> None:
    program = "import sys, daftra_async, daftra_async.client; print({'typer', 'rich', 'click'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
