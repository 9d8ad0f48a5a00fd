"""What changed between two documents, for users of the SDK's Python API."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .compare import compare
from .details import details
from .facts import Change
from .surface import surface_of


def changes_between(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """Every finding between two merged documents. Raises ``GeneratorError`` for one that gives no package."""
    if old == new:
        return ()
    surfaces = surface_of(old), surface_of(new)
    found = compare(*surfaces)
    return (*found, *details(old, new, surfaces, found))
