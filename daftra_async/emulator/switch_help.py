"""The switches as a command's help lists them. What each does is said once, in the source of ``Switches``."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin, get_type_hints

import attrs
import msgspec

from .._attribute_docs import attribute_docs
from .switches import Switches


def switch_lines(width: int = 80) -> Iterator[str]:
    """``name = default``, other values where they are few, and the meaning below, no wider than ``width``."""
    hints = get_type_hints(Switches)
    meanings = attribute_docs(Switches)
    for field in attrs.fields(Switches):
        default = field.default if isinstance(field.default, str) else msgspec.json.encode(field.default).decode()
        others = [value for value in _choices(hints[field.name]) if value != default]
        yield f"  {field.name} = {default}" + (f"  (or {', '.join(others)})" if others else "")
        meaning = meanings.get(field.name, "").replace("``", "")
        yield from textwrap.wrap(meaning, width, initial_indent=" " * 6, subsequent_indent=" " * 6)


def switch_choices() -> dict[str, list[str]]:
    """The switches by name, each with its values where they are few."""
    return {name: _choices(hint) for name, hint in get_type_hints(Switches).items()}


def _choices(hint: Any) -> list[str]:
    if hint is bool:
        return ["true", "false"]
    return list(get_args(hint)) if get_origin(hint) is Literal else []
