"""A batch job: drafts of every kind of document, created one by one and in bulk, from models and from plain dicts."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

from daftra_async import BulkReport, ConnectionLost, Created, Daftra, Done, Outcome, ValidationError
from daftra_async.models import (
    BrandDraft,
    ClientDraft,
    ClientPaymentDraft,
    CreditNoteDraft,
    EstimateDraft,
    ExpenseDraft,
    Invoice,
    InvoiceBody,
    InvoiceDraft,
    InvoiceItemDict,
    InvoiceItemDraft,
    JournalDraft,
    ProductDraft,
    PurchaseInvoiceDraft,
    TaxDraft,
)


def invoices(rows: list[tuple[int, str, Decimal]]) -> Iterator[InvoiceDraft]:
    for client_id, item, price in rows:
        yield InvoiceDraft(
            client_id=client_id,
            date=date(2026, 9, 25),
            po_number=f"import-{client_id}-{item}",
            currency_code="EGP",
            items=[InvoiceItemDraft(item=item, unit_price=price, quantity=2)],
        )


async def submit(daftra: Daftra, rows: list[tuple[int, str, Decimal]], ledger: Path) -> AsyncIterator[str]:
    async for outcome in daftra.invoices.bulk(
        invoices(rows), chunk_size=50, concurrency=4, ledger=ledger, key="po_number"
    ):
        found: Outcome = outcome
        yield f"{found.index} {found.key} {found.status} {found.id} {found.number} {found.error}"


async def submit_at_once(daftra: Daftra, rows: list[tuple[int, str, Decimal]]) -> tuple[int, int, int]:
    report: BulkReport = await daftra.invoices.bulk(invoices(rows))
    return report.created, report.rejected, report.unconfirmed


async def one_by_one(daftra: Daftra) -> list[int | None]:
    made: list[Created] = [
        await daftra.clients.create(ClientDraft(business_name="Nile Paper")),
        await daftra.products.create(ProductDraft(name="Paper")),
        await daftra.taxes.create(TaxDraft(name="VAT", value=Decimal(14))),
        await daftra.estimates.create(EstimateDraft(client_id=1)),
        await daftra.credit_notes.create(CreditNoteDraft(client_id=1)),
        await daftra.brands.create(BrandDraft(name="Papyrus")),
        await daftra.expenses.create({"Expense": {"amount": "12.50", "date": "2026-09-25"}}),
        await daftra.purchase_invoices.create({"PurchaseOrder": {"supplier_id": 1}, "PurchaseOrderItem": []}),
    ]
    return [created.id for created in made]


async def from_dicts(daftra: Daftra) -> list[int | None]:
    line: InvoiceItemDict = {"item": "Ink", "unit_price": Decimal("9.50"), "quantity": 2}
    body: InvoiceBody = {"Invoice": {"client_id": 1}, "InvoiceItem": [line]}
    row: dict[str, object] = {"client_id": 1, "notes": "of a file"}
    made: list[Created] = [
        await daftra.invoices.create(body),
        await daftra.invoices.create({"client_id": 1, "items": [line, InvoiceItemDraft(item="Tea")]}),
        await daftra.invoices.create({"client_id": 1}, extra={"undocumented": 1}),
        await daftra.invoices.create(InvoiceDraft.from_dict(row), once="row-1"),
        await daftra.brands.create({"name": "Papyrus"}),
    ]
    edited: Invoice = await daftra.invoices.edit(1, notes="paid", items=[line])
    return [*(created.id for created in made), edited.id]


def prepared() -> list[object]:
    payment = ClientPaymentDraft(client_id=1, amount=Decimal("10.00"), payment_method="cash", treasury_id=1)
    expense = ExpenseDraft(amount="3.50", date="2026-09-25")
    purchase = PurchaseInvoiceDraft(supplier_id=1)
    journal = JournalDraft(description="Opening", total_debit=1, total_credit=1, currency_code="EGP")
    payment.notes = "by hand"
    return [payment.to_wire(), expense.to_wire(), purchase.to_wire(), journal.to_wire()]


async def copy(daftra: Daftra, id: int) -> Done | dict[str, object]:
    invoice = await daftra.invoices.get(id)
    draft: InvoiceDraft = invoice.to_draft()
    draft.po_number = "copied"
    try:
        created = await daftra.invoices.create(draft)
    except ValidationError as error:
        return {"errors": error.validation_errors, "status": error.status}
    except ConnectionLost:
        return {"unknown": id}
    assert created.id is not None
    await daftra.invoices.update(created.id, draft)
    return await daftra.invoices.delete(created.id)
