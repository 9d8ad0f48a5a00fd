"""What a page gets wrong, kept by page number and put right after every fetch.

An entry of ``specs/corrections.yaml`` names its pages, a place in them, what stands there instead, and why. A place is
a path of keys that begins with ``operation`` (the page's one operation), ``components``, ``path`` or ``method``;
``[name]`` picks a parameter by its name, ``~1`` stands for a slash.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import attrs

from .. import safe_yaml
from ..errors import OverlayError
from ..report import Report

_KEYS = frozenset({"pages", "at", "was", "set", "add", "remove", "because"})
_ABSENT = object()


@attrs.frozen
class Correction:
    """One entry. ``was`` is what the page is known to say: another text there is a question to a person."""

    pages: tuple[str, ...]
    at: tuple[str, ...]
    because: str
    put: Any = _ABSENT
    add: Any = _ABSENT
    was: Any = _ABSENT

    @property
    def place(self) -> str:
        return "/".join(self.at)


def read_corrections(path: Path | None) -> tuple[Correction, ...]:
    """The entries of a file; none where there is no file. Raises ``OverlayError`` for an entry that is none."""
    if path is None or not path.is_file():
        return ()
    data = safe_yaml.load(path.read_text("utf-8"), file=path.name, pages=10) or {}
    entries = data.get("corrections") if isinstance(data, dict) else None
    if not isinstance(entries, list):
        raise OverlayError(f"{path.name}: a file of corrections has a list of them under `corrections`")
    return tuple(_correction(raw, f"{path.name}: corrections[{number}]") for number, raw in enumerate(entries))


def _correction(raw: Any, where: str) -> Correction:
    if not isinstance(raw, dict) or set(raw) - _KEYS or not isinstance(raw.get("at"), str) or not raw.get("because"):
        raise OverlayError(f"{where}: an entry has pages, at, because, and one of set, add and remove")
    if sum(key in raw for key in ("set", "add", "remove")) != 1 or not isinstance(raw.get("add", []), list | dict):
        raise OverlayError(f"{where}: exactly one of set, add (a list or a map) and remove")
    pages = raw.get("pages")
    numbers = tuple(map(str, pages)) if isinstance(pages, list) else (str(pages),)
    at = tuple(part.replace("~1", "/").replace("~0", "~") for part in raw["at"].split("/"))
    if not all(number.isdecimal() for number in numbers) or at[0] not in {"operation", "components", "path", "method"}:
        raise OverlayError(f"{where}: pages are numbers, and a place begins with operation, components, path or method")
    return Correction(
        numbers,
        at,
        str(raw["because"]),
        put=raw.get("set", _ABSENT),
        add=raw.get("add", _ABSENT),
        was=raw.get("was", _ABSENT),
    )


def corrected(
    pages: Mapping[str, dict[str, Any]], corrections: Iterable[Correction], report: Report
) -> dict[str, dict[str, Any]]:
    """The pages by number, each with its corrections; entries without effect are idle, odd ones are doubts."""
    result = dict(pages)
    for correction in corrections:
        there = [number for number in correction.pages if number in pages]
        effects = []
        for number in there:
            data = copy.deepcopy(result[number])
            effect = _apply(data, correction)
            effects.append(effect)
            if effect == "changed":
                result[number] = data
                report.count("correction")
            elif effect != "idle":
                report.doubt(f"page {number}: {effect}: correct or delete the correction at {correction.place}")
        if there and all(effect == "idle" for effect in effects):
            report.idle.append(f"page {', '.join(there)} already is as the correction at {correction.place} wants it")
    return result


def _apply(data: dict[str, Any], correction: Correction) -> str:
    """``changed``, ``idle``, or why the correction cannot be applied."""
    ((path, item),) = data["paths"].items() if len(data["paths"]) == 1 else (("", {}),)
    if len(item) != 1:
        return "it has several operations"
    ((method, operation),) = item.items()
    first = correction.at[0]
    if first == "path":
        data["paths"] = {correction.put: item}
        return "changed" if correction.put != path else "idle"
    if first == "method":
        data["paths"] = {path: {correction.put: operation}}
        return "changed" if correction.put != method else "idle"
    holder: Any = operation if first == "operation" else data.setdefault("components", {})
    for part in correction.at[1:-1]:
        holder = _below(holder, part)
        if holder is _ABSENT:
            return f"it has nothing at {correction.place}"
    return _put(holder, correction.at[-1], correction)


def _below(holder: Any, part: str) -> Any:
    if isinstance(holder, dict):
        return holder.get(part, _ABSENT)
    place = _index(holder, part)
    return holder[place] if place is not None else _ABSENT


def _index(holder: Any, part: str) -> int | None:
    if not isinstance(holder, list):
        return None
    if part.startswith("["):
        names = [one.get("name") if isinstance(one, dict) else None for one in holder]
        return names.index(part[1:-1]) if part[1:-1] in names else None
    return int(part) if part.isdecimal() and int(part) < len(holder) else None


def _put(holder: Any, key: str, correction: Correction) -> str:
    """Set, add to or remove one value."""
    place: Any = key if isinstance(holder, dict) else _index(holder, key)
    there = holder[place] if (isinstance(holder, dict) and key in holder) or isinstance(place, int) else _ABSENT
    if correction.add is not _ABSENT:
        if there is _ABSENT and isinstance(holder, dict):
            holder[key] = there = type(correction.add)()
        return _added(there, correction)
    if there == correction.put or (correction.put is _ABSENT and there is _ABSENT):
        return "idle"
    if correction.was is not _ABSENT and there != correction.was:
        return f"what is corrected at {correction.place} is not what it was"
    if place is None or (not isinstance(holder, dict) and there is _ABSENT):
        return f"it has nothing at {correction.place}"
    if correction.put is _ABSENT:
        del holder[place]
    else:
        holder[place] = copy.deepcopy(correction.put)
    return "changed"


def _added(there: Any, correction: Correction) -> str:
    """Add what a map or a list does not have yet: what the page says itself stays."""
    wanted = correction.add
    if isinstance(there, dict) and isinstance(wanted, dict):
        missing = {key: value for key, value in wanted.items() if key not in there}
        there.update(copy.deepcopy(missing))
        return "changed" if missing else "idle"
    if not (isinstance(there, list) and isinstance(wanted, list)):
        return f"it has no {'list' if isinstance(wanted, list) else 'map'} at {correction.place}"
    known = [_mark(entry) for entry in there]
    fresh = [entry for entry in wanted if _mark(entry) not in known]
    there += copy.deepcopy(fresh)
    return "changed" if fresh else "idle"


def _mark(entry: Any) -> Any:
    """What two entries of a list have in common that are the same: parameters their name and place."""
    return (entry["name"], entry.get("in")) if isinstance(entry, dict) and "name" in entry else entry
