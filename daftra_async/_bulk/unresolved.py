"""Drafts of which nobody knows whether they exist, and what one reading of the account says about them.

A draft that was found is created. One that the readings agree to lack, taken long enough after its request, is absent,
and what follows was settled by the answer: it is sent again, blamed or rejected. Anything else stays unconfirmed, with
what is known about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from .entry import Finding, State
from .key_search import Record, SearchResult, client_of, id_of, number_of
from .outcome import Reason
from .prepare import PreparedDraft
from .results import Next

MOST_READS = 12


@attrs.frozen(kw_only=True)
class UnresolvedBatch:
    """``answered``: the server finished with the request, so nothing can still be creating its drafts. ``next`` is what
    follows for those proved absent. ``reasons`` are the drafts' own, by position; the others have ``reason``.
    ``scanned``: the whole list was read for them, and not the server's search asked.
    """

    items: tuple[PreparedDraft, ...]
    reason: Reason
    answered: bool = False
    next: Next = Next.RESEND
    reasons: Mapping[int, Reason] = attrs.field(factory=dict)
    scanned: bool = False

    def reason_of(self, item: PreparedDraft) -> Reason:
        """Why nobody knows what became of the draft."""
        return self.reasons.get(item.position, self.reason)


@attrs.frozen(kw_only=True)
class Reading:
    """What one search result says about the drafts in doubt."""

    created: tuple[Finding, ...]
    contested: tuple[Finding, ...]
    absent: tuple[PreparedDraft, ...]
    unclear: tuple[PreparedDraft, ...]


def read_result(batch: UnresolvedBatch, items: Iterable[PreparedDraft], result: SearchResult) -> Reading:
    """Sort the drafts by what was found under their keys.

    More than one record under a key, or one of another client, is nothing to choose from: the draft is unconfirmed
    and the ids are reported.
    """
    created: list[Finding] = []
    contested: list[Finding] = []
    absent: list[PreparedDraft] = []
    unclear: list[PreparedDraft] = []
    for item in items:
        found = result.found.get(item.key, ())
        if len(found) == 1 and same_client(item, found[0]):
            created.append(created_as(item, found[0]))
        elif found:
            contested.append(contested_by(item, found, batch.reason_of(item)))
        elif item.key in result.unclear:
            unclear.append(item)
        else:
            absent.append(item)
    return Reading(created=tuple(created), contested=tuple(contested), absent=tuple(absent), unclear=tuple(unclear))


def created_as(item: PreparedDraft, record: Record) -> Finding:
    return Finding(position=item.position, state=State.CREATED, record_id=id_of(record), number=number_of(record))


def contested_by(item: PreparedDraft, found: Sequence[Record], reason: Reason | None) -> Finding:
    why = "several records carry its key" if len(found) > 1 else "the record with its key has another client"
    return unconfirmed(item, reason, why, ids=[id_of(record) for record in found])


def same_client(item: PreparedDraft, record: Record) -> bool:
    client = client_of(record)
    return item.client_id is None or client is None or item.client_id == client


def unconfirmed(item: PreparedDraft, reason: Reason | None, why: str, **evidence: Any) -> Finding:
    """The finding of a draft that stays in doubt, with the first cause and all that is known since."""
    known: Mapping[str, Any] = reason.evidence if reason else {}
    cause = f"{why}; {reason.message}" if reason else why
    return Finding(
        position=item.position,
        state=State.UNCONFIRMED,
        reason=Reason(
            kind="unresolved",
            message=cause,
            code=reason.code if reason else None,
            evidence={**known, **evidence, "attempts": item.attempts},
        ),
    )


def halves(items: Sequence[PreparedDraft]) -> tuple[Sequence[PreparedDraft], ...]:
    """Two halves to send apart; a single draft is its own only half."""
    middle = len(items) // 2
    return tuple(half for half in (items[:middle], items[middle:]) if half)
