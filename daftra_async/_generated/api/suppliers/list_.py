"""GET /api2/suppliers.json"""

from __future__ import annotations

from ...._wire import DecodeSettings, Page, Request, Response, decode_page
from ...models.enums import SupplierState
from ...models.supplier import Supplier
from ...operations import SUPPLIERS_LIST as OPERATION


def build(
    *,
    limit: int | None = None,
    page: int | None = None,
    name: str | None = None,
    address: str | None = None,
    postal_code: str | None = None,
    country_code: str | None = None,
    status: SupplierState | int | None = None,
) -> Request:
    return OPERATION.request(
        query={
            "limit": limit,
            "page": page,
            "name": name,
            "address": address,
            "postal_code": postal_code,
            "country_code": country_code,
            "status": status,
        },
    )


def parse(response: Response, settings: DecodeSettings) -> Page[Supplier]:
    return decode_page(response, Supplier, settings)
