"""Find the records whose fields have exactly these values: by the cheapest search that can be trusted.

1. A list parameter that is documented for one of the fields narrows the list (``invoices.list(no=…)``); so does the
   filter of a v2 list.
2. Otherwise the v2 list of the same records is asked (clients by ``phone1``), and what it gives is read by id.
3. Otherwise the whole list is read.

None of them is believed: each record is compared here. Nor is a v2 search that finds nothing: the same search must
find a record that is known to exist, or the whole list is read.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from typing import Any, Generic, TypeVar

import attrs

from .._paging.pager import Pager
from .._v2.entities import Entity
from .._wire.record import Record
from ..errors import NotFound, PermissionDenied, Rejected, UnexpectedResponse, ValidationError
from .criteria import Criterion, all_hold

R = TypeVar("R", bound=Record)

_NO_SEARCH = (NotFound, PermissionDenied, Rejected, UnexpectedResponse, ValidationError)
"""What an account answers that has no such v2 list, or not for this credential."""


@attrs.frozen(kw_only=True)
class Search(Generic[R]):
    """What can be asked of a resource.

    ``parameters`` are the documented ones of its list; ``everything`` those without which the list hides rows;
    ``entity`` is the v2 list of the same records, where the resource itself is none.
    """

    list: Callable[..., Pager[R]]
    get: Callable[[int], Awaitable[R]]
    parameters: frozenset[str]
    everything: Mapping[str, Any]
    entity: Entity[R] | None
    criteria: Sequence[Criterion]

    def where(self, record: R | None = None) -> dict[str, Any]:
        """The v2 filter for the values looked for, or for those that a record has in the same fields."""
        return {
            one.name: one.value if record is None else getattr(record, one.attribute)
            for one in self.criteria
            if one.narrows
        }

    def whole_list(self, **parameters: Any) -> Pager[R]:
        return self.list(**{**self.everything, **parameters})


async def find(search: Search[R]) -> list[R]:
    """The records that meet every criterion, as their list gives them.

    Raises ``IncompleteList`` where the list changes so much while it is read that a record may have been missed.
    """
    where = search.where()
    documented = {name: value for name, value in where.items() if name in search.parameters}
    if documented:
        return await _in_list(search, search.whole_list(**documented))
    if where and "filter" in search.parameters and "per_page" in search.parameters:
        return await _in_list(search, search.whole_list(filter=where))
    if where and search.entity is not None:
        found = await _by_v2(search, search.entity)
        if found is not None:
            return found
    return await _in_list(search, search.whole_list())


async def _in_list(search: Search[R], pager: Pager[R]) -> list[R]:
    """Those of a list. Where no row shows one of the fields, the records are read in full instead."""
    found: list[R] = []
    hidden = {one.attribute: one.name for one in search.criteria}
    rows = 0
    async with aclosing(pager.using(strict=True).rows()) as records:
        async for record in records:
            rows += 1
            for attribute in [*hidden]:
                if getattr(record, attribute) is not None or hidden[attribute] in record.raw:
                    del hidden[attribute]
            if all_hold(search.criteria, record):
                found.append(record)
    if not rows or not hidden:
        return found
    async with aclosing(pager.using(strict=True).with_details(missing="skip").rows()) as records:
        return [record async for record in records if all_hold(search.criteria, record)]


async def _by_v2(search: Search[R], entity: Entity[R]) -> list[R] | None:
    """The records that v2 finds, read by id; None where its search cannot be used."""
    found: list[R] = []
    try:
        async with aclosing(entity.list(where=search.where(), strict=True).rows()) as rows:
            async for row in rows:
                if any(one.narrows and getattr(row, one.attribute) is None for one in search.criteria):
                    return None
                if all(one.holds(row) for one in search.criteria if one.narrows):
                    found += await _read(search, row.id)  # type: ignore[attr-defined]
        return found if found or await _finds_what_exists(search, entity) else None
    except _NO_SEARCH:
        return None


async def _read(search: Search[R], number: int) -> list[R]:
    """The record of this id, if there is one here that meets the criteria: v2 lists documents of other types, too."""
    try:
        record = await search.get(number)
    except NotFound:
        return []
    return [record] if all_hold(search.criteria, record) else []


async def _finds_what_exists(search: Search[R], entity: Entity[R]) -> bool:
    """Whether the v2 search finds a record of the list by its own values: one that does not proves no absence."""
    page = await search.whole_list(limit=100)
    fields = [one.attribute for one in search.criteria if one.narrows]
    sample: Any = next((row for row in page.items if all(getattr(row, name) for name in fields)), None)
    if sample is None:
        return not page.items
    found = await entity.list(where=search.where(sample), per_page=100)
    return any(row.id == sample.id for row in found.items)  # type: ignore[attr-defined]
