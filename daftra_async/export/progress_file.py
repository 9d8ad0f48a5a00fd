"""How far an export came: the file beside the target from which the same call goes on."""

from __future__ import annotations

from array import array
from pathlib import Path
from typing import Annotated

import msgspec

from .._paging.resume import BookmarkError, LogState
from .columns import OTHER, Column, Columns
from .private_files import reopen, replacing

VERSION = 2
_ID_BYTES = array("q").itemsize

Count = Annotated[int, msgspec.Meta(ge=0, lt=2**62)]


class Progress(msgspec.Struct, forbid_unknown_fields=True):
    """What is on the disk: ``rows`` in the part, ``ids`` in the file of ids, and where the traversal stood."""

    version: int
    list: str
    page: Annotated[int, msgspec.Meta(ge=1, lt=2**62)]
    rows: Count
    ids: Count
    limit: int | None
    columns: tuple[Column, ...]
    of_model: bool
    log: LogState
    writer: dict[str, Count]


class _Version(msgspec.Struct):
    version: int


def save(path: Path, progress: Progress) -> None:
    with replacing(path) as file:
        file.write(msgspec.json.encode(progress))


def load(path: Path) -> Progress | None:
    """What an interrupted run left; ``None`` where none did.

    Raises ``BookmarkError`` for a file that is damaged, of another version of this package, or not ours.
    """
    try:
        with reopen(path) as file:
            text = file.read()
    except FileNotFoundError:
        return None
    try:
        version = msgspec.json.decode(text, type=_Version).version
        if version != VERSION:
            raise BookmarkError(f"{path} was written by another version of daftra-async: {_WAY_OUT}")
        return msgspec.json.decode(text, type=Progress)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BookmarkError(f"{path} is damaged ({error}): {_WAY_OUT}") from None


def load_ids(path: Path, count: int) -> array[int]:
    """The ids of the rows that were written. Raises ``BookmarkError`` where the file holds fewer."""
    ids = array("q")
    try:
        with reopen(path) as file:
            ids.frombytes(file.read(count * _ID_BYTES))
    except (FileNotFoundError, ValueError, MemoryError, OverflowError):
        pass
    if len(ids) != count:
        raise BookmarkError(f"{path} holds fewer ids than the export had written: {_WAY_OUT}")
    return ids


def columns_of(progress: Progress, model: type | None) -> Columns:
    """The columns that the file was begun with. Raises ``BookmarkError`` for columns that this list cannot have."""
    columns = Columns(progress.columns, of_model=progress.of_model)
    if model is not None:
        known = columns == Columns.of([], model)
    elif progress.of_model:
        known = bool(columns.columns) and all(
            step.isidentifier() and step[:1] != "_" for column in columns.columns for step in column.path
        )
    else:
        *named, other = columns.columns or (None,)
        known = other == Column(OTHER, "json", ()) and all(
            column is not None and column == Column(column.name, "text", (column.name,)) for column in named
        )
    if not known:
        raise BookmarkError(f"the columns that the export was begun with are not those of the list: {_WAY_OUT}")
    return columns


def id_bytes(count: int) -> int:
    """How many bytes of the file of ids are valid."""
    return count * _ID_BYTES


_WAY_OUT = "pass resume=False to begin anew"
