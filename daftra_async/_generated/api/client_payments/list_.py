"""GET /api2/client_payments.json"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.client_payment import ClientPayment
from ...models.enums import PaymentStatus, SortDirection
from ...operations import CLIENT_PAYMENTS_LIST as OPERATION


def build(
    *,
    limit: int | None = None,
    page: int | None = None,
    sort: str | None = None,
    direction: SortDirection | str | None = None,
    no: str | None = None,
    code: str | None = None,
    client_id: int | None = None,
    payment_method: str | None = None,
    include_starting_balance: bool | None = None,
    date_from: date | str | None = None,
    date_to: date | str | None = None,
    created_from: date | str | None = None,
    created_to: date | str | None = None,
    amount_from: Decimal | int | str | None = None,
    amount_to: Decimal | int | str | None = None,
    id: int | None = None,
    transaction_id: str | None = None,
    status: PaymentStatus | int | None = None,
    invoiced_by: int | None = None,
    staff_id: int | None = None,
    pos_shift_id: int | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
            "sort": sort,
            "direction": direction,
            "no": no,
            "code": code,
            "client_id": client_id,
            "payment_method": payment_method,
            "include_starting_balance": include_starting_balance,
            "date_from": date_from,
            "date_to": date_to,
            "created_from": created_from,
            "created_to": created_to,
            "amount_from": amount_from,
            "amount_to": amount_to,
            "id": id,
            "transaction_id": transaction_id,
            "status": status,
            "invoiced_by": invoiced_by,
            "staff_id": staff_id,
            "pos_shift_id": pos_shift_id,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[ClientPayment]:
    return decode_page(response, ClientPayment, settings)
