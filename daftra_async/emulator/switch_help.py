"""The switches as a command's help lists them. What each does is said once, in the source of ``Switches``."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Iterator
from itertools import pairwise
from typing import Any, Literal, get_args, get_origin, get_type_hints

import attrs
import msgspec

from .switches import Switches


def switch_lines(width: int = 80) -> Iterator[str]:
    """``name = default``, other values where they are few, and the meaning below, no wider than ``width``."""
    hints = get_type_hints(Switches)
    meanings = _meanings()
    for field in attrs.fields(Switches):
        default = field.default if isinstance(field.default, str) else msgspec.json.encode(field.default).decode()
        others = [value for value in _choices(hints[field.name]) if value != default]
        yield f"  {field.name} = {default}" + (f"  (or {', '.join(others)})" if others else "")
        meaning = " ".join(meanings.get(field.name, "").replace("``", "").split())
        yield from textwrap.wrap(meaning, width, initial_indent=" " * 6, subsequent_indent=" " * 6)


def _choices(hint: Any) -> list[str]:
    if hint is bool:
        return ["true", "false"]
    return list(get_args(hint)) if get_origin(hint) is Literal else []


def _meanings() -> dict[str, str]:
    """The text below each field; nothing where the package was installed without its source."""
    try:
        source = ast.parse(inspect.getsource(Switches))
    except OSError:
        return {}
    lines = [line for node in source.body if isinstance(node, ast.ClassDef) for line in node.body]
    return {
        field.target.id: text.value.value
        for field, text in pairwise(lines)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }
