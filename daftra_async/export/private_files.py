"""Files that hold an account's rows: readable by their owner alone, never reached through a link, replaced whole."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from .._files import sync_folder
from .._paging.resume import BookmarkError

_OWNER_ONLY = 0o600
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def create(path: Path) -> IO[bytes]:
    """A new, empty file in the place of whatever has that name; a link is removed, not followed."""
    path.unlink(missing_ok=True)
    return os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | _NO_LINK, _OWNER_ONLY), "r+b")


def reopen(path: Path) -> IO[bytes]:
    """A file that an earlier run of ours left.

    Raises ``BookmarkError`` for what no run of ours can have left: a link, a file with a second name or of another
    owner; ``FileNotFoundError`` where there is none.
    """
    try:
        file = os.fdopen(os.open(path, os.O_RDWR | _NO_LINK), "r+b")
    except FileNotFoundError:
        raise
    except OSError as error:
        raise BookmarkError(f"{path} cannot be opened to go on with it: {error.strerror}") from None
    found = os.fstat(file.fileno())
    if not stat.S_ISREG(found.st_mode) or found.st_nlink != 1 or not _is_ours(found):
        file.close()
        raise BookmarkError(f"{path} was not left by an export of this user: remove it")
    os.chmod(path, _OWNER_ONLY)
    return file


@contextmanager
def replacing(path: Path) -> Iterator[IO[bytes]]:
    """A file to write that takes the place of ``path`` in one step, once it is written whole."""
    fresh = path.with_name(path.name + ".new")
    with create(fresh) as file:
        yield file
        to_disk(file)
    put_in_place(fresh, path)


def put_in_place(path: Path, target: Path) -> None:
    """Give a finished file its name, in one step that survives a power cut; a link of that name is replaced."""
    os.replace(path, target)
    sync_folder(target.parent)


def to_disk(file: IO[bytes]) -> None:
    file.flush()
    os.fsync(file.fileno())


def create_folder(path: Path) -> None:
    """A new, empty folder in the place of whatever has that name; a link is removed, not followed."""
    remove_folder(path)
    path.mkdir(mode=0o700)


def check_folder(path: Path) -> None:
    """Raises ``BookmarkError`` for what is no folder that an earlier run of ours left."""
    try:
        found = path.lstat()
    except OSError:
        raise BookmarkError(f"{path} is missing") from None
    if not stat.S_ISDIR(found.st_mode) or not _is_ours(found):
        raise BookmarkError(f"{path} was not left by an export of this user: remove it")


def remove_folder(path: Path) -> None:
    if path.is_symlink() or path.is_file():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def _is_ours(found: os.stat_result) -> bool:
    return not hasattr(os, "getuid") or found.st_uid == os.getuid()
