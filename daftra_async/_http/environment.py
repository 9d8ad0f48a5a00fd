"""What the environment says about the way to a host: which proxy leads there, and whose certificates are believed."""

from __future__ import annotations

import functools
import os
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from ..errors import ConfigurationError
from .base_url import is_loopback
from .redaction import Secret

if TYPE_CHECKING:
    import ssl


Proxy = tuple[str, Secret | None]
"""A proxy's address, which can be shown, and apart from it what its callers say of themselves."""


def proxy_for(base_url: str) -> Proxy | None:
    """The proxy that the environment names for this host; never one for loopback.

    Raises ``ConfigurationError`` for one that speaks no HTTP.
    """
    from urllib.request import getproxies, proxy_bypass

    parts = urlsplit(base_url)
    host = parts.hostname or ""
    if is_loopback(host) or proxy_bypass(host):
        return None
    proxies = getproxies()
    found = proxies.get(parts.scheme) or proxies.get("all")
    return _parsed(found) if found else None


def _parsed(text: str) -> Proxy:
    parts = urlsplit(text if "://" in text else f"http://{text}")
    address = parts.netloc.rpartition("@")[2]
    if parts.scheme not in ("http", "https"):
        raise ConfigurationError(
            f"the environment names the proxy {parts.scheme}://{address}, which speaks no HTTP: name another, or pass "
            "an http_client= that can use it"
        )
    url = f"{parts.scheme}://{address}"
    if parts.username is None:
        return url, None
    from base64 import b64encode

    user, password = unquote(parts.username), unquote(parts.password or "")
    credential = b64encode(f"{user}:{password}".encode()).decode()
    return url, Secret(f"Basic {credential}")


@functools.cache
def verified_tls() -> ssl.SSLContext:
    """The one TLS context of the process, which verifies: building it takes 15 ms and more."""
    import ssl

    file, directory = _authorities()
    context = ssl.create_default_context(cafile=file, capath=directory)
    context.set_alpn_protocols(["http/1.1"])
    return context


def untrusted(reason: str) -> str:
    """What to tell of a TLS failure: the reason, which authorities were believed, and how to name another."""
    file, directory = _authorities()
    return (
        f"{reason}; certificate authorities are taken from {file or directory}. Where a proxy or firewall signs with "
        "an authority of its own, name that one's file in the environment variable SSL_CERT_FILE"
    )


def _authorities() -> tuple[str | None, str | None]:
    """A file and a directory of authorities: those that the environment names, as OpenSSL reads it, or certifi's."""
    file, directory = os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR")
    if file or directory:
        return file or None, directory or None
    import certifi

    return certifi.where(), None
