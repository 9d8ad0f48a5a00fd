"""Partial edits over an API whose PUT replaces the whole record.

The server resets every field that a PUT leaves out, and refuses a record that is sent back as it came because of its
read-only fields. An edit therefore reads the record, keeps what can be written, merges the changes and writes all of
it; around that it makes sure that nobody else's change is overwritten and that the server did what it was asked.
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs
import msgspec

from .errors import ConfigurationError, DaftraError
from .wire.encode import encode_body

if TYPE_CHECKING:
    from .resource import Editable
    from .wire import Draft, Record

RecordT = TypeVar("RecordT", bound="Record")


class EditConflict(DaftraError):
    """The record changed while it was being edited: nothing was written. Read it again and decide anew."""


class EditNotApplied(DaftraError):
    """The server accepted the edit, but the record does not say what it was asked to.

    ``differences`` maps a field to ``(asked for, found)``.
    """

    def __init__(self, message: str, differences: Mapping[str, tuple[Any, Any]] | None = None) -> None:
        super().__init__(message)
        self.differences = dict(differences or {})


async def edit(resource: Editable[RecordT, Any], id: int | RecordT, changes: Mapping[str, Any]) -> RecordT:
    """What ``Editable.edit`` does; its docstring says what it raises."""
    calls: Any = resource
    number, known = (id, None) if isinstance(id, int) else (cast("Any", id).id, id)
    before: RecordT = await calls.get(number)
    if known is not None and _stamp(known) != _stamp(before):
        raise EditConflict(f"{resource._name} {number} was changed since it was read: nothing was written")
    draft = cast("Any", before).to_draft()
    _check(draft, changes)
    wanted = attrs.evolve(draft, **changes)
    if _stamp(await calls.get(number)) != _stamp(before):
        raise EditConflict(f"{resource._name} {number} was changed while it was being edited: nothing was written")
    await calls.update(number, wanted)
    after: RecordT = await calls.get(number)
    differences = dict(_differences(_plain(wanted), _plain(cast("Any", after).to_draft())))
    if differences:
        raise EditNotApplied(
            f"{resource._name} {number} was written but differs from what was asked for in {', '.join(differences)}",
            differences,
        )
    return after


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
    """Where ``found`` says something else than ``wanted``; what only ``found`` has, as ids of new lines, is fine."""
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
