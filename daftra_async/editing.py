"""Partial edits over an API whose PUT replaces the whole record.

The server resets every field that a PUT leaves out, and refuses a record that is sent back as it came because of its
read-only fields. An edit therefore reads the record, keeps what can be written, merges the changes and writes all of
it; around that it makes sure that nobody else's change is overwritten and that the server did what it was asked.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, cast

import attrs
import msgspec

from .errors import ConfigurationError, DaftraError
from .resource import Resource
from .wire.encode import encode_body

if TYPE_CHECKING:
    from .wire import Draft, Record

RecordT = TypeVar("RecordT", bound="Record")
DraftT = TypeVar("DraftT", bound="Draft")


class EditConflict(DaftraError):
    """The record changed while it was being edited: nothing was written. Read it again and decide anew."""


class EditNotApplied(DaftraError):
    """The server accepted the edit, but the record does not say what it was asked to.

    ``differences`` maps a field to ``(asked for, found)``.
    """

    def __init__(self, message: str, differences: Mapping[str, tuple[Any, Any]] | None = None) -> None:
        super().__init__(message)
        self.differences = dict(differences or {})


class Editable(Resource, Generic[RecordT, DraftT]):
    """A resource whose records can be read and replaced, and so edited in part."""

    __slots__ = ()

    async def edit(self, id: int | RecordT, /, **changes: Any) -> RecordT:
        """Change some fields of a record and nothing else; returns the record as the server has it afterwards.

        ``id`` is the record's number, or a record read earlier: the edit then also refuses to touch one that has changed
        since. ``changes`` are attributes of the resource's draft (``notes="…"``, ``items=[…]``); a list given replaces
        the whole list. Takes three reads and one write.

        Raises:
            ConfigurationError: for a field that does not exist or that the server computes; nothing was read.
            EditConflict: if the record changed meanwhile; nothing was written.
            EditNotApplied: if reading back shows something else than what was asked for.
            ResponseError: what the server answers, for instance for an invoice of another branch, in a closed period or
                with a submitted e-invoice: it refuses those.
        """
        number, known = (id, None) if isinstance(id, int) else (cast(Any, id).id, id)
        before = await self._read(number)
        if known is not None and _stamp(known) != _stamp(before):
            raise EditConflict(f"{self._name} {number} was changed since it was read: nothing was written")
        draft: DraftT = cast(Any, before).to_draft()
        _check(draft, changes)
        wanted = attrs.evolve(cast(Any, draft), **changes)
        if _stamp(await self._read(number)) != _stamp(before):
            raise EditConflict(f"{self._name} {number} was changed while it was being edited: nothing was written")
        await self._write(number, wanted)
        after = await self._read(number)
        differences = dict(_differences(_plain(wanted), _plain(cast(Any, after).to_draft())))
        if differences:
            raise EditNotApplied(
                f"{self._name} {number} was written but differs from what was asked for in {', '.join(differences)}",
                differences,
            )
        return after

    async def _read(self, id: int) -> RecordT:
        record: RecordT = await cast(Any, self).get(id)
        return record

    async def _write(self, id: int, draft: Draft) -> None:
        await cast(Any, self).update(id, draft)


def _stamp(record: Any) -> object:
    return record.raw or record


def _check(draft: Draft, changes: Mapping[str, Any]) -> None:
    names = [field.name for field in attrs.fields(cast("type[attrs.AttrsInstance]", type(draft)))]
    for name in changes:
        if name not in names:
            close = difflib.get_close_matches(name, names, n=1)
            hint = f"; did you mean {close[0]}?" if close else "; it does not exist, or the server computes it"
            raise ConfigurationError(f"{type(draft).__name__} has no field {name!r}{hint}")


def _plain(draft: Draft) -> Any:
    return msgspec.json.decode(encode_body(draft.to_wire()))


def _differences(wanted: Any, found: Any, place: str = "") -> Any:
    """Where ``found`` says something else than ``wanted``; what only ``found`` has (ids of new lines) does not count."""
    if isinstance(wanted, Mapping) and isinstance(found, Mapping):
        for key, value in wanted.items():
            yield from _differences(value, found.get(key), f"{place}.{key}" if place else str(key))
    elif isinstance(wanted, Sequence) and isinstance(found, Sequence) and not isinstance(wanted, str):
        if len(wanted) != len(found):
            yield place, (wanted, found)
            return
        for index, (one, other) in enumerate(zip(wanted, found, strict=True)):
            yield from _differences(one, other, f"{place}[{index}]")
    elif not _same(wanted, found):
        yield place, (wanted, found)


def _same(wanted: object, found: object) -> bool:
    empty = (None, "", 0, False)
    return wanted == found or str(wanted) == str(found) or (wanted in empty and found in empty)
