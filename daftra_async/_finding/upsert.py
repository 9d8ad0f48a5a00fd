"""Create a record or edit the one that is there: which of the two, the named fields decide."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any

import attrs
from msgspec import UNSET

from .._wire.draft import Draft, attributes_of
from ..errors import ConfigurationError, DaftraError, Outcome


class Ambiguous(DaftraError):
    """Several records have the values that one was looked for by; nothing was written. ``ids`` are theirs."""

    outcome: Outcome | None = "not_sent"

    def __init__(self, message: str, ids: Sequence[int] = ()) -> None:
        super().__init__(message, ids)
        self.ids = tuple(ids)

    def __str__(self) -> str:
        return str(self.args[0])


@attrs.frozen(kw_only=True)
class Upserted:
    """What ``upsert`` did: the record's id, and whether the record was created or edited."""

    id: int
    created: bool


async def upsert(
    resource: str,
    draft: Draft,
    by: str | Sequence[str],
    *,
    find: Callable[[Mapping[str, Any]], Awaitable[Sequence[Any]]],
    create: Callable[[str], Awaitable[int]],
    edit: Callable[[int, Mapping[str, Any]], Awaitable[Any]],
) -> Upserted:
    """What ``Findable`` says of ``upsert``.

    ``create`` is given a name for the write, which says which record is meant, and gives its id.
    """
    given = {
        field.name: getattr(draft, field.name)
        for field in attributes_of(type(draft))
        if getattr(draft, field.name) is not UNSET
    }
    if draft.extra is not UNSET:
        raise ConfigurationError(f"{resource}.upsert takes no extra=: an edit does not know how it is read back")
    names = (by,) if isinstance(by, str) else tuple(by)
    missing = [name for name in names if given.get(name) in (None, "")]
    if missing or not names:
        raise ConfigurationError(f"{resource}.upsert(by={by!r}): the draft does not set {', '.join(missing) or 'any'}")
    wanted = {name: given[name] for name in names}
    found = await find(wanted)
    if len(found) > 1:
        ids = sorted(record.id for record in found)
        raise Ambiguous(f"{len(ids)} {resource} have {_told(wanted)}: {', '.join(map(str, ids))}", ids)
    if found:
        await edit(found[0].id, given)
        return Upserted(id=found[0].id, created=False)
    return Upserted(id=await create(f"upsert {_told(wanted)}"), created=True)


def _told(values: Mapping[str, Any]) -> str:
    return ", ".join(f"{name}={value!r}" for name, value in values.items())
