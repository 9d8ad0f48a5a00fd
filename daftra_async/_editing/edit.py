"""Partial edits over an API whose PUT replaces the whole record.

The server resets every field that a PUT leaves out, and refuses a record that is sent back as it came because of its
read-only fields. An edit therefore reads the record, keeps what can be written, merges the changes and writes all of
it; around that it makes sure that nobody else's change is overwritten and that the server did what it was asked.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, cast

import attrs
import msgspec
from msgspec import UNSET

from .._wire.encode import encode_body
from .._wire.record import set_issues
from .._wire.shape import Field, shape
from .._wire.suggestion import did_you_mean
from ..errors import ConfigurationError, DaftraError, NotFound, Outcome, Rejected, ValidationError
from .refusals import known_reasons, refusal_shown
from .written_back import left_out, readable, with_empty_days

if TYPE_CHECKING:
    from .._wire import Draft, Record

T = TypeVar("T")
RecordT = TypeVar("RecordT", bound="Record")


class EditConflict(DaftraError):
    """The record changed while it was being edited: nothing was written. Read it again and decide anew."""

    outcome: Outcome | None = "not_sent"


class EditRefused(DaftraError):
    """The record shows that the server will not edit it, or holds what a PUT would erase; the message says which and
    what to do. Nothing was written."""

    outcome: Outcome | None = "not_sent"


class EditNotApplied(DaftraError):
    """The server accepted the edit, but the record does not say what it was asked to.

    ``differences`` maps a field to ``(asked for, found)``.
    """

    outcome: Outcome | None = "unknown"

    def __init__(self, message: str, differences: Mapping[str, tuple[Any, Any]] | None = None) -> None:
        super().__init__(message)
        self.differences = dict(differences or {})


@attrs.frozen(kw_only=True)
class Target:
    """What is edited: the resource's name, the branch that its calls are routed to, and the two calls it takes.

    ``parents`` are the path arguments before the record's own id, for a record that stands inside another.
    """

    name: str
    parents: tuple[str, ...]
    branch_id: int | None
    get: Callable[..., Awaitable[Any]]
    update: Callable[..., Awaitable[Any]]


async def edit(target: Target, id: int | RecordT, changes: Mapping[str, Any]) -> RecordT:
    """What ``Editable.edit`` does; its docstring says what it raises."""
    number, known = _named(target, id)
    place, changes = _placed(target, number, changes)
    if known is not None:
        _refuse_shown(target, known)
    before: RecordT = await _explained(target, target.get(*place))
    _refuse_shown(target, before)
    if known is not None and _changed(known, before):
        raise EditConflict(f"{target.name} {number} was changed since it was read: nothing was written")
    if not changes:
        return before
    wanted = attrs.evolve(_draft_of(target, before, changes), **changes)
    if _stamp(await target.get(*place)) != _stamp(before):
        raise EditConflict(f"{target.name} {number} was changed while it was being edited: nothing was written")
    await _explained(target, target.update(*place, wanted))
    try:
        after: RecordT = await target.get(*place)
    except DaftraError as error:
        # What failed came after the edit, which the server accepted.
        error.outcome = "applied"
        raise
    found = _without_issues(after).to_draft()
    shown = attrs.evolve(cast("Any", readable(wanted, type(after))), **dict.fromkeys(left_out(found, after), UNSET))
    differences = dict(_differences(_plain(shown), _plain(found)))
    if differences:
        raise EditNotApplied(
            f"{target.name} {number} was written but differs from what was asked for in {', '.join(differences)}",
            differences,
        )
    return after


def _named(target: Target, id: object) -> tuple[int, Any]:
    """The number of the record to edit, and the record as it was read earlier where that is what was given."""
    number = id if isinstance(id, int) else getattr(id, "id", None)
    if isinstance(number, bool) or not isinstance(number, int):
        raise ConfigurationError(f"{target.name}.edit takes the record's id, or a record read earlier, not {id!r}")
    return number, None if number is id else id


def _placed(target: Target, number: int, changes: Mapping[str, Any]) -> tuple[list[Any], Mapping[str, Any]]:
    """The path's arguments and the changes: a record inside another has that one's id among its keyword arguments."""
    missing = [name for name in target.parents if name not in changes]
    if missing:
        raise ConfigurationError(f"{target.name}.edit needs {', '.join(missing)}= as well: give it by its name")
    return [*(changes[name] for name in target.parents), number], {
        name: value for name, value in changes.items() if name not in target.parents
    }


def _draft_of(target: Target, record: Any, changes: Mapping[str, Any]) -> Any:
    """The record as it would be written back, but for what is set anew: a value there need not be readable.

    A day that the record does not have is written as ``null``: left out of a PUT, the server makes it 1970.
    """
    settled = {field.name for field in shape(type(record)) if field.attribute in changes}
    draft = _without_issues(record, settled).to_draft()
    _check(draft, changes)
    lost = [name for name in left_out(draft, record) if name not in changes]
    if lost:
        raise EditRefused(
            f"{target.name} {record.id} cannot be edited: {', '.join(lost)} cannot be written back as read, and a PUT "
            "without them would erase them: give them in the same edit. Nothing was written"
        )
    return with_empty_days(draft, record)


def _without_issues(record: Record, fields: Collection[str] | None = None) -> Any:
    """The record as if the values of these fields, or all of them, were understood."""
    copied = msgspec.structs.replace(record)
    set_issues(copied, tuple(issue for issue in record.issues if fields is not None and issue.path[0] not in fields))
    return copied


def _refuse_shown(target: Target, record: Any) -> None:
    why = refusal_shown(target.name, record, target.branch_id)
    if why is not None:
        raise EditRefused(f"{target.name} {record.id} cannot be edited: {why}. Nothing was written")


async def _explained(target: Target, answer: Awaitable[T]) -> T:
    """The answer; a refusal that names no field is told with the reasons that the server is known to have."""
    try:
        return await answer
    except (NotFound, Rejected, ValidationError) as error:
        reasons = known_reasons(target.name)
        if reasons and not error.validation_errors:
            error.hint = reasons
        raise


def _changed(seen: Record, now: Record) -> bool:
    """Whether a record says something else than when it was seen, in a list perhaps or on the other API.

    Two answers of one shape are compared whole; of different shapes, only what the earlier one shows.
    """
    was = seen.raw
    if was and was.keys() == now.raw.keys():
        return was != now.raw
    return any(_shown_otherwise(field, seen, now) for field in shape(type(seen)))


def _shown_otherwise(field: Field, seen: Record, now: Record) -> bool:
    was, is_now = getattr(seen, field.attribute), getattr(now, field.attribute)
    if was in (None, "", []):
        return False
    if field.many:
        return len(was) != len(is_now) or any(map(_changed, was, is_now))
    if field.kind == "record":
        return is_now is None or _changed(was, is_now)
    return bool(was != is_now)


def _stamp(record: Any) -> object:
    return record.raw or record


def _check(draft: Draft, changes: Mapping[str, Any]) -> None:
    names = [field.name for field in shape(type(draft))]
    for name in changes:
        if name not in names:
            hint = did_you_mean(name, names) or ": it does not exist, or the server computes it"
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
