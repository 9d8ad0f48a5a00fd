"""A stateful Daftra on loopback, with faults on demand, to build and test against."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._lazy import lazy_names
from ..errors import ConfigurationError

if TYPE_CHECKING:
    from .faults import Fault as Fault
    from .faults import FaultKind as FaultKind
    from .faults import Faults as Faults
    from .journal import Entry as Entry
    from .journal import Journal as Journal
    from .oauth import Credentials as Credentials
    from .server import Emulator as Emulator
    from .store import Store as Store
    from .switches import Switches as Switches

_EXTRA = frozenset({"starlette", "uvicorn", "h11"})

_load, __dir__ = lazy_names(
    __name__,
    {
        "faults": "Fault FaultKind Faults",
        "journal": "Entry Journal",
        "oauth": "Credentials",
        "server": "Emulator",
        "store": "Store",
        "switches": "Switches",
    },
)


def __getattr__(name: str) -> Any:
    try:
        return _load(name)
    except ModuleNotFoundError as error:
        if error.name and error.name.partition(".")[0] in _EXTRA:
            raise ConfigurationError(
                "the emulator needs starlette and uvicorn: install daftra-async with its extra emulator"
            ) from error
        raise
