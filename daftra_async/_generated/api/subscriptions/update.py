"""PUT /api2/invoices/edit_subscription/{id}"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import DecodeSettings, Done, Request, Response, decode_done
from ...._wire.draft import prepare_body
from ...models.subscription_draft import SubscriptionBody, SubscriptionDraft
from ...operations import SUBSCRIPTIONS_UPDATE as OPERATION


def build(id: int, draft: SubscriptionDraft | SubscriptionBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(path={"id": id}, body=prepare_body(SubscriptionDraft, draft, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Done:
    return decode_done(response, settings)
