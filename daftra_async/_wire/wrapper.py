"""Finding the record in what stands around it, and the rows in what should be a list."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from typing import Any


def unwrap(value: Any, model_key: str | None, names: AbstractSet[str]) -> Any:
    """The record inside ``{"Invoice": {…}}``, with children that stand beside the model put inside it.

    ``names`` are the model's own fields: a key among them is no wrapper. Where the documented key is missing, another
    key that can only be a wrapper is taken (the server names the model, which is not always the obvious name).
    """
    if not isinstance(value, dict):
        return value
    key = model_key if model_key in value and model_key is not None else _wrapper_key(value, model_key, names)
    if key is None:
        return value
    inner = value[key]
    if isinstance(inner, list):
        inner = inner[0] if len(inner) == 1 else inner or {}
    if not isinstance(inner, dict):
        return inner if len(value) == 1 or inner is not None else {k: v for k, v in value.items() if k != key}
    if len(value) == 1:
        return inner
    return {**{k: v for k, v in value.items() if k != key}, **inner}


def _wrapper_key(value: dict[str, Any], model_key: str | None, names: AbstractSet[str]) -> str | None:
    if any(not isinstance(item, (dict, list)) for item in value.values()):
        return None
    candidates = [k for k, item in value.items() if k not in names and isinstance(item, dict) and item]
    if len(candidates) != 1 or (model_key is None and len(value) > 1):
        return None
    return candidates[0]


def as_rows(value: Any) -> list[Any]:
    """The rows of a relation to many: one object is one row, one keyed by numbers is its values, nothing is none."""
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        if not value:
            return []
        if all(k.isdecimal() and isinstance(item, dict) for k, item in value.items()):
            return list(value.values())
        return [value]
    return []


def full_rows(value: Any) -> list[dict[str, Any]]:
    """The rows of a relation to many that can become records, in their order."""
    return [row for row in as_rows(value) if isinstance(row, dict) and not carries_nothing(row)]


def holds_records(value: Any) -> bool:
    """Whether an object stands there that says something, alone or in a list."""
    if isinstance(value, list):
        return any(isinstance(item, dict) and not carries_nothing(item) for item in value)
    return isinstance(value, dict) and not carries_nothing(value)


def holds_objects(value: Any) -> bool:
    """Whether an object stands there, alone or in a list."""
    return isinstance(value, dict) or (isinstance(value, list) and any(isinstance(item, dict) for item in value))


def carries_nothing(value: Any) -> bool:
    """Whether this is one of the server's ways to say nothing: null, empty text, ``[]``, or only such members."""
    if value is None or value == "":
        return True
    if isinstance(value, dict):
        return all(map(carries_nothing, value.values()))
    return isinstance(value, list) and not value
