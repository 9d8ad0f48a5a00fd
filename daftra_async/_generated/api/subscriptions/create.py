"""POST /api2/invoices/add_subscription"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...._wire import Created, DecodeSettings, Request, Response, decode_created
from ...._wire.draft import prepare_body
from ...models.subscription_draft import SubscriptionBody, SubscriptionDraft
from ...operations import SUBSCRIPTIONS_CREATE as OPERATION


def build(draft: SubscriptionDraft | SubscriptionBody, *, extra: Mapping[str, Any] | None = None) -> Request:
    return OPERATION.request(body=prepare_body(SubscriptionDraft, draft, new=True, extra=extra))


def parse(response: Response, settings: DecodeSettings) -> Created:
    return decode_created(response, settings)
