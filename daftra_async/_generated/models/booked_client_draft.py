from __future__ import annotations

from typing import TypedDict

import attrs
from msgspec import UNSET, UnsetType

from ..._wire import Draft


@attrs.define(kw_only=True)
class BookedClientDraft(Draft):
    """What can be written of booked clients."""

    client_id: int | None | UnsetType = UNSET
    """The client's id."""


class BookedClientDict(TypedDict, total=False):
    """``BookedClientDraft`` as a plain dict, by its attributes; they are described there."""

    client_id: int | None
