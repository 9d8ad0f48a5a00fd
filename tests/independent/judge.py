"""The judge: compares what clients were told with what the server really did, and knows nothing of how either works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from attrs import asdict, fields, frozen

from tests.independent.drafts import Draft
from tests.independent.processes import Told
from tests.independent.truth import Truth

BREACHES = ("duplicates", "lost", "misreported", "audit_lies", "crashes", "unended")


@frozen(kw_only=True)
class Verdict:
    """Counts over one seed. The first six break a promise; the others are for the reader.

    ``duplicates``: records beyond one per draft. ``lost``: drafts said to be created that are not, or of which a run
    that ended said nothing (for a list: rows that a complete traversal did not bring). ``misreported``: drafts said
    to be rejected though they exist, or created with another's id. ``audit_lies``: audits that were ok over a
    duplicate. ``crashes``: untyped errors. ``unended``: 1 if the call neither ended nor refused before sending
    anything, however often it was made.
    """

    duplicates: int = 0
    lost: int = 0
    misreported: int = 0
    audit_lies: int = 0
    crashes: int = 0
    unended: int = 0
    unconfirmed: int = 0
    refused: int = 0
    alarms: int = 0
    harm: int = 0
    skipped: int = 0
    note: str = ""

    @property
    def broken(self) -> bool:
        return any(getattr(self, name) for name in BREACHES)

    def line(self) -> str:
        counts = ", ".join(f"{value} {name}" for name, value in asdict(self).items() if name != "note" and value)
        return f"{counts or 'nothing to report'}{'  | ' + self.note if self.note else ''}"


def add(verdicts: Sequence[Verdict]) -> Verdict:
    """The sum of several."""
    names = [attribute.name for attribute in fields(Verdict) if attribute.name != "note"]
    sums: dict[str, Any] = {name: sum(getattr(verdict, name) for verdict in verdicts) for name in names}
    return Verdict(**sums)


def judge(truth: Truth, kind: str, drafts: Sequence[Draft], told: Sequence[Told], *, harm: int) -> Verdict:
    """What all processes of one story said, against the whole truth; the last one decides whether the call ended."""
    wanted = Counter(draft.tag for draft in drafts)
    made = truth.made_for(kind)
    duplicates = sum(max(0, count - wanted[tag]) for tag, count in made.items())
    outcomes = [outcome for one in told for outcome in one.outcomes]
    wrong = {(outcome["index"], _wrong(outcome, truth, kind, drafts)) for outcome in outcomes}
    ended = [one for one in told if one.how == "ended"]
    last = told[-1]
    return Verdict(
        duplicates=duplicates,
        lost=sum(what == "lost" for _, what in wrong) + max((_silent(one, len(drafts)) for one in ended), default=0),
        misreported=sum(what == "misreported" for _, what in wrong) + max(map(_shared_ids, ended), default=0),
        audit_lies=sum(_audit_lied(one, truth, kind, wanted) for one in ended),
        crashes=sum(one.how == "crashed" for one in told),
        unended=int(last.how not in ("ended", "skipped", "crashed") and not _refused_unsent(last)),
        unconfirmed=sum(outcome["status"] == "unconfirmed" for outcome in last.outcomes),
        refused=int(_refused_unsent(last)),
        alarms=sum((one.end or {}).get("audit_ok") is False for one in ended) if not duplicates else 0,
        harm=harm,
        skipped=int(last.how == "skipped"),
        note=_note(last),
    )


def _wrong(outcome: dict[str, Any], truth: Truth, kind: str, drafts: Sequence[Draft]) -> str:
    """``lost``, ``misreported`` or nothing wrong: one outcome against the truth."""
    if not 0 <= outcome["index"] < len(drafts):
        return "misreported"
    tag = drafts[outcome["index"]].tag
    exists = any(record.kind == kind and record.by == "client" for record in truth.by_tag.get(tag, ()))
    if outcome["status"] == "rejected":
        return "misreported" if exists else ""
    if outcome["status"] != "created":
        return ""
    record = truth.records.get((kind, outcome["id"]))
    if record is not None and record.tag == tag and record.by == "client":
        return ""
    return "misreported" if exists else "lost"


def _silent(told: Told, count: int) -> int:
    """Drafts of which an ended run said nothing, or more than one thing."""
    said = Counter(outcome["index"] for outcome in told.outcomes)
    return sum(said[index] != 1 for index in range(count))


def _shared_ids(told: Told) -> int:
    """Drafts that share their record with another one, by what was said."""
    ids = Counter(outcome["id"] for outcome in told.outcomes if outcome["status"] == "created")
    return sum(count - 1 for count in ids.values())


def _audit_lied(told: Told, truth: Truth, kind: str, wanted: Counter[str]) -> bool:
    """Whether an audit was ok though there was a duplicate already when it began."""
    end = told.end or {}
    if not end.get("audit_ok"):
        return False
    made = truth.made_for(kind, before=end["audited"])
    return any(count > wanted[tag] for tag, count in made.items())


def _refused_unsent(told: Told) -> bool:
    return told.how == "refused" and told.posts == 0


def _note(told: Told) -> str:
    end = told.end or {}
    return f"{end.get('error', '')} {end.get('audit_error') or end.get('message', '')}".strip().replace("\n", " ")[:160]
