from __future__ import annotations

import attrs

from ..._wire import Draft


@attrs.define(kw_only=True)
class BrandDraft(Draft):
    """What can be written of brands."""

    name: str
