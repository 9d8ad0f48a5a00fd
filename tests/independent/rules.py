"""How one server behaves: a value that travels as one line of JSON, so that a run can be repeated from its seed."""

from __future__ import annotations

import json
from typing import Any

from attrs import asdict, field, frozen


def _texts(values: Any) -> tuple[str, ...]:
    return tuple(str(value) for value in values)


def _range(pair: Any) -> tuple[float, float]:
    return float(pair[0]), float(pair[1])


@frozen(kw_only=True)
class Rules:
    """What the server does beyond answering honestly; the defaults are an honest server.

    ``truth`` is the path of its log. ``faults`` are names in the grammar of ``faults.py``; a share of ``fault_share``
    of the creating requests meets one, at most ``most_faults`` in all; a share of ``read_fault_share`` of the others
    fails. ``late`` are the seconds after a request's arrival between which abandoned work is done. ``lag`` is how
    long (seconds) a new record stays out of lists. ``search`` says how the filters for keys match: ``exact``,
    ``partial`` (substring) or ``ignored``. ``paging`` names a way to page wrongly (see ``listing.py``), ``cap`` the
    most rows of a page, ``movement`` what others do to the list while it is read (``calm``, ``some``, ``swap`` or
    ``storm``). ``unasked`` sends an answer nobody asked for soon after each answer, and then leaves the connection
    open (``stay``) or closes it (``close``), or right with each answer (``together``). ``zone`` is the account's
    distance from UTC in hours. ``older`` records
    are there from the start, and so are ``traps``, equal to the first drafts in all but their age.
    """

    seed: int
    truth: str
    form: str = "mixed"
    faults: tuple[str, ...] = field(default=(), converter=_texts)
    fault_share: float = 0.0
    most_faults: int = 10
    read_fault_share: float = 0.0
    late: tuple[float, float] = field(default=(1.0, 2.0), converter=_range)
    lag: float = 0.0
    search: str = "exact"
    paging: str = "honest"
    cap: int = 1000
    movement: str = "calm"
    unasked: str = ""
    zone: int = 0
    older: int = 150
    traps: int = 20
    seconds_per_record: float = 0.001

    def to_json(self) -> str:
        return json.dumps(asdict(self))

    @classmethod
    def from_json(cls, text: str) -> Rules:
        return cls(**json.loads(text))
