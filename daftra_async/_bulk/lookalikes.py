"""Records that say the same: what each record of a long list says, kept on the disk while the list is compared."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from decimal import Decimal
from hashlib import blake2b
from types import TracebackType
from typing import Any, Self

from .._wire.encode import encode_scalar
from .content import amount

_TELLING = (
    "client_id", "supplier_id", "date", "summary_total", "amount", "vendor", "category", "treasury_id", "invoice_id",
    "business_name", "first_name", "last_name", "email", "phone1", "name", "unit_price",
)  # fmt: skip
"""The fields of a list row by which two records of one content show; at least two of them must hold something."""

_PAIRS = """SELECT min(own.position), own.record_id, other.record_id
    FROM said AS other JOIN said AS own ON own.content = other.content AND own.position IS NOT NULL
    WHERE other.position IS NULL GROUP BY other.record_id ORDER BY other.record_id"""


class Lookalikes:
    """A context manager; SQLite keeps the table in a file of its own that goes with it."""

    def __init__(self) -> None:
        self._database = sqlite3.connect("")
        self._database.execute("CREATE TABLE said (content BLOB, record_id INTEGER PRIMARY KEY, position INTEGER)")
        self._database.execute("CREATE INDEX by_content ON said (content)")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._database.close()

    def note(self, rows: Iterable[tuple[Mapping[str, Any], int, int | None]]) -> None:
        """Records, their ids, and the positions of the drafts that they are of, where they are the run's."""
        said = ((content_of(row), record_id, position) for row, record_id, position in rows)
        self._database.executemany(
            "INSERT OR REPLACE INTO said VALUES (?, ?, ?)", (row for row in said if row[0] is not None)
        )

    def pairs(self) -> list[tuple[int, int, int]]:
        """Drafts with their own record and another that says the same and is not the run's: position and both ids."""
        return self._database.execute(_PAIRS).fetchall()


def content_of(record: Mapping[str, Any]) -> bytes | None:
    """What a list row says, in sixteen bytes; None where it says too little to be told from others."""
    said = [(name, _plain(value)) for name in _TELLING if (value := record.get(name)) not in (None, "", [], {})]
    return None if len(said) < 2 else blake2b(repr(said).encode(), digest_size=16).digest()


def _plain(value: object) -> str | Decimal:
    """A value however it is written: ``"10.00"``, ``10`` and ``"10"`` are the same."""
    number = amount(value)
    return encode_scalar(value).strip() if number is None else number.normalize()
