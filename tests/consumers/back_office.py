"""A back office over the rest of the API: stock, staff, bookings, v2 entities, the table of operations, raw access."""

from __future__ import annotations

from typing import Any

from daftra_async import OPERATIONS, ApiKey, BearerToken, Daftra, FileTokenStore, Operation, PasswordGrant
from daftra_async.models import Brand, Product, Supplier, Tax


def clients() -> list[Daftra]:
    grant = PasswordGrant(
        client_id="1",
        client_secret="secret",
        username="me@example.com",
        password="password",
        store=FileTokenStore("token.json"),
    )
    return [
        Daftra("acme", auth=grant),
        Daftra(base_url="https://books.example.com", auth=BearerToken("token")),
        Daftra(base_url="http://127.0.0.1:8000", auth=ApiKey("k")),
        Daftra.from_env(),
    ]


def operations() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for operation in OPERATIONS:
        one: Operation = operation
        found.setdefault(one.resource, []).append(f"{one.method} {one.base}{one.path} {one.name} {one.page_ids}")
    return found


async def stock(daftra: Daftra) -> list[tuple[int, str | None]]:
    products: list[Product] = await daftra.products.list(limit=50).collect()
    return [(product.id, product.name) for product in products]


async def suppliers(daftra: Daftra) -> list[str]:
    return [
        supplier.business_name or "" async for supplier in daftra.suppliers.list() if isinstance(supplier, Supplier)
    ]


async def taxes(daftra: Daftra) -> dict[int, Tax]:
    return {tax.id: tax async for tax in daftra.taxes.list(limit=100)}


async def brands(daftra: Daftra) -> list[Brand]:
    first = await daftra.brands.list(level=2, per_page=50, filter={"name": {"like": "P%"}}, sort={"created": "desc"})
    brand: Brand = await daftra.brands.get(1, level=1)
    return [brand, *first.items]


async def bookings(daftra: Daftra) -> object:
    await daftra.bookings.change_status(7, "2")
    return await daftra.bookings.convert_to_invoice(7)


async def people(daftra: Daftra) -> int:
    staff = await daftra.staff.list(limit=10)
    departments = await daftra.departments.list()
    leave = await daftra.leave_applications.list()
    return len(staff) + len(departments.items) + len(leave)


async def books(daftra: Daftra) -> int:
    accounts = await daftra.journal_accounts.list(limit=10)
    journals = await daftra.journals.list(limit=10)
    costs = await daftra.cost_centers.list()
    treasuries = await daftra.treasuries.list()
    return len(accounts) + len(journals) + len(costs) + len(treasuries)


async def rest(daftra: Daftra) -> Any:
    async with daftra:
        site = await daftra.site.get()
        return await daftra.request("GET", "/api2/anything.json", params={"id": site.id})
