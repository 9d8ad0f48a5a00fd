"""What changed between two documentations, for users of the SDK's Python API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..merge.locked_names import LockedNames
from .compare import compare
from .details import details
from .facts import Change
from .overruled import overruled
from .sides import Side


def changes_between(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """Every finding between two merged documents. Raises ``GeneratorError`` for one that gives no package."""
    return changes_between_sides(Side(old), Side(new), LockedNames())


def changes_between_sides(old: Side, new: Side, names: LockedNames) -> tuple[Change, ...]:
    """The same, with what the pages say otherwise to no effect, where the pages of both sides are known."""
    found: tuple[Change, ...] = ()
    if old.document != new.document:
        surfaces = old.surface, new.surface
        found = compare(*surfaces)
        found = (*found, *details(old.document, new.document, surfaces, found))
    return (*found, *overruled(old.facts, new.facts, new.document, names, found))
