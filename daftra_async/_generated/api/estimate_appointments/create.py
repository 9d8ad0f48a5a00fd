"""POST /api2/estimate_appointments.json"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.appointment_draft import AppointmentBody, AppointmentDraft
from ...operations import ESTIMATE_APPOINTMENTS_CREATE as OPERATION


def build(draft: AppointmentDraft | AppointmentBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(AppointmentDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
