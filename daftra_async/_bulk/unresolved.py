"""How a doubt ends: presence is proved by one result, absence by the key's proved readability and by stable reads.

A draft that was found is created. One that two equal readings, taken long enough after the doubt arose, both lack is
absent, and may be sent again. Anything else stays unconfirmed, with what is known about it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal

import attrs

from .._wire.encode import encode_scalar
from .entry import Finding, State
from .key_search import Found, SearchResult
from .outcome import Reason
from .prepare import PreparedDraft

MOST_READS = 12
_ISO_DAY = re.compile(r"[1-9]\d{3}-\d\d-\d\d")


@attrs.frozen(kw_only=True)
class UnresolvedBatch:
    """Drafts of one scope of which nobody knows whether they exist.

    ``answered``: the server finished with the request, so nothing can still be creating them. ``then`` is what is done
    with those proved absent: sent again together, or in halves to find the one to blame for a refusal.
    """

    items: tuple[PreparedDraft, ...]
    reason: Reason
    answered: bool = False
    then: Literal["resend", "halve"] = "resend"


@attrs.frozen(kw_only=True)
class Reading:
    """What one result says about the drafts in doubt."""

    created: tuple[Finding, ...]
    contested: tuple[Finding, ...]
    absent: tuple[PreparedDraft, ...]
    unclear: tuple[PreparedDraft, ...]


def read_result(items: Iterable[PreparedDraft], result: SearchResult, reason: Reason) -> Reading:
    """Sort the drafts by what was seen under their keys.

    More than one record under a key, or one of another client, is nothing to choose from: the draft is unconfirmed
    and the ids are reported.
    """
    created: list[Finding] = []
    contested: list[Finding] = []
    absent: list[PreparedDraft] = []
    unclear: list[PreparedDraft] = []
    for item in items:
        found = result.found.get(item.key, ())
        if len(found) == 1 and _same_client(item, found[0]):
            (record,) = found
            created.append(
                Finding(position=item.position, state=State.CREATED, record_id=record.id, number=record.number)
            )
        elif found:
            why = "several records carry its key" if len(found) > 1 else "the record with its key has another client"
            contested.append(unconfirmed(item, reason, why, ids=[record.id for record in found]))
        elif item.key in result.unclear:
            unclear.append(item)
        else:
            absent.append(item)
    return Reading(created=tuple(created), contested=tuple(contested), absent=tuple(absent), unclear=tuple(unclear))


def _same_client(item: PreparedDraft, record: Found) -> bool:
    return item.client_id is None or record.client_id is None or item.client_id == record.client_id


def may_be_of_this_run(record: Mapping[str, Any], begun: str) -> bool:
    """Whether a record may have been made since the run began: it is not known to be older.

    ``begun`` is an ISO date well before the run's first request.
    """
    created = record.get("created")
    return not isinstance(created, str) or not _ISO_DAY.match(created) or created[:10] >= begun


def client_of(record: Mapping[str, Any]) -> str | None:
    """The record's client; None if it does not say."""
    return encode_scalar(record.get("client_id")) or None


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
