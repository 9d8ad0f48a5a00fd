"""What goes wrong with a creating request: how much of it is executed, and what the client gets to see.

A fault's name is ``work:ending``. ``work`` is ``none``, ``half`` (some first elements), ``all``, or ``late`` (all of
it, after the client has given up). ``ending`` is a status (``413``), or ``cut`` (no answer), ``torn`` (a part of the
answer), ``hang`` (no answer until the client leaves), ``slow``, ``gzip``, ``gzip-torn``, ``html``, ``storm`` (429 for
a while, for everyone), or a way to spoil a complete answer: ``short``, ``long``, ``reordered``, ``copied`` (a success
over another), ``copied-refusal`` (a refusal over a success), ``same-id``, ``no-ids``, ``null-ids``, ``foreign`` (ids
of other records), ``not-a-list``.
"""

from __future__ import annotations

import json
import random
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

from attrs import frozen

from tests.independent.connections import Answer
from tests.independent.rules import Rules

PAGE = b"<!DOCTYPE html><html><body><h1>Sign in</h1></body></html>"
REFUSED_ELEMENT = {
    "result": "failed",
    "code": 400,
    "message": "Not valid",
    "validation_errors": {"client_id": ["no such client"]},
}
SPOILT = (
    "short",
    "long",
    "reordered",
    "copied",
    "copied-refusal",
    "same-id",
    "no-ids",
    "null-ids",
    "foreign",
    "not-a-list",
)
_MESSAGES = {401: "Unauthorized", 403: "Forbidden", 404: "Item not found", 405: "Invalid Endpoint"}


@frozen
class Fault:
    """One fault, as its name says."""

    work: str
    ending: str

    @classmethod
    def named(cls, name: str) -> Fault:
        work, ending = name.split(":")
        return cls(work, ending)

    def elements_done(self, count: int, chance: random.Random) -> int:
        """How many of a request's elements are executed before the end; half of one element is that element."""
        if self.work == "half":
            return chance.randint(1, max(1, count - 1))
        return count if self.work == "all" else 0


class FaultPlan:
    """Which creating request meets which fault: seeded, and exhausted after ``most_faults``."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._left = rules.most_faults if rules.faults else 0
        self.chance = random.Random(rules.seed + 2)

    def next(self) -> Fault | None:
        """The next creating request's fault, or None for an honest answer."""
        if not self._left or self.chance.random() >= self._rules.fault_share:
            return None
        self._left -= 1
        return Fault.named(self.chance.choice(self._rules.faults))


def spoil(results: list[dict[str, Any]], way: str, chance: random.Random) -> object:
    """A complete answer to a batch, made wrong in one way; one element is not reordered or copied over another."""
    spoilt = [dict(result) for result in results]
    made = [place for place, result in enumerate(spoilt) if result.get("id")]
    if way == "short":
        del spoilt[chance.randrange(len(spoilt))]
    elif way == "long":
        spoilt.insert(chance.randrange(len(spoilt) + 1), dict(chance.choice(results)))
    elif way == "reordered":
        chance.shuffle(spoilt)
    elif way == "copied-refusal" and made:
        refusals = [result for result in results if not result.get("id")]
        spoilt[chance.choice(made)] = dict(refusals[0] if refusals else REFUSED_ELEMENT)
    elif way in ("copied", "same-id") and len(made) > 1:
        source, target = chance.sample(made, 2)
        spoilt[target] = dict(spoilt[source]) if way == "copied" else {**spoilt[target], "id": spoilt[source]["id"]}
    elif way in ("no-ids", "null-ids", "foreign"):
        for place in made:
            spoilt[place] = _other_id(spoilt[place], way)
    return {"code": 200, "data": spoilt} if way == "not-a-list" else spoilt


def _other_id(result: dict[str, Any], way: str) -> dict[str, Any]:
    if way == "no-ids":
        return {name: value for name, value in result.items() if name != "id"}
    return {**result, "id": None if way == "null-ids" else int(result["id"]) % 100 + 1}


def status_answer(status: int, chance: random.Random) -> Answer:
    """An answer of this status, in one of the bodies it has been seen with: the API's own or a gateway's page."""
    headers = {"Retry-After": retry_after(chance)} if status in (429, 503) else {}
    if status == 429 and headers["Retry-After"] == "":
        headers = {}
    if status in (408, 413, 425, 502, 503, 504) or chance.random() < 0.25:
        return Answer(status, PAGE, {"Content-Type": "text/html", **headers})
    body: dict[str, Any] = {"result": "failed", "code": status, "message": _MESSAGES.get(status, "Not valid")}
    if status == 400:
        body["validation_errors"] = {"Invoice": {"client_id": ["no such client"]}}
    elif status == 422:
        body = {"message": "Not valid", "errors": {"client_id": ["no such client"]}}
    return Answer(status, json.dumps(body).encode(), headers)


def retry_after(chance: random.Random) -> str:
    """Seconds, fractions, dates before and after now, and nonsense."""
    soon = datetime.fromtimestamp(int(time.time()), UTC) + timedelta(seconds=1)
    past = soon - timedelta(days=1)
    dates = [format_datetime(moment, usegmt=True) for moment in (soon, past)]
    return chance.choice(["0", "1", "0.2", "-3", "soon", "", *dates])
