"""The shape of an example: its keys and wire types, without its values."""

from __future__ import annotations

import json
import re
from typing import Any

_TEXTS: tuple[tuple[str, str], ...] = (
    (r"", "empty"),
    (r"-?\d+", "digits"),
    (r"\d{4}-\d\d-\d\d", "yyyy-mm-dd"),
    (r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d", "yyyy-mm-dd hh:mm:ss"),
    (r"\d\d/\d\d/\d{4}", "dd/mm/yyyy"),
    (r"\d\d:\d\d", "hh:mm"),
)


def shape_of(value: Any) -> Any:
    """``{"id": 5, "date": "2026-01-01"}`` → ``{"id": "integer", "date": "string (yyyy-mm-dd)"}``."""
    if isinstance(value, dict):
        return {str(key): shape_of(item) for key, item in value.items()}
    if isinstance(value, list):
        shapes: list[Any] = []
        for item in value:
            shape = shape_of(item)
            if shape not in shapes:
                shapes.append(shape)
        return shapes
    if isinstance(value, str):
        detail = next((name for pattern, name in _TEXTS if re.fullmatch(pattern, value)), None)
        return f"string ({detail})" if detail else "string"
    kinds = {bool: "boolean", int: "integer", float: "number"}
    return kinds.get(type(value), "null")


def shapes_of_examples(content: dict[str, Any]) -> tuple[Any, ...]:
    """The shapes of a media type's ``example`` and ``examples``; JSON written as text is read as JSON."""
    named = content.get("examples")
    values = [content["example"]] if "example" in content else []
    if isinstance(named, dict):
        values += [item.get("value") for item in named.values() if isinstance(item, dict)]
    return tuple(shape for shape in (shape_of(_plain(value)) for value in values) if isinstance(shape, (dict, list)))


def _plain(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value
