"""What ``daftra config`` does."""

from __future__ import annotations

import sys

import attrs

from .._http.base_url import resolve_base_url
from ..errors import ConfigurationError
from .connect import ask_place
from .exits import DONE, Refusal
from .formats import Format
from .output import emit, row_writer
from .profiles import Profile, config_path, load, save
from .terminal import ask, ask_secret, confirm, interactive, say


def set_profile(
    name: str, *, subdomain: str | None, base_url: str | None, key_stdin: bool, password_grant: bool
) -> int:
    """Write the profile; the first one becomes the default."""
    path = config_path()
    known = load(path)
    if key_stdin and password_grant:
        raise Refusal("give --key-stdin or --password-grant, not both")
    place = {key: value for key, value in (("subdomain", subdomain), ("base_url", base_url)) if value is not None}
    if not interactive() and not (key_stdin and place):
        raise Refusal("there is no terminal to ask on: give --subdomain (or --base-url) and --key-stdin")
    place = place or ask_place()
    try:
        host = resolve_base_url(place.get("subdomain"), base_url=place.get("base_url"))
    except ConfigurationError as error:
        raise Refusal(str(error).replace("base_url=", "--base-url")) from None
    profile = {**place, **_credential(key_stdin=key_stdin, password_grant=password_grant)}
    save(path, attrs.evolve(known, default=known.default or name, profiles={**known.profiles, name: profile}))
    say(f"Profile {name} for {host} is in {path}. `daftra whoami --profile {name}` tries it.")
    return DONE


def _credential(*, key_stdin: bool, password_grant: bool) -> dict[str, str]:
    from ..auth import ApiKey

    if password_grant:
        return {
            "username": ask("User name: "),
            "password": ask_secret("Password (not shown): "),
            "client_id": ask("Client id: "),
            "client_secret": ask_secret("Client secret (not shown): "),
        }
    key = sys.stdin.readline().strip() if key_stdin else ask_secret("API key (not shown): ").strip()
    if not key:
        raise Refusal("the key is empty: nothing was kept")
    ApiKey(key)
    return {"api_key": key}


def show(format: Format | None) -> int:
    """The profiles on stdout, without a secret."""
    known = load(config_path())
    if not known.profiles:
        say(f"No profiles in {config_path()}: `daftra config set` makes one.")
        return DONE
    writer = row_writer(format, ("profile", "account", "credential", "default"))
    writer.write(
        [
            {"profile": name, "account": _place(each), "credential": _kind(each), "default": name == known.default}
            for name, each in known.profiles.items()
        ]
    )
    writer.close()
    return DONE


def _place(profile: Profile) -> str:
    return profile.get("base_url") or f"https://{profile.get('subdomain', '?')}.daftra.com"


def _kind(profile: Profile) -> str:
    kinds = {"api_key": "API key", "access_token": "access token", "password": "password grant"}
    return next((words for field, words in kinds.items() if field in profile), "none")


def use(name: str) -> int:
    """Make the profile the default."""
    path = config_path()
    known = load(path)
    _must_have(name, known.profiles)
    save(path, attrs.evolve(known, default=name))
    say(f"{name} is used when nothing else is said.")
    return DONE


def remove(name: str, *, yes: bool) -> int:
    """Forget the profile."""
    path = config_path()
    known = load(path)
    _must_have(name, known.profiles)
    confirm(f"Forget profile {name} and its credential?", yes=yes)
    left = {other: profile for other, profile in known.profiles.items() if other != name}
    save(path, attrs.evolve(known, default=None if known.default == name else known.default, profiles=left))
    say(f"{name} is forgotten.")
    return DONE


def _must_have(name: str, profiles: object) -> None:
    if not isinstance(profiles, dict) or name not in profiles:
        raise Refusal(f"there is no profile {name!r}: `daftra config show` lists them")


def path() -> int:
    """The file's path on stdout."""
    emit(str(config_path()))
    return DONE
