"""What the source of a class says of its attributes, in the text below each: said once, where it is defined."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Mapping
from itertools import pairwise


def attribute_docs(owner: type) -> Mapping[str, str]:
    """Attribute of the class → its text in one line; nothing where the package was installed without its source."""
    try:
        source = ast.parse(textwrap.dedent(inspect.getsource(owner)))
    except (OSError, TypeError, SyntaxError):
        return {}
    lines = [line for node in source.body if isinstance(node, ast.ClassDef) for line in node.body]
    return {
        field.target.id: " ".join(text.value.value.split())
        for field, text in pairwise(lines)
        if isinstance(field, ast.AnnAssign)
        and isinstance(field.target, ast.Name)
        and isinstance(text, ast.Expr)
        and isinstance(text.value, ast.Constant)
        and isinstance(text.value.value, str)
    }
