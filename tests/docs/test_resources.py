"""The generated pages: each resource's example runs against the emulator, and each operation is described."""

from __future__ import annotations

import ast
import inspect
import sys
import types
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from daftra_async import OPERATIONS, ApiKey, Daftra
from daftra_async.emulator import Emulator

ROOT = Path(__file__).parents[2]
RESOURCES = list(dict.fromkeys(operation.resource for operation in OPERATIONS))
WITHOUT_EXAMPLE = {"authorization", "sales_orders"}


@pytest.fixture(scope="module")
def emulator() -> Iterator[Emulator]:
    with Emulator() as running:
        yield running
        assert running.app.failures == []


def made(module: str) -> Any:
    """A module of the build's hook."""
    sys.path.insert(0, str(ROOT / "docs"))
    try:
        return import_module(module)
    finally:
        sys.path.remove(str(ROOT / "docs"))


def example(resource: str) -> str:
    text: str = made("resource_examples").example(resource)
    return text


@pytest.mark.parametrize("resource", [each for each in RESOURCES if each not in WITHOUT_EXAMPLE])
async def test_a_resources_example_runs(resource: str, emulator: Emulator, capsys: pytest.CaptureFixture[str]) -> None:
    source = example(resource)
    kinds = {operation.name for operation in OPERATIONS if operation.resource == resource} & {"list", "get", "create"}
    shown = {name for name in kinds if f"daftra.{resource}.{name}(" in source}
    assert kinds - shown <= {"create"}
    code = compile(source, resource, "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    async with Daftra(base_url=emulator.url, auth=ApiKey(emulator.api_key)) as daftra:
        result = types.FunctionType(code, {"daftra": daftra})()
        if inspect.isawaitable(result):
            await result
    assert capsys.readouterr().out


def test_few_examples_leave_out_how_to_create() -> None:
    creating = {operation.resource for operation in OPERATIONS if operation.name == "create"}
    assert {each for each in creating if f"daftra.{each}.create(" not in example(each)} <= {
        "entities",
        "product_bundles",
        "workflow",
    }


def test_every_page_tells_the_request_and_what_a_list_guarantees() -> None:
    pages = made("resource_pages").pages()
    assert {page for page in pages if page.startswith("resources/")} == {
        f"resources/{name}.md" for name in [*RESOURCES, "index"]
    }
    for operation in OPERATIONS:
        page = pages[f"resources/{operation.resource}.md"]
        section = page.partition(f"\n## {operation.name}\n")[2].partition("\n## ")[0]
        assert f"{operation.resource}.{operation.name}(" in section
        assert f"`{operation.method} {operation.base}{operation.path}`" in section
        assert ("**Order and completeness.**" in section) == (operation.kind == "list")
