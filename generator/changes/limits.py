"""Limits that the documentation sets on what may be sent: whether newer ones refuse what older ones took."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

LOWER = frozenset({"minimum", "exclusiveMinimum", "minLength", "minItems"})
UPPER = frozenset({"maximum", "exclusiveMaximum", "maxLength", "maxItems"})
OTHER = frozenset({"pattern", "multipleOf", "uniqueItems"})

Limits = Mapping[str, Any]


def limits_of(schema: Mapping[str, Any]) -> dict[str, Any]:
    """The limits that a schema sets, its items' among them."""
    found = {key: schema[key] for key in sorted(LOWER | UPPER | OTHER) if key in schema}
    items = schema.get("items")
    if isinstance(items, Mapping):
        found |= {f"items/{key}": value for key, value in limits_of(items).items()}
    return found


def changed_limits(old: Limits, new: Limits) -> Iterator[tuple[str, str, str]]:
    """(``limited`` or ``relaxed``, before, after) for every limit that differs."""
    for key in sorted(old.keys() | new.keys()):
        before, after = old.get(key), new.get(key)
        if before != after:
            word = "limited" if _is_tighter(key.rpartition("/")[2], before, after) else "relaxed"
            yield word, _shown(key, before), _shown(key, after)


def _is_tighter(key: str, before: Any, after: Any) -> bool:
    if after is None or before is None or key in OTHER:
        return after is not None
    return bool(after > before) if key in LOWER else bool(after < before)


def _shown(key: str, value: Any) -> str:
    return f"no {key}" if value is None else f"{key} {value}"
