from __future__ import annotations

import attrs

from ...wire.record import NO_ID, DateTime, Record


@attrs.frozen(kw_only=True, repr=False)
class Branch(Record):
    """One of the account's branches."""

    id: int = NO_ID
    code: str | None = None
    name: str | None = None
    phone1: str | None = None
    phone2: str | None = None
    working_hours: str | None = None
    description: str | None = None
    address1: str | None = None
    address2: str | None = None
    city: str | None = None
    state: str | None = None
    country_code: str | None = None
    admin_staff_id: int | None = None
    staff_id: int | None = None
    smtp_account_id: int | None = None
    status: int | None = None
    map_location: str | None = None
    created: DateTime | None = None
    modified: DateTime | None = None
