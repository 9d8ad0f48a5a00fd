"""The profile file: accounts by name with their credentials, readable by its owner only.

``$XDG_CONFIG_HOME/daftra/config.toml`` (``~/.config/daftra/config.toml``), or what ``DAFTRA_CONFIG`` names::

    default = "acme"

    [profiles.acme]
    subdomain = "acme"
    api_key = "…"
"""

from __future__ import annotations

import json
import os
import stat
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from .exits import Refusal
from .private_file import replacing

PLACES = ("subdomain", "base_url")
SECRETS = ("api_key", "access_token", "client_secret", "password")
FIELDS = (*PLACES, "api_key", "access_token", "username", "password", "client_id", "client_secret", "branch_id")

Profile = Mapping[str, str]
"""``FIELDS`` by name; only those that are set."""


@attrs.frozen
class Profiles:
    """What the file holds."""

    default: str | None = None
    profiles: Mapping[str, Profile] = attrs.field(factory=dict, repr=False)


def config_path(environ: Mapping[str, str] | None = None) -> Path:
    """Where the profile file is."""
    environ = os.environ if environ is None else environ
    if environ.get("DAFTRA_CONFIG"):
        return Path(environ["DAFTRA_CONFIG"]).expanduser()
    return _xdg(environ, "XDG_CONFIG_HOME", ".config") / "daftra" / "config.toml"


def token_path(environ: Mapping[str, str] | None = None) -> Path:
    """Where tokens of a password grant are kept between two runs of the command."""
    environ = os.environ if environ is None else environ
    return _xdg(environ, "XDG_STATE_HOME", ".local/state") / "daftra" / "tokens.json"


def _xdg(environ: Mapping[str, str], variable: str, fallback: str) -> Path:
    given = environ.get(variable, "")
    # The XDG rules say that a relative path is to be ignored.
    return Path(given) if given.startswith("/") else Path.home() / fallback


def load(path: Path) -> Profiles:
    """The profiles; none where there is no file.

    Raises ``Refusal`` for a file that others can read, and for one that is no profile file.
    """
    try:
        mode = path.stat().st_mode
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return Profiles()
    if os.name == "posix" and stat.S_IMODE(mode) & 0o077:
        raise Refusal(f"{path} holds credentials and others can read it: chmod 600 {path}")
    try:
        return _profiles(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, TypeError, ValueError) as error:
        raise Refusal(
            f"{path} is no profile file ({error}): correct it, or move it away and run `daftra config set`"
        ) from None


def _profiles(document: Mapping[str, Any]) -> Profiles:
    default, sections = document.get("default"), document.get("profiles", {})
    if not isinstance(default, str | None) or not isinstance(sections, dict):
        raise ValueError('"default" names a profile, "profiles" holds them')
    profiles: dict[str, Profile] = {}
    for name, section in sections.items():
        if not isinstance(section, dict):
            raise ValueError(f"[profiles.{name}] is no table")
        unknown = sorted(set(section) - set(FIELDS))
        if unknown:
            raise ValueError(f"[profiles.{name}] has an unknown key {unknown[0]!r}; known: {', '.join(FIELDS)}")
        profiles[name] = {key: str(value) for key, value in section.items()}
    return Profiles(default, profiles)


def save(path: Path, profiles: Profiles) -> None:
    """Write the file in one step, mode 0600, its directory 0700."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    with replacing(path) as draft:
        draft.write_text(_written(profiles), encoding="utf-8")


def _written(profiles: Profiles) -> str:
    lines = [] if profiles.default is None else [f"default = {_quoted(profiles.default)}"]
    for name, profile in profiles.profiles.items():
        lines += ["", f"[profiles.{_quoted(name)}]"]
        lines += [f"{key} = {_quoted(value)}" for key, value in profile.items()]
    return "\n".join(lines).lstrip("\n") + "\n"


def _quoted(text: str) -> str:
    # A JSON string is a TOML basic string, but for the one control character that JSON leaves as it is.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
