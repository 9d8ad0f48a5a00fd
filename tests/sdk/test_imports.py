"""Importing the package is cheap: no model, no endpoint, no HTTP library comes with it."""

from __future__ import annotations

import ast
import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import daftra_async
from daftra_async.emulator import Emulator

HEAVY = {"aiohttp", "httpx", "httpx2", "starlette", "uvicorn", "openapi_python_client", "yaml", "sqlite3"}


def loaded_by(code: str) -> set[str]:
    """The modules that a fresh interpreter has loaded after running the code."""
    program = f"{code}\nimport json, sys\nprint(json.dumps(sorted(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(json.loads(done.stdout.splitlines()[-1]))


def test_importing_the_package_loads_no_model_and_no_endpoint() -> None:
    modules = loaded_by("import daftra_async")
    assert not [name for name in modules if name.startswith("daftra_async._generated")]
    assert not modules & HEAVY


def test_making_a_client_loads_no_model_no_endpoint_and_no_http_library() -> None:
    modules = loaded_by("from daftra_async import ApiKey, Daftra; Daftra('acme', auth=ApiKey('k'))")
    assert not [name for name in modules if name.startswith("daftra_async._generated.models.")]
    assert not [name for name in modules if name.startswith("daftra_async._generated.api.")]
    assert not modules & HEAVY


FIRST_CALL = """
import asyncio, sys
from daftra_async import ApiKey, Daftra

def ours():
    return {{name for name in sys.modules if name.startswith("daftra_async")}}

before = ours()

async def main():
    async with Daftra(base_url="{url}", auth=ApiKey("{key}")) as daftra:
        await daftra.{call}

asyncio.run(main())
print(*sorted(ours() - before))
"""


@pytest.mark.parametrize("call", ["invoices.get(1)", "invoices.list(limit=5)", "advance_payments.list()"])
def test_the_first_call_loads_at_most_fifteen_modules_of_ours(call: str) -> None:
    with Emulator() as emulator:
        program = FIRST_CALL.format(url=emulator.url, key=emulator.api_key, call=call)
        done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert 3 < len(done.stdout.split()) <= 15, done.stdout


@pytest.mark.parametrize("name", [name for name in dir(daftra_async) if not name.startswith("__")])
def test_every_public_name_can_be_had(name: str) -> None:
    assert getattr(daftra_async, name) is not None


@pytest.mark.parametrize("package", ["daftra_async", "daftra_async.webhooks", "daftra_async.emulator"])
def test_type_checkers_see_the_names_that_are_there(package: str) -> None:
    module = importlib.import_module(package)
    tree = ast.parse(Path(str(module.__file__)).read_text())
    block = next(node for node in tree.body if isinstance(node, ast.If))
    imports = [node for node in block.body if isinstance(node, ast.ImportFrom)]
    homes = {alias.asname or alias.name: f"{'.' * node.level}{node.module}" for node in imports for alias in node.names}
    assert sorted(homes) == dir(module)
    for name, home in homes.items():
        assert getattr(importlib.import_module(home, package), name) is getattr(module, name)


def test_an_unknown_name_is_an_attribute_error() -> None:
    package: Any = daftra_async
    with pytest.raises(AttributeError, match="Daftera"):
        package.Daftera  # noqa: B018
