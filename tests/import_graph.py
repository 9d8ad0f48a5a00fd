"""What the modules of a package import, read from their text."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path

Module = tuple[str, ...]
"""A module by its place below the package: ``("_wire", "dates")``; the package itself is ``()``."""


class ImportGraph:
    """The package in a folder. ``imports`` are the arrows that run while a module is loaded, ``all_imports`` also those
    within functions and for type checkers.
    """

    def __init__(self, root: Path) -> None:
        self.root = root
        self.files = sorted(root.rglob("*.py"))
        self.modules: Mapping[Module, Path] = {self._module_of(path): path for path in self.files}

    def _module_of(self, path: Path) -> Module:
        parts = path.relative_to(self.root).with_suffix("").parts
        return parts[:-1] if parts[-1] == "__init__" else parts

    @cached_property
    def imports(self) -> Mapping[Module, set[Module]]:
        return {module: {*self._imported(path, _statements)} - {module} for module, path in self.modules.items()}

    @cached_property
    def all_imports(self) -> Mapping[Module, set[Module]]:
        return {module: {*self._imported(path, ast.walk)} - {module} for module, path in self.modules.items()}

    @cached_property
    def libraries(self) -> Mapping[Module, set[str]]:
        """The packages from elsewhere that a module imports anywhere in its text, by their first names."""
        return {module: {*self._from_elsewhere(path)} for module, path in self.modules.items()}

    def _imported(self, path: Path, nodes_of: Callable[[ast.Module], Iterable[ast.AST]]) -> Iterator[Module]:
        package = path.relative_to(self.root).parent.parts
        for node in nodes_of(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.level:
                base = (*package[: len(package) - node.level + 1], *(node.module.split(".") if node.module else ()))
                for alias in node.names:
                    yield (*base, alias.name) if (*base, alias.name) in self.modules else base

    def _from_elsewhere(self, path: Path) -> Iterator[str]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
                yield node.module.partition(".")[0]

    def circle(self) -> list[Module]:
        """Modules that import each other in a circle, wherever in their text; empty where none do."""
        done: set[Module] = set()

        def visit(module: Module, above: tuple[Module, ...]) -> list[Module]:
            if module in above:
                return [*above[above.index(module) :], module]
            if module in done:
                return []
            found = next(
                (it for other in sorted(self.all_imports[module]) if (it := visit(other, (*above, module)))), []
            )
            done.add(module)
            return found

        return next((it for module in self.modules if (it := visit(module, ()))), [])


def _statements(module: ast.Module) -> Iterable[ast.AST]:
    return module.body


def long_functions(path: Path, most: int) -> list[str]:
    """The functions whose code, without the docstring, takes more lines than that."""
    found = []
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            lines -= (ast.get_docstring(node, clean=False) or "").count("\n") + 1
            if lines > most:
                found.append(f"{node.name}: {lines} lines")
    return found
