"""The second opinion stays independent: it knows the product by its public names, and no other test."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import daftra_async


def imports_of(path: Path) -> Iterator[tuple[str, str | None]]:
    """Every import in a file, as module and name."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from ((alias.name, None) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)


def test_nothing_is_imported_that_a_user_could_not_import() -> None:
    imports = [found for path in Path(__file__).parent.glob("*.py") for found in imports_of(path)]
    ours = {(module, name) for module, name in imports if module.split(".")[0] == "daftra_async"}
    assert {module for module, _ in ours} <= {"daftra_async", "daftra_async.models"}
    assert {name for module, name in ours if module == "daftra_async"} - {None} <= set(dir(daftra_async))


def test_no_other_test_lends_it_anything() -> None:
    imports = [module for path in Path(__file__).parent.glob("*.py") for module, _ in imports_of(path)]
    assert {module for module in imports if module.startswith("tests")} == {
        module for module in imports if module.startswith("tests.independent")
    }
