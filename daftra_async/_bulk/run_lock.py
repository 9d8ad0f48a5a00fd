"""One process at a time for a run on this machine, whatever file its ledger is in; and whether the last one ended.

A ledger can be copied, moved or lost, so the lock belongs to the run itself: a small file in the user's state folder,
named by the run. The file is there as long as the run is unfinished. So it also tells a run that finds no ledger that
an earlier process may have sent something, whose requests the server may still be working on.
"""

from __future__ import annotations

import logging
import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from .._files import try_lock
from .errors import LedgerBusy

logger = logging.getLogger("daftra_async.bulk")

_TRIES = 100


class RunLock:
    """``open_since`` tells, once the lock is taken, when an earlier process began to send (seconds since 1970), if it
    did not bring the run to its end; None otherwise. ``ended`` is set once nothing is left to be sent or found out.
    """

    def __init__(self) -> None:
        self._path: Path | None = None
        self._descriptor: int | None = None
        self.open_since: float | None = None
        self.ended = False

    def acquire(self, run: str) -> None:
        """Take the lock of this run. Raises ``LedgerBusy`` while another process of this machine has it.

        Does nothing where this object has it already. Where no folder can be written, the run goes on without, and says
        so in the log.
        """
        if self._descriptor is not None:
            return
        for folder in _folders():
            try:
                folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                if os.name == "posix" and folder.lstat().st_uid != os.getuid():
                    continue
                self._take(folder / f"{run}.lock")
            except OSError:
                continue
            return
        logger.warning("no folder for the lock of a bulk run can be written: set DAFTRA_STATE_DIR to one that can")

    def _take(self, path: Path) -> None:
        for _ in range(_TRIES):
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
            if not try_lock(descriptor):
                os.close(descriptor)
                raise LedgerBusy("this run is under way already, perhaps with a copy of its ledger: wait for it to end")
            # Whoever held it before may have removed the file meanwhile: then the lock is on nothing.
            if _is_at(descriptor, path):
                self._path, self._descriptor = path, descriptor
                found = os.fstat(descriptor)
                self.open_since = found.st_mtime if found.st_size else None
                return
            os.close(descriptor)
        raise OSError(f"{path} comes and goes")

    def mark_open(self) -> None:
        """Remember, on the disk, that something may be sent from now on."""
        if self._descriptor is not None and not os.fstat(self._descriptor).st_size:
            os.write(self._descriptor, b"open\n")
            os.fsync(self._descriptor)

    def release(self) -> None:
        """Let go."""
        if self._descriptor is None or self._path is None:
            return
        if self.ended or not os.fstat(self._descriptor).st_size:
            self._path.unlink(missing_ok=True)
        os.close(self._descriptor)
        self._descriptor = None


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), path.stat())
    except FileNotFoundError:
        return False


def _folders() -> Iterator[Path]:
    """Where the lock may lie, the best first: all processes of a user must come to the same."""
    given = os.environ.get("DAFTRA_STATE_DIR")
    if given:
        yield Path(given)
        return
    if sys.platform == "win32":
        yield Path(os.environ.get("LOCALAPPDATA") or tempfile.gettempdir()) / "daftra-async" / "runs"
    else:
        home = os.environ.get("XDG_STATE_HOME") or os.path.expanduser("~/.local/state")
        yield Path(home) / "daftra-async" / "runs"
        yield Path(tempfile.gettempdir()) / f"daftra-async-{os.getuid()}"
