from __future__ import annotations

from typing import ClassVar

import attrs

from ..._wire import Draft


@attrs.define(kw_only=True)
class InvoiceWorkOrderDraft(Draft):
    """What can be written of invoice work orders."""

    _wire_section: ClassVar[str | None] = "Invoice"

    work_order_id: int
    """The work order it belongs to."""
