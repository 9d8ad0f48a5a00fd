"""What becomes of a draft: exactly one of created, rejected and unconfirmed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import attrs

Status = Literal["created", "rejected", "unconfirmed"]

ReasonKind = Literal["server", "repeated_key", "existing_key", "invalid_draft", "unresolved"]
"""Who said no: the ``server``; we ourselves before sending (``repeated_key``, ``existing_key``, ``invalid_draft``);
or nobody could tell (``unresolved``)."""


@attrs.frozen(kw_only=True)
class Reason:
    """Why a draft was not created, or why nobody can tell.

    ``message`` is the server's or our wording, ``code`` the status that the server gave the element or the request,
    ``validation_errors`` the server's reasons by field, ``evidence`` what else is known (ids found under the key,
    the number of attempts, the last transport error).
    """

    kind: ReasonKind
    message: str
    code: int | None = None
    validation_errors: Mapping[str, Sequence[str]] = attrs.field(factory=dict)
    evidence: Mapping[str, Any] = attrs.field(factory=dict)

    def __str__(self) -> str:
        reasons = "; ".join(f"{field}: {', '.join(words)}" for field, words in self.validation_errors.items())
        return f"{self.message} ({reasons})" if reasons else self.message


@attrs.frozen(kw_only=True)
class Outcome:
    """What became of the draft at ``index`` (0-based position in the input).

    ``key`` is its key on the server. ``id`` and ``number`` are the record's where it was created; ``error`` says why
    otherwise. An ``unconfirmed`` draft may exist or not: look for its key before sending it anywhere again.

    ``adopted``: the record was found on the server before this ledger ever sent the draft: an earlier run of the same
    name made it. To make it once more, give the run another ``name=`` or the draft a key of its own.
    """

    index: int
    key: str
    status: Status
    id: int | None = None
    number: str | None = None
    error: Reason | None = None
    adopted: bool = False


@attrs.frozen(kw_only=True)
class BulkReport:
    """A finished run: ``created + rejected + unconfirmed == submitted``, always.

    The counts are numbers of drafts; ``adopted`` says how many of the created ones were found on the server instead of
    sent (see ``Outcome``). ``outcomes`` has one entry per draft, in input order.
    """

    created: int
    rejected: int
    unconfirmed: int
    adopted: int = 0
    outcomes: Sequence[Outcome] = attrs.field(repr=False)

    @property
    def submitted(self) -> int:
        return self.created + self.rejected + self.unconfirmed
