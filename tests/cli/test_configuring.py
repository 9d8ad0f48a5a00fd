"""Profiles: where they are kept, who can read them, and that no secret comes out of them."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from daftra_async.cli.profiles import Profiles, load, save

from .conftest import Shell


def make(shell: Shell, name: str = "acme", key: str | None = None) -> Path:
    key = key or shell.emulator.api_key
    done = shell("config", "set", name, "--base-url", shell.emulator.url, "--key-stdin", env={}, stdin=key + "\n")
    assert done.code == 0, done.err
    assert key not in done.out + done.err
    return shell.home / ".config" / "daftra" / "config.toml"


def test_a_profile_is_kept_where_xdg_says_and_only_its_owner_reads_it(shell: Shell) -> None:
    path = make(shell)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert shell("config", "path", env={}).out.strip() == str(path)
    elsewhere = {"XDG_CONFIG_HOME": str(shell.home / "xdg")}
    assert shell("config", "path", env=elsewhere).out.strip() == str(shell.home / "xdg/daftra/config.toml")


def test_the_first_profile_is_used_when_nothing_else_is_said(shell: Shell) -> None:
    make(shell)
    told = json.loads(shell("whoami", env={}).out)
    assert (told["host"], told["credential"]) == (shell.emulator.url, "profile acme")


def test_the_environment_wins_over_the_default_and_an_option_over_both(shell: Shell) -> None:
    make(shell)
    assert json.loads(shell("whoami").out)["credential"] == "environment"
    assert json.loads(shell("whoami", "--profile", "acme").out)["credential"] == "profile acme"


def test_showing_the_profiles_shows_no_secret(shell: Shell) -> None:
    make(shell)
    done = shell("config", "show", env={})
    assert json.loads(done.out)["credential"] == "API key"
    assert shell.emulator.api_key not in done.out + done.err


def test_a_key_is_asked_for_without_an_echo(shell: Shell) -> None:
    terminal = shell.terminal("config", "set", env={})
    terminal.until("Subdomain")
    terminal.type(shell.emulator.url + "\n")
    terminal.until("API key (not shown)")
    terminal.type("typed-secret-key\n")
    done = terminal.end()
    assert done.code == 0
    assert "typed-secret-key" not in done.out
    assert "typed-secret-key" in (shell.home / ".config/daftra/config.toml").read_text()


def test_without_an_account_the_terminal_is_asked_and_the_pipe_is_told(shell: Shell) -> None:
    assert "config set" in shell("whoami", env={}).err
    terminal = shell.terminal("whoami", env={"NO_COLOR": "1"})
    terminal.until("Subdomain")
    terminal.type(shell.emulator.url + "\n")
    terminal.until("not shown")
    terminal.type(shell.emulator.api_key + "\n")
    done = terminal.end()
    assert (done.code, "Emulated Trading Co." in done.out) == (0, True)


def test_ctrl_c_at_a_question_is_an_interruption(shell: Shell) -> None:
    terminal = shell.terminal("whoami", env={})
    terminal.until("Subdomain")
    terminal.type("\x03")
    done = terminal.end()
    assert done.code == 130
    assert "Traceback" not in done.out


def test_a_profiles_key_is_not_sent_to_another_host(shell: Shell) -> None:
    make(shell)
    done = shell("whoami", "--profile", "acme", "--base-url", "http://127.0.0.1:9", env={})
    assert done.code == 2
    assert "leave --subdomain and --base-url out" in done.err


def test_a_file_that_others_can_read_is_refused(shell: Shell) -> None:
    make(shell).chmod(0o644)
    done = shell("whoami", env={})
    assert done.code == 2
    assert "chmod 600" in done.err


def test_another_profile_can_be_chosen_and_one_forgotten(shell: Shell) -> None:
    make(shell)
    make(shell, "other", key="another-key")
    assert shell("config", "use", "other", env={}).code == 0
    assert shell("whoami", env={}).code == 1
    assert shell("config", "remove", "other", "--yes", env={}).code == 0
    assert "config set" in shell("whoami", env={}).err
    assert shell("whoami", "--profile", "other", env={}).code == 2


@pytest.mark.parametrize("text", ["[profiles.acme]\nkey = 'x'", "profiles = 3", "= nonsense", "[profiles]\nacme = 1"])
def test_a_file_that_is_no_profile_file_says_so_without_showing_what_is_in_it(shell: Shell, text: str) -> None:
    path = make(shell)
    path.write_text(text)
    done = shell("whoami", env={})
    assert done.code == 2
    assert "is no profile file" in done.err


texts = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20)


@given(st.dictionaries(texts, st.fixed_dictionaries({"subdomain": texts, "api_key": texts}), max_size=3))
def test_any_profile_comes_back_as_it_was_saved(
    tmp_path_factory: pytest.TempPathFactory, profiles: dict[str, dict[str, str]]
) -> None:
    path = tmp_path_factory.mktemp("profiles") / "config.toml"
    saved = Profiles(next(iter(profiles), None), profiles)
    save(path, saved)
    assert load(path) == saved


def test_a_password_grant_is_asked_for_and_its_token_is_kept_between_commands(shell: Shell) -> None:
    known = shell.emulator.credentials
    terminal = shell.terminal("config", "set", "me", "--base-url", shell.emulator.url, "--password-grant", env={})
    for question, answer in (
        ("User name", known.username),
        ("Password", known.password),
        ("Client id", known.client_id),
        ("Client secret", known.client_secret),
    ):
        terminal.until(question)
        terminal.type(f"{answer}\n")
    done = terminal.end()
    assert done.code == 0
    assert known.password not in done.out
    assert known.client_secret not in done.out
    shell.emulator.journal.clear()
    assert json.loads(shell("whoami", env={}).out)["credential"] == "profile me"
    assert shell("whoami", env={}).code == 0
    assert len(shell.emulator.journal.matching("POST /v2/oauth/token")) == 1
    tokens = shell.home / ".local/state/daftra/tokens.json"
    assert stat.S_IMODE(tokens.stat().st_mode) == 0o600


def test_the_log_of_verbose_shows_requests_and_no_secret(shell: Shell) -> None:
    done = shell.process("whoami", "--verbose")
    assert "site.get GET /api2/site_info.json" in done.err
    assert shell.emulator.api_key not in done.err
