"""The whole file, looked at before anything is sent: what is wrong with it, and what submitting it would do."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from hashlib import blake2b
from typing import Any

import attrs

from .._bulk.keys import given_key
from .._bulk.prepare import expected_total
from .._wire.encode import encode_scalar
from .bulk_input import Document, Problem, read_documents
from .bulk_plan import Plan
from .calls import draft_of
from .progress import progress
from .wording import counted

MOST_TOLD = 20


@attrs.define
class Check:
    """What the file holds. ``totals`` is by currency, of the documents whose lines alone decide their amount."""

    count: int = 0
    problems: list[Problem] = attrs.field(factory=list)
    more_problems: int = 0
    totals: dict[str, Decimal] = attrs.field(factory=dict)
    untotalled: int = 0
    with_key: int = 0
    clients: set[str] = attrs.field(factory=set)
    first_day: str | None = None
    last_day: str | None = None

    def note(self, problem: Problem) -> None:
        """Keep a problem; of many only the first."""
        if len(self.problems) < MOST_TOLD:
            self.problems.append(problem)
        else:
            self.more_problems += 1

    def lines(self, plan: Plan) -> Iterator[str]:
        """What submitting would do, in words."""
        clients = f" for {len(self.clients)} clients" if len(self.clients) > 1 else ""
        days = "" if self.first_day is None else f", dated {self.first_day}"
        days += f" to {self.last_day}" if self.last_day != self.first_day else ""
        yield f"{counted(self.count, plan.resource)}{clients}{days}"
        amounts = ", ".join(f"{_shown(total)} {currency}" for currency, total in sorted(self.totals.items()))
        if amounts:
            rest = f", and {self.untotalled} whose total the server computes" if self.untotalled else ""
            yield f"together {amounts} before tax{rest}"
        name = plan.key_label
        if not self.with_key:
            yield f"each gets a {name} by which it is found again"
        elif self.with_key == self.count:
            yield f"each found again by its own {name}"
        else:
            yield f"{self.with_key} found again by their own {name}, the other {self.count - self.with_key} get one"


def check(plan: Plan, *, quiet: bool) -> Check:
    """Read every document of the file once. Raises ``Refusal`` for a file that cannot be read at all."""
    found = Check()
    section, label = draft_of(plan.resource)._wire_section or "", plan.key_label
    keys: dict[bytes, str] = {}
    with progress(f"checking {plan.source.name}", quiet=quiet) as meter:
        for item in read_documents(plan):
            if isinstance(item, Problem):
                found.note(item)
                continue
            found.count += 1
            _add(found, item, section)
            key = given_key(item.wire, section, plan.key_field)
            if key is not None:
                found.with_key += 1
                # Sixteen bytes instead of the text: a million keys are to fit into memory.
                first = keys.setdefault(blake2b(key.encode(), digest_size=16).digest(), item.place)
                if first != item.place:
                    found.note(
                        Problem(item.place, f"{label} {key!r} is that of {first} too: give each a key of its own")
                    )
            meter(found.count, None, counted(len(found.problems) + found.more_problems, "problems"))
    return found


def _add(found: Check, document: Document, section: str) -> None:
    main: Any = document.wire.get(section, {})
    total = expected_total(document.wire, section)
    if total is None:
        found.untotalled += 1
    else:
        currency = encode_scalar(main.get("currency_code")) or "in the account's currency"
        found.totals[currency] = found.totals.get(currency, Decimal(0)) + Decimal(total)
    if main.get("client_id") is not None:
        found.clients.add(encode_scalar(main["client_id"]))
    day = main.get("date")
    if day not in (None, ""):
        text = day.isoformat() if isinstance(day, date) else str(day)
        found.first_day = min(found.first_day or text, text)
        found.last_day = max(found.last_day or text, text)


def _shown(amount: Decimal) -> str:
    """At least two decimals, and no zeros after them."""
    whole, _, decimals = format(amount, ",f").partition(".")
    return f"{whole}.{decimals.rstrip('0').ljust(2, '0')}"
