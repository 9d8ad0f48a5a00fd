"""Look into a ledger: ``python -m daftra_async.bulk LEDGER [--open] [--export FILE]``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from .entry import STATUS, outcome_of
from .errors import LedgerError
from .export import export_outcomes
from .ledger import Ledger


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m daftra_async.bulk", description="Look into a bulk ledger.")
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--open", action="store_true", help="list the drafts that have no final outcome")
    parser.add_argument("--export", type=Path, metavar="FILE", help="write every outcome to a JSONL file")
    options = parser.parse_args(arguments)
    if not options.ledger.exists():
        return _fail(f"there is no ledger at {options.ledger}")
    try:
        with Ledger(options.ledger) as ledger:
            _show(ledger, list_open=options.open, export=options.export)
    except LedgerError as error:
        return _fail(str(error))
    return 0


def _show(ledger: Ledger, *, list_open: bool, export: Path | None) -> None:
    counts = dict.fromkeys(("created", "rejected", "unconfirmed"), 0)
    for state, count in ledger.counts().items():
        counts[STATUS[state]] += count
    size = ledger.input_size()
    _say(
        f"{ledger.fact('resource') or 'no run yet'} of {ledger.fact('account') or 'no account'}, marked by "
        f"{ledger.fact('key') or 'nothing'}, keys begin with {ledger.id}"
    )
    _say(f"{ledger.size()} drafts recorded, input {'not read to its end' if size is None else f'of {size} drafts'}")
    _say(", ".join(f"{count} {status}" for status, count in counts.items()))
    if list_open:
        for entry in ledger.open_entries():
            outcome = outcome_of(entry, ledger.id)
            _say(f"draft {outcome.index}, key {outcome.key}: {entry.state.name.lower()}, {outcome.error}")
    if export is not None:
        _say(f"{export_outcomes(ledger.outcomes(), export)} outcomes written to {export}")


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")


def _fail(line: str) -> int:
    sys.stderr.write(line + "\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
