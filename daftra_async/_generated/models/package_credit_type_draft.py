from __future__ import annotations

from decimal import Decimal
from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class PackageCreditTypeDraft(Draft):
    """What can be written of package credit types."""

    credit_type_id: int | None | UnsetType = UNSET
    package_id: int | None | UnsetType = UNSET
    amount: Decimal | int | str | None | UnsetType = UNSET
    """The amount."""


class PackageCreditTypeDict(TypedDict, total=False):
    """``PackageCreditTypeDraft`` as a plain dict, by its attributes; they are described there."""

    credit_type_id: int | None
    package_id: int | None
    amount: Decimal | int | str | None
