"""OpenAPI Overlay 1.0: corrections that no rule can derive, each with its reason, none without effect."""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

import attrs

from .. import safe_yaml
from ..errors import OverlayError
from .glossary import apply_glossary
from .report import Report

OVERLAY_COUNTS = ("overlay_action", "glossary_field", "glossary_parameter")
"""What the report counts of an overlay."""

_KEYS = frozenset({"overlay", "info", "extends", "actions", "x-glossary"})
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
    """A read overlay: its actions in order, and our own words for fields (``x-glossary``)."""

    actions: tuple[Action, ...] = ()
    glossary: dict[str, Any] = attrs.field(factory=dict)


def read_overlay(path: Path) -> Overlay:
    """An overlay file. Raises ``OverlayError`` for another version, an unknown key or an action without a reason."""
    try:
        data = safe_yaml.load(path.read_text("utf-8"), file=path.name)
    except FileNotFoundError:
        raise OverlayError(f"there is no overlay at {path}: pass --overlay, or restore the file") from None
    if not isinstance(data, dict) or data.get("overlay") != "1.0.0" or set(data) - _KEYS:
        raise OverlayError(f"{path.name}: not an OpenAPI Overlay 1.0.0 with {', '.join(sorted(_KEYS))}")
    return Overlay(
        tuple(_action(raw, number) for number, raw in enumerate(data.get("actions") or ())),
        data.get("x-glossary") or {},
    )


def _action(raw: Any, number: int) -> Action:
    if not isinstance(raw, dict) or set(raw) - _ACTION_KEYS or not isinstance(raw.get("target"), str):
        raise OverlayError(f"actions[{number}]: an action has a target, a reason, and update or remove")
    if not raw.get("x-reason"):
        raise OverlayError(f"actions[{number}] ({raw['target']}): say why in x-reason")
    if ("update" in raw) == bool(raw.get("remove")):
        raise OverlayError(f"actions[{number}] ({raw['target']}): exactly one of update and remove")
    return Action(raw["target"], raw["x-reason"], raw.get("update"), bool(raw.get("remove")))


def apply_overlay(document: dict[str, Any], overlay: Overlay, report: Report) -> dict[str, Any]:
    """The document after all actions, in order.

    Raises ``OverlayError`` for an action whose target matches nothing, or that changes nothing.
    """
    result: dict[str, Any] = copy.deepcopy(document)
    for number, action in enumerate(overlay.actions):
        spots = find(result, action.target)
        if not spots:
            raise OverlayError(
                f"actions[{number}]: nothing is at {action.target}: correct the target or delete the action"
            )
        changed = [_remove(spot) if action.remove else _update(spot, action.update) for spot in reversed(spots)]
        if not any(changed):
            raise OverlayError(
                f"actions[{number}]: {action.target} already is as the action wants it: delete the action"
            )
    report.count("overlay_action", len(overlay.actions))
    apply_glossary(result, overlay.glossary, report)
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
