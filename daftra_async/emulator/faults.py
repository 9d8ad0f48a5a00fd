"""Failures on demand: which request meets which fault, by script or by rate, per route."""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Literal, get_args

import attrs
import msgspec

from ..errors import ConfigurationError

FaultKind = Literal[
    "latency", "cut_before", "cut_after", "cut_halfway", "zombie", "hang", "status", "html", "garbage", "truncated",
    "short", "reordered", "slow_body", "read_lag", "expired_token", "revoked_token",
]  # fmt: skip
"""What can go wrong:

``latency`` answers after ``delay`` · ``cut_before`` breaks the connection with nothing done · ``cut_after`` does the
work and breaks the connection instead of answering · ``cut_halfway`` breaks it in the middle of the answer ·
``zombie`` breaks it at once and does the work ``delay`` seconds later · ``hang`` does the work or not (``applied``)
and never answers · ``status`` answers ``status`` (``retry_after`` as header, ``html`` as an HTML page, ``applied``
says whether the work is done all the same) · ``html`` is a 200 with a login page · ``garbage`` a 200 that is no JSON ·
``truncated`` a whole answer whose JSON stops short · ``short`` a bulk answer with ``drop`` elements missing ·
``reordered`` one in another order · ``slow_body`` sends the answer in pieces over ``delay`` · ``read_lag`` hides what
the request creates from reads for ``delay`` · ``expired_token`` and ``revoked_token`` make the request's own bearer
token worthless before it is looked at.
"""


@attrs.frozen(kw_only=True)
class Fault:
    """One failure. ``delay`` is in seconds; ``how`` a connection is broken: reset (RST) or closed (FIN)."""

    kind: FaultKind = attrs.field(validator=attrs.validators.in_(get_args(FaultKind)))
    delay: float = 0.0
    status: int = 503
    retry_after: str | None = None
    html: bool = False
    applied: bool = False
    drop: int = 1
    how: Literal["reset", "close"] = "reset"


@attrs.define(kw_only=True)
class Rule:
    """Which requests of a route meet a fault: the ones numbered in ``nth`` (from 1), or a share of them (``rate``)."""

    route: str
    fault: Fault
    nth: frozenset[int] | None = None
    rate: float | None = None
    seen: int = attrs.field(default=0, init=False)
    met: int = attrs.field(default=0, init=False)

    def applies(self, chance: random.Random) -> bool:
        """Count one matching request and say whether it meets the fault."""
        self.seen += 1
        met = (
            self.seen in self.nth
            if self.nth is not None
            else chance.random() < (1.0 if self.rate is None else self.rate)
        )
        self.met += met
        return met


class Faults:
    """The fault plan of an emulator. A route is ``"METHOD /path"`` with ``*`` and ``?``, ``"*"`` is every request.

    The first rule that applies decides. Chance is seeded: the same requests in the same order meet the same faults.
    """

    def __init__(self, *, seed: int = 0) -> None:
        self._chance = random.Random(seed)  # noqa: S311 - chance for tests, not secrets
        self.rules: list[Rule] = []

    def script(self, route: str, faults: Sequence[Fault | FaultKind | None]) -> None:
        """The next requests of the route meet these faults in turn; ``None`` lets one pass."""
        for position, fault in enumerate(faults, start=1):
            if fault is not None:
                self.rules.append(Rule(route=route, fault=_as_fault(fault), nth=frozenset({position})))

    def rate(self, route: str, share: float, fault: Fault | FaultKind) -> None:
        """A share (0 to 1) of the route's requests meets the fault."""
        if not 0 <= share <= 1:
            raise ConfigurationError(f"a fault's rate is a share between 0 and 1, not {share}")
        self.rules.append(Rule(route=route, fault=_as_fault(fault), rate=share))

    def always(self, route: str, fault: Fault | FaultKind) -> None:
        """Every request of the route meets the fault until the plan is cleared."""
        self.rules.append(Rule(route=route, fault=_as_fault(fault)))

    def clear(self) -> None:
        self.rules.clear()

    def meet(self, method: str, path: str) -> Fault | None:
        """The fault that this request meets, if any."""
        target = f"{method} {path}"
        chosen: Fault | None = None
        for rule in self.rules:
            if _matches(rule.route, target) and rule.applies(self._chance) and chosen is None:
                chosen = rule.fault
        return chosen

    def load(self, plan: Mapping[str, Any]) -> None:
        """Add the rules of a plan: ``{"seed": 7, "rules": [{"route", "fault", "nth" | "rate", …fault's fields}]}``.

        Raises ``ConfigurationError`` for a rule that cannot be understood.
        """
        if "seed" in plan:
            self._chance.seed(plan["seed"])
        for entry in plan.get("rules", ()):
            self.rules.append(_rule(entry))


def read_plan(path: str | Path) -> Mapping[str, Any]:
    """A fault plan from a JSON file. Raises ``ConfigurationError`` for a file that holds none."""
    try:
        plan = msgspec.json.decode(Path(path).read_bytes())
    except (OSError, msgspec.DecodeError) as error:
        raise ConfigurationError(f"{path} is no fault plan: give a JSON file with a list of rules ({error})") from error
    if not isinstance(plan, dict) or not isinstance(plan.get("rules"), list):
        raise ConfigurationError(f'{path} is no fault plan: its root must be an object with a list "rules"')
    return plan


def _rule(entry: Any) -> Rule:
    try:
        fields = dict(entry)
        nth: Iterable[int] | None = fields.pop("nth", None)
        rule = Rule(
            route=fields.pop("route", "*"),
            nth=None if nth is None else frozenset(nth),
            rate=fields.pop("rate", None),
            fault=Fault(kind=fields.pop("fault"), **fields),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise ConfigurationError(f"this fault rule cannot be understood: {entry!r} ({error})") from error
    return rule


def _matches(route: str, target: str) -> bool:
    return route == "*" or fnmatchcase(target, route) or fnmatchcase(target.removesuffix(".json"), route)


def _as_fault(fault: Fault | FaultKind) -> Fault:
    return fault if isinstance(fault, Fault) else Fault(kind=fault)
