from __future__ import annotations

from typing import ClassVar, TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class StoreDraft(Draft):
    """What can be written of stores."""

    _wire_section: ClassVar[str | None] = "Store"

    name: str
    """Its name, as people know it."""
    shipping_address: str | None | UnsetType = UNSET
    """The warehouse's address."""
    primary: bool | None | UnsetType = UNSET
    """Whether it is the one used where none is named."""
    active: bool | None | UnsetType = UNSET
    """Whether it can be used."""
    branch_id: int | None | UnsetType = UNSET
    """The branch it belongs to."""


class StoreDict(TypedDict, total=False):
    """``StoreDraft`` as a plain dict, by its attributes; they are described there."""

    name: str
    shipping_address: str | None
    primary: bool | None
    active: bool | None
    branch_id: int | None


class StoreBody(StoreDict, total=False):
    """``StoreDraft`` as a plain dict, in the documented shape as well."""

    Store: StoreBody
