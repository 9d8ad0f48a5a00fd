from __future__ import annotations

from typing import TypedDict

import attrs

from ..._wire import Draft


@attrs.define(kw_only=True)
class BrandDraft(Draft):
    """What can be written of brands."""

    name: str
    """Its name, as people know it."""


class BrandDict(TypedDict, total=False):
    """``BrandDraft`` as a plain dict, by its attributes; they are described there."""

    name: str
