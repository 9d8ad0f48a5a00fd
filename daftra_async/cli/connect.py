"""Which account a command talks to and with which credential: from a profile, the environment, or a prompt.

One source serves both, the place and the credential, so that a key can never travel to a host it was not meant for.
No credential is taken from an argument: arguments are visible to every process of the machine.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import attrs

from .._http.from_env import auth_from_env, location_from_env
from ..errors import ConfigurationError
from .account import Account
from .exits import Refusal
from .profiles import PLACES, Profile, config_path, load, token_path
from .terminal import ask, ask_secret, interactive

if TYPE_CHECKING:
    from ..client import Daftra

CREDENTIALS = (
    "DAFTRA_API_KEY",
    "DAFTRA_ACCESS_TOKEN",
    "DAFTRA_USERNAME",
    "DAFTRA_PASSWORD",
    "DAFTRA_CLIENT_ID",
    "DAFTRA_CLIENT_SECRET",
)
LOCATIONS = ("DAFTRA_SUBDOMAIN", "DAFTRA_BASE_URL")


@attrs.frozen(kw_only=True)
class Found:
    """The place, the credential and where they come from."""

    place: Mapping[str, Any]
    auth: Any = attrs.field(repr=False)
    source: str
    branch_id: int | None = None


def connected_client(account: Account, found: Found | None = None) -> Daftra:
    """A client of the account, or of what was found for it already.

    Raises ``Refusal`` and ``ConfigurationError`` that say what to set.
    """
    from ..client import Daftra

    found = found or find(account, os.environ)
    branch = account.branch if account.branch is not None else found.branch_id
    _log(verbose=account.verbose)
    return Daftra(
        **found.place,
        auth=found.auth,
        branch_id=branch,
        timeout=account.timeout,
        allow_insecure=account.insecure,
    )


def find(account: Account, environ: Mapping[str, str]) -> Found:
    """The first source that says anything: the profile asked for, the environment, the default profile, a prompt."""
    given = {name: value for name in PLACES if (value := getattr(account, name)) is not None}
    if len(given) > 1:
        raise Refusal("give --subdomain or --base-url, not both")
    name = account.profile or environ.get("DAFTRA_PROFILE") or None
    if name is not None:
        return _from_profile(name, given)
    if any(environ.get(variable, "").strip() for variable in (*CREDENTIALS, *LOCATIONS)):
        return _from_environment(given, environ)
    default = load(config_path(environ)).default
    if default is not None and not given:
        return _from_profile(default, given)
    return _from_prompt(given)


def _from_profile(name: str, given: Mapping[str, str]) -> Found:
    path = config_path()
    profile = load(path).profiles.get(name)
    if profile is None:
        raise Refusal(f"there is no profile {name!r} in {path}: make it with `daftra config set {name}`")
    if given:
        raise Refusal(f"profile {name!r} says where its key belongs: leave --subdomain and --base-url out")
    place = {field: profile[field] for field in PLACES if field in profile}
    if len(place) != 1:
        raise Refusal(f"profile {name!r} needs a subdomain or a base_url: `daftra config set {name}`")
    branch = profile.get("branch_id")
    if branch is not None and not branch.isdecimal():
        raise Refusal(f"profile {name!r}: branch_id={branch!r} is no id")
    return Found(
        place=place, auth=_auth(profile), source=f"profile {name}", branch_id=None if branch is None else int(branch)
    )


def _auth(profile: Profile) -> Any:
    variables = {f"DAFTRA_{field.upper()}": value for field, value in profile.items()}
    try:
        return _kept(auth_from_env(variables))
    except ConfigurationError:
        raise Refusal(
            "the profile needs exactly one credential: api_key, access_token, or username, password, client_id and "
            "client_secret together: `daftra config set`"
        ) from None


def _kept(auth: Any) -> Any:
    """A password grant keeps its tokens between two commands: each would ask for new ones otherwise."""
    from .._http.token_file import FileTokenStore
    from ..auth import PasswordGrant

    if not isinstance(auth, PasswordGrant):
        return auth
    path = token_path()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    return attrs.evolve(auth, store=FileTokenStore(path))


def _from_environment(given: Mapping[str, str], environ: Mapping[str, str]) -> Found:
    place = given or location_from_env(environ)
    if any(environ.get(variable, "").strip() for variable in CREDENTIALS):
        return Found(place=place, auth=_kept(auth_from_env(environ)), source="environment")
    return _from_prompt(place)


def _from_prompt(given: Mapping[str, str]) -> Found:
    from ..auth import ApiKey

    if not interactive():
        raise Refusal(
            "no account is known: run `daftra config set` once on a terminal, or set DAFTRA_SUBDOMAIN and "
            "DAFTRA_API_KEY"
        )
    place = dict(given) or ask_place()
    return Found(place=place, auth=ApiKey(ask_secret("API key (not shown): ")), source="prompt")


def ask_place() -> dict[str, str]:
    """The subdomain, or a whole address where one is typed."""
    text = ask("Subdomain (the acme of acme.daftra.com, or an address): ").strip()
    return {"base_url": text} if "://" in text else {"subdomain": text.removesuffix(".daftra.com")}


def _log(*, verbose: bool) -> None:
    """Every record on stderr, or none: what a person has to know the command says itself."""
    import logging

    logger = logging.getLogger("daftra_async")
    if not verbose:
        logger.addHandler(logging.NullHandler())
        return
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(name)s %(levelname)s %(message)s"))
    logger.addHandler(handler)
    logger.setLevel(logging.DEBUG)
