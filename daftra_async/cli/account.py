"""What the command line says about the account and the way to it. Loaded with every command, so it loads nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from ..client import Daftra
    from .connect import Found


class Account(NamedTuple):
    """The options that name an account; ``None`` where nothing was said."""

    profile: str | None = None
    subdomain: str | None = None
    base_url: str | None = None
    branch: int | None = None
    timeout: float = 30.0
    insecure: bool = False
    verbose: bool = False

    def client(self, found: Found | None = None) -> Daftra:
        """A client of the account. Raises ``Refusal`` and ``ConfigurationError`` that say what to set."""
        from .connect import connected_client

        return connected_client(self, found)
