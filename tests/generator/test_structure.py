"""The maintainer's tool keeps its shape: four rooms, arrows in one direction, no circle, short files and functions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "generator"
FILES = sorted(path for path in ROOT.rglob("*.py"))
ARROWS = {
    "fetch": set[str](),
    "merge": {"fetch"},
    "emit": set[str](),
    "changes": {"emit", "fetch", "merge"},
}
"""Room → the rooms whose modules it may import; what lies beside the rooms may be imported by all of them."""


def module_of(path: Path) -> tuple[str, ...]:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


MODULES = {module_of(path): path for path in FILES}


def imported(path: Path) -> Iterator[tuple[str, ...]]:
    """The generator's modules that a file imports while it is loaded."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.level:
            base = (*package[: len(package) - node.level + 1], *(node.module.split(".") if node.module else ()))
            for alias in node.names:
                yield (*base, alias.name) if (*base, alias.name) in MODULES else base


IMPORTS = {module: {*imported(path)} for module, path in MODULES.items()}


def test_no_import_runs_in_a_circle() -> None:
    done: set[tuple[str, ...]] = set()

    def visit(module: tuple[str, ...], above: tuple[tuple[str, ...], ...]) -> None:
        assert module not in above, " -> ".join(".".join(one) for one in (*above, module))
        if module not in done:
            for other in IMPORTS[module] - {module}:
                visit(other, (*above, module))
            done.add(module)

    for module in MODULES:
        visit(module, ())


def test_arrows_between_the_rooms_run_one_way() -> None:
    for module, others in IMPORTS.items():
        room = module[0] if module and module[0] in ARROWS else None
        for other in others:
            there = other[0] if other and other[0] in ARROWS else None
            if room and there and there != room:
                assert there in ARROWS[room], f"{'.'.join(module)} imports {'.'.join(other)}"
            if room:
                assert other[:1] not in {("regen",), ("check",), ("manifest",)}, f"{module} imports a command"


def test_only_one_module_knows_where_the_package_keeps_what_generated_code_imports() -> None:
    for template in (ROOT / "emit" / "templates").glob("*.jinja"):
        for line in template.read_text(encoding="utf-8").splitlines():
            below = line.strip().removeprefix("from ").lstrip(".").partition(" ")[0]
            assert not line.strip().startswith("from ..") or below.startswith(("models.", "api.", "operations")), line


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_files_and_functions_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 60, f"{node.name} has {length} lines"
