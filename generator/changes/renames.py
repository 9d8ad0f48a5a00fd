"""Guessing that what is gone and what is new are one thing under two names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from difflib import SequenceMatcher
from typing import TypeVar

from .surface import CallFace, EnumFace, FieldFace, ModelFace

T = TypeVar("T")
Likeness = Callable[[str, T, str, T], float]
"""How alike two named things are: 0 is no rename, more is a better guess."""

ENOUGH = 0.6


def guess_renames(old: Mapping[str, T], new: Mapping[str, T], likeness: Likeness[T]) -> dict[str, str]:
    """Old name → new name for what is missing on either side, best guesses first, each name once."""
    gone = [name for name in old if name not in new]
    come = [name for name in new if name not in old]
    guesses = sorted(
        ((likeness(one, old[one], other, new[other]), one, other) for one in gone for other in come),
        key=lambda guess: (-guess[0], guess[1], guess[2]),
    )
    found: dict[str, str] = {}
    for score, one, other in guesses:
        if score >= ENOUGH and one not in found and other not in found.values():
            found[one] = other
    return found


def alike_names(one: str, other: str) -> float:
    """How much two names have in common; case and underscores do not count."""
    return SequenceMatcher(None, _bare(one), _bare(other)).ratio()


def _bare(name: str) -> str:
    return name.replace("_", "").lower()


def alike_calls(one: str, old: CallFace, other: str, new: CallFace) -> float:
    """The same request, or the same page, under another name."""
    del one, other
    if (old.method, old.path) == (new.method, new.path):
        return 1.0
    return 0.9 if set(old.pages) & set(new.pages) else 0.0


def alike_fields(one: str, old: FieldFace, other: str, new: FieldFace) -> float:
    """The same type under a similar name."""
    return alike_names(one, other) if old.annotation == new.annotation else 0.0


def alike_models(one: str, old: ModelFace, other: str, new: ModelFace) -> float:
    """Mostly the same fields; a class with a single field says too little."""
    del one, other
    if old.is_draft != new.is_draft or min(len(old.fields), len(new.fields)) < 2:
        return 0.0
    return shared(old.fields, new.fields)


def alike_enums(one: str, old: EnumFace, other: str, new: EnumFace) -> float:
    """Mostly the same members with the same values; nearly all, where the names have nothing in common."""
    pairs = [{(member, value) for member, (value, _) in face.members.items()} for face in (old, new)]
    likeness = shared(*pairs)
    return likeness if likeness > 0.9 or alike_names(one, other) > 0.5 else 0.0


def shared(old: Collection[object], new: Collection[object]) -> float:
    """How much of two sets both have."""
    both = set(old) | set(new)
    return len(set(old) & set(new)) / len(both) if both else 0.0
