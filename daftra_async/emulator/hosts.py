"""Which names a request may call the emulator by.

A page in a browser can let its own name lead to this machine (DNS rebinding) and would then read everything here. Its
requests still carry that name in ``Host``; addresses and ``localhost`` cannot be had by anybody else.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Collection

from .answers import Reply


def is_own(host: str, names: Collection[str]) -> bool:
    """Whether a ``Host`` header, port included, names this emulator: by an address, localhost or one of its names."""
    name = host.partition("]")[0].removeprefix("[") if host.startswith("[") else host.partition(":")[0]
    name = name.lower().rstrip(".")
    if name == "localhost" or name.endswith(".localhost") or name in {each.lower() for each in names}:
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def misdirected(host: str) -> Reply:
    """The answer to a request for somebody else."""
    text = f"This emulator does not answer to {host!r}. If that is its name here: --allow-host, or Emulator(hosts=…)."
    return Reply(
        status=421,
        body=text.encode(errors="replace"),
        content_type="text/plain; charset=utf-8",
        headers={"x-content-type-options": "nosniff"},
    )
