"""What a bulk run was asked to do: kept in its ledger, so that resuming needs the file's name alone."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import attrs

from .._bulk.keys import CustomField
from .._bulk.ledger import Ledger
from .exits import Refusal

FACT = "command"
"""The name under which the ledger keeps the plan."""

_CUSTOM = "custom:"


@attrs.frozen(kw_only=True)
class Plan:
    """The settings of ``daftra bulk submit``."""

    source: Path
    resource: str = "invoices"
    key: str = "po_number"
    group_by: str | None = None
    columns: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    chunk_size: int = 50
    concurrency: int = 4
    settle: float | None = None
    allow_unknown: bool = False
    count: int | None = None
    """How many drafts the file was found to hold."""

    @property
    def ledger(self) -> Path:
        return self.source.with_name(self.source.name + ".ledger")

    @property
    def outcomes(self) -> Path:
        return self.source.with_name(self.source.name + ".outcomes.jsonl")

    @property
    def renamed(self) -> dict[str, str]:
        """Column → field, from ``COLUMN=FIELD``."""
        found: dict[str, str] = {}
        for text in self.columns:
            column, _, field = text.rpartition("=")
            if not column or not field:
                raise Refusal(f"--column {text}: give COLUMN=FIELD, such as 'Client No=client_id'")
            found[column] = field
        return found

    @property
    def key_field(self) -> Any:
        """The key as the engine takes it."""
        if self.key.startswith(_CUSTOM):
            return CustomField(self.key.removeprefix(_CUSTOM))
        if self.key not in ("po_number", "no"):
            raise Refusal(f"--key {self.key}: give po_number, no, or custom:LABEL")
        return self.key

    def remember(self, ledger: Ledger) -> None:
        """Keep the plan in the ledger."""
        written = {**attrs.asdict(self), "source": str(self.source.resolve())}
        ledger.transact([partial(ledger.set_fact, FACT, json.dumps(written))])

    @classmethod
    def recalled(cls, ledger: Ledger, path: Path) -> Plan:
        """The plan that the ledger keeps. Raises ``Refusal`` for a ledger that the command did not begin."""
        text = ledger.fact(FACT)
        if text is None:
            raise Refusal(f"{path} was not begun by this command: resume it from the program that did")
        stored: dict[str, Any] = json.loads(text)
        stored["source"] = Path(stored["source"])
        known = {field.name for field in attrs.fields(cls)}
        lists = {name: tuple(value) for name, value in stored.items() if isinstance(value, list)}
        plan: Plan = cls(**{name: value for name, value in {**stored, **lists}.items() if name in known})
        return plan


def ledger_of(path: Path) -> Path:
    """The ledger of a submitted file, or the ledger itself. Raises ``Refusal`` where there is none."""
    beside = path if path.suffix == ".ledger" else path.with_name(path.name + ".ledger")
    if not beside.exists():
        raise Refusal(f"there is no ledger at {beside}: nothing was submitted from here")
    return beside
