"""Write the sample file of the demo: 1 000 invoice drafts, some of which the server must refuse.

Run ``python examples/make_invoices.py`` after changing it; the output is the same every time.
"""

from __future__ import annotations

import json
import random
from pathlib import Path

SAMPLE = Path(__file__).with_name("invoices.jsonl")
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


def main() -> None:
    dice = random.Random(2026)  # noqa: S311  a sample file, not a secret
    rows = (json.dumps(draft(number, dice), ensure_ascii=False) for number in range(1, 1001))
    SAMPLE.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
