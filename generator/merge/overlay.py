"""OpenAPI Overlay 1.0: corrections that no rule can derive, each with its reason, none without effect."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import attrs

from .. import safe_yaml
from ..errors import OverlayError
from ..report import Report

OURS = ("correction", "overlay_action", "glossary_word")
"""What the report counts of our own rulings."""

_KEYS = frozenset({"overlay", "info", "extends", "actions"})
_ACTION_KEYS = frozenset({"target", "description", "update", "remove", "x-reason"})


@attrs.frozen
class Action:
    """One action of an overlay: where, what (an update or a removal), and why."""

    target: str
    reason: str
    update: Any = None
    remove: bool = False


@attrs.frozen
class Overlay:
    """A read overlay: its actions in order."""

    actions: tuple[Action, ...] = ()


def read_overlay(path: Path) -> Overlay:
    """An overlay file. Raises ``OverlayError`` for another version, an unknown key or an action without a reason."""
    try:
        data = safe_yaml.load(path.read_text("utf-8"), file=path.name)
    except FileNotFoundError:
        raise OverlayError(f"there is no overlay at {path}: pass --overlay, or restore the file") from None
    if not isinstance(data, dict) or data.get("overlay") != "1.0.0" or set(data) - _KEYS:
        raise OverlayError(f"{path.name}: not an OpenAPI Overlay 1.0.0 with {', '.join(sorted(_KEYS))}")
    return Overlay(tuple(_action(raw, number) for number, raw in enumerate(data.get("actions") or ())))


def _action(raw: Any, number: int) -> Action:
    if not isinstance(raw, dict) or set(raw) - _ACTION_KEYS or not isinstance(raw.get("target"), str):
        raise OverlayError(f"actions[{number}]: an action has a target, a reason, and update or remove")
    if not raw.get("x-reason"):
        raise OverlayError(f"actions[{number}] ({raw['target']}): say why in x-reason")
    if ("update" in raw) == bool(raw.get("remove")):
        raise OverlayError(f"actions[{number}] ({raw['target']}): exactly one of update and remove")
    return Action(raw["target"], raw["x-reason"], raw.get("update"), bool(raw.get("remove")))


def apply_overlay(document: dict[str, Any], overlay: Overlay, report: Report, *, partial: bool) -> dict[str, Any]:
    """The document after all actions, in order.

    An action that finds nothing or changes nothing is idle: told in a whole set of pages, passed over in a part of
    one, where what it is about may be absent. Raises ``OverlayError`` for a target that is none.
    """
    result: dict[str, Any] = copy.deepcopy(document)
    for number, action in enumerate(overlay.actions):
        spots = find(result, action.target)
        changed = [_remove(spot) if action.remove else _update(spot, action.update) for spot in reversed(spots)]
        if any(changed):
            report.count("overlay_action")
        elif not partial:
            why = f"{action.target} already is as the action wants it" if spots else f"nothing is at {action.target}"
            report.idle.append(f"overlay: actions[{number}]: {why}")
    return result


@attrs.frozen
class Spot:
    """A found value: its container and its key there (the root has none)."""

    holder: Any
    key: Any

    @property
    def value(self) -> Any:
        return self.holder[self.key]


_STEP = re.compile(
    r"\.(?P<name>[A-Za-z_][\w-]*|\*)"
    r"|\[(?:'(?P<single>[^']*)'|\"(?P<double>[^\"]*)\"|(?P<index>\d+)|(?P<all>\*)"
    r"|\?\(?@\.(?P<field>[\w-]+)\s*==\s*(?:'(?P<text>[^']*)'|(?P<number>-?\d+))\)?)\]"
)


def find(document: dict[str, Any], target: str) -> list[Spot]:
    """The values that a JSONPath selects.

    Understood: ``$``, ``.name``, ``['name']``, ``[0]``, ``.*``, ``[*]`` and ``[?@.field == 'text']`` (or a number),
    one after the other. Raises ``OverlayError`` for anything else.
    """
    if not target.startswith("$"):
        raise OverlayError(f"{target!r}: a target starts with $")
    spots = [Spot({"$": document}, "$")]
    position = 1
    while position < len(target):
        step = _STEP.match(target, position)
        if step is None:
            raise OverlayError(f"{target!r}: not understood from {target[position:]!r} on; see the docstring of find()")
        spots = [found for spot in spots for found in _taken(spot.value, step)]
        position = step.end()
    return spots


def _taken(value: Any, step: re.Match[str]) -> list[Spot]:
    groups = step.groupdict()
    if groups["name"] == "*" or groups["all"]:
        return [Spot(value, key) for key in _keys(value)]
    if groups["field"]:
        wanted: Any = groups["text"] if groups["text"] is not None else int(groups["number"])
        return [
            Spot(value, k)
            for k in _keys(value)
            if isinstance(value[k], dict) and value[k].get(groups["field"]) == wanted
        ]
    if groups["index"]:
        index = int(groups["index"])
        return [Spot(value, index)] if isinstance(value, list) and index < len(value) else []
    name = next(text for text in (groups["name"], groups["single"], groups["double"]) if text is not None)
    return [Spot(value, name)] if isinstance(value, dict) and name in value else []


def _keys(value: Any) -> list[Any]:
    return list(value) if isinstance(value, dict) else list(range(len(value))) if isinstance(value, list) else []


def _remove(spot: Spot) -> bool:
    del spot.holder[spot.key]
    return True


def _update(spot: Spot, update: Any) -> bool:
    """Merge as the specification says: objects key by key, lists extended, everything else replaced."""
    before = copy.deepcopy(spot.value)
    spot.holder[spot.key] = _merged(spot.value, update, top=True)
    return bool(spot.value != before)


def _merged(value: Any, update: Any, *, top: bool = False) -> Any:
    if isinstance(value, dict) and isinstance(update, dict):
        result = dict(value)
        for key, item in update.items():
            result[key] = _merged(result[key], item) if key in result else copy.deepcopy(item)
        return result
    if isinstance(value, list):
        return [*value, *(update if isinstance(update, list) and not top else [update])]
    return copy.deepcopy(update)
