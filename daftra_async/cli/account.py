"""What the command line says about the account and the way to it. Loaded with every command, so it loads nothing."""

from __future__ import annotations

from typing import NamedTuple


class Account(NamedTuple):
    """The options that name an account; ``None`` where nothing was said."""

    profile: str | None = None
    subdomain: str | None = None
    base_url: str | None = None
    branch: int | None = None
    timeout: float = 30.0
    insecure: bool = False
    verbose: bool = False
