"""Names of resources, counts of things and paths as a sentence wants them."""

from __future__ import annotations

from pathlib import Path

_ENDINGS = (("ies", "y"), ("uses", "us"), ("xes", "x"), ("ches", "ch"), ("s", ""))


def singular(resource: str) -> str:
    """``"credit note"`` for ``credit_notes``."""
    words = resource.replace("_", " ").replace("-", " ")
    for ending, instead in _ENDINGS:
        if words.endswith(ending):
            return words.removesuffix(ending) + instead
    return words


def counted(count: int, things: str) -> str:
    """``"1 invoice"``, ``"2 invoices"``: ``things`` is a plural or the name of a resource."""
    return f"{count} {singular(things) if count == 1 else things.replace('_', ' ').replace('-', ' ')}"


def shown(path: Path) -> str:
    """The path as short as it can be typed here."""
    return str(path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path)
