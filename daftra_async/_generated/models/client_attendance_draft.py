from __future__ import annotations

from typing import ClassVar

import attrs

from ..._wire import Draft
from ..._wire.record import DateTime


@attrs.define(kw_only=True)
class ClientAttendanceDraft(Draft):
    """What can be written of client attendances."""

    _wire_section: ClassVar[str | None] = "ClientAttendance"

    time: DateTime | str
