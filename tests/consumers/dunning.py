"""A service that chases unpaid invoices: reads, filters, pages, partial edits, errors by meaning."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import date
from decimal import Decimal

from daftra_async import (
    ApiKey,
    Daftra,
    DaftraError,
    NotFound,
    Page,
    Pager,
    RateLimit,
    RateLimited,
    RetryPolicy,
    Timeout,
)
from daftra_async.models import Client, Invoice, InvoiceItem, InvoicePayment, InvoicePaymentStatus


def connect(subdomain: str, key: str) -> Daftra:
    return Daftra(
        subdomain,
        auth=ApiKey(key),
        timeout=Timeout(connect=5.0, read=30.0),
        concurrency=4,
        retry=RetryPolicy(retries=3),
        rate_limit=RateLimit(60, per=60.0),
        branch_id=None,
    )


async def overdue(daftra: Daftra, today: date) -> AsyncIterator[Invoice]:
    pager: Pager[Invoice] = daftra.invoices.list(
        limit=100, payment_status=InvoicePaymentStatus.UNPAID, due_date_to=today, draft=False
    )
    async for invoice in pager:
        yield invoice


def owed(invoice: Invoice) -> Decimal:
    unpaid: Decimal | None = invoice.summary_unpaid
    return unpaid if unpaid is not None else Decimal(0)


def lines(invoice: Invoice) -> list[tuple[str, Decimal]]:
    items: list[InvoiceItem] = invoice.items
    return [(line.item or "", (line.quantity or Decimal(1)) * (line.unit_price or Decimal(0))) for line in items]


def paid(invoice: Invoice) -> Decimal:
    payments: list[InvoicePayment] = invoice.payments
    return sum((payment.amount or Decimal(0) for payment in payments), Decimal(0))


def debtor(invoice: Invoice) -> str:
    client: Client | None = invoice.client
    return (client.business_name if client else invoice.client_business_name) or "?"


def state(invoice: Invoice) -> str:
    status: InvoicePaymentStatus | None = invoice.payment_status
    if status is InvoicePaymentStatus.PAID:
        return "paid"
    return status.label if status is not None else str(invoice.raw.get("payment_status"))


async def remind(daftra: Daftra, id: int) -> str | None:
    try:
        invoice = await daftra.invoices.edit(id, notes="Reminded")
    except NotFound:
        return None
    except RateLimited as error:
        return f"later: {error.status}"
    except DaftraError as error:
        return f"failed: {error}"
    since: date | None = invoice.date
    return f"{invoice.no}: {owed(invoice)} since {since}"


async def first_page(daftra: Daftra) -> tuple[int | None, list[int]]:
    page: Page[Client] = await daftra.clients.list(limit=20, page=1)
    return page.total, [client.id for client in page.items]


async def everything(daftra: Daftra) -> int:
    count = 0
    async for page in daftra.invoices.list(limit=200).pages(concurrency=8):
        count += len(page)
    rows: list[Invoice] = await daftra.with_options(timeout=120.0).invoices.list(limit=200).collect()
    return count + len(rows)
