"""A stateful Daftra on loopback, with faults on demand, to build and test against."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from ..errors import ConfigurationError

if TYPE_CHECKING:
    from .faults import Fault, FaultKind, Faults
    from .journal import Entry, Journal
    from .oauth import Credentials
    from .server import Emulator
    from .store import Store
    from .switches import Switches

_HOMES = {
    "Emulator": "server",
    "Fault": "faults",
    "FaultKind": "faults",
    "Faults": "faults",
    "Entry": "journal",
    "Journal": "journal",
    "Credentials": "oauth",
    "Store": "store",
    "Switches": "switches",
}
_EXTRA = frozenset({"starlette", "uvicorn", "h11"})

__all__ = ["Credentials", "Emulator", "Entry", "Fault", "FaultKind", "Faults", "Journal", "Store", "Switches"]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    try:
        return getattr(import_module(f".{home}", __name__), name)
    except ModuleNotFoundError as error:
        if error.name and error.name.partition(".")[0] in _EXTRA:
            raise ConfigurationError(
                "the emulator needs starlette and uvicorn: pip install 'daftra-async[emulator]'"
            ) from error
        raise
