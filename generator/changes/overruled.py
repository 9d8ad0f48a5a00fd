"""What the documentation says otherwise without any effect: a rule, a correction or another page decides.

Nothing changes for users of the SDK, but a maintainer should know: the documentation may be right and the rule old.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import Any

from ..differences import ABSENT, differing, shortened
from ..errors import GeneratorError
from ..fetch.facts import facts_of
from ..merge.locked_names import LockedNames
from ..merge.merging import normalised
from ..openapi import operations, schema_names
from .facts import Change

RULE = "documented otherwise"
MOST = 40
"""Places of one page that are looked at one by one; more of them are told together."""

Facts = Mapping[str, Mapping[str, Any]]


def overruled(
    old: Facts, new: Facts, document: Mapping[str, Any], names: LockedNames, found: tuple[Change, ...]
) -> Iterator[Change]:
    """One finding per fact of a page that changed and is overruled."""
    calls = {number: call for call in _calls(document) for number in call["pages"]}
    for number in sorted(old.keys() & new.keys(), key=int):
        if old[number] == new[number] or number not in calls:
            continue
        before, after = facts_of(old[number]), facts_of(new[number])
        places = [place for place in differing(before, after) if not _is_unsaid(*place)]
        call = calls[number]
        name = f"{call['resource']}.{call['name']}"
        silent = not _is_told(call, name, document, found)
        alone = _without_effect(number, after, places, names) if len(places) <= MOST else []
        for way, was, now in places if silent else alone:
            yield Change(rule=RULE, name=name, before=_shown(way, was), after=_shown(way, now))


def _is_unsaid(way: tuple[Any, ...], before: Any, after: Any) -> bool:
    """Whether one side does not say what only some forms of the documentation can say."""
    return way[0] in {"x-documented-server", "tags"} and (before is ABSENT or after is ABSENT or way[0] == "tags")


def _calls(document: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for _, _, operation in operations(document):
        yield from operation["x-daftra"]["calls"]


def _is_told(call: Mapping[str, Any], name: str, document: Mapping[str, Any], found: tuple[Change, ...]) -> bool:
    """Whether any finding is about the call or about a schema that it leads to."""
    schemas = document["components"]["schemas"]
    waiting = [call[key] for key in ("record", "body", "draft") if call.get(key)]
    related: set[str] = {name}
    while waiting:
        one = waiting.pop()
        if one not in related and one in schemas:
            related.add(one)
            waiting += schema_names(schemas[one])
    subjects = {change.name.partition("(")[0] for change in found}
    return any(subject in related or subject.partition(".")[0] in related for subject in subjects)


def _without_effect(
    number: str, facts: dict[str, Any], places: list[tuple[tuple[Any, ...], Any, Any]], names: LockedNames
) -> list[tuple[tuple[Any, ...], Any, Any]]:
    """The places where the page could say what it said before, and its endpoint would be the same."""
    whole = _endpoint(number, facts, names)
    found = []
    for way, was, now in places:
        reverted = copy.deepcopy(facts)
        holder: Any = reverted
        for key in way[:-1]:
            holder = holder[key]
        if was is ABSENT:
            del holder[way[-1]]
        else:
            holder[way[-1]] = was
        if _endpoint(number, reverted, names) == whole:
            found.append((way, was, now))
    return found


def _endpoint(number: str, facts: Mapping[str, Any], names: LockedNames) -> Any:
    method, _, path = str(facts["request"]).partition(" ")
    operation = {key: value for key, value in facts.items() if key != "request"}
    if isinstance(operation.get("parameters"), Mapping):
        operation["parameters"] = list(operation["parameters"].values())
    try:
        return normalised(number, {"paths": {path: {method.lower(): operation}}}, names)
    except GeneratorError as problem:
        return str(problem)


def _shown(way: tuple[Any, ...], value: Any) -> str:
    place = "/".join(map(str, way))
    return shortened(f"{place}: {'not there' if value is ABSENT else value}")
