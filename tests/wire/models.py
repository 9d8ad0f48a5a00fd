"""Models in the style of the generated ones, small enough to read, and answers to decode with them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, ClassVar

import attrs
from msgspec import UNSET, UnsetType
from msgspec import field as wire_field

from daftra_async._wire import Date, DateTime, DecodeSettings, Draft, Operation, Page, Record, Response, decode_page
from daftra_async._wire.enums import OpenIntEnum, OpenStrEnum
from daftra_async._wire.messages import OperationKind
from daftra_async._wire.record import NO_ID


class Status(OpenIntEnum):
    __labels__: ClassVar[Mapping[int, str]] = {0: "Unpaid", 2: "Paid"}

    UNPAID = 0
    PAID = 2


class Method(OpenStrEnum):
    __labels__: ClassVar[Mapping[str, str]] = {"cash": "Cash"}

    CASH = "cash"


class Product(Record, frozen=True, kw_only=True):
    id: int = NO_ID
    name: str | None = None
    modified: DateTime | None = None


class Client(Record, frozen=True, kw_only=True):
    id: int = NO_ID
    client_number: str | None = None
    business_name: str | None = None
    first_name: str | None = None
    phone1: str | None = None
    type: int | None = None
    suspend: bool | None = None
    is_offline: bool | None = None
    starting_balance: Decimal | None = None
    created: DateTime | None = None
    modified: DateTime | None = None


class InvoiceItem(Record, frozen=True, kw_only=True):
    id: int = NO_ID
    item: str | None = None
    quantity: Decimal | None = None
    unit_price: Decimal | None = None
    subtotal: Decimal | None = None
    tax1: int | None = None
    tax2: int | None = None
    product: Product | None = wire_field(default=None, name="Product")


class InvoicePayment(Record, frozen=True, kw_only=True):
    id: int = NO_ID
    amount: Decimal | None = None
    date: Date | None = None
    method: Method | None = None


class Invoice(Record, frozen=True, kw_only=True):
    id: int = NO_ID
    no: str | None = None
    name: str | None = None
    draft: bool | None = None
    payment_status: Status | None = None
    method: Method | None = None
    client_id: int | None = None
    summary_total: Decimal | None = None
    summary_paid: Decimal | None = None
    date: Date | None = None
    created: DateTime | None = None
    tags: list[int] = wire_field(default_factory=list)
    settings: dict[str, Any] | None = None
    extra_details: str | None = None
    anything: Any | None = None
    client: Client | None = wire_field(default=None, name="Client")
    items: list[InvoiceItem] = wire_field(default_factory=list, name="InvoiceItem")
    payments: list[InvoicePayment] = wire_field(default_factory=list, name="InvoicePayment")


class Branch(Record, frozen=True, kw_only=True):
    id: int = NO_ID
    name: str | None = None
    status: int | None = None
    created: DateTime | None = None


@attrs.define(kw_only=True)
class InvoiceItemDraft(Draft):
    id: int | UnsetType | None = UNSET
    item: str | UnsetType | None = UNSET
    quantity: Decimal | int | str | UnsetType | None = UNSET
    unit_price: Decimal | int | str | UnsetType | None = UNSET
    tax1: int | UnsetType | None = UNSET


@attrs.define(kw_only=True)
class PaymentDraft(Draft):
    amount: Decimal | int | str | UnsetType | None = UNSET
    date: Date | str | UnsetType | None = UNSET


@attrs.define(kw_only=True)
class InvoiceDraft(Draft):
    _wire_section: ClassVar[str | None] = "Invoice"
    _wire_fields: ClassVar[Mapping[str, tuple[str | None, str]]] = {
        "items": ("InvoiceItem", ""),
        "payments": ("Payment", ""),
        "deposit_account": ("Deposit", "account"),
    }

    client_id: int
    no: str | UnsetType | None = UNSET
    draft: bool | UnsetType | None = UNSET
    payment_status: Status | int | UnsetType | None = UNSET
    method: Method | str | UnsetType | None = UNSET
    summary_total: Decimal | int | str | UnsetType | None = UNSET
    date: Date | str | UnsetType | None = UNSET
    created: DateTime | str | UnsetType | None = UNSET
    items: list[InvoiceItemDraft] | UnsetType = UNSET
    payments: list[PaymentDraft] | UnsetType = UNSET
    deposit_account: int | UnsetType | None = UNSET


def operation(
    *,
    base: str = "/api2",
    path: str = "/invoices.json",
    model_key: str | None = "Invoice",
    kind: OperationKind = "list",
) -> Operation:
    return Operation(resource="invoices", name=kind, method="GET", base=base, path=path, model_key=model_key, kind=kind)


V1_LIST = operation()
V1_GET = operation(path="/invoices/{id}.json", kind="get")
V1_CREATE = operation(kind="create")
V2_LIST = operation(base="/v2/api/entity", path="/branch/list/{level}", model_key=None)
V2_GET = operation(base="/v2/api/entity", path="/branch/{id}/{level}", model_key=None, kind="get")
V2_UPDATE = operation(base="/v2/api/entity", path="/branch/{id}", model_key=None, kind="update")
V2_CREATE = operation(base="/v2/api/entity", path="/branch", model_key=None, kind="create")


def answer(
    body: object, op: Operation = V1_GET, *, status: int = 200, headers: Mapping[str, str] | None = None
) -> Response:
    """The server's answer to an operation; text and bytes are sent as they are."""
    data = body if isinstance(body, bytes) else body.encode() if isinstance(body, str) else json.dumps(body).encode()
    request = op.request(path={"id": 26, "level": 1})
    return Response(status=status, headers=headers or {}, body=data, request=request)


def v1_list(*rows: object, **beside: object) -> dict[str, object]:
    """A v1 list of already wrapped rows."""
    return {"code": 200, "result": "successful", "data": list(rows), **beside}


def decode_rows(*rows: object, date_format: str | None = "DD/MM/YYYY", strict: bool = False) -> Page[Invoice]:
    """A page of invoices, each given without its wrapper."""
    settings = DecodeSettings(date_format=date_format, strict=strict)
    return decode_page(answer(v1_list(*({"Invoice": row} for row in rows)), V1_LIST), Invoice, settings)


def decode_row(row: object, *, date_format: str | None = "DD/MM/YYYY") -> Invoice:
    """One invoice by way of a page."""
    return decode_rows(row, date_format=date_format).items[0]
