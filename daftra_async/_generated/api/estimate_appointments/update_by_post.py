"""POST /api2/estimate_appointments/{id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.appointment_draft import AppointmentBody, AppointmentDraft
from ...operations import ESTIMATE_APPOINTMENTS_UPDATE_BY_POST as OPERATION


def build(id: int, draft: AppointmentDraft | AppointmentBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(AppointmentDraft, draft, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
