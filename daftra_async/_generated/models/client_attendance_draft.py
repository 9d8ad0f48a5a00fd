from __future__ import annotations

from typing import ClassVar, TypedDict

import attrs

from ..._wire import Draft
from ..._wire.record import DateTime


@attrs.define(kw_only=True)
class ClientAttendanceDraft(Draft):
    """What can be written of client attendances."""

    _wire_section: ClassVar[str | None] = "ClientAttendance"

    time: DateTime | str


class ClientAttendanceDict(TypedDict, total=False):
    """``ClientAttendanceDraft`` as a plain dict, by its attributes; they are described there."""

    time: DateTime | str


class ClientAttendanceBody(ClientAttendanceDict, total=False):
    """``ClientAttendanceDraft`` as a plain dict, in the documented shape as well."""

    ClientAttendance: ClientAttendanceBody
