from __future__ import annotations

from typing import Any

import attrs

from ...wire.record import NO_ID, Record


@attrs.frozen(kw_only=True, repr=False)
class ClientCustomData(Record):
    """One of the account's client custom data."""

    id: int = NO_ID
    building_no: str | None = None
    reference_id: str | None = None
    client_name_en: str | None = None
    vat_category: str | None = None
    customer_service_contact: str | None = None
    customer_reference: str | None = None
    custom_price_list: Any | None = None
