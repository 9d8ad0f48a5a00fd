"""The account that a fresh emulator starts with: a small trading company with English and Arabic partners."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from .account import Account, first_segment
from .documents import settle
from .schema import Field, Shape
from .store import Values
from .tables import (
    ADVANCE_PAYMENT,
    CREDIT_NOTE,
    ESTIMATE,
    INVOICE,
    PURCHASE_ORDER,
    REFUND,
    V1_COLLECTIONS,
    Collection,
    v1_collection,
    v2_collection,
)

_FIRST_DAY = date(2026, 1, 5)
_V2 = "/v2/api/entity/"
_FILLED_ROWS = 3

_CLIENTS = (
    ("Nile Paper Trading", "Amina", "Saleh", "amina@nilepaper.example", "+20100000001", "Cairo", "EG"),
    ("مؤسسة النور للتجارة", "محمد", "عبد الله", "m.abdullah@alnoor.example", "+966500000002", "الرياض", "SA"),
    ("Delta Office Supplies", "Peter", "Nassar", "peter@deltaoffice.example", "+20100000003", "Alexandria", "EG"),
    ("شركة الأفق للمقاولات", "سارة", "الشمري", "sara@alofoq.example", "+966500000004", "جدة", "SA"),
    ("Cedar & Sons", "Joseph", "Haddad", "joseph@cedar.example", "+9613000005", "Beirut", "LB"),
    ("مخابز السنابل", "خالد", "يوسف", "khaled@sanabel.example", "+20100000006", "المنصورة", "EG"),
    ("Gulf Marine Services", "Fatima", "Rashid", "fatima@gulfmarine.example", "+971500000007", "Dubai", "AE"),
    ("مكتبة المعرفة", "ليلى", "حسن", "layla@almarefa.example", "+962790000008", "عمّان", "JO"),
    ("Sphinx Software", "Omar", "Fahmy", "omar@sphinx.example", "+20100000009", "Giza", "EG"),
    ("", "ياسر", "منصور", "yasser@example.com", "+20100000010", "أسوان", "EG"),
    ("Oasis Hotels", "Mona", "Kamel", "mona@oasis.example", "+20100000011", "Luxor", "EG"),
    ("صيدلية الشفاء", "هدى", "إبراهيم", "huda@alshifa.example", "+966500000012", "الدمام", "SA"),
)
_CREDIT_LIMITS = (None, "1,250.00", "١٢٥٠")
_PRODUCTS = (
    ("A4 paper, box of five", "PAP-A4", "35000.00"),
    ("Ink cartridge", 62810204, "420.50"),
    ("كرسي مكتب", "CHR-10", "2750.00"),
    ("مكتب خشبي", "DSK-20", "9800.00"),
    ("Desk lamp", "LMP-05", "310.25"),
    ("استشارة فنية (ساعة)", "SRV-01", "600.00"),
    ("Courier delivery", "SRV-02", "75.00"),
    ("دفتر ملاحظات", "NTB-07", "18.75"),
)
_SUPPLIERS = (
    ("Red Sea Imports", "Hany", "EG"),
    ("مصنع الورق العربي", "عادل", "SA"),
    ("Levant Furniture", "Rami", "LB"),
)
_STAFF = (
    ("Mariam Adel", "mariam@example.com"),
    ("أحمد سمير", "ahmed@example.com"),
    ("Nadia Fouad", "nadia@example.com"),
)
_TAXES = (("VAT", "14.00", 0), ("ضريبة القيمة المضافة", "15.00", 0), ("Table tax (included)", "5.00", 1))


def sow(account: Account) -> None:
    """Fill an empty account: named records first, then a few of everything that the documentation knows."""
    _sow_setup(account)
    _sow_partners(account)
    _sow_documents(account)
    for collection, shape in _undocumented_yet(account):
        for number in range(1, _FILLED_ROWS + 1):
            account.store.insert(collection.table, {**_filled(shape, number), **collection.fixed})
    account.store.commit()


def _sow_setup(account: Account) -> None:
    insert = account.store.insert
    insert(
        "site",
        {
            "business_name": "Emulated Trading Co.", "first_name": "Salma", "last_name": "Owner",
            "subdomain": "emulator",
            "site_logo": "", "address1": "1 Example Street", "city": "Cairo", "country_code": "EG", "timezone": 95,
            "currency_code": "EGP", "language_code": "eng", "email": "owner@example.com", "staff_id": 0,
            "is_super_admin": None, "currencyFormat": "{value} {currency}", "SITE_HASH": "0" * 32,
        },
    )  # fmt: skip
    for code, name in (("000001", "Main Branch"), ("000002", "فرع الرياض")):
        insert(
            "branch", {"code": code, "name": name, "status": 1, "city": "Cairo", "country_code": "EG", "staff_id": 1}
        )
    for name, email in _STAFF:
        insert(
            "staff", {"name": name, "email_address": email, "role_id": 1, "active": 1, "branch_id": 1, "added_by": 0}
        )
    for name, value, included in _TAXES:
        insert("tax", {"name": name, "value": Decimal(value), "included": included})
    for name in ("Main Store", "مستودع الفرع"):
        insert("store", {"name": name, "active": 1, "primary": int(name == "Main Store"), "branch_id": 1})
    for name in ("Main Treasury", "خزينة البنك"):
        insert(
            "treasury",
            {
                "name": name,
                "type": 0,
                "active": 1,
                "is_primary": int(name == "Main Treasury"),
                "balance": Decimal("12500.50"),
            },
        )


def _sow_partners(account: Account) -> None:
    insert = account.store.insert
    for number, (business, first, last, email, phone, city, country) in enumerate(_CLIENTS, start=1):
        insert(
            "client",
            {
                "client_number": f"{number:06d}", "business_name": business, "first_name": first, "last_name": last,
                "email": email, "phone1": phone, "city": city, "country_code": country, "is_offline": 1, "suspend": 0,
                "type": 3 if business else 2, "starting_balance": None, "credit_limit": _CREDIT_LIMITS[number % 3],
                "phone2": 20100000000 + number if number % 5 == 0 else None, "branch_id": 1, "staff_id": 0,
                "default_currency_code": "EGP",
            },
        )  # fmt: skip
    for number, (business, first, country) in enumerate(_SUPPLIERS, start=1):
        values = {"supplier_number": number, "business_name": business, "first_name": first, "country_code": country}
        insert("supplier", {**values, "is_offline": 1, "branch_id": 1})
    for name, code, price in _PRODUCTS:
        insert(
            "product",
            {
                "name": name, "product_code": code, "unit_price": Decimal(price), "buy_price": Decimal(price) / 2,
                "type": 1, "status": 0, "track_stock": 0, "tax1": 1, "currency_code": "EGP", "branch_id": 1,
                "availabe_online": 0, "low_stock_thershold": Decimal(5),
            },
        )  # fmt: skip


def _sow_documents(account: Account) -> None:
    kinds = [INVOICE] * 24 + [ESTIMATE] * 4 + [CREDIT_NOTE] * 2 + [REFUND] * 2 + [ADVANCE_PAYMENT]
    for number, kind in enumerate(kinds, start=1):
        client_id = (number * 5) % len(_CLIENTS) + 1
        invoice_id = account.store.insert("invoice", _document(account, number, kind, client_id))
        prices = [
            _sow_line(account, "invoice_item", "invoice_id", invoice_id, number + line)
            for line in range(number % 3 + 1)
        ]
        if kind == INVOICE and number % 4:
            _sow_payment(account, invoice_id, number, prices[-1])
        settle(account.store, "invoice", invoice_id)
    for number, kind in enumerate((0, 0, 0, 6, 16, PURCHASE_ORDER), start=1):
        supplier = account.store.get("supplier", number % len(_SUPPLIERS) + 1) or {}
        values = {
            **_common(number, kind),
            "supplier_id": supplier["id"],
            "supplier_business_name": supplier["business_name"],
        }
        order_id = account.store.insert("purchase_order", values)
        _sow_line(account, "purchase_order_item", "purchase_order_id", order_id, number)
        settle(account.store, "purchase_order", order_id)


def _document(account: Account, number: int, kind: int, client_id: int) -> Values:
    client = account.store.get("client", client_id) or {}
    copied = {
        f"client_{name}": client.get(name) for name in ("business_name", "first_name", "last_name", "email", "city")
    }
    return {
        **_common(number, kind), **copied, "client_id": client_id, "client_country_code": client.get("country_code"),
        "po_number": f"PO-{1000 + number}" if number % 2 else None, "store_id": 1, "draft": int(number % 9 == 0),
        "is_offline": 1, "issue_date": _day(number), "due_after": 14,
    }  # fmt: skip


def _common(number: int, kind: int) -> Values:
    return {
        "no": f"{number:06d}", "type": kind, "date": _day(number), "currency_code": "EGP", "branch_id": 1,
        "staff_id": 0, "discount": Decimal(0), "discount_amount": Decimal("0.00"),
        "notes": "شكراً لتعاملكم معنا" if number % 3 == 0 else None,
    }  # fmt: skip


def _sow_line(account: Account, table: str, column: str, owner_id: int, number: int) -> Decimal:
    product_id = number % len(_PRODUCTS) + 1
    name, _, price = _PRODUCTS[product_id - 1]
    values = {
        column: owner_id, "item": name, "description": None, "product_id": product_id, "unit_price": Decimal(price),
        "quantity": Decimal(number % 4 + 1), "tax1": 1 if number % 2 else None, "tax2": None, "discount": Decimal(0),
    }  # fmt: skip
    account.store.insert(table, values)
    return Decimal(price)


def _sow_payment(account: Account, invoice_id: int, number: int, amount: Decimal) -> None:
    method = "client_credit" if number % 8 == 1 else ("cash", "bank")[number % 2]
    account.store.insert(
        "invoice_payment",
        {
            "invoice_id": invoice_id, "payment_method": method, "amount": amount, "treasury_id": 1,
            "date": _day(number + 3),
            "status": 1, "currency_code": "EGP", "staff_id": 0, "processed": 1,
        },
    )  # fmt: skip


def _undocumented_yet(account: Account) -> Iterator[tuple[Collection, Shape | None]]:
    """The collections of the documented lists that hold no record yet, and the table of workflow 1."""
    for call in account.schema.calls:
        if call.kind != "list" or "{entity}" in call.path:
            continue
        segment = first_segment(call.path)
        if not call.path.startswith(_V2):
            segment = call.resource if call.resource in V1_COLLECTIONS else segment
            collection, shape = v1_collection(segment), account.shape(segment)
        else:
            collection = Collection("le_workflow-type-entity-1") if "workflow" in segment else v2_collection(segment)
            shape = call.record or account.table_shape(collection.table)
        if not account.in_order(collection):
            yield collection, shape


def _filled(shape: Shape | None, number: int) -> Values:
    if shape is None:
        return {"name": f"Sample {number}", "staff_id": 1, "branch_id": 1}
    columns = (field for field in shape.fields.values() if field.kind not in {"one", "many"})
    return {field.name: _sample(field, number) for field in columns if field.name not in _SET_BY_STORE}


_SET_BY_STORE = frozenset({"id", "created", "modified", "deleted_at"})
_SAMPLES: Mapping[str, Any] = {
    "name": ("Sample", "عينة", "Example"),
    "title": ("Site visit", "زيارة الموقع", "Follow-up call"),
    "body": ("Call the client back", "الاتصال بالعميل", "Send the offer"),
    "description": ("First", "ملاحظة", "Third"),
    "currency_code": ("EGP", "EGP", "SAR"),
    "extra_details": (None, '{"source":"import"}', "[]"),
    "entity_id": ("0", "0", "7"),
}


def _sample(field: Field, number: int) -> Any:
    if field.name in _SAMPLES:
        return _SAMPLES[field.name][number % 3]
    if field.kind == "integer":
        return 1 if field.name.endswith("_id") else number
    if field.kind == "boolean":
        return number % 2
    if field.kind == "number":
        return Decimal(number) * Decimal("10.25")
    if field.kind == "date":
        return _day(number)
    return f"{_day(number)} 10:00:00" if field.kind == "datetime" else None


def _day(number: int) -> str:
    return (_FIRST_DAY + timedelta(days=number * 3)).isoformat()
