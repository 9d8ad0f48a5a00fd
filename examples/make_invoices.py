"""Write the sample files: ``invoices.jsonl`` for the demo, 1 000 invoice drafts some of which the server must refuse,
and ``june.jsonl``, 100 without a fault.

Run ``python examples/make_invoices.py`` after changing it; the output is the same every time.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterable
from pathlib import Path

SAMPLE = Path(__file__).with_name("invoices.jsonl")
FAULTLESS = Path(__file__).with_name("june.jsonl")
GOODS = [
    ("Consulting, one hour", "350.00"),
    ("استشارة تقنية", "275.50"),
    ("A4 paper, box", "18.7500"),
    ("Printer toner", "129.9"),
    ("صيانة شهرية", "1200.00"),
    ("Delivery", "35"),
]


def draft(number: int, dice: random.Random) -> dict[str, object]:
    lines = [
        {"item": name, "unit_price": price, "quantity": str(dice.randint(1, 12))}
        for name, price in dice.sample(GOODS, dice.randint(1, 3))
    ]
    invoice: dict[str, object] = {
        "client_id": dice.randint(1, 12),
        "po_number": f"DEMO-{number:05}",
        "date": f"2026-{dice.randint(1, 9):02}-{dice.randint(1, 28):02}",
        "currency_code": dice.choice(["EGP", "SAR", "USD"]),
    }
    fault = dice.random()
    if fault < 0.01:
        del invoice["client_id"]
    elif fault < 0.02:
        invoice["client_id"] = 999_999
    elif fault < 0.03:
        lines = []
    return {"Invoice": invoice, "InvoiceItem": lines}


def faultless(number: int) -> dict[str, object]:
    name, price = GOODS[number % len(GOODS)]
    return {
        "Invoice": {
            "client_id": 1 + number % 12,
            "po_number": f"JUNE-{number:04}",
            "date": f"2026-06-{1 + number % 30:02}",
            "currency_code": "EGP",
        },
        "InvoiceItem": [{"item": name, "unit_price": price, "quantity": str(1 + number % 5)}],
    }


def write(path: Path, rows: Iterable[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def main() -> None:
    dice = random.Random(2026)  # noqa: S311  a sample file, not a secret
    write(SAMPLE, (draft(number, dice) for number in range(1, 1001)))
    write(FAULTLESS, map(faultless, range(1, 101)))


if __name__ == "__main__":
    main()
