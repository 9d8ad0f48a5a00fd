"""What the writing commands do, ask, refuse, and how they end."""

from __future__ import annotations

import json

import pytest

from .conftest import Shell


def test_an_edit_changes_what_it_is_told_and_nothing_else(shell: Shell) -> None:
    before = json.loads(shell("get", "invoices", "5", "--raw").out)
    done = shell("edit", "invoices", "5", "notes=paid by hand", "--fields", "id,notes")
    assert json.loads(done.out) == {"id": 5, "notes": "paid by hand"}
    after = json.loads(shell("get", "invoices", "5", "--raw").out)
    changed = {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}
    assert changed - {"modified", "InvoiceItem", "InvoiceTax"} == {"notes"}


def test_an_edit_of_a_field_that_does_not_exist_writes_nothing(shell: Shell) -> None:
    shell.emulator.journal.clear()
    done = shell("edit", "invoices", "5", "note=x")
    assert done.code == 2
    assert "did you mean notes?" in done.err
    assert not len(shell.emulator.journal)


def test_an_edit_takes_lines_whole_for_it_replaces_them_all(shell: Shell) -> None:
    shell.emulator.journal.clear()
    done = shell("edit", "invoices", "5", "items.quantity=3")
    assert (done.code, "give them whole: items='[…]'" in done.err) == (2, True)
    assert not shell.emulator.journal.matching("PUT *")


def test_a_document_is_created_from_flat_arguments(shell: Shell) -> None:
    line = ("items.item=Ink", "items.unit_price=9.50", "items.quantity=2", "items.item=Pen", "items.unit_price=1")
    created = shell("run", "invoices.create", "client_id=1", *line)
    assert created.code == 0, created.err
    number = json.loads(created.out)["id"]
    shown = json.loads(shell("get", "invoices", str(number), "--fields", "items.item,summary_total").out)
    assert shown == {"items.item": ["Ink", "Pen"], "summary_total": 20}


def test_an_edit_of_a_locked_invoice_tells_what_may_have_locked_it(shell: Shell) -> None:
    period = shell.emulator.store.insert("closed_period", {"date_to": "2099-12-31"})
    done = shell("edit", "invoices", "5", "notes=x")
    shell.emulator.store.erase("closed_period", period)
    assert done.code == 1
    assert "in a closed period" in done.err


def test_deleting_needs_yes_in_a_pipe(shell: Shell) -> None:
    number = json.loads(shell("run", "clients.create", "business_name=Short-lived").out)["id"]
    refused = shell("run", "clients.delete", f"id={number}")
    assert (refused.code, refused.out) == (2, "")
    assert "--yes" in refused.err
    assert shell("get", "clients", str(number)).code == 0
    assert shell("run", "clients.delete", f"id={number}", "--yes").code == 0
    assert shell("get", "clients", str(number)).code == 1


@pytest.mark.parametrize(("answer", "code"), [("n\n", 1), ("\n", 1), ("y\n", 0)])
def test_deleting_asks_on_a_terminal(shell: Shell, answer: str, code: int) -> None:
    number = json.loads(shell("run", "clients.create", "business_name=Asked").out)["id"]
    terminal = shell.terminal("run", "clients.delete", f"id={number}")
    terminal.until("[y/N]")
    terminal.type(answer)
    assert terminal.end().code == code
    assert shell("get", "clients", str(number)).code == (1 if code == 0 else 0)


def test_a_replacement_is_destructive_too(shell: Shell) -> None:
    done = shell("run", "clients.update", "id=1", "business_name=Only this")
    assert done.code == 2
    assert "every field that is not given is reset" in done.err.lower()


@pytest.mark.parametrize("method", ["PUT", "DELETE"])
def test_a_raw_call_that_destroys_needs_yes_as_well(shell: Shell, method: str) -> None:
    shell.emulator.journal.clear()
    assert shell("call", method, "/api2/clients/1.json", "--data", "{}").code == 2
    assert not len(shell.emulator.journal)


def test_a_body_comes_from_a_file_or_from_standard_input(shell: Shell) -> None:
    body = json.dumps({"Client": {"business_name": "From a file"}})
    (shell.home / "client.json").write_text(body)
    assert shell("run", "clients.create", "--data", "@client.json").code == 0
    assert shell("run", "clients.create", "--data", "-", stdin=body).code == 0
    assert shell("call", "POST", "/api2/clients.json", "--data", body).code == 0


def test_an_action_is_reached_by_its_name(shell: Shell) -> None:
    done = shell("run", "general_listing.get", "model=timezones")
    assert done.code in (0, 1)
    assert [entry.path for entry in shell.emulator.journal][-1] == "/api2/listing/timezones.json"


def test_the_servers_reasons_are_told_by_field(shell: Shell) -> None:
    done = shell("run", "invoices.create", "client_id=999999", 'items=[{"item":"Ink","unit_price":1,"quantity":1}]')
    assert (done.code, done.out) == (1, "")
    assert "Invoice.client_id: " in done.err


def test_a_wrong_key_says_what_to_do_and_not_the_key(shell: Shell) -> None:
    done = shell("whoami", env={**shell.account, "DAFTRA_API_KEY": "wrong-key-7"})
    assert done.code == 1
    assert "config set" in done.err
    assert "wrong-key-7" not in done.err


def test_a_host_that_does_not_answer_says_that_nothing_was_sent(shell: Shell) -> None:
    done = shell("call", "POST", "/api2/clients.json", env={**shell.account, "DAFTRA_BASE_URL": "http://127.0.0.1:9"})
    assert done.code == 1
    assert "Nothing was sent" in done.err
    assert "Connection failed: Cannot connect to host 127.0.0.1:9 [Connect call failed" in done.err


@pytest.mark.parametrize("place", ["acme/evil", "acme.daftra.com", "-acme"])
def test_a_subdomain_that_is_none_is_a_usage_error(shell: Shell, place: str) -> None:
    done = shell("whoami", env={"DAFTRA_SUBDOMAIN": place, "DAFTRA_API_KEY": "k"})
    assert done.code == 2
    assert "subdomain" in done.err


def test_a_write_whose_answer_is_lost_ends_as_unconfirmed(shell: Shell) -> None:
    shell.emulator.faults.script("POST /api2/clients.json", ["cut_after"])
    done = shell("run", "clients.create", "business_name=Perhaps")
    assert done.code == 3
    assert "look before sending it again" in done.err


def test_no_option_takes_a_credential(shell: Shell) -> None:
    from typer.main import get_command

    from daftra_async.cli.app import app

    def options(command: object) -> set[str]:
        inner = getattr(command, "commands", {}).values()
        own = {name for each in getattr(command, "params", ()) for name in each.opts}
        return own.union(*map(options, inner))

    found = options(get_command(app))
    assert "--base-url" in found
    assert not {name for name in found if any(word in name for word in ("key", "token", "secret"))} - {
        "--key",
        "--key-stdin",
    }


def test_a_page_in_the_place_of_an_answer_points_to_the_address(shell: Shell) -> None:
    shell.emulator.faults.script("GET /api2/site_info.json", ["html"])
    done = shell("whoami")
    assert (done.code, done.out) == (1, "")
    assert "Check the address: DAFTRA_SUBDOMAIN" in done.err
    assert "<html" not in done.err
