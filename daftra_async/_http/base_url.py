"""Where the account is: its host, checked before anything is sent."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

from ..errors import ConfigurationError

_SUBDOMAIN = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)", re.IGNORECASE | re.ASCII)
_HOST = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*\.?", re.IGNORECASE | re.ASCII)


def resolve_base_url(subdomain: str | None = None, *, base_url: str | None = None, allow_insecure: bool = False) -> str:
    """The root of the account's host, ``https://acme.daftra.com``, without a trailing slash.

    Raises ``ConfigurationError`` unless exactly one of the two is given, and for a value that could move a request to
    another host or into clear text: plain http is accepted for loopback only, unless ``allow_insecure``.
    """
    if (subdomain is None) == (base_url is None):
        raise ConfigurationError("give either the account's subdomain or base_url=, not both and not neither")
    if base_url is None:
        if not isinstance(subdomain, str) or not _SUBDOMAIN.fullmatch(subdomain):
            raise ConfigurationError(
                f"{subdomain!r} is no subdomain: give the first part of the account's address alone, 'acme' for "
                "https://acme.daftra.com, or the whole address as base_url="
            )
        return f"https://{subdomain.lower()}.daftra.com"
    return check_base_url(base_url, allow_insecure=allow_insecure)


def check_base_url(base_url: str, *, allow_insecure: bool = False) -> str:
    """The base URL in the form ``scheme://host[:port]``; raises ``ConfigurationError`` for anything else."""
    if not isinstance(base_url, str) or not base_url.isascii() or any(c <= " " or c in "\\\x7f" for c in base_url):
        raise _no_base_url(base_url, "plain characters only")
    try:
        parts = urlsplit(base_url)
        port, host = parts.port, parts.hostname
    except ValueError as error:
        raise _no_base_url(base_url, str(error)) from None
    if parts.scheme not in ("http", "https") or not host:
        raise _no_base_url(base_url, "it starts with https:// and names a host")
    if "@" in parts.netloc:
        raise ConfigurationError("base_url holds a user name or password: pass credentials as auth=")
    if parts.path not in ("", "/") or "?" in base_url or "#" in base_url:
        raise _no_base_url(base_url, "the host alone, the path of each call is added to it")
    if ":" in host:
        _check_ipv6(base_url, host)
    elif not _HOST.fullmatch(host):
        raise _no_base_url(base_url, "the host name is malformed")
    if parts.scheme == "http" and not allow_insecure and not is_loopback(host):
        raise ConfigurationError(
            f"{base_url!r} would send the credential in clear text: use https, or pass allow_insecure=True"
        )
    shown = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{shown}" + ("" if port is None else f":{port}")


def is_loopback(host: str) -> bool:
    """Whether the host is this machine by its name alone, without asking a name server."""
    if host.rstrip(".") == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _check_ipv6(base_url: str, host: str) -> None:
    try:
        ipaddress.IPv6Address(host)
    except ValueError:
        raise _no_base_url(base_url, "the address in brackets is malformed") from None


def _no_base_url(base_url: object, reason: str) -> ConfigurationError:
    return ConfigurationError(f"{base_url!r} is no base URL ({reason}): give https://acme.daftra.com")
