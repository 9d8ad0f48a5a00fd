"""Where the account is and who is calling, from the environment."""

from __future__ import annotations

from collections.abc import Mapping

from ..errors import ConfigurationError
from .credentials import ApiKey, Auth, BearerToken, PasswordGrant


def location_from_env(environ: Mapping[str, str]) -> dict[str, str]:
    """``{"subdomain": …}`` or ``{"base_url": …}`` from ``DAFTRA_SUBDOMAIN`` or ``DAFTRA_BASE_URL``."""
    found = {
        name: value
        for name, variable in (("subdomain", "DAFTRA_SUBDOMAIN"), ("base_url", "DAFTRA_BASE_URL"))
        if (value := environ.get(variable, "").strip())
    }
    if len(found) != 1:
        raise ConfigurationError("set exactly one of DAFTRA_SUBDOMAIN and DAFTRA_BASE_URL")
    return found


def auth_from_env(environ: Mapping[str, str]) -> Auth:
    """The credential from ``DAFTRA_API_KEY``, ``DAFTRA_ACCESS_TOKEN``, or the four variables of a password grant."""
    given = {name: value for name in _CREDENTIALS if (value := environ.get(name, "").strip())}
    kinds = {kind for name, kind in _CREDENTIALS.items() if name in given}
    if len(kinds) != 1:
        raise ConfigurationError(
            "set exactly one of DAFTRA_API_KEY, DAFTRA_ACCESS_TOKEN, or DAFTRA_USERNAME with DAFTRA_PASSWORD, "
            "DAFTRA_CLIENT_ID and DAFTRA_CLIENT_SECRET"
        )
    if "DAFTRA_API_KEY" in given:
        return ApiKey(given["DAFTRA_API_KEY"])
    if "DAFTRA_ACCESS_TOKEN" in given:
        return BearerToken(given["DAFTRA_ACCESS_TOKEN"])
    missing = [name for name, kind in _CREDENTIALS.items() if kind == "password" and name not in given]
    if missing:
        raise ConfigurationError(f"a password grant needs {', '.join(missing)} as well")
    return PasswordGrant(
        client_id=given["DAFTRA_CLIENT_ID"],
        client_secret=given["DAFTRA_CLIENT_SECRET"],
        username=given["DAFTRA_USERNAME"],
        password=given["DAFTRA_PASSWORD"],
    )


_CREDENTIALS = {
    "DAFTRA_API_KEY": "key",
    "DAFTRA_ACCESS_TOKEN": "token",
    "DAFTRA_CLIENT_ID": "password",
    "DAFTRA_CLIENT_SECRET": "password",
    "DAFTRA_USERNAME": "password",
    "DAFTRA_PASSWORD": "password",
}
