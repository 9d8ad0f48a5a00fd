"""One draft as the ledger remembers it, and the outcome it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import IntEnum
from typing import Protocol, overload

import attrs
import msgspec

from .keys import derive
from .outcome import Outcome, Reason, Status


class State(IntEnum):
    """Where a draft stands. ``SENT``: it may exist on the server. ``UNSENT``: this ledger has not sent it."""

    UNSENT = 0
    SENT = 1
    CREATED = 2
    REJECTED = 3
    UNCONFIRMED = 4
    REFUSED = 5


STATUS: dict[State, Status] = {
    State.UNSENT: "unconfirmed",
    State.SENT: "unconfirmed",
    State.CREATED: "created",
    State.REJECTED: "rejected",
    State.UNCONFIRMED: "unconfirmed",
    State.REFUSED: "rejected",
}

FINAL = frozenset({State.CREATED, State.REJECTED, State.REFUSED})
"""States that no later run opens again; an unconfirmed draft is looked for again by every run."""


@attrs.frozen(kw_only=True)
class Entry:
    """A row of the ledger. ``key`` is None where the key is derived, ``total`` the amount we expect, as text.

    ``attempts``: how often it was sent under this ledger; none for a record that was adopted.
    """

    position: int
    digest: bytes
    key: str | None = None
    total: str | None = None
    state: State = State.SENT
    attempts: int = 1
    record_id: int | None = None
    number: str | None = None
    reason: Reason | None = None


@attrs.frozen(kw_only=True)
class Finding:
    """What became known about one draft: the change of its row."""

    position: int
    state: State
    record_id: int | None = None
    number: str | None = None
    reason: Reason | None = None


def finding_of(entry: Entry) -> Finding:
    """What an entry says, as the change of its row."""
    return Finding(
        position=entry.position,
        state=entry.state,
        record_id=entry.record_id,
        number=entry.number,
        reason=entry.reason,
    )


def outcome_of(entry: Entry, run: str) -> Outcome:
    return Outcome(
        index=entry.position,
        key=entry.key or derive(run, entry.position, entry.digest),
        status=STATUS[entry.state],
        id=entry.record_id,
        number=entry.number,
        error=entry.reason or (_UNTOLD if STATUS[entry.state] == "unconfirmed" else None),
        adopted=entry.state is State.CREATED and not entry.attempts,
    )


_UNTOLD = Reason(kind="unresolved", message="the run stopped before the answer was known: run the same call again")


def refuse_repeated(entry: Entry, first: int) -> Entry:
    """The entry of a draft whose key the draft at ``first`` has already."""
    message = f"the draft at position {first} has the same key: two records could not be told apart"
    reason = Reason(kind="repeated_key", message=message, evidence={"position": first})
    return attrs.evolve(entry, state=State.REFUSED, attempts=0, reason=reason)


def refuse_existing(entry: Entry, record_ids: Sequence[int]) -> Entry:
    """The entry of a draft whose key stands on a record that does not say the same as the draft."""
    message = (
        "a record on the server has this key, or one so alike that they cannot be told apart, and does not show that "
        "it is this draft's: give the draft a key of its own, or correct the record"
    )
    reason = Reason(kind="existing_key", message=message, evidence={"ids": list(record_ids)})
    return attrs.evolve(entry, state=State.REFUSED, attempts=0, record_id=None, number=None, reason=reason)


def encode_reason(reason: Reason | None) -> str | None:
    return None if reason is None else msgspec.json.encode(reason).decode()


def decode_reason(text: str | None) -> Reason | None:
    return None if text is None else msgspec.json.decode(text, type=Reason)


class Rows(Protocol):
    """The part of a ledger that a view of its outcomes reads."""

    @property
    def run(self) -> str: ...

    def size(self) -> int: ...

    def entries(self, first: int, count: int) -> list[Entry]: ...


class Outcomes(Sequence[Outcome]):
    """Every outcome in input order, read from the ledger as it is asked for: a million of them take no memory."""

    _BATCH = 500

    def __init__(self, ledger: Rows) -> None:
        self._ledger = ledger

    def __len__(self) -> int:
        return self._ledger.size()

    def __iter__(self) -> Iterator[Outcome]:
        first = 0
        while batch := self._ledger.entries(first, self._BATCH):
            yield from (outcome_of(entry, self._ledger.run) for entry in batch)
            first = batch[-1].position + 1

    def with_status(self, *statuses: Status) -> Iterable[Outcome]:
        """Only the outcomes of these statuses, in input order."""
        return (outcome for outcome in self if outcome.status in statuses)

    @overload
    def __getitem__(self, index: int) -> Outcome: ...

    @overload
    def __getitem__(self, index: slice) -> list[Outcome]: ...

    def __getitem__(self, index: int | slice) -> Outcome | list[Outcome]:
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self))
            if step == 1:
                rows = self._ledger.entries(start, max(stop - start, 0))
                return [outcome_of(entry, self._ledger.run) for entry in rows]
            return [self[place] for place in range(start, stop, step)]
        place = index + len(self) if index < 0 else index
        rows = self._ledger.entries(place, 1) if place >= 0 else []
        if not rows:
            raise IndexError(f"outcome {index} of {len(self)}")
        return outcome_of(rows[0], self._ledger.run)

    def __repr__(self) -> str:
        return f"<{len(self)} outcomes>"
