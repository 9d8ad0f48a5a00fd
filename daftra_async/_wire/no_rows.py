"""The one empty list of all records of a list that brought none of a relation.

The rows of most lists bring neither lines nor payments, and an empty list of its own takes 56 bytes for each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn


class NoRows(list[Any]):
    """An empty list that stays empty, since many records share it. A copy of it, in any way, is an ordinary list."""

    __slots__ = ()

    def _stay_empty(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("a record cannot be changed: make a list of your own, such as [*invoice.items, line]")

    if not TYPE_CHECKING:
        append = extend = insert = __setitem__ = __iadd__ = __imul__ = _stay_empty

    def __reduce__(self) -> tuple[Any, ...]:
        return list, ()


NO_ROWS = NoRows()
